/**
 * Filters the list of examples in place.  Without this script every choice is
 * a link to a page of its own; with it several choices work together.
 * The choices stand in the address behind the "#": what somebody looks for
 * never leaves the browser, and the link can still be handed on.
 */

import { closest, find, findAll, make } from "./shared/dom.mjs";
import { asName } from "./shared/names.mjs";
import { opensElsewhere } from "./seite/elsewhere.mjs";

/** @typedef {Record<string, string|undefined>} Values */

class BeispielFilter {
  /** @param {HTMLElement} $root the element around all rows of choices */
  constructor($root) {
    this.$root = $root;
    this.$cards = findAll(document, "[data-land]").map(($data) => ({
      $item: $data.closest("li") ?? $data,
      values: $data.dataset,
    }));
    this.$rows = findAll($root, "[data-filter]");
    this.chosen = this.choicesInAddress();
    this.$status = make("p", { role: "status" });
    this.$reset = make("button", { type: "button", class: "knopf knopf--leise" }, "Alle zeigen");
    this.$reset.addEventListener("click", () => this.reset());
    $root.append(this.$status, this.$reset);
    $root.addEventListener("click", (event) => this.choose(event));
    addEventListener("hashchange", () => this.follow());
    this.update();
  }

  /** A link to this page with other choices was followed, or the address was edited. */
  follow() {
    const chosen = this.choicesInAddress();
    // "#filter" and the like lead to a place in the page.
    if (!chosen.size && location.hash) return;
    this.chosen = chosen;
    this.update();
  }

  /** The choices of this page, however mails and people write them; older links carry them behind a "?". */
  choicesInAddress() {
    const parts = [location.search, location.hash].flatMap((part) => [
      ...new URLSearchParams(part.slice(1).replace(/%3D/gi, "=").replace(/%26/g, "&")),
    ]);
    const names = parts.map(([row, value]) => /** @type {const} */ ([asName(row), asName(value)]));
    return new Map(names.filter(([row, value]) => this.offers(row, value)));
  }

  /** @param {string} row @param {string} value */
  offers(row, value) {
    return this.$rows.some(($row) => rowOf($row) === row && $row.querySelector(`[data-wert="${value}"]`));
  }

  /** @param {MouseEvent} event */
  choose(event) {
    const value = closest(event, "a[data-wert]")?.dataset.wert;
    const $row = closest(event, "[data-filter]");
    if (value === undefined || !$row || opensElsewhere(event)) return;
    event.preventDefault();
    const row = rowOf($row);
    if (this.chosen.get(row) === value) this.chosen.delete(row);
    else this.chosen.set(row, value);
    this.update();
  }

  reset() {
    this.chosen.clear();
    this.update();
    find(this.$root, "summary").focus();
  }

  update() {
    for (const $row of this.$rows) {
      this.markChosen($row);
      this.countMatches($row);
    }
    const wanted = Object.fromEntries(this.chosen);
    let shown = 0;
    for (const { $item, values } of this.$cards) {
      $item.hidden = !matches(values, wanted);
      if (!$item.hidden) shown += 1;
    }
    this.report(shown, this.chosen.size > 0);
  }

  /** @param {HTMLElement} $row */
  markChosen($row) {
    const $value = find($row, ".filter__wert");
    $value.textContent = "";
    for (const $link of findAll($row, "a[data-wert]")) {
      const isChosen = this.chosen.get(rowOf($row)) === $link.dataset.wert;
      if (isChosen) {
        $link.setAttribute("aria-current", "true");
        $value.textContent = `: ${textOf($link).replace(/ \(\d+\)$/, "")}`;
      } else {
        $link.removeAttribute("aria-current");
      }
    }
  }

  /**
   * Say behind each choice how many examples it leads to, the choices of other rows kept.
   * @param {HTMLElement} $row
   */
  countMatches($row) {
    const row = rowOf($row);
    for (const $link of findAll($row, "a[data-wert]")) {
      const wanted = { ...Object.fromEntries(this.chosen), [row]: $link.dataset.wert };
      const count = this.$cards.filter(({ values }) => matches(values, wanted)).length;
      $link.textContent = textOf($link).replace(/\(\d+\)$/, `(${count})`);
    }
  }

  /** @param {number} shown @param {boolean} isFiltered */
  report(shown, isFiltered) {
    const total = this.$cards.length;
    if (!isFiltered) this.$status.textContent = `Alle ${total} Beispiele`;
    else if (shown === 0) this.$status.textContent = "Kein Beispiel passt zu dieser Auswahl.";
    else this.$status.textContent = `${shown} von ${total} Beispielen`;
    this.$reset.hidden = !isFiltered;
    this.keepInAddress();
  }

  /** A place in the page that the address names stays, as long as nothing is chosen. */
  keepInAddress() {
    const choices = new URLSearchParams([...this.chosen]).toString();
    const place = this.isChoices(location.hash) ? "" : location.hash;
    history.replaceState(history.state, "", location.pathname + (choices ? `#${choices}` : place));
  }

  /** @param {string} hash */
  isChoices(hash) {
    const rows = this.$rows.map(rowOf);
    return [...new URLSearchParams(hash.slice(1)).keys()].some((row) => rows.includes(row.toLowerCase()));
  }
}

/**
 * Tell whether an example carries the wanted value in every row.
 * @param {Values} values
 * @param {Values} wanted
 */
function matches(values, wanted) {
  return Object.entries(wanted).every(([row, value]) => values[row]?.split(" ").includes(value ?? ""));
}

/** @param {HTMLElement} $row */
function rowOf($row) {
  return $row.dataset.filter ?? "";
}

/** @param {Element} $element */
function textOf($element) {
  return $element.textContent ?? "";
}

for (const $root of findAll(document, "[data-module=beispiel-filter]")) {
  new BeispielFilter($root);
  delete $root.dataset.liest;
}
