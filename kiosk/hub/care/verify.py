"""Whether the hub's database is what it should be. Only reads, and may run beside the hub."""

from collections.abc import Iterable, Iterator
from pathlib import Path
from uuid import UUID

import sqlalchemy as sa
from alembic.script import ScriptDirectory
from msgspec import Struct
from sqlalchemy import URL, Connection

from kiosk.hub import receipts
from kiosk.hub.care.comparing import compare
from kiosk.hub.care.files import CareFault
from kiosk.hub.database import DatabaseFault, alembic_config, look_at
from kiosk.hub.erasing import ARRIVED, NAMES_ERASED
from kiosk.hub.report import rollups
from kiosk.hub.schema import event, practice
from kiosk.hub.tenant import each_practice, mine
from kiosk.hub.writing import HUB_DEVICE
from kiosk.visits.events import Arrived, InvalidEventError, decode, kind_of, visit_of

_TOLD = 10
"""Sentences of one kind; one fault can be in a million rows."""

_AT_ONCE = 1_000


class Verdict(Struct, frozen=True):
    """What was found, in sentences."""

    events: int
    visits: int
    problems: list[str]
    warnings: list[str]
    """What may well be right: a number that is missing is of an event that was refused, or is still unsent."""

    @property
    def is_well(self) -> bool:
        """Whether nothing is wrong."""
        return not self.problems


def verify(where: Path | URL) -> Verdict:
    """Looks through the database at `where`. Raises CareFault where there is none that this program reads."""
    try:
        with look_at(where) as (connection, revision):
            _refuse_older(revision)
            return _look_through(connection)
    except DatabaseFault as fault:
        raise CareFault(str(fault)) from None
    except sa.exc.DBAPIError as error:
        return Verdict(0, 0, [f"The database cannot be read through: {error.orig}."], [])


def _look_through(connection: Connection) -> Verdict:
    if damage := _some(_damage(connection)):
        return Verdict(0, 0, damage, [])
    found = [_look_through_one(connection) for _ in each_practice(connection)]
    return Verdict(
        sum(each.events for each in found),
        sum(each.visits for each in found),
        [sentence for each in found for sentence in each.problems],
        [sentence for each in found for sentence in each.warnings],
    )


def _look_through_one(connection: Connection) -> Verdict:
    """What is one practice's."""
    events = connection.execute(
        sa.select(sa.func.count()).select_from(event).where(mine(connection, event))
    ).scalar_one()
    problems = _some(_cursors(connection)) + _some(_twice(connection))
    numbers = list(_numbers(connection))
    problems += _some(sentence for sentence, is_wrong in numbers if is_wrong)
    warnings = _some(sentence for sentence, is_wrong in numbers if not is_wrong)
    if unreadable := _some(_bodies(connection)):
        unreadable.append("So what was made from the log could not be compared with it.")
        return Verdict(events, 0, problems + unreadable, warnings)
    problems += _some(_names(connection))
    problems += _some(
        f"The receipt of {device} (store {epoch}) is not what the log says; `kiosk hub rebuild` mends it."
        for device, epoch in receipts.differing(connection)
    )
    if counts := len(rollups.differing(connection)):
        problems.append(
            f"What the report card counts differs {counts} times from the ratings; `kiosk hub rebuild` mends it."
        )
    wrong, visits = _projections(connection)
    problems += _some(
        f"What pages show of the visit {key} is not what the log says; `kiosk hub rebuild` mends it." for key in wrong
    )
    return Verdict(events, visits, problems, warnings)


def _refuse_older(revision: str) -> None:
    if revision != ScriptDirectory.from_config(alembic_config()).get_current_head():
        raise CareFault("The database is of an older version; the hub brings it up to date when it is started.")


def _some(sentences: Iterable[str]) -> list[str]:
    told = list(sentences)
    return told if len(told) <= _TOLD else [*told[:_TOLD], f"And {len(told) - _TOLD} more like these."]


