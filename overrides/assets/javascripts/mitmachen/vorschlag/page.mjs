// The page of an example, part by part as the template of the catalogue has it. A test holds both together.

import { datesInWords } from "../../shared/dates.mjs";
import { make } from "../../shared/dom.mjs";
import { margin } from "./margin.mjs";
import { OPEN, heading, link, list, once } from "./parts.mjs";

/**
 * @import {Beispiel, Child} from "../../shared/types.mjs"
 * @import {Beleg, Bekannt, Entwurf} from "./parts.mjs"
 */

/** @param {Beispiel} beispiel perhaps half filled in @param {Bekannt} known @returns {HTMLElement[]} */
export function examplePage(beispiel, known) {
  const draft = /** @type {Entwurf} */ (/** @type {unknown} */ (beispiel));
  return [
    heading(1, draft.titel ?? OPEN),
    signs(draft),
    make(
      "div",
      { class: "eintrag" },
      make("div", { class: "eintrag__text" }, ...story(draft, known)),
      make("div", { class: "eintrag__rand" }, ...margin(draft, known)),
    ),
  ];
}

/** @param {Entwurf} draft */
function signs({ kommunen, laeuft, id = OPEN }) {
  const names = kommunen.map(({ name }) => name || OPEN).join(", ");
  return make(
    "p",
    { class: "kennzeichen" },
    make("span", {}, names),
    ...(laeuft === "nein" ? [" ", make("span", {}, "beendet")] : []),
    " ",
    make("span", {}, "Kennung: ", make("code", {}, id)),
  );
}

/** @param {Entwurf} draft @param {Bekannt} known @returns {Child[]} */
function story(draft, known) {
  return [
    make("p", { class: "einleitung" }, draft.kurz ?? OPEN),
    heading(2, "Was andere daraus mitnehmen"),
    make(
      "dl",
      { class: "steckbrief steckbrief--breit" },
      make("dt", {}, "Übertragbar"),
      make("dd", {}, draft.uebertragbar ?? OPEN),
      make("dt", {}, "Nicht übertragbar"),
      make("dd", {}, draft.nicht_uebertragbar ?? "Dazu ist nichts belegt."),
    ),
    ...(draft.lehre ? [heading(2, "Was nicht gelang"), make("p", {}, draft.lehre)] : []),
    actions(draft, known),
    heading(2, "Quellen"),
    proofs(draft.belege),
    heading(2, "Mehr davon"),
    make("div", { class: "marken" }, list(marks(draft, known))),
  ];
}

/** @param {Entwurf} draft @param {Bekannt} known */
function actions({ fragen = [] }, { seiten }) {
  const [first] = fragen;
  const quiet = first ? " knopf--leise" : "";
  return make(
    "p",
    { class: "eintrag__weiter" },
    ...(first ? [link("Im Kurz-Check prüfen", `${seiten.kurzcheck}#${first}`, { class: "knopf" })] : []),
    link("Daraus einen Antrag machen", seiten.musterantrag, { class: `knopf${quiet}` }),
  );
}

/** @param {Beleg[]} belege */
function proofs(belege) {
  const words = belege.length === 1 ? "Beleg" : "Belege";
  return make(
    "details",
    { class: "beleg" },
    make("summary", {}, `${belege.length} ${words} mit Adresse und Stand`),
    list(belege.map(proof)),
  );
}

/** @param {Beleg} beleg @returns {Child[]} */
function proof({ titel, sprache = "", herausgeber, url, stand, belegt }) {
  // What is half typed is no address yet, and must never be run.
  const href = /^https?:\/\//i.test(url) && url;
  const $title = make("a", { href, rel: "external", lang: sprache || false }, titel || OPEN);
  const dated = stand ? datesInWords(stand) : OPEN;
  return [$title, ` – ${herausgeber || OPEN}, Stand: ${dated}. Belegt: ${belegt || OPEN}.`];
}

/** @param {Entwurf} draft @param {Bekannt} known @returns {Child[][]} */
function marks({ empfehlungen = [], kommunen }, { eintraege, listen }) {
  return [
    ...empfehlungen.map((id) => [link(eintraege.empfehlungen?.[id]?.[0] ?? id, listen.empfehlung?.[id])]),
    ...once(kommunen, "land").map((land) => [link(land, listen.land?.[land])]),
    ...once(kommunen, "art").map((art) => [link(art, listen.art?.[art])]),
  ];
}
