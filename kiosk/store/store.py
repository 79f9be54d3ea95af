"""The tablet's store: one class that hides file, connections and threads."""

import os
import sqlite3
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from concurrent.futures import Future
from contextlib import contextmanager
from pathlib import Path
from uuid import UUID, uuid4

import msgspec
import structlog
from sqlite_utils import Database

from kiosk.store import log, opening
from kiosk.store.ballast import Ballast
from kiosk.store.clock import SYSTEM_CLOCK, Clock
from kiosk.store.compared import Compared
from kiosk.store.fault import DiskFullFault, StoreFault, in_words
from kiosk.store.key import Key
from kiosk.store.minting import Maker, Mint
from kiosk.store.schema import connect_reading
from kiosk.store.writer import Writer
from kiosk.visits.events import Event, InvalidEventError, NamesErased, Stamp, decode
from kiosk.visits.receipt import Receipt

KEEP_CONFIRMED_MS = 72 * 3_600_000
"""How long confirmed events stay, so that a hub restored from a backup can be filled again.

By the hub's clock: that of a tablet may jump by years, and must not make it forget early.
"""

_KEEP_AGAIN_MS = 10 * 60_000
"""A comparison that says the same is kept over a restart only so often: each costs the disk a commit."""

_OWN = "own."
"""Before the keys of `remember`, so that they never meet the store's."""

_log = structlog.get_logger(__name__)


