/**
 * Filters the list of examples in place.  Without this script every choice is
 * a link to a page of its own; with it several choices work together.
 */

class BeispielFilter {
  /** @param {HTMLElement} $root the element around all rows of choices */
  constructor($root) {
    this.$root = $root;
    this.$cards = [...document.querySelectorAll("[data-land]")].map(($data) => ({
      $item: $data.closest("li"),
      values: $data.dataset,
    }));
    this.chosen = new URLSearchParams(location.search);
    this.$status = document.createElement("p");
    this.$status.setAttribute("role", "status");
    this.$reset = document.createElement("button");
    this.$reset.type = "button";
    this.$reset.className = "knopf knopf--leise";
    this.$reset.textContent = "Alle zeigen";
    this.$reset.addEventListener("click", () => this.reset());
    $root.append(this.$status, this.$reset);
    $root.addEventListener("click", (event) => this.choose(event));
    this.update();
  }

  /** @param {MouseEvent} event */
  choose(event) {
    const $link = event.target.closest("a[data-wert]");
    if (!$link || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    const row = $link.closest("[data-filter]").dataset.filter;
    if (this.chosen.get(row) === $link.dataset.wert) this.chosen.delete(row);
    else this.chosen.set(row, $link.dataset.wert);
    this.update();
  }

  reset() {
    this.chosen = new URLSearchParams();
    this.update();
    this.$root.querySelector("summary").focus();
  }

  update() {
    const rows = [...this.$root.querySelectorAll("[data-filter]")];
    for (const $row of rows) this.markChosen($row);
    const wanted = rows
      .map(($row) => [$row.dataset.filter, this.chosen.get($row.dataset.filter)])
      .filter(([, value]) => value);
    let shown = 0;
    for (const { $item, values } of this.$cards) {
      $item.hidden = !wanted.every(([row, value]) => values[row].split(" ").includes(value));
      if (!$item.hidden) shown += 1;
    }
    this.report(shown, wanted.length > 0);
  }

  /** @param {HTMLElement} $row */
  markChosen($row) {
    const $value = $row.querySelector(".filter__wert");
    $value.textContent = "";
    for (const $link of $row.querySelectorAll("a[data-wert]")) {
      const isChosen = this.chosen.get($row.dataset.filter) === $link.dataset.wert;
      if (isChosen) {
        $link.setAttribute("aria-current", "true");
        $value.textContent = `: ${$link.textContent.replace(/ \(\d+\)$/, "")}`;
      } else {
        $link.removeAttribute("aria-current");
      }
    }
  }

  report(shown, isFiltered) {
    const total = this.$cards.length;
    if (!isFiltered) this.$status.textContent = `Alle ${total} Beispiele`;
    else if (shown === 0) this.$status.textContent = "Kein Beispiel passt zu dieser Auswahl.";
    else this.$status.textContent = `${shown} von ${total} Beispielen`;
    this.$reset.hidden = !isFiltered;
    const query = this.chosen.toString();
    history.replaceState(null, "", query ? `?${query}` : location.pathname);
  }
}

for (const $root of document.querySelectorAll('[data-module="beispiel-filter"]')) {
  new BeispielFilter($root);
}
