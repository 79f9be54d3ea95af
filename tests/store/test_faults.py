"""Kills and full disks: what was acknowledged is there, what was not is not, and the store goes on."""

import sqlite3
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from uuid import UUID, uuid4

import pytest
from sqlite_utils import Database

from kiosk.store import Store, StoreFault
from kiosk.store.writer import ATTEMPTS
from kiosk.visits.events import RatingExplained, Stamp, decode
from tests.disks import disk, fill
from tests.store.conftest import WAIT_S, Stores, done, rated

_APPENDING = """
import sys
from pathlib import Path
from uuid import uuid4
from kiosk.store import Store
from kiosk.visits.events import Rated

store = Store.open(Path(sys.argv[1]), "tablet")
while True:
    pending = [
        store.append(lambda stamp: Rated(**stamp, visit=uuid4(), rating=uuid4(), stars=4)) for _ in range(5)
    ]
    for future in pending:
        for event in future.result():
            sys.stdout.write(f"{event.id}\\n")
            sys.stdout.flush()
"""


def test_a_killed_program_loses_nothing_that_it_acknowledged(stores: Stores, tmp_path: Path) -> None:
    acknowledged: list[UUID] = []
    for kill_after in (1, 7, 60, 150):
        process = subprocess.Popen(
            [sys.executable, "-c", _APPENDING, str(tmp_path / "data")], stdout=subprocess.PIPE, text=True
        )
        assert process.stdout is not None
        lines = [process.stdout.readline() for _ in range(kill_after)]
        process.kill()
        # Not by `communicate`, which would pass over what was read ahead for the lines before.
        lines += process.stdout.readlines()
        process.stdout.close()
        process.wait(WAIT_S)
        # A line that was cut in the middle was not said.
        acknowledged += [UUID(line.strip()) for line in lines if line.endswith("\n")]
    store = stores()
    assert store.set_aside is None
    kept = [decode(body) for _, body in store.outbox(10_000, 1 << 30)]
    ids = [event.id for event in kept]
    assert set(acknowledged) <= set(ids)
    # In the order in which they were acknowledged.
    assert [event for event in ids if event in set(acknowledged)] == acknowledged
    assert [event.n for event in kept] == list(range(1, len(kept) + 1))
    # At most what was under way when each was killed is there unacknowledged.
    assert len(ids) - len(acknowledged) <= 4 * 5


def test_a_full_disk_is_told_and_got_over(stores: Stores, small_disk: Path) -> None:
    def long_words(stamp: Stamp) -> RatingExplained:
        return RatingExplained(**stamp, visit=uuid4(), rating=uuid4(), comment="much to say " * 40)

    store = stores(small_disk / "data")
    ballast = small_disk / "ballast"
    ballast.write_bytes(bytes(500_000))
    acknowledged: list[UUID] = []

    def write_on() -> None:
        for _ in range(2_000):
            acknowledged.extend(event.id for event in done(store.append(long_words)))

    with pytest.raises(StoreFault, match="disk is full"):
        write_on()
    assert acknowledged
    for _ in range(3):
        with pytest.raises(StoreFault):
            done(store.append(long_words))
    # Screens go on being able to read.
    assert [event.id for event in store.recent(0)] == acknowledged
    ballast.unlink()
    (event,) = done(store.append(rated()))
    assert event.n == len(acknowledged) + 1
    assert [event.id for event in store.recent(0)] == [*acknowledged, event.id]
    store.close()
    again = stores(small_disk / "data")
    assert again.set_aside is None
    assert [event.id for event in again.recent(0)] == [*acknowledged, event.id]


def test_the_reserve_keeps_taps_when_the_disk_is_full(stores: Stores, tmp_path: Path) -> None:
    with disk(tmp_path / "disk", mebibytes=12) as folder:
        store = stores(folder / "data")
        assert store.has_reserve()
        filler = fill(folder)
        # Nobody at the screen notices; those who look after the tablet do.
        (first,) = done(store.append(rated()))
        assert not store.has_reserve()
        store.close()
        store = stores(folder / "data")
        assert [event.id for event in store.recent(0)] == [first.id]
        assert not store.has_reserve()
        filler.unlink()
        store.tend().result(WAIT_S)
        assert store.has_reserve()
        store.close()


def test_a_disk_without_room_for_a_store_is_told_in_a_sentence(stores: Stores, small_disk: Path) -> None:
    ballast = fill(small_disk)
    with pytest.raises(StoreFault):
        stores(small_disk / "data")
    ballast.unlink()
    done(stores(small_disk / "data").append(rated()))


class Unlucky:
    """Work whose commit is reported as failed, the first few times, though it arrived."""

    def __init__(self, work: Callable[[Database], object], times: int) -> None:
        self._work = work
        self._left = times

    def __call__(self, db: Database) -> object:
        result = self._work(db)
        if self._left:
            self._left -= 1
            db.execute("COMMIT")
            raise sqlite3.OperationalError("disk I/O error")
        return result


@pytest.mark.parametrize("times", [1, ATTEMPTS - 1, ATTEMPTS])
def test_a_commit_that_arrived_in_spite_of_an_error_is_neither_lost_nor_doubled(store: Store, times: int) -> None:
    (first,) = done(store.append(rated()))
    mint = store._mint(lambda _: [rated(), rated()])
    events = store._writer.submit(Unlucky(mint, times)).result(WAIT_S)
    (last,) = done(store.append(rated()))
    assert isinstance(events, tuple)
    assert store.recent(0) == [first, *events, last]
    assert [event.n for event in store.recent(0)] == [1, 2, 3, 4]


def test_work_that_always_fails_stores_nothing_and_stops_nothing(store: Store) -> None:
    mint = store._mint(lambda _: [rated()])

    def work(db: Database) -> None:
        mint(db)
        raise sqlite3.OperationalError("disk I/O error")

    with pytest.raises(StoreFault, match="disk I/O error"):
        store._writer.submit(work).result(WAIT_S)
    assert store.recent(0) == []
    (event,) = done(store.append(rated()))
    assert event.n == 1
