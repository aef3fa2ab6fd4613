"""Read ``kommune.yml`` and check what the models cannot."""

from collections.abc import Iterator

from ..barrierefreiheit.report import Bericht
from ..checking.locations import Place, scalars
from ..checking.validation import validate
from ..model.settings import COLOUR, Settings
from ..reading.nodes import Node, Written
from ..reading.problems import CatalogError, Problem, did_you_mean
from . import placeholders
from .colours import MINIMUM, Scheme
from .legal import inherited_barriers, missing

FILE_NAME = "kommune.yml"
# What the neutral product has to say of itself and a municipality has to answer first.
_TO_ANSWER = {
    "  art: Stadt #": '  art: "[Art]" #',
    "  land: Bayern": '  land: "[Land]" # ausgeschrieben, zum Beispiel Hessen',
    '  gremium: "Stadtrat"': '  gremium: "[Rat, Kreistag oder wie die Vertretung heißt]"',
    '  rechtsform: "Körperschaft': '  # rechtsform: "Körperschaft',
}
YET_TO_COME = "„{feld}“: Der {wert} liegt in der Zukunft. Tragen Sie den richtigen Tag ein."
Texts = dict[Place, tuple[int, str]]


def template(neutral: str) -> str:
    """Return the file that municipalities fill in: the neutral one without what would be a claim of theirs."""
    for said, asked in _TO_ANSWER.items():
        if said not in neutral:
            raise ValueError(f"the neutral settings no longer say {said!r}")
        neutral = neutral.replace(said, asked)
    return neutral


def read_settings(written: Written, schemes: tuple[Scheme, Scheme], report: Bericht) -> Settings:
    """Return the settings of a copy.

    Raises:
        CatalogError: with all problems at once.
    """
    root = written.root
    texts = {place: (node.line, str(node.value)) for place, node in scalars(root)}
    problems = [*_colours_are_readable(texts, schemes)]
    if texts.get(("betrieb",), (0, ""))[1] == "echt":
        problems += placeholders.in_settings(written)
    try:
        settings = validate(Settings, root, written.name)
        problems += [
            *_status_fits(settings, root, report),
            *_mended_exists(settings, root, report),
            *_checked_after_written(settings, root),
        ]
    except CatalogError as error:
        raise CatalogError(written.name, [*problems, *error.problems]) from None
    if problems:
        # Nobody gets as far as the Land; what does not follow from it is told with the rest.
        raise CatalogError(written.name, [*problems, *missing(settings, written, with_land=False)])
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


def _status_fits(settings: Settings, root: Node, report: Bericht) -> Iterator[Problem]:
    statement = settings.barrierefreiheit
    failing = [barrier for barrier in statement.barrieren or () if barrier.offen]
    inherited = [barrier for barrier in inherited_barriers(statement, report) if barrier.offen]
    full = statement.stand == "vollständig vereinbar"
    if statement.stand and ((full and failing) or (not full and not failing and not inherited)):
        yield Problem(
            _line(root, "stand"),
            f"Barrierefreiheit: „stand“ ist „{statement.stand}“, unter „barrieren“ "
            f"{'stehen aber Inhalte, die nicht zugänglich sind' if failing else 'steht aber nicht, was fehlt'}.",
        )


def _mended_exists(settings: Settings, root: Node, report: Bericht) -> Iterator[Problem]:
    known = [barrier.id for barrier in report.barrieren if barrier.vor_ort]
    for id_ in settings.barrierefreiheit.behoben:
        if id_ not in known:
            hint = did_you_mean(id_, known) or f" Möglich sind: {', '.join(known)}."
            yield Problem(
                _line(root, "behoben"),
                f"Barrierefreiheit: „behoben“: „{id_}“ kann eine Kommune nicht beheben.{hint}",
            )


def _checked_after_written(settings: Settings, root: Node) -> Iterator[Problem]:
    statement = settings.barrierefreiheit
    if (statement.geprueft_am or "9") < (statement.erstellt_am or ""):
        yield Problem(
            _line(root, "geprueft_am"),
            f"Barrierefreiheit: „geprueft_am“ ({statement.geprueft_am}) liegt vor „erstellt_am“ "
            f"({statement.erstellt_am}). Prüfen Sie beide Tage.",
        )


def nothing_is_yet_to_come(settings: Settings, written: Written, today: str) -> Iterator[Problem]:
    """Yield a problem for every day of the statement on accessibility that lies in the future.

    Args:
        settings: what was written, validated.
        written: the file, for the lines.
        today: the last day that is possible.
    """
    for name in ("erstellt_am", "geprueft_am"):
        day = getattr(settings.barrierefreiheit, name)
        if day and day > today:
            yield Problem(
                _line(written.root, name),
                "Barrierefreiheit: " + YET_TO_COME.format(feld=name, wert=day),
            )


def _line(root: Node, name: str) -> int:
    """The line of a field of the statement on accessibility."""
    node = root.child("barrierefreiheit")
    return node.key_lines[name] if node else 0


def _german(number: float) -> str:
    return f"{number:.1f} : 1".replace(".", ",")
