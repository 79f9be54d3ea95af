"""The phone page in a real browser: live, with help and stars, with and without scripts, in any language."""

from collections.abc import Callable
from hashlib import sha256
from typing import Any
from uuid import UUID, uuid4

import pytest
from playwright.sync_api import Page, expect

from kiosk.visits.events import Acknowledged, Arrived, Called, Closed
from tests.browser.test_desk_extras import CANARY
from tests.browsers import Browsers
from tests.hub.device import Device
from tests.hubs import HubProcess

MINUTE = 60_000
KEY = "kX9-unguessable_key"

Desk = Callable[..., Page]


def arrive(tablet: Device, **fields: Any) -> UUID:
    """A patient with a phone, just now."""
    visit = uuid4()
    named: dict[str, Any] = {"ticket": "K7", "name": CANARY, "link": sha256(KEY.encode()).hexdigest(), **fields}
    tablet.push(tablet.mint(Arrived, visit=visit, **named))
    return visit


def phone(hub: HubProcess, browser: Browsers, **options: Any) -> Page:
    """The page of that patient."""
    page = browser.open(**{"width": 390, "height": 844, **options})
    page.goto(f"{hub.url}/v/{KEY}")
    return page


def test_a_visit_on_the_phone_is_live_from_arrival_to_the_stars(
    hub: HubProcess, tablet: Device, desk: Desk, browser: Browsers
) -> None:
    arrive(tablet)
    page = phone(hub, browser)
    headline = page.get_by_role("heading", level=2)
    expect(headline).to_have_text("Sent to the desk.")
    maria = desk("Maria")
    expect(headline).to_have_text("You are on the desk’s screen.")
    maria.get_by_role("button", name="Seen K7, wait about 10 minutes").click()
    expect(headline).to_have_text("Maria has seen you.")
    expect(page.get_by_role("progressbar")).to_be_visible()
    # A slip is taken back: what the phone says stays true.
    maria.get_by_role("button", name="Undo").click()
    expect(headline).to_have_text("You are on the desk’s screen.")
    maria.get_by_role("button", name="Seen K7, wait about 5 minutes").click()
    expect(page.get_by_text("About 5 minutes, until")).to_be_visible()
    maria.get_by_role("button", name="+5 min for K7").click()
    expect(page.get_by_text("Sorry, it takes longer: about 10 minutes")).to_be_visible()

    page.get_by_role("button", name="I need help").click()
    concern = maria.get_by_role("region", name="To put right").get_by_role("listitem")
    expect(concern).to_contain_text("from their phone")
    expect(concern).to_contain_text("K7")
    expect(page.get_by_text("Your call for help is on the desk’s screen.")).to_be_visible()
    concern.get_by_role("button", name="I’m going").click()
    expect(page.get_by_text("Maria is coming.")).to_be_visible()
    page.get_by_role("button", name="Yes, thank you").click()
    expect(page.get_by_text("Thank you for telling us.")).to_be_visible()
    expect(concern).to_have_count(0)

    maria.get_by_role("button", name="Call K7 to a place").click()
    maria.get_by_role("button", name="Call K7 to Room 3").click()
    expect(headline).to_have_text("Please come to Room 3.")
    maria.get_by_role("button", name="Checked out: K7").click()
    expect(page.get_by_role("heading", name="How was your visit today?")).to_be_visible()
    expect(page.get_by_text("K7")).to_have_count(0)
    page.get_by_role("button", name="Good, 4 of 5").click()
    expect(page.get_by_role("heading", name="Good. Thank you.")).to_be_visible()
    page.get_by_role("button", name="Kindness").click()
    expect(page.get_by_role("button", name="Kindness")).to_have_attribute("aria-pressed", "true")
    page.reload()
    expect(page.get_by_role("button", name="Good, 4 of 5")).to_have_attribute("aria-pressed", "true")
    (rating,) = hub.rows("SELECT stars, topics, settled_at IS NOT NULL AS settled FROM rating")
    assert rating == {"stars": 4, "topics": '["kindness"]', "settled": 1}
    assert page.context.cookies(f"{hub.url}/v/{KEY}") == []
    assert CANARY not in page.content()
    assert page.locator("#x").count() == 0


