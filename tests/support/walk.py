"""Somebody who enters things into a tool, leaves and comes back in every way a browser knows, at random but by seed.

After every step the screen has to show what was entered, and files have to hold what the screen shows.
The page is asked by scripts alone: for a locator Playwright brings 300 kB of its own into every document, which takes
as long as to load the page.
"""

import json
import random
from collections.abc import Callable
from pathlib import Path
from typing import Any

from catalog.werkstatt.codes import encode
from playwright.sync_api import BrowserContext, Dialog, Page

Screen = dict[str, Any]

# A form that still waits for its script shows nobody anything; ten seconds are enough on any machine.
READ = """async selector => {
  for (let frames = 0; frames < 600 && document.querySelector("[data-wartet]"); frames += 1)
    await new Promise(requestAnimationFrame);
  const found = {};
  for (const $field of document.querySelectorAll(`${selector} :is(input, select, textarea)`)) {
    const name = $field.name || $field.dataset.eingabe || ($field.matches("[data-zusatzschalter]") ? "(Zusatzfragen)" : "");
    if (!name || $field.type === "file") continue;
    if ($field.type === "radio") found[name] = $field.checked ? $field.value : (found[name] ?? "");
    else if ($field.type === "checkbox") found[`${name}=${$field.value}`] = $field.checked;
    else found[name] = $field.value;
  }
  return found;
}"""
TAGS = "selector => [...document.querySelectorAll(selector)].map(($one) => $one.tagName)"
ENTER = """([selector, name, value]) => {
  const all = [...document.querySelectorAll(`${selector} :is(input, select, textarea):is([name="${name}"], [data-eingabe="${name}"])`)];
  const [$field] = all;
  if ($field.type === "radio") all.find((one) => one.value === value).click();
  else if ($field.type === "checkbox") all.find((one) => one.value === value).click();
  else {
    $field.value = value;
    $field.dispatchEvent(new Event("input", { bubbles: true }));
    $field.dispatchEvent(new Event("change", { bubbles: true }));
  }
}"""
# Half a minute, as long as any test waits for anything.
UNTIL = """async given => {
  for (let turns = 0; !(CONDITION); turns += 1) {
    if (turns === 3000) throw new Error(`never: ${given}`);
    await new Promise(next => setTimeout(next, 10));
  }
}"""
TOLD = "[...document.querySelectorAll('.meldung')].filter(($one) => $one.textContent.includes(given)).length === 1"
FORGET_WHAT_WAS_TOLD = "document.querySelectorAll('.meldung').forEach($one => { $one.textContent = ''; })"
CHOOSE_FILE = """([selector, name, text]) => {
  const $field = document.querySelector(selector);
  const chosen = new DataTransfer();
  chosen.items.add(new File([text], name, { type: "application/json" }));
  $field.files = chosen.files;
  $field.dispatchEvent(new Event("input", { bubbles: true }));
  $field.dispatchEvent(new Event("change", { bubbles: true }));
}"""
# Somebody who leaves the tool goes to the cheapest document: what is done there is not looked at.
NOWHERE = "about:blank"
# The cheapest document of the site: there the store of a tab is filled before the tool is opened.
ELSEWHERE = "/assets/images/zeichen.svg"
# A text as people type or paste it, with everything that forms tend to lose.
ANSWERS = ("0", "30", "100", "weiss-nicht", "trifft-nicht-zu")
TEXTS = ("eins", "zwei\n\n- drei", "  Ränder  ", "„vier“ & <fünf>", "🏛 {name} $& \\", "", "Zeile\n" * 20)


