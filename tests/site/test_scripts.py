"""The browser's modules: one place for each thing, small, and fit for the offline edition."""

import re
from pathlib import Path

import pytest
from catalog.site.scripts import flatten
from conftest import ROOT
from playwright.sync_api import Page
from web import Watch

SCRIPTS = ROOT / "overrides/assets/javascripts"
MODULES = sorted(SCRIPTS.rglob("*.mjs"))
MODULES_PER_ROOM = 10
# What every tool stands on; the folder of the entries is no room, it has a door for each script.
ROOMY = {SCRIPTS / "shared"}
ENTRIES = [*sorted(SCRIPTS.glob("*.mjs")), SCRIPTS / "suche/window.mjs"]

# What only the modules in shared/ may do, and which of them.
ONE_PLACE = {
    r"\bcreateElement\(": {"dom"},
    r"\bcreateElementNS\(": {"draw"},
    r"\b(?:atob|btoa)\(": {"link"},
    r"\.to(?:LocaleDate|ISO|Date)String\(": {"dates"},
    r"\blocalStorage\b": {"storage"},
    r'normalize\("NFKD"\)': {"letters"},
    r"\.innerHTML\b|\bouterHTML\b|insertAdjacentHTML": set(),
}


@pytest.mark.parametrize("pattern", ONE_PLACE)
def test_each_thing_has_one_place(pattern: str) -> None:
    found = {path for path in MODULES if re.search(pattern, path.read_text(encoding="utf-8"))}
    assert found == {SCRIPTS / f"shared/{name}.mjs" for name in ONE_PLACE[pattern]}


def test_types_are_never_loaded() -> None:
    for path in MODULES:
        assert not re.search(
            r"^(?:import|export) .*types\.mjs", path.read_text(encoding="utf-8"), re.MULTILINE
        )


@pytest.mark.parametrize("path", MODULES, ids=lambda path: path.relative_to(SCRIPTS).as_posix())
def test_modules_are_small_and_rooms_too(path: Path) -> None:
    assert len(path.read_text(encoding="utf-8").splitlines()) <= 300
    if path.parent != SCRIPTS:
        modules = len(list(path.parent.glob("*.mjs")))
        assert modules <= MODULES_PER_ROOM * (1.5 if path.parent in ROOMY else 1)


@pytest.mark.parametrize("path", ENTRIES, ids=lambda path: path.stem)
def test_every_entry_becomes_one_script_without_comments(path: Path) -> None:
    script = flatten(path)
    assert "@param" not in script
    assert not re.search(r"^\s*(?://|/\*)", script, re.MULTILINE)


def test_a_line_that_begins_with_a_type_stays(tmp_path: Path) -> None:
    (tmp_path / "one.mjs").write_text(
        "/** @type {number[]} */ (list)[0] = 1;\nconst kept = 2;\n/** A comment. */\nconst last = 3;\n",
        encoding="utf-8",
    )
    script = flatten(tmp_path / "one.mjs")
    assert "(list)[0] = 1;\nconst kept = 2;\nconst last = 3;\n" in script


def test_a_script_asked_for_twice_runs_once_and_may_be_tried_again(page: Page, watch: Watch) -> None:
    watch.expected.append("fehlt.js")
    page.goto("/404.html")
    counted = """async (src) => {
        const { loadScript } = await import("/modules/shared/load.mjs");
        const loading = [loadScript(src), loadScript(src)];
        const count = () => document.querySelectorAll(`script[src="${src}"]`).length;
        const during = count();
        const outcomes = (await Promise.allSettled(loading)).map(({ status }) => status);
        const again = await loadScript(src).then(() => "there", () => "missing");
        return [during, ...outcomes, again, count()];
    }"""
    assert page.evaluate(counted, "/assets/musterantrag/wissen.js") == [1, *["fulfilled"] * 2, "there", 1]
    assert page.evaluate(counted, "/fehlt.js") == [1, *["rejected"] * 2, "missing", 0]
