// What follows from a municipality's answers for the files of the finished site.

import { fromBase64 } from "../../shared/link.mjs";
import { mixed, readable } from "../colours.mjs";
import { logoOf } from "../logo.mjs";
import { preset } from "./preset.mjs";
import { render } from "../render.mjs";
import { complete, values } from "../settings.mjs";

/** @import {Given, Plan} from "./building.mjs" */
/** @import {Kept} from "../logo.mjs" */

const LEGAL = "seite-";

/**
 * @param {any} written answers by section
 * @param {Kept[]} kept the files of the folder
 * @param {any} data what the build published
 * @param {Plan} plan
 * @returns {Given}
 */
export function given(written, kept, data, plan) {
  const settings = complete(written, data);
  const logo = logoOf(kept);
  const antrag = preset(settings.kommune, plan.antrag);
  const colours = coloursOf(settings.farben?.hell ?? "", data.farben);
  const known = { ...ofSettings(settings), ...antrag.values, ...colours };
  const facts = [
    `betrieb=${settings.demo ? "demo" : "echt"}`,
    `ort=${known.pfad === "/" ? "wurzel" : "ordner"}`,
    ...antrag.facts,
    ...(logo ? [`logo=${logo.name.split(".").pop()}`] : []),
    ...(colours["farbe-hell"] ? ["farben=eigene"] : []),
    ...(known.begruessung ? ["begruessung=ja"] : []),
  ];
  return {
    facts: new Set(facts),
    value: (name, path) =>
      name.startsWith(LEGAL) ? legalPage(name.slice(LEGAL.length), path, settings, data) : text(known, name),
    files: logo ? [{ name: `website/assets/images/${logo.name}`, bytes: fromBase64(logo.inhalt) }] : [],
  };
}

/** @param {any} settings complete @returns {Record<string, string>} */
function ofSettings({ kommune, website, impressum, barrierefreiheit }) {
  const address = /^(https?:\/\/[^/]+)(\/.*)$/.exec(website.adresse) ?? [];
  return {
    ursprung: address[1] ?? "",
    pfad: address[2] ?? "",
    titel: website.titel,
    begruessung: website.begruessung ?? "",
    name: kommune.name,
    bezeichnung: kommune.bezeichnung,
    leitung: kommune.leitung,
    gremium: kommune.gremium,
    anbieter: impressum.name,
    kontakt: impressum.email,
    barrieren: barrierefreiheit.kontakt.email,
  };
}

/** The colour in both schemes, each also as it is under the pointer. @param {string} written @param {any} known @returns {Record<string, string>} */
function coloursOf(written, { noetig, schemata, kraeftig }) {
  if (!written) return {};
  const light = written.toLowerCase();
  return Object.fromEntries(
    schemata.flatMap((/** @type {any} */ scheme) => {
      const colour = scheme.name === "hell" ? light : readable(scheme, light, noetig);
      return [
        [`farbe-${scheme.name}`, colour],
        [`farbe-${scheme.name}-kraeftig`, mixed(colour, scheme.towards, kraeftig)],
      ];
    }),
  );
}

/** @param {string} name @param {string} path of the page's file @param {any} settings @param {any} data */
function legalPage(name, path, settings, data) {
  const up = "../".repeat(path.split("/").length - 2);
  const href = (/** @type {string} */ target) => `${up}${target}/`;
  return render(data.vorlagen, `kommune/${name}.html`, { ...values(settings, data), href });
}

/** A value that the plan asks for and nobody knows is a mistake. @param {Record<string, string>} known @param {string} name */
function text(known, name) {
  const found = known[name];
  if (found === undefined) throw new TypeError(`${name} is not known`);
  return found;
}
