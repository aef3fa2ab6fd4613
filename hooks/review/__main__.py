"""Compare two built sites on the command line: ``python -m review VORHER NACHHER ZIEL``."""

import argparse
import sys
from pathlib import Path

from catalog.publishing.replacing import NotReplaced, explain

from .report import INDEX, counts, write
from .sites import NoSite, compare


def main(arguments: list[str] | None = None) -> int:
    """Run the command; return the exit code (0 fine, 1 not, 2 called wrongly)."""
    parser = argparse.ArgumentParser(
        prog="python -m review", description="zeigt geänderte Seiten vorher und nachher"
    )
    parser.add_argument("before", metavar="VORHER", type=Path, help="gebaute Website vor der Änderung")
    parser.add_argument("after", metavar="NACHHER", type=Path, help="gebaute Website mit der Änderung")
    parser.add_argument("target", metavar="ZIEL", type=Path, help="Ordner für den Vergleich")
    chosen = parser.parse_args(arguments)
    try:
        comparison = compare(chosen.before, chosen.after)
        write(comparison, chosen.before, chosen.after, chosen.target)
    except (NoSite, NotReplaced) as error:
        print(error, file=sys.stderr)
        return 1
    except OSError as error:
        print(explain(error), file=sys.stderr)
        return 1
    print(f"{counts(comparison)}\nSo sehen Sie es an: {chosen.target / INDEX} im Browser öffnen.")
    return 0


if __name__ == "__main__":
    sys.exit(main())
