"""Names that become addresses, folders and files, and names of websites: which some system cannot take, which deceive."""

import re
import unicodedata
from urllib.parse import urlsplit

from .characters import RETYPE, looks_like

# Letters that do not come apart into one of a–z and a mark.
_LETTERS = str.maketrans({
    "ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "ł": "l", "đ": "d", "ð": "d",
    "þ": "th", "ı": "i", "ħ": "h", "ŧ": "t", "ŋ": "n", "ĸ": "k", "ə": "e",
})  # fmt: skip
# Marks above and below letters, and what nobody sees.
_LEFT_OUT = frozenset({"Mn", "Mc", "Me", "Cf"})
# Windows opens devices under these names, whatever the ending.
_DEVICES = frozenset(
    ["con", "prn", "aux", "nul", *(f"{port}{number}" for port in ("com", "lpt") for number in range(10))]
)
# One of the folders that IIS hides (requestFiltering, hiddenSegments).
_HIDDEN = frozenset({"bin"})

# The host of an address on the web, and those of all receivers of a mail.
_WEB_HOST = re.compile(r"https?://([^/?#\\]*)", re.IGNORECASE)
_MAIL_HOST = re.compile(r"@([^,?]*)")
_MAIL = re.compile(r"mailto:|[^\s@/]+@[^\s@/]+\Z", re.IGNORECASE)
_ENCODED = "xn--"
_LONGEST_LABEL = 63
# Scripts that one name may mix.
_TOGETHER = frozenset({"LATIN", "CJK", "HIRAGANA", "KATAKANA", "HANGUL", "BOPOMOFO"})

# The name of a site has no signs but dots and hyphens, and no name of a user before it: that would hide where a link leads.
_LABEL = r"[^\s\u0000-,./:-@\[-\^`{-\u007f]+"
HTTP_PATTERN = rf"^https?://{_LABEL}(\.{_LABEL})*\.?(:[0-9]*)?([/?#]\S*)?$"
_HTTP = re.compile(HTTP_PATTERN)


def reserved(name: str) -> str:
    """Say in German which system cannot take a name; empty if all can."""
    if name in _DEVICES:
        return "So heißt unter Windows ein Gerät, ein Ordner dieses Namens lässt sich dort nicht anlegen."
    if name in _HIDDEN:
        return "Der Webserver IIS liefert Ordner dieses Namens nicht aus."
    return ""


def as_name(text: str) -> str:
    """Return a text as part of an address: small letters a–z, digits, single hyphens; empty if nothing is left.

    The scripts in the browser keep to the same rule; published vectors hold both to it.
    """
    letters = unicodedata.normalize("NFC", text).lower().translate(_LETTERS)
    apart = unicodedata.normalize("NFKD", letters)
    kept = "".join(char for char in apart if unicodedata.category(char) not in _LEFT_OUT)
    return "-".join(re.findall("[a-z0-9]+", kept))


def is_on_the_web(url: str) -> bool:
    """Tell whether a text is a whole address of a website."""
    return bool(_HTTP.fullmatch(url)) and not any(c.isspace() for c in url) and _has_parts(url)


def _has_parts(url: str) -> bool:
    """Tell whether an address can be taken apart; one with a sign that stands for others cannot, nor an odd port."""
    try:
        return urlsplit(url).port != 0
    except ValueError:
        return False


def host_problem(address: str, column: int = 0) -> str:
    """Say which character in the name of a website is not what it seems; empty if all are.

    Args:
        address: beginning with http://, https:// or mailto:, or one for mails; other texts have no host.
        column: where the address begins in its line (1-based), if that is known.
    """
    if address.isascii() and _ENCODED not in address.lower():
        return ""
    hosts = [_WEB_HOST.match(address)]
    if _MAIL.match(address):
        hosts = [*_MAIL_HOST.finditer(address.partition("?")[0])]
    return next((problem for host in hosts if host and (problem := _problem_of(host, column))), "")


def _problem_of(match: re.Match[str], column: int) -> str:
    host = match[1]
    if host == "…":
        return ""  # In templates it stands for what somebody is to fill in.
    for label in re.finditer(r"[^.:]+", host):
        name = _decoded(label[0])
        if not name:
            return f"„{label[0][:_LONGEST_LABEL]}“ ist kein Name, den Browser verstehen. {RETYPE}"
        if place := _odd_place(name, _decoded(host.rpartition(".")[2])):
            index, said = place
            start = match.start(1) + label.start() + index
            where = f"In Spalte {column + start}" if column else f"An Stelle {start + 1} der Adresse"
            where = f"„{label[0]}“ steht für „{name}“. Darin" if name != label[0] else where
            return f"{where} steht {said} {RETYPE}"
    return ""


def _decoded(label: str) -> str:
    """Return a part of a host as browsers may show it; empty if it stands for nothing."""
    if not label.lower().startswith(_ENCODED):
        return label
    written = label.lower().removeprefix(_ENCODED)
    try:
        name = written.encode("ascii").decode("punycode") if len(label) <= _LONGEST_LABEL else ""
        same = name.encode("punycode").decode("ascii") == written
    except ValueError:
        return ""
    return name if same and not name.isascii() else ""


def _odd_place(name: str, top: str) -> tuple[int, str] | None:
    """Return where a part of a host deceives, and how."""
    scripts = {script for char in name if (script := _script(char))}
    suspect = _is_mixed(scripts) or (_is_disguise(name) and _script(top[:1]) not in scripts)
    for index, char in enumerate(name):
        foreign = suspect and _script(char) not in {"LATIN", ""}
        if foreign or not _may_stand_in_names(char, scripts):
            return index, f"„{char}“ (U+{ord(char):04X}). {_what_is_wrong(char, foreign)}"
    return None


def _is_mixed(scripts: set[str]) -> bool:
    return len(scripts) > 1 and not scripts <= _TOGETHER


def _is_disguise(name: str) -> bool:
    """Tell whether a name without one Latin letter reads as if it had only such."""
    return not name.isascii() and all(looks_like(char) for char in name if _script(char))


def _what_is_wrong(char: str, foreign: bool) -> str:
    if like := looks_like(char):
        return f"Das Zeichen sieht nur aus wie „{like}“."
    if foreign:
        return "Das Zeichen gehört zu einer anderen Schrift."
    return "Das Zeichen kommt in Namen von Websites nicht vor."


def _script(char: str) -> str:
    """Return the script of a letter, or of a digit beyond 0 to 9, by the first word of its name; empty otherwise."""
    counts = char.isalpha() or (char.isdecimal() and not char.isascii())
    return unicodedata.name(char, "").partition(" ")[0] if counts else ""


def _may_stand_in_names(char: str, scripts: set[str]) -> bool:
    if char.isascii():
        return True
    if _script(char) == "LATIN":
        return not looks_like(char) and ("\u00c0" <= char <= "\u024f" or "\u1e00" <= char <= "\u1eff")
    return char.isalnum() or (unicodedata.category(char).startswith("M") and scripts != {"LATIN"})
