"""What the form of the Musterantrag offers, and what a municipality's own copy fills in."""

import re
from dataclasses import replace

import pytest
from book import marker
from catalog.catalogue.entries import Catalog
from catalog.kommune.folder import read_fassung
from catalog.model.base import LAENDER
from catalog.model.settings import Kommune
from catalog.musterantrag.declension import Phrase, name_with_kind
from catalog.musterantrag.formular import page_values
from catalog.musterantrag.grammar import with_articles
from catalog.musterantrag.gremien import bodies, by_land, movers
from catalog.musterantrag.plan import plan_of
from catalog.musterantrag.vorbelegung import OWN, Vorbelegung, preset
from kommune import AUENBRUECK, MULDENHAIN


@pytest.fixture
def auenbrueck() -> Kommune:
    return read_fassung(AUENBRUECK).settings.kommune


class TestPreset:
    def test_the_neutral_product_fills_in_nothing(self, catalog: Catalog) -> None:
        assert preset(catalog, None) == Vorbelegung("", "", "", "")

    def test_a_town_fills_in_itself(self, catalog: Catalog, auenbrueck: Kommune) -> None:
        assert preset(catalog, auenbrueck) == Vorbelegung(
            "Bayern", "stadt", "Auenbrück (Beispiel)", "stadtrat"
        )

    def test_a_county_fills_in_itself(self, catalog: Catalog) -> None:
        found = preset(catalog, read_fassung(MULDENHAIN).settings.kommune)
        assert (found.kommunenart, found.gremium) == ("landkreis", "kreistag")

    def test_a_town_outside_a_district_is_a_town(self, catalog: Catalog, auenbrueck: Kommune) -> None:
        kommune = auenbrueck.model_copy(update={"art": "kreisfreie Stadt"})
        assert preset(catalog, kommune).kommunenart == "stadt"

    @pytest.mark.parametrize(
        ("land", "art", "official", "kind", "place"),
        [
            ("Nordrhein-Westfalen", "Landkreis", "Hochsauerlandkreis", "kreis", "im Hochsauerlandkreis"),
            ("Nordrhein-Westfalen", "Landkreis", "Märkischer Kreis", "kreis", "im Märkischen Kreis"),
            ("Niedersachsen", "Landkreis", "Region Hannover", "region", "in der Region Hannover"),
            ("Sachsen", "Landkreis", "Landkreis Görlitz", "landkreis", "im Landkreis Görlitz"),
            (
                "Hamburg",
                "Stadtstaat",
                "Freie und Hansestadt Hamburg",
                "hansestadt",
                "in der Freien und Hansestadt Hamburg",
            ),
            ("Sachsen-Anhalt", "Stadt", "Lutherstadt Wittenberg", "stadt", "in der Lutherstadt Wittenberg"),
            (
                "Saarland",
                "Landkreis",
                "Regionalverband Saarbrücken",
                "regionalverband",
                "im Regionalverband Saarbrücken",
            ),
            (
                "Bayern",
                "Gemeinde",
                "Markt Garmisch-Partenkirchen",
                "markt",
                "im Markt Garmisch-Partenkirchen",
            ),
            (
                "Mecklenburg-Vorpommern",
                "Gemeinde",
                "Ostseebad Binz",
                "gemeinde",
                "in der Gemeinde Ostseebad Binz",
            ),
        ],
    )
    def test_the_official_name_is_used(
        self, catalog: Catalog, auenbrueck: Kommune, land: str, art: str, official: str, kind: str, place: str
    ) -> None:
        kommune = auenbrueck.model_copy(update={"land": land, "art": art, "bezeichnung": official})
        found = preset(catalog, kommune)
        musterantrag = catalog.file.musterantrag
        word = next(word for word in musterantrag.kommunenarten if word.id == kind)
        assert found.kommunenart == kind
        assert with_articles(name_with_kind(word, found.name, musterantrag.beugung))["in"] == place

    def test_what_has_no_kind_is_declined_as_words_of_its_own(
        self, catalog: Catalog, auenbrueck: Kommune
    ) -> None:
        update = {"land": "Berlin", "art": "Stadtstaat", "bezeichnung": "Land Berlin"}
        found = preset(catalog, auenbrueck.model_copy(update=update))
        assert (found.kommunenart, found.name) == (OWN, "")
        assert found.eigene_kommune
        assert with_articles(found.eigene_kommune)["in"] == "im Land Berlin"

    @pytest.mark.parametrize(
        ("body", "genitive"),
        [
            ("Thing", "des Thinges"),
            ("Großer Rat", "des Großen Rates"),
            ("Vollversammlung", "der Vollversammlung"),
        ],
    )
    def test_any_body_can_be_written(
        self, catalog: Catalog, auenbrueck: Kommune, body: str, genitive: str
    ) -> None:
        found = preset(catalog, auenbrueck.model_copy(update={"gremium": body}))
        assert found.gremium == OWN
        assert isinstance(found.eigenes_gremium, Phrase)
        assert with_articles(found.eigenes_gremium)["genitiv"] == genitive

    def test_words_of_ones_own_stand_in_the_form_with_their_cases(self, catalog: Catalog) -> None:
        fassung = read_fassung(AUENBRUECK)
        kommune = fassung.settings.kommune.model_copy(update={"gremium": "Großer Rat"})
        settings = fassung.settings.model_copy(update={"kommune": kommune})
        page = marker(catalog, "musterantrag", fassung=replace(fassung, settings=settings))
        (body,) = re.findall(r'<select[^>]* id="feld-gremium".*?</fieldset>', page, re.DOTALL)
        assert re.findall(r"<option[^>]* selected>(.*?)<", body) == ["Eigene Bezeichnung", "der"]
        assert re.findall(r' value="([^"]* Rate?s?)"', body) == [
            "Große Rat",
            "Großen Rates",
            "Großen Rat",
            "Großen Rat",
        ]

    @pytest.mark.parametrize(
        "body",
        ["Städteregionstag", "Regionalversammlung", "Ortsrat", "Ortschaftsrat", "Gemeinschaftsversammlung"],
    )
    def test_bodies_that_a_land_names_can_be_chosen(
        self, catalog: Catalog, auenbrueck: Kommune, body: str
    ) -> None:
        found = preset(catalog, auenbrueck.model_copy(update={"gremium": body}))
        words = {word.id: word.nominativ for word in bodies(catalog)}
        assert words[found.gremium] == body


