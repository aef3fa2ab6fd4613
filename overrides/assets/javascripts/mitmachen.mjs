import { BeispielFormular } from "./mitmachen/form.mjs";
import { findAll } from "./shared/dom.mjs";

for (const $root of findAll(document, "[data-module=beispiel-formular]")) {
  new BeispielFormular($root).start();
  delete $root.dataset.wartet;
}