def _damage(connection: Connection) -> Iterator[str]:
    """What is wrong with the file; a server looks after its own."""
    if connection.dialect.name != "sqlite":
        return
    for (found,) in connection.exec_driver_sql(f"PRAGMA integrity_check({_TOLD})"):
        if found != "ok":
            yield f"The file is damaged: {found}."


def _bodies(connection: Connection) -> Iterator[str]:
    """Events that cannot be read, or say something else than their row."""
    rows = connection.execute(
        sa.select(event).where(mine(connection, event)).order_by(event.c.cursor).execution_options(yield_per=_AT_ONCE)
    )
    for row in rows:
        try:
            fact = decode(row.body.encode())
        except InvalidEventError as error:
            yield f"The event at {row.cursor} cannot be read: {error}."
            continue
        visit = visit_of(fact)
        told = (str(fact.id), str(visit) if visit else None, kind_of(fact), fact.device, str(fact.epoch), fact.n)
        if told != (row.id, row.visit, row.kind, row.device, row.epoch, row.n):
            yield f"The event at {row.cursor} says something else than its row."


def _cursors(connection: Connection) -> Iterator[str]:
    last = 0
    cursors = sa.select(event.c.cursor).where(mine(connection, event)).order_by(event.c.cursor)
    for cursor in connection.execute(cursors.execution_options(yield_per=_AT_ONCE)).scalars():
        if cursor == last + 2:
            yield f"There is no event at {cursor - 1}."
        elif cursor > last + 2:
            yield f"There are no events at {last + 1} to {cursor - 1}."
        last = cursor
    handed_out = connection.execute(sa.select(practice.c.cursor).where(mine(connection, practice))).scalar_one()
    if last != handed_out:
        yield f"The last event is at {last}, though {handed_out} was handed out last."


def _twice(connection: Connection) -> Iterator[str]:
    found = connection.execute(
        sa.select(event.c.id).where(mine(connection, event)).group_by(event.c.id).having(sa.func.count() > 1)
    )
    for key in found.scalars():
        yield f"The event {key} is there more than once."


def _numbers(connection: Connection) -> Iterator[tuple[str, bool]]:
    """What is to be said of the stores' numbers, and whether it is wrong for certain."""
    own = connection.execute(sa.select(practice.c.hub_epoch, practice.c.n).where(mine(connection, practice))).one()
    last = 0
    different, highest = sa.func.count(event.c.n.distinct()), sa.func.max(event.c.n)
    stores = connection.execute(
        sa.select(
            event.c.device,
            event.c.epoch,
            sa.func.count().label("all"),
            different.label("different"),
            highest.label("last"),
        )
        .where(mine(connection, event))
        .group_by(event.c.device, event.c.epoch)
    )
    for row in stores:
        is_own = row.device == HUB_DEVICE
        store = "the hub itself" if is_own else row.device
        if row.different < row.last:
            yield (
                f"Of {store} (store {row.epoch}) {row.last - row.different} of {row.last} events are not here.",
                is_own,
            )
        if row.all > row.different:
            yield f"Of {store} (store {row.epoch}) {row.all - row.different} numbers were given out twice.", is_own
        if is_own and row.epoch == own.hub_epoch:
            last = row.last
    if last != own.n:
        yield f"The hub's own last event is number {last}, though {own.n} was given out last.", True


def _names(connection: Connection) -> Iterator[str]:
    erased = sa.select(event.c.visit).where(mine(connection, event), event.c.kind == NAMES_ERASED)
    arrivals = sa.select(event.c.cursor, event.c.body).where(
        mine(connection, event), event.c.kind == ARRIVED, event.c.visit.in_(erased)
    )
    for row in connection.execute(arrivals):
        fact = decode(row.body.encode())
        if isinstance(fact, Arrived) and fact.name:
            yield f"The arrival at {row.cursor} has a name that was to be erased."


def _projections(connection: Connection) -> tuple[list[UUID], int]:
    wrong: list[UUID] = []
    visits = 0
    for some in compare(connection):
        wrong += some.wrong
        visits += some.rows["visit"]
    return wrong, visits
