"""A proposal from the form, as file or as mail → the catalogue with it in its place."""

import difflib
import re
from codecs import BOM_UTF16_BE, BOM_UTF16_LE
from collections.abc import Iterator
from email import message_from_bytes
from email.message import Message
from pathlib import Path

from ..catalogue.load import parse_catalog
from ..checking.locations import items
from ..model.kinds import KINDS
from ..model.praxis import Beispiel
from ..reading.nodes import Written
from ..reading.problems import CatalogError, Problem

_KIND = KINDS["beispiele"]
_END = f"# endregion {_KIND.key}\n"
_MOST_BYTES = 1_000_000
_FENCE = re.compile(r"(?m)^(`{3,})ya?ml[ \t]*$")
# How mail programs mark what they quote, and what some make of spaces at the margin.
_QUOTE_MARKS = re.compile(r"(?m)^(?:> ?)+")
_MARGIN = re.compile(r"(?m)^[ \t\u00a0]+")
_TAB = 4
_CHARSET = re.compile(r"utf-?(8|16|32)|iso-?(8859|2022)|windows-|cp-?[0-9]|latin|mac|koi8|gb|big5|euc|shift")
# An entry as the form writes it, wherever it stands in a letter.
_ENTRY = re.compile(r"(?m)^(?P<margin> *)- id: .*\n(?:(?:(?P=margin)  .*)?\n)*")
_FIELDS = "|".join(Beispiel.model_fields)


def proposal(path: Path) -> str:
    """Return the entry that a file proposes: a saved file, a mail, or the text of an issue.

    Raises:
        CatalogError: there is no entry in it, or not a single whole one.
    """
    raw = _bytes_of(path)
    text = _of_mail(raw, path.name) if path.suffix.lower() == ".eml" else _decoded(raw)
    text = _fenced(text.replace("\r\n", "\n")) + "\n"
    text = _MARGIN.sub(lambda margin: " " * len(margin[0].expandtabs(_TAB)), text)
    if not _ENTRY.search(text):
        text = _QUOTE_MARKS.sub("", text)
    found = list(_ENTRY.finditer(text))
    if problem := _problem(text, found):
        raise CatalogError(path.name, [Problem(0, problem)])
    return _indented(found[0][0])


def _bytes_of(path: Path) -> bytes:
    # A pipe is no file: opening it would wait for ever.
    if not path.is_file():
        message = "Diese Datei gibt es nicht. Nennen Sie sie so: make uebernehmen DATEI=vorschlag.eml"
        raise CatalogError(str(path), [Problem(0, message)])
    with path.open("rb") as stream:
        raw = stream.read(_MOST_BYTES + 1)
    if len(raw) > _MOST_BYTES:
        message = (
            "Die Datei ist größer als ein Megabyte. Nehmen Sie nur den Vorschlag, ohne Bilder und Anhänge."
        )
        raise CatalogError(path.name, [Problem(0, message)])
    return raw


def _problem(text: str, found: list[re.Match[str]]) -> str:
    """Say why a text is not exactly one proposal; empty if it is."""
    if not found:
        return "Darin steht kein Vorschlag. Er beginnt mit einer Zeile „- id: …“."
    if len(found) > 1:
        return f"Darin stehen {len(found)} Vorschläge. Legen Sie jeden in eine eigene Datei."
    entry = found[0]
    if re.compile(rf"(?m)^{entry['margin']}  (?:{_FIELDS}):").search(text, entry.end()):
        last = entry[0].rstrip().rpartition("\n")[2].strip()
        return (
            f"Der Vorschlag ist hinter „{last[:60]}“ unterbrochen. Die Zeile danach ist nicht eingerückt. "
            "Hat ein Mailprogramm sie umgebrochen, hängen Sie sie wieder an."
        )
    return ""


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
    # At the margin: the text of an entry may say the same words.
    before, mark, after = catalogue.text.partition(f"\n{_END}")
    if not mark:
        message = f"Die Zeile „{_END.strip()}“ fehlt. Fügen Sie sie hinter dem letzten Beispiel ein."
        raise CatalogError(catalogue.name, [Problem(0, message)])
    entries = before.rstrip()
    gap = before[len(entries) :]
    return f"{entries}\n\n{entry}{gap}{_END}{after}"


