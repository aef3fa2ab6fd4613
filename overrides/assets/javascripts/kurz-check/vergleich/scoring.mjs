// Pure arithmetic for several checks; the reference is the same as for one.

import { countAnswers, isStep, median, steps } from "../scoring.mjs";

/** @import {Answer, Scale} from "../../shared/types.mjs" */

/** What several people think of one question. @param {Answer[]} answers @param {Scale} scale */
export function spread(answers, scale) {
  const werte = steps(answers);
  const [lowest = 0] = werte;
  const spanne = werte.length > 1 ? (werte.at(-1) ?? lowest) - lowest : null;
  const gespraechsbedarf = spanne !== null && spanne >= scale.rules.gespraech;
  return { werte, ...countAnswers(answers), median: median(werte, scale), spanne, gespraechsbedarf };
}

/** What became of one answer. @param {Answer} old @param {Answer} now @param {Scale} scale */
export function change(old, now, { rules }) {
  if (!isStep(old) || !isStep(now)) return { differenz: null, urteil: "nicht vergleichbar" };
  const differenz = now - old;
  if (Math.abs(differenz) <= rules.gleich) return { differenz, urteil: "etwa gleich" };
  return { differenz, urteil: differenz > 0 ? "höher" : "niedriger" };
}
