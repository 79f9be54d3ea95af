"""Every page in every state, before axe, at the three sizes; nothing may stick out sideways."""

from collections.abc import Callable
from hashlib import sha256
from typing import Literal
from uuid import uuid4

import pytest
from axe_playwright_python.sync_playwright import Axe  # type: ignore[import-untyped]
from playwright.sync_api import Page, expect

from kiosk.visits.events import (
    Acknowledged,
    Arrived,
    Called,
    Closed,
    ConcernClaimed,
    ConcernRaised,
    Event,
    HelpRequested,
    Rated,
    RatingExplained,
)
from tests.browsers import Browsers
from tests.hub.device import Device
from tests.hubs import HubProcess

MINUTE = 60_000
Desk = Callable[..., Page]


def busy(tablet: Device) -> list[Event]:
    """Every kind of card at once."""
    calm, late, called, unquoted, unhappy, claimed = (uuid4() for _ in range(6))
    rating, concern, going = uuid4(), uuid4(), uuid4()
    return [
        tablet.mint(Arrived, ago_ms=2 * MINUTE, visit=uuid4(), ticket="R4", name="Ada K.", place="Front door"),
        tablet.mint(Arrived, visit=uuid4(), ticket="T9", language="es", name="Wolfeschlegelsteinhausen"),
        tablet.mint(Arrived, ago_ms=9 * MINUTE, visit=calm, ticket="M2", name="Jonas P."),
        tablet.mint(Acknowledged, ago_ms=5 * MINUTE, visit=calm, by="Maria", minutes=10),
        tablet.mint(Arrived, ago_ms=25 * MINUTE, visit=late, ticket="H3", name="Wen L."),
        tablet.mint(Acknowledged, ago_ms=24 * MINUTE, visit=late, by="Maria", minutes=20),
        tablet.mint(Arrived, ago_ms=9 * MINUTE, visit=called, ticket="K7", name="مريم"),
        tablet.mint(Acknowledged, ago_ms=8 * MINUTE, visit=called, by="Sam", minutes=15),
        tablet.mint(Called, ago_ms=MINUTE, visit=called, by="Sam", place="Room 3"),
        tablet.mint(Arrived, ago_ms=9 * MINUTE, visit=unquoted, ticket="K8"),
        tablet.mint(Acknowledged, ago_ms=8 * MINUTE, visit=unquoted, by="Sam"),
        tablet.mint(Rated, visit=unhappy, rating=rating, stars=2),
        tablet.mint(RatingExplained, visit=unhappy, rating=rating, topics=("waiting", "care"), comment="Too long"),
        tablet.mint(ConcernRaised, visit=unhappy, rating=rating, concern=concern, place="Front door"),
        tablet.mint(HelpRequested, visit=claimed, concern=going, place="Front door"),
        tablet.mint(ConcernClaimed, visit=claimed, concern=going, by="Sam"),
    ]


def check(page: Page) -> None:
    """Fails with what axe found, or if the page is wider than its window."""
    page.evaluate("() => Promise.allSettled(document.getAnimations().map(a => a.finished)).then(() => null)")
    found = Axe().run(page)
    assert found.violations_count == 0, found.generate_report()
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


@pytest.mark.parametrize(
    ("width", "height", "scheme"),
    [(1366, 768, "dark"), (390, 844, "light")],
)
def test_the_desk_busy_and_with_all_that_opens(
    tablet: Device, desk: Callable[..., Page], width: int, height: int, scheme: Literal["light", "dark"]
) -> None:
    page = desk(width=width, height=height)
    page.emulate_media(color_scheme=scheme)
    check(page)
    tablet.push(*busy(tablet))
    expect(page.get_by_role("listitem")).to_have_count(8)
    check(page)
    page.get_by_role("button", name="Call M2 to a place").click()
    expect(page.get_by_role("button", name="Call M2 to Room 3")).to_be_in_viewport(ratio=1)
    check(page)
    page.keyboard.press("Escape")
    page.get_by_role("button", name="More for M2").click()
    expect(page.get_by_role("button", name="M2 arrived twice")).to_be_in_viewport(ratio=1)
    check(page)
    page.get_by_role("button", name="M2 arrived twice").click()
    expect(page.get_by_role("button", name="Undo")).to_be_visible()
    check(page)
    page.get_by_role("button", name="Enter an arrival").click()
    expect(page.get_by_role("dialog", name="Enter an arrival")).to_be_visible()
    check(page)
    page.keyboard.press("Escape")
    page.locator("#find-ticket").fill("R4")
    expect(page.locator(".card.found")).to_have_count(1)
    check(page)
    page.locator("#find-ticket").fill("Z9")
    check(page)
    page.locator("#find-ticket").fill("")
    page.locator(".figures").click()
    page.keyboard.press("?")
    expect(page.get_by_role("dialog", name="Keys")).to_be_visible()
    check(page)


