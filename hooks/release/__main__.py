"""Build the site, pack it and examine a served one on the command line: ``python -m release zip``."""

import argparse
import sys
from collections.abc import Callable
from pathlib import Path

from catalog import CatalogError
from catalog.catalogue.overlay import FILE_NAME as LOCAL_FILE
from catalog.publishing.replacing import NotReplaced, explain

from .packages import Release
from .probe import NotReachable, examine
from .website import BuildError


def main(arguments: list[str] | None = None) -> int:
    """Run a command; return the exit code (0 fine, 1 not, 2 called wrongly)."""
    chosen = _parser().parse_args(arguments)
    try:
        text, fine = chosen.run(chosen)
    except (BuildError, CatalogError, NotReachable, NotReplaced) as error:
        print(error, file=sys.stderr)
        return 1
    except OSError as error:
        print(explain(error), file=sys.stderr)
        return 1
    print(text)
    return 0 if fine else 1


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m release", description="Website und fertige Pakete")
    commands = parser.add_subparsers(required=True, metavar="BEFEHL")
    site = _building(commands, "site", _site, "site", "baut die Website in einen Ordner")
    site.add_argument("--offline", action="store_true", help="zum Öffnen ohne Server")
    _building(commands, "zip", _zip, "dist", "schreibt die Pakete, die Stückliste und die Prüfsummen")
    _building(commands, "ordner", _folder, "dist", "schreibt den Wurzelordner eines Webservers")
    probe = commands.add_parser("pruefe", help="prüft eine Website auf ihrem Server")
    probe.add_argument("--adresse", metavar="URL", required=True, help="Adresse der Startseite")
    probe.set_defaults(run=_probe)
    return parser


def _building(
    commands: "argparse._SubParsersAction[argparse.ArgumentParser]",
    name: str,
    run: Callable[[argparse.Namespace], tuple[str, bool]],
    target: str,
    explanation: str,
) -> argparse.ArgumentParser:
    command = commands.add_parser(name, help=explanation)
    command.add_argument("--kommune", metavar="ORDNER", type=Path, help="Ordner einer Kommune")
    command.add_argument("--adresse", metavar="URL", help="andere Adresse als in kommune.yml")
    command.add_argument("--ziel", metavar="ORDNER", type=Path, default=Path(target))
    command.set_defaults(run=run)
    return command


def _site(chosen: argparse.Namespace) -> tuple[str, bool]:
    release = Release(chosen.kommune, chosen.adresse)
    target = release.write_site(chosen.ziel, offline=chosen.offline)
    return _with_advice(f"Fertig. Die Website liegt im Ordner {target}.", release), True


def _zip(chosen: argparse.Namespace) -> tuple[str, bool]:
    release = Release(chosen.kommune, chosen.adresse)
    files = release.write(chosen.ziel)
    return _with_advice("Fertig:\n" + "\n".join(f"  {path}" for path in files), release), True


def _with_advice(text: str, release: Release) -> str:
    """Say as well what the product no longer has; it stops nothing."""
    lines = [f"  {LOCAL_FILE}:{advice}" for advice in release.advice]
    return "\n".join([text, *(["Hinweise, keine Fehler:", *lines] if lines else [])])


def _folder(chosen: argparse.Namespace) -> tuple[str, bool]:
    return f"Fertig: {Release(chosen.kommune, chosen.adresse).write_root(chosen.ziel)}", True


def _probe(chosen: argparse.Namespace) -> tuple[str, bool]:
    report = examine(chosen.adresse)
    return str(report), not report.problems


if __name__ == "__main__":
    sys.exit(main())
