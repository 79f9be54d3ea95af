"""What becomes of a tablet's push: every event is judged alone, and answered in the order sent."""

from collections.abc import Callable
from functools import cache, partial
from typing import Any
from uuid import UUID

import msgspec
import sqlalchemy as sa
import structlog
from msgspec import Raw, Struct
from msgspec.structs import replace
from sqlalchemy import Connection

from kiosk.hub import receipts, tablets
from kiosk.hub.bulk import among_named, listed, put
from kiosk.hub.expiring import is_record_of
from kiosk.hub.projections import hear
from kiosk.hub.schema import boot, event, practice, receipt
from kiosk.hub.tenant import practice_of, served, whose
from kiosk.hub.truetime import BootClock, true_time
from kiosk.hub.writing import NewEvent, Told, Writing
from kiosk.visits.events import Arrived, DeviceId, Event, InvalidEventError, UnknownEvent, decode, kind_of, visit_of
from kiosk.visits.receipt import Receipt
from kiosk.visits.wire import Answer, Push, Result

_log = structlog.get_logger(__name__)

_STORED = Answer(result=Result.STORED)
_CLOCKS = "clocks"

# The practice's own row is there, whatever is known of the device.
_DEVICE = (
    sa.select(boot.c.boot, boot.c.zero_at, boot.c.offset_ms, receipt.c.last, receipt.c.stored, receipt.c.digest)
    .select_from(
        practice.outerjoin(
            boot, sa.and_(boot.c.practice == practice.c.practice, boot.c.device == sa.bindparam("device_"))
        ).outerjoin(
            receipt,
            sa.and_(
                receipt.c.practice == practice.c.practice,
                receipt.c.device == sa.bindparam("device_"),
                receipt.c.epoch == sa.bindparam("epoch_"),
            ),
        )
    )
    .where(whose(practice))
    .order_by(boot.c.heard_at)
)
_DUPLICATE = Answer(result=Result.DUPLICATE)


class Offered(Struct, frozen=True):
    """An event of a push that may be written: what it says, and its JSON on one line."""

    event: Event
    body: str


def read_events(push: Push, device: DeviceId) -> list[Offered | Answer]:
    """The events of `push` by a tablet whose token is `device`'s, in order; an Answer for each that is refused."""
    return [_read(raw, push, device) for raw in push.events]


def ingest(
    push: Push, offered: list[Offered | Answer], received: int
) -> Callable[[Connection, Writing], tuple[list[Answer], Receipt]]:
    """A job for the log that writes what is new. `received`: when the push came, ms UTC.

    Gives an answer for each event, and what the hub has of the tablet's store from then on.
    """

    def work(connection: Connection, writing: Writing) -> tuple[list[Answer], Receipt]:
        now = BootClock.heard(boot=push.boot, mono=push.mono, at=push.at, received=received)
        clocks = _clocks(connection, writing, push)
        last = next(reversed(clocks.values()), None)
        # Heard last now.
        clocks.pop(now.boot, None)
        clocks[now.boot] = now
        known = _known(connection, writing, [each.event for each in offered if isinstance(each, Offered)])
        answers: list[Answer] = []
        fresh: list[NewEvent] = []
        for each in offered:
            if isinstance(each, Answer):
                answers.append(each)
            elif (before := known.get(each.event.id)) is not None:
                answers.append(_compare(each.event, before))
            else:
                time = true_time(each.event, received=received, clocks=clocks, last=last)
                fresh.append(NewEvent(event=each.event, body=each.body, true_at=time.at, verified=time.verified))
                known[each.event.id] = each.event
                answers.append(_STORED)
        for device in receipts.add(connection, writing, [new.event for new in fresh]):
            tablets.suspect(connection, device, received)
        writing.append(fresh)
        remember = partial(_remember, connection, push.device, now, received)
        writing.at_end((_CLOCKS, push.device, now.boot), remember)
        return answers, receipts.held(connection, writing, push.device, push.epoch)

    return work


