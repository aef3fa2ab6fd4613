import { findAll } from "./shared/dom.mjs";
import { WerkstattTool } from "./werkstatt/tool.mjs";

for (const $root of findAll(document, "[data-module=werkstatt]")) {
  new WerkstattTool($root);
  delete $root.dataset.wartet;
}
