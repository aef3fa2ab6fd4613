// Who is in the room and what they answered. Pure: state → state and figures. No DOM.

/**
 * @import {Answer} from "../shared/types.mjs"
 * @import {Antworten, Incoming, Known, Person, Runde, Vereinbarung, Werkstatt} from "./types.mjs"
 */

const NOTHING_AGREED = { wert: "", ziel: "", wer: "", bis: "", notiz: "", antrag: false };

/** Its fields are in the order in which a kept one is read: both are written alike. @returns {Werkstatt} */
export function emptyRoom() {
  return {
    kommune: "",
    datum: "",
    verdeckt: false,
    offen: false,
    personen: [],
    vereinbart: {},
    damals: null,
  };
}

/**
 * Let somebody in. Whoever was expected by this name and has no answers yet gets them.
 * @param {Runde} runde
 * @param {Incoming} incoming
 * @param {number} most so many people have room
 * @returns {Person|null} null if the room is full
 */
export function letIn(runde, incoming, most) {
  const expected = runde.personen.find(
    ({ name, antworten }) => name && name === incoming.name && !Object.keys(antworten).length,
  );
  if (expected) return Object.assign(expected, incoming);
  if (runde.personen.length >= most) return null;
  const nr = Math.max(0, ...runde.personen.map((person) => person.nr)) + 1;
  const person = { nr, zweite: {}, ...incoming };
  runde.personen.push(person);
  return person;
}

/**
 * Somebody who is in already with the very same answers; perhaps the same person came in twice.
 * @param {Runde} runde
 * @param {Incoming} incoming
 */
export function twinOf(runde, { name, antworten }) {
  const given = Object.values(antworten).filter((answer) => answer !== null);
  if (!given.length) return undefined;
  return runde.personen.find(
    (person) => isSame(person.antworten, antworten) && (!name || !person.name || name === person.name),
  );
}

/** What people are called on the screen. @param {Person} person @param {boolean} isHidden */
export function personLabel({ nr, name, ort }, isHidden) {
  const place = ort && ` (${ort})`;
  return (isHidden || !name ? `Person ${nr}` : name) + place;
}

/** Who is here with answers; others are only expected. @param {Runde} runde @returns {Person[]} */
export function present({ personen }) {
  return personen.filter(({ antworten }) => Object.keys(antworten).length);
}

/** How many people there are, in words. @param {Runde} runde */
export function peopleText({ personen }) {
  return personen.length === 1 ? "eine Person" : `${personen.length} Personen`;
}

/** Who has answered every question of the leaflet. @param {Runde} runde @param {Known} known */
export function countPeople({ personen }, { fragen }) {
  const asked = fragen.filter(({ nr }) => nr !== null);
  const isReady = (/** @type {Person} */ { antworten }) =>
    asked.every(({ id }) => (antworten[id] ?? null) !== null);
  return { da: personen.length, fertig: personen.filter(isReady).length };
}

/** The answer after the talk, else the first one. @param {Person} person @param {string} id @returns {Answer} */
export function laterAnswer({ antworten, zweite }, id) {
  return (id in zweite ? zweite[id] : antworten[id]) ?? null;
}

/** @param {Werkstatt} room @param {string} id @returns {Vereinbarung} */
export function agreedOn({ vereinbart }, id) {
  return { ...NOTHING_AGREED, ...vereinbart[id] };
}

/** @param {Vereinbarung} agreed @returns {boolean} whether anything was agreed */
export function isAgreed({ antrag, ...texts }) {
  return antrag || Object.values(texts).some(Boolean);
}

/** @param {Antworten} one @param {Antworten} other */
function isSame(one, other) {
  const ids = new Set([...Object.keys(one), ...Object.keys(other)]);
  return [...ids].every((id) => (one[id] ?? null) === (other[id] ?? null));
}
