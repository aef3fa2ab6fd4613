// Loaded by suche.mjs after the first picture of the page: the form stands further down.

import { BeispielFormular } from "./mitmachen/form.mjs";
import { find, findAll } from "./shared/dom.mjs";

// A mail about a sentence names the page that somebody comes from; what is opened from a disk does not tell.
if (document.referrer.startsWith(`${location.origin}/`)) {
  for (const $link of /** @type {HTMLAnchorElement[]} */ (findAll(document, "[data-satz]")))
    $link.href = $link.href.replace("Seite%3A%20", `$&${encodeURIComponent(document.referrer)}`);
}

const $root = find(document, "[data-module=beispiel-formular]");
new BeispielFormular($root).start();
delete $root.dataset.wartet;
