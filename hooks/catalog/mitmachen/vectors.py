"""Names to try a maker of ids and file names with, published together with what is to come out.

Python and the browser state the same rule in two languages; these names hold both to it.
"""

from typing import Any

from ..model.base import SCHEMA_VERSION
from ..reading.names import as_name, reserved

_TEXTS = (
    "Sprache und Bildung",
    "Łódź",
    "Cottbus/Chóśebuz",
    "Çalışma",
    "Mu\u0308nchen",
    "Straße ÄÖÜ ẞ",
    "– Köln –– 2 –",
    "Đakovo Ørsted Æ ﬁ",
    "Þór Ħamrun Ŋ Ŧ ĸ ə ı İ",
    "Mün\u200bchen\u00ad\u202e Süd",
    "a\u20dd b\u0903c",
    "Gebäude 3½ №5 ²",
    "قلب",
    "🏛",
    "",
)
_NAMES = ("con", "nul", "aux", "prn", "com0", "com1", "lpt9", "bin", "con-2", "com10", "konzept", "aux-armes")
# What people get to keep: capitals, umlauts and ß.
_FILES: tuple[tuple[tuple[str, ...], str, str], ...] = (
    (("Antrag-Integration", "Cottbus/Chóśebuz"), "docx", "Antrag-Integration-Cottbus-Chosebuz.docx"),
    (("Antrag-Integration", "Mu\u0308nchen"), "docx", "Antrag-Integration-München.docx"),
    (("Antrag-Integration", ""), "odt", "Antrag-Integration.odt"),
    (("kurz-check", "łódź/köln", "2026-11-21"), "json", "kurz-check-lodz-köln-2026-11-21.json"),
    (("Antrag", "Ørsted Ħamrun Straße"), "txt", "Antrag-Orsted-Hamrun-Straße.txt"),
    (("Antrag", "Mün\u200bchen\u202e: \u2066Süd"), "txt", "Antrag-München-Süd.txt"),
    (("Antrag", "../../etc/passwd"), "txt", "Antrag-etc-passwd.txt"),
    (("Antrag", 'con:?*"<>|\\'), "txt", "Antrag-con.txt"),
    (("Antrag", "x" * 80), "txt", f"Antrag-{'x' * 60}.txt"),
)


def names_to_try() -> dict[str, Any]:
    """Return all names as one document."""
    return {
        "schema_version": SCHEMA_VERSION,
        "kennungen": [{"text": text, "kennung": as_name(text)} for text in _TEXTS],
        "vergeben": [{"kennung": name, "moeglich": not reserved(name)} for name in _NAMES],
        "dateinamen": [
            {"teile": list(parts), "endung": ending, "name": name} for parts, ending, name in _FILES
        ],
    }
