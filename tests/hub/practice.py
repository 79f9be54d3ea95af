"""A hub's log and database in the test's own process, on a clock that the test moves."""

from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import Any, TypeVar
from uuid import UUID, uuid4
from zoneinfo import ZoneInfo

import pytest
import sqlalchemy as sa
from msgspec import Raw
from sqlalchemy import Connection

from kiosk.hub.database import Database, open_database
from kiosk.hub.ingest import ingest, read_events
from kiosk.hub.log import EventLog
from kiosk.hub.schema import metadata, visit
from kiosk.hub.upkeep import see_to_what_is_due
from kiosk.hub.writing import Writing
from kiosk.visits.events import Acknowledged, Arrived, Closed, Event, encode
from kiosk.visits.wire import Push
from tests.databases import home, is_in_a_row

ZONE = ZoneInfo("America/Los_Angeles")
NAME = "Rosalind"
NOON = int(datetime(2026, 11, 23, 12, tzinfo=ZONE).astimezone(UTC).timestamp() * 1000)

E = TypeVar("E", bound=Event)
T = TypeVar("T")


class Tablet:
    """Mints events as one tablet would, by the practice's clock."""

    def __init__(self, clock: Callable[[], int], device: str = "front-door") -> None:
        self.device = device
        self.epoch, self.boot = uuid4(), uuid4()
        self.clock = clock
        self.n = 0

    def mint(self, kind: Callable[..., E], **fields: Any) -> E:
        """The tablet's next event."""
        self.n += 1
        now = self.clock()
        stamp = {"id": uuid4(), "at": now, "device": self.device, "epoch": self.epoch, "n": self.n}
        return kind(**stamp, boot=self.boot, mono=now - NOON + 3_600_000, **fields)

    def push(self, *events: Event) -> Push:
        """What it sends."""
        now = self.clock()
        return Push(
            device=self.device,
            epoch=self.epoch,
            boot=self.boot,
            mono=now - NOON + 3_600_000,
            at=now,
            events=[Raw(encode(event)) for event in events],
        )


class Practice:
    """The hub."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.home = home(folder)
        """Where the database is: the folder, or a server."""
        self.now = NOON
        self.database: Database = open_database(self.home)
        self.log = EventLog(self.database, lambda: self.now, lambda _: None)

    def arrive(self) -> UUID:
        """Somebody tells their name."""
        key = uuid4()
        self.do(lambda _, writing: writing.mint(partial(Arrived, visit=key, ticket="K7", name=NAME)))
        return key

    def take(self, push: Push) -> list[str]:
        """A tablet's push arrives; what becomes of each event."""
        answers, _ = self.do(ingest(push, read_events(push, push.device), self.now))
        return [str(answer.result) for answer in answers]

    def do(self, job: Callable[[Connection, Writing], T]) -> T:
        """Has the log do a job."""
        return self.log.submit(job).result()

    def events(self) -> list[tuple[int, str, str]]:
        """Cursor, kind and id of what is in the log."""
        with self.database.read() as connection:
            found = connection.execute(sa.text("SELECT cursor, kind, id FROM event ORDER BY cursor"))
            return [(row.cursor, row.kind, row.id) for row in found]

    def table(self, name: str) -> list[tuple[Any, ...]]:
        """All that is in a table."""
        with self.database.read() as connection:
            return sorted((tuple(row) for row in connection.execute(sa.select(metadata.tables[name]))), key=repr)

    def close(self) -> None:
        """Ends it."""
        self.log.close()
        self.database.close()

    def see(self, key: UUID, by: str = "Maria") -> None:
        """The desk presses Seen."""
        self.do(lambda _, writing: writing.mint(partial(Acknowledged, visit=key, by=by)))

    def end(self, key: UUID) -> None:
        """The desk checks somebody out."""
        self.do(lambda _, writing: writing.mint(partial(Closed, visit=key, how="checked_out")))

    def keep_up(self) -> bool:
        """What the hub does every minute."""
        return self.do(partial(see_to_what_is_due, zone=ZONE))

    def row(self, key: UUID) -> tuple[str, str | None]:
        """The name, and how the visit ended."""
        with self.database.read() as connection:
            query = sa.select(visit.c.name, visit.c.closed_how).where(visit.c.visit == str(key))
            name, how = connection.execute(query).one()
            return name, how

    def is_written(self, text: str = NAME) -> bool:
        """Whether a text is in any file, or on a server in any row."""
        return is_written(self.home, text) if isinstance(self.home, Path) else is_in_a_row(self.home, text)


def is_written(folder: Path, text: str = NAME) -> bool:
    """Whether a text is in any file of a folder."""
    return any(text.encode() in file.read_bytes() for file in folder.iterdir())


@pytest.fixture
def practice(tmp_path: Path) -> Iterator[Practice]:
    """A hub that has just been set up."""
    made = Practice(tmp_path / "hub")
    yield made
    made.close()
