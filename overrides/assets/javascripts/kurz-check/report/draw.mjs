// A report on the screen: what files show as words alone has links and signs here.

import { plainText } from "../../document/plain.mjs";
import { findAll, make } from "../../shared/dom.mjs";

/** @import {Attributes, Block, Child, Doc, Heading, Look, Report, Text} from "../../shared/types.mjs" */

/** What stands in each place already: drawn anew, it would fold and lose the focus. @type {WeakMap<Element, string>} */
const drawnIn = new WeakMap();

/**
 * Fill the places of a view.
 * @param {Element} $view
 * @param {Report} report
 */
export function drawReport($view, { blocks, shown }) {
  for (const $part of findAll($view, "[data-wenn]")) $part.hidden = !shown.has($part.dataset.wenn ?? "");
  for (const $place of findAll($view, "[data-stelle]")) {
    const own = blocks.filter(({ stelle }) => stelle === $place.dataset.stelle);
    const text = JSON.stringify(own);
    if (drawnIn.get($place) === text) continue;
    drawnIn.set($place, text);
    $place.replaceChildren(...($place.tagName === "DIV" ? cards(own) : contentOf(own[0])));
  }
}

/**
 * A page for paper; its picture is drawn, not written.
 * @param {Element} $place
 * @param {Doc} poster
 * @param {SVGSVGElement} $picture
 */
export function drawPoster($place, { blocks }, $picture) {
  const $nodes = blocks.map((block) => {
    if (block.part === "bild") return $picture;
    if (block.type !== "heading") return blockNode(block);
    return make("p", { class: `plakat__titel plakat__titel--${block.level}` }, ...nodesOf(block.text));
  });
  $place.replaceChildren(...$nodes);
}

/** What stands inside the element of a place. @param {Block} [block] @returns {Child[]} */
function contentOf(block) {
  if (!block) return [];
  if (block.type === "table") return block.rows.map((row) => tableRow(row, block.header));
  if (block.type === "list") return block.items.map((item) => make("li", {}, ...nodesOf(item)));
  return nodesOf(block.text);
}

/** A card for each question: its first step, and folded what else there is. @param {Block[]} blocks */
function cards(blocks) {
  /** @type {HTMLElement[]} */
  const $cards = [];
  const hasHelp = blocks.some(({ part }) => part === "stellen");
  for (const block of blocks) {
    const $more = $cards.at(-1)?.querySelector("[data-weiter]");
    if (block.type === "heading") $cards.push(card(block, hasHelp));
    else if (block.part === "schritt") $cards.at(-1)?.querySelector("h4")?.after(blockNode(block));
    else $more?.append(blockNode(block));
  }
  return $cards;
}

/** @param {Heading} heading @param {boolean} hasHelp whether it says whom to ask */
function card({ text, frage = "" }, hasHelp) {
  const $title = make("h4", { id: `karte-${frage}`, tabindex: -1 }, ...nodesOf(text));
  const described = { "aria-describedby": $title.id };
  const $summary = make("summary", described, `Begründung, Beispiele, Antrag${hasHelp ? ", Hilfe" : ""}`);
  const $aside = make(
    "button",
    {
      type: "button",
      class: "knopf knopf--leise",
      "data-aktion": "zurueckstellen",
      "data-frage": frage,
      ...described,
    },
    "Zurückstellen",
  );
  return make(
    "section",
    { class: "schritt", "aria-labelledby": $title.id },
    $title,
    make("details", {}, $summary, make("div", { "data-weiter": true })),
    make("p", { class: "schritt__tasten" }, $aside),
  );
}

/** @param {Block} block */
function blockNode(block) {
  /** @type {Attributes} */
  const mark = block.part ? { [`data-${block.part}`]: true } : {};
  return make(block.type === "list" ? "ul" : "p", mark, ...contentOf(block));
}

/**
 * A table row whose first cell names it; phones show it as a block with the names of its columns, hence the roles.
 * @param {Text[]} cells
 * @param {Text[]} header
 */
function tableRow([name = "", ...cells], [, ...columns]) {
  const $head = make("th", { scope: "row", role: "rowheader" }, ...nodesOf(name));
  const $cells = cells.map((cell, place) => {
    const column = plainText(columns[place] ?? "");
    return make("td", { role: "cell", "data-spalte": column }, ...nodesOf(cell));
  });
  return make("tr", { role: "row" }, $head, ...$cells);
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
    default:
      return [make(look.kind, look.class ? { class: look.class } : {}, text)];
  }
}