class Walk:
    """The steps that all tools share; a tool adds its own."""

    path: str
    form: str
    hashes: tuple[str, ...]
    texts: tuple[str, ...]
    choices: tuple[tuple[str, tuple[str, ...]], ...]
    boxes: tuple[tuple[str, str], ...] = ()
    derived: tuple[str, ...] = ()
    """Fields that the tool fills in from others."""

    def __init__(self, context: BrowserContext, seed: int) -> None:
        self.context = context
        self.random = random.Random(seed)
        self.log: list[str] = []
        self.page = self._open({}, self.path)
        self.screen = self.read()
        self.others: list[tuple[Page, Screen]] = []

    def run(self, steps: int) -> None:
        """Take so many steps; a failure names them."""
        ways: list[Callable[[], None]] = [self.enter] * 6 + [
            self.leave_and_return, self.forward, self.menu, self.older_entry, self.reload,
            self.jump, self.discard, self.duplicate, *self.own_steps(),
        ]  # fmt: skip
        try:
            for _ in range(steps):
                way = self.random.choice(ways)
                self.log.append(way.__name__)
                way()
                self.verify()
            for page, screen in self.others:
                self.log.append("the tab duplicated earlier")
                page.reload()
                assert page.evaluate(READ, self.form) == screen
        except Exception as error:
            error.add_note(" → ".join(self.log[-40:]))
            raise

    def own_steps(self) -> list[Callable[[], None]]:
        """Return what only this tool can do."""
        return []

    def read(self) -> Screen:
        return self.page.evaluate(READ, self.form)

    def verify(self) -> None:
        """Assert that the screen shows what was entered."""
        assert self.read() == self.screen, differences(self.screen, self.read())

    def enter(self) -> None:
        """Type or choose something; nothing else that was entered may change by that."""
        kind = self.random.choice(("text", "choice", "box") if self.boxes else ("text", "choice"))
        expected: Any
        if kind == "box":
            name, value = self.random.choice(self.boxes)
            key, expected = f"{name}={value}", not self.screen[f"{name}={value}"]
        elif kind == "choice":
            name, values = self.random.choice(self.choices)
            key, expected = name, (value := self.random.choice(values))
        else:
            key = name = self.random.choice(self.texts)
            expected = value = self.random.choice(TEXTS)
            named = f':is([name="{name}"], [data-eingabe="{name}"])'
            [kind] = self.page.evaluate(TAGS, f"{self.form} :is(input, select, textarea){named}")
            if kind == "INPUT":
                expected = value = value.replace("\n", "")
        self.log[-1] = f"enter {key} = {value[:20]!r}"
        self.page.evaluate(ENTER, [self.form, name, value])
        after = self.read()
        assert after[key] == expected, f"{key}: {after[key]!r}"
        kept = {name: value for name, value in self.screen.items() if name not in {key, *self.derived}}
        assert {name: after.get(name) for name in kept} == kept, differences(kept, after)
        self.screen = after

    def leave_and_return(self) -> None:
        self.page.goto(NOWHERE)
        self.page.go_back()

    def forward(self) -> None:
        self.page.goto(NOWHERE)
        self.page.go_back()
        self.page.go_forward()
        self.page.go_back()

    def menu(self) -> None:
        """The link to the tool itself in the menu."""
        self.page.goto(NOWHERE)
        self.page.goto(self.path)

    def older_entry(self) -> None:
        """Enter something in a newer entry of the history, go back to the older one."""
        self.page.goto(NOWHERE)
        self.page.goto(self.path)
        self.verify()
        self.enter()
        with self.page.expect_navigation():
            self.page.evaluate("history.go(-2)")

    def reload(self) -> None:
        self.page.reload()

    def jump(self) -> None:
        """Follow a link inside the page, perhaps back again."""
        here = self.page.evaluate("location.hash")
        # A jump to where one is makes no entry in the history.
        target = self.random.choice([one for one in self.hashes if one != here])
        self.page.evaluate("hash => { location.hash = hash; }", target)
        until(self.page, "location.hash === given", target)
        if self.random.random() < 0.5:
            self.page.go_back()

    def discard(self) -> None:
        """The browser throws the page away and loads it again, in the same tab."""
        stored, url = self._stored(), self.page.url
        self.page.close()
        self.page = self._open(stored, url)

    def duplicate(self) -> None:
        """A second tab with the same content goes its own way."""
        if len(self.others) < 3:
            self.others.append((self.page, dict(self.screen)))
            self.page = self._open(self._stored(), self.page.url)

    def _stored(self) -> dict[str, str]:
        return self.page.evaluate("({ ...sessionStorage })")

    def _open(self, stored: dict[str, str], url: str) -> Page:
        page = self.context.new_page()
        page.on("dialog", self._answer)
        page.goto(ELSEWHERE)
        page.evaluate("stored => { Object.assign(sessionStorage, stored); }", stored)
        page.goto(url)
        return page

    def _answer(self, dialog: Dialog) -> None:
        assert dialog.type != "beforeunload", "a warning where nothing is lost"
        dialog.accept()

    def press(self, action: str) -> None:
        self.page.evaluate("action => document.querySelector(`[data-aktion=${action}]`).click()", action)

    def download(self, action: str) -> str:
        with self.page.expect_download() as saved:
            self.press(action)
        return Path(saved.value.path()).read_text(encoding="utf-8")

    def bring_back(self, former: Screen) -> None:
        """What other work has replaced comes back."""
        self.press("zurueckholen")
        self.screen = former


