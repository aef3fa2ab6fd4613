"""What people bring to the browser: saved Kurz-Checks and workshops, links and codes, attacked in the very modules of the site.

Files and links are changed where they have structure (a field, a list, a value) and where they have none (a byte).
"""

import base64
import copy
import json
import random
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from catalog.model.base import KOMMUNENARTEN, LAENDER
from catalog.werkstatt.codes import encode
from catalog.werkstatt.urteile import REGELN
from kurzcheck_page import saved_check
from mutate import mutated
from playwright.sync_api import Page, sync_playwright
from web import serve

NASTY: list[Any] = [
    None, True, False, 0, -0.0, -1, 10, 55, 100, 101, 1e21, 1e308, 2**60, "", " ", "0", "x" * 5000, "🏛" * 200,
    "\x00", "\u202egrub", "\u2066", "\ud800", "<img src=x onerror=alert(1)>", "${x}", "{name}", "__proto__",
    "constructor", "toString", "weiss-nicht", "trifft-nicht-zu", "2026-02-30", "2026-11-21", "20226-01-01", "=1+1",
    [], {}, [[]], [None], {"length": 3}, {"__proto__": {"format": 1}}, ["a", "a"], [[[[[[[[]]]]]]]],
]  # fmt: skip
KEYS = ["__proto__", "constructor", "toString", "farbe", "", "id", "v", "version", "datum", "land", "length"]
HANDOVER = {
    "v": 1,
    "datum": "2026-11-21",
    "punkte": [{"frage": "leitbild", "wert": 20, "empfehlungen": ["netzwerke"], "ziel": 60}],
    "land": "Sachsen",
    "art": "Stadt",
    "groesse": "ab-5000",
    "name": "Aue",
}
SELECTION = {
    "v": 1,
    "felder": {"name": "Aue", "land": "Sachsen", "gruende": "Eins.\nZwei."},
    "module": ["grundsatz", "netzwerke"],
    "kurzcheck": {"datum": "2026-11-21", "punkte": HANDOVER["punkte"]},
}
PERSON = {
    "nr": 1,
    "name": "Hauptamt",
    "ort": "",
    "quelle": "datei",
    "datum": "2026-11-21",
    "stand": "2026-11-21",
    "antworten": {"leitbild": 50, "netzwerke": "weiss-nicht", "beschlusslage": None},
    "zweite": {"leitbild": 60},
    "ziele": {"leitbild": 80},
}
AGREED = {
    "wert": "30",
    "ziel": "60",
    "wer": "Amt",
    "bis": "2027-03-01",
    "notiz": "Eins.\nZwei.",
    "antrag": True,
}
WORKSHOP = {
    "format": "integration-vor-ort/werkstatt",
    "version": 1,
    "kommune": "Aue",
    "datum": "2026-11-21",
    "personen": [PERSON, PERSON | {"nr": 2, "name": "Beirat"}],
    "verdeckt": False,
    "offen": True,
    "vereinbart": {"leitbild": AGREED},
    "damals": {"kommune": "Aue", "datum": "2025-11-21", "personen": [PERSON], "ziele": {"leitbild": 40}},
}
LISTS = [{"version": 1, "fragen": [f"frage-{number}" for number in range(13)]}]
ANSWERS = [*range(0, 101, 10), "weiss-nicht", "trifft-nicht-zu", None]


@dataclass(frozen=True, slots=True)
class BrowserTarget:
    """One way in: how an attack is made from a number, and which invariant of ``INVARIANTS`` must hold."""

    name: str
    make: Callable[[int], str]


def _file(seed: int) -> str:
    check = saved_check(land="Sachsen", art="Landkreis")
    check["fragen"] = check["fragen"][:3]
    return _attacked(check, seed)


def _link(name: str, value: Any) -> Callable[[int], str]:
    def make(seed: int) -> str:
        chance = random.Random(seed)
        raw = _attacked(value, seed).encode("utf-8", "surrogatepass")
        text = base64.urlsafe_b64encode(raw).decode().rstrip("=")
        if chance.random() < 0.2:
            text = mutated(text, seed).decode("utf-8", "replace")
        tails = ("", "", "", "=", "%3D%3D", ".", ")", ">", "%20", "&x=1", "#", "%", "%E0%A4%A", "\u200b")
        return f"#{name}={text}{chance.choice(tails)}"

    return make


def _code(seed: int) -> str:
    chance = random.Random(seed)
    code = list(encode(chance.choices(ANSWERS, k=13), 1))
    for _ in range(chance.randint(0, 2)):
        place = chance.randrange(len(code))
        code[place : place + chance.randint(0, 1)] = chance.choice(
            ["", "-", " ", "o", "i", "ß", "İ", "🏛", "\x00", "U"]
        )
    return "".join(code)


