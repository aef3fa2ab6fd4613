// What is on the screen, as the blocks of a document: so the files hold what the page shows.

const LEVELS = { H2: 1, H3: 2, H4: 3 };
const NOT_TAKEN_AWAY = "[hidden], [aria-hidden=true], .mitnehmen, .weitergeben, .rechnung";

/** @param {Element} $section @returns {{title: string, blocks: object[]}} */
export function outline($section) {
  const blocks = [...readBlocks($section)];
  return { title: blocks[0].text, blocks };
}

function* readBlocks($parent) {
  for (const $node of $parent.children) {
    if ($node.matches(NOT_TAKEN_AWAY)) continue;
    const block = readBlock($node);
    if (block) yield block;
    else yield* readBlocks($node);
  }
}

function readBlock($node) {
  const { tagName } = $node;
  if (LEVELS[tagName]) return { type: "heading", level: LEVELS[tagName], text: visibleText($node) };
  if (tagName === "P") return { type: "paragraph", text: visibleText($node) };
  if (tagName === "UL") return readList($node);
  if (tagName === "TABLE") return readTable($node);
  return null;
}

function readList($list) {
  const items = [...$list.children].filter(($item) => !$item.hidden).map(visibleText);
  return items.length ? { type: "list", ordered: false, items } : null;
}

function readTable($table) {
  const [header, ...rows] = [...$table.rows].map(($row) => [...$row.cells].map(visibleText));
  return { type: "table", caption: visibleText($table.caption), header, rows };
}

function visibleText($node) {
  const $copy = $node.cloneNode(true);
  for (const $hidden of $copy.querySelectorAll("[aria-hidden=true]")) $hidden.remove();
  return $copy.textContent.replace(/\s+/g, " ").trim();
}
