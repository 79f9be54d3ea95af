"""Staff, audit and the passcode that an idle page asks for, in a real browser."""

from collections.abc import Callable
from uuid import uuid4

import pytest
from playwright.sync_api import Page, expect

from kiosk.visits.events import Arrived
from tests.browser.conftest import PASSCODE
from tests.browser.test_accessible import check
from tests.hub.device import Device
from tests.hub.people import IT, MANAGER, let_pass
from tests.hubs import HubProcess

SIZES = [(1366, 768), (390, 844)]


def type_passcode(page: Page, passcode: str = PASSCODE) -> None:
    page.get_by_role("dialog").get_by_label("Passcode").fill(passcode)
    page.get_by_role("button", name="Go on").click()


def test_an_idle_page_shows_arrivals_and_does_what_was_pressed_after_the_passcode(
    hub: HubProcess, tablet: Device, desk: Callable[..., Page]
) -> None:
    page = desk("Maria")
    let_pass(hub, 30)
    tablet.push(tablet.mint(Arrived, visit=uuid4(), ticket="K7"))
    page.get_by_role("button", name="Seen K7", exact=True).click()
    dialog = page.get_by_role("dialog")
    expect(dialog).to_contain_text("Is it you, Maria?")
    check(page)
    expect(page.get_by_role("heading", name="Just arrived")).to_contain_text("1")
    type_passcode(page, "wrong passcode")
    expect(dialog.get_by_role("alert")).to_contain_text("do not belong together")
    type_passcode(page)
    expect(dialog).to_be_hidden()
    expect(page.locator("#notice")).to_contain_text("K7 is told: Maria has seen you")
    expect(page.get_by_role("heading", name="Just arrived")).to_contain_text("0")
    page.get_by_role("button", name="Undo").click()
    expect(page.get_by_role("heading", name="Just arrived")).to_contain_text("1")


def test_what_was_pressed_on_an_idle_page_and_left_is_said_not_to_be_done(
    hub: HubProcess, tablet: Device, desk: Callable[..., Page]
) -> None:
    page = desk("Maria")
    let_pass(hub, 30)
    tablet.push(tablet.mint(Arrived, visit=uuid4(), ticket="K7"))
    page.get_by_role("button", name="Seen K7", exact=True).click()
    page.get_by_role("button", name="Leave it").click()
    expect(page.locator("#notice")).to_contain_text("Not done")
    page.get_by_role("button", name="Seen K7", exact=True).click()
    page.keyboard.press("Escape")
    expect(page.locator("#notice")).to_contain_text("Not done")
    assert hub.rows("SELECT count(*) c FROM event WHERE kind = 'acknowledged'") == [{"c": 0}]


def test_what_was_pressed_on_an_idle_page_and_done_by_another_is_told(
    hub: HubProcess, tablet: Device, desk: Callable[..., Page]
) -> None:
    maria = desk("Maria")
    let_pass(hub, 30)
    sam = desk("Sam")
    tablet.push(tablet.mint(Arrived, visit=uuid4(), ticket="K7"))
    maria.get_by_role("button", name="Seen K7", exact=True).click()
    expect(maria.get_by_role("dialog")).to_be_visible()
    sam.get_by_role("button", name="Seen K7", exact=True).click()
    expect(sam.locator("#notice")).to_contain_text("K7 is told")
    type_passcode(maria)
    expect(maria.locator("#notice")).to_contain_text("Sam has already seen K7")


def test_a_form_that_was_typed_on_an_idle_page_is_not_lost(hub: HubProcess, desk: Callable[..., Page]) -> None:
    page = desk(IT)
    page.get_by_role("link", name="Staff").click()
    page.get_by_label("Name, as patients shall read it").fill("Zoë")
    page.get_by_label("Role", exact=True).select_option("manager")
    let_pass(hub, 30)
    page.get_by_role("button", name="Add", exact=True).click()
    type_passcode(page)
    expect(page.get_by_role("heading", name="A link for Zoë")).to_be_visible()
    assert hub.rows("SELECT role FROM staff WHERE name = 'Zoë'") == [{"role": "manager"}]


def test_a_session_that_it_ends_leaves_today_by_itself(hub: HubProcess, desk: Callable[..., Page]) -> None:
    maria, ida = desk("Maria"), desk(IT)
    ida.get_by_role("link", name="Staff").click()
    ida.get_by_role("button", name="Sign Maria out everywhere").click()
    expect(ida.get_by_text("Maria is signed out everywhere.")).to_be_visible()
    expect(maria.get_by_role("heading", name="Cedar Street · Desk")).to_be_visible(timeout=30_000)
    expect(maria.get_by_label("Your name")).to_be_visible(timeout=30_000)


def test_the_pages_are_reached_by_keyboard(desk: Callable[..., Page]) -> None:
    page = desk(MANAGER)
    page.get_by_role("link", name="Today").focus()
    for _ in range(5):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.textContent") == "Audit":
            break
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name="Audit")).to_be_visible()
    expect(page.get_by_role("link", name="Audit")).to_have_attribute("aria-current", "page")
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Skip to the page")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator("#main")).to_be_focused()


@pytest.mark.parametrize(("width", "height"), SIZES)
def test_staff_audit_and_passcode_pages(hub: HubProcess, desk: Callable[..., Page], width: int, height: int) -> None:
    page = desk(IT, width=width, height=height)
    page.goto(hub.url + "/desk/staff")
    check(page)
    page.get_by_label("Name, as patients shall read it").fill("Wolfeschlegelsteinhausenbergerdorff-Zoë")
    page.get_by_role("button", name="Add", exact=True).click()
    expect(page.locator(".once")).to_contain_text("/desk/set-up/")
    check(page)
    page.get_by_role("button", name="Switch Ida off").click()
    expect(page.get_by_role("alert")).to_contain_text("last IT account")
    check(page)
    page.get_by_label("Role of Sam", exact=True).select_option("manager")
    page.get_by_role("button", name="Set the role of Sam").click()
    page.get_by_role("button", name="Switch Maria off").click()
    expect(page.get_by_role("button", name="Switch Maria on")).to_be_visible()
    check(page)
    page.goto(hub.url + "/desk/audit")
    expect(page.get_by_text("switched off Maria")).to_be_visible()
    check(page)
    page.goto(hub.url + "/desk/audit?day=1999-01-01")
    check(page)
    page.goto(hub.url + "/desk/passcode")
    check(page)
