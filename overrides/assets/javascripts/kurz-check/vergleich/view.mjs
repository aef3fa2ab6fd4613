import { find } from "../../shared/dom.mjs";
import { composeComparison } from "./compose.mjs";
import { drawReport } from "../report/draw.mjs";
import { Refused, readFile } from "../file.mjs";
import { readPlan } from "../report/plan.mjs";

/** @import {Check, Options, Report, Scale} from "../../shared/types.mjs" */

/** Several saved checks side by side. */
export class Comparison {
  #scale;
  #options;
  #tell;
  #take;
  #plan;
  /** @type {Check[]} */
  #checks = [];

  /**
   * @param {HTMLElement} $section
   * @param {Scale} scale
   * @param {Options} options
   * @param {(text: string, isError: boolean, $near: Element) => void} tell
   * @param {(report: Report) => void} take what can be saved as a file
   */
  constructor($section, scale, options, tell, take) {
    this.$section = $section;
    this.#scale = scale;
    this.#options = options;
    this.#tell = (/** @type {string} */ text, isError = false) => tell(text, isError, $section);
    this.#take = take;
    this.#plan = readPlan($section);
    const $files = find($section, "[data-dateien]", HTMLInputElement);
    $files.addEventListener("change", () => this.#open($files));
    // Somebody may have been faster than this script.
    if ($files.files?.length) this.#open($files);
    find($section, ".wahl").addEventListener("change", () => this.#attempt(this.#checks));
  }

  get #kind() {
    return find(this.$section, "[name=vergleich]:checked", HTMLInputElement).value;
  }

  /** @param {HTMLInputElement} $input */
  async #open($input) {
    const files = [...($input.files ?? [])];
    $input.value = "";
    const { dateien } = this.#scale.rules;
    if (files.length < 2 || files.length > dateien) {
      this.#tell(`Wählen Sie 2 bis ${dateien} Dateien auf einmal aus. Es waren ${files.length}.`, true);
      return;
    }
    const opened = await Promise.all(files.map((file) => this.#read(file)));
    const refused = opened.filter((file) => file instanceof Refused);
    if (refused.length) return this.#tell(refused.map(({ message }) => message).join(" "), true);
    const read = opened.flatMap((file) => (file instanceof Refused ? [] : [file]));
    const lost = read.flatMap(({ lost, name }) => (lost.length ? [`${name}: ${lost.join(", ")}.`] : []));
    const rest = lost.length ? ` Nicht lesbar und deshalb leer: ${lost.join(" ")}` : "";
    this.#attempt(
      read.map(({ check }) => check),
      rest,
    );
  }

  /**
   * Show the comparison, or say why not and leave what is on the screen.
   * @param {Check[]} checks
   * @param {string} rest what else is to be said
   */
  #attempt(checks, rest = "") {
    if (!checks.length) return;
    this.#checks = checks;
    if (this.#kind === "zeitpunkte" && checks.length !== 2) {
      this.#tell("Für zwei Zeitpunkte braucht es genau zwei Dateien.", true);
      return;
    }
    const report = composeComparison(this.#plan, this.#kind, checks, this.#scale);
    this.#take(report);
    drawReport(this.$section, report);
    this.#tell(`${checks.length} Dateien verglichen.${rest}`);
  }

  /** @param {File} file */
  async #read(file) {
    try {
      return { ...readFile(await file.text(), this.#options), name: file.name };
    } catch (error) {
      return new Refused(`${file.name}: ${error instanceof Error ? error.message : error}`);
    }
  }
}
