"""What the sheet of the Kurz-Check says around its questions, and what it says where something is left out."""

from dataclasses import replace
from pathlib import Path

import pytest
from catalog.catalogue.entries import Catalog, Eintrag
from catalog.catalogue.load import parse_catalog
from catalog.kurzcheck.bogen import page_values, scale
from catalog.kurzcheck.weiter import BEISPIELE_PER_FRAGE, Weiter, weiter
from kommune import AUENBRUECK, change, copy_of, load_fassung
from tiny import TINY


def ids(entries: tuple[Eintrag, ...]) -> list[str]:
    return [entry.id for entry in entries]


@pytest.fixture
def linked(tiny: Catalog) -> Weiter:
    """What belongs to a question with links of its own."""
    return weiter(tiny.get("fragen", "leitbild"))


@pytest.fixture
def bare(tiny: Catalog) -> Weiter:
    """What belongs to a question that is linked with a recommendation only."""
    return weiter(tiny.get("zusatzfragen", "treffpunkte"))


class TestWeiter:
    def test_a_question_shows_what_it_is_linked_with(self, linked: Weiter) -> None:
        assert ids(linked.empfehlungen) == ["netzwerke"]
        assert ids(linked.erfolgsfaktoren) == ["konzept"]
        assert ids(linked.stellschrauben) == ["auftakt"]

    def test_the_arguments_are_those_of_the_recommendation(self, linked: Weiter) -> None:
        assert ids(linked.argumente) == ["zukunft"]

    def test_the_first_step_is_that_of_the_lever(self, linked: Weiter) -> None:
        assert linked.schritte[0] == "Einen Termin finden."

    def test_no_step_is_offered_twice(self, linked: Weiter) -> None:
        assert len(linked.schritte) == len(set(linked.schritte)) > 1

    def test_request_and_reason_are_those_of_the_question(self, tiny: Catalog, linked: Weiter) -> None:
        data = tiny.get("fragen", "leitbild").data
        assert (linked.beschluss, linked.begruendung) == (data.beschluss, data.beschluss_begruendung)

    def test_without_a_lever_the_first_step_is_that_of_the_recommendation(self, bare: Weiter) -> None:
        assert bare.stellschrauben == ()
        assert bare.schritte[0] == "Einladen."

    def test_what_a_question_lacks_comes_from_its_recommendation(self, bare: Weiter) -> None:
        assert ids(bare.erfolgsfaktoren) == ["konzept"]
        assert [neighbour.eintrag.id for neighbour in bare.beispiele] == ["musterstadt-runder-tisch"]

    def test_links_of_the_question_itself_come_first(self, tiny: Catalog) -> None:
        question = tiny.get("fragen", "leitbild")
        unlinked = replace(tiny.get("empfehlungen", "netzwerke"), links={})
        found = weiter(replace(question, links={**question.links, "empfehlungen": [unlinked]}))
        assert ids(found.erfolgsfaktoren) == ["konzept"]
        assert [neighbour.eintrag.id for neighbour in found.beispiele] == ["musterstadt-runder-tisch"]

    def test_an_example_names_all_its_municipalities(self) -> None:
        second = '      - {name: "Neustadt", land: "Bayern", art: "Landkreis"}\n    seit: 2010'
        catalog = parse_catalog(TINY.replace("    seit: 2010", second))
        (neighbour,) = weiter(catalog.get("fragen", "leitbild")).beispiele
        assert (neighbour.laender, neighbour.arten) == ("Hessen|Bayern", "Stadt|Landkreis")
        assert neighbour.kommunen == "Musterstadt, Neustadt"

    def test_of_many_examples_every_kind_of_place_keeps_one(self, tiny: Catalog) -> None:
        question = tiny.get("fragen", "leitbild")
        (given,) = question.linked("beispiele") or question.linked("empfehlungen")[0].linked("beispiele")
        (kommune,) = given.data.kommunen
        laender = ["Hessen"] * (2 * BEISPIELE_PER_FRAGE) + ["Bayern", "Sachsen"]
        many = [
            replace(given, data=given.data.model_copy(update={"kommunen": (place,)}))
            for place in (kommune.model_copy(update={"land": land}) for land in laender)
        ]
        found = weiter(replace(question, links={**question.links, "beispiele": many})).beispiele
        assert len(found) == BEISPIELE_PER_FRAGE
        assert [neighbour.laender for neighbour in found][-3:] == ["Hessen", "Bayern", "Sachsen"]

    def test_a_question_without_a_recommendation_has_nothing_to_show(self, tiny: Catalog) -> None:
        alone = replace(tiny.get("fragen", "leitbild"), links={})
        data = alone.data
        assert weiter(alone) == Weiter((), (), (), (), data.beschluss, data.beschluss_begruendung, (), ())


class TestBogen:
    def test_every_step_is_offered_and_the_catalogue_words_some(self, tiny: Catalog) -> None:
        steps = scale(tiny.file.kurzcheck.anker)
        assert [step.wert for step in steps] == list(range(0, 101, 10))
        assert {step.wert: step.wort for step in steps if step.wort} == {
            0: "noch nichts",
            50: "zur Hälfte",
            100: "vollständig",
        }

    def test_questions_are_counted(self, tiny: Catalog) -> None:
        values = page_values(tiny)
        assert [question.zaehler for question in values["fragen"]] == ["Frage 1 von 1"]
        assert [question.zaehler for question in values["zusatzfragen"]] == ["Zusatzfrage 1 von 1"]

    def test_a_hidden_question_leaves_the_numbers_of_the_others(self, tmp_path: Path) -> None:
        folder = copy_of(AUENBRUECK, tmp_path / "stadt")
        change(folder / "katalog.yml", "ausblenden:\n", "ausblenden:\n  - kurz-check/leitbild\n")
        catalog, _ = load_fassung(folder)
        counted = [question.zaehler for question in page_values(catalog)["fragen"]]
        assert len(counted) == 12
        assert counted[-1] == "Frage 13 von 13"
