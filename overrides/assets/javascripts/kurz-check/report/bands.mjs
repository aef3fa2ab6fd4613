import { bandOf, isStep } from "../scoring.mjs";

/** @import {Answer, Scale} from "../../shared/types.mjs" */

/** @param {Answer} answer @param {Scale} scale */
export function bandText(answer, scale) {
  return isStep(answer) ? bandOf(answer, scale).titel : "offen";
}
