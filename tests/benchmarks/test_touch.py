"""From the touch on a star to the painted star, and to the durable commit of the rating, beside the bare commit of it.

The real QML over the real store, touched and painted off screen. A star is painted as soon as the finger is on it; it
rates when the finger leaves it. The same row is then inserted and committed into two more databases of the same shape,
settings and disk: by sqlite3 alone, and by sqlite-utils. On a busy machine another program may keep a frame waiting; so
beside the painted star stands what all threads of the tablet together computed meanwhile.
"""

import sqlite3
import statistics
import time
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QObject, QPoint, Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from sqlite_utils import Database

from kiosk.store.opening import FILE_NAME
from kiosk.store.schema import connect_reading, connect_writing, migrations
from kiosk.tablet.app import steady
from tests.benchmarks.rows import percentile, record
from tests.benchmarks.waiting import Waiting
from tests.tablets import TabletDriver, TestClock, config

RATINGS = 400
WARM = 20
"""Ratings that are not counted: the first of each screen makes it."""
BETWEEN_MS = 3 * 60_000
LIMIT_MS = 17.0
TIMES_BARE = 1.25
STAR = "star4"


class Star(QObject):
    """A star of the screen, a finger, and when what it does has been painted and is durable; all in s."""

    def __init__(self, driver: TabletDriver, waiting: Waiting) -> None:
        super().__init__()
        self._driver = driver
        self._waiting = waiting
        self._finger = QTest.createTouchDevice()
        self._item: QObject | None = None
        self._place = QPoint()
        self._painted = self._computed = 0.0
        self.committed: list[float] = []
        """When each commit of the store was done."""
        driver.window.frameSwapped.connect(self._look)
        driver.tablet.store.on_unsent = lambda: self.committed.append(time.perf_counter())

    def rate(self) -> tuple[float, float, float]:
        """How long until the star was painted; of that, what was computed; from letting it go until it was durable."""
        if self._item is None:
            self._item = self._driver.find(STAR)
            self._place = self._driver.centre(STAR)
        self._painted = 0.0
        before = len(self.committed)
        began, computed = time.perf_counter(), time.process_time()
        QTest.touchEvent(self._driver.window, self._finger).press(0, self._place, self._driver.window).commit()
        self._waiting.until(lambda: self._painted > 0, "the painted star")
        let_go = time.perf_counter()
        QTest.touchEvent(self._driver.window, self._finger).release(0, self._place, self._driver.window).commit()
        self.until_committed(before + 1)
        paint = self._painted - began
        return paint, min(paint, self._computed - computed), self.committed[before] - let_go

    def until_committed(self, count: int) -> None:
        """Until the store has committed so often."""
        self._waiting.until(lambda: len(self.committed) >= count, "a commit")

    @Slot()
    def _look(self) -> None:
        if not self._painted and self._item is not None and self._item.property("pressed"):
            self._painted, self._computed = time.perf_counter(), time.process_time()


@pytest.fixture
def driver(qapp: QGuiApplication, tmp_path: Path) -> Iterator[TabletDriver]:
    """A tablet whose clock is moved, so that no rating looks like one of too many."""
    tablet = TabletDriver(config(tmp_path / "tablet"), TestClock())
    yield tablet
    tablet.close()


def _like_the_store(path: Path) -> Database:
    """An empty database with the store's tables and settings."""
    path.touch()
    db = connect_writing(path)
    migrations.apply(db)
    return db


def _row(folder: Path) -> dict[str, Any]:
    """What the store has written last."""
    db = connect_reading(folder / FILE_NAME)
    try:
        row = next(iter(db.query("SELECT * FROM event ORDER BY seq DESC LIMIT 1")))
    finally:
        db.close()
    return row


def _commit(connection: sqlite3.Connection, row: dict[str, Any]) -> None:
    connection.execute("BEGIN IMMEDIATE")
    # Its names are those of the table.
    names = ", ".join(row)
    connection.execute(f"INSERT INTO event ({names}) VALUES ({', '.join('?' * len(row))})", [*row.values()])  # noqa: S608
    connection.execute("COMMIT")


def _ms(work: Callable[[], object]) -> float:
    began = time.perf_counter()
    work()
    return (time.perf_counter() - began) * 1000


def test_touch_to_paint_and_to_durable(driver: TabletDriver, tmp_path: Path) -> None:
    bare, utils = (_like_the_store(tmp_path / f"{name}.sqlite3") for name in ("bare", "utils"))
    clock = driver.tablet.day.clock
    assert isinstance(clock, TestClock)
    waiting = Waiting(driver)
    waiting.until_made()
    steady()
    star = Star(driver, waiting)
    places: dict[str, QPoint] = {}

    def touch(name: str, then: str) -> None:
        places[name] = places.get(name) or driver.centre(name)
        driver.touch(places[name])
        waiting.until_on(then)

    paint, ours, durable, commit, insert = [], [], [], [], []
    for number in range(WARM + RATINGS):
        clock.advance(BETWEEN_MS)
        touch("leaveDoor", "rate")
        painted_s, ours_s, durable_s = star.rate()
        waiting.until_on("followup")
        row = _row(tmp_path / "tablet")
        committed_ms = _ms(partial(_commit, bare.conn, row))
        inserted_ms = _ms(partial(utils.table("event").insert, row))
        if number >= WARM:
            paint.append(painted_s * 1000)
            ours.append(ours_s * 1000)
            durable.append(durable_s * 1000)
            commit.append(committed_ms)
            insert.append(inserted_ms)
        touch("noButton", "thanks")
        touch("finishButton", "welcome")
        # The rating is settled by another commit, which is not to be taken for the next one's.
        star.until_committed(2 * (number + 1))
    kept = [db.table("event").count for db in (bare, utils)]
    for db in (bare, utils):
        db.close()

    assert kept == [WARM + RATINGS] * 2
    record("tablet.touch_to_paint", "ms", paint, value=percentile(paint, 99), limit=LIMIT_MS)
    record("tablet.touch_to_paint_by_us", "ms", ours, value=percentile(ours, 99), limit=LIMIT_MS)
    beside = statistics.median(commit)
    record("tablet.touch_to_durable", "ms", durable, times_peer=TIMES_BARE, peer="the bare commit", peer_value=beside)
    peer: Any = {"peer": "sqlite-utils' table.insert()", "peer_value": statistics.median(insert)}
    record("tablet.touch_to_durable_insert", "ms", durable, **peer)
