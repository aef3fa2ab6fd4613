"""What the legal pages and the page of local changes show of a municipality."""

import pytest
from catalog.kommune.folder import read_fassung
from catalog.kommune.values import barrieren_by_grund, local_changes, own_beispiele
from catalog.model.settings import Barriere, Barrierefreiheit
from kommune import AUENBRUECK, MULDENHAIN, load_fassung

REASONS = ("nicht im Anwendungsbereich", "nicht vereinbar")


@pytest.fixture
def statement() -> Barrierefreiheit:
    """A statement whose barriers are written in another order than the law's."""
    barriers = tuple(Barriere(inhalt=f"Karte {grund}", grund=grund, alternative="Liste") for grund in REASONS)
    return read_fassung().settings.barrierefreiheit.model_copy(update={"barrieren": barriers})


def test_barriers_are_sorted_by_reason_and_empty_reasons_left_out(statement: Barrierefreiheit) -> None:
    found = barrieren_by_grund(statement)
    assert [reason.id for reason in found] == ["grund-nicht-vereinbar", "grund-nicht-im-anwendungsbereich"]
    assert [[barrier.inhalt for barrier in reason.barrieren] for reason in found] == [
        ["Karte nicht vereinbar"],
        ["Karte nicht im Anwendungsbereich"],
    ]


def test_without_barriers_there_are_no_reasons(statement: Barrierefreiheit) -> None:
    assert barrieren_by_grund(statement.model_copy(update={"barrieren": ()})) == ()


def test_local_changes_name_what_a_municipality_added() -> None:
    catalog, fassung = load_fassung(AUENBRUECK)
    assert [entry.id for entry in own_beispiele(catalog)] == ["lokal-auenbrueck-sprachtandem"]
    found = local_changes(catalog, fassung)
    assert found["eigene_farben"] is True
    assert found["mit_hinweis"]
    assert all(entry.hinweise for entry in found["mit_hinweis"])


def test_local_changes_of_a_municipality_without_examples() -> None:
    catalog, fassung = load_fassung(MULDENHAIN)
    assert local_changes(catalog, fassung)["eigene_beispiele"] == ()
    assert [entry.id for entry in local_changes(catalog, fassung)["mit_hinweis"]] == ["auslaenderbeirat"]
