/** Repeated groups of fields, such as several municipalities. */
export class Groups {
  /** @param {Element} $root holds the groups and the button that adds one */
  constructor($root) {
    this.$root = $root;
    this.$add = $root.querySelector('[data-aktion="ergaenzen"]');
    this.$blank = this.all()[0].cloneNode(true);
  }

  /** @returns {Element[]} */
  all() {
    return [...this.$root.querySelectorAll("[data-gruppe]")];
  }

  /** Add an empty group at the end. */
  add() {
    const $group = this.$blank.cloneNode(true);
    this.$add.before($group);
    this.renumber();
    return $group;
  }

  /** @param {Element} $group */
  remove($group) {
    $group.remove();
    this.renumber();
  }

  /**
   * Have exactly so many groups.
   * @param {number} count
   */
  resize(count) {
    while (this.all().length < count) {
      this.add();
    }
    this.all().slice(count).forEach(($group) => $group.remove());
    this.renumber();
  }

  /** Give every group its own number, names and ids. */
  renumber() {
    this.all().forEach(($group, index, all) => {
      $group.querySelectorAll("[data-nummer]").forEach(($number) => {
        $number.textContent = String(index + 1);
      });
      $group.querySelectorAll("[id], [for], [name]").forEach(($element) => renumberElement($element, index));
      $group.querySelector('[data-aktion="entfernen"]').hidden = all.length === 1;
    });
  }
}

function renumberElement($element, index) {
  for (const attribute of ["id", "for", "name", "aria-describedby"]) {
    const value = $element.getAttribute(attribute);
    if (value) {
      $element.setAttribute(attribute, value.replace(/(-|\.)\d+(?=-|\.)/g, `$1${index}`));
    }
  }
}
