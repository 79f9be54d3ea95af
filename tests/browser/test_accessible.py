"""Every page in every state, before axe, at the three sizes; nothing may stick out sideways."""

from collections.abc import Callable
from hashlib import sha256
from uuid import uuid4

import pytest
from axe_playwright_python.sync_playwright import Axe  # type: ignore[import-untyped]
from playwright.sync_api import Page, expect

from kiosk.visits.events import (
    Acknowledged,
    Arrived,
    Called,
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
SIZES = [(1440, 900), (1366, 768), (390, 844), (320, 640)]


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


@pytest.mark.parametrize(("width", "height"), SIZES)
def test_the_desk_busy_and_with_a_menu_open(tablet: Device, desk: Callable[..., Page], width: int, height: int) -> None:
    page = desk(width=width, height=height)
    check(page)
    tablet.push(*busy(tablet))
    expect(page.get_by_role("listitem")).to_have_count(8)
    check(page)
    page.get_by_role("button", name="Call M2 to a place").click()
    expect(page.get_by_role("button", name="Call M2 to Room 3")).to_be_in_viewport(ratio=1)
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


@pytest.mark.parametrize("width", [320, 390])
def test_the_phone_page(hub: HubProcess, tablet: Device, browser: Browsers, width: int) -> None:
    visits = {key: uuid4() for key in ("fresh", "seen", "late", "called")}
    tablet.push(
        *(
            tablet.mint(
                Arrived,
                ago_ms=30_000,
                visit=visit,
                ticket="K1234",
                link=sha256(key.encode()).hexdigest(),
            )
            for key, visit in visits.items()
        ),
        tablet.mint(Acknowledged, ago_ms=4_000, visit=visits["seen"], by="Maria", minutes=10),
        tablet.mint(Acknowledged, ago_ms=4_000, visit=visits["late"], by="Maria", minutes=0),
        tablet.mint(Called, visit=visits["called"], by="Maria", place="Room 3"),
    )
    page = browser.open(width=width, height=800)
    for key in visits:
        page.goto(f"{hub.url}/v/{key}")
        expect(page.get_by_role("heading", name="K1234")).to_be_visible()
        # A page that looks again by itself is what this one is for: it has no script, by design.
        found = Axe().run(page, options={"rules": {"meta-refresh": {"enabled": False}}})
        assert found.violations_count == 0, found.generate_report()
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
