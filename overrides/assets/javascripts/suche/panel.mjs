/** The search field with its results; stands in a window or in a page. */
import { element, marked } from "./dom.mjs";
import { quote } from "./quote.mjs";

// So many results come first, whatever their kind; the rest is grouped by kind.
const BEST = 3;
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
  count: (number) => (number === 1 ? "1 Treffer" : `${number} Treffer`),
  countShown: (shown, number) => `${number} Treffer, die besten ${shown} stehen hier`,
  none: (query) => `Keine Treffer für „${query}“`,
  advice: "Versuchen Sie ein anderes Wort oder nur einen Teil davon.",
};

export class SearchPanel {
  /**
   * @param {Search} search
   * @param {{base: string, page: string}} settings - the site's root and the address of the search page
   * @param {{headings: string, onQuery?: (query: string) => void}} place - what depends on where the panel stands
   */
  constructor(search, settings, place) {
    this.search = search;
    this.settings = settings;
    this.place = place;
    this.bodies = [];
    this.$input = element("input", {
      type: "search", id: "suche-eingabe", class: "suche__eingabe", maxlength: MAX_LENGTH, autocomplete: "off",
      autocapitalize: "none", spellcheck: "false", enterkeyhint: "search", "aria-describedby": "suche-hinweis",
    });
    this.$status = element("p", { role: "status", class: "suche__stand" });
    this.$results = element("div", { class: "suche__ergebnis" });
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
   * Lets results quote the texts of the pages where the summary does not have the words.
   * @param {string[]} bodies - in the order of the index
   */
  quoteFrom(bodies) {
    this.bodies = bodies;
    if (this.$input.value.trim() && !this.$results.contains(document.activeElement)) this.#update();
  }

  #build() {
    const $form = element(
      "form", { role: "search", class: "suche__formular" },
      element("label", { for: "suche-eingabe", class: "suche__frage" }, texts.label),
      this.$input,
      element("p", { id: "suche-hinweis", class: "suche__hinweis" }, texts.hint),
    );
    $form.addEventListener("submit", (event) => {
      event.preventDefault();
      this.$links[0]?.focus();
    });
    this.$input.addEventListener("input", () => this.#update());
    const $root = element("div", { class: "suche" }, $form, this.$status, this.$results);
    $root.addEventListener("keydown", (event) => this.#onKey(event));
    $root.addEventListener("click", (event) => this.#onClick(event));
    return $root;
  }

  #update() {
    const query = this.$input.value.trim();
    const result = this.search.search(query);
    if (query && result.hits.length) this.$results.replaceChildren(...this.#hits(result), ...this.#further(query, result));
    else if (query) this.$results.replaceChildren(...this.#nothing(query, result), this.#sections());
    else this.$results.replaceChildren(this.#sections());
    this.$links = [...this.$results.querySelectorAll(".treffer__titel")];
    clearTimeout(this.pause);
    this.pause = setTimeout(() => this.#onPause(query, result), PAUSE);
  }

  /** Says the number of results once typing pauses, so that a screen reader is not talked over. */
  #onPause(query, { hits, total }) {
    const counted = total > hits.length ? texts.countShown(hits.length, total) : texts.count(total);
    const found = total ? counted : texts.none(query);
    this.$status.textContent = query ? found : "";
    this.place.onQuery?.(query);
  }

  #hits({ hits, stems }) {
    const groups = new Map([[texts.best, hits.slice(0, BEST)]]);
    for (const hit of hits.slice(BEST)) {
      const name = this.search.kinds[hit.page.kind][1];
      groups.set(name, [...(groups.get(name) ?? []), hit]);
    }
    return [...groups].map(([name, members]) => this.#group(name, members.map((hit) => this.#hit(hit, stems))));
  }

  #group(name, $items) {
    return element(
      "section", { class: "suche__gruppe" },
      element(this.place.headings, { class: "suche__art" }, name),
      element("ul", { class: "suche__liste" }, ...$items),
    );
  }

  #hit({ page }, stems) {
    const $title = element("a", { class: "treffer__titel", href: this.#address(page.address) }, ...marked(page.title, stems));
    const $kind = element("span", { class: "treffer__art" }, this.search.kinds[page.kind][0]);
    const text = quote(page.text, this.bodies[page.number] ?? "", stems);
    const $text = element("p", { class: "treffer__text" }, ...marked(text, stems));
    return element("li", { class: "treffer" }, $title, " ", $kind, $text);
  }

  #further(query, { seeAlso }) {
    const $page = element("a", { href: this.settings.page + fragment(query) }, texts.asPage);
    const $links = this.place.onQuery ? [] : [element("p", { class: "suche__seite" }, $page)];
    return [...seeAlso.map((found) => this.#seeAlso(found)), ...$links];
  }

  #seeAlso({ terms, difference }) {
    const $terms = terms.slice(0, MAX_RELATED).flatMap((term) => [this.#termLink(term), " "]);
    return element(
      "section", { class: "suche__auch" },
      element(this.place.headings, { class: "suche__art" }, texts.related),
      element("p", { class: "suche__begriffe" }, ...$terms),
      ...(difference ? [element("p", { class: "suche__hinweis" }, difference)] : []),
    );
  }

  #nothing(query, { seeAlso }) {
    const similar = this.search.similarTerms(query).flatMap((term) => [" ", this.#termLink(term)]);
    return [
      element("p", {}, texts.advice),
      ...(similar.length ? [element("p", { class: "suche__begriffe" }, texts.similar, ...similar)] : []),
      ...seeAlso.map((found) => this.#seeAlso(found)),
    ];
  }

  #sections() {
    const $items = this.search.sections.map(([address, title]) =>
      element("li", {}, element("a", { class: "treffer__titel", href: this.#address(address) }, title)),
    );
    return element(
      "section", { class: "suche__gruppe" },
      element(this.place.headings, { class: "suche__art" }, texts.sections),
      element("ul", { class: "suche__bereiche" }, ...$items),
    );
  }

  #termLink(term) {
    return element("a", { class: "suche__begriff", href: this.settings.page + fragment(term), "data-begriff": term }, term);
  }

  #address(address) {
    return `${this.settings.base.replace(/\/$/, "")}/${address}`;
  }

  /** @param {KeyboardEvent} event */
  #onKey(event) {
    const position = this.$links.indexOf(event.target);
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step) {
      event.preventDefault();
      (this.$links[position + step] ?? (step < 0 ? this.$input : this.$links[position]))?.focus();
    } else if (position >= 0 && isLetter(event)) {
      this.$input.focus();
    }
  }

  /** A related or similar term is searched for here; its address serves new tabs and sharing. */
  #onClick(event) {
    const $term = event.target.closest("[data-begriff]");
    if (!$term || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    this.show($term.dataset.begriff);
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

function isLetter({ key, ctrlKey, metaKey, altKey }) {
  return key.length === 1 && key !== " " && !ctrlKey && !metaKey && !altKey;
}
