"""What a patient types goes through every screen and page, stays text, and is found nowhere that it does not belong."""

import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from uuid import uuid4

import httpx2
import pytest
from msgspec.structs import replace
from playwright.sync_api import Page, expect
from PySide6.QtGui import QGuiApplication
from PySide6.QtQml import QQmlExpression, qmlContext
from PySide6.QtQuick import QQuickItem

from kiosk.visits.events import Arrived, HelpRequested
from tests.browsers import Browsers
from tests.hub.browserless import PASSCODE
from tests.hub.device import Device, close_all
from tests.hub.people import IT, signed_in, with_roles
from tests.hubs import TOKENS, HubProcess
from tests.tablet.test_keyboard import write
from tests.tablets import TabletDriver, config

# As long as a name may be. What makes them out stands first, and is in nothing else.
TYPED = "Zqx<img src=x onerror=z>"
ENTERED = "=Zqx+1|'<b>\"&amp;[31m"
NAME = "Zqx"
COMMENT = "Wqx </blockquote><script>z()</script><img src=x onerror=z()> @SUM(1+1)|cmd '\" {{ 7 * 7 }} \\033]0;z\\007"
NOTE = "Vqx <img src=x onerror=z()>\n-2+3+cmd|' /C calc'!A0"
PLACE = "Hall <i>1</i><img src=x>"

# What of it would work, if it were anything but text.
LIVE = ("<img src=x", "<script>z", '<b>"', "<i>1</i>")
PLAIN_TEXT = 0
"""Of Qt's `Text.textFormat`."""


@pytest.fixture
def hub(tmp_path: Path) -> Iterator[HubProcess]:
    """A hub that logs all that it can."""
    process = HubProcess(tmp_path / "hub-process", program="tests.loud")
    with_roles(process)
    yield process.start()
    process.kill()
    close_all()


@pytest.fixture
def tablet(qapp: QGuiApplication, tmp_path: Path, hub: HubProcess) -> Iterator[TabletDriver]:
    """The tablet at the front door, syncing."""
    settings = config(tmp_path / "tablet", hub=hub.url, token=TOKENS["front-door"])
    driver = TabletDriver(replace(settings, tablet=replace(settings.tablet, place=PLACE)))
    driver.tablet.sync.start()
    yield driver
    driver.close()


def sign_in(browser: Browsers, hub: HubProcess, name: str) -> Page:
    page = browser.open()
    page.goto(f"{hub.url}/desk")
    page.get_by_label("Your name").fill(name)
    page.get_by_label("Passcode").fill(PASSCODE)
    page.get_by_role("button", name="Sign in").click()
    expect(page.locator("#live")).to_contain_text("Live ·")
    return page


def is_inert(page: Page) -> bool:
    """Nothing of what was typed has become a part of the page."""
    made = "img[src='x'], main b b, blockquote script, h3 *:not(bdi):not(.unseen), i"
    return page.locator(made).count() == 0


def _text_format(item: QQuickItem) -> object:
    context = qmlContext(item)
    assert context is not None
    return QQmlExpression(context, item, "textFormat ?? 0").evaluate()[0]


def stays_text(tablet: TabletDriver, text: str) -> bool:
    """The tablet shows it, letter by letter."""
    found = [item for item in tablet.items() if text in str(item.property("text") or "")]
    # Its enum has no counterpart in Python, so QML is asked.
    return bool(found) and all(_text_format(item) == PLAIN_TEXT for item in found)


