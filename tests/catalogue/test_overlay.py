"""A municipality's own entries: what they may do to the catalogue and what not."""

from collections.abc import Iterator
from typing import Any

import jsonschema
import pytest
import yaml
from catalog.catalogue.entries import Catalog
from catalog.catalogue.load import linked, parse_catalog
from catalog.catalogue.overlay import LocalEntries
from catalog.model.schema import local_schema
from catalog.publishing.data import as_open_data
from catalog.reading.nodes import Written
from catalog.reading.problems import CatalogError
from conftest import ROOT
from kommune import AUENBRUECK, MULDENHAIN, product
from tiny import TINY

REAL = (ROOT / "catalog.yml").read_text(encoding="utf-8")
EXAMPLE = """
beispiele:
  - id: {id}
    titel: "Runder Tisch"
    kommunen: [{{name: "Ort", land: Bayern, art: Stadt}}]
    kurz: "Ein runder Tisch."
    uebertragbar: "Laden Sie ein."
    empfehlungen: [{empfehlung}]
    belege: [{{titel: "Seite", herausgeber: "Ort", url: "https://ort.example/", stand: "2026", belegt: "alles"}}]
    sicherheit: mittel
"""


def localized(text: str, catalogue: str = "") -> Catalog:
    """Put entries on top of the product's catalogue, or of another one."""
    local = LocalEntries(Written.parse(text, "katalog.yml"))
    if catalogue:
        return parse_catalog(catalogue, local=local)
    return linked(product().written, local, product().known_items())


def problems_of(text: str, catalogue: str = "") -> list[str]:
    with pytest.raises(CatalogError) as caught:
        localized(text, catalogue)
    return caught.value.lines()


def ids_in(value: Any) -> Iterator[str]:
    if isinstance(value, dict):
        # Words to look for are no ids, though some are spelled alike.
        value = [inner for key, inner in value.items() if key != "stichwoerter"]
    if isinstance(value, list):
        for item in value:
            yield from ids_in(item)
    elif isinstance(value, str):
        yield value


class TestExamples:
    def test_own_examples_are_linked_like_all_others(self) -> None:
        catalog = localized(EXAMPLE.format(id="lokal-tisch", empfehlung="netzwerke"))
        example = catalog.get("beispiele", "lokal-tisch")
        assert example.oertlich
        assert example in catalog.get("empfehlungen", "netzwerke").linked("beispiele")

    def test_ids_need_the_prefix(self) -> None:
        (problem,) = problems_of(EXAMPLE.format(id="tisch", empfehlung="netzwerke"))
        assert problem.startswith("katalog.yml:3: Beispiel „tisch“: Eigene Kennungen beginnen mit „lokal-“.")

    def test_the_product_never_uses_the_prefix(self) -> None:
        broken = TINY.replace("id: musterstadt-runder-tisch", "id: lokal-runder-tisch")
        assert broken != TINY
        with pytest.raises(CatalogError, match="ist Einträgen einer Kommune vorbehalten"):
            parse_catalog(broken)

    def test_wrong_links_and_wrong_fields_are_reported_together(self) -> None:
        text = EXAMPLE.format(id="lokal-tisch", empfehlung="netzwerk").replace(
            "sicherheit: mittel", "sicher: ja"
        )
        report = "\n".join(problems_of(text))
        assert "Die Empfehlung „netzwerk“ gibt es nicht. Meinten Sie „netzwerke“?" in report
        assert "Das Feld „sicher“ gibt es hier nicht" in report


