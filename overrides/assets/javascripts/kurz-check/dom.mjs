/** Children are nodes or text, never markup. @param {string} tag @param {object} properties */
export function make(tag, properties = {}, ...children) {
  const $node = Object.assign(document.createElement(tag), properties);
  $node.append(...children);
  return $node;
}

/** @param {Element} $root @param {string} name the data-stelle @param {(Node|string)[]} nodes */
export function fillPlace($root, name, nodes) {
  $root.querySelector(`[data-stelle="${name}"]`).replaceChildren(...nodes);
}

/** Make a drawing beside a text that says the same. @param {string} className @param {[string, object][]} shapes */
export function drawing(className, shapes) {
  const $svg = svgNode("svg", { class: className, "aria-hidden": "true" });
  $svg.append(...shapes.map(([tag, attributes]) => svgNode(tag, attributes)));
  return $svg;
}

/** A table row whose first cell names it; phones show it as a block, hence the roles. @param {(string|Node|Node[])[]} cells */
export function tableRow([name, ...cells]) {
  const $head = make("th", { scope: "row", role: "rowheader" }, ...[name].flat());
  return make("tr", { role: "row" }, $head, ...cells.map((cell) => make("td", { role: "cell" }, ...[cell].flat())));
}

function svgNode(tag, attributes) {
  const $node = document.createElementNS("http://www.w3.org/2000/svg", tag);
  for (const [name, value] of Object.entries(attributes)) $node.setAttribute(name, value);
  return $node;
}
