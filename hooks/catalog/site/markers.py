"""Marks in hand-written pages that stand for a part of the catalogue."""

import re

MARKER = re.compile(r"^<!-- katalog: (?P<name>[a-z-]+) -->$", re.MULTILINE)


class UnknownMarker(ValueError):
    """A content page names a part of the catalogue that does not exist."""