CHECK_LINK = {
    "v": 1,
    "katalog_stand": "2026-11-21",
    "datum": "2026-11-21",
    "land": "Sachsen",
    "art": "Stadt",
    "antworten": {"leitbild": 50, "beschlusslage": "weiss-nicht", "netzwerke": None},
}
BROWSER_TARGETS = (
    BrowserTarget("datei", _file),
    BrowserTarget("werkstatt", lambda seed: _attacked(WORKSHOP, seed)),
    BrowserTarget("link", _link("antworten", CHECK_LINK)),
    BrowserTarget("uebergabe", _link("von-kurzcheck", HANDOVER)),
    BrowserTarget("auswahl", _link("antrag", SELECTION)),
    BrowserTarget("code", _code),
)


def _attacked(value: Any, seed: int) -> str:
    """Write a value as JSON after some accidents inside it, now and then with accidents in the text as well."""
    chance = random.Random(seed)
    value = copy.deepcopy(value)
    for _ in range(chance.choice((0, 1, 1, 1, 2, 3))):
        value = _changed(value, chance)
    text = json.dumps(value, ensure_ascii=chance.random() < 0.5, indent=chance.choice((None, 1)))
    if chance.random() < 0.15:
        text = text.replace('"datum"', '"__proto__"', 1)
    if chance.random() < 0.3:
        text = mutated(text, seed).decode("utf-8", "replace")
    return text


def _changed(value: Any, chance: random.Random) -> Any:
    """Change one thing, anywhere: every place is as likely as every other."""
    places = list(_places(value))
    if not places or chance.random() < 0.02:
        return copy.deepcopy(chance.choice(NASTY))
    inside, key = chance.choice(places)
    what = chance.random()
    if what < 0.15:
        del inside[key]
    elif what < 0.3 and isinstance(inside, list):
        inside.insert(key, copy.deepcopy(inside[key]))
    elif what < 0.3:
        inside[chance.choice(KEYS)] = copy.deepcopy(chance.choice(NASTY))
    else:
        inside[key] = copy.deepcopy(chance.choice(NASTY))
    return value


def _places(value: Any) -> Iterator[tuple[Any, Any]]:
    """Yield every place inside a value: what it is in, and its key there."""
    keys = (
        list(value) if isinstance(value, dict) else list(range(len(value))) if isinstance(value, list) else []
    )
    for key in keys:
        yield value, key
        yield from _places(value[key])


