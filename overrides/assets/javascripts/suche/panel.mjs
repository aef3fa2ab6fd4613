/** The search field with its results; stands in a window or in a page. */
import { closest, findAll, make } from "../shared/dom.mjs";
import { opensElsewhere } from "../seite/elsewhere.mjs";
import { Quotes, marked } from "./excerpt/quotes.mjs";

/**
 * @import {Hit, PageTexts, SearchResult, SearchSettings, SeeAlso} from "../shared/types.mjs"
 * @import {Search} from "./ranking.mjs"
 * @typedef {{headings: "h2"|"h3", onQuery?: (query: string) => void, onWhole?: () => void}} Place what depends on where the panel stands
 */

// So many results come first, whatever their kind; the rest is grouped by kind.
const BEST = 3;
// So many results fill a screen; no key waits for those below.
const SCREENFUL = 8;
const PAUSE = 400;
const MAX_LENGTH = "400";
const MAX_RELATED = 6;

const texts = {
  label: "Wonach suchen Sie?",
  hint: "Ein Wort, eine Abkürzung, ein Ort oder eine ganze Frage. Tippfehler sind nicht schlimm.",
  best: "Beste Treffer",
  related: "Siehe auch",
  similar: "Meinten Sie:",
  sections: "Alle Bereiche",
  asPage: "Diese Suche als Seite öffnen, zum Weitergeben",
  count: (/** @type {number} */ number) => (number === 1 ? "1 Treffer" : `${number} Treffer`),
  countShown: (/** @type {number} */ shown, /** @type {number} */ number) =>
    `${number} Treffer, hier die besten ${shown}`,
  none: (/** @type {string} */ query) => `Keine Treffer für „${query}“`,
  notLoaded: "Ein Teil der Suche lässt sich gerade nicht laden. Versuchen Sie es noch einmal.",
  advice: "Versuchen Sie ein anderes Wort oder nur einen Teil davon.",
};

export class SearchPanel {
  /**
   * @param {Search} search
   * @param {SearchSettings} settings
   * @param {Place} place
   */
  constructor(search, settings, place) {
    this.search = search;
    this.settings = settings;
    this.place = place;
    this.quotes = new Quotes(settings, place.onWhole);
    /** @type {HTMLElement[]} */
    this.$links = [];
    /** @type {number|undefined} */
    this.pause = undefined;
    /** @type {number|undefined} */
    this.rest = undefined;
    this.$input = make("input", {
      type: "search",
      id: "suche-eingabe",
      class: "suche__eingabe",
      maxlength: MAX_LENGTH,
      autocomplete: "off",
      autocapitalize: "none",
      spellcheck: "false",
      enterkeyhint: "search",
      "aria-describedby": "suche-hinweis",
    });
    this.$status = make("p", { role: "status", class: "suche__stand" });
    this.$results = make("div", { class: "suche__ergebnis" });
    this.$root = this.#build();
    this.show("");
  }

  /**
   * Searches for a text as if it had been typed.
   * @param {string} query
   */
  show(query) {
    this.$input.value = query;
    this.#update();
  }

  /**
   * Lets results quote the texts of the pages, which come after the index.
   * @param {PageTexts[]} pageTexts - in the order of the index
   */
  quoteFrom(pageTexts) {
    this.quotes.take(pageTexts);
  }

  #build() {
    const $form = make(
      "form",
      { role: "search", class: "suche__formular" },
      make("label", { for: "suche-eingabe", class: "suche__frage" }, texts.label),
      this.$input,
      make("p", { id: "suche-hinweis", class: "suche__hinweis" }, texts.hint),
    );
    $form.addEventListener("submit", (event) => {
      event.preventDefault();
      this.$links[0]?.focus();
    });
    this.$input.addEventListener("input", () => this.#update());
    const $root = make("div", { class: "suche" }, $form, this.$status, this.$results);
    $root.addEventListener("keydown", (event) => this.#onKey(event));
    $root.addEventListener("click", (event) => this.#onClick(event));
    return $root;
  }

  #update() {
    const query = this.$input.value.trim();
    const result = this.search.search(query);
    this.$results.toggleAttribute("aria-busy", !result);
    if (result) this.#present(query, result);
    else this.#wait(query);
  }

  /** Former results stay until the index has what the query needs. @param {string} query */
  async #wait(query) {
    try {
      await this.search.load();
    } catch {
      this.$status.textContent = texts.notLoaded;
      return;
    }
    if (this.$input.value.trim() === query) this.#update();
  }

  /** @param {string} query @param {SearchResult} result */
  #present(query, result) {
    this.quotes.clear();
    clearTimeout(this.rest);
    if (query && result.hits.length) this.#hits(query, result);
    else if (query) this.$results.replaceChildren(...this.#nothing(query, result), this.#sections());
    else this.$results.replaceChildren(this.#sections());
    this.#drawn();
    clearTimeout(this.pause);
    this.pause = window.setTimeout(() => this.#onPause(query, result), PAUSE);
  }

  #drawn() {
    this.quotes.show();
    this.$links = findAll(this.$results, ".treffer__titel");
  }

  /**
   * Says the number of results once typing pauses, so that a screen reader is not talked over.
   * @param {string} query
   * @param {SearchResult} result
   */
  #onPause(query, { hits, total }) {
    const counted = total > hits.length ? texts.countShown(hits.length, total) : texts.count(total);
    const found = total ? counted : texts.none(query);
    this.$status.textContent = query ? found : "";
    this.place.onQuery?.(query);
    this.quotes.loadFor(hits);
  }

