"""Places in a file: found by their names, and named in the words of the editor."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ..model.kinds import KINDS
from ..reading.nodes import Node

Place = tuple[str | int, ...]
# What one item is called in the lists that hold no entries of their own kind.
PARTS = {
    "teile": "Teil",
    "baender": "Stufe",
    "kommunenarten": "Art der Kommune",
    "grundwoerter": "Grundwort",
    "kuerzel": "Kürzel",
    "gremien": "Gremium",
    "antragstellende": "Antragsteller",
    "laender": "Land",
    "vorschlaege": "Vorschlag",
    "anker": "Anker",
    "kommunen": "Kommune",
    "belege": "Beleg",
    "schritte": "Schritt",
    "abschnitte": "Abschnitt",
    "grundlage": "Grundlage",
    "recht": "Rechtslage",
    "zahlen": "Zahl",
    "wer_hilft": "Hilfe",
    "herkunft": "Herkunft",
    "fundstellen": "Fundstelle",
    "einwaende": "Einwand",
    "heute": "Hinweis",
    "abweichungen": "Abweichung",
    "lesarten": "Lesart",
    "suchbegriffe": "Suchbegriff",
    "hinweise": "Hinweis",
    "zurueckgezogen": "Zurückgezogener Eintrag",
    "texte": "Eigener Wortlaut",
    "navigation": "Verweis",
    "ausblenden": "Ausgeblendet",
    "barrieren": "Barriere",
    "namen": "Name",
    "foerderung": "Förderung",
    "weitere": "Weiterer Name",
    "hilfe": "Hilfe",
    "ungeklaert": "Ungeklärtes",
}
# Named sections, of the catalogue and of a municipality's settings.
ABSCHNITTE = {
    "kurzcheck": "Kurz-Check",
    "musterantrag": "Musterantrag",
    "kommune": "Kommune",
    "website": "Website",
    "farben": "Farben",
    "schrift": "Schrift",
    "impressum": "Impressum",
    "datenschutz": "Datenschutz",
    "beauftragte": "Beauftragte",
    "aufsicht": "Aufsicht",
    "barrierefreiheit": "Barrierefreiheit",
    "kontakt": "Kontakt",
    "durchsetzung": "Durchsetzung",
    "ueberwachung": "Überwachung",
    "vertretung": "Vertretung",
    "raete": "Räte",
    "recht": "Landesrecht",
}
_SHOWN = 60


@dataclass(frozen=True, slots=True)
class Item:
    """An entry as written, and where: the tree it stands in, and the way through it."""

    node: Node
    root: Node | None = None
    location: Place = ()

    @property
    def place(self) -> str:
        """The words that name the place; only a message needs them."""
        return describe_place(self.root, self.location) if self.root else ""

    def text(self, key: str) -> str:
        """The text under a key; empty if there is none."""
        child = self.node.child(key)
        return (child.text if child else None) or ""

    def number(self, key: str) -> int | None:
        """The number under a key, if there is one."""
        child = self.node.child(key)
        data = child.data() if child and isinstance(child.value, str) else None
        return data if type(data) is int else None

    def line(self, key: str) -> int:
        """The line of a key, or of the entry if the key is missing."""
        return self.node.key_lines.get(key, self.node.line)

    def texts(self, key: str) -> list[tuple[str, int]]:
        """The text or texts under a key, each with its line."""
        child = self.node.child(key)
        nodes = child.value if child is not None and isinstance(child.value, list) else [child]
        return [(node.text, node.line) for node in nodes if node and node.text]


def items(root: Node, location: Place) -> list[Item]:
    """Return the mappings of the list at a location; nothing if there is no such list."""
    node: Node | None = root
    for part in location:
        node = node.child(part) if node else None
    if node is None or not isinstance(node.value, list):
        return []
    return [
        Item(child, root, (*location, index))
        for index, child in enumerate(node.value)
        if isinstance(child.value, dict)
    ]


def scalars(node: Node, place: Place = ()) -> Iterator[tuple[Place, Node]]:
    """Yield everything below a node that is neither a list nor a mapping, with its place."""
    if isinstance(node.value, str):
        yield place, node
        return
    children = node.value.items() if isinstance(node.value, dict) else enumerate(node.value)
    for key, child in children:
        yield from scalars(child, (*place, key))


def singular(name: str) -> str:
    """Return what one item of a list is called; empty if nothing is known by that name."""
    kinds = (kind.einzahl for kind in KINDS.values() if kind.location[-1] == name)
    return PARTS.get(name) or next(kinds, "")


def describe_place(root: Node, loc: Sequence[object]) -> str:
    """Name a place in the words of the editor: “Empfehlung „netzwerke“: Teil „anstoss“: ”."""
    parts = []
    node: Node | None = root
    kind = ""
    for key in loc:
        node = node.child(key) if node else None
        if isinstance(key, str):
            kind = key
            if key in ABSCHNITTE and node is not None and isinstance(node.value, dict):
                parts.append(ABSCHNITTE[key])
        elif (name := singular(kind)) and node is not None:
            parts.append(f"{name} {_label(node, key)}")
    return "".join(f"{part}: " for part in parts)


def _label(node: Node, index: object) -> str:
    for key in ("id", "titel", "begriff", "name", "land"):
        child = node.child(key)
        if child is not None and isinstance(child.value, str) and child.value:
            return f"„{shorten(child.value)}“"
    return f"Nr. {index + 1}" if isinstance(index, int) else ""


def shorten(text: str) -> str:
    """Return a text on one line, cut if it is too long for a message."""
    line = " ".join(text.split())
    return line if len(line) <= _SHOWN else line[: _SHOWN - 1] + "…"
