import { drawing, fillPlace, make, tableRow } from "./dom.mjs";
import { toBase64Url } from "./file.mjs";
import { bandOf, evaluate, isStep } from "./scoring.mjs";
import { answerText, bandText, germanDate, middleText, questionTitle } from "./words.mjs";

const EXAMPLES = 3;

/** The result of the answers in the form. */
export class Result {
  #form;
  #scale;

  constructor($section, form, scale) {
    this.$section = $section;
    this.#form = form;
    this.#scale = scale;
  }

  show() {
    const { questions, answers } = this.#form;
    const result = evaluate(questions, answers, this.#scale);
    this.#showSummary(result);
    fillPlace(this.$section, "profil", questions.map((question) => this.#profileRow(question, answers.get(question.id))));
    for (const group of ["staerken", "auf_dem_weg", "offen"]) fillPlace(this.$section, group, this.#list(result[group]));
    fillPlace(this.$section, "anfangen", this.#cards(result.anfangen));
    fillPlace(this.$section, "empfehlungen", result.empfehlungen.map((summary) => this.#recommendationRow(summary)));
    this.$section.querySelector("[data-empfehlungen]").hidden = !result.empfehlungen.length;
    this.$section.querySelector("[data-zu-wenig]").hidden = result.empfehlungen.length;
    this.#handOn(result.anfangen);
  }

  #question(id) {
    const question = this.#form.questions.find((other) => other.id === id);
    return { question, answer: this.#form.answers.get(id) };
  }

  #showSummary(result) {
    const { name, datum } = this.#form.read();
    const address = location.href.split("#")[0];
    fillPlace(this.$section, "blattkopf", [[name, germanDate(datum), address].filter(Boolean).join(" · ")]);
    const { fragen, staerken, beantwortet, weiss_nicht, trifft_nicht_zu, unbeantwortet } = result;
    fillPlace(this.$section, "uebersicht", [
      `Bei ${staerken.length} von ${fragen} Fragen liegt Ihre Antwort bei ${this.#scale.bands.at(-1).von} % oder mehr. ` +
        `Mit einer Stufe beantwortet: ${beantwortet}. Weiß nicht: ${weiss_nicht}. ` +
        `Trifft nicht zu: ${trifft_nicht_zu}. Nicht beantwortet: ${unbeantwortet}.`,
    ]);
  }

  #profileRow(question, answer) {
    const $answer = isStep(answer) ? [bar(answer), make("span", { className: "profil__wert" }, answerText(answer))] : answerText(answer);
    return tableRow([questionTitle(question), $answer, this.#band(answer), this.#form.note(question.id)]);
  }

  #band(answer) {
    if (!isStep(answer)) return "offen";
    return [make("span", { ariaHidden: "true" }, `${bandOf(answer, this.#scale).zeichen} `), bandText(answer, this.#scale)];
  }

  #list(ids) {
    if (!ids.length) return [make("li", {}, "keine Frage")];
    return ids.map((id) => {
      const { question, answer } = this.#question(id);
      return make("li", {}, make("a", { href: `#${id}` }, questionTitle(question)), `: ${answerText(answer)}`);
    });
  }

  #cards(ids) {
    if (!ids.length) return [make("p", {}, `Bisher liegt keine Antwort unter ${this.#scale.bands.at(-1).von} %.`)];
    const items = ids.map((id) => this.#question(id));
    const open = items[Math.min(this.#scale.rules.anfangen, items.length) - 1].answer;
    return items.map(({ question, answer }) => this.#card(question, answer, answer <= open));
  }

  #card(question, answer, open) {
    const $title = make("h4", {}, questionTitle(question), make("span", {}, `: ${answerText(answer)}`));
    const $more = question.$fieldset.querySelector("[data-weiter]").cloneNode(true);
    const $examples = $more.querySelector("[data-beispiele]");
    $examples.replaceChildren(...this.#nearest([...$examples.children]));
    return make("details", { className: "schritt", open }, make("summary", {}, $title), $more);
  }

  #nearest($examples) {
    const { land, art } = this.#form.read();
    const fit = ({ dataset }) => dataset.land.split("|").includes(land) + dataset.art.split("|").includes(art);
    return $examples.sort(($one, $other) => fit($other) - fit($one)).slice(0, EXAMPLES);
  }

  #recommendationRow(summary) {
    const $link = this.#form.$form.querySelector(`[data-empfehlung="${summary.id}"]`).cloneNode(true);
    const counted = `${summary.beantwortet} von ${summary.fragen} beantwortet`;
    const single = summary.werte.length === 1 ? summary.werte[0] : summary.median;
    return tableRow([$link, middleText(summary), single === null ? "–" : this.#band(single), counted]);
  }

  #handOn(ids) {
    this.$section.querySelector("[data-weitergeben]").hidden = !ids.length;
    const punkte = ids.map((id) => {
      const { question, answer } = this.#question(id);
      return { frage: id, nr: question.nr, wert: answer, empfehlungen: question.empfehlungen };
    });
    const { datum } = this.#form.read();
    this.$section.querySelector("[data-antrag]").hash = `von-kurzcheck=${toBase64Url({ v: 1, datum, punkte })}`;
  }
}

function bar(value) {
  return drawing("balken", [
    ["rect", { class: "balken__grund", width: "100%", height: "100%" }],
    ["rect", { class: "balken__wert", width: `${value}%`, height: "100%" }],
  ]);
}