class TestLaender:
    def test_a_proposal_carries_titles_and_proof(self, tiny: Catalog) -> None:
        proposal, *_ = next(land for land in by_land(tiny) if land.land == "Hessen").gremien
        assert [(art.id, art.titel) for art in proposal.arten] == [("kreis", "Kreis")]
        assert proposal.wahl.titel == "Kreistag"
        assert proposal.quelle
        assert (proposal.quelle.kurztitel, proposal.stelle) == ("Papier", "Seite 5")

    def test_every_land_names_bodies_and_what_a_mover_needs(self, catalog: Catalog) -> None:
        found = by_land(catalog)
        assert [land.land for land in found] == list(LAENDER)
        for land in found:
            assert all((land.gremien, land.vertretungen, land.tagesordnung, land.rechte)), land.land
            assert all(body.quelle or (land.seite and body.stand) for body in land.gremien), land.land

    def test_no_kind_has_two_proposals_in_a_land(self, catalog: Catalog) -> None:
        for land in by_land(catalog):
            kinds = [art.id for body in land.gremien for art in body.arten]
            assert len(kinds) == len(set(kinds)), land.land

    def test_words_to_choose_are_different(self, catalog: Catalog) -> None:
        for words in (bodies(catalog), movers(catalog)):
            for part in ("id", "titel", "nominativ"):
                assert len({getattr(word, part) for word in words}) == len(words), part


class TestModules:
    def test_the_form_offers_exactly_the_requests_of_the_plan(self, catalog: Catalog) -> None:
        values = page_values(catalog, None)
        parts = (module for group in values["gruppen"] for module in group.module)
        offered = [*values["vorlage"], *values["aus_fragen"], *parts]
        grundsatz, *requests = next(block.items for block in plan_of(catalog) if block.kind == "list")
        assert grundsatz.id == "grundsatz"
        assert [(module.id, module.titel) for module in offered] == [(i.id, i.label) for i in requests]

    def test_a_group_ticks_its_own_modules_only(self, catalog: Catalog) -> None:
        groups = page_values(catalog, None)["gruppen"]
        assert len(groups) == 10
        for group in groups:
            assert all(module.id.startswith(f"{group.id}/") for module in group.module)

    def test_the_kurz_check_can_name_any_of_its_questions(self, tiny: Catalog) -> None:
        assert [question.id for question in page_values(tiny, None)["fragen"]] == ["leitbild", "treffpunkte"]