# Each takes the modules and one attack, and returns true if something was read, false if it was refused in German.
# Anything else that is thrown is a failure.
INVARIANTS = """async ({ target, attacks, options, lists, rules }) => {
  const [file, link, handover, tables, code, dates, { Refused }, workshop, rows, sheet, zeiten] = await Promise.all(
    ["kurz-check/file", "shared/link", "musterantrag/handover", "kurz-check/mitnehmen/tables", "werkstatt/code", "shared/dates",
      "kurz-check/fields", "werkstatt/datei/file", "werkstatt/bild/rows", "werkstatt/blatt/compose", "werkstatt/bild/zeiten"]
      .map((name) => import(`/modules/${name}.mjs`)));
  const demand = (condition, what) => { if (!condition) throw new Error(`fuzz: ${what}`); };
  const inGerman = (text) => demand(/^[A-ZÄÖÜ][^\\n]{10,300}\\.$/.test(text) && !/\\b(undefined|null|NaN|object)\\b/.test(text), text);
  const known = {
    fragen: new Map([["leitbild", { nr: "2", titel: "Leitbild" }]]),
    empfehlungen: new Set(["netzwerke"]),
    laender: options.land, arten: options.art,
  };
  const workshopPage = {
    fragen: [{ id: "leitbild", nr: 2, titel: "Leitbild", frage: "?" }, { id: "quartiere", nr: null, titel: "Quartiere", frage: "?" }],
    scale: { bands: [{ id: "a", von: 0, bis: 40, titel: "a" }, { id: "b", von: 50, bis: 100, titel: "b" }], rules: { median: 3, gleich: 10 } },
    rules,
  };
  const answer = (value) => value === null || ["weiss-nicht", "trifft-nicht-zu"].includes(value)
    || (Number.isInteger(value) && value % 10 === 0 && value >= 0 && value <= 100);
  const loaded = ({ check, lost }) => {
    demand(lost.every((part) => typeof part === "string" && part.length < 500), "lost");
    demand(Object.keys(check).join() === "katalog_stand,name,datum,land,art,fragen", Object.keys(check).join());
    demand(new Set(check.fragen.map(({ id }) => id)).size === check.fragen.length, "twice");
    demand(check.fragen.every(({ antwort }) => answer(antwort)), "answer");
    demand(options.land.includes(check.land) && options.art.includes(check.art), "land");
    const again = file.readFile(file.writeFile(check), options);
    demand(JSON.stringify(again.check) === JSON.stringify(check), "not the same again");
    demand(again.lost.every((part) => part === "Datum"), again.lost.join());
    demand(!/(^|;)[=+@]/m.test(tables.toCsv(check.fragen.map(({ titel }) => [titel.replace(/[\\r\\n;"]/g, "")]))), "formula");
    return true;
  };
  const refused = (read, isGood) => {
    try { return isGood(read()); } catch (error) {
      if (!(error instanceof Refused)) throw error;
      inGerman(error.message);
      return false;
    }
  };
  const fragment = (found, isKnown) => {
    if (found.problem) { inGerman(found.problem); return false; }
    isKnown(found);
    return true;
  };
  const points = ({ datum, punkte }) => dates.isDay(datum) && punkte.every(({ frage, wert }) => known.fragen.has(frage) && wert >= 0 && wert <= 100);
  const people = (personen) => {
    demand(personen.length <= 60 && new Set(personen.map(({ nr }) => nr)).size === personen.length, "numbers");
    demand(personen.every(({ nr, name, antworten, zweite }) => nr > 0 && typeof name === "string"
      && [antworten, zweite].every((one) => Object.values(one).every(answer))), "people");
  };
  const opened = ({ room, lost }) => {
    if (!room) return true;
    demand(lost.every((part) => typeof part === "string" && part.length < 500), "lost");
    people(room.personen);
    if (room.damals) people(room.damals.personen);
    const again = workshop.openAny(workshop.writeWorkshop(room), { options });
    demand(JSON.stringify(again.room) === JSON.stringify(room) && !again.lost.length, "not the same again");
    sheet.composeSheet(room, rows.rowsOf(room, workshopPage), workshopPage);
    zeiten.cautionsOf(room);
    return true;
  };
  const targets = {
    datei: (text) => refused(() => file.readFile(text, options), loaded),
    werkstatt: (text) => refused(() => workshop.openAny(text, { options }), opened),
    link: (hash) => refused(() => file.fromLink(link.linkIn(hash, "antworten") ?? "", options), loaded),
    uebergabe: (hash) => fragment(handover.readHandover(hash, known), ({ selbsteinschaetzung }) =>
      demand(!selbsteinschaetzung || points(selbsteinschaetzung), "points")),
    auswahl: (hash) => fragment(handover.readSelection(hash, known), ({ selection }) => {
      if (!selection) return;
      const { felder, module, kurzcheck } = selection;
      demand([...Object.values(felder), ...module].every((text) => typeof text === "string"), "fields");
      demand(!kurzcheck || points(kurzcheck), "points");
    }),
    code: (text) => {
      try {
        const { antworten } = code.readCode(text, lists);
        demand(antworten.every(answer), "answers");
        demand(code.readCode(code.writeCode(antworten, 1), lists).antworten.join() === antworten.join(), "code");
        return true;
      } catch (error) {
        if (!(error instanceof code.InvalidCode)) throw error;
        return false;
      }
    },
  };
  return attacks.map((attack) => {
    const start = performance.now();
    let result;
    try { result = targets[target](attack); } catch (error) { result = String(error); }
    const pollution = ["format", "farbe", "length", "datum"].filter((name) => name in {});
    if (pollution.length) result = `fuzz: every object has ${pollution}`;
    if (performance.now() - start > 2000) result = "fuzz: too slow";
    return result;
  });
}"""


def attack(page: Page, target: BrowserTarget, seeds: list[int]) -> dict[int, bool | str]:
    """Attack one way in; return by seed whether something was read, or what went wrong."""
    attacks = [target.make(seed) for seed in seeds]
    found = page.evaluate(
        INVARIANTS,
        {
            "target": target.name,
            "attacks": attacks,
            "options": {"land": ["", *LAENDER], "art": ["", *KOMMUNENARTEN]},
            "lists": LISTS,
            "rules": asdict(REGELN),
        },
    )
    return dict(zip(seeds, found, strict=True))


def refused_in_browser(page: Page, target: BrowserTarget, seed: int) -> bool:
    """Attack once and return whether it was refused.

    Raises:
        AssertionError: something went wrong.
    """
    result = attack(page, target, [seed])[seed]
    assert isinstance(result, bool), result
    return not result


@contextmanager
def bare_page(folder: Path, browser_path: str) -> Iterator[Page]:
    """Open an empty page beside the modules; no site has to be built for it."""
    (folder / "404.html").write_text("<!doctype html><title>leer</title>", encoding="utf-8")
    with serve(folder) as address, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=browser_path)
        page = browser.new_page()
        page.goto(f"{address}/404.html")
        yield page
        browser.close()
