"""The forms: whoever fills one in sees fields, not a file."""

import re
from collections.abc import Iterator
from html import unescape

import pytest
from catalog.publishing.own_copy import messages
from conftest import ROOT
from page_source import PageSource

SCRIPTS = ROOT / "overrides/assets/javascripts"
# What only somebody knows who writes a file by hand: its lines, its marks, the names of its keys.
OF_A_FILE = re.compile(
    r"\bZeilen?\b|\bYAML\b|Anführungszeichen|Listenpunkt|Einrückung|Schlüssel|„[a-z_]+:(?!//)|„[a-z]+_[a-z_]+“|Das Feld „"
)
_TEXT = re.compile(r'"((?:[^"\\\n]|\\.)* (?:[^"\\\n]|\\.)*)"|`([^`]* [^`]*)`')
FORMS = {"mitmachen": "mitmachen/index.html", "fassung": "ihre-fassung/index.html"}


def said_by_page(page: PageSource) -> Iterator[str]:
    """Yield the help, the hints and the words for mistakes of every field."""
    (form,) = re.findall(r"<form.*?</form>", page.source, re.DOTALL)
    yield from re.findall(r'class="(?:feld__hilfe|feld__name|hinweis)"[^>]*>([^<]*)', form)
    yield from map(unescape, re.findall(r'data-falsch="([^"]*)"', form))


def said_by_scripts(tool: str) -> Iterator[str]:
    for script in [SCRIPTS / f"{tool}.mjs", *(SCRIPTS / tool).rglob("*.mjs")]:
        code = re.sub(
            r"/\*.*?\*/|^\s*//[^\n]*|^import .*?;$", "", script.read_text("utf-8"), flags=re.S | re.M
        )
        yield from (one or other for one, other in _TEXT.findall(code))


@pytest.mark.parametrize("tool", FORMS)
def test_no_form_speaks_of_a_file(site_pages: dict[str, PageSource], tool: str) -> None:
    page, scripts = list(said_by_page(site_pages[FORMS[tool]])), list(said_by_scripts(tool))
    assert len(page) > 20
    assert len(scripts) > 10
    assert [text for text in page + scripts if OF_A_FILE.search(text)] == []


def test_no_message_of_the_build_speaks_of_a_file_in_a_form() -> None:
    said = messages()
    assert [text for text in said.values() if OF_A_FILE.search(text) or "{feld}" in text or "=" in text] == []
    assert said["missing"] == "Diese Angabe fehlt noch."
    assert said["mail_address"] == "„{wert}“ ist keine E-Mail-Adresse der Form „name@kommune.de“."
    assert said["nur_sie"].startswith("Diese Angabe fehlt. Das weiß nur Ihre Kommune.")