def until(page: Page, condition: str, given: str = "") -> None:
    """Wait until an expression holds; it may use ``given``."""
    page.evaluate(UNTIL.replace("CONDITION", condition), given)


def choose_file(page: Page, selector: str, name: str, text: str) -> None:
    """Choose a file in its field; what was told before is forgotten."""
    page.evaluate(FORGET_WHAT_WAS_TOLD)
    page.evaluate(CHOOSE_FILE, [selector, name, text])


def differences(one: Screen, other: Screen) -> list[str]:
    """Say where two screens differ."""
    names = [name for name in {**one, **other} if one.get(name) != other.get(name)]
    return [f"{name}: {one.get(name)!r} → {other.get(name)!r}" for name in names]


class KurzCheckWalk(Walk):
    """All that can be entered, saved, shared and kept in several windows."""

    path = "/kurz-check/"
    form = ".bogen"
    hashes = ("#ergebnis", "#fragen", "#leitbild", "#vergleich", "#pruefen")
    texts = ("name", "notiz-leitbild", "notiz-beschlusslage", "notiz-quartiere")
    choices = (
        *((name, ANSWERS) for name in ("beschlusslage", "leitbild", "integrationskonzept", "stabsstelle")),
        ("land", ("", "Sachsen", "Hessen")),
        ("art", ("", "Stadt", "Landkreis")),
        ("datum", ("2026-11-21", "1990-01-01", "2100-12-31")),
    )

    def own_steps(self) -> list[Callable[[], None]]:
        return [self.switch, self.file, self.link, self.second_window, self.deleted_elsewhere]

    def duplicate(self) -> None:
        """A check kept on the device is the same in all tabs, so only others go their own way."""
        if self.page.evaluate("localStorage.length") == 0:
            super().duplicate()

    def switch(self) -> None:
        """Turn the extra questions on or off; their answers stay."""
        self.page.evaluate("document.querySelector('[data-zusatzschalter]').click()")
        key = "(Zusatzfragen)=on"
        self.screen[key] = not self.screen[key]

    def file(self) -> None:
        """Save, change, load, bring the change back."""
        text = self.download("datei")
        check = json.loads(text)
        for question in check["fragen"]:
            answer = "" if question["antwort"] is None else str(question["antwort"])
            assert answer == self.screen[question["id"]]
            assert question["notiz"] == self.screen[f"notiz-{question['id']}"]
        before = dict(self.screen)
        self.enter()
        changed = dict(self.screen)
        self._load(text)
        loaded = self.read()
        for name in ("name", "datum", "land", "art", *(question["id"] for question in check["fragen"])):
            assert loaded[name] == before[name], name
        self.screen = loaded
        self.verify()
        self.bring_back(changed)

    def _load(self, text: str) -> None:
        name = f"{self.random.random()}.json"
        choose_file(self.page, "[data-datei]", name, text)
        until(self.page, TOLD, "sind geladen")

    def link(self) -> None:
        """Open a link with the answers over other answers; the link's answers outlive a reload."""
        self.press("verweis")
        until(self.page, r"/#antworten=[\w-]{20,}$/.test(document.querySelector('#verweis').value)")
        link = self.page.evaluate("document.querySelector('#verweis').value")
        answers = {name: self.screen[name] for name, _ in self.choices}
        self.enter()
        changed = dict(self.screen)
        self.page.goto(NOWHERE)
        self.page.goto(link)
        self.page.wait_for_url("**/#ergebnis")
        self.page.reload()
        self.screen = self.read()
        assert {name: self.screen[name] for name in answers} == answers
        self.bring_back(changed)

    def second_window(self) -> None:
        """Keep the check on the device, go on in a second window: both see the answers of both."""
        other = self._second_window()
        answer = self.random.choice([one for one in ANSWERS if one != self.screen["spitze-persoenlich"]])
        other.evaluate(ENTER, [self.form, "spitze-persoenlich", answer])
        checked = f'[name="spitze-persoenlich"][value="{answer}"]'
        until(self.page, "document.querySelector(given).checked", checked)
        other.close()
        self.screen["spitze-persoenlich"] = answer

    def _second_window(self) -> Page:
        self.press("merken")
        until(self.page, TOLD, "Gemerkt.")
        other = self.context.new_page()
        other.on("dialog", self._answer)
        other.goto(self.path)
        last = "[...document.querySelectorAll('[data-aktion=fortsetzen]')].at(-1)"
        until(other, f"{last}?.checkVisibility()")
        other.evaluate(f"{last}.click()")
        until(other, TOLD, "sind geladen")
        return other

    def deleted_elsewhere(self) -> None:
        """A second window deletes the kept check: it stays deleted, the answers on the page stay."""
        other = self._second_window()
        other.evaluate("document.querySelectorAll('[data-aktion=vergessen]').forEach($one => $one.click())")
        while other.evaluate("document.querySelectorAll('[data-aktion=vergessen]').length"):
            other.evaluate("document.querySelector('[data-aktion=vergessen]')?.click()")
        until(self.page, TOLD, "gelöscht worden")
        self.enter()
        assert other.evaluate("localStorage.length") == 0
        other.close()