def test_what_a_patient_types_stays_text_and_where_it_belongs(
    tablet: TabletDriver, hub: HubProcess, browser: Browsers, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level("DEBUG")
    today = sign_in(browser, hub, "Maria")
    other = Device(hub.url, "side-door")
    with other.listen() as line:
        line.until_caught_up()
        link = _arrive_and_rate(tablet, today)
        _go_through_the_desk(tablet, today)
        line.until(lambda heard: heard.kind == "entry" and heard.data["event"]["kind"] == "called")
        assert not [heard.text for heard in line.past if NAME in heard.text]

    phone = browser.open(width=390, height=844)
    phone.goto(link)
    expect(phone.get_by_text("Room 1").first).to_be_visible()
    assert is_inert(phone)
    assert NAME not in phone.content()
    _look_at_every_page(sign_in(browser, hub, IT), hub)
    _read_every_route(hub, link)
    _run_the_command(hub)

    assert hub.stop() == 0
    for log in (hub.log.read_text(), "\n".join(hub.printed), caplog.text):
        assert log
        for word in (NAME, COMMENT[:3], NOTE[:3]):
            assert word not in log
    audit = json.dumps([row for table in ("audit",) for row in hub.rows(f"SELECT * FROM {table}")])  # noqa: S608
    assert "Maria" in audit
    assert NAME not in audit


def _arrive_and_rate(tablet: TabletDriver, today: Page) -> str:
    """At the tablet; the address of the phone page."""
    tablet.tap("arriveDoor")
    tablet.draw()
    write(tablet, TYPED)
    tablet.tap("hereButton")
    tablet.wait(lambda: tablet.screen == "acknowledged")
    assert stays_text(tablet, TYPED)
    tablet.wait(lambda: bool(tablet.tablet.screens.acknowledged.link), "the phone page's address")
    link = str(tablet.tablet.screens.acknowledged.link)
    tablet.ask_for_help()
    troubles = today.get_by_role("region", name="To put right")
    expect(troubles).to_contain_text(f"K1 {TYPED}")
    expect(troubles).to_contain_text(f"Help at {PLACE}")
    assert is_inert(today)
    tablet.tap("closeButton")
    tablet.wait(lambda: tablet.screen == "welcome")
    assert tablet.reads("K1")
    assert not any(NAME in text for text in tablet.texts())

    expect(today.get_by_role("region", name="Just arrived").get_by_role("heading", level=3)).to_have_text(TYPED)
    assert is_inert(today)

    tablet.rate(1)
    tablet.tap("writeButton")
    tablet.find("commentField").setProperty("text", COMMENT)
    assert stays_text(tablet, COMMENT)
    tablet.tap("keepButton")
    tablet.tap("yesButton")
    expect(today.get_by_role("blockquote")).to_have_text(COMMENT)
    assert is_inert(today)
    tablet.tap("closeButton")
    tablet.wait(lambda: tablet.screen == "welcome")
    tablet.open_staff("Sam")
    assert stays_text(tablet, TYPED)
    tablet.tap("staffDoneButton")
    return link


def _go_through_the_desk(tablet: TabletDriver, today: Page) -> None:
    today.get_by_role("button", name="Enter an arrival").click()
    today.get_by_label("First name and initial, if they like").fill(ENTERED)
    today.get_by_role("button", name="Enter", exact=True).click()
    waiting = today.get_by_role("region", name="Waiting")
    expect(waiting.get_by_role("heading", level=3)).to_have_text(ENTERED)
    today.get_by_role("button", name="Seen K1, wait about 10 minutes").click()
    expect(waiting.get_by_role("heading", level=3)).to_have_text([ENTERED, TYPED])

    today.get_by_role("button", name="I’m going to the patient at").click()
    today.get_by_label("Note on").fill(NOTE)
    today.get_by_role("button", name="Could not:").click()
    expect(today.locator("#notice")).to_contain_text("Noted")
    today.get_by_role("button", name="Call K1 to a place").click()
    today.get_by_role("button", name="Call K1 to Room 1").click()
    expect(waiting).to_contain_text("called to Room 1")
    assert is_inert(today)
    tablet.wait(lambda: tablet.reads("K1"), "the call")
    tablet.wait(lambda: tablet.reads("to Room 1"), "the call")
    assert not any(NAME in text for text in tablet.texts())


def _look_at_every_page(page: Page, hub: HubProcess) -> None:
    for path in ("", "/audit", "/settings", "/tablets", "/staff", "/passcode"):
        page.goto(f"{hub.url}/desk{path}")
        assert is_inert(page), path
        assert (NAME in page.content()) is (path == ""), path


def _read_every_route(hub: HubProcess, link: str) -> None:
    """Whatever can be read by anybody, exports that are yet to come included."""
    ida = signed_in(hub, IT)
    document = ida.get("/desk/openapi.json").json()
    for path in [path for path, methods in document["paths"].items() if "get" in methods]:
        at = path.format(key=link.rpartition("/")[2], version="0", name="desk.js")
        text = _read(ida.http, at)
        assert text or path == "/", path
        assert not [piece for piece in LIVE if piece in text], path
        assert (NAME in text) is (path in ("/desk", "/desk/live")), path
        assert NOTE[:3] not in text, path


def _read(http: httpx2.Client, path: str) -> str:
    """The answer; of an endless one, its first piece."""
    token = {"Authorization": f"Bearer {TOKENS['side-door']}"} if path.startswith("/api") else {}
    with http.stream("GET", path, headers=token, follow_redirects=False) as response:
        if "event-stream" in response.headers.get("content-type", ""):
            return next(response.iter_text())
        response.read()
        return response.text


def _run_the_command(hub: HubProcess) -> None:
    for arguments in (["list"], ["list", "--json"]):
        command = [sys.executable, "-m", "kiosk", "staff", "--config", str(hub.file), *arguments]
        done = subprocess.run(command, capture_output=True, text=True, check=True)
        assert "Maria" in done.stdout
        assert NAME not in done.stdout + done.stderr


@pytest.mark.parametrize("name", ["Zqx\x1b[31m", "Zqx\x9b2J", "Zqx\x07", "Zqx\u202egnp", "Zqx\x00"])
def test_what_steers_a_terminal_or_turns_letters_round_never_gets_in(hub: HubProcess, name: str) -> None:
    tablet = Device(hub.url)
    arrived: Any = tablet.mint(Arrived, visit=uuid4(), ticket="K1", name="Anna")
    written = json.loads(tablet.body(arrived))
    written["events"][0]["name"] = name
    answer = tablet.post(json.dumps(written).encode())
    assert answer.json()["answers"][0]["result"] == "rejected"
    assert NAME not in answer.text

    maria = signed_in(hub, "Maria")
    refused = maria.post("/desk/arrivals", visit=str(uuid4()), name=name)
    assert refused.status_code == 400
    assert NAME not in refused.text

    assert tablet.results(tablet.mint(HelpRequested, visit=uuid4(), concern=uuid4())) == ["stored"]
    assert not hub.rows("SELECT * FROM event WHERE kind = 'arrived'")
    hub.stop()
    assert NAME not in hub.log.read_text()
