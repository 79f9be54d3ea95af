"""A visit ends with its day and a name with its purpose, without anybody doing anything."""

from collections.abc import Iterator
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from uuid import UUID, uuid4
from zoneinfo import ZoneInfo

import pytest
import sqlalchemy as sa

from kiosk.hub.database import Database, open_database
from kiosk.hub.log import EventLog
from kiosk.hub.schema import visit
from kiosk.hub.upkeep import LONGEST_VISIT_MS, NAME_KEPT_MS, see_to_what_is_due
from kiosk.visits.events import Arrived, Closed

ZONE = ZoneInfo("America/Los_Angeles")
NAME = "Rosalind"
NOON = int(datetime(2026, 11, 23, 12, tzinfo=ZONE).astimezone(UTC).timestamp() * 1000)
MIDNIGHT = NOON + 12 * 3_600_000


class Practice:
    """A hub's log, on a clock that the test moves."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.now = NOON
        self.database: Database = open_database(folder)
        self.log = EventLog(self.database, lambda: self.now, lambda _: None)

    def arrive(self) -> UUID:
        """Somebody tells their name."""
        key = uuid4()
        self.log.submit(lambda _, writing: writing.mint(partial(Arrived, visit=key, ticket="K7", name=NAME))).result()
        return key

    def end(self, key: UUID) -> None:
        """The desk checks somebody out."""
        self.log.submit(lambda _, writing: writing.mint(partial(Closed, visit=key, how="checked_out"))).result()

    def keep_up(self) -> bool:
        """What the hub does every minute."""
        return self.log.submit(partial(see_to_what_is_due, zone=ZONE)).result()

    def row(self, key: UUID) -> tuple[str, str | None]:
        """The name, and how the visit ended."""
        with self.database.read() as connection:
            query = sa.select(visit.c.name, visit.c.closed_how).where(visit.c.visit == str(key))
            name, how = connection.execute(query).one()
            return name, how

    def is_written(self) -> bool:
        """Whether the name is in any file."""
        return any(NAME.encode() in file.read_bytes() for file in self.folder.iterdir())


@pytest.fixture
def practice(tmp_path: Path) -> Iterator[Practice]:
    made = Practice(tmp_path / "hub")
    yield made
    made.log.close()
    made.database.close()


def test_a_name_goes_a_quarter_of_an_hour_after_the_visit(practice: Practice) -> None:
    key = practice.arrive()
    practice.end(key)
    practice.now += NAME_KEPT_MS - 1
    practice.keep_up()
    assert practice.row(key) == (NAME, "checked_out")
    assert practice.is_written()

    practice.now += 1
    practice.keep_up()
    assert practice.row(key) == ("", "checked_out")
    assert not practice.is_written()


def test_a_visit_that_nobody_ended_ends_with_the_practices_day(practice: Practice) -> None:
    key = practice.arrive()
    practice.now = MIDNIGHT - 1
    practice.keep_up()
    assert practice.row(key) == (NAME, None)

    practice.now = MIDNIGHT
    practice.keep_up()
    assert practice.row(key) == ("", "not_closed_by_staff")
    assert not practice.is_written()


def test_who_came_late_in_the_evening_is_not_sent_away_at_midnight(practice: Practice) -> None:
    practice.now = MIDNIGHT - 60_000
    key = practice.arrive()
    practice.now = MIDNIGHT + 60_000
    practice.keep_up()
    assert practice.row(key) == (NAME, None)

    practice.now = MIDNIGHT + LONGEST_VISIT_MS
    practice.keep_up()
    assert practice.row(key) == ("", "not_closed_by_staff")


def test_what_is_done_is_done_once(practice: Practice) -> None:
    practice.arrive()
    practice.now += 2 * LONGEST_VISIT_MS + 1_000
    practice.keep_up()
    with practice.database.read() as connection:
        before = connection.execute(sa.text("SELECT count(*) FROM event")).scalar_one()
    practice.keep_up()
    with practice.database.read() as connection:
        assert connection.execute(sa.text("SELECT count(*) FROM event")).scalar_one() == before


def test_a_great_many_are_seen_to_in_turns(practice: Practice) -> None:
    keys = [practice.arrive() for _ in range(250)]
    practice.now = MIDNIGHT + LONGEST_VISIT_MS
    assert practice.keep_up()
    assert not practice.keep_up()
    assert {practice.row(key) for key in keys} == {("", "not_closed_by_staff")}
