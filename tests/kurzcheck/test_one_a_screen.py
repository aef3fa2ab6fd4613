"""One question a screen: by thumb and by keyboard, in taps and pixels; nothing depends on seconds."""

import re
from collections.abc import Callable

import pytest
from kurzcheck_page import PATH, PROFILE, QUESTIONS, all_on_one_page, choose, chosen
from movement import moved, open_painted_first, watch_movement
from playwright.sync_api import Locator, Page, Route, expect

MOST_TAPS = 16
FIRST_QUESTION = 700
SCRIPT = "**/javascripts/kurz-check.*.js"
# Tests tap faster than people: here each tap comes a second after the one before.
UNHURRIED = """{ let time = 0;
  Object.defineProperty(MouseEvent.prototype, "timeStamp", { get: () => (time += 1000) }); }"""


@pytest.fixture
def phone(new_page: Callable[..., Page]) -> Page:
    page = new_page(width=390, height=844, has_touch=True)
    page.add_init_script(UNHURRIED)
    return page


def without_script(route: Route) -> None:
    route.fulfill(body="", content_type="text/javascript")


def step(page: Page, value: str) -> None:
    """Touch a step of the question on the screen; the next screen is there when this returns."""
    here = page.locator(".frage.schirm--jetzt").get_attribute("id")
    page.locator(f"#{here} .skala__stufe:has([value='{value}'])").tap()
    expect(page.locator(f"#{here}")).to_be_hidden()


def centre(place: Locator) -> tuple[float, float]:
    box = place.bounding_box()
    assert box
    return box["x"] + box["width"] / 2, box["y"] + box["height"] / 2


class TestByThumb:
    def test_the_motion_is_sixteen_taps_from_the_home_page(self, phone: Page) -> None:
        phone.goto("/")
        phone.locator("a.knopf[href*='kurz-check/#']").tap()
        taps = 1
        top = phone.locator(".frage.schirm--jetzt").evaluate(
            "$question => $question.getBoundingClientRect().top + scrollY"
        )
        assert top <= FIRST_QUESTION
        # What a touch does is said on the screen somebody arrives at, between the question and its steps.
        for part in (
            ".tipp",
            ".frage__titel:visible",
            "#beschlusslage input[value='100']",
            ".fortschritt__worte",
        ):
            expect(phone.locator(part)).to_be_in_viewport(ratio=1)
        for number in range(QUESTIONS):
            expect(phone).to_have_title(re.compile(f"^Frage {number + 1} von 13 – Kurz-Check"))
            expect(phone.locator(".frage:visible")).to_have_count(1)
            step(phone, "20" if number % 2 else "70")
            taps += 1
        expect(phone).to_have_title(re.compile("^Zum Schluss – Kurz-Check"))
        phone.locator("a[href='#ergebnis'].knopf").tap()
        expect(phone).to_have_title(re.compile("^Ihr Ergebnis – Kurz-Check"))
        phone.locator("[data-antrag]").tap()
        phone.wait_for_url("**/musterantrag/**")
        assert taps + 2 <= MOST_TAPS

    def test_a_whole_question_fits_the_screen(self, phone: Page) -> None:
        phone.goto(f"{PATH}#integrationskonzept")
        box = phone.locator("[data-vor]").bounding_box()
        assert box
        assert box["y"] + box["height"] <= 844
        assert phone.locator(".frage__titel:visible").count() == 1

    def test_answers_and_their_list_stay_in_the_window_with_large_letters(self, phone: Page) -> None:
        phone.goto(f"{PATH}#zum-schluss")
        expect(phone.locator("[data-stelle=pruefliste] strong").first).to_have_text("nicht beantwortet")
        phone.evaluate("document.documentElement.style.fontSize = '200%'")
        assert phone.evaluate("document.scrollingElement.scrollWidth") <= 390
        phone.set_viewport_size({"width": 320, "height": 700})
        phone.evaluate("location.hash = 'leitbild'")
        expect(phone.locator("#leitbild")).to_be_visible()
        assert phone.evaluate("document.scrollingElement.scrollWidth") <= 320

    def test_back_undoes_moving_on_and_keeps_the_answer(self, phone: Page) -> None:
        phone.goto(PATH)
        step(phone, "30")
        step(phone, "40")
        phone.locator("[data-zurueck]").tap()
        expect(phone.locator("#leitbild input[value='40']")).to_be_checked()
        phone.go_back()
        phone.go_back()
        phone.go_back()
        expect(phone.locator("#beschlusslage")).to_be_visible()
        expect(phone.locator("#leitbild")).to_be_hidden()
        assert chosen(phone)[:3] == ["30", "40", None]

    def test_touching_the_chosen_step_again_goes_on(self, phone: Page) -> None:
        phone.goto(PATH)
        step(phone, "30")
        phone.locator("[data-zurueck]").tap()
        expect(phone.locator("#beschlusslage")).to_be_visible()
        step(phone, "30")
        expect(phone.locator("#leitbild")).to_be_visible()

    def test_a_reload_in_the_middle_keeps_answer_and_place(self, phone: Page) -> None:
        phone.goto(PATH)
        for value in ("10", "weiss-nicht", "100"):
            step(phone, value)
        phone.reload()
        expect(phone.locator("#stabsstelle")).to_be_visible()
        assert chosen(phone)[:4] == ["10", "weiss-nicht", "100", None]
        phone.goto("/404.html")
        phone.goto(PATH)
        expect(phone.locator("#stabsstelle")).to_be_visible()

    def test_an_answer_changed_at_the_end_leads_back_to_the_end(self, phone: Page) -> None:
        phone.goto(PATH)
        for _ in range(QUESTIONS):
            step(phone, "50")
        phone.locator("[data-stelle=pruefliste] a").nth(1).tap()
        step(phone, "60")
        expect(phone.locator("[data-stelle=pruefliste] li").nth(1)).to_contain_text("60 %")


