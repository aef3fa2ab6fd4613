/** From a query to the documents, best first.  No DOM. */
import { fold, stem, words } from "./german.mjs";
import { Terms } from "./terms/whole.mjs";
import { ListFinder, withLaender, withSizes } from "./query/lists.mjs";
import { PageNames, isOrdinal } from "./query/names.mjs";
import { compoundsOf, covers, lesserWords, namesOf } from "./query/words.mjs";
import { TermsInParts } from "./terms/parts.mjs";
import { exactReading, readings } from "./reading.mjs";
import { Synonyms } from "./synonyms.mjs";
import { nearestTerms, titleTerms } from "./typos.mjs";

const QUALITY_SAME = 0.8;
const QUALITY_RELATED = 0.4;
// Weaker results than this share of the best one only clutter the list.
const THRESHOLD = 0.2;
const NAME_BONUS = 1.6;
// How much it counts against a page that it lacks some of the words.
const COVERAGE = 0.7;
// How much a verb or an adjective tells, where the query has nouns beside it.
const LESSER = 0.5;
const MAX_WORDS = 16;
const MAX_CHARACTERS = 400;
const MAX_HITS = 30;
// A word broken at the end of a line, pasted into a field that has but one.
const BROKEN_WORD = /([\p{L}]+)[-‐‑](\p{Ll}+)/gu;

/**
 * @import {Load} from "./terms/parts.mjs"
 * @import {Found, FoundPage, Hit, IndexData, Reading, SearchResult} from "../shared/types.mjs"
 * @typedef {{matches: Float32Array, found: number, rarity: number}} Weight how well each document matches, and how much
 *   the word tells: rare words more
 * @typedef {Weight & {position: number, reading: Reading}} Unit
 * @typedef {Terms|TermsInParts} AnyTerms
 */

export class Search {
  /** @type {AnyTerms} */
  #terms;
  /** @type {FoundPage[]} */
  #documents;
  #groups;
  /** @type {ListFinder|undefined} */
  #lists;
  #stopWords;
  #data;
  #names;
  /** @type {ReturnType<typeof titleTerms>|undefined} */
  #titleTerms;

