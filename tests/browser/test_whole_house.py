"""Two receptionists and two tablets at once, all of them real: what one does is on the others' screens."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from msgspec.structs import replace
from playwright.sync_api import expect
from PySide6.QtGui import QGuiApplication

from tests.browser.test_accessible import Desk
from tests.hub.people import IT, with_roles
from tests.hubs import LETTERS, TOKENS, HubProcess
from tests.tablets import TabletDriver, config

DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
PLACES = {"front-door": "Front door", "side-door": "Side door"}


@pytest.fixture
def hub(tmp_path: Path) -> Iterator[HubProcess]:
    """A running hub; at the side door people are asked how it was."""
    process = HubProcess(tmp_path / "hub-process", hub='checkout_tablet = "side-door"')
    with_roles(process)
    yield process.start()
    process.kill()


@pytest.fixture
def tablets(qapp: QGuiApplication, tmp_path: Path, hub: HubProcess) -> Iterator[dict[str, TabletDriver]]:
    """Both tablets, syncing."""
    drivers = {}
    for device, place in PLACES.items():
        settings = config(tmp_path / device, hub=hub.url, token=TOKENS[device], device=device)
        tablet = replace(settings.tablet, letter=LETTERS[device], place=place)
        drivers[device] = TabletDriver(replace(settings, tablet=tablet))
        drivers[device].tablet.sync.start()
    yield drivers
    for driver in drivers.values():
        driver.close()


def test_two_desks_and_two_tablets_hear_of_one_another(tablets: dict[str, TabletDriver], desk: Desk) -> None:
    maria, sam = desk("Maria"), desk("Sam")
    front, side = tablets["front-door"], tablets["side-door"]
    for page in (maria, sam):
        expect(page.locator("#live")).to_have_text("Live · 2 tablets")

    front.arrive()
    side.arrive()
    for page in (maria, sam):
        arrivals = page.get_by_role("region", name="Just arrived").locator(".ticket")
        expect(arrivals).to_have_text(["K1", "M1"])
    maria.get_by_role("button", name="Seen K1, wait about 10 minutes").click()
    sam.get_by_role("button", name="Seen M1", exact=True).click()
    front.wait(lambda: front.reads("Maria has seen you"))
    side.wait(lambda: side.reads("Sam has seen you"))
    assert front.reads("about 10 minutes")

    # What one tablet asks for, either receptionist goes for.
    side.ask_for_help()
    for page in (maria, sam):
        expect(page.get_by_role("region", name="To put right")).to_contain_text("Help at Side door")
    sam.get_by_role("button", name="I’m going").click()
    side.wait(lambda: side.reads("Sam is coming."))
    expect(maria.get_by_role("region", name="To put right")).to_contain_text("Sam is on it")
    side.tap("putRightButton")
    expect(maria.get_by_role("region", name="To put right").get_by_role("listitem")).to_have_count(0)

    front.tap("doneButton")
    sam.get_by_role("button", name="Call K1 to a place").click()
    sam.get_by_role("button", name="Call K1 to Room 2").click()
    for tablet in (front, side):
        tablet.wait(lambda tablet=tablet: tablet.screen == "welcome" and tablet.reads("to Room 2"))  # type: ignore[misc]

    maria.get_by_role("button", name="Ask how it was: K1").click()
    side.wait(lambda: side.reads("K1, how was your visit?"), patience_ms=10_000)
    assert front.screen == "welcome"
    side.tap("star5")
    side.wait(lambda: side.screen == "followup")
    side.tap("noButton")
    for page in (maria, sam):
        expect(page.locator(".figures")).to_contain_text("5.0")
        expect(page.get_by_role("region", name="Waiting").locator(".ticket")).to_have_text(["M1"])


def test_a_tablet_that_is_looked_for_shows_its_name(tablets: dict[str, TabletDriver], desk: Desk) -> None:
    page = desk(IT)
    page.get_by_role("link", name="Tablets").click()
    sheet = page.locator("#tablet-side-door")
    expect(sheet).to_contain_text("connected")
    sheet.locator("button", has_text="Show yourself").click()
    tablets["side-door"].wait(lambda: tablets["side-door"].shows("nameTag"))
    assert tablets["side-door"].reads("Side door")
    assert not tablets["front-door"].shows("nameTag")


def test_every_setting_is_saved_from_the_page_and_told_to_all(
    hub: HubProcess, tablets: dict[str, TabletDriver], desk: Desk
) -> None:
    page = desk(IT)
    page.get_by_role("link", name="Settings").click()
    typed = {
        "#name": "Elm Road",
        "#accent": "#7A1F5C",
        "#timezone": "Europe/Paris",
        # Whichever day it is, it is open.
        **{f"#hours-{day}": "00:00-24:00" for day in DAYS},
        "#places": "Lab\nRoom 9",
        "#greeting_target_seconds": "90",
        "#review_link": "https://example.org/reviews",
        "#retention_days": "400",
    }
    for field, text in typed.items():
        page.locator(field).fill(text)
    page.get_by_label("All day in English").fill("Do come in.")
    page.locator("[name=languages][value=fr]").uncheck()
    page.locator("[name=topics][value=care]").uncheck()
    page.get_by_label("Checkout tablet").select_option(label="Front door")
    page.get_by_role("button", name="Save settings").click()
    expect(page.get_by_text("Saved. Tablets show it now.")).to_be_visible()
    for field, text in typed.items():
        expect(page.locator(field)).to_have_value(text)
    expect(page.locator("[name=languages][value=fr]")).not_to_be_checked()
    expect(page.locator("[name=topics][value=care]")).not_to_be_checked()
    for tablet in tablets.values():
        tablet.wait(lambda tablet=tablet: tablet.reads("Elm Road") and tablet.reads("Do come in."))  # type: ignore[misc]
    page.get_by_role("link", name="Audit").click()
    for change in ("Elm Road", "#7A1F5C", "Europe/Paris", "Room 9", "400", "https://example.org/reviews"):
        expect(page.locator("tbody")).to_contain_text(change)
