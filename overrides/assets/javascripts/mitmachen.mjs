import { BeispielFormular } from "./mitmachen/form.mjs";

for (const $root of document.querySelectorAll('[data-module="beispiel-formular"]')) {
  new BeispielFormular($root).start();
}
