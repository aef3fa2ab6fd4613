"""What the page “Ihre Fassung” needs: the form for ``kommune.yml``, and what follows from the answers."""

from collections.abc import Iterator
from dataclasses import asdict, dataclass
from types import SimpleNamespace
from typing import Any, cast

from ..barrierefreiheit.report import read_report
from ..catalogue.entries import Catalog
from ..catalogue.laender import land_of
from ..checking.messages import MESSAGES, Context
from ..checking.validation import validate
from ..kommune import placeholders
from ..kommune.colours import MINIMUM, STRONG
from ..kommune.folder import NEUTRAL, product_schemes
from ..kommune.legal import (
    FROM_LAND,
    NEEDED,
    ONLY_YOU,
    TOO_GOOD,
    kinds_in,
    legal_form,
    usual_bodies,
    with_land,
)
from ..kommune.settings_file import FILE_NAME, YET_TO_COME
from ..kommune.values import GRUENDE
from ..model.base import KOMMUNENARTEN, LAENDER
from ..model.settings import Barrierefreiheit, Datenschutz, Impressum, Kommune, Settings, Website
from ..reading.nodes import Written
from ..reading.project import PROJECT, product_version
from .storage import GESPEICHERT
from .template_data import as_data

DATA = "assets/fassung/daten.js"
TEMPLATES = PROJECT / "hooks" / "catalog" / "templates"
LEGAL_PAGES = ("impressum", "datenschutz", "barrierefreiheit")
RENDERED = ("hinweise", *LEGAL_PAGES)
_MESSAGES = ("mail_address", "phone_number", "colour", "folder_link", "no_markup", "missing", "day_form")
_MODELS: dict[str, Any] = {
    "kommune": Kommune,
    "website": Website,
    "impressum": Impressum,
    "datenschutz": Datenschutz,
    "barrierefreiheit": Barrierefreiheit,
}
# The questions, what only the municipality knows first: section, field, words, kind of field.
_QUESTIONS = (
    ("kommune", "land", "Land", "auswahl"),
    ("kommune", "art", "Art der Kommune", "auswahl"),
    ("kommune", "name", "Name", "text"),
    ("kommune", "bezeichnung", "Amtliche Bezeichnung", "text"),
    ("kommune", "gremium", "Vertretung", "text"),
    ("kommune", "leitung", "Leitung der Verwaltung", "text"),
    ("website", "titel", "Titel der Website", "text"),
    ("website", "adresse", "Adresse der Website", "url"),
    ("website", "begruessung", "Begrüßung", "text"),
    ("farben", "hell", "Farbe", "text"),
    ("impressum", "strasse", "Straße und Hausnummer", "text"),
    ("impressum", "ort", "Postleitzahl und Ort", "text"),
    ("impressum", "telefon", "Telefon", "tel"),
    ("impressum", "email", "E-Mail-Adresse", "email"),
    ("impressum", "aufsicht", "Rechtsaufsicht", "text"),
    ("datenschutz", "server", "Wo die Website liegt", "text"),
    ("datenschutz", "protokoll_tage", "Tage, die der Server Zugriffe aufzeichnet", "zahl"),
    ("barrierefreiheit", "stand", "Ergebnis Ihrer Prüfung auf Barrierefreiheit", "auswahl"),
    ("barrierefreiheit", "geprueft_am", "Tag der Prüfung", "date"),
    ("barrierefreiheit", "methode", "Methode der Prüfung", "auswahl"),
    ("barrierefreiheit", "geprueft_von", "Wer geprüft hat", "text"),
    ("barrierefreiheit", "antwort", "Wie schnell Sie antworten", "text"),
)
GROUPS = {
    "kommune": "Ihre Kommune",
    "website": "Website",
    "farben": "Farbe und Logo",
    "impressum": "Impressum",
    "datenschutz": "Datenschutz",
    "barrierefreiheit": "Barrierefreiheit",
}


@dataclass(frozen=True, slots=True)
class Frage:
    """One question of the form, described by the model of the settings."""

    name: str
    titel: str
    art: str
    hilfe: str
    pflicht: bool
    noetig: bool
    auswahl: tuple[str, ...] = ()

    @property
    def id(self) -> str:
        """The id of its field."""
        return f"feld-{self.name.replace('.', '-')}"


def questions() -> dict[str, list[Frage]]:
    """Return the questions of the form by the section of the settings."""
    schemas = _schemas()
    grouped: dict[str, list[Frage]] = {section: [] for section in GROUPS}
    for section, field, title, kind in _QUESTIONS:
        grouped[section].append(_question(schemas, section, field, title, kind))
    return grouped


def _schemas() -> dict[str, dict[str, Any]]:
    """Return the schema of every section; making one takes time."""
    return {section: model.model_json_schema() for section, model in _MODELS.items()}


