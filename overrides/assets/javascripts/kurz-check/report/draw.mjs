// A report on the screen: what files show as words alone has links, bars and dots here.

import { find, findAll, make, makeSvg } from "../../shared/dom.mjs";

/** @import {Attributes, Block, Child, Look, Report, Text} from "../../shared/types.mjs" */

/**
 * Fill the places of a view.
 * @param {Element} $view
 * @param {Report} report
 */
export function drawReport($view, { blocks, shown }) {
  for (const $part of findAll($view, "[data-wenn]")) $part.hidden = !shown.has($part.dataset.wenn ?? "");
  for (const $place of findAll($view, "[data-stelle]")) {
    const own = blocks.filter(({ stelle }) => stelle === $place.dataset.stelle);
    $place.replaceChildren(...($place.tagName === "DIV" ? folded(own) : contentOf(own[0])));
  }
}

/** @param {Element} $root @param {string} name the data-stelle @param {Child[]} nodes */
export function fillPlace($root, name, nodes) {
  find($root, `[data-stelle="${name}"]`).replaceChildren(...nodes);
}

/** What stands inside the element of a place. @param {Block} [block] @returns {Child[]} */
function contentOf(block) {
  if (!block) return [];
  if (block.type === "table") return block.rows.map(tableRow);
  if (block.type === "list") return block.items.map((item) => make("li", {}, ...nodesOf(item)));
  return nodesOf(block.text);
}

/** Headings that fold take what follows them inside. @param {Block[]} blocks */
function folded(blocks) {
  /** @type {HTMLElement[]} */
  const $nodes = [];
  for (const block of blocks) {
    const $last = $nodes.at(-1)?.querySelector("[data-weiter]");
    if (block.type === "heading" && block.open !== undefined) $nodes.push(fold(block.text, block.open));
    else if ($last) $last.append(blockNode(block));
    else $nodes.push(blockNode(block));
  }
  return $nodes;
}

/** @param {Text} title @param {boolean} open */
function fold(title, open) {
  const $title = make("summary", {}, make("h4", {}, ...nodesOf(title)));
  return make("details", { class: "schritt", open }, $title, make("div", { "data-weiter": true }));
}

/** @param {Block} block */
function blockNode(block) {
  /** @type {Attributes} */
  const mark = block.part ? { [`data-${block.part}`]: true } : {};
  return make(block.type === "list" ? "ul" : "p", mark, ...contentOf(block));
}

/**
 * A table row whose first cell names it; phones show it as a block, hence the roles.
 * @param {Text[]} cells
 */
function tableRow([name = "", ...cells]) {
  const $head = make("th", { scope: "row", role: "rowheader" }, ...nodesOf(name));
  return make(
    "tr",
    { role: "row" },
    $head,
    ...cells.map((cell) => make("td", { role: "cell" }, ...nodesOf(cell))),
  );
}

/** @param {Text} text @returns {Child[]} */
function nodesOf(text) {
  if (typeof text === "string") return [text];
  return text.flatMap((span) => (typeof span === "string" ? [span] : drawn(span.text, span.look)));
}

/** @param {string} text @param {Look} look @returns {Child[]} */
function drawn(text, look) {
  switch (look.kind) {
    case "link":
      return [make("a", { href: look.href }, text)];
    case "band":
      return [make("span", { "aria-hidden": "true" }, `${look.sign} `), text];
    case "bar":
      return [bar(look.value), make("span", { class: "profil__wert" }, text)];
    case "drawing":
      return look.draw(text);
    default:
      return [make(look.kind, look.class ? { class: look.class } : {}, text)];
  }
}

/** @param {number} value */
function bar(value) {
  return drawing("balken", [
    makeSvg("rect", { class: "balken__grund", width: "100%", height: "100%" }),
    makeSvg("rect", { class: "balken__wert", width: `${value}%`, height: "100%" }),
  ]);
}

/** A drawing beside a text that says the same. @param {string} name @param {SVGElement[]} shapes */
export function drawing(name, shapes) {
  return makeSvg("svg", { class: name, "aria-hidden": "true" }, ...shapes);
}