  /** @param {IndexData} data @param {Load} load finds what is in no file yet; for a large index only */
  constructor(data, load = () => Promise.reject(new Error("not in parts"))) {
    this.#data = data;
    this.#terms = data.parts ? new TermsInParts(data.parts, load) : new Terms(data);
    this.#documents = data.documents.map(([address, kind, title, place, nr], number) => {
      return { number, address, kind, title, place, nr, rank: data.kinds[kind]?.[2] ?? 0 };
    });
    this.#names = new PageNames(data.kinds, (text) => this.#searchWords(text));
    this.#groups = new Synonyms(data.groups);
    this.#stopWords = new Set(data.stopWords.split(" "));
  }

  /** Names of the kinds of results, one and many. */
  get kinds() {
    return this.#data.kinds;
  }

  /** The name of a page's kind, with its number if it has one. @param {FoundPage} page */
  label(page) {
    return this.#names.label(page);
  }

  /** Addresses and titles of the site's sections. */
  get sections() {
    return this.#data.sections;
  }

  /** Loads what the last search could not do without. */
  load() {
    return this.#terms.load();
  }

  /**
   * @param {string} query
   * @returns {SearchResult|null} null if a part of the index has to be loaded first
   */
  search(query) {
    if (!query) return { hits: [], total: 0, stems: new Set(), seeAlso: [] };
    this.#terms.missing.clear();
    const asked = query.slice(0, MAX_CHARACTERS);
    const wanted = this.#searchWords(this.#joined(asked));
    const typed = this.#groups.find(wanted);
    const lesser = lesserWords(asked);
    const units = wanted.flatMap((word, position) => {
      const isListed = covers(typed, position);
      const found = this.#units(word, position, position === wanted.length - 1, isListed);
      return lesser.has(word) ? found.map((unit) => ({ ...unit, rarity: unit.rarity * LESSER })) : found;
    });
    /** @type {Set<string>} */
    const stems = new Set();
    this.#collectStems(
      units.map(({ reading }) => reading),
      stems,
    );
    const meant = wanted.map((word, position) =>
      covers(typed, position) ? stem(word) : this.#meant(word, position, units),
    );
    const listed = [...this.#groups.find(meant), ...compoundsOf(wanted, this.#terms, this.#groups)];
    for (const found of listed) this.#extend(units, found, stems);
    if (this.#terms.missing.size) return null;
    const names = [meant.join(" "), ...namesOf(listed, wanted.length)];
    const ranked = this.#withLists(this.#ranked(units, names, isOrdinal(asked, wanted)), asked);
    return { ...ranked, stems, seeAlso: this.#groups.seeAlso(wanted) };
  }

  /**
   * Words from titles that look like those of a query, nearest first.
   * @param {string} query
   * @returns {string[]}
   */
  similarTerms(query) {
    const wanted = this.#searchWords(query);
    if (!wanted.length) return [];
    this.#titleTerms ??= titleTerms(this.#documents.map(({ title }) => title));
    return nearestTerms(wanted, this.#titleTerms);
  }

  /**
   * The stem of a word; mistyped and unfinished words as the site has them.
   * @param {string} word
   * @param {number} position
   * @param {Unit[]} units
   */
  #meant(word, position, units) {
    const [unit, ...parts] = units.filter((one) => one.position === position);
    const best = unit && !parts.length ? bestOf(unit.reading) : -1;
    return best < 0 ? stem(word) : this.#terms.stem(best);
  }

  /**
   * Puts together what the site writes as one word; "Sachsen-Anhalt" stays two.
   * @param {string} query
   */
  #joined(query) {
    return query.replace(BROKEN_WORD, (typed, start, end) =>
      this.#terms.numberOf(stem(fold(start + end))) < 0 ? typed : start + end,
    );
  }

  /**
   * Lists of examples come first; behind the best page if the query says more than a place.
   * @param {{hits: Hit[], total: number}} ranked
   * @param {string} query
   */
  #withLists({ hits, total }, query) {
    // Made with the first query, so that the field is there sooner.
    this.#lists ??= new ListFinder(this.#data.lists);
    const { pages, alone, laender } = this.#lists.find(this.#searchWords(withSizes(this.#joined(query))));
    const addresses = new Set(pages.map(({ address }) => address));
    const others = withLaender(hits, laender)
      .sort(byValue)
      .filter(({ page }) => !addresses.has(page.address));
    const lists = pages.map((page) => ({ page, value: 1 }));
    const before = alone ? 0 : 1;
    const all = [...others.slice(0, before), ...lists, ...others.slice(before)];
    return { hits: all.slice(0, MAX_HITS), total: total + all.length - hits.length };
  }

  /** @param {string} query */
  #searchWords(query) {
    const all = words(query.slice(0, MAX_CHARACTERS));
    return all.filter((word) => !this.#stopWords.has(word)).slice(0, MAX_WORDS);
  }

  /**
   * One unit per word; a compound the site does not have gives one per part.
   * @param {string} word
   * @param {number} position
   * @param {boolean} isLast
   * @param {boolean} isListed
   * @returns {Unit[]}
   */
  #units(word, position, isLast, isListed) {
    return readings(this.#terms, word, isLast, isListed).map((reading) => ({
      position,
      reading,
      ...this.#weigh(reading),
    }));
  }

  /** @param {Reading} reading @returns {Weight} */
  #weigh(reading) {
    const matches = new Float32Array(this.#documents.length);
    const exact = new Set();
    for (const [number, quality] of reading) {
      this.#terms.eachDocument(number, (page, weight) => {
        matches[page] = Math.max(matches[page] ?? 0, quality * weight);
        if (quality >= QUALITY_SAME) exact.add(page);
      });
    }
    const found = exact.size || matches.reduce((sum, match) => sum + (match > 0 ? 1 : 0), 0);
    return { matches, found, rarity: Math.log(1 + matches.length / (found || 1)) };
  }

  /**
   * Adds the documents of words that mean the same, or are related, to the units they stand for.
   * @param {Unit[]} units
   * @param {Found} found
   * @param {Set<string>} stems
   */
  #extend(units, found, stems) {
    const affected = units.filter(({ position }) => position >= found.from && position < found.to);
    const more = [
      ...found.same.map((phrase) => ({ phrase, quality: QUALITY_SAME })),
      ...found.related.map((phrase) => ({ phrase, quality: QUALITY_RELATED })),
    ];
    for (const { phrase, quality } of more) {
      const phraseReadings = phrase.map((part) => exactReading(this.#terms, part));
      const [first = new Float32Array(), ...others] = phraseReadings.map(
        (reading) => this.#weigh(reading).matches,
      );
      // The weakest word of a phrase counts.
      const all = others.reduce(
        (one, two) => one.map((match, page) => Math.min(match, two[page] ?? 0)),
        first,
      );
      if (!all.some((match) => match > 0)) continue;
      for (const unit of affected) {
        all.forEach((match, page) => {
          unit.matches[page] = Math.max(unit.matches[page] ?? 0, match * quality);
        });
        unit.found ||= 1;
      }
      this.#collectStems(phraseReadings, stems);
    }
  }

  /** @param {Reading[]} someReadings @param {Set<string>} stems */
  #collectStems(someReadings, stems) {
    for (const reading of someReadings) {
      for (const number of reading.keys()) stems.add(this.#terms.stem(number));
    }
  }

  /**
   * The best documents, those first that are called like the query; and how many there are in all.
   * @param {Unit[]} units
   * @param {string[]} names
   * @param {boolean} isNumbered whether the query names a page by its number
   */
  #ranked(units, names, isNumbered) {
    const known = units.filter(({ found }) => found);
    const total = known.reduce((sum, { rarity }) => sum + rarity, 0);
    /** @type {Hit[]} */
    const found = [];
    let best = 0;
    for (const page of this.#documents) {
      const value = (score(known, page.number, total) * page.rank) / 100;
      if (!value) continue;
      found.push({ page, value });
      best = Math.max(best, value);
    }
    const hits = found.filter(({ value }) => value >= best * THRESHOLD).sort(byValue);
    for (const hit of hits.slice(0, MAX_HITS))
      if ((hit.page.nr || !isNumbered) && this.#names.of(hit.page).some((name) => names.includes(name)))
        hit.value *= NAME_BONUS;
    return { hits: hits.sort(byValue).slice(0, MAX_HITS), total: hits.length };
  }
}

/**
 * The weighted match of all units; documents that lack some of them count less.
 * @param {Unit[]} units
 * @param {number} number
 * @param {number} total
 */
function score(units, number, total) {
  let sum = 0;
  let covered = 0;
  for (const { matches, rarity } of units) {
    const match = matches[number];
    if (!match) continue;
    sum += match * rarity;
    covered += rarity;
  }
  return sum && (sum / total) * (covered / total) ** COVERAGE;
}

/** The stem that a word means most likely, -1 if there is none. @param {Reading} reading */
function bestOf(reading) {
  let best = -1;
  for (const [number, quality] of reading) if (quality > (reading.get(best) ?? 0)) best = number;
  return best;
}

/** @param {Hit} one @param {Hit} two */
function byValue(one, two) {
  return two.value - one.value;
}