class MusterantragWalk(Walk):
    """Words, cases, modules; the motion below follows the fields."""

    path = "/musterantrag/"
    form = ".antragsformular"
    hashes = ("#zusammenstellen", "#antrag", "#vorlagen")
    texts = (
        "name",
        "zusatz",
        "auftraege",
        "gruende",
        "kommune-nominativ",
        "kommune-genitiv",
        "kommune-dativ",
    )
    choices = (
        ("land", ("", "Hessen", "Sachsen")),
        ("kommune", ("", "stadt", "kreis", "eigene")),
        ("antragsteller", ("", "eigene")),
        ("datum", ("", "2026-11-21", "0026-11-21")),
    )
    boxes = (("modul", "grundsatz"),)
    derived = ("gremium", "kommune-genitiv", "kommune-dativ", "kommune-akkusativ")

    def own_steps(self) -> list[Callable[[], None]]:
        return [self.link, self.text_file]

    def verify(self) -> None:
        super().verify()
        shown = " ".join(self.page.evaluate("document.querySelector('[data-antrag]').innerText").split())
        for line in self.screen["gruende"].split("\n"):
            assert " ".join(line.split()) in shown

    def link(self) -> None:
        """Open a link with the selection over another one."""
        self.press("link")
        until(self.page, "document.querySelector('#feld-link').value")
        link = self.page.evaluate("document.querySelector('#feld-link').value")
        linked = dict(self.screen)
        self.enter()
        changed = dict(self.screen)
        self.page.goto(NOWHERE)
        self.page.goto(link)
        self.page.wait_for_url("**/#zusammenstellen")
        self.page.reload()
        self.screen = linked
        self.verify()
        self.bring_back(changed)

    def text_file(self) -> None:
        text = " ".join(self.download("txt").split())
        for line in self.screen["gruende"].split("\n"):
            assert " ".join(line.split()) in text


class MitmachenWalk(Walk):
    """Fifty fields, groups that come and go, a proposal that follows them."""

    path = "/mitmachen/"
    form = ".formular__felder"
    hashes = ("#beispiel-kurz", "#anfang")
    texts = ("titel", "kurz", "uebertragbar", "kommunen.0.name", "belege.0.titel", "belege.0.belegt", "seit")
    choices = (("kommunen.0.land", ("", "Hessen", "Sachsen")), ("sicherheit", ("", "mittel")))
    boxes = (("empfehlungen", "partizipation"), ("empfehlungen", "netzwerke"))
    derived = ("id",)

    def own_steps(self) -> list[Callable[[], None]]:
        return [self.group, self.change_of_an_example]

    def group(self) -> None:
        """Add a group and fill it; remove it and bring it back."""
        self.page.evaluate("document.querySelector('[data-gruppen=belege] [data-aktion=ergaenzen]').click()")
        self.page.evaluate(ENTER, [self.form, "belege.1.titel", "Noch ein Beleg"])
        self.screen = self.read()
        self.reload()
        self.verify()
        self.page.evaluate(
            "[...document.querySelectorAll('[data-gruppen=belege] [data-aktion=entfernen]')].at(-1).click()"
        )
        if self.random.random() < 0.5:
            self.bring_back(self.screen)
        else:
            self.screen = self.read()

    def change_of_an_example(self) -> None:
        """Choose an example that is there, see its words, bring back what was entered."""
        former = dict(self.screen)
        self.page.evaluate(
            """async () => { const $choice = document.querySelector("[data-auswahl]");
            $choice.focus();
            while ($choice.length < 4) await new Promise((next) => setTimeout(next, 5));
            $choice.selectedIndex = 3; $choice.dispatchEvent(new Event("change", { bubbles: true }));
            while ($choice.closest("[aria-busy]")) await new Promise((next) => setTimeout(next, 5)); }"""
        )
        self.screen = self.read()
        assert self.screen["titel"]
        self.reload()
        self.verify()
        self.bring_back(former)


