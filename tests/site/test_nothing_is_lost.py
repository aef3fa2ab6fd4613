"""Nothing that anybody enters is lost: random walks through all tools, by seed."""

import os
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect
from walk import KurzCheckWalk, MitmachenWalk, MusterantragWalk, Walk, WerkstattWalk

pytestmark = pytest.mark.long
TOOLS = [
    pytest.param(tool, id=tool.__name__, marks=pytest.mark.xdist_group(tool.__name__))
    for tool in (KurzCheckWalk, MusterantragWalk, MitmachenWalk, WerkstattWalk)
]
STEPS = 250 if os.environ.get("CI", "").lower() == "true" else 60
SEED = 20261126
# Nobody looks at these pages: a low window spares drawing them.
LOW = {"width": 1280, "height": 100}
# Stored nowhere, and nothing says so.
FORGETFUL = "Storage.prototype.setItem = () => {}; history.replaceState = () => {};"


@pytest.mark.parametrize("tool", TOOLS)
def test_nothing_is_lost_on_any_way(new_page: Callable[..., Page], tool: type[Walk]) -> None:
    tool(new_page(**LOW).context, SEED).run(STEPS)


@pytest.mark.parametrize("tool", TOOLS)
def test_the_walk_notices_a_memory_that_forgets(new_page: Callable[..., Page], tool: type[Walk]) -> None:
    context = new_page(**LOW).context
    context.add_init_script(FORGETFUL)
    walk = tool(context, SEED)
    walk.own_steps = list
    with pytest.raises(AssertionError, match=" → "):
        walk.run(60)


# A field far down the form of each tool, and a key that changes it.
FIELDS = {
    "kurz-check/#leitbild": ("#leitbild input", "5"),
    "musterantrag/": ("fieldset [type=checkbox]", "Space"),
    "werkstatt/": ("[name=kommune]", "x"),
    "ihre-fassung/": ("#feld-betrieb", "ArrowDown"),
}


def test_that_nothing_is_kept_is_said_in_sight_of_the_field(new_page: Callable[..., Page]) -> None:
    for path, (field, key) in FIELDS.items():
        page = new_page(width=390, height=844)
        page.add_init_script("Storage.prototype.setItem = () => { throw new DOMException('no'); };")
        page.goto(f"/{path}")
        page.locator("#runde details").evaluate_all("all => all.forEach($one => { $one.open = true; })")
        page.locator(f"[data-module]:not([data-wartet]) {field}").locator("visible=true").last.press(key)
        said = page.locator(".meldung", has_text="bewahrt Ihre Eingaben nicht auf")
        expect(said).to_be_in_viewport()
