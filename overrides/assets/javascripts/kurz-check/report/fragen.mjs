// A question as the page carries it, with all that a report says about it.

import { find, findAll } from "../../shared/dom.mjs";
import { readText } from "./plan.mjs";

/** @import {Frage, Gestellt, Span} from "../../shared/types.mjs" */

/** @param {Gestellt} gestellt @returns {Frage} */
export function readFrage(gestellt) {
  const $frage = find(document, `#${gestellt.id}`);
  const links = findAll($frage, "[data-empfehlung]", HTMLAnchorElement).map(readLink);
  const textOf = (/** @type {string} */ selector) => {
    const $text = $frage.querySelector(selector);
    return $text ? readText($text) : "";
  };
  return {
    ...gestellt,
    empfehlungen: links.map(({ id }) => id),
    links,
    schritte: findAll($frage, "[data-schritte] li").map(($step) => $step.textContent ?? ""),
    argument: textOf("[data-argument]"),
    beschluss: textOf("[data-beschluss]"),
    hinsehen: $frage.querySelector("[data-hinsehen]")?.textContent ?? "",
    beispiele: findAll($frage, "[data-beispiele] li").map(readBeispiel),
  };
}

/** Whom to ask in each Land. @param {ParentNode} $root @returns {(land: string) => Span[]} */
export function readStellen($root) {
  const $items = findAll($root, "[data-ansprechstellen] > li");
  const known = new Map(
    $items.map(($item) => [$item.dataset.land ?? "", findAll($item, "a", HTMLAnchorElement).map(linkOf)]),
  );
  return (land) => known.get(land) ?? known.get("") ?? [];
}

/** @param {HTMLAnchorElement} $link */
function readLink($link) {
  return {
    id: $link.dataset.empfehlung ?? "",
    text: $link.textContent ?? "",
    href: $link.href,
  };
}

/** @param {HTMLAnchorElement} $link @returns {Span} */
function linkOf($link) {
  return { text: $link.textContent ?? "", look: { kind: "link", href: $link.href } };
}

/** @param {HTMLElement} $item */
function readBeispiel($item) {
  const [land = [], art = [], groesse = []] = ["land", "art", "groesse"].map((name) =>
    ($item.dataset[name] ?? "").split("|"),
  );
  return { text: readText($item), land, art, groesse };
}
