// What was agreed, handed over to the Musterantrag in the fragment of a link. No DOM.

import { isDay, today } from "../../shared/dates.mjs";
import { encodeLink } from "../../shared/link.mjs";
import { agreedOn } from "../room.mjs";

/**
 * @import {Row, Werkstatt} from "../types.mjs"
 * @typedef {{frage: string, wert: number, ziel?: number}} HandedOver
 */

const HANDOVER_VERSION = 1;

/**
 * The questions that are to become requests: those with an agreed value that somebody ticked.
 * @param {Werkstatt} room
 * @param {Row[]} rows
 * @returns {HandedOver[]}
 */
export function handedOver(room, rows) {
  return rows.flatMap(({ frage: { id } }) => {
    const { wert, ziel, antrag } = agreedOn(room, id);
    if (!antrag || wert === "") return [];
    const goal = ziel === "" ? {} : { ziel: Number(ziel) };
    return [{ frage: id, wert: Number(wert), ...goal }];
  });
}

/** The fragment for the address of the Musterantrag. @param {Werkstatt} room @param {HandedOver[]} punkte */
export function antragFragment({ datum, kommune }, punkte) {
  const day = isDay(datum) ? datum : today();
  const name = kommune ? { name: kommune } : {};
  return `#von-kurzcheck=${encodeLink({ v: HANDOVER_VERSION, datum: day, klausur: day, ...name, punkte })}`;
}
