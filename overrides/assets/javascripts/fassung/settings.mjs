// What follows from a municipality's answers: from other answers, from its Land, from the product.
// The build does the same in hooks/catalog/kommune/legal.py; a test compares both.

import { plainAddress } from "./rules.mjs";

/**
 * @typedef {Record<string, any>} Section
 * @typedef {Record<string, Section>} Settings
 */

// What an authority and a barrier may leave out.
const AUTHORITY = { strasse: null, ort: null, telefon: null, email: null, url: null };
const BARRIER = { bis: null };
const GUARD = "Behördliche Datenschutzbeauftragte oder behördlicher Datenschutzbeauftragter";

/**
 * @param {Settings} written what was answered, by section
 * @param {any} data what the build published
 * @returns {any} complete settings, as pages show them
 */
export function complete(written, data) {
  const settings = withDefaults(written, data.standard);
  const { kommune, impressum, barrierefreiheit } = settings;
  const land = data.laender[kommune.land];
  const head = impressum.vertreten_durch || kommune.leitung;
  const { strasse, ort, telefon, email } = impressum;
  const office = { strasse, ort, telefon, email };
  for (const [section, name] of /** @type {const} */ ([
    ["datenschutz", "aufsicht"],
    ["barrierefreiheit", "durchsetzung"],
  ])) {
    if (settings[section][name]) settings[section][name] = { ...AUTHORITY, ...settings[section][name] };
  }
  barrierefreiheit.barrieren = [
    ...(barrierefreiheit.barrieren ?? []).map((/** @type {any} */ one) => ({ ...BARRIER, ...one })),
    ...inherited(barrierefreiheit, data.barrieren).map((barrier) => asBound(barrier, land)),
  ];
  if (settings.website.adresse) settings.website.adresse = plainAddress(settings.website.adresse);
  fill(impressum, {
    name: kommune.bezeichnung,
    vertreten_durch: head,
    verantwortlich: `${head}, ${strasse}, ${ort}`,
    rechtsform: land?.rechtsformen[kommune.art] ?? data.rechtsform,
  });
  fill(settings.datenschutz, { beauftragte: { name: GUARD, ...office } });
  fill(barrierefreiheit, {
    geprueft_von: barrierefreiheit.methode === "Selbstbewertung" ? kommune.bezeichnung : null,
    erstellt_am: barrierefreiheit.geprueft_am,
    kontakt: { name: kommune.bezeichnung, ...office },
  });
  return withLand(settings, land);
}

/** What a Land asks only of itself is no breach of a municipality's. @param {any} barrier @param {any} land */
function asBound(barrier, land) {
  const free = barrier.je_nach_land && land?.leichte_sprache_kommunen === false;
  return free ? { ...barrier, grund: "nicht im Anwendungsbereich" } : barrier;
}

/** @param {any} settings @param {any} land what is proved of it */
function withLand(settings, land) {
  const { verfahren, ...proved } = land?.barrierefreiheit ?? {};
  // The sentence tells what the body of the Land does; of another it may not be true.
  if (!settings.barrierefreiheit.durchsetzung) fill(settings.barrierefreiheit, { verfahren });
  fill(settings.datenschutz, land?.datenschutz ?? {});
  fill(settings.barrierefreiheit, proved);
  return settings;
}

/** @param {Settings} written @param {Settings} standard @returns {any} */
function withDefaults(written, standard) {
  const sections = Object.entries(standard).map(([section, values]) => [
    section,
    { ...values, ...written[section] },
  ]);
  return {
    ...written,
    ...Object.fromEntries(sections),
    demo: written.betrieb !== /** @type {any} */ ("echt"),
  };
}

/** What is open in the product, without what a municipality mended or says in the same words. @param {Section} statement @param {any[]} barriers */
function inherited(statement, barriers) {
  const said = new Set(
    (statement.barrieren ?? []).map((/** @type {any} */ { inhalt, grund }) => `${grund}: ${inhalt}`),
  );
  const mended = statement.behoben ?? [];
  return barriers.filter(({ id, inhalt, grund }) => !mended.includes(id) && !said.has(`${grund}: ${inhalt}`));
}

/** @param {Section} section @param {Section} values */
function fill(section, values) {
  for (const [name, value] of Object.entries(values)) section[name] ??= value;
}

/**
 * The values that the templates of the legal pages show.
 * @param {any} settings complete
 * @param {any} data
 */
export function values(settings, data) {
  const barrieren = Object.entries(data.gruende)
    .map(([grund, [id, titel]]) => ({
      id,
      titel,
      barrieren: settings.barrierefreiheit.barrieren.filter(
        (/** @type {any} */ barrier) => barrier.grund === grund,
      ),
    }))
    .filter(({ barrieren: listed }) => listed.length > 0);
  return {
    fassung: { settings, version: data.version, oertlich: true },
    barrieren,
    GESPEICHERT: data.gespeichert,
    zeigt: (/** @type {string} */ section) => !(settings.website.ausblenden ?? []).includes(section),
  };
}
