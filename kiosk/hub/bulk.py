"""Many rows and many keys at once, as quickly as the database takes them."""

import json
from collections.abc import Callable, Collection, Mapping, Sequence
from functools import cache
from operator import itemgetter
from typing import Any

import sqlalchemy as sa
from msgspec import Struct
from sqlalchemy import Connection, Table
from sqlalchemy.dialects.postgresql import ARRAY

COPY_FROM = 20
"""Rows from which on a COPY is quicker than statements."""


def among(connection: Connection, column: sa.ColumnElement[Any], values: Collection[str]) -> sa.ColumnElement[bool]:
    """Whether the column is one of `values`, be they ever so many: they are one parameter."""
    if connection.dialect.name == "postgresql":
        return column == sa.any_(sa.bindparam(None, list(values), type_=ARRAY(column.type)))
    listed = sa.func.json_each(json.dumps(list(values))).table_valued("value")
    return column.in_(sa.select(listed.c.value))


def insert(connection: Connection, table: Table, rows: Sequence[Mapping[str, Any]]) -> None:
    """Writes rows, each with a value for every column of the table. Raises sqlalchemy.exc.DBAPIError."""
    if not rows:
        return
    form = _form(table, connection.dialect.name)
    values = [form.values(row) for row in rows]
    for at in form.json:
        values = [(*row[:at], json.dumps(row[at]), *row[at + 1 :]) for row in values]
    if connection.dialect.name == "postgresql" and len(rows) >= COPY_FROM:
        from kiosk.hub.postgresql import copy

        copy(connection, f"COPY {form.target} FROM STDIN", values)
    else:
        connection.exec_driver_sql(form.statement, values)


class _Form(Struct, frozen=True):
    """How rows of a table are written past SQLAlchemy, which takes longer over each than the database does."""

    target: str
    statement: str
    values: Callable[[Mapping[str, Any]], tuple[Any, ...]]
    json: tuple[int, ...]
    """Which of the values are JSON."""


@cache
def _form(table: Table, dialect: str) -> _Form:
    names = [column.name for column in table.c]
    target = f"{table.name} ({', '.join(names)})"
    places = ", ".join(["%s" if dialect == "postgresql" else "?"] * len(names))
    return _Form(
        target=target,
        statement=f"INSERT INTO {target} VALUES ({places})",  # noqa: S608 - names of our tables
        values=itemgetter(*names),
        json=tuple(at for at, column in enumerate(table.c) if isinstance(column.type, sa.JSON)),
    )
