"""What the form of the Musterantrag offers, and what a municipality's own copy fills in."""

import pytest
from catalog.catalogue.entries import Catalog
from catalog.kommune.folder import read_fassung
from catalog.model.base import LAENDER
from catalog.model.settings import Kommune
from catalog.musterantrag.formular import Vorbelegung, page_values, preset, proposals, without_proposal
from catalog.musterantrag.plan import plan_of
from kommune import AUENBRUECK, MULDENHAIN


@pytest.fixture
def auenbrueck() -> Kommune:
    return read_fassung(AUENBRUECK).settings.kommune


class TestPreset:
    def test_the_neutral_product_fills_in_nothing(self, catalog: Catalog) -> None:
        assert preset(catalog, None) == Vorbelegung("", "", "", "")

    def test_a_town_fills_in_itself(self, catalog: Catalog, auenbrueck: Kommune) -> None:
        assert preset(catalog, auenbrueck) == Vorbelegung("Bayern", "stadt", "Auenbrück", "stadtrat")

    def test_a_county_fills_in_itself(self, catalog: Catalog) -> None:
        found = preset(catalog, read_fassung(MULDENHAIN).settings.kommune)
        assert (found.kommunenart, found.gremium) == ("landkreis", "kreistag")

    def test_a_town_outside_a_district_is_a_town(self, catalog: Catalog, auenbrueck: Kommune) -> None:
        kommune = auenbrueck.model_copy(update={"art": "kreisfreie Stadt"})
        assert preset(catalog, kommune).kommunenart == "stadt"

    def test_what_the_motion_cannot_decline_stays_open(self, catalog: Catalog, auenbrueck: Kommune) -> None:
        kommune = auenbrueck.model_copy(update={"art": "Stadtstaat", "gremium": "Thing"})
        found = preset(catalog, kommune)
        assert (found.kommunenart, found.gremium) == ("", "")


class TestProposals:
    def test_a_proposal_carries_titles_and_proof(self, tiny: Catalog) -> None:
        (land,) = proposals(tiny)
        (proposal,) = land.vorschlaege
        assert land.land == "Hessen"
        assert [(art.id, art.titel) for art in proposal.arten] == [("kreis", "Kreis")]
        assert proposal.gremium.titel == "Kreistag"
        assert (proposal.quelle.kurztitel, proposal.stelle) == ("Papier", "Seite 5")

    def test_every_land_is_either_named_or_said_to_be_missing(self, catalog: Catalog) -> None:
        named = proposals(catalog)
        missing = without_proposal(named)
        assert [land for land in LAENDER if land in missing] == list(missing)
        assert {land.land for land in named} | set(missing) == set(LAENDER)
        assert not {land.land for land in named} & set(missing)


class TestModules:
    def test_the_form_offers_exactly_the_requests_of_the_plan(self, catalog: Catalog) -> None:
        values = page_values(catalog, None)
        offered = [*values["vorlage"], *(module for group in values["gruppen"] for module in group.module)]
        requests = next(block.items for block in plan_of(catalog) if block.kind == "list")
        assert [(module.id, module.titel) for module in offered] == [(i.id, i.label) for i in requests]

    def test_a_group_ticks_its_own_modules_only(self, catalog: Catalog) -> None:
        groups = page_values(catalog, None)["gruppen"]
        assert len(groups) == 10
        for group in groups:
            assert all(module.id.startswith(f"{group.id}/") for module in group.module)

    def test_the_kurz_check_can_name_any_of_its_questions(self, tiny: Catalog) -> None:
        assert [question.id for question in page_values(tiny, None)["fragen"]] == ["leitbild", "treffpunkte"]
