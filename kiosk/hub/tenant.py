"""Whose data a connection is for. Every query on a practice's tables asks this, so that none can forget it."""

from collections.abc import Iterator
from typing import Any

import sqlalchemy as sa
from sqlalchemy import ColumnElement, Connection, FromClause

from kiosk.hub.schema import practice as table

FIRST = "practice"
"""The practice that every hub has from its first start on; it is served under every name that no other one has."""

OPTION = "kiosk_practice"
"""The execution option of an engine or a connection that says whose it is."""


def practice_of(connection: Connection) -> str:
    """The practice that the connection is for. Raises KeyError for one that is nobody's: that is our own bug."""
    practice: str = connection.get_execution_options()[OPTION]
    return practice


def mine(connection: Connection, table: FromClause) -> ColumnElement[bool]:
    """The condition that rows are of the connection's practice. Raises KeyError as `practice_of`."""
    return table.c.practice == practice_of(connection)


def whose(table: FromClause) -> ColumnElement[bool]:
    """As `mine`, of a statement that is made once for all practices: it is executed with `served`."""
    return table.c.practice == sa.bindparam(OPTION)


def served(connection: Connection) -> dict[str, Any]:
    """Whose the rows are that `whose` asks for. Raises KeyError as `practice_of`."""
    return {OPTION: practice_of(connection)}


def each_practice(connection: Connection) -> Iterator[str]:
    """All practices in turn; the connection is for each while it is the one."""
    for practice in sorted(connection.execute(sa.select(table.c.practice)).scalars()):
        serve(connection, practice)
        yield practice


def serve(connection: Connection, practice: str) -> Connection:
    """The same connection, from now on for `practice`."""
    return connection.execution_options(**{OPTION: practice})
