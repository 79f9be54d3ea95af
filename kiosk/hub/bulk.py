"""Many rows and many keys at once, as quickly as the database takes them."""

import json
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from functools import cache
from operator import itemgetter
from typing import Any, TypeAlias

import sqlalchemy as sa
from sqlalchemy import Connection, Table
from sqlalchemy.dialects.postgresql import ARRAY

Values: TypeAlias = tuple[Any, ...]
"""A row's values, in the order of its table's columns; JSON is text."""

COPY_FROM = 20
"""Rows from which on a COPY is quicker than statements."""


def among(connection: Connection, column: sa.ColumnElement[Any], values: Collection[str]) -> sa.ColumnElement[bool]:
    """Whether the column is one of `values`, be they ever so many: they are one parameter."""
    dialect = connection.dialect.name
    return _among(dialect, column, None, listed(dialect, values))


def among_named(dialect: str, column: sa.ColumnElement[Any], name: str) -> sa.ColumnElement[bool]:
    """As `among`, of a statement that is made once: it is executed with what `listed` gives as the parameter `name`."""
    return _among(dialect, column, name, None)


def listed(dialect: str, values: Iterable[str]) -> list[str] | str:
    """Values as one parameter."""
    return list(values) if dialect == "postgresql" else json.dumps(list(values))


def _among(
    dialect: str, column: sa.ColumnElement[Any], name: str | None, values: list[str] | str | None
) -> sa.ColumnElement[bool]:
    if dialect == "postgresql":
        return column == sa.any_(sa.bindparam(name, values, type_=ARRAY(column.type)))
    each = sa.func.json_each(sa.bindparam(name, values, type_=sa.Text)).table_valued("value")
    return column.in_(sa.select(each.c.value))


def insert(connection: Connection, table: Table, rows: Sequence[Mapping[str, Any]]) -> None:
    """Writes rows, each with a value for every column of the table. Raises sqlalchemy.exc.DBAPIError."""
    insert_values(connection, table, values_of(table, rows))


def values_of(table: Table, rows: Iterable[Mapping[str, Any]]) -> list[Values]:
    """Rows as `insert_values` takes them."""
    of_row, json_at = _order(table)
    values = list(map(of_row, rows))
    for at in json_at:
        values = [(*row[:at], json.dumps(row[at]), *row[at + 1 :]) for row in values]
    return values


def insert_values(connection: Connection, table: Table, values: Sequence[Values]) -> None:
    """Writes rows that are values in the order of the table's columns. Raises sqlalchemy.exc.DBAPIError."""
    if not values:
        return
    target, statement = _statement(table, connection.dialect.name)
    if connection.dialect.name == "postgresql" and len(values) >= COPY_FROM:
        from kiosk.hub.postgresql import copy

        copy(connection, f"COPY {target} FROM STDIN", values)
    else:
        _execute(connection, statement, values)


def put(connection: Connection, table: Table, rows: Sequence[Mapping[str, Any]]) -> None:
    """Writes rows as `insert` does, each in the place of the one with its key if there is one."""
    if rows:
        _execute(connection, _replacing(table, connection.dialect.name), values_of(table, rows))


def _execute(connection: Connection, statement: str, values: Sequence[Values]) -> None:
    # One alone needs no way to send many.
    connection.exec_driver_sql(statement, values[0] if len(values) == 1 else list(values))


@cache
def _order(table: Table) -> tuple[Callable[[Mapping[str, Any]], Values], tuple[int, ...]]:
    """How a row's values come into the order of the columns, and which of them are JSON."""
    json_at = tuple(at for at, column in enumerate(table.c) if isinstance(column.type, sa.JSON))
    return itemgetter(*(column.name for column in table.c)), json_at


@cache
def _statement(table: Table, dialect: str) -> tuple[str, str]:
    """Past SQLAlchemy, which takes longer over each row than the database does: the table, and how to insert."""
    names = [column.name for column in table.c]
    target = f"{table.name} ({', '.join(names)})"
    places = ", ".join(["%s" if dialect == "postgresql" else "?"] * len(names))
    return target, f"INSERT INTO {target} VALUES ({places})"  # noqa: S608 - names of our tables


@cache
def _replacing(table: Table, dialect: str) -> str:
    _, statement = _statement(table, dialect)
    keys = ", ".join(column.name for column in table.primary_key)
    changes = ", ".join(f"{column.name} = excluded.{column.name}" for column in table.c if not column.primary_key)
    return f"{statement} ON CONFLICT ({keys}) DO UPDATE SET {changes}"