def _read(raw: Raw, push: Push, device: DeviceId) -> Offered | Answer:
    try:
        body = bytes(raw)
        fact = decode(body)
        if b"\n" in body or b"\r" in body or isinstance(fact, UnknownEvent):
            # On one line, because a line is what the stream is made of; fields that are not known here stay. Of an
            # unknown kind the letters are all there is to compare.
            body = msgspec.json.format(body, indent=-1)
            fact = decode(body)
        text = body.decode()
    except (InvalidEventError, msgspec.DecodeError, UnicodeDecodeError) as error:
        _log.warning("event rejected", device=device, reason="invalid")
        return Answer(result=Result.REJECTED, reason=str(error))
    if push.device != device or fact.device != device:
        _log.warning("event rejected", device=device, reason="of another device", id=str(fact.id))
        return Answer(result=Result.REJECTED, reason=f"the token is of {device}, not of {fact.device}")
    return Offered(event=fact, body=text)


def _known(connection: Connection, writing: Writing, offered: list[Event]) -> dict[UUID, Event]:
    """What the log has under the ids of these events; what it tells of their visits is kept for the projections."""
    ids = msgspec.to_builtins([each.id for each in offered])
    # Of the others a job before this one has asked.
    new = {key for each in offered if (key := visit_of(each)) is not None and key not in writing.earlier}
    visits = {msgspec.to_builtins(key): key for key in new}
    dialect = connection.dialect.name
    asked = {"ids": listed(dialect, ids), "visits": listed(dialect, visits), "before": writing.before}
    rows = connection.execute(_entries(dialect), served(connection) | asked)
    found: dict[UUID, Event] = {}
    told: Told = {key: ([], None) for key in new}
    for row in rows:
        fact = decode(row.body.encode())
        if row.is_of_visit:
            hear(told, visits[row.visit], fact, row.true_at, row.received_at)
        else:
            found[fact.id] = fact
    writing.earlier |= told
    return found


@cache
def _entries(dialect: str) -> sa.CompoundSelect[Any]:
    """What the log has under some ids, and what it had of some visits; made once, for it is asked with each push."""
    columns = event.c.visit, event.c.body, event.c.true_at, event.c.received_at
    by_id = sa.select(sa.false().label("is_of_visit"), *columns).where(
        whose(event), among_named(dialect, event.c.id, "ids")
    )
    by_visit = sa.select(sa.true().label("is_of_visit"), *columns).where(
        whose(event), among_named(dialect, event.c.visit, "visits"), event.c.cursor <= sa.bindparam("before")
    )
    # Not by an OR, for which SQLite would look at every event of the practice.
    return by_id.union_all(by_visit)


def _compare(offered: Event, before: Event) -> Answer:
    """The answer to an event whose id is known. A name that one side has erased is no difference."""
    if isinstance(offered, Arrived) and isinstance(before, Arrived) and "" in (offered.name, before.name):
        offered, before = replace(offered, name=""), replace(before, name="")
    if offered == before or is_record_of(before, offered):
        return _DUPLICATE
    _log.error("event rejected", device=offered.device, reason="id with another content", id=str(offered.id))
    return Answer(result=Result.REJECTED, reason=f"the id is known with another content ({kind_of(before)})")


def _clocks(connection: Connection, writing: Writing, push: Push) -> dict[UUID, BootClock]:
    """The known boots of the push's device, the one heard last at the end; what is known of its store is kept, too."""
    if (_CLOCKS, push.device) not in writing.kept:
        store = {"device_": push.device, "epoch_": str(push.epoch)}
        rows = connection.execute(_DEVICE, served(connection) | store).all()
        writing.kept[_CLOCKS, push.device] = {
            UUID(row.boot): BootClock(boot=UUID(row.boot), zero_at=row.zero_at, offset_ms=row.offset_ms)
            for row in rows
            if row.boot is not None
        }
        receipts.keep(writing, (push.device, push.epoch), rows[0].last, rows[0].stored, rows[0].digest)
    found: dict[UUID, BootClock] = writing.kept[_CLOCKS, push.device]
    return found


def _remember(connection: Connection, device: str, clock: BootClock, received: int) -> None:
    key = {"practice": practice_of(connection), "device": device, "boot": str(clock.boot)}
    values = {"zero_at": clock.zero_at, "offset_ms": clock.offset_ms, "heard_at": received}
    put(connection, boot, [key | values])
