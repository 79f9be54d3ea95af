"""Thousands of whole visits through one tablet, in a process of its own: the real QML, drawn off screen and touched.

Screens, store and upkeep are the real ones. The clock is moved on by some minutes with every visit, so that the days
pass after which a tablet forgets what is over; desk and hub answer as the sync would bring it. At the end it writes one
line of JSON: `took_ms` of each visit, and `memory_mib` after each visit at which it was asked for.
"""

import json
import os
import sys
import time
from collections.abc import Callable
from pathlib import Path
from uuid import uuid4

from PySide6.QtCore import QCoreApplication, QEventLoop, QPoint, QTimer

from kiosk import logs
from kiosk.tablet.app import steady
from kiosk.visits.events import Acknowledged, Closed
from tests.benchmarks.visits import VISIT, pss_mib
from tests.screens import application
from tests.tablets import Elsewhere, TabletDriver, TestClock, config

BETWEEN_MS = 3 * 60_000
"""From one arrival to the next."""
HOURLY = 20
"""After so many visits the upkeep looks and the hub confirms: an hour of the clock that is moved."""
PATIENCE_S = 20.0


class Patients:
    """One after another, as quick as the screens follow. Each touches what has been painted, and nothing sooner."""

    def __init__(self, driver: TabletDriver, clock: TestClock) -> None:
        self._driver = driver
        self._clock = clock
        self._desk = Elsewhere(clock)
        self._hub = uuid4()
        self._places: dict[str, QPoint] = {}
        self._frames = 0
        driver.window.frameSwapped.connect(self._painted)
        # Wakes who waits for events, so that patience can end.
        self._pulse = QTimer(driver.window, interval=1000)
        self._pulse.start()

    def visit(self) -> float:
        """One, from Welcome to Welcome, seen and closed by the desk; how long it took, ms."""
        began = time.perf_counter()
        for name, then in VISIT:
            if name not in self._places:
                self._places[name] = self._driver.centre(name)
            self._driver.touch(self._places[name])
            self._until(lambda screen=then: self._driver.screen == screen, then)
            self._see()
            if then == "acknowledged":
                self._answer()
        self._clock.advance(BETWEEN_MS)
        return (time.perf_counter() - began) * 1000

    def hour(self) -> None:
        """What an hour brings: the hub confirms, the upkeep looks."""
        tablet = self._driver.tablet
        tablet.store.meet_hub(self._hub, self._clock.now_ms()).result()
        while batch := tablet.store.outbox(1000, 1 << 20):
            ids = [event for event, _ in batch]
            tablet.store.confirm(dict.fromkeys(ids)).result()
            tablet.bridge.confirmed(ids)
        tablet.upkeep.look()

    def _answer(self) -> None:
        """Maria sees the patient and checks them out again; both are painted."""
        visit = self._driver.tablet.screens.acknowledged.visit
        assert visit is not None
        for event in (
            self._desk.mint(lambda s: Acknowledged(**s, visit=visit, by="Maria")),
            self._desk.mint(lambda s: Closed(**s, visit=visit, how="checked_out", by="Maria")),
        ):
            self._driver.tablet.store.receive((event,), None).result()
            self._driver.tablet.bridge.received((event,))
            self._see()

    def _see(self) -> None:
        frames = self._frames
        self._driver.window.update()
        self._until(lambda: self._frames > frames, "a frame")

    def _until(self, condition: Callable[[], bool], what: str) -> None:
        # Not the driver's patience: that looks every 5 ms, of which there are many in a visit.
        until = time.monotonic() + PATIENCE_S
        while not condition():
            assert time.monotonic() < until, f"waited in vain for {what} on {self._driver.screen}"
            QCoreApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)

    def _painted(self) -> None:
        self._frames += 1


def main() -> None:
    """`folder visits`, and after which visits memory is measured."""
    folder, visits, *measured = sys.argv[1:]
    logs.configure(quiet=True)
    _app = application()
    clock = TestClock()
    driver = TabletDriver(config(Path(folder)), clock)
    patients = Patients(driver, clock)
    driver.rest()
    steady()
    took: list[float] = []
    memory: dict[str, float] = {}
    for number in range(1, int(visits) + 1):
        took.append(patients.visit())
        if number % HOURLY == 0:
            patients.hour()
        if str(number) in measured:
            memory[str(number)] = pss_mib(os.getpid())
    driver.close()
    sys.stdout.write(json.dumps({"took_ms": took, "memory_mib": memory}) + "\n")


if __name__ == "__main__":
    main()
