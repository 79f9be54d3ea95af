"""The Tablets page in a real browser."""

from collections.abc import Callable

import httpx2
import pytest
from playwright.sync_api import Page, expect

from kiosk.visits.wire import AUTHORIZATION_PATH, CLIENT_ID
from tests.browser.test_accessible import check
from tests.browser.test_people import SIZES
from tests.hub.device import Device, now_ms
from tests.hub.people import IT, let_pass
from tests.hub.test_tablets import report
from tests.hubs import HubProcess


@pytest.mark.parametrize(("width", "height"), SIZES)
def test_every_state_of_the_page(
    hub: HubProcess, tablet: Device, desk: Callable[..., Page], width: int, height: int
) -> None:
    page = desk(IT, width=width, height=height)
    page.get_by_role("link", name="Tablets").click()
    expect(page.get_by_text("It has not reported yet.")).to_have_count(2)
    check(page)
    report(tablet, at=now_ms() - 200_000, unsent=24, rejected=1, warnings=["storage-low", "screen-size-doubtful"])
    codes = httpx2.post(hub.url + AUTHORIZATION_PATH, data={"client_id": CLIENT_ID}).json()
    page.reload()
    check(page)
    page.get_by_role("link", name="Let it in").click()
    expect(page.get_by_text(codes["user_code"])).to_be_visible()
    check(page)
    page.get_by_label("Name").fill("Front door")
    page.get_by_label("Place").fill("Hall")
    page.get_by_role("button", name="Let it in", exact=True).click()
    expect(page.get_by_role("alert")).to_contain_text("There is a tablet Front door already.")
    check(page)
    page.get_by_label("Name").fill("Waiting room")
    let_pass(hub, 30)
    page.get_by_role("button", name="Let it in", exact=True).click()
    page.get_by_role("dialog").get_by_label("Passcode").fill("correct horse")
    page.get_by_role("button", name="Go on").click()
    expect(page.get_by_role("status").filter(has_text="Waiting room is let in.")).to_be_visible()
    page.get_by_label("Rename, renew the token of, or revoke Waiting room").click()
    check(page)
    page.get_by_label("New name of Waiting room").fill("Lounge")
    page.get_by_role("button", name="Rename Waiting room").click()
    expect(page.get_by_role("heading", name="Lounge")).to_be_visible()
    page.get_by_label("Rename, renew the token of, or revoke Lounge").click()
    page.get_by_role("button", name="Revoke Lounge").click()
    page.get_by_text("Revoked tablets (1)").click()
    check(page)
    page.goto(hub.url + "/desk/tablets/enrol?code=nothing")
    expect(page.get_by_role("alert")).to_contain_text("No tablet waits with the code nothing")
    check(page)
