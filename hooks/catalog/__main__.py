"""The catalogue on the command line: check it, build the site, write the schema, compare two states."""

import argparse
import gc
import sys
from dataclasses import replace
from datetime import date
from pathlib import Path
from shlex import quote
from typing import NoReturn

from .catalogue.entries import Catalog
from .catalogue.overlay import FILE_NAME as LOCAL_FILE
from .checking.dead_links import dead_links, load_exceptions
from .checking.statements import outdated, unproven, yet_to_come
from .checking.wording import advise
from .kommune import legal
from .kommune.folder import Fassung, load_site
from .mitmachen.snippets import snippets
from .mitmachen.takeover import accepted, difference, page_of, proposal
from .model.kinds import KINDS, Kind
from .model.schema import catalog_schema
from .publishing.changes import read_open_data, summary
from .publishing.data import to_json
from .publishing.replacing import NotReplaced, explain, replaced_file
from .reading.nodes import Written
from .reading.problems import CatalogError, Problem
from .reading.project import PROJECT
from .site.build import build, checked
from .site.configuration import read_configuration
from .site.serve import NoPort, serve

SCHEMA = PROJECT / "hooks/catalog/model/katalog.schema.json"
OWN_ENTRIES = "Hinweise zu Ihren Einträgen"
# Nearly all that a command makes is kept until it ends: looking for garbage after every 700 objects finds none.
OBJECTS_UNTIL_GARBAGE = 50_000
SNIPPETS = PROJECT / ".vscode/katalog.code-snippets"


def main(arguments: list[str] | None = None) -> int:
    """Run a command; return the exit code (0 fine, 1 problems found, 2 called wrongly)."""
    gc.set_threshold(OBJECTS_UNTIL_GARBAGE)
    parser = _parser()
    chosen = parser.parse_args(arguments)
    try:
        print(chosen.run(chosen))
    except (CatalogError, FileNotFoundError, NoPort, NotReplaced) as error:
        print(error, file=sys.stderr)
        return 1
    except OSError as error:
        print(explain(error), file=sys.stderr)
        return 1
    return 0


class _Parser(argparse.ArgumentParser):
    """Answers a wrong call in German; the library knows its reasons in English only, so it shows the right call."""

    def error(self, message: str) -> NoReturn:
        call = self.format_usage().removeprefix("usage: ")
        self.exit(
            2, f"So lässt sich der Befehl nicht aufrufen. Richtig ist:\n{call}Mehr dazu: {self.prog} --help\n"
        )


def _parser() -> argparse.ArgumentParser:
    parser = _Parser(prog="python -m catalog", description="Befehle für den Katalog")
    commands = parser.add_subparsers(required=True, metavar="BEFEHL")
    check = commands.add_parser("check", help="prüft den Katalog")
    check.add_argument("file", metavar="DATEI", nargs="?", type=Path, default=PROJECT / "catalog.yml")
    check.add_argument("--links", action="store_true", help="prüft auch, ob fremde Adressen noch antworten")
    _take_folder(check)
    check.set_defaults(run=_check)
    schema = commands.add_parser("schema", help="schreibt Schema und leere Einträge für Texteditoren")
    schema.set_defaults(run=_schema)
    build = commands.add_parser("build", help="baut die Website, ohne MkDocs")
    build.add_argument("target", metavar="ORDNER", nargs="?", type=Path, default=PROJECT / "site")
    build.add_argument(
        "--projekt", metavar="ORDNER", type=Path, default=PROJECT, help="Ordner mit mkdocs.yml"
    )
    build.set_defaults(run=_build)
    show = commands.add_parser("serve", help="zeigt die Website, während Sie schreiben")
    show.add_argument("--port", metavar="NUMMER", default="8000", help="Anschluss, sonst 8000")
    _take_project(show)
    show.set_defaults(run=_serve)
    take = commands.add_parser("uebernehmen", help="setzt einen Vorschlag aus dem Formular an seine Stelle")
    take.add_argument("proposal", metavar="DATEI", type=Path, help="gesicherte Datei oder E-Mail (.eml)")
    take.set_defaults(run=_take_over)
    changes = commands.add_parser("changes", help="nennt die Unterschiede zwischen zwei Fassungen")
    changes.add_argument("before", metavar="VORHER", type=Path)
    changes.add_argument("after", metavar="NACHHER", type=Path)
    changes.set_defaults(
        run=lambda chosen: summary(read_open_data(chosen.before), read_open_data(chosen.after))
    )
    return parser


def _take_project(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--projekt", metavar="ORDNER", type=Path, default=PROJECT, help="Ordner mit mkdocs.yml"
    )


