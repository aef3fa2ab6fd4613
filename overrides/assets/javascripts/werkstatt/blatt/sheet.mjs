// The sheet of the workshop on the screen, as files, and the way into the Musterantrag.

import { plainText } from "../../document/plain.mjs";
import { find, make } from "../../shared/dom.mjs";
import { fillPlace } from "../../shared/draw.mjs";
import { loadBeside } from "../../shared/load.mjs";
import { isThere } from "../../shared/part.mjs";
import { rowsOf } from "../bild/rows.mjs";
import { fileOf } from "../datei/title.mjs";
import { antragFragment, handedOver } from "./antrag.mjs";
import { composeSheet, sheetTable } from "./compose.mjs";

/**
 * @import {Block} from "../../shared/types.mjs"
 * @import {Row} from "../types.mjs"
 * @import {WerkstattTool} from "../tool.mjs"
 */

export class Sheet {
  #tool;

  /** @param {WerkstattTool} tool */
  constructor(tool) {
    this.#tool = tool;
  }

  /** @param {Row[]} rows */
  draw(rows) {
    const { $root, room, known } = this.#tool;
    const { blocks } = composeSheet(room, rows, known);
    fillPlace($root, "blatt", blocks.map(blockElement));
    this.#drawWay(rows);
  }

  /** @param {string} what @param {HTMLElement} $near */
  async take(what, $near) {
    const { tell, room, known } = this.#tool;
    if (!(await isThere(loadBeside("werkstatt-blatt"), tell, $near))) return;
    const rows = rowsOf(room, known);
    const name = fileOf(room, what);
    const detail = { what, name, doc: composeSheet(room, rows, known), table: sheetTable(room, rows) };
    document.dispatchEvent(new CustomEvent("werkstatt:blatt", { detail }));
    tell(`Gesichert als ${name}.`, false, $near);
  }

  /** @param {Row[]} rows */
  #drawWay(rows) {
    const { $root, room } = this.#tool;
    const punkte = handedOver(room, rows);
    this.#tool.when({ antrag: punkte.length > 0, "ohne-antrag": !punkte.length });
    const $link = find($root, "[data-antrag]", HTMLAnchorElement);
    $link.href = `${$link.href.split("#")[0]}${antragFragment(room, punkte)}`;
    const count = punkte.length === 1 ? "Ein Punkt geht" : `${punkte.length} Punkte gehen`;
    fillPlace($root, "antrag", [`${count} mit.`]);
  }
}

/** @param {Block} block */
function blockElement(block) {
  switch (block.type) {
    case "heading":
      return make(block.level === 1 ? "h3" : "h4", {}, plainText(block.text));
    case "paragraph":
    case "signature":
      return make("p", {}, plainText(block.text));
    case "list":
      return make("ul", {}, ...block.items.map((item) => make("li", {}, plainText(item))));
    case "table":
      return tableElement(block);
  }
}

/** @param {Extract<Block, {type: "table"}>} table */
function tableElement({ caption, header, rows }) {
  const names = header.map(plainText);
  const $head = make("tr", {}, ...names.map((name) => make("th", { scope: "col" }, name)));
  const $rows = rows.map(([first = "", ...cells]) =>
    make(
      "tr",
      {},
      make("th", { scope: "row" }, plainText(first)),
      ...cells.map((cell, index) => make("td", { "data-spalte": names[index + 1] ?? "" }, plainText(cell))),
    ),
  );
  // Many narrow columns stay a grid on phones, a few wide ones become blocks.
  const look = header.length > 6 ? "blatt__raster" : "werte";
  return make(
    "table",
    { class: look },
    make("caption", {}, plainText(caption)),
    make("thead", {}, $head),
    make("tbody", {}, ...$rows),
  );
}
