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
    if connection.dialect.name == "postgresql" and len(rows) >= COPY_FROM:
        from kiosk.hub.postgresql import copy

        copy(connection, f"COPY {form.target} FROM STDIN", form.of(rows))
    else:
        connection.exec_driver_sql(form.statement, form.of(rows))


def put(connection: Connection, table: Table, rows: Sequence[Mapping[str, Any]]) -> None:
    """Writes rows as `insert` does, each in the place of the one with its key if there is one."""
    if rows:
        form = _form(table, connection.dialect.name)
        connection.exec_driver_sql(form.statement + form.instead, form.of(rows))


class _Form(Struct, frozen=True):
    """How rows of a table are written past SQLAlchemy, which takes longer over each than the database does."""

    target: str
    statement: str
    instead: str
    values: Callable[[Mapping[str, Any]], tuple[Any, ...]]
    json: tuple[int, ...]
    """Which of the values are JSON."""

    def of(self, rows: Sequence[Mapping[str, Any]]) -> list[tuple[Any, ...]]:
        """The parameters of `statement`."""
        values = [self.values(row) for row in rows]
        for at in self.json:
            values = [(*row[:at], json.dumps(row[at]), *row[at + 1 :]) for row in values]
        return values


@cache
def _form(table: Table, dialect: str) -> _Form:
    names = [column.name for column in table.c]
    target = f"{table.name} ({', '.join(names)})"
    places = ", ".join(["%s" if dialect == "postgresql" else "?"] * len(names))
    keys = ", ".join(column.name for column in table.primary_key)
    changes = ", ".join(f"{column.name} = excluded.{column.name}" for column in table.c if not column.primary_key)
    return _Form(
        target=target,
        statement=f"INSERT INTO {target} VALUES ({places})",  # noqa: S608 - names of our tables
        instead=f" ON CONFLICT ({keys}) DO UPDATE SET {changes}",
        values=itemgetter(*names),
        json=tuple(at for at, column in enumerate(table.c) if isinstance(column.type, sa.JSON)),
    )
