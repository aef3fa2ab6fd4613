"""The report for machines: EARL 1.0 as JSON-LD, without anything that has to be fetched to understand it."""

from collections.abc import Iterator
from typing import Any

from .report import Befund, BekannteBarriere, Bericht, befunde

WCAG = "https://www.w3.org/TR/WCAG22/#"
FILE_NAME = "barrierefreiheit.jsonld"
_CONTEXT = {
    "earl": "http://www.w3.org/ns/earl#",
    "dct": "http://purl.org/dc/terms/",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
    "Assertion": "earl:Assertion",
    "Assertor": "earl:Assertor",
    "Software": "earl:Software",
    "TestCriterion": "earl:TestCriterion",
    "TestCase": "earl:TestCase",
    "TestResult": "earl:TestResult",
    "TestSubject": "earl:TestSubject",
    "assertedBy": {"@id": "earl:assertedBy", "@type": "@id"},
    "subject": {"@id": "earl:subject", "@type": "@id"},
    "test": {"@id": "earl:test", "@type": "@id"},
    "mode": {"@id": "earl:mode", "@type": "@id"},
    "result": "earl:result",
    "outcome": {"@id": "earl:outcome", "@type": "@id"},
    "info": {"@id": "earl:info", "@language": "de"},
    "title": {"@id": "dct:title", "@language": "de"},
    "name": {"@id": "dct:alternative", "@language": "en"},
    "description": {"@id": "dct:description", "@language": "de"},
    "date": {"@id": "dct:date", "@type": "xsd:date"},
    "version": "dct:hasVersion",
    "identifier": "dct:identifier",
    "references": {"@id": "dct:references", "@type": "@id"},
    "hasPart": {"@id": "dct:hasPart", "@type": "@id"},
}
_OUTCOMES = {
    "erfüllt": "earl:passed",
    "nicht erfüllt": "earl:failed",
    "nicht anwendbar": "earl:inapplicable",
    "ungeprüft": "earl:untested",
}


def as_earl(report: Bericht, product: str, version: str) -> dict[str, Any]:
    """Return the report on one version of the product."""
    subject = {
        "@id": "#produkt",
        "@type": ["TestSubject", "Software"],
        "title": product,
        "version": version,
        "date": report.stand,
    }
    asserted = [_assertion(befund) for befund in befunde(report)]
    asserted += [_of_barrier(barrier) for barrier in report.barrieren if not barrier.kriterien]
    return {"@context": _CONTEXT, "@graph": [subject, *_assertors(report), *_tests(report), *asserted]}


def _assertors(report: Bericht) -> Iterator[dict[str, Any]]:
    yield {"@id": "#projekt", "@type": "Assertor", "title": "Tests und Redaktion des Projekts"}
    for who in sorted({criterion.person.wer for criterion in report.kriterien if criterion.person}):
        yield {"@id": _person(who), "@type": "Assertor", "title": who}


def _tests(report: Bericht) -> Iterator[dict[str, Any]]:
    for criterion in report.kriterien:
        yield {
            "@id": WCAG + criterion.id,
            "@type": "TestCriterion",
            "identifier": f"WCAG 2.2, {criterion.nr} ({criterion.stufe})",
            "title": criterion.titel,
            "name": criterion.name,
        }
    for test in report.automatisch:
        yield {
            "@id": f"#test-{test.id}",
            "@type": "TestCase",
            "title": test.titel,
            "identifier": list(test.tests),
        }
    for barrier in report.barrieren:
        if not barrier.kriterien:
            yield {"@id": f"#{barrier.id}", "@type": "TestCriterion", "title": barrier.inhalt}


def _assertion(befund: Befund) -> dict[str, Any]:
    criterion = befund.kriterium
    mode = "earl:manual" if criterion.person else "earl:automatic"
    return {
        "@id": f"#befund-{criterion.id}",
        "@type": "Assertion",
        "subject": "#produkt",
        "test": WCAG + criterion.id,
        "assertedBy": _person(criterion.person.wer) if criterion.person else "#projekt",
        **({} if befund.ergebnis == "ungeprüft" else {"mode": mode}),
        **({"hasPart": [f"#test-{test.id}" for test in befund.automatisch]} if befund.automatisch else {}),
        "result": {
            "@type": "TestResult",
            "outcome": _OUTCOMES[befund.ergebnis],
            "title": befund.ergebnis,
            "description": " ".join(_why(befund)),
            "date": befund.am,
        },
    }


def _why(befund: Befund) -> Iterator[str]:
    for barrier in befund.barrieren:
        yield f"{barrier.inhalt} Alternative: {barrier.alternative}"
    if befund.kriterium.kommt_nicht_vor:
        yield befund.kriterium.kommt_nicht_vor
    yield f"Getestet: {befund.wie}."


def _of_barrier(barrier: BekannteBarriere) -> dict[str, Any]:
    """Return what no criterion of WCAG asks for."""
    return {
        "@id": f"#barriere-{barrier.id}",
        "@type": "Assertion",
        "subject": "#produkt",
        "test": f"#{barrier.id}",
        "assertedBy": "#projekt",
        "result": {
            "@type": "TestResult",
            "outcome": "earl:failed" if barrier.offen else "earl:inapplicable",
            "title": barrier.grund,
            "description": f"{barrier.inhalt} Alternative: {barrier.alternative}",
            "date": barrier.seit,
        },
    }


def _person(who: str) -> str:
    return "#person-" + "-".join(who.split())
