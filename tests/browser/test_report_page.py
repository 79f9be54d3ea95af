"""The report card before axe, in two sizes, by day and by night."""

from collections.abc import Callable
from typing import Literal

import pytest
from playwright.sync_api import Page, expect

from tests.browser.test_accessible import check
from tests.hub.device import Device
from tests.hub.people import MANAGER
from tests.hub.report.test_page import history, send


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
