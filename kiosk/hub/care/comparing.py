"""What was made from the log, beside what the log says now: some visits at a time, so that any number of them fits."""

from collections.abc import Iterator
from typing import Any
from uuid import UUID

import sqlalchemy as sa
from msgspec import Struct
from sqlalchemy import Connection, Table

from kiosk.hub.projections import CHUNK, PROJECTED, folded
from kiosk.hub.schema import event
from kiosk.hub.tenant import mine


class Compared(Struct, frozen=True):
    """Some visits: how many rows the log makes of them, and those of which the rows differ."""

    rows: dict[str, int]
    """By table."""
    wrong: list[UUID]


def compare(connection: Connection) -> Iterator[Compared]:
    """All visits that the log or a projection knows. Raises InvalidEventError where an event cannot be read.

    Between two steps the caller may write.
    """
    after = None
    while keys := _next_visits(connection, after):
        made = folded(connection, keys)
        wrong: set[str] = set()
        for table in PROJECTED:
            wrong |= _differing(made[table], _there(connection, table, keys))
        yield Compared({table.name: len(made[table]) for table in PROJECTED}, [UUID(key) for key in sorted(wrong)])
        after = keys[-1]


def _next_visits(connection: Connection, after: str | None) -> list[str]:
    found: set[str] = set()
    for table in (event, *PROJECTED):
        query = (
            sa.select(table.c.visit)
            .where(
                mine(connection, table),
                table.c.visit.is_not(None) if after is None else table.c.visit > after,
            )
            .distinct()
            .order_by(table.c.visit)
            .limit(CHUNK)
        )
        found.update(connection.execute(query).scalars())
    return sorted(found)[:CHUNK]


def _there(connection: Connection, table: Table, keys: list[str]) -> list[dict[str, Any]]:
    rows = connection.execute(sa.select(table).where(mine(connection, table), table.c.visit.in_(keys)))
    try:
        return [dict(row) for row in rows.mappings()]
    except ValueError:
        # A column that cannot be read differs from whatever it should be.
        return []


def _differing(made: list[dict[str, Any]], there: list[dict[str, Any]]) -> set[str]:
    """The visits of rows that are in one of the two alone."""
    wanted, found = ({repr(sorted(row.items())): row["visit"] for row in rows} for rows in (made, there))
    return {
        visit for one, other in ((wanted, found), (found, wanted)) for row, visit in one.items() if row not in other
    }
