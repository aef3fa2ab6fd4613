// Links that somebody wants to have open beside the page.

/** @param {MouseEvent} event @returns {boolean} whether the click asks for a new tab or window */
export function opensElsewhere({ ctrlKey, metaKey, shiftKey }) {
  return ctrlKey || metaKey || shiftKey;
}
