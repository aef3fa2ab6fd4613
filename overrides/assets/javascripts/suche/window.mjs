/** Starts the search: in the search page itself, on other pages in a window above them. */
import { make } from "../shared/dom.mjs";
import { SearchPanel, fragment } from "./panel.mjs";
import { Search } from "./ranking.mjs";
import { keepShortcut, shortcutIsOff } from "./shortcut.mjs";

/** @import {IndexData, SearchSettings} from "../shared/types.mjs" */

class SearchWindow {
  /** @param {Search} search @param {SearchSettings} settings */
  constructor(search, settings) {
    this.panel = new SearchPanel(search, settings, { headings: "h3" });
    const $close = make("button", { type: "button", class: "knopf knopf--leise" }, "Schließen");
    const $title = make("h2", { class: "suche-fenster__titel", id: "suche-titel" }, "Suche");
    this.$dialog = make(
      "dialog",
      { class: "suche-fenster", "aria-labelledby": "suche-titel" },
      make("div", { class: "suche-fenster__kopf" }, $title, $close),
      this.panel.$root,
    );
    $close.addEventListener("click", () => this.$dialog.close());
    this.$dialog.addEventListener("keydown", (event) => this.closeByKey(event));
    this.$dialog.addEventListener("click", (event) => this.closeOutside(event));
    // A list of examples may be the very page below, with other choices.
    addEventListener("hashchange", () => this.$dialog.close());
    document.body.append(this.$dialog);
  }

  open() {
    if (!this.$dialog.open) this.$dialog.showModal();
    this.panel.$input.focus();
    this.panel.$input.select();
  }

  /** Escape would only empty a search field that has text in it. @param {KeyboardEvent} event */
  closeByKey(event) {
    if (event.key !== "Escape") return;
    event.preventDefault();
    this.$dialog.close();
  }

  /** @param {MouseEvent} event */
  closeOutside(event) {
    if (event.target === this.$dialog) this.$dialog.close();
  }
}

class SearchPage {
  /** @param {HTMLElement} $place @param {Search} search @param {SearchSettings} settings */
  constructor($place, search, settings) {
    const onWhole = () => delete $place.dataset.liest;
    this.panel = new SearchPanel(search, settings, { headings: "h2", onQuery: keepInAddress, onWhole });
    this.panel.show(queryInAddress());
    $place.replaceChildren(this.panel.$root, shortcutSwitch());
    addEventListener("hashchange", () => this.panel.show(queryInAddress()));
  }

  open() {
    this.panel.$input.focus();
  }
}

/** Single keys as shortcuts must be avoidable: people who speak to their computer trigger them by accident. */
function shortcutSwitch() {
  const $box = make("input", { type: "checkbox", id: "suche-kurztaste" });
  const $label = make("label", { for: "suche-kurztaste" }, "Die Taste „/“ öffnet die Suche");
  $box.checked = !shortcutIsOff();
  $box.addEventListener("change", () => {
    if (!keepShortcut($box.checked))
      $label.textContent = "Ihr Browser merkt sich das nicht, er speichert hier nichts.";
  });
  return make("p", { class: "suche__schalter" }, $box, " ", $label);
}

/** @param {string} query */
function keepInAddress(query) {
  const [page] = location.href.split("#");
  history.replaceState(null, "", query ? page + fragment(query) : page);
}

function queryInAddress() {
  return new URLSearchParams(location.hash.slice(1)).get("q") ?? "";
}

/**
 * @param {IndexData} data
 * @param {SearchSettings} settings
 * @returns {SearchWindow|SearchPage}
 */
export function start(data, settings) {
  const search = new Search(data, settings.load);
  const $place = document.querySelector("[data-suche-hier]");
  // What is made once is made before the first key, which would wait for it.
  setTimeout(() => search.search("e"));
  return $place instanceof HTMLElement
    ? new SearchPage($place, search, settings)
    : new SearchWindow(search, settings);
}

Object.assign(globalThis, { ivoSuche: { start } });
