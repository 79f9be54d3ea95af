"""Cursors are gapless and come in order, however many write at once: a reader that pages on misses nothing."""

from concurrent.futures import ThreadPoolExecutor
from uuid import uuid4

import sqlalchemy as sa
from sqlalchemy import Connection

from kiosk.hub.clock import system_clock
from kiosk.hub.database import Database, open_database
from kiosk.hub.log import EventLog
from kiosk.hub.schema import event
from kiosk.hub.writing import Writing
from kiosk.visits.events import NamesErased
from tests.hubs import HubProcess

WRITERS, EACH = 3, 60


def page(reader: Database, seen: list[int]) -> None:
    """Reads on from where it was, as a stream does."""
    with reader.read() as connection:
        newer = sa.select(event.c.cursor).where(event.c.cursor > (seen[-1] if seen else 0))
        seen += connection.execute(newer.order_by(event.c.cursor)).scalars()


def test_a_reader_beside_many_writers_misses_nothing(hub: HubProcess) -> None:
    hub.stop()
    reader, *others = (open_database(hub.data, exclusive=False) for _ in range(WRITERS + 1))
    logs = [EventLog(database, system_clock, lambda _: None) for database in others]

    def erase(_: Connection, writing: Writing) -> None:
        writing.mint(lambda **stamp: NamesErased(**stamp, visit=uuid4()))

    def write(log: EventLog) -> None:
        for _ in range(EACH):
            log.submit(erase).result()

    seen: list[int] = []
    try:
        with ThreadPoolExecutor() as pool:
            writers = [pool.submit(write, log) for log in logs]
            while not all(writer.done() for writer in writers):
                page(reader, seen)
        for writer in writers:
            writer.result()
        page(reader, seen)
    finally:
        for log in logs:
            log.close()
        for database in (reader, *others):
            database.close()
    assert seen == list(range(1, WRITERS * EACH + 1))
