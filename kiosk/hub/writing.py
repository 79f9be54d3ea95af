"""One transaction on the log: hands out cursors and the hub's own numbers, and remembers what to tell.

Cursors are gapless: other writers of the practice are kept out from the first statement on, and the numbers are
written back before the same commit, so that no reader can see a later entry before an earlier one.
"""

import secrets
import time
from collections.abc import Callable, Hashable, Iterable
from functools import cache
from typing import Any, TypeAlias
from uuid import UUID, uuid4

import sqlalchemy as sa
from msgspec import Struct, to_builtins
from sqlalchemy import Connection

from kiosk.hub.bulk import insert
from kiosk.hub.home import Start
from kiosk.hub.schema import event, practice
from kiosk.hub.tenant import practice_of, served, whose
from kiosk.visits.events import Event, Stamp, encode, kind_of, visit_of
from kiosk.visits.identity import RANDOM_BITS, uuid7

HUB_DEVICE = "hub"
"""The device id of what happens at the desk."""


@cache
def this_run() -> UUID:
    """This run of the process: the monotonic clock is compared within it only, and other processes know it by this."""
    return uuid4()


_FINISH = practice.update().where(whose(practice)).values(cursor=sa.bindparam("to"), n=sa.bindparam("own"))

Told: TypeAlias = dict[UUID, tuple[list[Event], int | None]]
"""By visit: its events in true time, and when the hub heard of the arrival."""


class Logged(Struct, frozen=True):
    """An entry of the log as it was written."""

    cursor: int
    kind: str
    event: Event
    body: str
    """The event's wire JSON on one line."""
    true_at: int
    """ms UTC."""


class NewEvent(Struct, frozen=True):
    """An event to be written, and what the hub knows of its time (ms UTC)."""

    event: Event
    body: str
    true_at: int
    verified: bool


def row_of(practice_id: str, cursor: int, new: NewEvent, received_at: int) -> dict[str, Any]:
    """The row of the table `event` for an entry of the log. `received_at` in ms UTC."""
    fact, visit = new.event, visit_of(new.event)
    return {
        "practice": practice_id,
        "cursor": cursor,
        "id": to_builtins(fact.id),
        "visit": to_builtins(visit) if visit else None,
        "kind": kind_of(fact),
        "device": fact.device,
        "epoch": to_builtins(fact.epoch),
        "n": fact.n,
        "body": new.body,
        "received_at": received_at,
        "true_at": new.true_at,
        "verified": new.verified,
    }


class Writing:
    """What the jobs of one group write. `now` is the hub's clock at its begin, ms UTC."""

    def __init__(self, connection: Connection, start: Start, now: int) -> None:
        self._connection = connection
        self._start = start
        self.now = now
        self.timezone = start.timezone
        """Where the practice's weeks begin; who changes it says so here."""
        self.earlier: Told = {}
        """What the log told at the begin of those visits that a job has asked for."""
        self.logged: list[Logged] = []
        self.forget = False
        """Whether something was deleted or blanked that must not stay readable in the database's files."""
        self.kept: dict[Hashable, Any] = {}
        """What one job has read or changed and the next may want; valid until the end of the group."""
        self._at_end: dict[Hashable, Callable[[], None]] = {}
        self._minted = 0

    @property
    def before(self) -> int:
        """The last cursor that was handed out before."""
        return self._start.cursor

    def append(self, events: Iterable[NewEvent]) -> None:
        """Writes events that are known not to be in the log yet."""
        rows = []
        cursor = self.before + len(self.logged)
        for new in events:
            cursor += 1
            fact = new.event
            entry = Logged(cursor=cursor, kind=kind_of(fact), event=fact, body=new.body, true_at=new.true_at)
            rows.append(row_of(practice_of(self._connection), cursor, new, self.now))
            self.logged.append(entry)
        insert(self._connection, event, rows)

    def mint(self, make: Callable[..., Event]) -> Event:
        """Writes an event of the hub's own: `make` is called with the fields of a `Stamp`, the hub's next."""
        self._minted += 1
        fact = make(
            **Stamp(
                id=uuid7(self.now, secrets.randbits(RANDOM_BITS)),
                at=self.now,
                device=HUB_DEVICE,
                epoch=UUID(self._start.hub_epoch),
                n=self._start.n + self._minted,
                boot=this_run(),
                mono=time.monotonic_ns() // 1_000_000,
            )
        )
        self.append([NewEvent(event=fact, body=encode(fact).decode(), true_at=self.now, verified=True)])
        return fact

    def at_end(self, key: Hashable, work: Callable[[], None]) -> None:
        """Has `work` done once when all jobs of the group are; the last one that was named by `key` counts."""
        self._at_end[key] = work

    def finish(self) -> None:
        """Writes back the numbers that were handed out, and what was put off; the last statements before the commit."""
        for work in self._at_end.values():
            work()
        if self.logged:
            to, own = self.before + len(self.logged), self._start.n + self._minted
            self._connection.execute(_FINISH, {**served(self._connection), "to": to, "own": own})