class TestNotes:
    def test_a_note_is_on_its_entry(self) -> None:
        text = 'hinweise: [{eintrag: empfehlungen/netzwerke/, text: "Zimmer 4", stand: "2026"}]'
        (note,) = localized(text).get("empfehlungen", "netzwerke").hinweise
        assert note.text == "Zimmer 4"

    def test_a_note_follows_a_renamed_entry(self) -> None:
        renamed = REAL.replace("  - id: bmbf\n", "  - id: bmftr\n    fruehere_ids: [bmbf]\n")
        assert renamed != REAL
        text = 'hinweise: [{eintrag: glossar/bmbf, text: "Hier", stand: "2026"}]'
        assert localized(text, renamed).get("glossar", "bmftr").hinweise

    @pytest.mark.parametrize(
        ("note", "message"),
        [
            ("glossar/bmbff", "Den Eintrag „glossar/bmbff“ gibt es nicht. Meinten Sie „glossar/bmbf“?"),
            ("https://x.example/", "So sieht die Adresse eines Eintrags aus: „empfehlungen/netzwerke“."),
            ("Glossar/BMBF", "Den Eintrag „Glossar/BMBF“ gibt es nicht. Meinten Sie „glossar/bmbf“?"),
            ("glossar", "Den Eintrag „glossar“ gibt es nicht."),
            ("glossar:bmbf", "Den Eintrag „glossar:bmbf“ gibt es nicht. Meinten Sie „glossar/bmbf“?"),
            ("https://x.example/glossar/bmbf/", "gibt es nicht. Meinten Sie „glossar/bmbf“?"),
            ("", "„eintrag“ ist leer."),
            ("glossar/bmas", "„glossar/bmas“ ist ausgeblendet und kann keinen Hinweis haben"),
        ],
    )
    def test_wrong_addresses(self, note: str, message: str) -> None:
        text = f'hinweise: [{{eintrag: "{note}", text: "x", stand: "2026"}}]\nausblenden: [glossar/bmas]'
        (line,) = problems_of(text)
        assert message in line

    def test_what_stands_twice_is_shown_once_and_said(self) -> None:
        note = 'text: "x", stand: "2026", eintrag: glossar/agg'
        text = f"hinweise:\n- {{{note}}}\n- {{eintrag: glossar/agg, text: x, stand: '2026'}}\n- {{eintrag: glossar/agg, text: y, stand: '2026'}}\n"
        catalog = localized(f"{text}ausblenden: [glossar/bmas, glossar/bmas/]")
        assert [note.text for note in catalog.get("glossar", "agg").hinweise] == ["x", "y"]
        assert [problem.line for problem in catalog.advice] == [3, 5]


class TestHiding:
    def test_nothing_refers_to_a_hidden_entry(self) -> None:
        hidden = [
            "empfehlungen/ethnische-oekonomie",
            "erfolgsfaktoren/stadtteil",
            "glossar/migrantenoekonomie",
        ]
        catalog = localized(f"ausblenden: {hidden}")
        document = as_open_data(catalog)
        document.pop("suchbegriffe")
        gone = {"stadtteil", "migrantenoekonomie"}
        assert not gone & set(ids_in(document))
        assert "ethnische-oekonomie" not in [entry.id for entry in catalog.all("empfehlungen")]

    def test_a_question_about_a_hidden_recommendation_goes_too(self) -> None:
        (question,) = [e for e in product().all("zusatzfragen") if e.data.empfehlung == "ethnische-oekonomie"]
        catalog = localized("ausblenden: [empfehlungen/ethnische-oekonomie]")
        assert question.id in [entry.id for entry in catalog.hidden]
        assert question.id not in catalog.entries["zusatzfragen"]

    def test_hidden_text_is_not_in_the_source_view_and_lines_stay(self) -> None:
        before, after = product(), localized("ausblenden: [glossar/bmbf]")
        assert "  - id: bmbf\n" not in after.text
        assert len(after.text.splitlines()) == len(before.text.splitlines())
        for entry in after:
            assert entry.line == before.get(entry.kind.key, entry.id).line

    @pytest.mark.parametrize(
        ("hidden", "message"),
        [
            ("quellen/niko-faltblatt", "Quellen lassen sich nicht ausblenden"),
            ("glossar/bmbff", "Meinten Sie „glossar/bmbf“?"),
            ("glossar", "So sieht die Adresse eines Eintrags aus"),
        ],
    )
    def test_refused(self, hidden: str, message: str) -> None:
        (line,) = problems_of(f"ausblenden: [{hidden}]")
        assert message in line

    def test_no_kind_may_vanish(self) -> None:
        every = [entry.url for entry in product().all("auftraege")]
        (problem,) = problems_of(f"ausblenden: {every}")
        assert "Mindestens ein Eintrag muss sichtbar bleiben" in problem


def test_examples_and_template_satisfy_the_published_schema() -> None:
    validator = jsonschema.Draft202012Validator(local_schema())
    for path in (
        AUENBRUECK / "katalog.yml",
        MULDENHAIN / "katalog.yml",
        ROOT / "content/vorlagen/katalog.yml",
    ):
        assert list(validator.iter_errors(yaml.safe_load(path.read_text(encoding="utf-8")))) == []


def test_the_template_fits_the_catalogue() -> None:
    template = (ROOT / "content/vorlagen/katalog.yml").read_text(encoding="utf-8")
    assert localized(template).get("beispiele", "lokal-sprachtandem").oertlich
