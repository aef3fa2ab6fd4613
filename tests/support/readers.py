"""What readers may set for themselves, and whether anything is lost by it."""

from playwright.sync_api import Page

# What readers may set without losing anything (WCAG 1.4.12).
SPACED_OUT = """* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; }
  p { margin-block-end: 2em !important; }"""
# Readers' styles are no part of the page, so its rules on content do not concern them.
ADD_STYLE = """(style) => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(style);
  document.adoptedStyleSheets = [sheet];
}"""
CUT = """() => [...document.querySelectorAll("main *")].filter(($node) => {
  const style = getComputedStyle($node);
  if ($node.closest(".nur-vorlesen, .matrix__name, pre, textarea, svg, .suche-knopf") || style.clipPath !== "none") return false;
  return style.overflowY === "hidden" && $node.scrollHeight > $node.clientHeight + 1;
}).map(($node) => $node.outerHTML.slice(0, 120))"""
WIDTH = "document.scrollingElement.scrollWidth"
TWICE_AS_LARGE = ":root { font-size: 200%; }"


def lost(page: Page) -> list[str]:
    """Return what is cut or lies outside a narrow window with spaced-out text, or a wide one with large letters."""
    found = []
    for width, style in ((320, SPACED_OUT), (1280, TWICE_AS_LARGE)):
        page.set_viewport_size({"width": width, "height": 844})
        page.evaluate(ADD_STYLE, style)
        found += page.evaluate(CUT)
        if (reached := page.evaluate(WIDTH)) > width:
            found.append(f"{reached} von {width} Pixeln")
    page.evaluate(ADD_STYLE, "")
    return found
