"""Whatever happens in whatever order, each fact that was said to be saved is in the hub once: a model knows them all.

Store, pusher, ingest and log are the real ones, in one process and step by step, so that hypothesis can shorten what it
finds; the network between them is a function here, and a real one in the other tests of this folder.
"""

import asyncio
import os
import shutil
import sqlite3
from collections.abc import Coroutine, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from enum import Enum, auto
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any
from uuid import UUID

import sqlalchemy as sa
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, precondition, rule

from kiosk.hub.care.backup import backup
from kiosk.hub.care.restore import restore
from kiosk.hub.clock import system_clock
from kiosk.hub.database import open_database
from kiosk.hub.ingest import ingest, read_events
from kiosk.hub.log import EventLog
from kiosk.hub.schema import event
from kiosk.store import Store
from kiosk.store.opening import FILE_NAME
from kiosk.sync.backoff import Backoff
from kiosk.sync.hub import Hub, NoHubError, UnreachableError
from kiosk.sync.link import Link, LinkState
from kiosk.sync.pace import Pace
from kiosk.sync.push import Pusher
from kiosk.sync.timing import Timing
from kiosk.visits.events import Event
from kiosk.visits.settings import Settings
from kiosk.visits.wire import Answers, Push, answers_decoder, encoder, push_decoder
from tests.store.conftest import WAIT_S, MovedClock, done, rated

EXAMPLES = int(os.environ.get("KIOSK_STATEFUL", "12"))
STEPS = 25
DEVICE = "tablet"
YEAR_MS = 365 * 86_400_000


class Trouble(Enum):
    """What the network does to one push."""

    NONE = auto()
    CUT = auto()
    """It never comes."""
    PORTAL = auto()
    ANSWER_LOST = auto()
    """It is stored, and the tablet does not hear of it."""
    TWICE = auto()
    """It comes twice."""


class Nobody:
    """Hears of the sync, and does nothing."""

    def link_changed(self, link: Link) -> None: ...
    def confirmed(self, ids: Sequence[UUID]) -> None: ...
    def received(self, events: Sequence[Event]) -> None: ...
    def looked_for(self, name: str) -> None: ...
    def settings_heard(self, settings: Settings) -> None: ...


class NearHub(Hub):
    """The hub, reached by a call; what goes there and back is encoded as on the wire."""

    def __init__(self, folder: Path) -> None:
        super().__init__("http://127.0.0.1:1", "", Timing())
        self.folder = folder
        self.trouble = Trouble.NONE
        self.start()

    def start(self) -> None:
        self.database = open_database(self.folder)
        self._log = EventLog(self.database, system_clock, lambda _: None)

    def stop(self) -> None:
        self._log.close()
        self.database.close()

    async def push(self, push: Push) -> Answers:
        trouble, self.trouble = self.trouble, Trouble.NONE
        if trouble is Trouble.CUT:
            raise UnreachableError("cut", broke=True)
        if trouble is Trouble.PORTAL:
            raise NoHubError("a portal")
        answers = await self._take(encoder.encode(push))
        if trouble is Trouble.TWICE:
            answers = await self._take(encoder.encode(push))
        if trouble is Trouble.ANSWER_LOST:
            raise UnreachableError("the answer was lost", broke=True)
        return answers_decoder.decode(encoder.encode(answers))

    async def _take(self, body: bytes) -> Answers:
        push, epoch, now = push_decoder.decode(body), self.database.hub_epoch, system_clock()
        if push.hub_epoch not in (None, epoch):
            return Answers(hub_epoch=epoch, at=now, answers=[])
        work = ingest(push, read_events(push, DEVICE), now)
        answers, receipt = await asyncio.wrap_future(self._log.submit(work))
        return Answers(hub_epoch=epoch, at=now, answers=answers, receipt=receipt)

    def stored(self) -> list[tuple[UUID, UUID, int]]:
        """Id, epoch and n of each event of tablets, in the order of cursors."""
        with self.database.read() as connection:
            rows = connection.execute(sa.select(event).where(event.c.device == DEVICE).order_by(event.c.cursor))
            return [(UUID(row.id), UUID(row.epoch), row.n) for row in rows]


