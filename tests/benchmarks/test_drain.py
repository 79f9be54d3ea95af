"""100,000 events from a tablet's store until the hub has confirmed each and the store has marked it."""

import gzip
import sqlite3
import statistics
import time
from collections.abc import Callable
from contextlib import closing
from itertools import islice
from pathlib import Path

import pytest
from msgspec import Raw

from kiosk.store import SYSTEM_CLOCK, Store
from kiosk.sync import Sync
from kiosk.visits.events import Event, Stamp
from kiosk.visits.wire import MAX_BYTES, MAX_EVENTS, Push, encoder
from tests.benchmarks.peers import pouchdb
from tests.benchmarks.rows import record
from tests.benchmarks.visits import makers
from tests.hubs import TOKENS, HubProcess
from tests.sync.conftest import Recorder

EVENTS = 100_000
PARTS = 5
PATIENCE_S = 240


def wire_bytes(store: Store) -> float:
    """Bytes of a full push for each of its events."""
    bodies = [Raw(body) for _, body in store.outbox(MAX_EVENTS, MAX_BYTES)]
    push = Push(device=store.device, epoch=store.epoch, boot=SYSTEM_CLOCK.boot, mono=0, at=0, events=bodies)
    return len(gzip.compress(encoder.encode(push), compresslevel=1, mtime=0)) / len(bodies)


def bare_insert(file: Path, bodies: list[bytes]) -> float:
    """Events a second into a table with a key, by the same batches in this process."""
    with closing(sqlite3.connect(file, isolation_level=None)) as db:
        db.execute("PRAGMA journal_mode=WAL")
        db.execute("PRAGMA synchronous=FULL")
        db.execute("CREATE TABLE event (n INTEGER PRIMARY KEY, body BLOB)")
        began = time.perf_counter()
        for start in range(0, EVENTS, MAX_EVENTS):
            db.execute("BEGIN IMMEDIATE")
            rows = ((start + at, body) for at, body in enumerate(bodies))
            db.executemany("INSERT INTO event VALUES (?, ?)", rows)
            db.execute("COMMIT")
        return EVENTS / (time.perf_counter() - began)


def test_drain(tmp_path: Path, request: pytest.FixtureRequest) -> None:
    hub = HubProcess(tmp_path / "hub").start()
    store = Store.open(tmp_path / "tablet", "front-door")
    heard = Recorder()
    sync = Sync(store, hub.url, TOKENS["front-door"], heard)
    try:
        make = makers()
        for _ in range(EVENTS // MAX_EVENTS):
            minted = store.append(*(_stamped(kind) for kind in islice(make, MAX_EVENTS)))
        minted.result()
        bytes_each = wire_bytes(store)
        bodies = [body for _, body in store.outbox(MAX_EVENTS, MAX_BYTES)]
        every = [body for _, body in store.outbox(EVENTS // 10, EVENTS * 1_000)]
        bare = statistics.median(bare_insert(tmp_path / f"bare-{at}.sqlite3", bodies) for at in range(PARTS))
        began = before = time.perf_counter()
        sync.start()
        rates = []
        for part in range(1, PARTS + 1):
            # Not by asking the store: counting what is unsent would take a core.
            while len(heard.confirmed_ids) < EVENTS // PARTS * part:
                assert time.perf_counter() - began < PATIENCE_S, f"{len(heard.confirmed_ids)} events are confirmed"
                time.sleep(0.01)
            now = time.perf_counter()
            rates.append(EVENTS / PARTS / (now - before))
            before = now
        took = before - began
        assert store.unsent() == 0
        assert hub.rows("SELECT count(*) AS n FROM event WHERE device = 'front-door'") == [{"n": EVENTS}]
    finally:
        sync.stop()
        store.close()
        hub.kill()
    record(
        "sync.drain",
        "events/s",
        rates,
        value=EVENTS / took,
        limit=60_000,
        at_least=True,
        peer="bare insert in one process",
        peer_value=bare,
    )
    if request.config.getoption("peers"):
        record(
            "sync.drain_beside_pouchdb",
            "events/s",
            rates,
            value=EVENTS / took,
            times_peer=12,
            at_least=True,
            peer="PouchDB to pouchdb-server",
            peer_value=pouchdb(tmp_path / "pouchdb", every),
        )
    record("sync.drain_wire", "bytes/event", [bytes_each], limit=65)


def _stamped(kind: Callable[..., Event]) -> Callable[[Stamp], Event]:
    return lambda stamp: kind(**stamp)