  /** A screen of results at once, the others when it stands there. @param {string} query @param {SearchResult} result */
  #hits(query, result) {
    const groups = this.#groups(result);
    let seen = 0;
    const count = groups.findIndex(([, members]) => (seen += members.length) >= SCREENFUL) + 1;
    const draw = (/** @type {[string, Hit[]]} */ [name, members]) =>
      this.#group(
        name,
        members.map((hit) => this.#hit(hit, result.stems)),
      );
    this.$results.replaceChildren(...groups.splice(0, count || groups.length).map(draw));
    this.rest = window.setTimeout(() => {
      this.$results.append(...groups.map(draw), ...this.#further(query, result));
      this.#drawn();
    });
  }

  /** The best results and, by kind, the others. @param {SearchResult} result */
  #groups({ hits }) {
    const groups = new Map([[texts.best, hits.slice(0, BEST)]]);
    for (const hit of hits.slice(BEST)) {
      const name = this.search.kinds[hit.page.kind]?.[1] ?? texts.best;
      groups.set(name, [...(groups.get(name) ?? []), hit]);
    }
    return [...groups];
  }

  /** @param {string} name @param {Element[]} $items */
  #group(name, $items) {
    return make(
      "section",
      { class: "suche__gruppe" },
      make(this.place.headings, { class: "suche__art" }, name),
      make("ul", { class: "suche__liste" }, ...$items),
    );
  }

  /** @param {Hit} hit @param {Set<string>} stems */
  #hit({ page }, stems) {
    const $title = make(
      "a",
      { class: "treffer__titel", href: this.#address(page.address) },
      ...marked(page.title, stems),
    );
    const label = this.search.label(page);
    const $kind = make("span", { class: "treffer__art" }, page.place ? `${label} · ${page.place}` : label);
    const $item = make("li", { class: "treffer" }, $title, " ", $kind);
    this.quotes.expect($item, page, stems);
    return $item;
  }

  /** @param {string} query @param {SearchResult} result */
  #further(query, { seeAlso }) {
    const $page = make("a", { href: this.settings.page + fragment(query) }, texts.asPage);
    const $links = this.place.onQuery ? [] : [make("p", { class: "suche__seite" }, $page)];
    return [...seeAlso.map((found) => this.#seeAlso(found)), ...$links];
  }

  /** @param {SeeAlso} found */
  #seeAlso({ terms, difference }) {
    const $terms = terms.slice(0, MAX_RELATED).flatMap((term) => [this.#termLink(term), " "]);
    return make(
      "section",
      { class: "suche__auch" },
      make(this.place.headings, { class: "suche__art" }, texts.related),
      make("p", { class: "suche__begriffe" }, ...$terms),
      ...(difference ? [make("p", { class: "suche__hinweis" }, difference)] : []),
    );
  }

  /** @param {string} query @param {SearchResult} result */
  #nothing(query, { seeAlso }) {
    const similar = this.search.similarTerms(query).flatMap((term) => [" ", this.#termLink(term)]);
    return [
      make("p", {}, texts.advice),
      ...(similar.length ? [make("p", { class: "suche__begriffe" }, texts.similar, ...similar)] : []),
      ...seeAlso.map((found) => this.#seeAlso(found)),
    ];
  }

  #sections() {
    const $items = this.search.sections.map(([address, title]) =>
      make("li", {}, make("a", { class: "treffer__titel", href: this.#address(address) }, title)),
    );
    return make(
      "section",
      { class: "suche__gruppe" },
      make(this.place.headings, { class: "suche__art" }, texts.sections),
      make("ul", { class: "suche__bereiche" }, ...$items),
    );
  }

  /** @param {string} term */
  #termLink(term) {
    return make(
      "a",
      { class: "suche__begriff", href: this.settings.page + fragment(term), "data-begriff": term },
      term,
    );
  }

  /** @param {string} address */
  #address(address) {
    // On a disk the start page is a file, not a folder.
    return this.settings.base.replace(/(?:index\.html)?$/, address);
  }

  /** @param {KeyboardEvent} event */
  #onKey(event) {
    const position = this.$links.indexOf(/** @type {HTMLElement} */ (event.target));
    const step = event.key === "ArrowDown" ? 1 : event.key === "ArrowUp" ? -1 : 0;
    if (step) {
      event.preventDefault();
      (this.$links[position + step] ?? (step < 0 ? this.$input : this.$links[position]))?.focus();
    } else if (position >= 0 && isLetter(event)) {
      this.$input.focus();
    }
  }

  /**
   * A related or similar term is searched for here; its address serves new tabs and sharing.
   * @param {MouseEvent} event
   */
  #onClick(event) {
    const term = closest(event, "[data-begriff]")?.dataset.begriff;
    if (!term || opensElsewhere(event)) return;
    event.preventDefault();
    this.show(term);
    this.$input.focus();
  }
}

/**
 * The part of an address that carries a query; it never leaves the browser.
 * @param {string} query
 * @returns {string}
 */
export function fragment(query) {
  return `#${new URLSearchParams({ q: query })}`;
}

/** @param {KeyboardEvent} event */
function isLetter({ key, ctrlKey, metaKey, altKey }) {
  return key.length === 1 && key !== " " && !ctrlKey && !metaKey && !altKey;
}
