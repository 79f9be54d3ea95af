"""The report card before axe, in two sizes, by day and by night."""

from collections.abc import Callable
from typing import Literal

import pytest
from playwright.sync_api import Page, expect

from tests.browser.test_accessible import check
from tests.hub.device import Device
from tests.hub.people import MANAGER
from tests.hub.report.history import history, send
from tests.hub.report.test_comments import written
from tests.hub.report.test_flags import burst


@pytest.mark.parametrize(
    ("width", "height", "scheme"),
    [(1366, 768, "light"), (390, 844, "dark")],
)
def test_the_report_card(
    tablet: Device, desk: Callable[..., Page], width: int, height: int, scheme: Literal["light", "dark"]
) -> None:
    page = desk(MANAGER, width=width, height=height)
    page.emulate_media(color_scheme=scheme)
    page.goto(page.url + "/report?first=1999-01-01&last=1999-01-31")
    check(page)
    send(tablet, history(tablet, 70))
    page.get_by_role("link", name="Report card").click()
    expect(page.locator(".headline")).to_be_visible()
    expect(page.get_by_role("img", name="The welcome")).to_be_visible()
    for table in page.locator("summary").all():
        table.click()
    check(page)
    page.locator("button[popovertarget=period]").click()
    expect(page.get_by_role("link", name="Last quarter")).to_be_visible()
    check(page)
    page.goto(page.url + "?lang=es")
    expect(page.get_by_role("heading", name="Evolución")).to_be_visible()
    check(page)


def test_comments_and_flags(tablet: Device, desk: Callable[..., Page]) -> None:
    send(tablet, history(tablet, 20) + written(tablet, "Long" * 60, "Thank you") + burst(tablet))
    page = desk(MANAGER, width=390, height=844)
    page.emulate_media(color_scheme="dark")
    page.get_by_role("link", name="Report card").click()
    page.get_by_role("link", name="Comments").click()
    expect(page.get_by_text("Thank you")).to_be_visible()
    check(page)
    page.get_by_role("link", name="Report card", exact=True).last.click()
    page.get_by_role("link", name="Look at the flags").click()
    check(page)
    page.get_by_label("Why").fill("One child")
    page.get_by_role("button", name="Clear the flag").click()
    expect(page.get_by_text("Cleared by Noor: One child").first).to_be_visible()
    check(page)
