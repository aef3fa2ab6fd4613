"""The request that each question of the Kurz-Check has of its own."""

import re

from catalog.catalogue.entries import Catalog
from catalog.musterantrag.belege import beispielsaetze
from catalog.musterantrag.grammar import fill, neutral_words
from catalog.publishing.data import as_open_data

# „zu prüfen“, „vorzulegen“; an infinitive is what continues „Die Verwaltung wird gebeten, …“.
INFINITIVE = re.compile(r"\bzu \w+n\b|\b(?:ab|an|auf|aus|bei|ein|fort|her|vor|weiter)zu\w+n\b")
SENTENCE = re.compile(r"[.!?](?= |$)")


def test_every_question_has_one_request_and_its_reason(catalog: Catalog) -> None:
    data = as_open_data(catalog)
    asked = [*data["fragen"], *data["zusatzfragen"]]
    assert len(asked) == 16
    for field in ("beschluss", "beschluss_begruendung"):
        assert len({question[field] for question in asked}) == len(asked)
    for question in asked:
        assert 1 <= len(SENTENCE.findall(question["beschluss_begruendung"])) <= 3


def test_a_request_continues_the_sentence_before_it(catalog: Catalog) -> None:
    words = neutral_words(catalog.file.musterantrag.leerstellen)
    for question in [*catalog.all("fragen"), *catalog.all("zusatzfragen")]:
        clause = fill(question.data.beschluss, words)
        assert INFINITIVE.search(clause), clause
        assert not clause[0].isupper() or clause.startswith("Integration "), clause
        assert len(clause.split()) <= 32, clause


def test_every_question_has_examples_that_speak_of_it(catalog: Catalog) -> None:
    backed = [module for satz in beispielsaetze(catalog) for module in satz.module]
    for frage in catalog.all("fragen", "zusatzfragen"):
        assert backed.count(f"auftrag/frage/{frage.id}") >= 5, frage.id


def test_no_source_stands_in_brackets_within_brackets(catalog: Catalog) -> None:
    for satz in beispielsaetze(catalog):
        assert not set("()") & set(satz.quelle.vor + satz.quelle.nach)
