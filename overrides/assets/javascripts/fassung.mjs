import { Fassung } from "./fassung/form.mjs";
import { findAll } from "./shared/dom.mjs";

for (const $root of findAll(document, "[data-module=fassung]")) {
  new Fassung($root).start();
}
