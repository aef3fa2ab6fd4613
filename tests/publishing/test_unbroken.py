"""Lines end between words, not between a number and what it counts; what is copied or read by scripts stays."""

import re
from pathlib import Path

import pytest
from catalog.documents.writer import NUMBERED
from catalog.publishing.text import unbroken


@pytest.mark.parametrize(
    "text",
    [
        *(f"{word} 4" for word in NUMBERED),
        "§ 18 Absatz 2",
        "am 31. Mai 2026",
        "S. 12",
        "20 %",
        "800.000 Euro",
        "z. B. so",
        "(e. V.)",
    ],
)
def test_what_belongs_together_stays_on_one_line(text: str) -> None:
    words = unbroken(f"<p>{text}</p>")
    assert words.count("\xa0") == {"am 31. Mai 2026": 2}.get(text, 1)
    assert words.replace("\xa0", " ") == f"<p>{text}</p>"


@pytest.mark.parametrize(
    "html",
    [
        "<p>in 12 Kommunen. Ab 2026 gilt das. Die 3. Bitte</p>",
        '<a title="§ 5" href="?q=Nr. 4">so</a>',
        "<pre>fundstelle: S. 12\nkosten: 20 %</pre>",
        "<p><code>Seite 5</code></p>",
        "<option>20 %</option>",
    ],
)
def test_all_else_stays_as_it_is(html: str) -> None:
    assert unbroken(html) == html


def test_pages_are_written_so_but_for_tools(site: Path) -> None:
    law = re.compile("§[ \xa0](?=\\d)")
    found = {
        path: {
            match[0][-1] for match in law.finditer((site / path / "index.html").read_text(encoding="utf-8"))
        }
        for path in ("laender/hessen", "glossar/agg", "musterantrag")
    }
    assert found == {
        "laender/hessen": {"\xa0"},
        "glossar/agg": {"\xa0"},
        "musterantrag": {" "},
    }