def _question(schemas: dict[str, dict[str, Any]], section: str, field: str, title: str, kind: str) -> Frage:
    if section == "farben":
        return Frage(
            "farben.hell", title, kind, "Für Verweise und Knöpfe, in der Form „#2044aa“.", False, False
        )
    schema = schemas[section]
    described = schema["properties"][field]
    required = field in schema.get("required", ())
    needed = required or (section, field) in NEEDED
    choices = {"land": LAENDER, "art": KOMMUNENARTEN}.get(field) or _choices(described)
    help_ = _beyond_title(described.get("description", ""), title)
    return Frage(f"{section}.{field}", title, kind, help_, required, needed, tuple(choices))


def _beyond_title(description: str, title: str) -> str:
    """Leave out what stands right above as the name of the field."""
    rest = description.removeprefix(title).lstrip(" ,.:")
    return rest[:1].upper() + rest[1:]


def _choices(described: dict[str, Any]) -> list[str]:
    alternatives = [described, *described.get("anyOf", ())]
    return next((alternative["enum"] for alternative in alternatives if "enum" in alternative), [])


def data(catalog: Catalog) -> dict[str, Any]:
    """Return everything that follows from the answers, for the browser."""
    written = Written.read(NEUTRAL / FILE_NAME)
    neutral = validate(Settings, written.root, written.name)
    return {
        "version": product_version(),
        "vorlagen": {
            f"kommune/{name}.html": as_data((TEMPLATES / f"kommune/{name}.html").read_text(encoding="utf-8"))
            for name in RENDERED
        },
        "laender": {land: _of_land(catalog, land, neutral) for land in LAENDER},
        "rechtsform": legal_form(neutral.kommune),
        "gremien": [gremium.titel for gremium in catalog.file.musterantrag.gremien],
        "barrieren": [barrier.in_statement().model_dump() for barrier in read_report().barrieren],
        "gruende": {grund: list(words) for grund, words in GRUENDE.items()},
        "gespeichert": [asdict(entry) for entry in GESPEICHERT],
        "farben": {
            "noetig": MINIMUM,
            "schemata": [asdict(scheme) for scheme in product_schemes()],
            "kraeftig": STRONG,
        },
        "standard": dict(_defaults()),
        "meldungen": messages(),
        "platzhalter": placeholders.PATTERN,
        "stand": catalog.file.stand,
        "laengen": dict(_longest()),
        "noetig": [".".join(place) for place in NEEDED],
        "aus_dem_land": sorted(FROM_LAND),
    }


def messages() -> dict[str, str]:
    """Return what the form says beside a field: the words of the build, without what only a file has."""
    said = {name: MESSAGES[name](_blank_context()) for name in _MESSAGES} | {
        "nur_sie": ONLY_YOU,
        "platzhalter": placeholders.FOUND + placeholders.IN_FORM,
        "zu_gut": TOO_GOOD,
        "zukunft": YET_TO_COME,
    }
    return {name: _beside_field(text) for name, text in said.items()}


def _beside_field(text: str) -> str:
    """Leave out the field's key: its name stands right there."""
    return text.replace("„{feld}“", "{feld}").removeprefix("{feld}: ").replace("{feld}", "Diese Angabe")


def _longest() -> Iterator[tuple[str, int]]:
    """Yield how many characters an answer may have."""
    schemas = _schemas()
    for section, field, *_ in _QUESTIONS:
        if section in schemas:
            described = schemas[section]["properties"][field]
            for one in (described, *described.get("anyOf", ())):
                if "maxLength" in one:
                    yield f"{section}.{field}", one["maxLength"]


def _blank_context() -> Context:
    """A violation of which nothing is known yet: the browser fills in what was typed."""
    blank = SimpleNamespace(
        name="{feld}", key="{feld}", written="{wert}", input="{wert}", limits={}, in_form=True
    )
    return cast("Context", blank)


def _defaults() -> Iterator[tuple[str, dict[str, Any]]]:
    """Yield what the models say where nothing is typed."""
    for section, model in _MODELS.items():
        fields = model.model_fields.items()
        yield section, {name: field.default for name, field in fields if not field.is_required()}


def _of_land(catalog: Catalog, land: str, settings: Settings) -> dict[str, Any]:
    """Return what legal pages say of a Land, and what its municipalities and bodies are called."""
    kommune = settings.kommune.model_copy(update={"land": land})
    said = with_land(settings.model_copy(update={"kommune": kommune}), catalog)
    entry = land_of(catalog, land)
    arten = {art: kommune.model_copy(update={"art": art}) for art in KOMMUNENARTEN}
    return {
        "datenschutz": said.datenschutz.model_dump(include={"aufsicht"}),
        "barrierefreiheit": said.barrierefreiheit.model_dump(
            include={"gesetz", "durchsetzung", "verfahren", "antwort"}
        ),
        "leichte_sprache_kommunen": entry and entry.barrierefreiheit.leichte_sprache_kommunen,
        "arten": sorted(kinds_in(land)),
        "rechtsformen": {art: legal_form(changed) for art, changed in arten.items()},
        "gremien": {art: usual_bodies(catalog, changed) for art, changed in arten.items()},
    }