class TestOfADoubleTap:
    """The second half must not press what has come under the finger meanwhile; the clock stands still between."""

    @pytest.fixture
    def still(self, new_page: Callable[..., Page]) -> Page:
        page = new_page(width=390, height=844, has_touch=True)
        page.clock.install(time=0)
        page.goto(f"{PATH}#beschlusslage")
        page.clock.pause_at(60)
        return page

    def test_a_step_of_the_next_question_is_not_chosen(self, still: Page) -> None:
        place = centre(still.locator("#beschlusslage .skala__stufe:has([value='30'])"))
        still.touchscreen.tap(*place)
        still.clock.run_for(300)
        expect(still.locator("#leitbild")).to_be_visible()
        assert still.evaluate(
            "place => !!document.elementFromPoint(...place).closest('.skala__stufe')", place
        )
        for _ in range(2):
            still.touchscreen.tap(*place)
            still.clock.run_for(300)
            assert chosen(still)[:3] == ["30", None, None]
        still.clock.run_for(300)
        still.touchscreen.tap(*place)
        still.clock.run_for(300)
        assert chosen(still)[0] == "30"
        assert chosen(still)[1] is not None
        expect(still.locator("#integrationskonzept")).to_be_visible()

    def test_weiter_goes_on_once(self, still: Page) -> None:
        still.evaluate("location.hash = 'integrationskonzept'")
        expect(still.locator("#integrationskonzept")).to_be_visible()
        place = centre(still.locator("[data-vor]"))
        still.touchscreen.tap(*place)
        expect(still.locator("#stabsstelle")).to_be_visible()
        assert centre(still.locator("[data-vor]")) == place
        still.touchscreen.tap(*place)
        assert still.url.endswith("#stabsstelle")
        still.clock.run_for(600)
        still.touchscreen.tap(*place)
        expect(still.locator("#mitwirkung-der-verwaltung")).to_be_visible()

    def test_of_a_mouse_the_system_counts_the_clicks(self, still: Page) -> None:
        place = centre(still.locator("#beschlusslage .skala__stufe:has([value='30'])"))
        for count, given in ((1, 1), (2, 1), (1, 2)):
            still.mouse.move(*place)
            still.mouse.down(click_count=count)
            still.mouse.up(click_count=count)
            still.clock.run_for(200)
            assert len(chosen(still)) - chosen(still).count(None) == given


class TestByKeyboard:
    def test_arrows_look_around_and_space_goes_on(self, page: Page) -> None:
        page.goto(f"{PATH}#beschlusslage")
        page.keyboard.press("Tab")
        expect(page.locator("#beschlusslage input").first).to_be_focused()
        for key in ("ArrowRight", "ArrowRight", "ArrowDown", "5"):
            page.keyboard.press(key)
        # Whatever would move on does so within this time.
        page.wait_for_timeout(400)
        assert chosen(page)[0] == "50"
        expect(page.locator("#beschlusslage")).to_be_visible()
        page.keyboard.press("Space")
        expect(page.locator("#leitbild input").first).to_be_focused()
        page.keyboard.press("Space")
        expect(page.locator("#integrationskonzept input").first).to_be_focused()
        assert chosen(page)[:3] == ["50", "0", None]

    def test_going_on_without_an_answer_is_not_called_not_knowing(self, page: Page) -> None:
        page.goto(f"{PATH}#leitbild")
        page.keyboard.press("Tab")
        link = page.get_by_role("link", name="Ohne Antwort weiter")
        expect(link).to_be_visible()
        page.keyboard.press("w")
        expect(page.get_by_role("link", name="Weiter", exact=True)).to_be_visible()
        expect(link).to_have_count(0)

    def test_it_is_said_before_the_first_question_only(self, page: Page) -> None:
        page.goto(PATH)
        expect(page.locator(".tipp")).to_contain_text("Ein Tipp auf eine Stufe führt zur nächsten Frage")
        page.goto(f"{PATH}#leitbild")
        expect(page.locator(".tipp")).to_be_hidden()

    def test_the_overview_has_every_answer_and_leads_there(self, page: Page) -> None:
        page.goto(f"{PATH}#leitbild")
        page.keyboard.press("Tab")
        page.keyboard.press("7")
        page.locator(".sprungliste summary").click()
        lines = page.locator("[data-stelle=sprungliste] li")
        expect(lines).to_have_count(QUESTIONS)
        expect(lines.nth(0)).to_contain_text("nicht beantwortet")
        expect(lines.nth(1)).to_contain_text("70 %")
        expect(lines.locator("[aria-current=step]")).to_have_count(1)
        lines.nth(4).get_by_role("link").click()
        expect(page.locator("#mitwirkung-der-verwaltung input").first).to_be_focused()

    def test_all_on_one_page_is_the_same_form(self, page: Page) -> None:
        page.goto(f"{PATH}#leitbild")
        page.keyboard.press("Tab")
        page.keyboard.press("7")
        all_on_one_page(page)
        expect(page.locator(".frage:visible")).to_have_count(QUESTIONS)
        page.locator("#stabsstelle .skala__stufe").first.click()
        page.reload()
        expect(page.locator(".frage:visible")).to_have_count(QUESTIONS)
        assert chosen(page)[1:4] == ["70", None, "0"]

    def test_extra_questions_follow_where_they_are_wanted(self, page: Page) -> None:
        page.goto(f"{PATH}#zum-schluss")
        page.get_by_label("Zusatzfragen mit beantworten").check()
        page.get_by_role("link", name="Zur ersten Zusatzfrage").click()
        expect(page).to_have_title(re.compile("^Zusatzfrage 1 von 3 –"))
        page.locator("[data-zurueck]").click()
        expect(page).to_have_title(re.compile("^Frage 13 von 13 –"))


