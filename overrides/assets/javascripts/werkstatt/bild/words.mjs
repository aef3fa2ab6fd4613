// What verdicts are called, and the sentence that explains each.

import { lowerCamp } from "../urteile.mjs";

/** @import {Judged, Urteil, UrteilRules} from "../types.mjs" */

/** @type {Record<Urteil, {gruppe: string, zeichen: string, wort: string}>} */
const VERDICTS = {
  "zwei-lager": { gruppe: "reden", zeichen: "⇄", wort: "uneinig: zwei Lager" },
  "breit-gestreut": { gruppe: "reden", zeichen: "⇄", wort: "uneinig: breit gestreut" },
  "stimme-weicht-ab": { gruppe: "nachfragen", zeichen: "◆", wort: "eine Stimme weicht ab" },
  "einig-schwach": { gruppe: "handeln", zeichen: "▼", wort: "einig, aber schwach" },
  "niemand-weiss-es": { gruppe: "nachsehen", zeichen: "?", wort: "niemand weiß es" },
  "einig-unterwegs": { gruppe: "unterwegs", zeichen: "■", wort: "einig, unterwegs" },
  "einig-stark": { gruppe: "stark", zeichen: "▲", wort: "einig und stark" },
  "ohne-urteil": { gruppe: "ohne", zeichen: "·", wort: "ohne Urteil" },
};
const NUMBERS = "keine eine zwei drei vier fünf sechs sieben acht neun zehn elf zwölf".split(" ");

/** @param {Judged} judged */
export function groupOf({ urteil }) {
  return VERDICTS[urteil].gruppe;
}

/** @param {Judged} judged */
export function verdictWord({ urteil, abweichend, wenige, werte }) {
  const few = wenige ? " (wenige Personen)" : "";
  if (urteil === "niemand-weiss-es" && werte.length) return `kaum jemand weiß es${few}`;
  if (urteil !== "stimme-weicht-ab" || abweichend.length === 1) return VERDICTS[urteil].wort + few;
  return `${numberInWords(abweichend.length)} Stimmen weichen ab${few}`;
}

/** @param {Judged} judged a sign beside the word, so that colour says nothing alone */
export function verdictSign({ urteil }) {
  return VERDICTS[urteil].zeichen;
}

/** One sentence on a question, for the list of topics and the wall. @param {Judged} judged @param {UrteilRules} rules */
export function verdictSentence(judged, rules) {
  const { urteil, werte, abstand, mitte, abweichend, weiss_nicht } = judged;
  const [lowest, highest] = [werte[0] ?? 0, werte.at(-1) ?? 0];
  switch (urteil) {
    case "zwei-lager": {
      const below = lowerCamp(werte, rules);
      const [low, high] = [werte[below - 1] ?? 0, werte[below] ?? 0];
      const camps = `${numberInWords(below)} sagen höchstens ${low} %, ${numberInWords(werte.length - below)} mindestens ${high} %`;
      return `Zwei beliebige aus der Runde liegen im Mittel ${abstand} Punkte auseinander; ${camps}.`;
    }
    case "breit-gestreut":
      return `Zwei beliebige aus der Runde liegen im Mittel ${abstand} Punkte auseinander; die Antworten reichen von ${lowest} bis ${highest} %.`;
    case "stimme-weicht-ab": {
      const who =
        abweichend.length === 1 ? "eine Stimme sagt" : `${numberInWords(abweichend.length)} Stimmen sagen`;
      const said = [...new Set(abweichend)].map((value) => `${value} %`).join(" und ");
      return `Die Runde liegt um ${mitte} %, ${who} ${said}. Was ist dort zu sehen, was andere nicht sehen?`;
    }
    case "niemand-weiss-es":
      return `${capital(numberInWords(weiss_nicht))} von ${judged.beantwortet + weiss_nicht + judged.trifft_nicht_zu + judged.unbeantwortet} sagen „weiß nicht“. Wer kann es herausfinden?`;
    case "ohne-urteil":
      return werte.length
        ? `Es gibt zu wenige Angaben für ein Urteil: ${werte.join(", ")} %.`
        : "Es gibt keine Angaben.";
    default:
      return `Die Runde ist sich einig; der mittlere Wert ist ${mitte} %.`;
  }
}

/** How many answered otherwise. @param {Judged} judged */
export function otherAnswers({ weiss_nicht, trifft_nicht_zu }) {
  return [
    weiss_nicht ? `${weiss_nicht} × weiß nicht` : "",
    trifft_nicht_zu ? `${trifft_nicht_zu} × trifft nicht zu` : "",
  ].filter(Boolean);
}

/** @param {number} number */
function numberInWords(number) {
  return NUMBERS[number] ?? String(number);
}

/** @param {string} word */
function capital(word) {
  return word.charAt(0).toUpperCase() + word.slice(1);
}
