"""The smallest valid catalogue, and broken ones made from it."""

import re
from pathlib import Path

TINY = Path(__file__).with_name("tiny.yml").read_text(encoding="utf-8")

_SECTION = re.compile(r"^([a-z_]+):", re.MULTILINE)
# They link to much and nothing else links to them, so they would only complain of what is replaced.
_ONLY_LINKING = {"leitfaeden", "kennzahlen", "vorlagen"}
# Nothing at all links to these.
_LAST = {"kennzahlen", "vorlagen"}


def tiny_with(sections: str) -> str:
    """Return the smallest catalogue with some of its sections replaced, without those that only link.

    The new sections come first, so their line numbers start at 1.
    """
    replaced = {*_SECTION.findall(sections)}
    if not replaced <= _LAST:
        replaced |= _ONLY_LINKING
    kept = [text for name, text in _split(TINY) if name not in replaced]
    return sections + "".join(kept)


def _split(text: str) -> list[tuple[str, str]]:
    starts = [*_SECTION.finditer(text)]
    ends = [*(match.start() for match in starts[1:]), len(text)]
    return [(match[1], text[match.start() : end]) for match, end in zip(starts, ends, strict=True)]
