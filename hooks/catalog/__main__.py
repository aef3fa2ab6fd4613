"""The catalogue on the command line: check it, write its schema, write all pages to disk."""

import argparse
import sys
from pathlib import Path

from .catalogue.entries import Catalog
from .checking.dead_links import dead_links, load_exceptions
from .checking.wording import advise
from .kommune.folder import load_site
from .model.kinds import KINDS, Kind
from .model.schema import catalog_schema
from .publishing.changes import read_document, summary
from .publishing.data import to_json
from .publishing.replacing import NotReplaced, explain, replaced_file
from .reading.nodes import read_nodes
from .reading.problems import CatalogError, Problem
from .reading.project import PROJECT
from .site.disk import write_tree
from .site.markers import UnknownMarker

SCHEMA = PROJECT / "hooks/catalog/model/katalog.schema.json"


def main(arguments: list[str] | None = None) -> int:
    """Run a command; return the exit code (0 fine, 1 problems found, 2 called wrongly)."""
    parser = _parser()
    chosen = parser.parse_args(arguments)
    try:
        print(chosen.run(chosen))
    except (CatalogError, NotReplaced, UnknownMarker, FileExistsError, FileNotFoundError) as error:
        print(error, file=sys.stderr)
        return 1
    except OSError as error:
        print(explain(error), file=sys.stderr)
        return 1
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m catalog", description="Befehle für den Katalog")
    commands = parser.add_subparsers(required=True, metavar="BEFEHL")
    check = commands.add_parser("check", help="prüft den Katalog")
    check.add_argument("file", metavar="DATEI", nargs="?", type=Path, default=PROJECT / "catalog.yml")
    check.add_argument("--links", action="store_true", help="prüft auch, ob fremde Adressen noch antworten")
    _take_folder(check)
    check.set_defaults(run=_check)
    schema = commands.add_parser("schema", help="schreibt das Schema für Texteditoren")
    schema.set_defaults(run=_schema)
    write = commands.add_parser("write", help="schreibt alle Seiten in einen Ordner, für andere Programme")
    write.add_argument("target", metavar="ORDNER", type=Path)
    _take_folder(write)
    write.set_defaults(run=_write)
    changes = commands.add_parser("changes", help="nennt die Unterschiede zwischen zwei Fassungen")
    changes.add_argument("before", metavar="VORHER", type=Path)
    changes.add_argument("after", metavar="NACHHER", type=Path)
    changes.set_defaults(
        run=lambda chosen: summary(read_document(chosen.before), read_document(chosen.after))
    )
    return parser


def _take_folder(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--kommune", metavar="ORDNER", type=Path, help="Ordner einer Kommune")


def _check(chosen: argparse.Namespace) -> str:
    catalog, _ = load_site(chosen.file, chosen.kommune)
    name = chosen.file.name
    advice = _listed(name, "Hinweise, keine Fehler", advise(catalog.text))
    if chosen.links:
        dead = dead_links(read_nodes(catalog.text, name), load_exceptions())
        advice += _listed(name, "Fremde Adressen", dead)
    verdict = f"{chosen.kommune or name} ist in Ordnung: {counts(catalog)}.\nSo sehen Sie das Ergebnis an: make serve"
    return "\n".join([*advice, verdict])


def _listed(name: str, heading: str, problems: list[Problem]) -> list[str]:
    if not problems:
        return []
    return [
        f"{heading}:",
        *(f"{name}:{problem}" if problem.line else str(problem) for problem in problems),
        "",
    ]


def _schema(_: argparse.Namespace) -> str:
    with replaced_file(SCHEMA) as new:
        new.write_text(to_json(catalog_schema()), encoding="utf-8", newline="\n")
    return f"{SCHEMA.relative_to(PROJECT)} ist geschrieben."


def _write(chosen: argparse.Namespace) -> str:
    catalog, fassung = load_site(PROJECT / "catalog.yml", chosen.kommune)
    if chosen.target.exists():
        raise FileExistsError(f"{chosen.target} gibt es schon. Nennen Sie einen neuen Ordner.")
    pages = write_tree(catalog, PROJECT, chosen.target, fassung)
    return f"{pages} Seiten geschrieben. So bauen Sie daraus die Website: mkdocs build -f {chosen.target}/mkdocs.yml"


def counts(catalog: Catalog) -> str:
    """Say how many entries of each kind there are, as an enumeration."""
    numbers = {kind: len(catalog.all(kind)) for kind in KINDS}
    parts = sum(len(entry.data.teile) for entry in catalog.all("empfehlungen"))
    words = [_counted(number, KINDS[kind]) for kind, number in numbers.items()]
    words[0] += f" mit {parts} {'Teil' if parts == 1 else 'Teilen'}"
    return ", ".join(words[:-1]) + f" und {words[-1]}"


def _counted(number: int, kind: Kind) -> str:
    if number == 1:
        return f"1 {kind.einzahl}"
    return f"{number} {'Begriffe' if kind.key == 'glossar' else kind.mehrzahl}"


if __name__ == "__main__":
    sys.exit(main())
