"""The Settings page in a real browser, and a real tablet that follows it."""

from collections.abc import Callable, Iterator
from pathlib import Path
from uuid import uuid4

import pytest
from playwright.sync_api import Page, expect
from PySide6.QtGui import QColor, QGuiApplication

from kiosk.config import Config
from kiosk.visits.events import Acknowledged, Arrived
from tests.browser.test_accessible import check
from tests.browser.test_people import SIZES, type_passcode
from tests.hub.device import Device
from tests.hub.people import IT, MANAGER, let_pass
from tests.hubs import TOKENS, HubProcess
from tests.tablets import TabletDriver, config
from tests.visits.test_settings import png

LIVE_MS = 2_000


@pytest.fixture
def front_door(tmp_path: Path, hub: HubProcess) -> Config:
    """The tablet at the front door."""
    return config(tmp_path / "tablet", hub=hub.url, token=TOKENS["front-door"])


@pytest.fixture
def tablet_app(qapp: QGuiApplication, front_door: Config) -> Iterator[TabletDriver]:
    """The tablet itself, syncing."""
    driver = TabletDriver(front_door)
    driver.tablet.sync.start()
    yield driver
    driver.close()


def open_settings(page: Page) -> Page:
    page.get_by_role("link", name="Settings").click()
    expect(page.get_by_role("heading", name="Settings", exact=True)).to_be_visible()
    return page


def test_what_a_manager_saves_is_on_the_tablet_within_two_seconds_and_stays_without_the_hub(
    hub: HubProcess, tablet_app: TabletDriver, front_door: Config, desk: Callable[..., Page]
) -> None:
    page = open_settings(desk(MANAGER))
    tablet_app.wait(lambda: tablet_app.reads("Cedar Street"), "the hub's settings")

    page.get_by_label("Accent colour").fill("#7A1F5C")
    page.get_by_label("All day in English").fill("Do come in.")
    page.get_by_label("Name").fill("Elm Road")
    page.get_by_role("button", name="Save settings").click()
    tablet_app.wait(lambda: tablet_app.reads("Do come in."), "the new line", patience_ms=LIVE_MS)
    assert tablet_app.reads("Elm Road")
    assert tablet_app.window.property("accent") == QColor("#7A1F5C")
    expect(page.get_by_text("Saved. Tablets show it now.")).to_be_visible()

    tablet_app.close()
    hub.kill()
    again = TabletDriver(front_door)
    assert again.reads("Do come in.")
    assert again.reads("Elm Road")
    assert again.window.property("accent") == QColor("#7A1F5C")
    again.close()


@pytest.mark.parametrize(("width", "height"), SIZES)
def test_every_state_of_the_page(
    hub: HubProcess, desk: Callable[..., Page], tmp_path: Path, width: int, height: int
) -> None:
    page = open_settings(desk(MANAGER, width=width, height=height))
    other = open_settings(desk(IT))
    check(page)

    page.get_by_label("Accent colour").fill("#FFCC00")
    expect(page.locator("#preview").get_by_text("#FFCC00 cannot be used")).to_be_visible()
    page.get_by_label("All day in English").fill("Do come in.")
    expect(page.get_by_role("img", name="Do come in.")).to_be_visible()
    check(page)
    page.get_by_role("button", name="Save settings").click()
    expect(page.get_by_role("alert")).to_contain_text("Nothing is saved yet.")
    expect(page.get_by_label("Accent colour")).to_have_value("#FFCC00")
    expect(page.locator("#accent-problem")).to_contain_text("has a contrast of")
    check(page)

    logo = tmp_path / "logo.png"
    logo.write_bytes(png())
    page.get_by_label("Accent colour").fill("#7A1F5C")
    page.get_by_label("Logo", exact=True).set_input_files(logo)
    expect(page.locator("#preview image")).to_have_count(1)
    page.get_by_role("button", name="Save settings").click()
    expect(page.get_by_text("Saved. Tablets show it now.")).to_be_visible()
    check(page)

    other.get_by_label("Accent colour").fill("#114488")
    other.get_by_role("button", name="Save settings").click()
    expect(other.get_by_role("alert")).to_contain_text("Noor saved other settings while you were typing")
    check(other)
    other.get_by_role("button", name="Save settings").click()
    expect(other.get_by_text("Saved. Tablets show it now.")).to_be_visible()


def test_the_form_is_used_by_keys_alone_and_without_scripts(hub: HubProcess, desk: Callable[..., Page]) -> None:
    page = desk(MANAGER, scripts=False)
    page.goto(hub.url + "/desk/settings")
    page.get_by_label("Name").focus()
    page.keyboard.press("Control+A")
    page.keyboard.type("Elm Road")
    page.keyboard.press("Tab")
    expect(page.get_by_label("Accent colour")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.get_by_text("Saved. Tablets show it now.")).to_be_visible()
    expect(page.get_by_label("Name")).to_have_value("Elm Road")


def test_an_open_today_page_follows_and_an_idle_form_is_not_lost(
    hub: HubProcess, tablet: Device, desk: Callable[..., Page]
) -> None:
    page = open_settings(desk(MANAGER))
    let_pass(hub, 30)
    today = desk("Maria")
    visit = uuid4()
    tablet.push(tablet.mint(Arrived, visit=visit, ticket="K7"), tablet.mint(Acknowledged, visit=visit, by="Maria"))
    call = today.get_by_role("button", name="Call K7 to a place")
    expect(call).to_be_visible()

    page.get_by_label("Places").fill("Lab\nRoom 9")
    page.get_by_label("Checkout tablet").select_option(label="Side door")
    page.get_by_role("button", name="Save settings").click()
    type_passcode(page)
    expect(page.get_by_text("Saved. Tablets show it now.")).to_be_visible()
    expect(page.get_by_label("Places")).to_have_value("Lab\nRoom 9")

    call.click()
    expect(today.get_by_role("button", name="Call K7 to Room 1")).to_have_count(0)
    today.get_by_role("button", name="Call K7 to Room 9").click()
    expect(today.locator("#notice")).to_contain_text("Room 9")
    expect(today.locator("[value=ask]")).not_to_have_count(0)