def test_words_and_somebody_to_come_after_the_stars(
    hub: HubProcess, tablet: Device, desk: Desk, browser: Browsers
) -> None:
    visit = arrive(tablet)
    tablet.push(tablet.mint(Closed, visit=visit, how="checked_out"))
    page = phone(hub, browser)
    page.get_by_role("button", name="Fair, 2 of 5").click()
    page.get_by_role("link", name="Write a comment").click()
    words = page.get_by_label("What would you like to tell us?")
    expect(words).to_be_focused()
    page.keyboard.type(f"{CANARY}\nsaid twice")
    # Another language takes nothing away that was kept, and news disturbs nobody who types.
    tablet.push(tablet.mint(Called, visit=visit, by="Sam", place="Room 3"))
    page.get_by_role("button", name="Done").click()
    expect(page.get_by_role("link", name="Written ✓")).to_be_visible()
    page.get_by_role("link", name="Written ✓").click()
    expect(words).to_have_value(f"{CANARY}\nsaid twice")
    page.get_by_role("link", name="Back").click()

    expect(page.get_by_role("heading", name="Shall someone come to you now?")).to_be_visible()
    page.get_by_role("button", name="Yes, please").click()
    expect(page.get_by_role("heading", name="Shall someone come to you now?")).to_have_count(0)
    maria = desk("Maria")
    expect(page.get_by_text("Your call for help is on the desk’s screen.")).to_be_visible()
    concern = maria.get_by_role("region", name="To put right").get_by_role("listitem")
    expect(concern).to_contain_text("Fair")
    expect(concern).to_contain_text("from their phone")
    expect(concern).to_contain_text("said twice")
    concern.get_by_role("button", name="I’m going").click()
    expect(page.get_by_text("Maria is coming.")).to_be_visible()
    page.get_by_role("button", name="Yes, thank you").click()
    expect(page.get_by_text("Thank you for telling us.")).to_be_visible()
    expect(concern).to_have_count(0)


def test_what_is_being_typed_is_not_lost_with_the_line(hub: HubProcess, tablet: Device, browser: Browsers) -> None:
    visit = arrive(tablet)
    tablet.push(tablet.mint(Closed, visit=visit, how="checked_out"))
    page = phone(hub, browser)
    page.get_by_role("button", name="Good, 4 of 5").click()
    page.get_by_role("link", name="Write a comment").click()
    words = page.get_by_label("What would you like to tell us?")
    words.fill("Kind")
    hub.kill()
    page.get_by_role("button", name="Done").click()
    expect(page.locator("#stale")).to_contain_text("That did not reach the desk.")
    expect(words).to_have_value("Kind")
    hub.start()
    words.fill("Kind \u202e")
    page.get_by_role("button", name="Done").click()
    expect(page.get_by_role("alert")).to_have_text("This cannot be kept as it is. Please use letters only.")
    words.fill("Kind")
    page.get_by_role("button", name="Done").click()
    expect(page.get_by_role("link", name="Written ✓")).to_be_visible()
    assert hub.rows("SELECT comment FROM rating") == [{"comment": "Kind"}]


def test_without_scripts_it_refreshes_itself_and_everything_works(
    hub: HubProcess, tablet: Device, browser: Browsers
) -> None:
    visit = arrive(tablet)
    page = phone(hub, browser, scripts=False)
    expect(page.get_by_role("heading", level=2)).to_have_text("Sent to the desk.")
    tablet.push(tablet.mint(Acknowledged, visit=visit, by="Maria"))
    expect(page.get_by_role("heading", level=2)).to_have_text("Maria has seen you.", timeout=15_000)
    page.get_by_role("button", name="I need help").click()
    expect(page.get_by_text("We have told the desk.")).to_be_visible()
    page.reload()
    assert len(hub.rows("SELECT 1 FROM concern")) == 1
    tablet.push(tablet.mint(Closed, visit=visit, how="checked_out"))
    page.reload()
    page.get_by_role("button", name="Excellent, 5 of 5").click()
    expect(page.get_by_role("heading", name="Excellent. Thank you.")).to_be_visible()
    page.get_by_role("button", name="My care").click()
    page.get_by_role("button", name="My care").click()
    page.get_by_role("button", name="The waiting").click()
    expect(page.get_by_role("button", name="The waiting")).to_have_attribute("aria-pressed", "true")
    assert hub.rows("SELECT stars, topics FROM rating") == [{"stars": 5, "topics": '["waiting"]'}]
    page.get_by_role("link", name="Write a comment").click()
    page.get_by_label("What would you like to tell us?").fill("One.\nTwo.")
    page.get_by_role("button", name="Done").click()
    expect(page.get_by_role("link", name="Written ✓")).to_be_visible()
    assert hub.rows("SELECT comment FROM rating") == [{"comment": "One.\nTwo."}]
    # Whoever was called before is still on the way, or not.
    expect(page.get_by_role("button", name="Yes, please")).to_have_count(0)


