"""Protects the look of the components: each is compared with a picture that somebody has looked at.

The pictures come from the page that shows all of them, built from the smallest catalogue, so that no change of
content moves anything. The font is one that MkDocs brings, so that they look alike on every machine.
A look that was changed on purpose: ``BILDER=neu .venv/bin/python -m pytest tests/site/test_components.py``.
"""

import os
import re
from base64 import b64encode
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import pytest
from conftest import build_site
from playwright.sync_api import Browser, Page
from projects import project_copy
from tiny import TINY
from web import serve

PICTURES = Path(__file__).parent / "bilder"
FONTS = Path(str(find_spec("mkdocs").origin)).parent / "themes/readthedocs/css/fonts"
FONT_FACES = "".join(
    f"@font-face {{ font-family: Probe; font-weight: {weight}; src: url(/schrift/{file}); }}"
    for weight, file in [("100 500", "lato-normal.woff2"), ("501 900", "lato-bold.woff2")]
)
ONE_FONT = f"{FONT_FACES} * {{ font-family: Probe !important; }}"
VIEWS = {
    "breit": {"width": 1280, "color_scheme": "light"},
    "schmal": {"width": 390, "color_scheme": "light"},
    "dunkel": {"width": 1280, "color_scheme": "dark"},
}
PARTS = ["kopf", "schrift", "knoepfe", "formulare", "karten", "hinweise", "bilder", "fuss"]
# Edges of letters differ a little from one version of a browser to the next.
NOTICEABLE = 96
TOLERATED = 0.01
# From one heading to the next; head and foot of the page are elements.
PLACE = """(part) => {
  const top = ($node) => $node.getBoundingClientRect().top + scrollY;
  const whole = { kopf: "header", fuss: "footer" }[part];
  if (whole) {
    const { y, height } = document.querySelector(whole).getBoundingClientRect();
    return { x: 0, y: y + scrollY, width: innerWidth, height };
  }
  const $headings = [...document.querySelectorAll("h2[id]")];
  const number = $headings.findIndex(($heading) => $heading.id === part);
  const y = top($headings[number]);
  return { x: 0, y, width: innerWidth, height: top($headings[number + 1]) - y };
}"""
# How large the share of the pixels is that differ; 1 if the pictures have different sizes.
DIFFERENCE = """async ([pictures, noticeable]) => {
  const [one, other] = await Promise.all(pictures.map(async (picture) => {
    const $image = new Image();
    $image.src = picture;
    await $image.decode();
    const context = new OffscreenCanvas($image.width, $image.height).getContext("2d");
    context.drawImage($image, 0, 0);
    return context.getImageData(0, 0, $image.width, $image.height);
  }));
  if (one.width !== other.width || one.height !== other.height) return 1;
  let different = 0;
  for (let at = 0; at < one.data.length; at += 4) {
    const distances = [0, 1, 2].map((channel) => Math.abs(one.data[at + channel] - other.data[at + channel]));
    if (Math.max(...distances) > noticeable) different += 1;
  }
  return different / (one.width * one.height);
}"""


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The site of the smallest catalogue; what is written by hand links to entries that it lacks."""
    project = project_copy(tmp_path_factory.mktemp("bausteine"))
    (project / "catalog.yml").write_text(TINY, encoding="utf-8")
    for file in (project / "content").rglob("*.md"):
        text = file.read_text(encoding="utf-8")
        file.write_text(re.sub(r"\[([^\]]+)\]\([a-z]+:[^)]*\)", r"\1", text), encoding="utf-8")
    with serve(build_site(project / "site", project=project)) as address:
        yield address


@pytest.fixture(scope="module", params=VIEWS)
def view(request: pytest.FixtureRequest, browser: Browser, address: str) -> Iterator[tuple[str, Page]]:
    """A view of the page with all components, in half size and with the same letters everywhere."""
    options: dict[str, Any] = {**VIEWS[request.param]}
    width = options.pop("width")
    context = browser.new_context(
        viewport={"width": width, "height": 900}, device_scale_factor=0.5, bypass_csp=True, **options
    )
    context.route("**/schrift/*", lambda route: route.fulfill(path=FONTS / Path(route.request.url).name))
    page = context.new_page()
    page.goto(f"{address}/gestaltung/")
    page.add_style_tag(content=ONE_FONT)
    page.evaluate("document.fonts.ready")
    yield request.param, page
    context.close()


@pytest.mark.parametrize("part", PARTS)
def test_components_look_as_they_did(view: tuple[str, Page], part: str, tmp_path: Path) -> None:
    name, page = view
    expected = PICTURES / f"{part}-{name}.png"
    picture = page.screenshot(full_page=True, clip=page.evaluate(PLACE, part), animations="disabled")
    if os.environ.get("BILDER") == "neu":
        expected.parent.mkdir(exist_ok=True)
        expected.write_bytes(picture)
    seen = tmp_path / expected.name
    seen.write_bytes(picture)
    difference = page.evaluate(DIFFERENCE, [[_inline(expected), _inline(seen)], NOTICEABLE])
    assert difference <= TOLERATED, f"{seen} sieht anders aus als {expected}"


def _inline(picture: Path) -> str:
    return f"data:image/png;base64,{b64encode(picture.read_bytes()).decode()}"
