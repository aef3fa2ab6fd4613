"""A proposal from the form, as file or as mail → the catalogue with it in its place."""

import difflib
import re
from email import message_from_bytes, policy
from email.message import EmailMessage
from pathlib import Path

from ..checking.locations import items
from ..model.kinds import KINDS
from ..reading.nodes import Written
from ..reading.problems import CatalogError, Problem

_KIND = KINDS["beispiele"]
_END = f"# endregion {_KIND.key}\n"
_MOST_BYTES = 1_000_000
_FENCE = re.compile(r"(?ms)^(?P<fence>`{3,})ya?ml\n(?P<text>.*?)^(?P=fence)\s*$")
# An entry as the form writes it, wherever it stands in a letter.
_ENTRY = re.compile(r"(?m)^(?P<margin> *)- id: .*\n(?:(?:(?P=margin)  .*)?\n)*")


def proposal(path: Path) -> str:
    """Return the entry that a file proposes: a saved file, a mail, or the text of an issue.

    Raises:
        CatalogError: there is no entry in it.
    """
    with path.open("rb") as stream:
        raw = stream.read(_MOST_BYTES)
    text = _of_mail(raw) if path.suffix.lower() == ".eml" else raw.decode("utf-8", "replace")
    text = text.replace("\r\n", "\n")
    if fenced := _FENCE.search(text):
        text = fenced["text"]
    if not (entry := _ENTRY.search(text + "\n")):
        raise CatalogError(
            path.name, [Problem(0, "Darin steht kein Vorschlag. Er beginnt mit einer Zeile „- id: …“.")]
        )
    return _indented(entry[0])


def taken_over(catalogue: Written, entry: str) -> str:
    """Return the text of the catalogue with the entry at the end of its list, or in the place of its former state.

    Raises:
        CatalogError: the entry is no YAML, or its list has no end.
    """
    id_ = _id_of(entry)
    lines = catalogue.text.splitlines(keepends=True)
    for item in items(catalogue.root, _KIND.location):
        if item.text("id") == id_:
            return "".join([*lines[: item.node.line - 1], entry, *lines[item.node.end_line :]])
    before, mark, after = catalogue.text.partition(_END)
    if not mark:
        message = f"Die Zeile „{_END.strip()}“ fehlt. Fügen Sie sie hinter dem letzten Beispiel ein."
        raise CatalogError(catalogue.name, [Problem(0, message)])
    return f"{before.rstrip()}\n\n{entry}{mark}{after}"


def difference(before: str, after: str, name: str) -> str:
    """Return what changes, line by line."""
    lines = difflib.unified_diff(before.splitlines(), after.splitlines(), f"{name} vorher", name, lineterm="")
    return "\n".join(lines)


def _of_mail(raw: bytes) -> str:
    """Return the attached file, else the text of a mail."""
    mail = message_from_bytes(raw, policy=policy.default)
    assert isinstance(mail, EmailMessage)
    parts = [*mail.iter_attachments()]
    body = mail.get_body(("plain",))
    attached = [part for part in parts if str(part.get_filename() or "").endswith((".yml", ".yaml"))]
    found = attached[0] if attached else body
    content = found.get_content() if found is not None else ""
    return content.decode("utf-8", "replace") if isinstance(content, bytes) else str(content)


def _indented(entry: str) -> str:
    """Return an entry as it stands in the catalogue: its dash two places from the margin."""
    lines = entry.rstrip().split("\n")
    margin = len(lines[0]) - len(lines[0].lstrip())
    return "".join(f"  {line[margin:]}".rstrip() + "\n" for line in lines)


def _id_of(entry: str) -> str:
    root = Written.parse(f"{_KIND.key}:\n{entry}", "Vorschlag").root
    return items(root, (_KIND.key,))[0].text("id")
