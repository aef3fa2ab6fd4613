const KEYS = { v: "100", w: "weiss-nicht", n: "trifft-nicht-zu" };
const DETAILS = ["name", "datum", "land", "art"];

/** The form itself is the only place where answers live, so the browser can restore them on its own. */
export class Form {
  #stand;
  #foreign = [];
  #groups;

  /** @param {HTMLFormElement} $form @param {string} stand the catalogue's date */
  constructor($form, stand) {
    this.$form = $form;
    this.$extra = $form.querySelector("[data-zusatz]");
    this.$switch = $form.querySelector("[data-zusatzschalter]");
    this.#stand = stand;
    this.#groups = [...$form.querySelectorAll(".frage")].map(readGroup);
    $form.elements.datum.value ||= today();
    $form.addEventListener("keydown", (event) => chooseByKey(event));
  }

  /** The questions asked: the leaflet's, and ours if they are switched on. */
  get questions() {
    return this.#groups.filter(({ nr }) => nr || this.$switch.checked);
  }

  /** @returns {Map<string, Answer>} */
  get answers() {
    return new Map(this.questions.map(({ id }) => [id, this.#answer(id)]));
  }

  note(id) {
    return this.$form.elements[`notiz-${id}`].value;
  }

  /** @returns {boolean} whether anybody has entered anything */
  get isTouched() {
    return this.questions.some(({ id }) => this.#answer(id) !== null || this.note(id) !== "");
  }

  /** @returns {Check} */
  read() {
    const own = this.questions.map(({ id, nr, titel, frage }) => {
      return { id, nr, titel, frage, antwort: this.#answer(id), notiz: this.note(id) };
    });
    const details = Object.fromEntries(DETAILS.map((name) => [name, this.$form.elements[name].value]));
    details.datum ||= today();
    return { katalog_stand: this.#stand, ...details, fragen: [...own, ...this.#foreign] };
  }

  /** Show a check. @param {Check} check @returns {string[]} questions this page does not have */
  write(check) {
    this.clear();
    for (const name of DETAILS) this.$form.elements[name].value = check[name];
    const known = new Set(this.#groups.map(({ id }) => id));
    for (const { id, antwort, notiz } of check.fragen.filter(({ id }) => known.has(id))) {
      this.$form.elements[id].value = antwort ?? "";
      this.$form.elements[`notiz-${id}`].value = notiz;
    }
    this.#foreign = check.fragen.filter(({ id }) => !known.has(id));
    this.showExtra(check.fragen.some(({ id }) => this.#groups.some((group) => group.id === id && !group.nr)));
    return this.#foreign.map(({ id, titel }) => titel || id);
  }

  clear() {
    this.$form.reset();
    this.$form.elements.datum.value = today();
    this.#foreign = [];
    this.showExtra(false);
  }

  /** @param {boolean} on */
  showExtra(on) {
    this.$switch.checked = on;
    this.$extra.hidden = !on;
  }

  #answer(id) {
    const { value } = this.$form.elements[id];
    return /^\d+$/.test(value) ? Number(value) : value || null;
  }
}

function readGroup($fieldset) {
  const text = (part) => $fieldset.querySelector(`.frage__${part}`).textContent;
  return {
    id: $fieldset.id,
    nr: Number($fieldset.dataset.nr) || null,
    titel: text("titel"),
    frage: text("text"),
    empfehlungen: [...$fieldset.querySelectorAll("[data-empfehlung]")].map(($link) => $link.dataset.empfehlung),
    $fieldset,
  };
}

function chooseByKey(event) {
  const { target, key, ctrlKey, altKey, metaKey } = event;
  if (target.type !== "radio" || ctrlKey || altKey || metaKey) return;
  const value = /^\d$/.test(key) ? String(Number(key) * 10) : KEYS[key.toLowerCase()];
  const $radio = value && target.form.querySelector(`[name="${target.name}"][value="${value}"]`);
  if (!$radio) return;
  $radio.focus();
  $radio.click();
}

function today() {
  const now = new Date();
  return new Date(now - now.getTimezoneOffset() * 60_000).toISOString().slice(0, 10);
}
