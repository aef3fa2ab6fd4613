/** Where German sentences end. */

// Signs that end a sentence, with what closes behind them.  Without a space it is a number, an address or an abbreviation.
const END = /[.!?…]+[“”"»«’‘')\]]*(?=\s|$)/g;
// How the next sentence may begin: „Möglichkeiten haben Sie?“ may stand in the middle of one.
const START = /^\s+[„“"»«‚‘'([]*[\p{Lu}\p{N}]/u;
// What stands before a full stop that ends no sentence: a number as in "3. Oktober", one letter, "z.B", an abbreviation.
const NO_END = /^(?:\d{1,2}|\p{L}|(?:\p{L}{1,2}\.)+\p{L}{1,2}|[IVX]+)$/u;
const ABBREVIATIONS = new Set(
  (
    "abs anl anm art aug aufl bd bspw buchst bzw ca dez dipl dr etc evtl ff geb gem ggf hrsg inkl jan jh kap lfd lit " +
    "max mind min mio mrd nov nr nrn okt prof sept sog st std str tel tsd usw vgl ziff zzgl"
  ).split(" "),
);
const OPENING = /[„([]/g;
const CLOSING = /[“)\]]/g;

/** @typedef {{start: number, end: number}} Span where something stands in a text */

/**
 * The sentences of a text; the end of a line ends one too.
 * When in doubt two sentences stay together.
 * @param {string} text
 * @returns {Span[]}
 */
export function sentences(text) {
  /** @type {Span[]} */
  const spans = [];
  let start = 0;
  for (const line of text.split("\n")) {
    let from = start;
    for (const { index, 0: sign } of line.matchAll(END)) {
      const end = start + index + sign.length;
      if (!endsSentence(text.slice(from, end), text.slice(end, start + line.length), sign)) continue;
      spans.push({ start: from, end });
      from = end + (/^\s*/.exec(text.slice(end))?.[0].length ?? 0);
    }
    if (from < start + line.length) spans.push({ start: from, end: start + line.length });
    start += line.length + 1;
  }
  return spans;
}

/**
 * @param {string} sentence - up to the sign
 * @param {string} rest - of the line
 * @param {string} sign
 */
function endsSentence(sentence, rest, sign) {
  if (!rest.trim()) return true;
  if (!START.test(rest) || isOpen(sentence)) return false;
  // „Demokratie leben!“ is a name more often than the end of a sentence.
  if (/^[!?…]/.test(sign)) return sign.length === 1;
  const before = /[\p{L}\p{N}.]+$/u.exec(sentence.slice(0, -sign.length))?.[0] ?? "";
  return !NO_END.test(before) && !ABBREVIATIONS.has(before.toLowerCase());
}

/** Whether a bracket or a quotation is not closed yet. @param {string} sentence */
function isOpen(sentence) {
  return (sentence.match(OPENING)?.length ?? 0) > (sentence.match(CLOSING)?.length ?? 0);
}
