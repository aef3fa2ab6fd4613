"""Nothing that anybody enters is lost: random walks through all tools, by seed."""

import os
from collections.abc import Callable

import pytest
from playwright.sync_api import Page
from walk import KurzCheckWalk, MitmachenWalk, MusterantragWalk, Walk, WerkstattWalk

pytestmark = pytest.mark.long
TOOLS = [
    pytest.param(tool, id=tool.__name__, marks=pytest.mark.xdist_group(tool.__name__))
    for tool in (KurzCheckWalk, MusterantragWalk, MitmachenWalk, WerkstattWalk)
]
STEPS = 500 if os.environ.get("CI", "").lower() == "true" else 60
SEED = 20261126
# Stored nowhere, and nothing says so.
FORGETFUL = "Storage.prototype.setItem = () => {}; history.replaceState = () => {};"


@pytest.mark.parametrize("tool", TOOLS)
def test_nothing_is_lost_on_any_way(new_page: Callable[..., Page], tool: type[Walk]) -> None:
    tool(new_page().context, SEED).run(STEPS)


@pytest.mark.parametrize("tool", TOOLS)
def test_the_walk_notices_a_memory_that_forgets(new_page: Callable[..., Page], tool: type[Walk]) -> None:
    context = new_page().context
    context.add_init_script(FORGETFUL)
    walk = tool(context, SEED)
    walk.own_steps = list
    with pytest.raises(AssertionError, match=" → "):
        walk.run(60)