class WerkstattWalk(Walk):
    """People who come and go, what they agree on, a room saved and opened again."""

    path = "/werkstatt/"
    form = ".werkstatt__form"
    hashes = ("#runde", "#bild", "#zeiten", "#blatt", "#w-leitbild")
    texts = (
        "code-name",
        "viele",
        "papier",
        "kommune",
        "wer-leitbild",
        "notiz-leitbild",
        "notiz-beschlusslage",
    )
    choices = (
        ("wert-leitbild", ("", "30", "100")),
        ("ziel-leitbild", ("", "60")),
        ("bis-leitbild", ("", "2027-03-01")),
        ("datum", ("2026-11-21", "1990-01-01", "2100-12-31")),
        ("ziel-der-dateien", ("dazu", "damals")),
    )
    boxes = (("antrag-leitbild", "on"),)

    def own_steps(self) -> list[Callable[[], None]]:
        return [
            self.somebody_comes,
            self.somebody_leaves,
            self.rename,
            self.hide,
            self.reveal,
            self.file,
            self.empty,
        ]

    def people(self) -> list[str]:
        return [name for name in self.screen if name.startswith("person-")]

    def somebody_comes(self) -> None:
        """By a pasted code; the line leaves its field, everything else stays."""
        before, count = dict(self.screen), len(self.people())
        answers = self.random.choices((*range(0, 101, 10), "weiss-nicht", None), k=13)
        self.page.evaluate(
            ENTER, [self.form, "viele", f"Person {self.random.random()}: {encode(answers, 1)}"]
        )
        self.press("einfuegen")
        until(self.page, "document.querySelectorAll('.person').length === Number(given)", str(count + 1))
        self.screen = self.read()
        changed = {"viele", "datum", *(set(self.people()) - set(before))}
        assert {name: text for name, text in self.screen.items() if name not in changed} == {
            name: text for name, text in before.items() if name not in changed
        }

    def somebody_leaves(self) -> None:
        """And perhaps comes back."""
        if not self.people():
            return
        former = dict(self.screen)
        self.press("entfernen")
        assert len(self.read()) == len(former) - 1
        if self.random.random() < 0.5:
            self.bring_back(former)
        else:
            self.screen = self.read()

    def rename(self) -> None:
        """A name follows its field."""
        if not self.people():
            return
        name = self.random.choice(self.people())
        text = self.random.choice([text.replace("\n", "") for text in TEXTS])
        self.page.evaluate(ENTER, [self.form, name, text])
        self.screen[name] = text

    def hide(self) -> None:
        """Hidden names have no fields; shown again they are the same."""
        self.page.evaluate("document.querySelector('[name=verdeckt]').click()")
        self.reload()
        assert not [name for name in self.read() if name.startswith("person-")]
        self.page.evaluate("document.querySelector('[name=verdeckt]').click()")

    def reveal(self) -> None:
        """Uncover the answers, or cover them again."""
        self.press(self.random.choice(("aufdecken", "verdecken")))
        self.screen["datum"] = self.read()["datum"]

    def file(self) -> None:
        """Save, change, go on with what was saved, bring the change back."""
        self.page.evaluate(ENTER, [self.form, "ziel-der-dateien", "weiter"])
        text = self.download("sichern")
        room = json.loads(text)
        self.screen = self.read()
        for person in room["personen"]:
            assert person["name"] == self.screen[f"person-{person['nr']}"]
        for part, value in room["vereinbart"].get("leitbild", {}).items():
            shown = self.screen["antrag-leitbild=on" if part == "antrag" else f"{part}-leitbild"]
            assert value == shown, part
        before = dict(self.screen)
        self.enter()
        self.page.evaluate(ENTER, [self.form, "ziel-der-dateien", "weiter"])
        changed = self.read()
        self._load(text)
        self.screen = self.read()
        outside = {"code-name", "viele", "papier", "datum"}
        assert {name: text for name, text in self.screen.items() if name not in outside} == {
            name: text for name, text in before.items() if name not in outside
        }
        self.verify()
        self.bring_back(changed)

    def _load(self, text: str) -> None:
        choose_file(self.page, "[data-dateien]", "werkstatt.json", text)
        until(self.page, TOLD, "Die Werkstatt ist geöffnet.")

    def empty(self) -> None:
        """Begin anew and think better of it."""
        former = dict(self.screen)
        self.press("neu")
        if self.page.evaluate("!document.querySelector('[data-vorher]').hidden"):
            self.bring_back(former)
