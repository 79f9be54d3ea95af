"""Batches of a tablet's events into the hub's log with everything that pages read, beside their bare insertion."""

import statistics
import time
from collections.abc import Callable
from functools import partial
from itertools import islice
from pathlib import Path
from uuid import uuid4

import sqlalchemy as sa
from msgspec import Raw

from kiosk.hub import postgresql, sqlite
from kiosk.hub.clock import system_clock
from kiosk.hub.database import Database, open_database
from kiosk.hub.ingest import ingest, read_events
from kiosk.hub.log import EventLog
from kiosk.hub.schema import event
from kiosk.hub.serve import settle
from kiosk.hub.tenant import FIRST
from kiosk.hub.writing import Logged
from kiosk.visits.events import decode, encode, kind_of, visit_of
from kiosk.visits.identity import uuid7
from kiosk.visits.wire import MAX_EVENTS, Push, Result
from tests import databases
from tests.benchmarks.rows import record
from tests.benchmarks.visits import makers, seconds

BATCHES = 40


def pushes() -> list[Push]:
    """What one tablet would send."""
    make, epoch, boot, now = makers(), uuid4(), uuid4(), time.time_ns() // 1_000_000
    made = []
    for batch in range(BATCHES):
        first = batch * MAX_EVENTS + 1
        events = [
            kind(id=uuid7(now + n, n), at=now + n, device="front-door", epoch=epoch, n=n, boot=boot, mono=n)
            for n, kind in enumerate(islice(make, MAX_EVENTS), first)
        ]
        made.append(
            Push(
                device="front-door",
                epoch=epoch,
                boot=boot,
                mono=first + MAX_EVENTS,
                at=now + first + MAX_EVENTS,
                events=[Raw(encode(each)) for each in events],
            )
        )
    return made


def test_ingest_on_sqlite(tmp_path: Path) -> None:
    bare = sqlite.engine(tmp_path / "bare.sqlite3")
    with bare.begin() as connection:
        event.create(connection)
    insert = f"INSERT INTO event VALUES ({', '.join('?' * len(event.c))})"  # noqa: S608 - marks alone
    with bare.connect() as connection:
        line = connection.connection.cursor()

        def write(rows: list[tuple[object, ...]]) -> None:
            line.execute("BEGIN IMMEDIATE")
            line.executemany(insert, rows)
            line.execute("COMMIT")

        compare("hub.ingest_sqlite", open_database(tmp_path / "hub"), write, peer="bare executemany")
    bare.dispose()


def test_ingest_on_postgresql() -> None:
    ours, theirs = databases.create(), databases.create()
    bare = postgresql.engine(theirs)
    with bare.begin() as connection:
        event.create(connection)
    with databases.connect(theirs) as line:

        def write(rows: list[tuple[object, ...]]) -> None:
            with line.cursor().copy("COPY event FROM STDIN") as target:
                for row in rows:
                    target.write_row(row)
            line.commit()

        compare("hub.ingest_postgresql", open_database(ours), write, peer="bare COPY")
    bare.dispose()
    databases.drop(ours)
    databases.drop(theirs)


def compare(name: str, database: Database, write: Callable[[list[tuple[object, ...]]], None], *, peer: str) -> None:
    """The same batches into the hub and bare, in turn."""
    told: list[Logged] = []
    log = EventLog(database, system_clock, told.extend)
    ours, theirs = [], []
    cursor = 0
    made = pushes()
    # As a hub that runs has it.
    settle()
    for push in made:
        rows: list[tuple[object, ...]] = []
        for raw in push.events:
            fact, cursor = decode(bytes(raw)), cursor + 1
            row = {
                "practice": FIRST,
                "cursor": cursor,
                "id": str(fact.id),
                "visit": str(visit_of(fact)),
                "kind": kind_of(fact),
                "device": fact.device,
                "epoch": str(fact.epoch),
                "n": fact.n,
                "body": bytes(raw).decode(),
                "received_at": push.at,
                "true_at": fact.at,
                "verified": True,
            }
            rows.append(tuple(row[column.name] for column in event.c))
        theirs.append(MAX_EVENTS / seconds(partial(write, rows)))
        began = time.perf_counter()
        offered = read_events(push, "front-door")
        answers, _ = log.submit(ingest(push, offered, push.at)).result()
        ours.append(MAX_EVENTS / (time.perf_counter() - began))
        assert {answer.result for answer in answers} == {Result.STORED}
    log.close()
    with database.read() as connection:
        assert connection.execute(sa.select(sa.func.count()).select_from(event)).scalar_one() == BATCHES * MAX_EVENTS
    database.close()
    record(
        name,
        "events/s",
        ours,
        times_peer=0.4,
        at_least=True,
        peer=peer,
        peer_value=statistics.median(theirs),
    )
