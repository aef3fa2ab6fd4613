/** Make an element; children are nodes or text, never markup. @param {string} tag @param {object} properties */
export function make(tag, properties = {}, ...children) {
  const $node = Object.assign(document.createElement(tag), properties);
  $node.append(...children);
  return $node;
}

/** Replace what a field of the page shows. @param {Element} $root @param {string} name @param {(Node|string)[]} nodes */
export function fillField($root, name, nodes) {
  $root.querySelector(`[data-feld="${name}"]`).replaceChildren(...nodes);
}

/** Make a drawing beside a text that says the same. @param {string} className @param {[string, object][]} shapes */
export function drawing(className, shapes) {
  const $svg = svgNode("svg", { class: className, "aria-hidden": "true" });
  $svg.append(...shapes.map(([tag, attributes]) => svgNode(tag, attributes)));
  return $svg;
}

/** A table row whose first cell names it. @param {(string|Node|(string|Node)[])[]} cells */
export function tableRow([name, ...cells], className = "") {
  const $head = make("th", { scope: "row" }, ...[name].flat());
  return make("tr", { className }, $head, ...cells.map((cell) => make("td", {}, ...[cell].flat())));
}

function svgNode(tag, attributes) {
  const $node = document.createElementNS("http://www.w3.org/2000/svg", tag);
  for (const [name, value] of Object.entries(attributes)) $node.setAttribute(name, value);
  return $node;
}
