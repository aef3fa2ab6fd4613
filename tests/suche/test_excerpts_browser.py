"""What results quote: whole sentences, words marked as a whole, few text nodes."""

import json
import re
from itertools import pairwise
from typing import Any

import pytest
from catalog.suche.german import stem, words
from playwright.sync_api import Page, expect

EXCERPTS = """async (step) => {
  await import("/assets/suche/texte.js");
  const { quote, runs } = await import("/modules/suche/excerpt/quote.mjs");
  const { stem, words } = await import("/modules/suche/german.mjs");
  const pages = [];
  const found = [];
  for (const [summary, body] of globalThis.ivoSuchtexte) {
    // A date is one word: its month is found by its name.
    const all = (summary + " " + body).match(/[\\p{L}\\p{N}]+(?:\\.\\p{N}+)*/gu) ?? [];
    for (const word of all.filter((_, position) => position % step === 0)) {
      const stems = new Set(words(word).map(stem));
      const excerpt = quote(summary, body, stems);
      found.push({ page: pages.length, word, excerpt, runs: runs(excerpt, stems) });
    }
    pages.push(`${summary}\\n${body}`);
  }
  return JSON.stringify([pages, found]);
}"""
SENTENCES = """async (text) => {
  const { sentences } = await import("/modules/suche/excerpt/sentences.mjs");
  return sentences(text).map(({ start, end }) => text.slice(start, end));
}"""
RUNS = """async ([text, stems]) => {
  const { runs } = await import("/modules/suche/excerpt/quote.mjs");
  return runs(text, new Set(stems)).filter(({ isMarked }) => isMarked).map(({ text }) => text);
}"""
# A different way to say where no sentence ends than the one that is tested.
ENDS_NOT = re.compile(
    r"(?:\b(?:\w|z\. ?B|u\. ?a|d\. ?h|e\. ?V|i\. ?d\. ?R|Abs|Art|Nr|Dr|Prof|St|Str|bzw|ca|vgl|ggf|Mio|Mrd)\.|\b\d{1,2}\.)$"
)
ENDS = re.compile(r"[.!?…][“”\"»«’‘')\]]*$")


@pytest.fixture(scope="module")
def excerpts(bare_page: Page) -> list[dict[str, Any]]:
    pages, found = json.loads(bare_page.evaluate(EXCERPTS, 19))
    assert len(found) > 1000
    return [{**one, "text": pages[one["page"]]} for one in found]


def test_every_excerpt_stands_in_the_text_from_a_sentences_start_to_a_sentences_end(
    excerpts: list[dict[str, Any]],
) -> None:
    for found in excerpts:
        bare = found["excerpt"].removeprefix("… ").removesuffix(" …")
        places = [place.start() for place in re.finditer(re.escape(bare), found["text"])]
        assert any(is_whole(found["text"], place, found["excerpt"], bare) for place in places), found


def is_whole(text: str, place: int, excerpt: str, bare: str) -> bool:
    """Tell whether an excerpt begins and ends at this place as it shows."""
    before, behind = text[:place], text[place + len(bare) :]
    begins = before.endswith(" ") if excerpt.startswith("… ") else starts_sentence(before)
    ends = behind.startswith(" ") if excerpt.endswith(" …") else ends_sentence(bare, behind)
    return begins and ends


def test_an_excerpt_shows_the_word_and_fits_into_the_result(excerpts: list[dict[str, Any]]) -> None:
    for found in excerpts:
        if words(found["word"]):
            assert any(run["isMarked"] for run in found["runs"]), found
        assert 0 < len(found["excerpt"]) <= 330


def test_marks_take_whole_words_and_leave_one_text_between_them(excerpts: list[dict[str, Any]]) -> None:
    for found in excerpts:
        runs = found["runs"]
        assert "".join(run["text"] for run in runs) == found["excerpt"]
        for one, two in pairwise(runs):
            assert one["isMarked"] != two["isMarked"], found
            assert not re.search(r"\w$", one["text"]) or not re.search(r"^\w", two["text"]), found


def starts_sentence(before: str) -> bool:
    """Tell whether a sentence may begin behind this text."""
    if not before or before.endswith("\n"):
        return True
    return before.endswith(" ") and bool(ENDS.search(before[:-1])) and not ENDS_NOT.search(before[:-1])


def ends_sentence(excerpt: str, behind: str) -> bool:
    """Tell whether this text is the end of a sentence; the end of a line is one."""
    if not behind or behind.startswith("\n"):
        return True
    return bool(ENDS.search(excerpt)) and not ENDS_NOT.search(excerpt) and behind.startswith(" ")


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Sie lösten rund 800.000 Euro aus. Dann kam mehr.", 2),
        ("Am 3. Oktober 1990. Danach.", 2),
        ("Am 3. Oktober kamen alle.", 1),
        ("Nach § 12 Abs. 5 und Nr. 7 gilt das, z. B. Für Dr. Weiß in St. Pauli.", 1),
        ("Bei politik-bei-uns.de steht es. Dort auch.", 2),
        ("„Welche Möglichkeiten haben Sie?“ fragt der Kreis. Und mehr.", 2),
        ("Das Programm „Demokratie leben!“ Kommunen bekannt zu machen, hilft.", 1),
        ("Wer hilft? Alle! Gut.", 3),
        ("Das (siehe Anhang. Teil zwei) gilt. Immer.", 2),
        ("Nach dem SGB II. Danach nicht mehr.", 1),
        ("Im Jahr 2019. Danach nicht mehr.", 2),
        ("VIA Bayern e. V. Unterstützte und VIA Bayern e.V. Half.", 1),
        ("Überschrift\nEin Satz. Noch einer.", 3),
        ("", 0),
    ],
)
def test_sentences_end_where_they_end(bare_page: Page, text: str, count: int) -> None:
    found = bare_page.evaluate(SENTENCES, text)
    assert len(found) == count, found
    assert "".join(found).replace(" ", "") == text.replace(" ", "").replace("\n", "")


@pytest.mark.parametrize(
    ("text", "query", "marked"),
    [
        ("Das Integrations\u00adkonzept gilt.", "Integrationskonzept", ["Integrations\u00adkonzept"]),
        ("Die Gru\u0308ndung gelang.", "Gründung", ["Gru\u0308ndung"]),
        ("Rund 800.000 Euro", "800", ["800.000"]),
        ("Die AGG-Beschwerdestelle.", "Beschwerdestelle", ["AGG-Beschwerdestelle"]),
        ("Für Migrant*innen und Migrant_innen.", "Migrant", ["Migrant*innen", "Migrant_innen"]),
        ("Siehe politik-bei-uns.de, dort.", "Politik", ["politik-bei-uns.de"]),
    ],
)
def test_a_word_is_marked_as_a_whole(bare_page: Page, text: str, query: str, marked: list[str]) -> None:
    assert bare_page.evaluate(RUNS, [text, [stem(word) for word in words(query)]]) == marked


def test_a_screen_reader_meets_few_pieces(page: Page) -> None:
    page.goto("/suche/#q=Integration")
    expect(page.locator(".treffer mark").first).to_be_visible()
    split = page.evaluate(
        """() => {
          const count = ($node) => $node.childNodes.length + [...$node.children].reduce((n, $c) => n + count($c), 0);
          const $results = document.querySelector(".suche__ergebnis");
          const before = count($results);
          $results.normalize();
          return before - count($results);
        }"""
    )
    assert split == 0