def test_the_desk_says_that_it_is_silent_or_without_an_answer(hub: HubProcess, tablet: Device, desk: Desk) -> None:
    page = desk()
    tablet.push(*busy(tablet))
    expect(page.get_by_role("listitem")).to_have_count(8)
    page.evaluate("document.getElementById('sound-blocked').hidden = false")
    hub.stop()
    page.get_by_role("button", name="Seen R4", exact=True).click()
    expect(page.locator("#notice")).to_contain_text("The hub does not answer.")
    check(page)


def test_the_desk_when_it_is_not_live(hub: HubProcess, desk: Callable[..., Page]) -> None:
    page = desk()
    hub.stop()
    expect(page.locator("#live")).to_contain_text("Not live since")
    check(page)


def test_sign_in_set_up_and_what_is_not_there(hub: HubProcess, page: Page) -> None:
    for path in ("/desk/sign-in", "/desk/set-up/used", "/nothing", "/v/nothing"):
        page.goto(hub.url + path)
        check(page)


@pytest.mark.parametrize(
    ("width", "scheme", "language"),
    [(320, "light", "ar"), (390, "dark", "en"), (820, "light", "ar")],
)
def test_the_phone_page(
    hub: HubProcess,
    tablet: Device,
    browser: Browsers,
    width: int,
    scheme: Literal["light", "dark"],
    language: str,
) -> None:
    states = ("fresh", "seen", "late", "called", "helped", "closed")
    visits = {key: uuid4() for key in states}
    concern = uuid4()
    tablet.push(
        *(
            tablet.mint(
                Arrived,
                ago_ms=30_000,
                visit=visit,
                ticket="K1234",
                language=language,
                link=sha256(key.encode()).hexdigest(),
            )
            for key, visit in visits.items()
        ),
        tablet.mint(Acknowledged, ago_ms=4_000, visit=visits["seen"], by="Maria", minutes=10),
        tablet.mint(Acknowledged, ago_ms=4_000, visit=visits["late"], by="Maria", minutes=0),
        tablet.mint(Called, visit=visits["called"], by="Maria", place="Room 3"),
        tablet.mint(HelpRequested, visit=visits["helped"], concern=concern),
        tablet.mint(ConcernClaimed, visit=visits["helped"], concern=concern, by="Sam"),
        tablet.mint(Closed, visit=visits["closed"], how="checked_out"),
    )
    page = browser.open(width=width, height=800)
    page.emulate_media(color_scheme=scheme)
    for key in (*states, "nobody"):
        page.goto(f"{hub.url}/v/{key}?lang={language}")
        expect(page.get_by_role("heading").first).to_be_visible()
        check(page)
    page.goto(f"{hub.url}/v/closed")
    page.locator(".rate button").nth(1).click()
    expect(page.locator(".chips")).to_be_visible()
    page.locator(".chip").nth(2).click()
    expect(page.locator(".chip").nth(2)).to_have_attribute("aria-pressed", "true")
    check(page)
    page.goto(f"{hub.url}/v/closed/comment")
    page.locator("textarea").fill("\u202e")
    check(page)
    page.locator("form button").click()
    expect(page.get_by_role("alert")).to_be_visible()
    check(page)
    page.goto(f"{hub.url}/v/closed")
    page.locator("form[action*=come] button").click()
    expect(page.locator(".answer")).to_be_visible()
    check(page)
    page.locator("summary").click()
    expect(page.get_by_role("link", name="Русский")).to_be_visible()
    check(page)
    hub.stop()
    expect(page.locator("#stale")).to_be_visible()
    check(page)
