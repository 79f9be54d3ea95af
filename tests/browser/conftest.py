"""A hub with two receptionists, and browsers."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browsers import PATIENCE_MS, Browsers
from tests.hub import device
from tests.hub.device import Device
from tests.hub.people import with_roles
from tests.hubs import HubProcess

PASSCODE = "correct horse"

expect.set_options(timeout=PATIENCE_MS)


@pytest.fixture
def hub(tmp_path: Path) -> Iterator[HubProcess]:
    """A running hub with accounts for Maria and Sam, Noor the manager and Ida of IT."""
    process = HubProcess(tmp_path / "hub-process")
    with_roles(process)
    yield process.start()
    process.kill()


@pytest.fixture
def tablet(hub: HubProcess) -> Iterator[Device]:
    """The tablet at the front door."""
    yield Device(hub.url)
    device.close_all()


@pytest.fixture
def desk(hub: HubProcess, browser: Browsers) -> Callable[..., Page]:
    """Signs somebody in in a window of their own; returns the Today page, live unless without scripts."""

    def sign_in(name: str = "Maria", *, width: int = 1366, height: int = 768, scripts: bool = True) -> Page:
        page = browser.open(width=width, height=height, scripts=scripts)
        page.goto(hub.url + "/desk")
        page.get_by_label("Your name").fill(name)
        page.get_by_label("Passcode").fill(PASSCODE)
        page.get_by_role("button", name="Sign in").click()
        if scripts:
            expect(page.locator("#live")).to_contain_text("Live ·")
        return page

    return sign_in
