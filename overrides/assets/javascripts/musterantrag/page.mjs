// What the page carries in its HTML, and how a document is shown in it.

import { plainText } from "../document/plain.mjs";
import { make } from "../shared/dom.mjs";

/** @import {Block, Doc, Plan, PlanBlock} from "../shared/types.mjs" */

// The page has a heading of its own above the document's.
const HEADING_SHIFT = 2;

/**
 * Read the Musterantrag with its blanks from the page.
 * @param {HTMLElement} $musterantrag
 * @returns {Plan}
 */
export function readPlan($musterantrag) {
  const { dataset } = $musterantrag;
  const { lueckeName: name = "", lueckeZusatz: zusatz = "", lueckeDatum: datum = "" } = dataset;
  const { selbsteinschaetzung: numbered = "", selbsteinschaetzungZusatz: additional = "" } = dataset;
  return {
    blocks: childrenOf($musterantrag).map(readBlock),
    blanks: { name, zusatz, datum },
    beugung: JSON.parse(dataset.beugung ?? ""),
    selbsteinschaetzung: { numbered, additional },
  };
}

/**
 * Show a document in place of what was there.
 * @param {HTMLElement} $target
 * @param {Doc} doc
 */
export function showDocument($target, doc) {
  $target.replaceChildren(...doc.blocks.map(makeBlock));
}

/** @param {Block} block */
function makeBlock(block) {
  if (block.type === "list")
    return make("ol", {}, ...block.items.map((text) => make("li", {}, plainText(text))));
  const tag = block.type === "heading" ? /** @type {"h3"} */ (`h${block.level + HEADING_SHIFT}`) : "p";
  return make(tag, {}, "text" in block ? plainText(block.text) : "");
}

/** @param {HTMLElement} $block @returns {PlanBlock} */
function readBlock($block) {
  const { wenn = "", muster = "", empfehlung = "", einfuegen } = $block.dataset;
  const heading = /^H(\d)$/.exec($block.tagName);
  const items = childrenOf($block).map(({ dataset }) => ({
    id: dataset.modul ?? "",
    pattern: dataset.muster ?? "",
  }));
  return {
    kind:
      $block.tagName === "OL"
        ? "list"
        : einfuegen !== undefined
          ? "insert"
          : heading
            ? "heading"
            : "paragraph",
    pattern: muster,
    level: heading ? Number(heading[1]) - HEADING_SHIFT : 0,
    when: wenn,
    empfehlung,
    items,
  };
}

/** @param {Element} $parent */
function childrenOf($parent) {
  return /** @type {HTMLElement[]} */ ([...$parent.children]);
}