def _take_folder(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--kommune", metavar="ORDNER", type=Path, help="Ordner einer Kommune")


def _check(chosen: argparse.Namespace) -> str:
    catalog, fassung = load_site(chosen.file, chosen.kommune)
    name = chosen.file.name
    # What is open in the product is for its editors, what is local for the municipality.
    advice = _own_advice(chosen.kommune, catalog, fassung) if chosen.kommune else _advice(name, catalog)
    if chosen.links:
        dead = dead_links(catalog.written.root, load_exceptions())
        advice += _listed(name, "Fremde Adressen", dead)
    if not chosen.kommune:
        advice += [*section_lines(catalog.written), ""]
    show = f"make serve KOMMUNE={quote(str(chosen.kommune))}" if chosen.kommune else "make serve"
    verdict = f"{chosen.kommune or name} ist in Ordnung: {counts(catalog)}."
    return "\n".join([*advice, verdict, f"So sehen Sie das Ergebnis an: {show}"])


def _advice(name: str, catalog: Catalog) -> list[str]:
    root = catalog.written.root
    return [
        *_listed(name, "Hinweise, keine Fehler", advise(catalog.written)),
        *_listed(name, "Datum prüfen", yet_to_come(root, date.today().isoformat())),
        *_listed(name, "Nicht belegt; erscheint auf keiner Seite", unproven(root)),
        *_listed(name, "Älter als zwei Jahre; bitte nachsehen", outdated(root)),
    ]


def _own_advice(folder: Path, catalog: Catalog, fassung: Fassung) -> list[str]:
    # Whether a link leads somewhere is known only once all pages are.
    checked(replace(read_configuration(PROJECT), kommune=folder), catalog, fassung)
    today = date.today().isoformat()
    own = sorted(legal.advise(fassung.settings, fassung.written, catalog, today))
    return [
        *_listed(fassung.written.name, "Hinweise zu Ihrer Kommune", own),
        *_listed(LOCAL_FILE, OWN_ENTRIES, list(catalog.advice)),
    ]


def section_lines(written: Written) -> list[str]:
    """Say in which lines the sections of a file stand."""
    starts = sorted((line, name) for name, line in written.root.key_lines.items())
    ends = [written.root.child(name) for _, name in starts]
    return [
        f"{name}: Zeilen {line}–{node.end_line}"
        for (line, name), node in zip(starts, ends, strict=True)
        if node and node.end_line > line
    ]


def _listed(name: str, heading: str, problems: list[Problem]) -> list[str]:
    if not problems:
        return []
    return [
        f"{heading}:",
        *(f"{name}:{problem}" if problem.line else str(problem) for problem in problems),
        "",
    ]


def _schema(_: argparse.Namespace) -> str:
    for path, content in editor_files().items():
        path.parent.mkdir(exist_ok=True)
        with replaced_file(path) as new:
            new.write_text(content, encoding="utf-8", newline="\n")
    return "\n".join(f"{path.relative_to(PROJECT)} ist geschrieben." for path in editor_files())


def editor_files() -> dict[Path, str]:
    """Return the files that help in a text editor: the schema and an empty entry of every kind."""
    return {SCHEMA: to_json(catalog_schema()), SNIPPETS: to_json(snippets())}


def _build(chosen: argparse.Namespace) -> str:
    build(read_configuration(chosen.projekt), chosen.target)
    return f"Fertig. Die Website liegt im Ordner {chosen.target.name}."


def _take_over(chosen: argparse.Namespace) -> str:
    path = PROJECT / "catalog.yml"
    before = Written.read(path)
    entry = proposal(chosen.proposal)
    after = accepted(before, entry, chosen.proposal.name)
    if after == before.text:
        return f"Genau so steht der Vorschlag schon in {path.name}. Es ändert sich nichts."
    with replaced_file(path) as new:
        new.write_text(after, encoding="utf-8", newline="\n")
    shown = difference(before.text, after, path.name)
    look = f"make serve, dann http://localhost:8000/{page_of(entry)}"
    return f"{shown}\n\nDer Vorschlag steht in {path.name}. So sehen Sie die Seite an: {look}"


def _serve(chosen: argparse.Namespace) -> str:
    serve(chosen.projekt, chosen.port)
    return ""


def counts(catalog: Catalog) -> str:
    """Say how many entries of each kind there are, as an enumeration."""
    numbers = {key: len(catalog.all(key)) for key, kind in KINDS.items() if catalog.zeigt(kind.section)}
    parts = sum(len(entry.data.teile) for entry in catalog.all("empfehlungen"))
    words = [_counted(number, KINDS[kind]) for kind, number in numbers.items()]
    words[0] += f" mit {parts} {'Teil' if parts == 1 else 'Teilen'}"
    return ", ".join(words[:-1]) + f" und {words[-1]}"


def _counted(number: int, kind: Kind) -> str:
    if number == 1:
        return f"1 {kind.einzahl}"
    return f"{number} {kind.gezaehlt or kind.mehrzahl}"


if __name__ == "__main__":
    sys.exit(main())
