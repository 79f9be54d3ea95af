"""A tablet that knows no hub yet: it shows a code, is let in at the desk, and begins."""

import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QDeadlineTimer, QSize
from PySide6.QtGui import QGuiApplication
from PySide6.QtQuick import QQuickItem
from PySide6.QtTest import QTest

from kiosk.sync.enrolment import Enrolment
from kiosk.tablet.first_start import FirstStart, as_enrolled
from tests.hub.device import close_all
from tests.hub.people import IT, signed_in, with_roles
from tests.hubs import TOKENS, HubProcess, free_port, hub  # noqa: F401 - a fixture
from tests.tablets import TabletDriver, config

PATIENCE_MS = 20_000


def until(condition: Callable[[], object], what: str) -> None:
    """Waits for a condition while Qt does what is due."""
    patience = QDeadlineTimer(PATIENCE_MS)
    while not condition() and not patience.hasExpired():
        QTest.qWait(10)
    assert condition(), what


class Window:
    """The window of the first start, and what it has led to."""

    def __init__(self, folder: Path, url: str) -> None:
        self.config = config(folder, hub=url)
        self.first = FirstStart(self.config, again_ms=100)
        self.given: list[Enrolment] = []
        self.first.model.enrolled.connect(self.given.append)
        self.first.model.begin()

    def item(self, name: str) -> QQuickItem:
        found = self.first.window.findChild(QQuickItem, name)
        assert isinstance(found, QQuickItem), name
        return found

    def text(self, name: str) -> str:
        return str(self.item(name).property("text"))

    def until_state(self, state: str) -> None:
        until(lambda: self.first.model.property("state") == state, state)


@pytest.fixture
def window(qapp: QGuiApplication, tmp_path: Path, hub: HubProcess) -> Iterator[Window]:  # noqa: F811
    """A tablet of this hub that is new."""
    with_roles(hub)
    made = Window(tmp_path / "tablet", hub.url)
    yield made
    made.first.close()
    close_all()


@pytest.mark.parametrize("size", [QSize(1280, 800), QSize(800, 1280)])
def test_code_and_picture_are_shown_until_it_is_let_in(window: Window, hub: HubProcess, size: QSize) -> None:  # noqa: F811
    window.first.window.resize(size)
    window.until_state("code")
    code = window.text("enrolCode")
    assert window.text("enrolQr") == f"{hub.url}/desk/tablets/enrol?code={code}"
    for name in ("enrolWords", "enrolCode", "enrolQr"):
        item = window.item(name)
        corner = item.mapToScene(item.boundingRect().bottomRight())
        until(lambda item=item: item.width() > 0, f"{name} has a place")  # type: ignore[misc]
        assert 0 < corner.x() <= size.width(), name
        assert 0 < corner.y() <= size.height(), name
    assert not window.item("enrolFingerprint").isVisible()
    ida = signed_in(hub, IT)
    ida.get(window.text("enrolQr"))
    ida.post("/desk/tablets/enrol", code=code, name="Waiting room", place="Window", letter="W")
    until(lambda: window.given, "let in")
    settings = as_enrolled(window.config, window.given[0])
    assert (settings.tablet.device, settings.tablet.letter, settings.tablet.place) == ("waiting-room", "W", "Window")
    window.first.close()
    driver = TabletDriver(settings)
    try:
        driver.tablet.sync.start()
        driver.wait(lambda: bool(hub.rows("SELECT 1 FROM tablet WHERE health IS NOT NULL")), "a report")
    finally:
        driver.close()


def test_who_is_not_let_in_may_ask_again(window: Window, hub: HubProcess) -> None:  # noqa: F811
    window.until_state("code")
    code = window.text("enrolCode")
    ida = signed_in(hub, IT)
    ida.post("/desk/tablets/deny", code=code)
    window.until_state("denied")
    assert "did not let" in window.text("enrolWords")
    window.item("askAgainButton").clicked.emit()  # type: ignore[attr-defined]
    until(lambda: window.text("enrolCode") not in ("", code), "another code")


def test_a_hub_that_is_away_is_tried_again(window: Window, hub: HubProcess, tmp_path: Path) -> None:  # noqa: F811
    window.first.close()
    hub.stop()
    later = Window(tmp_path / "later", hub.url)
    try:
        later.until_state("silent")
        assert hub.url in later.text("enrolWords")
        hub.start()
        later.until_state("code")
    finally:
        later.first.close()