class Machine(RuleBasedStateMachine):
    """One hub, and a tablet that may be copied."""

    def __init__(self) -> None:
        super().__init__()
        self._folder = TemporaryDirectory(prefix="kiosk-stateful-")
        self.root = Path(self._folder.name)
        # A thread of its own: a browser that an earlier test has opened may keep its loop running in this one.
        self._thread = ThreadPoolExecutor(1)
        self._runner = asyncio.Runner()
        self.hub = NearHub(self.root / "hub")
        self.saved: list[UUID] = []
        self.poisoned: set[UUID] = set()
        self.tablets: list[Store] = []
        self.backup: Path | None = None
        self._made = 0
        self._was_copied = False
        self._pushers: dict[Store, Pusher] = {}
        self._folder_of: dict[Store, Path] = {}

    @initialize()
    def begins(self) -> None:
        self._open(self.root / "tablet-0")

    @rule(many=st.integers(1, 4), which=st.integers(0, 1))
    def saves(self, many: int, which: int) -> None:
        self.saved += [each.id for each in done(self._tablet(which).append(*(rated() for _ in range(many))))]

    @rule(trouble=st.sampled_from(Trouble), which=st.integers(0, 1))
    def pushes(self, trouble: Trouble, which: int) -> None:
        self.hub.trouble = trouble
        self._step(self._tablet(which))
        self.hub.trouble = Trouble.NONE

    @rule(which=st.integers(0, 1), years=st.integers(-20, 20))
    def loses_power_and_has_another_time(self, which: int, years: int) -> None:
        # What the disk has now is what is there afterwards; nothing is tidied up first.
        old = self._tablet(which)
        self._made += 1
        target = self.root / f"tablet-{self._made}"
        shutil.copytree(self._folder_of[old], target)
        self._close(old)
        self._open(target, years)

    @precondition(lambda self: len(self.tablets) == 1)
    @rule()
    def is_copied(self) -> None:
        self._made += 1
        copy = self.root / f"tablet-{self._made}"
        shutil.copytree(self._folder_of[self.tablets[0]], copy)
        self._open(copy)

    @rule(which=st.integers(0, 1))
    def tends(self, which: int) -> None:
        self._tablet(which).tend().result(WAIT_S)

    @rule(which=st.integers(0, 1))
    def an_event_spoils(self, which: int) -> None:
        store = self._tablet(which)
        (spoilt,) = done(store.append(rated()))
        with closing(sqlite3.connect(self._folder_of[store] / FILE_NAME, timeout=WAIT_S)) as raw, raw:
            raw.execute("UPDATE event SET body = substr(body, 10) WHERE id = ?", (str(spoilt.id),))
        self.poisoned.add(spoilt.id)

    @rule()
    def the_hub_starts_anew(self) -> None:
        self.hub.stop()
        self.hub.start()

    @precondition(lambda self: self.backup is None)
    @rule()
    def the_hub_is_backed_up(self) -> None:
        self.backup = self.root / "backup.sqlite3"
        backup(self.hub.folder, self.backup)

    @precondition(lambda self: self.backup is not None)
    @rule()
    def the_hub_is_restored(self) -> None:
        assert self.backup is not None
        self.hub.stop()
        restore(self.hub.folder, self.backup, now=system_clock(), force=True)
        self.hub.start()

    def teardown(self) -> None:
        try:
            for store in self.tablets:
                # A restored hub asks for what it lacks by the first push, so that there must be one.
                self.saved += [each.id for each in done(store.append(rated()))]
                while store.unsent():
                    self._step(store)
            self._judge()
        finally:
            for store in list(self.tablets):
                self._close(store)
            self.hub.stop()
            self._run(self.hub.close())
            self._thread.submit(self._runner.close).result()
            self._thread.shutdown()
            self._folder.cleanup()

    def _judge(self) -> None:
        stored = self.hub.stored()
        ids = [event for event, _, _ in stored]
        assert len(ids) == len(set(ids)), "doubled"
        assert not set(self.saved) - set(ids), "lost"
        assert set(ids) == set(self.saved), "invented"
        if not self._was_copied:
            assert [n for _, _, n in stored] == sorted(n for _, _, n in stored), "out of order"
        assert all(store.rejected() <= len(self.poisoned) for store in self.tablets)

    def _step(self, store: Store) -> None:
        self._run(self._pushers[store]._step())

    def _run(self, work: Coroutine[Any, Any, Any]) -> None:
        self._thread.submit(self._runner.run, work).result()

    def _tablet(self, which: int) -> Store:
        return self.tablets[which % len(self.tablets)]

    def _open(self, folder: Path, years: int = 0) -> None:
        clock = MovedClock(years * YEAR_MS)
        store = Store.open(folder, DEVICE, clock)
        nobody = Nobody()
        pace = Pace(Backoff(lambda: 0.0))
        self._pushers[store] = Pusher(store, self.hub, clock, LinkState(nobody), nobody, pace=pace)
        self._folder_of[store] = folder
        self.tablets.append(store)
        self._was_copied = self._was_copied or len(self.tablets) > 1

    def _close(self, store: Store) -> None:
        self.tablets.remove(store)
        store.close()


Machine.TestCase.settings = settings(
    max_examples=EXAMPLES,
    stateful_step_count=STEPS,
    derandomize=True,
    deadline=None,
    suppress_health_check=list(HealthCheck),
)
TestEverythingAtOnce = Machine.TestCase
