"""Names that become addresses, folders and files: how they are made, and which some system cannot take."""

import re
import unicodedata

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
