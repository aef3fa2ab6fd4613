// What the page carries in its HTML, and how a document is shown in it.

import { cleanSpans } from "../document/clean.mjs";
import { findAll, make } from "../shared/dom.mjs";

/** @import {Block, Doc, Plan, PlanBlock, Text} from "../shared/types.mjs" */

// The page has a heading of its own above the document's.
const HEADING_SHIFT = 2;
const CHANGED = "antrag__neu";
/** @type {Record<string, PlanBlock["kind"]>} */
const KINDS = { OL: "list", UL: "points", P: "paragraph", DIV: "signature" };

/**
 * Read a document with its blanks from the page.
 * @param {HTMLElement} $doc
 * @returns {Plan}
 */
export function readPlan($doc) {
  const { beugung = "{}", ...texts } = $doc.dataset;
  return {
    blocks: childrenOf($doc).map(readBlock),
    texts: /** @type {Record<string, string>} */ (texts),
    beugung: JSON.parse(beugung),
  };
}

/** @param {HTMLElement} $block @returns {PlanBlock} */
function readBlock($block) {
  const { wenn = "", muster = "", stelle = "", neueSeite } = $block.dataset;
  const heading = /^H(\d)$/.exec($block.tagName);
  const items = childrenOf($block).map(({ dataset }) => ({
    id: dataset.modul ?? "",
    pattern: dataset.muster ?? "",
  }));
  return {
    kind: heading ? "heading" : (KINDS[$block.tagName] ?? "paragraph"),
    pattern: muster,
    level: heading ? Number(heading[1]) - HEADING_SHIFT : 0,
    when: wenn,
    stelle,
    newPage: neueSeite !== undefined,
    items,
  };
}

/**
 * Show a document in place of what was there; what is new in it is marked.
 * @param {HTMLElement} $target
 * @param {Doc} doc
 * @param {boolean} isFirst nothing is new then
 */
export function showDocument($target, doc, isFirst) {
  const before = new Set(textsIn($target));
  const $blocks = doc.blocks.map(makeBlock);
  $target.replaceChildren(...$blocks);
  if (isFirst) return;
  const $changed = findAll($target, ":scope > :not(ol, ul, div), li").filter(
    ($line) => !before.has($line.textContent ?? ""),
  );
  for (const $line of $changed) $line.classList.add(CHANGED);
  const [$first] = $changed;
  // Only inside its own frame: the page must not move under somebody who types.
  if ($first && $target.scrollHeight > $target.clientHeight)
    $target.scrollTop = $first.offsetTop - $target.offsetTop - $target.clientHeight / 3;
}

/** @param {HTMLElement} $target */
function textsIn($target) {
  return findAll($target, ":scope > *, li").map(({ textContent }) => textContent ?? "");
}

/** @param {Block} block */
function makeBlock(block) {
  if (block.type === "list") {
    const $items = block.items.map((text) => make("li", {}, ...runs(text)));
    return block.ordered ? make("ol", {}, ...$items) : make("ul", {}, ...$items);
  }
  if (block.type === "signature") {
    const $line = make("p", { class: "antrag__linie" }, ...runs(block.line));
    return make("div", { class: "antrag__unterschrift" }, make("p", {}, ...runs(block.text)), $line);
  }
  if (block.type === "table") return make("p", {}, ...runs(block.caption));
  if (block.type === "paragraph") return make("p", {}, ...runs(block.text));
  const tag = /** @type {"h3"} */ (`h${block.level + HEADING_SHIFT}`);
  return make(tag, { class: block.newPage ? "antrag__seite" : false }, ...runs(block.text));
}

/** @param {Text} text */
function runs(text) {
  return cleanSpans(text).map((piece) =>
    piece.href ? make("a", { href: piece.href }, piece.text) : piece.text,
  );
}

/** @param {Element} $parent */
function childrenOf($parent) {
  return /** @type {HTMLElement[]} */ ([...$parent.children]);
}
