"""What the report card adds up: a row for each week, site and language, written with the visits, in their transaction.

What a change of some visits adds and takes away is the difference of what they counted for before and after it, so
that corrections, flags and retention need no case of their own. Weeks are the practice's: see decision 0019.
"""

from collections.abc import Iterable, Set
from functools import cache
from typing import Any
from zoneinfo import ZoneInfo

import sqlalchemy as sa
from sqlalchemy import Connection, Table

from kiosk.hub.bulk import among, among_named, listed, put
from kiosk.hub.report.tally import Key, Row, Tallies, Tally, decode, encode
from kiosk.hub.schema import concern, practice, rating, tally, told, visit
from kiosk.hub.tenant import mine, practice_of, served, whose

Tallied = dict[Key, Tally]

_AT_ONCE = 1_000

_VISIT = [
    getattr(visit.c, name)
    for name in (
        "device",
        "language",
        "arrived_at",
        "seen_at",
        "quoted_at",
        "quoted_minutes",
        "first_called_at",
        "closed_at",
        "closed_how",
    )
]
_OF_RATING = [
    *(getattr(rating.c, name) for name in ("device", "settled_at", "stars", "topics", "comment", "flags")),
    *(getattr(visit.c, name) for name in ("language", "quoted_at", "quoted_minutes", "first_called_at")),
]
_OF_CONCERN = [
    *(getattr(concern.c, name) for name in ("device", "at", "outcome", "resolved_at")),
    *(getattr(visit.c, name) for name in ("language", "closed_at")),
]


def zone_of(connection: Connection) -> ZoneInfo:
    """Where the weeks that were counted begin and end."""
    row = connection.execute(sa.select(practice.c.timezone).where(mine(connection, practice))).one()
    return zone_named(row.timezone)


def zone_named(timezone: str | None) -> ZoneInfo:
    """The zone of a practice's row."""
    return ZoneInfo(timezone or "UTC")


def keep_zone(connection: Connection, zone: ZoneInfo) -> None:
    """Counts everything again if the practice's weeks begin elsewhere than before."""
    own = mine(connection, practice)
    if connection.execute(sa.select(practice.c.timezone).where(own)).scalar_one() == zone.key:
        return
    connection.execute(practice.update().where(own).values(timezone=zone.key))
    connection.execute(sa.delete(told).where(mine(connection, told)))
    rewrite(connection)


def counted(connection: Connection, visits: Iterable[str], zone: ZoneInfo) -> Tallied:
    """What `visits`, as the tables have them now, count for."""
    keys = list(visits)
    found = Tallies(zone)
    found.count(
        visit_rows(connection, among(connection, visit.c.visit, keys)),
        rating_rows(connection, among(connection, rating.c.visit, keys)),
        concern_rows(connection, among(connection, concern.c.visit, keys)),
    )
    return found.with_margins()


def counted_of(made: dict[Table, list[dict[str, Any]]], zone: ZoneInfo) -> Tallied:
    """What visits with these rows count for where weeks begin in `zone`."""
    by_visit = {row["visit"]: row for row in made[visit]}
    found = Tallies(zone)
    found.count(
        made[visit],
        ({**by_visit[row["visit"]], **row} for row in made[rating]),
        ({**by_visit[row["visit"]], **row} for row in made[concern]),
    )
    return found.with_margins()


def add(connection: Connection, now: Tallied, before: Tallied) -> None:
    """Writes what has come and what has gone."""
    change = {key: _minus(now.get(key), before.get(key)) for key in sorted(now.keys() | before.keys())}
    change = {key: each for key, each in change.items() if not each.is_empty}
    there = _there(connection, change.keys())
    for key, each in change.items():
        each.add(there.get(key, Tally()))
    _write(connection, change, there)


def differing(connection: Connection) -> set[Key]:
    """The rows that are not what the tables say."""
    return set(_wrong(connection)[0])


