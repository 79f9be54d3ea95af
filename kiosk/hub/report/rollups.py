"""How many ratings there are by quarter of an hour, site and language: written with the ratings, in their transaction.

What a change of some visits adds and takes away is the difference of what they counted for before and after it, so
that corrections, flags and retention need no case of their own.
"""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from typing import Any

import sqlalchemy as sa
from sqlalchemy import Connection

from kiosk.hub.bulk import among
from kiosk.hub.schema import rated, rating, visit
from kiosk.hub.tenant import mine, practice_of

QUARTER_MS = 900_000

COUNTS = tuple(column for column in rated.c if column.name.startswith(("stars_", "flagged_")))

Key = tuple[int, str, str, str]
"""Quarter, site, language, column."""


def counted(connection: Connection, visits: Iterable[str]) -> Counter[Key]:
    """What the ratings of `visits`, as the tables have them now, count for."""
    return _counter(connection.execute(_counting(connection).where(among(connection, rating.c.visit, list(visits)))))


def counted_of(ratings: Iterable[Mapping[str, Any]], languages: Mapping[str, str]) -> Counter[Key]:
    """What rows of `rating` count for that are not in the table yet. `languages`: by visit."""
    return Counter(
        _key(row["settled_at"], row["device"], languages[row["visit"]], row["stars"], row["flags"])
        for row in ratings
        if row["settled_at"] is not None
    )


def add(connection: Connection, now: Counter[Key], before: Counter[Key]) -> None:
    """Writes what has come and what has gone."""
    change = now.copy()
    change.subtract(before)
    by_row: dict[tuple[int, str, str], dict[str, int]] = {}
    for (quarter, site, language, column), n in change.items():
        if n:
            by_row.setdefault((quarter, site, language), {})[column] = n
    for key, changes in sorted(by_row.items()):
        there = _row(connection, key)
        values = {rated.c[name]: rated.c[name] + n for name, n in changes.items()}
        if connection.execute(rated.update().where(there).values(values)).rowcount == 0:
            _insert(connection, [(key, changes)])
        elif min(changes.values()) < 0:
            connection.execute(sa.delete(rated).where(there, *(column == 0 for column in COUNTS)))


def differing(connection: Connection) -> set[tuple[int, str, str]]:
    """The rows that are not what the ratings say."""
    right = _counter(connection.execute(_counting(connection).execution_options(yield_per=1_000)))
    found: Counter[Key] = Counter()
    for row in connection.execute(sa.select(rated).where(mine(connection, rated))).mappings():
        for column in COUNTS:
            if row[column.name]:
                found[row["quarter"], row["site"], row["language"], column.name] = row[column.name]
    return {key[:3] for key in right.keys() | found.keys() if right[key] != found[key]}


def rewrite(connection: Connection) -> int:
    """Makes the rows that differ anew, in the caller's transaction; how many there were."""
    wrong = differing(connection)
    if wrong:
        connection.execute(sa.delete(rated).where(mine(connection, rated)))
        rows: dict[tuple[int, str, str], dict[str, int]] = {}
        for (quarter, site, language, column), n in _counter(connection.execute(_counting(connection))).items():
            rows.setdefault((quarter, site, language), {})[column] = n
        _insert(connection, sorted(rows.items()))
    return len(wrong)


def _counting(connection: Connection) -> sa.Select[Any]:
    return (
        sa.select(rating.c.settled_at, rating.c.device, rating.c.stars, rating.c.flags, visit.c.language)
        .join(visit, sa.and_(visit.c.practice == rating.c.practice, visit.c.visit == rating.c.visit))
        .where(mine(connection, rating), rating.c.settled_at.is_not(None))
    )


def _counter(rows: Iterable[sa.Row[Any]]) -> Counter[Key]:
    return Counter(_key(row.settled_at, row.device, row.language, row.stars, row.flags) for row in rows)


def _key(settled_at: int, device: str, language: str, stars: int, flags: Collection[str]) -> Key:
    return settled_at - settled_at % QUARTER_MS, device, language, f"flagged_{stars}" if flags else f"stars_{stars}"


def _row(connection: Connection, key: tuple[int, str, str]) -> sa.ColumnElement[bool]:
    quarter, site, language = key
    return sa.and_(
        mine(connection, rated), rated.c.quarter == quarter, rated.c.site == site, rated.c.language == language
    )


def _insert(connection: Connection, rows: Iterable[tuple[tuple[int, str, str], dict[str, int]]]) -> None:
    nothing = {column.name: 0 for column in COUNTS}
    values = [
        {
            **nothing,
            "practice": practice_of(connection),
            "quarter": key[0],
            "site": key[1],
            "language": key[2],
            **counts,
        }
        for key, counts in rows
    ]
    if values:
        connection.execute(rated.insert(), values)
