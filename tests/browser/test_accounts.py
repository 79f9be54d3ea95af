"""Accounts from the first link on, in a real browser: set-up, passcodes, locks, and tablets that are not let in."""

from collections.abc import Iterator
from pathlib import Path

import httpx2
import pytest
from playwright.sync_api import Page, expect

from kiosk.hub.desk.throttle import LOCK_TRIES
from kiosk.visits.wire import AUTHORIZATION_PATH, CLIENT_ID
from tests.browser.conftest import PASSCODE
from tests.browser.test_accessible import Desk, check
from tests.browsers import Browsers
from tests.hub.people import IT
from tests.hubs import HubProcess


@pytest.fixture
def new_hub(tmp_path: Path) -> Iterator[HubProcess]:
    """A hub that starts for the first time."""
    process = HubProcess(tmp_path / "new-hub")
    yield process.start()
    process.kill()


def sign_in(page: Page, hub: HubProcess, name: str, passcode: str) -> None:
    page.goto(hub.url + "/desk/sign-in")
    page.get_by_label("Your name").fill(name)
    page.get_by_label("Passcode").fill(passcode)
    page.get_by_role("button", name="Sign in").click()


def test_the_first_start_leads_to_an_account_that_works(new_hub: HubProcess, page: Page) -> None:
    (line,) = (line for line in new_hub.printed if line.startswith("Set-up link"))
    address = line.split()[-1]
    page.goto(address)
    check(page)
    page.get_by_label("Your name").fill("Ida")
    page.get_by_label("A passcode").fill(PASSCODE)
    page.get_by_role("button", name="Make the account").click()
    expect(page.get_by_role("link", name="Staff")).to_be_visible()
    page.goto(address)
    expect(page.get_by_role("heading", name="This link can no longer be used")).to_be_visible()


def test_a_new_person_sets_and_changes_a_passcode(hub: HubProcess, desk: Desk, browser: Browsers) -> None:
    ida = desk(IT)
    ida.get_by_role("link", name="Staff").click()
    ida.get_by_label("Name, as patients shall read it").fill("Zoë")
    ida.get_by_role("button", name="Add", exact=True).click()
    first = ida.locator(".once").inner_text()
    ida.get_by_role("button", name="Reset the passcode of Zoë").click()
    expect(ida.locator(".once")).not_to_have_text(first)

    zoe = browser.open()
    zoe.goto(first)
    expect(zoe.get_by_role("heading", name="This link can no longer be used")).to_be_visible()
    zoe.goto(ida.locator(".once").inner_text())
    check(zoe)
    zoe.get_by_label("A passcode").fill("a first passcode")
    zoe.get_by_role("button", name="Set the passcode").click()
    zoe.locator("button[popovertarget=me]").click()
    zoe.get_by_role("link", name="Change my passcode").click()
    zoe.get_by_label("The passcode you have now").fill("not that one")
    zoe.get_by_label("The new passcode").fill("another passcode")
    zoe.get_by_role("button", name="Change it").click()
    expect(zoe.get_by_role("alert")).to_be_visible()
    check(zoe)
    zoe.get_by_label("The passcode you have now").fill("a first passcode")
    zoe.get_by_label("The new passcode").fill("another passcode")
    zoe.get_by_role("button", name="Change it").click()
    expect(zoe.get_by_role("status").filter(has_text="Your passcode is changed.")).to_be_visible()
    check(zoe)
    again = browser.open()
    sign_in(again, hub, "Zoë", "another passcode")
    expect(again.locator("#live")).to_contain_text("Live ·")


def test_a_lock_is_told_to_it_who_ends_it(hub: HubProcess, desk: Desk, browser: Browsers) -> None:
    ida = desk(IT)
    maria = browser.open()
    sign_in(maria, hub, "Maria", "wrong passcode")
    expect(maria.get_by_role("alert")).to_contain_text("do not belong together")
    # The tries between which a guesser has to wait longer and longer.
    hub.execute("UPDATE failed_sign_in SET tries = ? WHERE who NOT LIKE '@%'", LOCK_TRIES)
    sign_in(maria, hub, "Maria", PASSCODE)
    expect(maria.get_by_role("alert")).to_be_visible()
    check(maria)
    ida.get_by_role("link", name="Staff").click()
    expect(ida.get_by_role("region", name="Maria is locked")).to_contain_text("too many wrong passcodes")
    check(ida)
    ida.get_by_role("button", name="Unlock Maria").click()
    expect(ida.get_by_role("region", name="Maria is locked")).to_have_count(0)
    sign_in(maria, hub, "Maria", PASSCODE)
    expect(maria.locator("#live")).to_contain_text("Live ·")
    ida.get_by_role("link", name="Audit").click()
    expect(ida.locator("tbody")).to_contain_text("unlocked")
    expect(ida.locator("tbody")).to_contain_text("failed to sign in as Maria")


def test_a_tablet_that_nobody_knows_is_not_let_in(hub: HubProcess, desk: Desk) -> None:
    codes = httpx2.post(hub.url + AUTHORIZATION_PATH, data={"client_id": CLIENT_ID}).json()
    ida = desk(IT)
    ida.get_by_role("link", name="Tablets").click()
    ida.get_by_label("The code that a new tablet shows").fill(codes["user_code"].lower())
    ida.get_by_role("button", name="Let in", exact=True).click()
    expect(ida.get_by_text(codes["user_code"])).to_be_visible()
    ida.get_by_role("button", name="do not let it in").click()
    expect(ida.get_by_role("status").filter(has_text=codes["user_code"])).to_be_visible()
    expect(ida.get_by_role("link", name="Let it in")).to_have_count(0)
    check(ida)
    assert len(hub.rows("SELECT 1 FROM tablet")) == 2


def test_what_is_not_theirs_is_not_shown(hub: HubProcess, desk: Desk) -> None:
    page = desk("Maria")
    expect(page.get_by_role("navigation").get_by_role("link")).to_have_text(["Today"])
    for path in ("settings", "tablets", "staff", "audit"):
        page.goto(f"{hub.url}/desk/{path}")
        expect(page.get_by_role("heading", name="That did not work")).to_be_visible()
        check(page)
