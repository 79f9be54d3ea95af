"""A hub moves from its file to a PostgreSQL server: the same hub, with every row, or nothing at all."""

from collections.abc import Iterator
from hashlib import blake2b
from pathlib import Path
from typing import Any

import msgspec
import sqlalchemy as sa
from msgspec import Struct
from sqlalchemy import URL, Connection, Table

from kiosk.hub import sqlite
from kiosk.hub.bulk import insert
from kiosk.hub.care.files import CareFault
from kiosk.hub.database import DatabaseFault, new_on_server, open_database
from kiosk.hub.schema import metadata

_AT_ONCE = 1_000

_DIGEST_BYTES = 16


class Counted(Struct, frozen=True):
    """What is in a table: how many rows, and the sum of their digests, which is the same in any order."""

    rows: int
    digest: str


class Moved(Struct, frozen=True):
    """What was copied, by table; both databases were read again, and have the same."""

    tables: dict[str, Counted]

    @property
    def rows(self) -> int:
        """In all tables."""
        return sum(each.rows for each in self.tables.values())


def move(folder: Path, url: URL) -> Moved:
    """Copies the database in `folder`, which stays as it is, to an empty one on a server.

    In one transaction there: it is committed only if counts and digests are the same. Raises CareFault, with the
    server's database still empty, also while a hub runs on the folder.
    """
    if not (folder / sqlite.FILE_NAME).exists():
        raise CareFault(f"{folder}: there is no database.")
    try:
        source = open_database(folder)
        try:
            with source.read() as there, new_on_server(url) as here:
                return Moved({table.name: _move(there, here, table) for table in metadata.sorted_tables})
        finally:
            source.close()
    except DatabaseFault as fault:
        raise CareFault(str(fault)) from None


def _move(there: Connection, here: Connection, table: Table) -> Counted:
    for some in _rows(there, table):
        insert(here, table, some)
    before, after = (_counted(connection, table) for connection in (there, here))
    if before != after:
        raise CareFault(
            f"The table {table.name} has {before.rows} rows (digest {before.digest}) in the file and {after.rows} "
            f"(digest {after.digest}) on the server, so nothing was kept there."
        )
    return after


def _rows(connection: Connection, table: Table) -> Iterator[list[dict[str, Any]]]:
    rows = connection.execute(sa.select(table).execution_options(yield_per=_AT_ONCE))
    for some in rows.mappings().partitions():
        yield [dict(row) for row in some]


def _counted(connection: Connection, table: Table) -> Counted:
    count = total = 0
    for some in _rows(connection, table):
        count += len(some)
        for row in some:
            digest = blake2b(msgspec.json.encode(list(row.values())), digest_size=_DIGEST_BYTES).digest()
            total += int.from_bytes(digest, "big")
    return Counted(count, f"{total % (1 << 8 * _DIGEST_BYTES):0{2 * _DIGEST_BYTES}x}")
