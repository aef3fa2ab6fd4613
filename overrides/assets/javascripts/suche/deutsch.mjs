/**
 * German words for the search: folding and word stems.
 * `hooks/catalog/german.py` does the same to the words of the index; a test holds both together.
 */

const ZAHLWOERTER = new Map(
  "eins zwei drei vier funf sechs sieben acht neun zehn elf zwolf dreizehn vierzehn"
    .split(" ")
    .map((wort, stelle) => [wort, String(stelle + 1)]),
);
const KURZE_KOEPFE = new Set(["rat", "amt", "ort"]);
const KUERZESTER_TEIL = 4;
// A longer word is no German word; cutting keeps odd input cheap.
const LAENGSTES_WORT = 60;

/**
 * Lower-case letters without accents; ä, ae and a become the same, likewise ß and ss.
 * @param {string} text
 * @returns {string}
 */
export function falten(text) {
  return text
    .toLowerCase()
    .replaceAll("ß", "ss")
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .replaceAll("ae", "a")
    .replaceAll("oe", "o")
    .replace(/(^|[^aeq])ue/g, "$1u");
}

/**
 * The folded words of a text, number words as digits.
 * @param {string} text
 * @returns {string[]}
 */
export function woerter(text) {
  const gefunden = falten(text).match(/[a-z0-9]+/g) ?? [];
  return gefunden.map((wort) => ZAHLWOERTER.get(wort) ?? wort.slice(0, LAENGSTES_WORT));
}

/**
 * What the inflected forms of a folded word have in common.
 * @param {string} wort
 * @returns {string}
 */
export function stamm(wort) {
  let rest = wort;
  while (rest.length > 3) {
    const endung = flexionsendung(rest);
    if (!endung) break;
    rest = rest.slice(0, -endung);
  }
  return rest;
}

/**
 * What derived words have in common: Beratung, beraten and beratend; vernetzen and Vernetzung.
 * @param {string} gestammt - a stem
 * @returns {string}
 */
export function wurzel(gestammt) {
  let rest = gestammt;
  for (;;) {
    const kuerzer = rest.replace(/^(.{4,}?)(?:ung|keit|heit|lich|isch|ier|ig|nd|t)$/, "$1");
    const naechster = stamm(kuerzer);
    if (naechster.length < 4 || naechster === rest) return rest;
    rest = naechster;
  }
}

/**
 * The stems of a compound's parts, the head last, or an empty list.
 * @param {string} wort - a folded word
 * @param {(stamm: string) => boolean} bekannt
 * @returns {string[]}
 */
export function wortteile(wort, bekannt) {
  for (let anfang = KUERZESTER_TEIL; anfang < wort.length - 2; anfang += 1) {
    const ende = wort.slice(anfang);
    const kopf = stamm(ende);
    if (!(ende.length >= KUERZESTER_TEIL ? bekannt(kopf) : KURZE_KOEPFE.has(kopf))) continue;
    const vorn = stamm(wort.slice(0, anfang));
    if (vorn.length >= KUERZESTER_TEIL && bekannt(vorn)) return [vorn, kopf];
    const teile = wortteile(wort.slice(0, anfang), bekannt);
    if (teile.length) return [...teile, kopf];
  }
  return [];
}

/** How many letters an inflectional ending takes, 0 if there is none. */
function flexionsendung(wort) {
  if (wort.length > 6 && wort.endsWith("inn")) return 3;
  if (wort.length > 5 && /(?:in|em)$/.test(wort)) return 2;
  if (wort.length > 4 && wort.endsWith("er")) return 2;
  return /[ens]$/.test(wort) ? 1 : 0;
}
