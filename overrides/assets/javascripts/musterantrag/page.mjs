// What the page carries in its HTML, and how a document is shown in it.

/**
 * Read the Musterantrag with its blanks from the page.
 * @param {HTMLElement} $musterantrag
 * @returns {Plan}
 */
export function readPlan($musterantrag) {
  const { lueckeName: name, lueckeZusatz: zusatz, lueckeDatum: datum, selbsteinschaetzung, selbsteinschaetzungZusatz } = $musterantrag.dataset;
  return {
    blocks: Array.from($musterantrag.children, readBlock),
    blanks: { name, zusatz, datum },
    selbsteinschaetzung: { numbered: selbsteinschaetzung, additional: selbsteinschaetzungZusatz },
  };
}

/**
 * Read the questions of the Kurz-Check that the page knows.
 * @param {HTMLElement} $list
 * @returns {Map<string, {nr: string, titel: string}>}
 */
export function readQuestions($list) {
  const entries = Array.from($list.children, ($item) => {
    const { frage, nr = "" } = $item.dataset;
    return [frage, { nr, titel: $item.textContent }];
  });
  return new Map(entries);
}

/**
 * Show a document in place of what was there.
 * @param {HTMLElement} $target
 * @param {Doc} doc
 */
export function showDocument($target, doc) {
  $target.replaceChildren(...doc.blocks.map((block) => ELEMENT_MAKERS[block.type](block)));
}

// The page has a heading of its own above the document's.
const HEADING_SHIFT = 2;

const ELEMENT_MAKERS = {
  heading: ({ level, text }) => element(`h${level + HEADING_SHIFT}`, text),
  paragraph: ({ text }) => element("p", text),
  list: ({ items }) => {
    const $list = element("ol", "");
    $list.append(...items.map((text) => element("li", text)));
    return $list;
  },
};

function element(name, text) {
  const $element = document.createElement(name);
  $element.textContent = text;
  return $element;
}

function readBlock($block) {
  const { wenn, muster = "", empfehlung = "", einfuegen } = $block.dataset;
  const heading = /^H(\d)$/.exec($block.tagName);
  const items = Array.from($block.children, ($item) => ({ id: $item.dataset.modul, pattern: $item.dataset.muster }));
  return {
    kind: $block.tagName === "OL" ? "list" : einfuegen !== undefined ? "insert" : heading ? "heading" : "paragraph",
    pattern: muster,
    level: heading ? Number(heading[1]) - HEADING_SHIFT : 0,
    when: wenn,
    empfehlung,
    items,
  };
}
