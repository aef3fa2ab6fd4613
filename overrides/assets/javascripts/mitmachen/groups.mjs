import { find, findAll } from "../shared/dom.mjs";

/** Repeated groups of fields, such as several municipalities. */
export class Groups {
  /** @param {Element} $root holds the groups and the button that adds one */
  constructor($root) {
    this.$root = $root;
    this.$add = find($root, "[data-aktion=ergaenzen]");
    this.$blank = find($root, "[data-gruppe]").cloneNode(true);
  }

  all() {
    return findAll(this.$root, "[data-gruppe]");
  }

  /** Add an empty group at the end. @returns {HTMLElement} */
  add() {
    const $group = /** @type {HTMLElement} */ (this.$blank.cloneNode(true));
    this.$add.before($group);
    this.renumber();
    return $group;
  }

  /** @param {Element|null} $group */
  remove($group) {
    $group?.remove();
    this.renumber();
  }

  /**
   * Have exactly so many groups.
   * @param {number} count
   */
  resize(count) {
    while (this.all().length < count) this.add();
    for (const $group of this.all().slice(count)) $group.remove();
    this.renumber();
  }

  /** Give every group its own number, names and ids. */
  renumber() {
    const all = this.all();
    for (const [index, $group] of all.entries()) {
      for (const $number of findAll($group, "[data-nummer]")) $number.textContent = String(index + 1);
      for (const $one of findAll($group, "[id], [for], [name]")) renumberElement($one, index);
      find($group, "[data-aktion=entfernen]").hidden = all.length === 1;
    }
  }
}

/** @param {Element} $element @param {number} index */
function renumberElement($element, index) {
  for (const attribute of ["id", "for", "name", "aria-describedby"]) {
    const value = $element.getAttribute(attribute);
    if (value) $element.setAttribute(attribute, value.replace(/(-|\.)\d+(?=-|\.)/g, `$1${index}`));
  }
}
