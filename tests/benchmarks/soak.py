"""Thousands of whole visits through one tablet, in a process of its own: the real QML, drawn off screen and touched.

Screens, store and upkeep are the real ones. The clock is moved on by some minutes with every visit, so that the days
pass after which a tablet forgets what is over; desk and hub answer as the sync would bring it. At the end it writes one
line of JSON: `took_ms` of each visit, and `memory_mib` by how many there had been.
"""

import json
import os
import sys
import time
from pathlib import Path
from uuid import uuid4

from PySide6.QtCore import QCoreApplication, QObject, QPoint, QTimer, Slot

from kiosk import logs
from kiosk.tablet.app import steady
from kiosk.visits.events import Acknowledged, Closed
from tests.benchmarks.visits import VISIT, pss_mib
from tests.benchmarks.waiting import Waiting
from tests.screens import application
from tests.tablets import Elsewhere, TabletDriver, TestClock, config

BETWEEN_MS = 3 * 60_000
"""From one arrival to the next."""
HOURLY = 20
"""After so many visits the upkeep looks and the hub confirms: an hour of the clock that is moved."""


class Patients:
    """One after another, as quick as the screens follow. Each touches what has been painted, and nothing sooner."""

    def __init__(self, driver: TabletDriver, clock: TestClock, waiting: Waiting) -> None:
        self._driver = driver
        self._clock = clock
        self._desk = Elsewhere(clock)
        self._hub = uuid4()
        self._places: dict[str, QPoint] = {}
        self._waiting = waiting

    def visit(self) -> float:
        """One, from Welcome to Welcome, seen and closed by the desk; how long it took, ms."""
        began = time.perf_counter()
        for name, then in VISIT:
            if name not in self._places:
                self._places[name] = self._driver.centre(name)
            self._driver.touch(self._places[name])
            self._waiting.until_on(then)
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
            self._waiting.until_painted()


class Soak(QObject):
    """The visits, each in its own turn of the event loop: what it leaves to be deleted goes after it."""

    def __init__(self, patients: Patients, visits: int, *, every: int, within_s: float) -> None:
        super().__init__()
        self._patients = patients
        self._visits = visits
        self._every = every
        self._until = time.monotonic() + within_s
        self.took_ms: list[float] = []
        self.memory_mib: dict[int, float] = {}

    @Slot()
    def next(self) -> None:
        """One more; ends the program after the last, and with 1 after one that failed."""
        try:
            self.took_ms.append(self._patients.visit())
            done = len(self.took_ms)
            if done % HOURLY == 0:
                self._patients.hour()
            over = done == self._visits or (done >= 2 * self._every and time.monotonic() > self._until)
            if over or done % self._every == 0:
                self.memory_mib[done] = pss_mib(os.getpid())
        except BaseException:
            QCoreApplication.exit(1)
            raise
        if over:
            QCoreApplication.exit(0)
        else:
            QTimer.singleShot(0, self.next)


def main() -> None:
    """`folder visits every seconds`: memory is measured every so many visits, which end early after so many seconds."""
    folder, visits, every, seconds = sys.argv[1:]
    logs.configure(quiet=True)
    app = application()
    clock = TestClock()
    driver = TabletDriver(config(Path(folder)), clock)
    waiting = Waiting(driver)
    waiting.until_made()
    steady()
    soak = Soak(Patients(driver, clock, waiting), int(visits), every=int(every), within_s=float(seconds))
    QTimer.singleShot(0, soak.next)
    code = app.exec()
    driver.close()
    sys.stdout.write(json.dumps({"took_ms": soak.took_ms, "memory_mib": soak.memory_mib}) + "\n")
    sys.exit(code)


if __name__ == "__main__":
    main()
