import { find } from "../shared/dom.mjs";
import { encodeLink } from "../shared/link.mjs";
import { composeReport } from "./report/compose.mjs";
import { drawReport } from "./report/draw.mjs";
import { readPlan } from "./report/plan.mjs";

/**
 * @import {Scale} from "../shared/types.mjs"
 * @import {Form} from "./form.mjs"
 */

/** The result of the answers in the form. */
export class Result {
  #form;
  #scale;
  #plan;
  /** @type {ReturnType<typeof composeReport>|null} */
  report = null;

  /** @param {HTMLElement} $section @param {Form} form @param {Scale} scale */
  constructor($section, form, scale) {
    this.$section = $section;
    this.#form = form;
    this.#scale = scale;
    this.#plan = readPlan($section);
  }

  show() {
    const { fragen } = this.#form;
    const check = this.#form.read();
    const [address = ""] = location.href.split("#");
    this.report = composeReport(this.#plan, fragen, check, this.#scale, address);
    drawReport(this.$section, this.report);
    const punkte = this.report.starts.map(({ frage: { id, nr, empfehlungen }, answer }) => {
      return { frage: id, nr, wert: answer, empfehlungen };
    });
    const $link = find(this.$section, "[data-antrag]", HTMLAnchorElement);
    $link.hash = `von-kurzcheck=${encodeLink({ v: 1, datum: check.datum, punkte })}`;
  }
}
