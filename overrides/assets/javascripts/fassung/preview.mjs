// How the copy will look: header, colours with measured contrast, legal pages.

import { find, findAll, make } from "../shared/dom.mjs";
import { isColour, readable, weakest } from "./colours.mjs";
import { logoOf, pictureAddress } from "./logo.mjs";
import { render } from "./render.mjs";
import { complete, values } from "./settings.mjs";

const PAGES = ["impressum", "datenschutz", "barrierefreiheit"];
// What a file of somebody else says must not run when it is clicked.
const SAFE_LINK = /^(https?:|mailto:|#)/;

/**
 * @param {HTMLElement} $root
 * @param {any} written answers by section
 * @param {import("./logo.mjs").Kept[]} files
 * @param {any} data what the build published
 */
export function preview($root, written, files, data) {
  const colour = written.farben?.hell ?? "";
  const $head = find($root, "[data-kopf]");
  find($head, "[data-titel]").textContent = written.website?.titel || data.standard.website.titel;
  const logo = logoOf(files);
  find($head, "[data-logo]").replaceChildren(
    ...(logo ? [make("img", { class: "kopf__logo", src: pictureAddress(logo), alt: "" })] : []),
  );
  if (isColour(colour)) $head.style.setProperty("--ivo-farbe", colour);
  else $head.style.removeProperty("--ivo-farbe");
  contrasts(find($root, "[data-kontraste]"), colour, data.farben);
  legalPages($root, written, data);
}

/** @param {HTMLElement} $list @param {string} colour @param {any} known */
function contrasts($list, colour, { noetig, schemata }) {
  const lines = isColour(colour) ? schemata : [];
  $list.replaceChildren(
    ...lines.map((/** @type {any} */ scheme) => {
      const shown = scheme.name === "hell" ? colour : readable(scheme, colour, noetig);
      const found = weakest(scheme, shown);
      const enough = found >= noetig;
      const words = `${scheme.name === "hell" ? "Auf hellem Grund" : `Auf dunklem Grund (${shown})`}: Kontrast ${german(found)}, nötig ${german(noetig)}.`;
      const better = readable(scheme, colour, noetig);
      return make(
        "li",
        {},
        words,
        ...(enough
          ? [" Gut lesbar."]
          : [
              ` Nicht gut lesbar. Lesbar wäre zum Beispiel ${better}. `,
              make(
                "button",
                { type: "button", class: "knopf knopf--leise", "data-aktion": "farbe", value: better },
                `${better} nehmen`,
              ),
            ]),
      );
    }),
  );
}

/** @param {number} number */
function german(number) {
  return `${(Math.floor(number * 10) / 10).toFixed(1).replace(".", ",")} : 1`;
}

/** @param {HTMLElement} $root @param {any} written @param {any} data */
function legalPages($root, written, data) {
  for (const [page, html] of legalTexts(written, data)) {
    // Only our templates make elements here; what somebody typed is escaped and stays text.
    const parsed = new DOMParser().parseFromString(html, "text/html");
    for (const $titled of findAll(parsed, "[id]")) $titled.removeAttribute("id");
    for (const $link of findAll(parsed, "a[href]", HTMLAnchorElement))
      if (!SAFE_LINK.test($link.getAttribute("href") ?? "")) $link.removeAttribute("href");
    find($root, `[data-seite=${page}]`).replaceChildren(...parsed.body.childNodes);
  }
}

/** @param {any} written @param {any} data @returns {[page: string, html: string][]} */
export function legalTexts(written, data) {
  const settings = complete(withBlanks(written), data);
  return PAGES.map((page) => [
    page,
    render(data.vorlagen, `kommune/${page}.html`, {
      ...values(settings, data),
      // Links of the preview lead nowhere: the pages do not exist yet.
      href: () => "#vorschau",
    }),
  ]);
}

/** What is not answered yet shows as a gap. @param {any} written */
function withBlanks(written) {
  const gap = (/** @type {string} */ words) => `[${words}]`;
  const filled = structuredClone(written);
  for (const [section, fields] of Object.entries(BLANKS)) {
    filled[section] ??= {};
    for (const [field, words] of Object.entries(fields)) filled[section][field] ??= gap(words);
  }
  return filled;
}

/** @type {Record<string, Record<string, string>>} */
const BLANKS = {
  kommune: {
    land: "Land",
    name: "Name",
    bezeichnung: "amtliche Bezeichnung",
    leitung: "Leitung der Verwaltung",
  },
  website: { adresse: "Adresse der Website" },
  impressum: {
    strasse: "Straße",
    ort: "Ort",
    telefon: "Telefon",
    email: "E-Mail-Adresse",
    aufsicht: "Rechtsaufsicht",
  },
  datenschutz: { server: "Ort des Servers" },
  barrierefreiheit: {},
};
