// The words of a view that the page carries, read once, and the places in it that a report fills.

import { plainText } from "../../document/plain.mjs";

/** @import {Block, Filling, PlanPart, Report, Span, Text} from "../../shared/types.mjs" */

const NOT_IN_A_REPORT =
  "[aria-hidden=true], .meldung, .mitnehmen, .weitergeben, .rechnung, .plakat, .nicht-im-blatt, :is(p, fieldset, label):has(input)";
const TYPES = /** @type {const} */ ({
  H2: "heading",
  H3: "heading",
  P: "paragraph",
  UL: "list",
  TABLE: "table",
});

/** @param {Element} $view @returns {PlanPart[]} */
export function readPlan($view) {
  return [...readParts($view, [])];
}

/**
 * The text of an element as files and screens need it: one line, emphasis kept, and links that hold in a file too.
 * @param {Node} $node
 * @returns {Text}
 */
export function readText($node) {
  const spans = [...readSpans($node)];
  return spans.every((span) => typeof span === "string") ? spans.join("").trim() : spans;
}

/**
 * The plan with its places filled.
 * @param {PlanPart[]} plan
 * @param {Filling} filling
 * @returns {Report}
 */
export function fillPlan(plan, { shown, places }) {
  const isShown = (/** @type {{when: string[]}} */ { when }) =>
    when.every((condition) => shown.has(condition));
  const blocks = plan.filter(isShown).flatMap((part) => filled(part, isShown, places[part.stelle]));
  return { title: blocks[0] ? plainText("text" in blocks[0] ? blocks[0].text : "") : "", blocks, shown };
}

/**
 * @param {Element} $parent
 * @param {string[]} when
 * @returns {Generator<PlanPart>}
 */
function* readParts($parent, when) {
  for (const $node of /** @type {Iterable<HTMLElement>} */ ($parent.children)) {
    if ($node.matches(NOT_IN_A_REPORT)) continue;
    const conditions = conditionsOf($node, when);
    const type = $node.tagName in TYPES ? TYPES[/** @type {keyof TYPES} */ ($node.tagName)] : null;
    if (type ?? $node.dataset.stelle) yield readPart($node, type ?? "blocks", conditions);
    else yield* readParts($node, conditions);
  }
}

/**
 * @param {HTMLElement} $node
 * @param {PlanPart["type"]} type
 * @param {string[]} when
 * @returns {PlanPart}
 */
function readPart($node, type, when) {
  const $table = type === "table" ? /** @type {HTMLTableElement} */ ($node) : null;
  const $place = $table?.tBodies[0] ?? $node;
  return {
    type,
    level: Number(/^H(\d)$/.exec($node.tagName)?.[1] ?? 1) - 1,
    text: $table?.caption ? readText($table.caption) : readText($node),
    header: [...($table?.rows[0]?.cells ?? [])].map(readText),
    items: type === "list" ? [.../** @type {Iterable<HTMLElement>} */ ($node.children)].map(readItem) : [],
    stelle: $place.dataset.stelle ?? "",
    when,
  };
}

/** @param {HTMLElement} $item */
function readItem($item) {
  return { text: readText($item), when: conditionsOf($item, []) };
}

/** @param {HTMLElement} $node @param {string[]} outer */
function conditionsOf($node, outer) {
  return $node.dataset.wenn === undefined ? outer : [...outer, $node.dataset.wenn];
}

/** @param {Node} $node @returns {Generator<Span>} */
function* readSpans($node) {
  for (const $child of $node.childNodes) {
    const text = ($child.textContent ?? "").replace(/\s+/g, " ");
    if (!($child instanceof Element)) yield text;
    else if ($child instanceof HTMLAnchorElement) yield { text, look: { kind: "link", href: $child.href } };
    else if ($child.tagName === "STRONG") yield { text, look: { kind: "strong" } };
    else if (!$child.matches("[aria-hidden=true]")) yield text;
  }
}

/**
 * @param {PlanPart} part
 * @param {(item: {when: string[]}) => boolean} isShown
 * @param {any} content of the place: what its type holds
 * @returns {Block[]}
 */
function filled({ type, level, text, header, items, stelle }, isShown, content) {
  if (type === "blocks") return content.map((/** @type {Block} */ block) => ({ ...block, stelle }));
  if (type === "heading") return [{ type, level, text: content ?? text, stelle }];
  if (type === "paragraph") return [{ type, text: content ?? text, stelle }];
  if (type === "table") return [{ type, caption: text, header, rows: content ?? [], stelle }];
  const texts = content ?? items.filter(isShown).map((item) => item.text);
  return texts.length ? [{ type, ordered: false, items: texts, stelle }] : [];
}
