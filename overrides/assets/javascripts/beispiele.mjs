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
    const rows = [...$root.querySelectorAll("[data-filter]")].map(($row) => $row.dataset.filter);
    this.chosen = new Map([...new URLSearchParams(location.search)].filter(([row]) => rows.includes(row)));
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
    this.chosen.clear();
    this.update();
    this.$root.querySelector("summary").focus();
  }

  update() {
    const rows = [...this.$root.querySelectorAll("[data-filter]")];
    for (const $row of rows) {
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

  /** Say behind each choice how many examples it leads to, the choices of other rows kept. */
  countMatches($row) {
    const row = $row.dataset.filter;
    for (const $link of $row.querySelectorAll("a[data-wert]")) {
      const wanted = { ...Object.fromEntries(this.chosen), [row]: $link.dataset.wert };
      const count = this.$cards.filter(({ values }) => matches(values, wanted)).length;
      $link.textContent = $link.textContent.replace(/\(\d+\)$/, `(${count})`);
    }
  }

  report(shown, isFiltered) {
    const total = this.$cards.length;
    if (!isFiltered) this.$status.textContent = `Alle ${total} Beispiele`;
    else if (shown === 0) this.$status.textContent = "Kein Beispiel passt zu dieser Auswahl.";
    else this.$status.textContent = `${shown} von ${total} Beispielen`;
    this.$reset.hidden = !isFiltered;
    const query = new URLSearchParams([...this.chosen]).toString();
    history.replaceState(null, "", `${location.pathname}${query && `?${query}`}${location.hash}`);
  }
}

/** Tell whether an example carries the wanted value in every row. */
function matches(values, wanted) {
  return Object.entries(wanted).every(([row, value]) => values[row].split(" ").includes(value));
}

for (const $root of document.querySelectorAll('[data-module="beispiel-filter"]')) {
  new BeispielFilter($root);
}
