// Names of municipalities, bodies and movers in all four cases, as in declension.py. No DOM.
// The words and endings come from the catalogue, with the page.

/**
 * @import {Article, Beugung, Case, Forms, Grundwort, Phrase} from "../shared/types.mjs"
 */

const ARTICLE = /^(der|die|das)\s+/i;
const INFLECTED = /^(.{2,}?)(e[rsn]?)$/u;
const LATIN = /(?<![ae])us$/;
const HISSING = /(?:[sßxz]|sch|st)$/;
const SMALL = /^\p{Ll}/u;

/**
 * Decline a noun that somebody wrote without its article, in the nominative.
 * @param {Article} artikel
 * @param {string} text
 * @param {Beugung} rules
 * @returns {Phrase}
 */
export function decline(artikel, text, rules) {
  const words = wordsOf(text);
  const { head, sicher } = findHead(words, rules);
  return declined(artikel, words, head, rules, sicher);
}

/**
 * Return a kind of municipality or mover with its name; a name that says its kind stays as it is.
 * @param {string} kind
 * @param {Forms} forms
 * @param {string} name
 * @param {Beugung} rules
 * @returns {Phrase}
 */
export function nameWithKind(kind, forms, name, rules) {
  const whole = completeName(kind, name, rules);
  if (whole) return whole;
  const bare = withoutShortKind(kind, name, rules);
  return phraseOf(forms.artikel, true, (key) => forms[key].replaceAll("{name}", () => bare).trim());
}

/**
 * A name without the short form of its own kind: „LK Emsland“; the sentence says the kind in full.
 * @param {string} kind
 * @param {string} name
 * @param {Beugung} rules
 */
function withoutShortKind(kind, name, rules) {
  const [first = "", ...others] = wordsOf(name);
  const short = first.replace(/\.+$/, "").toLowerCase();
  const isShort = rules.kuerzel.some(
    ({ kurz, arten }) => kurz.toLowerCase() === short && arten.includes(kind),
  );
  return others.length && isShort ? others.join(" ") : name;
}

/**
 * Decline a name that already says its kind: „Stadt Köln“, „Märkischer Kreis“, „CDU-Fraktion“.
 * @param {string} kind
 * @param {string} name
 * @param {Beugung} rules
 */
export function completeName(kind, name, rules) {
  const words = wordsOf(name);
  if (rules.namen_mit_artwort.includes(words.join(" "))) return null;
  for (const [index, word] of words.entries()) {
    const found = rules.grundwoerter.find(
      (known) => known.arten.includes(kind) && saysKind(word, words[index + 1] ?? "", known),
    );
    if (found) return declined(found.artikel, words, index, rules, true);
    if (!leads(word, rules)) return null;
  }
  return null;
}

/**
 * The word that a name repeats after its kind, as in „Fraktionen CDU-Fraktion“; nothing if there is none.
 * @param {string} kind
 * @param {Forms} forms
 * @param {string} name
 * @param {Beugung} rules
 */
export function doubledWord(kind, forms, name, rules) {
  if (completeName(kind, name, rules) || rules.namen_mit_artwort.includes(name.trim())) return "";
  const [head = ""] = forms.nominativ.toLowerCase().split(" ");
  const known = rules.grundwoerter.filter(({ arten }) => arten.includes(kind));
  const isDoubled = (/** @type {string} */ word) =>
    `${word}en` === head || known.some(({ wort }) => wort.toLowerCase() === word);
  return name.split(/[\s-]+/).find((word) => isDoubled(word.toLowerCase())) ?? "";
}

/**
 * The article of a body, if it is written or the head is known.
 * @param {string} text
 * @param {Beugung} rules
 * @returns {Article|undefined}
 */
export function articleOf(text, rules) {
  const [, written] = ARTICLE.exec(text) ?? [];
  if (written) return /** @type {Article} */ (written.toLowerCase());
  const words = wordsOf(text);
  const head = words[findHead(words, rules).head] ?? "";
  return rules.grundwoerter.find(({ wort }) => endsWith(head, [wort]))?.artikel;
}

/** @param {Article} artikel @param {string[]} words @param {number} head @param {Beugung} rules @param {boolean} sicher */
function declined(artikel, words, head, rules, sicher) {
  return phraseOf(artikel, sicher, (key) => {
    // The ending of an adjective after „der“, „die“ or „das“, however it was written before.
    const isBare = key === "nominativ" || (key === "akkusativ" && artikel !== "der");
    const ending = isBare && artikel !== "plural" ? "e" : "en";
    const cased = words.map((word, index) => {
      if (index > head) return word;
      if (index === head) return noun(word, artikel, key, ending, rules);
      const stem = stemOf(word, rules);
      return stem ? stem + ending : word;
    });
    return cased.join(" ");
  });
}

