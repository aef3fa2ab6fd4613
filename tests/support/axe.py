"""Ask axe about a page: what breaks WCAG 2.2 A and AA there."""

from axe_playwright_python.base import AXE_SCRIPT
from playwright.sync_api import Page

OPTIONS = {
    "runOnly": {"type": "tag", "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]},
    "resultTypes": ["violations"],
    "preload": False,
}
# Of parts that are made alike, from all that they lie in to the last element inside, the first few are looked at:
# measuring the contrast of hundreds of equal cards takes most of the time and finds nothing else.
# What nobody sees is taken out meanwhile: the tools hide whole views, and axe asks for the style of every element.
# The first, one of the even and one of the odd: no style tells more of them apart.
# Parts are alike if only words, addresses and names differ: a card with a class or a style of its own is looked at.
# A page that has just got another width or other colours follows in the next frames; a tool that starts meanwhile,
# or gets what it has asked for, would miss what is taken out.
RUN = """async (options) => {
  const COMES = "[data-wartet], script[data-bei-bedarf]:not([data-geladen])";
  for (let frames = 0, calm = 0; calm < 3 && frames < 120; frames += 1) {
    await new Promise(requestAnimationFrame);
    calm = document.querySelector(COMES) ? 0 : calm + 1;
  }
  for (const animation of document.getAnimations()) animation.finish();
  const LOOKED_AT = 3;
  const OWN = /^(?:id|href|for|name|value|title|alt|src|d|points|data-.*|aria-(?:label|labelledby|describedby|controls))$/;
  const own = ($node) => [
    $node.localName,
    ...[...$node.attributes].map(({ name, value }) => `${name}=${OWN.test(name) ? value !== "" : value}`),
    [...$node.childNodes].some(($one) => $one.nodeType === Node.TEXT_NODE && $one.data.trim() !== ""),
  ].join(" ");
  const numbers = new Map();
  const number = (text) => numbers.get(text) ?? (numbers.set(text, numbers.size), numbers.size - 1);
  const made = new Map();
  const make = ($node) => {
    const inside = [...$node.children].map(make);
    made.set($node, number(`${own($node)} (${inside})`));
    return made.get($node);
  };
  const seen = new Map();
  const alike = [];
  const leaveOut = ($node, around) => {
    const here = `${around} ${made.get($node)}`;
    seen.set(here, (seen.get(here) ?? 0) + 1);
    if (seen.get(here) > LOOKED_AT) alike.push($node);
    else for (const $child of $node.children) leaveOut($child, number(`${around} < ${own($node)}`));
  };
  make(document.body);
  leaveOut(document.body, "");
  const unseen = [];
  const takeOut = ($parent) => {
    for (const $node of $parent.children) {
      if (/^(?:SCRIPT|TEMPLATE)$/.test($node.tagName)) continue;
      if (getComputedStyle($node).display === "none") unseen.push([$node, document.createComment("")]);
      else takeOut($node);
    }
  };
  takeOut(document.body);
  for (const [$node, $place] of unseen) $node.replaceWith($place);
  const exclude = alike.filter(($node) => $node.isConnected);
  const found = await axe.run({ include: document, exclude }, options);
  for (const [$node, $place] of unseen) $place.replaceWith($node);
  return found.violations.flatMap(({ id, nodes }) => nodes.map(({ html, failureSummary }) =>
    `${id}: ${html.slice(0, 160)} (${failureSummary.replace(/\\s+/g, " ").slice(0, 240)})`));
}"""


def axe_violations(page: Page) -> list[str]:
    """Return one line per rule and place that axe objects to."""
    if not page.evaluate("'axe' in window"):
        page.evaluate(AXE_SCRIPT)
    return page.evaluate(RUN, OPTIONS)
