/** Starts the search: in the search page itself, on other pages in a window above them. */
import { element } from "./dom.mjs";
import { SearchPanel, fragment } from "./panel.mjs";
import { Search } from "./ranking.mjs";
import { keepShortcut, shortcutIsOff } from "../shared/shortcut.mjs";

class SearchWindow {
  constructor(search, settings) {
    this.panel = new SearchPanel(search, settings, { headings: "h3" });
    const $close = element("button", { type: "button", class: "knopf knopf--leise" }, "Schließen");
    const $title = element("h2", { class: "suche-fenster__titel", id: "suche-titel" }, "Suche");
    this.$dialog = element(
      "dialog", { class: "suche-fenster", "aria-labelledby": "suche-titel" },
      element("div", { class: "suche-fenster__kopf" }, $title, $close),
      this.panel.$root,
    );
    $close.addEventListener("click", () => this.$dialog.close());
    this.$dialog.addEventListener("keydown", (event) => this.closeByKey(event));
    this.$dialog.addEventListener("click", (event) => this.closeOutside(event));
    document.body.append(this.$dialog);
  }

  open() {
    if (!this.$dialog.open) this.$dialog.showModal();
    this.panel.$input.focus();
    this.panel.$input.select();
  }

  /** Escape would only empty a search field that has text in it. */
  closeByKey(event) {
    if (event.key !== "Escape") return;
    event.preventDefault();
    this.$dialog.close();
  }

  closeOutside(event) {
    if (event.target === this.$dialog) this.$dialog.close();
  }
}

class SearchPage {
  constructor($place, search, settings) {
    this.panel = new SearchPanel(search, settings, { headings: "h2", onQuery: keepInAddress });
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
  const $box = element("input", { type: "checkbox", id: "suche-kurztaste" });
  const $label = element("label", { for: "suche-kurztaste" }, "Die Taste „/“ öffnet die Suche");
  $box.checked = !shortcutIsOff();
  $box.addEventListener("change", () => {
    if (!keepShortcut($box.checked)) $label.textContent = "Ihr Browser merkt sich das nicht, er speichert hier nichts.";
  });
  return element("p", { class: "suche__schalter" }, $box, " ", $label);
}

function keepInAddress(query) {
  const [page] = location.href.split("#");
  history.replaceState(null, "", query ? page + fragment(query) : page);
}

function queryInAddress() {
  return new URLSearchParams(location.hash.slice(1)).get("q") ?? "";
}

function start(data, settings) {
  const search = new Search(data);
  const $place = document.querySelector("[data-suche-hier]");
  return $place ? new SearchPage($place, search, settings) : new SearchWindow(search, settings);
}

globalThis.ivoSuche = { start };