def rewrite(connection: Connection) -> int:
    """Makes the rows that differ anew, in the caller's transaction; how many there were."""
    wrong, there = _wrong(connection)
    _write(connection, wrong, there)
    return len(wrong)


def visit_rows(connection: Connection, *conditions: sa.ColumnElement[bool]) -> Iterable[Row]:
    """Visits, with what is counted of them."""
    return _rows(connection, sa.select(*_VISIT).where(mine(connection, visit), *conditions))


def rating_rows(connection: Connection, *conditions: sa.ColumnElement[bool]) -> Iterable[Row]:
    """Settled ratings, with what is counted of them and their visits."""
    settled = rating.c.settled_at.is_not(None)
    query = sa.select(*_OF_RATING).join(visit, _same(rating)).where(mine(connection, rating), settled, *conditions)
    return _rows(connection, query)


def concern_rows(connection: Connection, *conditions: sa.ColumnElement[bool]) -> Iterable[Row]:
    """Concerns, with what is counted of them and their visits."""
    query = sa.select(*_OF_CONCERN).join(visit, _same(concern)).where(mine(connection, concern), *conditions)
    return _rows(connection, query)


def _same(table: Table) -> sa.ColumnElement[bool]:
    return sa.and_(visit.c.practice == table.c.practice, visit.c.visit == table.c.visit)


def _rows(connection: Connection, query: sa.Select[Any]) -> Iterable[Row]:
    return connection.execute(query.execution_options(yield_per=_AT_ONCE)).mappings()


def _minus(now: Tally | None, before: Tally | None) -> Tally:
    made = Tally()
    made.add(now or Tally())
    made.add(before or Tally(), -1)
    return made


def _there(connection: Connection, keys: Set[Key]) -> Tallied:
    if not keys:
        return {}
    weeks, sites, languages = (set(each) for each in zip(*keys, strict=True))
    dialect = connection.dialect.name
    asked = {
        "first": min(weeks),
        "last": max(weeks),
        "sites": listed(dialect, sites),
        "languages": listed(dialect, languages),
    }
    rows = connection.execute(_some(dialect), served(connection) | asked)
    return {key: decode(row.body) for row in rows if (key := (row.week, row.site, row.language)) in keys}


@cache
def _some(dialect: str) -> sa.Select[Any]:
    """Made once, for it is asked with every rating."""
    return sa.select(tally).where(
        whose(tally),
        tally.c.week.between(sa.bindparam("first"), sa.bindparam("last")),
        among_named(dialect, tally.c.site, "sites"),
        among_named(dialect, tally.c.language, "languages"),
    )


def _wrong(connection: Connection) -> tuple[Tallied, Tallied]:
    """The rows that differ as they should be, and all as they are."""
    counts = Tallies(zone_of(connection))
    counts.count(visit_rows(connection), rating_rows(connection), concern_rows(connection))
    right = counts.with_margins()
    there = {
        (row.week, row.site, row.language): decode(row.body)
        for row in connection.execute(sa.select(tally).where(mine(connection, tally)))
    }
    right = {key: each for key, each in right.items() if not each.is_empty}
    keys = right.keys() | there.keys()
    return {key: right.get(key, Tally()) for key in keys if right.get(key) != there.get(key)}, there


def _write(connection: Connection, rows: Tallied, there: Tallied) -> None:
    columns = ("week_", "site_", "language_")
    gone = [dict(zip(columns, key, strict=True)) for key, each in rows.items() if each.is_empty and key in there]
    if gone:
        own = mine(connection, tally), *(tally.c[name[:-1]] == sa.bindparam(name) for name in columns)
        connection.execute(sa.delete(tally).where(*own), gone)
    kept = [
        {"practice": practice_of(connection), "week": key[0], "site": key[1], "language": key[2], "body": encode(each)}
        for key, each in rows.items()
        if not each.is_empty
    ]
    put(connection, tally, kept)
