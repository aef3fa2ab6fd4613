// What is still open when somebody takes the folder or the website along.

import { find, make } from "../../shared/dom.mjs";

/** @import {Fassung, Field} from "../form.mjs" */

/** Show what is missing, and go there. @param {Fassung} form @returns {boolean} whether nothing is */
export function isComplete(form) {
  const found = form.fields().map(($field) => ({ $field, problem: form.problemOf($field) }));
  for (const { $field, problem } of found) form.complain($field, problem);
  const problems = found.filter(({ problem }) => problem);
  const $summary = find(form.$root, "[data-fehler]");
  find($summary, "ul").replaceChildren(...problems.map(({ $field, problem }) => item($field, problem)));
  $summary.hidden = problems.length === 0;
  if (problems.length) $summary.focus();
  return problems.length === 0;
}

/** A line of the summary that leads to its field. @param {Field} $field @param {string} problem */
function item($field, problem) {
  const $link = make("a", { href: `#${$field.id}` }, `${$field.dataset.titel}: ${problem}`);
  $link.addEventListener("click", (event) => {
    event.preventDefault();
    $field.focus();
  });
  return make("li", {}, $link);
}