def test_a_phone_without_a_line_says_so_and_catches_up(hub: HubProcess, tablet: Device, browser: Browsers) -> None:
    visit = arrive(tablet)
    page = phone(hub, browser)
    expect(page.get_by_role("heading", level=2)).to_have_text("Sent to the desk.")
    hub.kill()
    expect(page.locator("#stale")).to_contain_text("No answer since")
    page.get_by_role("button", name="I need help").click()
    expect(page.locator("#stale")).to_contain_text("That did not reach the desk.")
    hub.start()
    tablet.push(tablet.mint(Called, visit=visit, by="Sam", place="Room 3"))
    expect(page.get_by_role("heading", level=2)).to_have_text("Please come to Room 3.", timeout=20_000)
    expect(page.locator("#stale")).to_be_hidden()
    assert hub.rows("SELECT 1 FROM concern") == []


def test_the_page_closes_by_itself(hub: HubProcess, tablet: Device, browser: Browsers) -> None:
    visit = arrive(tablet)
    page = phone(hub, browser)
    expect(page.get_by_role("heading", level=2)).to_have_text("Sent to the desk.")
    tablet.push(tablet.mint(Closed, visit=visit, how="duplicate"))
    expect(page.get_by_role("heading", name="This page has closed")).to_be_visible()
    expect(page.get_by_role("button")).to_have_count(0)


def test_another_language_is_two_taps_away_and_stays(hub: HubProcess, tablet: Device, browser: Browsers) -> None:
    visit = arrive(tablet, language="ar")
    page = phone(hub, browser)
    assert page.evaluate("getComputedStyle(document.body).direction") == "rtl"
    expect(page.get_by_role("button", name="أحتاج مساعدة")).to_be_visible()
    page.locator("summary").click()
    page.get_by_role("link", name="Français").click()
    expect(page.get_by_role("button", name="J’ai besoin d’aide")).to_be_visible()
    tablet.push(tablet.mint(Acknowledged, visit=visit, by="Maria", minutes=10))
    expect(page.get_by_role("heading", level=2)).to_have_text("Maria sait que vous êtes là.")
    page.get_by_role("button", name="J’ai besoin d’aide").click()
    expect(page.get_by_text("L’accueil est prévenu.")).to_be_visible()
    assert page.locator("html").get_attribute("lang") == "fr"


@pytest.mark.parametrize(("width", "in_a_row"), [(320, False), (390, True), (820, True)])
def test_stars_stand_in_a_row_where_they_fit(
    hub: HubProcess, tablet: Device, browser: Browsers, width: int, in_a_row: bool
) -> None:
    visit = arrive(tablet)
    tablet.push(tablet.mint(Closed, visit=visit, how="checked_out"))
    page = phone(hub, browser, width=width)
    for language in ("en", "es", "zh-Hans", "vi", "ar", "fr", "ru", "pt"):
        page.goto(f"{hub.url}/v/{KEY}?lang={language}")
        buttons = page.locator(".rate button")
        expect(buttons).to_have_count(5)
        boxes = [box for button in buttons.all() if (box := button.bounding_box())]
        assert (len({box["y"] for box in boxes}) == 1) is in_a_row, language
        assert all(box["height"] >= 44 and box["width"] >= 44 for box in boxes), language
        overflowing = "(b) => [...b].some((e) => e.scrollWidth > e.clientWidth + 1)"
        assert not page.locator(".rate button").evaluate_all(overflowing), language
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), language