def test_every_page_says_how_far_the_check_is(phone: Page) -> None:
    phone.goto("/glossar/")
    expect(phone.locator(".menue__stand")).to_have_count(0)
    phone.goto(PATH)
    step(phone, "30")
    step(phone, "weiss-nicht")
    phone.goto("/glossar/")
    expect(phone.locator(".menue__stand")).to_have_text(" 2 von 13")
    expect(phone.get_by_role("button", name="Menü Kurz-Check: 2 von 13")).to_be_in_viewport()
    expect(phone.locator(".menue-knopf__stand")).to_be_visible()
    phone.goto(PATH)
    expect(phone.locator(".menue__stand, .menue-knopf__stand")).to_have_count(0)


class TestBeforeTheScript:
    """A phone paints the page before its script has come."""

    PLACES = """() => Object.fromEntries(
      ["h1", ".einleitung", ".ansichten", ".fortschritt", ".sichern", ".frage", ".tipp", ".skala"].map(name => {
        const { top, height } = document.querySelector(name).getBoundingClientRect();
        return [name, [Math.round(top + scrollY), name === ".frage" ? 0 : Math.round(height)]];
      }))"""

    @pytest.mark.parametrize("width", [320, 390, 1280])
    @pytest.mark.parametrize("address", [PATH, f"{PATH}#beschlusslage"])
    def test_nothing_moves_when_it_comes(
        self, new_page: Callable[..., Page], width: int, address: str
    ) -> None:
        page = new_page(width=width, height=844)
        page.route(SCRIPT, without_script)
        page.goto(address)
        expect(page.locator(".ansichten")).to_be_hidden()
        before = page.evaluate(self.PLACES)
        page.unroute(SCRIPT)
        page.reload()
        expect(page.locator(".ansichten")).to_be_visible()
        assert page.evaluate(self.PLACES) == before

    @pytest.mark.parametrize("arrival", ["ergebnis", "link", "kept", "again", "all"])
    def test_nothing_moves_whatever_one_arrives_at(self, phone: Page, arrival: str) -> None:
        phone.goto(PATH)
        if arrival == "all":
            all_on_one_page(phone)
        if arrival in {"kept", "again", "all"}:
            choose(phone, PROFILE)
        link = phone.evaluate(
            """async () => { const { toLink } = await import("/modules/kurz-check/file.mjs");
            return toLink({ datum: "2026-11-21", land: "", art: "", fragen: [{ id: "leitbild", antwort: 0 }] }); }"""
        )
        watch_movement(phone)
        phone.goto("/404.html")
        hashes = {"again": "", "all": "", "link": f"#antworten={link}"}
        open_painted_first(phone, PATH + hashes.get(arrival, "#ergebnis"), SCRIPT)
        shown = (
            "#fragen .frage__titel:visible, .schluss:visible"
            if arrival in {"again", "all"}
            else "#ergebnis .satz:not(:empty)"
        )
        expect(phone.locator(shown).first).to_be_visible()
        found = moved(phone)
        assert found == []

    def test_where_it_never_comes_all_questions_appear(self, page: Page) -> None:
        page.route(SCRIPT, without_script)
        page.goto(PATH)
        expect(page.locator(".frage:visible")).to_have_count(1)
        page.evaluate("document.getAnimations().forEach(animation => animation.finish())")
        expect(page.locator(".frage:visible")).to_have_count(16)
