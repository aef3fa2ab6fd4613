/** Which examples come from places like one: of its size and Land first. */

/**
 * @import {Beispielort, ComparableGroup, ComparableStep, Vergleichsort} from "./types.mjs"
 */

// A Landkreis is no town, however many people live in it.
const LANDKREIS = "Landkreis";
/** @type {ComparableStep[]} */
const STEPS = ["hier", "gleich", "nachbar", "andere"];

/**
 * All examples in groups, the nearest first; groups without any are left out.  Within a group the same Land comes
 * first, then the same kind of place, then the order given.  Where nobody knows the size of the place, its kind
 * stands for it.
 * @template {Beispielort} T
 * @param {T[]} beispiele
 * @param {Vergleichsort} ort what is not known is empty
 * @param {string[]} klassen ids of all size classes, the smallest first
 * @returns {ComparableGroup<T>[]}
 */
export function comparable(beispiele, ort, klassen) {
  const placed = beispiele.map((beispiel) => ({ beispiel, ...nearest(beispiel, ort, klassen) }));
  placed.sort((one, other) => one.step - other.step || one.distance - other.distance);
  return STEPS.flatMap((stufe, step) => {
    const here = placed.filter((one) => one.step === step).map(({ beispiel }) => beispiel);
    return here.length ? [{ stufe, wort: wordFor(stufe, ort), beispiele: here }] : [];
  });
}

/**
 * An example of several places is as near as the nearest of them.
 * @param {Beispielort} beispiel
 * @param {Vergleichsort} ort
 * @param {string[]} klassen
 */
function nearest({ land, art, groesse }, ort, klassen) {
  const places = land.map((name, index) => {
    const place = { land: name, art: art[index] ?? "", groesse: groesse[index] ?? "" };
    return { step: stepOf(place, ort, klassen), distance: distanceTo(place, ort) };
  });
  return places.reduce((best, one) =>
    one.step < best.step || (one.step === best.step && one.distance < best.distance) ? one : best,
  );
}

/** @param {Vergleichsort} place @param {Vergleichsort} ort @param {string[]} klassen */
function stepOf(place, ort, klassen) {
  const apart = classesApart(place, ort, klassen);
  if (apart === 0) return ort.land && place.land === ort.land ? 0 : 1;
  return apart === 1 ? 2 : 3;
}

/** @param {Vergleichsort} place @param {Vergleichsort} ort @param {string[]} klassen */
function classesApart(place, ort, klassen) {
  if (!klassen.includes(ort.groesse)) return ort.art && place.art === ort.art ? 0 : Infinity;
  const sameKind = !ort.art || (place.art === LANDKREIS) === (ort.art === LANDKREIS);
  if (!sameKind || !klassen.includes(place.groesse)) return Infinity;
  return Math.abs(klassen.indexOf(place.groesse) - klassen.indexOf(ort.groesse));
}

/** @param {Vergleichsort} place @param {Vergleichsort} ort */
function distanceTo(place, ort) {
  return 2 * Number(place.land !== ort.land) + Number(place.art !== ort.art);
}

/** @param {ComparableStep} stufe @param {Vergleichsort} ort */
function wordFor(stufe, ort) {
  const like = ort.groesse ? "Ähnlich groß" : "Gleiche Art der Kommune";
  if (stufe === "hier") return `${like} und im selben Land`;
  if (stufe === "gleich") return ort.land ? `${like}, in einem anderen Land` : like;
  if (stufe === "nachbar") return "Etwas größer oder kleiner";
  return ort.groesse || ort.art ? "Andere Größe oder Art der Kommune" : "Aus anderen Kommunen";
}
