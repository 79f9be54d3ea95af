"""A tablet that was offline for 30 days with 3,000 visits catches up while patients use it, and no frame is late.

The tablet is the real QML over the real store and sync, touched and painted off screen; the hub is a process of its own
that comes back in the middle. A frame is due every 16 ms; how long after that it stood on the screen is what is
measured: it holds whatever keeps the screen's thread, the drawing included. The same touches before the hub came back
stand beside it. On a busy machine another program may keep a frame waiting; so beside each stands what all threads of
the tablet together computed meanwhile, and it is late by our fault by no more than that.
"""

import os
import threading
import time
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QObject, QPoint, Qt, QTimer, Slot
from PySide6.QtGui import QGuiApplication

from kiosk.store import SYSTEM_CLOCK
from kiosk.tablet.app import steady
from tests.benchmarks.rows import record
from tests.benchmarks.visits import VISIT
from tests.faults.absence import DAY_MS, away
from tests.hubs import TOKENS, HubProcess
from tests.tablets import TabletDriver, config

DAYS = 30
VISITS_A_DAY = 100
LIMIT_MS = 50.0
DUE_MS = 16
VISITS_BEFORE = 12
PATIENCE_S = 240
DISK_MS = 30_000
"""A screen follows when the fact is on the disk, which other programs may keep busy."""


class Frames(QObject):
    """Asks for a frame every 16 ms, and notes when it stood on the screen."""

    def __init__(self, driver: TabletDriver) -> None:
        super().__init__()
        self._window = driver.window
        self._due: float | None = None
        self._computed = 0.0
        self.late_ms: list[float] = []
        self.ours_ms: list[float] = []
        """Of that, what the tablet itself can have caused."""
        self._window.frameSwapped.connect(self._painted)
        self._timer = QTimer(self, timerType=Qt.TimerType.PreciseTimer, interval=DUE_MS)
        self._timer.timeout.connect(self._window.update)
        self._timer.start()

    def begin(self) -> None:
        """Anew from here."""
        self.late_ms = []
        self.ours_ms = []
        self._due = None

    def stop(self) -> None:
        """No more."""
        self._timer.stop()
        self._window.frameSwapped.disconnect(self._painted)

    @Slot()
    def _painted(self) -> None:
        now, computed = time.perf_counter() * 1000, time.process_time() * 1000
        if self._due is not None:
            late = max(0.0, now - self._due)
            self.late_ms.append(late)
            self.ours_ms.append(min(late, computed - self._computed))
        self._due, self._computed = now + DUE_MS, computed


class Patient:
    """Goes through whole visits, as quick as the screens follow."""

    def __init__(self, driver: TabletDriver, frames: Frames) -> None:
        self._driver = driver
        self._frames = frames
        self._places: dict[str, QPoint] = {}

    def visit(self) -> None:
        """One, from the door to the thanks."""
        for name, then in VISIT:
            if name not in self._places:
                # Looked for once: looking takes the screen's thread longer than any sync.
                self._places[name] = self._driver.centre(name)
            self._driver.touch(self._places[name])
            self._driver.wait(partial(self._shows, then), then, DISK_MS)
            self._settle()

    def _shows(self, screen: str) -> bool:
        return self._driver.screen == screen

    def _settle(self) -> None:
        """Some frames: only then has everything its place, and a human is no quicker."""
        seen = len(self._frames.late_ms)
        self._driver.wait(lambda: len(self._frames.late_ms) > seen + 15, "frames")


@pytest.fixture
def hub(tmp_path: Path) -> Iterator[HubProcess]:
    """A hub that does not run yet."""
    process = HubProcess(tmp_path / "hub-process")
    yield process
    process.kill()


@pytest.fixture
def driver(qapp: QGuiApplication, tmp_path: Path, hub: HubProcess) -> Iterator[TabletDriver]:
    """The tablet, after 30 days of which the hub has heard nothing."""
    folder = tmp_path / "tablet"
    start = SYSTEM_CLOCK.now_ms() - DAYS * DAY_MS
    away(folder, "front-door", start=start, days=DAYS, visits_a_day=VISITS_A_DAY)
    tablet = TabletDriver(config(folder, hub=hub.url, token=TOKENS["front-door"]), SYSTEM_CLOCK)
    yield tablet
    tablet.close()


def test_no_frame_is_late_while_a_month_is_sent(driver: TabletDriver, hub: HubProcess) -> None:
    store = driver.tablet.store
    waiting = store.unsent()
    steady()
    driver.tablet.sync.start()
    frames = Frames(driver)
    patient = Patient(driver, frames)
    patient.visit()
    frames.begin()
    for _ in range(VISITS_BEFORE):
        patient.visit()
    before = list(frames.late_ms)

    comes_back = threading.Thread(target=hub.start)
    comes_back.start()
    while comes_back.is_alive():
        driver.wait(lambda: not comes_back.is_alive(), "the hub", 30_000)
    # On the wall there is nothing beside the tablet.
    for thread in Path(f"/proc/{hub.pid}/task").iterdir():
        os.sched_setscheduler(int(thread.name), os.SCHED_BATCH, os.sched_param(0))
    frames.begin()
    began = time.monotonic()
    touched = 0
    # Compared when nothing is left; asking how much is would keep the screen's thread waiting for the disk.
    while not store.compared:
        assert time.monotonic() - began < PATIENCE_S, f"{store.unsent()} of {waiting} are left"
        patient.visit()
        touched += 1
    took = time.monotonic() - began
    meanwhile, ours = list(frames.late_ms), list(frames.ours_ms)
    frames.stop()
    driver.wait(lambda: store.unsent() == 0 and bool(store.compared and store.compared.agrees), "the last facts")
    stored = hub.rows("SELECT count(*) AS events, count(DISTINCT visit) AS visits FROM event WHERE device <> 'hub'")[0]

    assert touched
    assert stored["visits"] >= DAYS * VISITS_A_DAY + touched
    record("tablet.catching_up", "s", [took])
    beside: Any = {"peer": "the same touches without the network", "peer_value": max(before)}
    record("tablet.frame_late_catching_up", "ms", meanwhile, value=max(meanwhile), limit=LIMIT_MS, **beside)
    record("tablet.frame_late_by_us", "ms", ours, value=max(ours), limit=LIMIT_MS, **beside)
    assert max(ours) < LIMIT_MS
    # Where the machine was quiet before, nothing but the tablet keeps a frame waiting.
    assert max(meanwhile) < LIMIT_MS or max(before) >= LIMIT_MS