def accepted(catalogue: Written, entry: str, name: str) -> str:
    """Return the text of the catalogue with a proposal in its place, once the check has passed it.

    Raises:
        CatalogError: with the lines of the proposal: in the catalogue, which stays as it is, nobody finds them.
    """
    try:
        _id_of(entry)
    except CatalogError as error:
        # One line above the entry makes a list of it.
        raise CatalogError(
            name, [Problem(max(problem.line - 1, 0), problem.message) for problem in error.problems]
        ) from None
    after = taken_over(catalogue, entry)
    try:
        parse_catalog(after, catalogue.name)
    except CatalogError as error:
        raise CatalogError(name, _at_its_lines(error.problems, after, entry)) from None
    return after


def page_of(entry: str) -> str:
    """Return the path of the page that a proposal becomes."""
    return f"{_KIND.section}/{_id_of(entry)}/"


def _at_its_lines(problems: list[Problem], after: str, entry: str) -> Iterator[Problem]:
    before = after[: after.index(entry)].count("\n")
    own = range(before + 1, before + 1 + entry.count("\n"))
    for problem in problems:
        yield Problem(problem.line - before if problem.line in own else 0, problem.message)


def difference(before: str, after: str, name: str) -> str:
    """Return what changes, line by line."""
    lines = difflib.unified_diff(before.splitlines(), after.splitlines(), f"{name} vorher", name, lineterm="")
    return "\n".join(lines)


def _decoded(raw: bytes, charset: str = "utf-8-sig") -> str:
    """Return a text; letters that are none in its encoding are found when it is read."""
    if raw.startswith((BOM_UTF16_LE, BOM_UTF16_BE)):
        charset = "utf-16"
    try:
        return raw.decode(charset, "replace")
    except (LookupError, ValueError):
        # A mail may name anything as its encoding.
        return raw.decode("utf-8-sig", "replace")


def _fenced(text: str) -> str:
    """Return what stands in the first block of code; without one, everything."""
    if not (opening := _FENCE.search(text)):
        return text
    closing = re.compile(rf"(?m)^{opening[1]}[ \t]*$").search(text, opening.end())
    return text[opening.end() : closing.start()] if closing else text


def _of_mail(raw: bytes, name: str) -> str:
    """Return the attached files, else the text of a mail; a mail within it may hold them as well."""
    try:
        parts = list(message_from_bytes(raw).walk())
    except RecursionError:
        message = "Die E-Mail enthält zu viele andere, eine in der anderen. Speichern Sie nur den Vorschlag."
        raise CatalogError(name, [Problem(0, message)]) from None
    attached = [part for part in parts if _file_name(part).endswith((".yml", ".yaml"))]
    plain = [part for part in parts if part.get_content_type() == "text/plain"]
    text = "\n".join(_text_of(part) for part in attached or plain)
    # Spaces at the margin are lost in HTML, and with them what belongs together.
    if not text.strip() and any(part.get_content_type() == "text/html" for part in parts):
        message = (
            "Die E-Mail enthält ihren Text nur als HTML, und darin gehen die Einrückungen verloren. "
            "Bitten Sie um den Vorschlag als Anhang, oder kopieren Sie ihn aus dem Mailprogramm in eine Datei .txt."
        )
        raise CatalogError(name, [Problem(0, message)])
    return text


def _file_name(part: Message) -> str:
    return str(part.get_filename() or "").lower()


def _text_of(part: Message) -> str:
    payload = part.get_payload(decode=True)
    charset = part.get_content_charset("utf-8-sig")
    # Who names ASCII and writes umlauts means UTF-8, and who names what no mail is written in means nothing.
    known = charset if _CHARSET.match(charset) else "utf-8-sig"
    return _decoded(payload, known) if isinstance(payload, bytes) else ""


def _indented(entry: str) -> str:
    """Return an entry as it stands in the catalogue: its dash two places from the margin."""
    lines = entry.rstrip().split("\n")
    margin = len(lines[0]) - len(lines[0].lstrip())
    return "".join(f"  {line[margin:]}".rstrip() + "\n" for line in lines)


def _id_of(entry: str) -> str:
    root = Written.parse(f"{_KIND.key}:\n{entry}", "Vorschlag").root
    return items(root, (_KIND.key,))[0].text("id")