class Store:
    """The event log of one tablet, in one file, used by one program at a time.

    All methods may be called from any thread. Reading never waits for writing: each read has its own
    connection and sees what was durable when it began. Writing is queued to the one writer thread; a future
    that has completed without an error tells of something that a power cut does not take away.

    Futures fail, and reads raise, with StoreFault when the disk does not do its part. The store goes on
    working as soon as the disk does.
    """

    epoch: UUID
    """Of this file: a new file counts its events anew."""
    set_aside: Path | None
    """Where the damaged file of before is now, when opening found one; the log begins empty then."""
    compared: Compared | None = None
    """The last comparison with this hub, also of before a restart; None before the first."""
    on_unsent: Callable[[], None] | None = None
    """Called on the writer's thread after a commit that left something to send; must return at once."""

    @classmethod
    def open(cls, folder: Path, device: str, clock: Clock = SYSTEM_CLOCK, *, key: Key | None = None) -> "Store":
        """Opens the store of `device` in `folder`, creating both if need be, and prunes it.

        With a key it is encrypted; one that was not becomes so here.

        Raises StoreFault, with nothing touched, when the folder cannot be written or is in use, or the
        database is of a newer version or of another key. A damaged database is set aside whole and an empty one begun.
        """
        lock = opening.lock(folder)
        try:
            return cls(folder / opening.FILE_NAME, device, clock, lock, key)
        except BaseException:
            os.close(lock)
            raise

    def __init__(self, path: Path, device: str, clock: Clock, lock: int, key: Key | None) -> None:
        """For `open`: takes over `lock`, the descriptor that keeps other programs out."""
        self._path = path
        self._key = key
        self._device = device
        self._clock = clock
        self._ballast = Ballast(path.parent)
        self.set_aside = self._prepare()
        self._writer = Writer(path, key, self._ballast.give_up)
        try:
            self.epoch, self._cursor, self._hub_epoch, self._hub_at = self._writer.submit(_identity).result()
            with self._reading() as db:
                self.compared = self._kept_compared = log.compared(db)
            self._tend_at_opening()
        except BaseException:
            self._writer.close()
            raise
        self._lock: int | None = lock

    def append(self, *make: Callable[[Stamp], Event]) -> Future[tuple[Event, ...]]:
        """Stamps and stores new events of this tablet, all of one call or none.

        Each callable is given its stamp on the writer's thread and returns the event that carries it. The
        stamp's times are those of this call; `n` counts the events of this file without a gap. The future
        gives the events in order after the durable commit. It fails with StoreFault, or with what a callable
        raised, or with ValueError for an event that is not valid on the wire; then none of them is stored.
        """
        return self._writer.submit(self._mint(lambda _: make), committed=self._wake)

    def receive(self, entries: Sequence[Event], cursor: str | None) -> Future[tuple[Event, ...]]:
        """Stores events that came from the hub, and moves the cursor (None leaves it), in one transaction.

        The future gives those that were not here before. A name that the hub says was erased is blanked
        here too before the future completes.
        """
        now = self._clock.now_ms()
        new: dict[UUID, Event] = {}

        def work(db: Database) -> tuple[Event, ...]:
            for event in entries:
                if log.insert(db, event, n=None, confirmed=now):
                    new[event.id] = event
            for event in new.values():
                if isinstance(event, NamesErased):
                    log.blank_names(db, event.visit)
            if cursor is not None:
                log.put(db, "cursor", cursor)
            return tuple(new.values())

        def committed(_: tuple[Event, ...]) -> None:
            if cursor is not None:
                self._cursor = cursor

        erases = any(isinstance(event, NamesErased) for event in entries)
        return self._writer.submit(work, committed=committed, truncate=erases)

    def confirm(self, outcome: Mapping[UUID, str | None]) -> Future[None]:
        """Notes the hub's answers: None for an event it has, else the reason why it rejected the event.

        Neither is sent again; a rejected event is kept and stays unconfirmed. Call `meet_hub` before.
        """

        def work(db: Database) -> None:
            at = self._hub_at
            log.put(db, "hub_at", str(at))
            for event, reason in outcome.items():
                if reason is not None:
                    log.reject(db, event, reason)
            if facts := log.confirm(db, [event for event, reason in outcome.items() if reason is None], at):
                log.put_receipt(db, log.receipt(db).plus(facts))

        return self._writer.submit(work)

    def meet_hub(self, epoch: UUID, at: int) -> Future[bool]:
        """Notes which hub answers, and its clock (ms UTC); the future gives whether it is another than the last time.

        Another one may lack what the last one confirmed (it was restored from a backup): all own events that
        are still kept become unsent again, and the cursor is forgotten.
        """

        def work(db: Database) -> bool:
            known = log.get(db, "hub_epoch")
            if known == str(epoch):
                return False
            log.put(db, "hub_epoch", str(epoch))
            if known is None:
                return False
            log.put_receipt(db, log.receipt(db).minus(log.unsettle(db)))
            log.put(db, "cursor", None)
            log.put(db, log.COMPARED, None)
            return True

        def committed(another: bool) -> None:
            self._hub_epoch, self._hub_at = epoch, at
            if another:
                self._cursor = None
                self.compared = self._kept_compared = None
                self._wake(another)

        return self._writer.submit(work, committed=committed)

    def erase_names(self, visits: Collection[UUID]) -> Future[tuple[Event, ...]]:
        """Blanks the names of these visits, own and received, and records it by an event for each.

        When the future completes, the names are in no file of the store any more; it gives the new events,
        none for a visit whose erasing is on record. If it fails, call it again: a name may still be there.
        """
        return self._erase(lambda _: visits)

    def erase_every_name(self) -> Future[tuple[Event, ...]]:
        """`erase_names` of all visits that have one."""
        return self._erase(log.named)

    def _erase(self, which: Callable[[Database], Collection[UUID]]) -> Future[tuple[Event, ...]]:
        def not_yet(db: Database) -> list[Maker]:
            return [_erasing(visit) for visit in which(db) if not log.names_erased(db, visit)]

        mint = self._mint(not_yet)

        def work(db: Database) -> tuple[Event, ...]:
            events = mint(db)
            for visit in which(db):
                log.blank_names(db, visit)
            return events

        return self._writer.submit(work, committed=self._wake, truncate=True)

    def tend(self) -> Future[int]:
        """Removes what was confirmed more than 72 h ago, visit by visit; the future gives how many events.

        A visit that is still open stays, and so does one with an event that is unsent or rejected. Then takes
        the reserve of disk again, if it was used.
        """
        own, theirs = (now - KEEP_CONFIRMED_MS for now in (self._hub_at, self._clock.now_ms()))

        def committed(_: int) -> None:
            self._ballast.take()

        return self._writer.submit(lambda db: log.prune(db, own=own, theirs=theirs), committed=committed)

    @property
    def fault(self) -> StoreFault | None:
        """Why the last write failed; None if it did not. Says nothing of reading."""
        return self._writer.fault

    def has_reserve(self) -> bool:
        """Whether there is disk in reserve: false when the disk was full, and is perhaps still."""
        return self._ballast.held

    def remember(self, key: str, value: str | None) -> Future[None]:
        """Keeps a setting of the program's own over a restart; None forgets it. Durable when the future completes."""
        return self._writer.submit(lambda db: log.put(db, _OWN + key, value))

    def remembered(self, key: str) -> str | None:
        """What was last given to `remember`."""
        with self._reading() as db:
            return log.get(db, _OWN + key)

    def outbox(self, limit: int, max_bytes: int, *, after: UUID | None = None) -> list[tuple[UUID, bytes]]:
        """Id and wire JSON of the oldest unsent events, ordered by `n`; of those after `after`, one of ours, if given.

        At most `limit` of them, and together at most `max_bytes`, counting one more byte for each; but always
        one if there is any.
        """
        batch: list[tuple[UUID, bytes]] = []
        size = 0
        with self._reading() as db:
            for event, body in log.outbox(db, limit, after):
                size += len(body) + 1
                if batch and size > max_bytes:
                    break
                batch.append((event, body))
        return batch

    def unsent(self) -> int:
        """How many own events the hub has not answered yet."""
        with self._reading() as db:
            return log.unsent(db)

    def waiting_ms(self) -> int:
        """How long the oldest of them has waited; 0 without any."""
        with self._reading() as db:
            oldest = log.oldest_unsent(db)
        return 0 if oldest is None else oldest.age_ms(self._clock)

    def rejected(self) -> int:
        """How many own events the hub has refused; they are kept, and not sent again."""
        with self._reading() as db:
            return log.rejected(db)

    def unconfirmed_ids(self) -> set[UUID]:
        """Own events that the hub is not known to have: unsent or rejected."""
        with self._reading() as db:
            return log.unconfirmed(db)

    def recent(self, since_ms: int) -> list[Event]:
        """All events, own and received, of each visit that has one at or after `since_ms` (ms UTC).

        And all events of the practice. In the order in which they became durable here.
        """
        with self._reading() as db:
            bodies = log.recent(db, since_ms)
        events: list[Event] = []
        for body in bodies:
            try:
                events.append(decode(body))
            except InvalidEventError as error:
                # Damage that no check of the file's structure finds; the other events are still true.
                _log.error("store.unreadable_event", error=str(error))
        return events

    def compare(self, held: Receipt) -> Compared:
        """Keeps beside each other what the hub has confirmed and what it has; call it when nothing is unsent."""
        with self._reading() as db:
            confirmed = log.receipt(db)
        now = Compared(confirmed=confirmed, held=held, at=self._clock.now_ms())
        kept, self.compared = self._kept_compared, now
        if kept is None or kept.agrees != now.agrees or abs(now.at - kept.at) > _KEEP_AGAIN_MS:
            self._kept_compared = now
            self._writer.submit(lambda db: log.put(db, log.COMPARED, msgspec.json.encode(now).decode()))
        return now

    @property
    def cursor(self) -> str | None:
        """How far the hub's stream was received; None: from the beginning."""
        return self._cursor

    @property
    def hub_epoch(self) -> UUID | None:
        """The hub that answered last; None before the first time."""
        return self._hub_epoch

    @property
    def device(self) -> str:
        """The tablet's own name, as in the stamps of its events."""
        return self._device

    def close(self) -> None:
        """Writes what is queued, then lets go of the file and the folder. Idempotent."""
        self._writer.close()
        lock, self._lock = self._lock, None
        if lock is not None:
            os.close(lock)

    def _prepare(self) -> Path | None:
        try:
            return opening.prepare(self._path, self._clock, self._key)
        except DiskFullFault:
            if not self._ballast.give_up():
                raise
        return opening.prepare(self._path, self._clock, self._key)

    def _tend_at_opening(self) -> None:
        try:
            self.tend().result()
        except StoreFault as fault:
            # A full disk is no reason not to start: it can wait.
            _log.warning("store.not_pruned", why=str(fault))

    def _mint(self, choose: Callable[[Database], Sequence[Maker]]) -> Mint:
        clock = self._clock
        return Mint(
            choose,
            device=self._device,
            epoch=self.epoch,
            boot=clock.boot,
            at=clock.now_ms(),
            mono=clock.mono_ms(),
        )

    def _wake(self, result: object) -> None:
        if result and self.on_unsent:
            self.on_unsent()

    @contextmanager
    def _reading(self) -> Iterator[Database]:
        try:
            db = connect_reading(self._path, self._key)
            try:
                yield db
            finally:
                db.close()
        except sqlite3.Error as error:
            raise in_words(error, self._path) from error


def _identity(db: Database) -> tuple[UUID, str | None, UUID | None, int]:
    epoch = log.get(db, "epoch") or str(uuid4())
    log.put(db, "epoch", epoch)
    hub_epoch = log.get(db, "hub_epoch")
    hub_at = int(log.get(db, "hub_at") or 0)
    return UUID(epoch), log.get(db, "cursor"), None if hub_epoch is None else UUID(hub_epoch), hub_at


def _erasing(visit: UUID) -> Maker:
    return lambda stamp: NamesErased(**stamp, visit=visit)
