"""Read ``kommune.yml`` and check what the models cannot."""

import re
from collections.abc import Iterator
from pathlib import Path

from ..checking.locations import Place, describe_place, scalars
from ..checking.validation import validate
from ..model.settings import COLOUR, Settings
from ..reading.nodes import Node, read_nodes, read_text
from ..reading.problems import CatalogError, Problem
from .colours import MINIMUM, Scheme

FILE_NAME = "kommune.yml"
Texts = dict[Place, tuple[int, str]]
# Reserved names and numbers, and the marks people leave where something is still to be filled in.
_PLACEHOLDER = re.compile(
    r"\[|\]|\bTODO\b|XXX|\.\.\.|…|bitte eintragen|\bMuster(mann|frau|stadt)|localhost|"
    r"\.(example|invalid|test)\b|\bexample\.(com|net|org)\b|\b030 23125\d{3}\b",
    re.IGNORECASE,
)


def load_settings(path: Path, schemes: tuple[Scheme, Scheme]) -> Settings:
    """Load the settings of a copy.

    Raises:
        CatalogError: with all problems at once.
    """
    root = read_nodes(read_text(path), path.name)
    texts = {place: (node.line, str(node.value)) for place, node in scalars(root)}
    problems = [*_colours_are_readable(texts, schemes), *_nothing_is_left_open(texts, root)]
    try:
        settings = validate(Settings, root, path.name)
        problems += _status_fits(settings, root)
    except CatalogError as error:
        raise CatalogError(path.name, [*problems, *error.problems]) from None
    if problems:
        raise CatalogError(path.name, problems)
    return settings


def _colours_are_readable(texts: Texts, schemes: tuple[Scheme, Scheme]) -> Iterator[Problem]:
    for scheme in schemes:
        line, colour = texts.get(("farben", scheme.name), (0, ""))
        if COLOUR.fullmatch(colour) and scheme.weakest(colour) < MINIMUM:
            yield Problem(
                line,
                f"Farben: „{scheme.name}“: {colour} ist nicht gut lesbar. Der Kontrast beträgt "
                f"{_german(scheme.weakest(colour))}, nötig sind {_german(MINIMUM)}. "
                f"Lesbar wäre zum Beispiel {scheme.readable(colour)}.",
            )


def _status_fits(settings: Settings, root: Node) -> Iterator[Problem]:
    statement = settings.barrierefreiheit
    failing = [barrier for barrier in statement.barrieren if barrier.grund != "nicht im Anwendungsbereich"]
    if (statement.stand == "vollständig vereinbar") == bool(failing):
        node = root.child("barrierefreiheit")
        yield Problem(
            node.key_lines["stand"] if node else 0,
            f"Barrierefreiheit: „stand“ ist „{statement.stand}“, unter „barrieren“ "
            f"{'stehen aber Inhalte, die nicht zugänglich sind' if failing else 'steht aber nicht, was fehlt'}.",
        )


def _nothing_is_left_open(texts: Texts, root: Node) -> Iterator[Problem]:
    if texts.get(("betrieb",), (0, ""))[1] != "echt":
        return
    for place, (line, text) in texts.items():
        if match := _PLACEHOLDER.search(text):
            yield Problem(
                line,
                f"{describe_place(root, place[:-1])}„{place[-1]}“ enthält noch einen Platzhalter („{match[0]}“). "
                "Tragen Sie die richtige Angabe ein oder setzen Sie „betrieb: demo“.",
            )


def _german(number: float) -> str:
    return f"{number:.1f} : 1".replace(".", ",")
