"""What systemd hears of a screen, by a real socket and a real window."""

import socket
from collections.abc import Iterator
from pathlib import Path

import pytest
from msgspec.structs import replace
from PySide6.QtCore import QObject
from PySide6.QtGui import QGuiApplication
from PySide6.QtQuick import QQuickWindow
from pytestqt.qtbot import QtBot

from kiosk.tablet.occupancy import ALWAYS_OPEN, SOMEBODY, Occupancy
from kiosk.tablet.watchdog import Watchdog
from tests.tablets import MORNING_MS, TabletDriver, TestClock, config

TEN_HOURS_MS = 36_000_000


@pytest.fixture
def systemd(tmp_path: Path) -> Iterator[socket.socket]:
    with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as listening:
        listening.bind(str(tmp_path / "notify"))
        listening.setblocking(False)
        yield listening


def heard(systemd: socket.socket, words: list[bytes]) -> list[bytes]:
    """`words`, and what came since."""
    while True:
        try:
            words.append(systemd.recv(100))
        except BlockingIOError:
            return words


@pytest.fixture
def watched(systemd: socket.socket, qapp: QObject) -> Iterator[Watchdog]:
    parent = QObject()
    yield Watchdog({"NOTIFY_SOCKET": systemd.getsockname(), "WATCHDOG_USEC": "60000"}, parent)
    del parent


def test_a_window_that_draws_is_alive(qtbot: QtBot, systemd: socket.socket, watched: Watchdog) -> None:
    window = QQuickWindow()
    window.show()
    qtbot.waitUntil(window.isExposed)
    words: list[bytes] = []
    qtbot.waitUntil(lambda: heard(systemd, words).count(b"WATCHDOG=1") >= 3)
    assert words[0] == b"READY=1"
    assert set(words) == {b"READY=1", b"WATCHDOG=1"}
    window.close()


@pytest.mark.parametrize("exposed", [True, False], ids=["on top", "covered, as Qt thinks"])
def test_a_window_that_is_shown_and_draws_nothing_is_not(
    qtbot: QtBot, systemd: socket.socket, watched: Watchdog, monkeypatch: pytest.MonkeyPatch, exposed: bool
) -> None:
    window = QQuickWindow()
    window.show()
    qtbot.waitUntil(window.isExposed)
    asked: list[None] = []
    monkeypatch.setattr(QQuickWindow, "isExposed", lambda _window: exposed)
    monkeypatch.setattr(QQuickWindow, "update", lambda _window: asked.append(None))
    qtbot.waitUntil(lambda: len(asked) >= 2)
    heard(systemd, [])
    asked.clear()
    qtbot.waitUntil(lambda: len(asked) >= 5)
    assert b"WATCHDOG=1" not in heard(systemd, [])
    window.close()


def test_without_a_display_the_event_loop_answers(qtbot: QtBot, systemd: socket.socket, watched: Watchdog) -> None:
    words: list[bytes] = []
    qtbot.waitUntil(lambda: b"WATCHDOG=1" in heard(systemd, words))
    assert words[0] == b"READY=1"


def test_a_dark_screen_is_alive(
    qapp: QGuiApplication, qtbot: QtBot, tmp_path: Path, systemd: socket.socket, watched: Watchdog
) -> None:
    given = config(tmp_path / "tablet")
    hours = {"monday": ("08:00-18:00",)}
    evening = TestClock(now=MORNING_MS + TEN_HOURS_MS)
    driver = TabletDriver(replace(given, practice=replace(given.practice, hours=hours)), evening)
    driver.darken()
    driver.draw()
    heard(systemd, [])
    words: list[bytes] = []
    qtbot.waitUntil(lambda: heard(systemd, words).count(b"WATCHDOG=1") >= 3)
    assert driver.shows("dark")
    driver.close()


def test_the_status_tells_whether_somebody_is_at_the_screen(
    driver: TabletDriver, systemd: socket.socket, watched: Watchdog
) -> None:
    tablet = driver.tablet
    Occupancy(tablet.screens.flow, tablet.backroom.closed, watched.tell, tablet)
    assert heard(systemd, [])[-1] == f"STATUS={ALWAYS_OPEN}".encode()
    tablet.screens.flow.arrive()
    assert heard(systemd, [])[-1] == f"STATUS={SOMEBODY}".encode()
