"""A hub's database for whoever cares for it: alone, and not beside the hub."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy import URL

from kiosk.hub.care.files import CareFault
from kiosk.hub.database import Database, DatabaseFault, open_database


@contextmanager
def opened(where: Path | URL) -> Iterator[Database]:
    """The database until the block is left. Raises CareFault, also while a hub runs on `where`."""
    try:
        database = open_database(where)
    except DatabaseFault as fault:
        raise CareFault(str(fault)) from None
    try:
        yield database
    finally:
        database.close()
