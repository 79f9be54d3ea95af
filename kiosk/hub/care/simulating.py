"""Writes a simulated history into an empty hub, as if each site had sent its weeks when they were over.

Events, projections, receipts and counts are made side by side in processes of their own, by the functions that make
them of a tablet's push; this one only writes them.
"""

from collections.abc import Callable, Iterable
from concurrent.futures import Future, ProcessPoolExecutor
from contextlib import ExitStack
from datetime import date, timedelta
from multiprocessing import get_context
from pathlib import Path
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

import sqlalchemy as sa
from msgspec import Struct
from msgspec.structs import replace
from sqlalchemy import URL, Connection, Table

from kiosk.config import Config
from kiosk.hub import receipts, settings
from kiosk.hub.bulk import Values, insert_values, values_of
from kiosk.hub.care.files import CareFault
from kiosk.hub.care.opening import opened
from kiosk.hub.expiring import DAY_MS
from kiosk.hub.home import Start
from kiosk.hub.projections import PROJECTED, rows_of
from kiosk.hub.receipts import Counted
from kiosk.hub.report import rollups
from kiosk.hub.report.rollups import Tallied
from kiosk.hub.report.tally import Tally
from kiosk.hub.report.telling import decide
from kiosk.hub.schema import event, practice, rating, tablet, visit
from kiosk.hub.tenant import FIRST, mine
from kiosk.hub.writing import NewEvent, Writing, row_of
from kiosk.simulated.day import Store
from kiosk.simulated.history import Plan
from kiosk.visits.events import Arrived, Event, encode, visit_of
from kiosk.visits.receipt import Receipt

WHO = "Simulation"
"""Who saved the settings."""

MOST_DAYS = 3_650
"""For so long a practice keeps visits at most."""

SPARE_DAYS = 30
"""For so long at least nothing of the history is erased."""


class Simulated(Struct, frozen=True):
    """How many there are in the hub now."""

    events: int
    visits: int
    ratings: int


class _Week(Struct):
    """All rows of a week of a site; the cursors of its events count from 1."""

    store: Store
    receipt: Receipt
    rows: dict[str, list[Values]]
    """By table."""
    counts: Tallied


def simulate(where: Path | URL, config: Config, plan: Plan, *, now: int, processes: int) -> Simulated:
    """Writes the history of `plan` in the practice's zone, a week in each transaction; `now`: ms UTC.

    Has the practice keep visits for as long as the history is, else the hub would erase it. Raises CareFault for a hub
    that has visits or tablets, for one that runs, and for weeks that are not over or that no practice keeps.
    """
    today = plan.first + timedelta(weeks=plan.weeks)
    with ExitStack() as stack:
        database = stack.enter_context(opened(where))
        with database.begin() as (connection, start):
            _refuse_practice(connection)
            plan = replace(plan, zone=settings.newest(connection, config).settings.timezone)
            _keep(connection, start, config, plan, now)
        submit = _in_turn if processes == 1 else stack.enter_context(_pool(processes)).submit
        pending = [submit(_week, plan, store, Receipt(), plan.first) for store in plan.stores]
        for monday in plan.mondays:
            later = monday + timedelta(weeks=1)
            with database.write() as connection:
                counts: list[Tallied] = []
                for place, future in enumerate(pending):
                    made = future.result()
                    if later < today:
                        pending[place] = submit(_week, plan, made.store, made.receipt, later)
                    _write(connection, made)
                    counts.append(made.counts)
                rollups.add(connection, _sum(counts), {})
        with database.write() as connection:
            while decide(connection, today):
                pass
            done = Simulated(*(_count(connection, table) for table in (event, visit, rating)))
        database.forget()
    return done


def _week(plan: Plan, store: Store, receipt: Receipt, monday: date) -> _Week:
    received = plan.at(monday + timedelta(weeks=1))
    facts = list(plan.week_of(store, monday))
    told: dict[UUID, tuple[list[Event], int | None]] = {}
    for fact in facts:
        if (key := visit_of(fact)) is not None:
            events, heard = told.get(key, ([], None))
            events.append(fact)
            told[key] = events, received if isinstance(fact, Arrived) else heard
    new = (NewEvent(event=fact, body=encode(fact).decode(), true_at=fact.at, verified=True) for fact in facts)
    logged = [row_of(FIRST, cursor, each, received) for cursor, each in enumerate(new, start=1)]
    made = rows_of(FIRST, told)
    rows = {table.name: values_of(table, made[table]) for table in PROJECTED}
    return _Week(
        store=store,
        receipt=receipt.plus((fact.n, fact.id) for fact in facts),
        rows={event.name: values_of(event, logged), **rows},
        counts=rollups.counted_of(made, ZoneInfo(plan.zone)),
    )


def _write(connection: Connection, made: _Week) -> None:
    own = practice.update().where(mine(connection, practice)).returning(practice.c.cursor)
    logged = made.rows[event.name]
    last = connection.execute(own.values(cursor=practice.c.cursor + len(logged))).scalar_one()
    at = list(event.c).index(event.c.cursor)
    before = last - len(logged)
    insert_values(connection, event, [(*row[:at], before + row[at], *row[at + 1 :]) for row in logged])
    for table in PROJECTED:
        insert_values(connection, table, made.rows[table.name])
    store = made.store.device, made.store.epoch
    receipts.rewrite(connection, store, Counted(made.store.n, made.receipt))


def _sum(counts: Iterable[Tallied]) -> Tallied:
    total: Tallied = {}
    for each in counts:
        for key, tally in each.items():
            total.setdefault(key, Tally()).add(tally)
    return total


def _keep(connection: Connection, start: Start, config: Config, plan: Plan, now: int) -> None:
    if plan.at(plan.first + timedelta(weeks=plan.weeks)) > now:
        raise CareFault("The weeks to be simulated must be over.")
    held = settings.newest(connection, config)
    days = (now - plan.at(plan.first)) // DAY_MS + SPARE_DAYS
    if days > MOST_DAYS:
        raise CareFault(f"No practice keeps visits for longer than {MOST_DAYS} days: simulate fewer or later weeks.")
    new = replace(held.settings, retention_days=max(held.settings.retention_days, days))
    rollups.keep_zone(connection, new.zone)
    writing = Writing(connection, start, now)
    settings.save(connection, writing, config, new, base=held.number, who=WHO)
    writing.finish()


def _refuse_practice(connection: Connection) -> None:
    for table in (event, tablet):
        own = mine(connection, table), table.c.kind != "settings_changed" if table is event else sa.true()
        if connection.execute(sa.select(sa.literal(1)).select_from(table).where(*own).limit(1)).first() is not None:
            raise CareFault("This hub has visits or tablets: simulate into a data folder or database of its own.")


def _pool(processes: int) -> ProcessPoolExecutor:
    # Started anew and not forked: this process has threads and connections.
    return ProcessPoolExecutor(processes, mp_context=get_context("spawn"))


def _in_turn(work: Callable[..., _Week], *arguments: Any) -> "Future[_Week]":
    done: Future[_Week] = Future()
    done.set_result(work(*arguments))
    return done


def _count(connection: Connection, table: Table) -> int:
    return int(
        connection.execute(sa.select(sa.func.count()).select_from(table).where(mine(connection, table))).scalar_one()
    )
