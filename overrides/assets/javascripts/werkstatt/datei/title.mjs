import { today } from "../../shared/dates.mjs";
import { fileName } from "../../shared/names.mjs";

/** @import {Werkstatt} from "../types.mjs" */

/** The name of a file of this workshop. @param {Werkstatt} room @param {string} ending */
export function fileOf({ kommune, datum }, ending) {
  return fileName(["werkstatt", kommune.toLowerCase(), datum || today()], ending);
}