def test_a_hub_that_says_it_is_there_is_asked_only_if_somebody_chooses_it(
    qapp: QGuiApplication,
    tmp_path: Path,
    hub: HubProcess,  # noqa: F811
) -> None:
    heard: list[list[str]] = [[], [hub.url, "https://of-somebody.example"]]

    async def look() -> list[str]:
        return heard.pop(0) if len(heard) > 1 else heard[0]

    made = FirstStart(config(tmp_path / "tablet", hub=""), again_ms=100, look=look)
    made.model._fallback = f"http://127.0.0.1:{free_port()}"
    try:
        made.model.begin()
        until(lambda: made.model.property("state") == "silent", "that there is none")
        words = made.window.findChild(QQuickItem, "enrolWords")
        assert words is not None
        assert str(words.property("text")).startswith("No hub was found in this network.")
        until(lambda: made.model.property("state") == "found", "hubs to choose from")
        assert str(words.property("text")).startswith("Which of these is your hub?")
        assert hub.rows("SELECT 1 FROM enrolment") == []
        made.model.choose("https://never.found.example")
        assert made.model.property("state") == "found"
        made.model.choose(hub.url)
        until(lambda: made.model.property("state") == "code", "a code")
        assert made.model.property("hub") == hub.url
        assert hub.rows("SELECT 1 FROM enrolment") != []
    finally:
        made.close()


def test_the_fingerprint_is_shown_where_nobody_vouches_for_the_hub(qapp: QGuiApplication, tmp_path: Path) -> None:
    secure = HubProcess(tmp_path / "secure", hub="self_signed = true")
    secure.start()
    made = Window(tmp_path / "tablet", secure.url.replace("http:", "https:"))
    try:
        made.until_state("code")
        assert made.item("enrolFingerprint").isVisible()
        printed = made.text("enrolFingerprint").replace("\u200b", "")
        assert f"Certificate SHA-256: {printed}" in secure.printed
    finally:
        made.first.close()
        secure.kill()


def test_whoever_looks_for_a_tablet_sees_its_name_over_everything(
    qapp: QGuiApplication,
    tmp_path: Path,
    hub: HubProcess,  # noqa: F811
) -> None:
    with_roles(hub)
    driver = TabletDriver(config(tmp_path / "tablet", hub=hub.url, token=TOKENS["front-door"]))
    try:
        driver.tablet.sync.start()
        driver.wait(lambda: bool(hub.rows("SELECT 1 FROM tablet WHERE health IS NOT NULL")), "a report")
        ida = signed_in(hub, IT)
        ida.post("/desk/tablets/show", device="front-door")
        driver.wait(lambda: "Front door" in driver.texts(), "its name")
        assert driver.screen == "welcome"
        driver.tap("nameTag")
        driver.wait(lambda: "Front door" not in driver.texts(), "its name is gone")
        assert driver.screen == "welcome"
    finally:
        driver.close()
        close_all()


def test_the_program_begins_as_what_it_was_let_in_as_and_stays_so(tmp_path: Path, hub: HubProcess) -> None:  # noqa: F811
    with_roles(hub)
    settings = tmp_path / "tablet.toml"
    settings.write_text(f'[tablet]\nhub = "{hub.url}"\ndata = "{tmp_path}/data"\nvolume = 0\n')
    command = [sys.executable, "-m", "kiosk", "tablet", "--config", str(settings)]
    environ = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}

    def heard_at() -> int:
        rows = hub.rows("SELECT heard_at FROM tablet WHERE device = 'hall'")
        return int(rows[0]["heard_at"] or 0) if rows else 0

    for start in range(2):
        before = heard_at()
        program = subprocess.Popen(command, env=environ, stderr=subprocess.PIPE)
        try:
            if start == 0:
                until(lambda: hub.rows("SELECT user_code FROM enrolment"), "a code")
                (row,) = hub.rows("SELECT user_code FROM enrolment")
                ida = signed_in(hub, IT)
                ida.post("/desk/tablets/enrol", code=row["user_code"], name="Hall", place="Hall", letter="H")
                close_all()
            until(lambda before=before: heard_at() > before, "a report")  # type: ignore[misc]
        finally:
            program.terminate()
            _, wrong = program.communicate(timeout=PATIENCE_MS / 1000)
        assert program.returncode == 0, wrong
        assert b"Traceback" not in wrong