/** @param {Article} artikel @param {boolean} sicher @param {(key: Case) => string} form @returns {Phrase} */
function phraseOf(artikel, sicher, form) {
  const [nominativ, genitiv, dativ, akkusativ] = [
    form("nominativ"),
    form("genitiv"),
    form("dativ"),
    form("akkusativ"),
  ];
  return { artikel, nominativ, genitiv, dativ, akkusativ, sicher };
}

/** Where the head stands and whether that is sure. @param {string[]} words @param {Beugung} rules */
function findHead(words, rules) {
  let sicher = true;
  let head = 0;
  for (; head < words.length - 1; head++) {
    const [word = "", following = ""] = words.slice(head);
    if (isHead(word, rules)) break;
    if (leads(word, rules)) continue;
    if (!INFLECTED.test(word) || SMALL.test(following)) break;
    // „Bremer Rat“, „Bunter Kreis“ or „Halle Mitte“: only people know.
    sicher = false;
    if (!isHead(following, rules)) break;
  }
  return { head, sicher: sicher && !LATIN.test(words[head] ?? "") };
}

/** @param {string} word @param {string} following @param {Grundwort} known */
function saysKind(word, following, { wort, allein, mit_name }) {
  if (word.toLowerCase() === wort.toLowerCase()) return true;
  return !allein && endsWith(word, [wort]) && (!mit_name || /^\p{Lu}/u.test(following));
}

/** Whether a word stands before the head: an adjective, „und“, „Hanse-“. @param {string} word @param {Beugung} rules */
function leads(word, rules) {
  return /^(?:und|oder)$|-$/.test(word) || Boolean(stemOf(word, rules));
}

/** The stem of an adjective; nothing if the word is none. @param {string} word @param {Beugung} rules */
function stemOf(word, rules) {
  const [, stem = "", ending] = (word !== "oder" && INFLECTED.exec(word)) || [];
  // After a place only „-er“ is possible, and it stays: „Leipziger“.
  const known = ending === "er" ? rules.eigenschaftswoerter_auf_er : rules.eigenschaftswoerter;
  return SMALL.test(word) || endsWith(stem, known) ? stem : "";
}

/** @param {string} word @param {Beugung} rules */
function isHead(word, rules) {
  const known = rules.grundwoerter.map(({ wort }) => wort);
  return Boolean(stemOfNoun(word, rules)) || endsWith(word, known);
}

/** The stem of „Beauftragte“, which takes the endings of an adjective. @param {string} word @param {Beugung} rules */
function stemOfNoun(word, rules) {
  const [, stem = ""] = INFLECTED.exec(word) ?? [];
  return endsWith(stem, rules.wie_eigenschaftswoerter) ? stem : "";
}

/** @param {string} word @param {Article} artikel @param {Case} key @param {string} ending @param {Beugung} rules */
function noun(word, artikel, key, ending, rules) {
  const stem = stemOfNoun(word, rules);
  if (stem) return stem + ending;
  if (artikel === "plural") return key === "dativ" && /e[rl]?$/.test(word) ? `${word}n` : word;
  if (key === "nominativ" || artikel === "die") return word;
  const isWeak = endsWith(word, ["e", ...rules.schwache_endungen]) && !endsWith(word, rules.starke_woerter);
  if (artikel === "der" && isWeak) return word + (/(?:e|herr)$/.test(word) ? "n" : "en");
  return key === "genitiv" ? genitive(word, rules) : word;
}

/** „Rates“ but „Stadtrats“, „Ausschusses“, „Bündnisses“. @param {string} word @param {Beugung} rules */
function genitive(word, rules) {
  const lower = word.toLowerCase();
  if (!/\p{Ll}/u.test(word) || LATIN.test(lower)) return word;
  if (lower.endsWith("nis")) return `${word}ses`;
  const isShort =
    /^[^aeiouyäöü]*[aeiouyäöü]+[^aeiouyäöü]+$/.test(lower) && !endsWith(lower, rules.kurze_mit_s);
  return word + (isShort || HISSING.test(lower) ? "es" : "s");
}

/** @param {string} word @param {readonly string[]} endings */
function endsWith(word, endings) {
  return endings.some((ending) => word.toLowerCase().endsWith(ending.toLowerCase()));
}

/** The words of a name; an article in front of it belongs to the sentence. @param {string} text */
function wordsOf(text) {
  return text.trim().replace(ARTICLE, "").split(/\s+/).filter(Boolean);
}
