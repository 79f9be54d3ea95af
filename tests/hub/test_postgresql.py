"""The hub on a PostgreSQL server: what it takes is there after a kill, and what is not its own it does not touch."""

import subprocess
import sys
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from uuid import uuid4

import httpx2
import pytest
import sqlalchemy as sa
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import URL, Connection

from kiosk.hub import postgresql
from kiosk.hub.bulk import COPY_FROM, insert
from kiosk.hub.database import DatabaseFault, open_database
from kiosk.hub.desk import sessions
from kiosk.hub.log import EventLog
from kiosk.hub.schema import event, metadata
from kiosk.hub.tenant import FIRST, serve
from kiosk.hub.writing import Writing
from kiosk.visits.events import Arrived
from kiosk.visits.wire import TOKEN_PATH
from tests import databases
from tests.hub.device import Device
from tests.hubs import HubProcess

PASSWORD = "not-to-be-told"


@pytest.fixture
def url() -> Iterator[URL]:
    """An empty database, on a server that these tests may stop."""
    made = databases.create(on=databases.embedded_url())
    yield made.set(password=PASSWORD)
    databases.drop(made)


def line(url: URL) -> str:
    return f'database = "{url.render_as_string(hide_password=False)}"'


def test_what_it_took_is_there_after_a_kill_and_nobody_works_alone_beside_it(url: URL, tmp_path: Path) -> None:
    hub = HubProcess(tmp_path / "hub", hub=line(url)).start()
    try:
        tablet = Device(hub.url)
        arrival = tablet.mint(Arrived, visit=uuid4(), ticket="K7", name="Rosalind")
        assert tablet.results(arrival) == ["stored"]
        done = subprocess.run(
            [sys.executable, "-m", "kiosk", "hub", "rebuild", "--config", hub.file],
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
        with home.writing.connect() as anybodys:
            connection = serve(anybodys, FIRST)
            for outcome, end in ((True, "commit"), (False, "rollback")):
                transaction = connection.begin()
                mark = home.begin(connection).mark
                getattr(transaction, end)()
                assert home.has_committed(mark, lost) is outcome
        with home.reading.begin() as connection, pytest.raises(sa.exc.DBAPIError):
            connection.execute(event.delete())
    finally:
        home.close()


def test_who_is_next_does_not_notice_that_the_server_ended_the_connections(url: URL) -> None:
    database = open_database(url, exclusive=False)
    others = "FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()"
    try:
        for use in (database.read, database.glance, database.write):
            with database.read(), database.read():
                pass
            with databases.connect(url) as server:
                server.autocommit = True
                server.execute(f"SELECT pg_terminate_backend(pid, 5000) {others}")
                assert server.execute(f"SELECT count(*) AS n {others}").fetchone() == {"n": 0}
            with use() as connection:
                assert connection.execute(sa.select(1)).scalar() == 1
    finally:
        database.close()


@pytest.mark.parametrize(
    "trouble",
    [
        "SELECT pg_terminate_backend(pg_backend_pid())",
        "DO $$ BEGIN RAISE SQLSTATE '40001'; END $$",
        "DO $$ BEGIN RAISE SQLSTATE '40P01'; END $$",
    ],
)
def test_what_passes_by_itself_is_tried_again_and_written_once(url: URL, trouble: str) -> None:
    database = open_database(url)
    log = EventLog(database, lambda: 1, lambda _: None)
    troubles = iter([trouble])

    def arrive(connection: Connection, writing: Writing) -> None:
        writing.mint(partial(Arrived, visit=uuid4(), ticket="K7"))
        for each in troubles:
            connection.exec_driver_sql(each)

    try:
        log.submit(arrive).result(timeout=10)
        with database.read() as connection:
            assert connection.execute(sa.select(event.c.cursor, event.c.n)).all() == [(1, 1)]
    finally:
        log.close()
        database.close()


def test_while_the_server_is_away_the_hub_says_so_and_goes_on_when_it_is_back(url: URL, tmp_path: Path) -> None:
    hub = HubProcess(tmp_path / "hub", hub=line(url)).start()
    server = databases.embedded()
    tablet = Device(hub.url)
    arrival = tablet.mint(Arrived, visit=uuid4(), ticket="K7", name="Rosalind")
    many = [tablet.mint(Arrived, visit=uuid4(), ticket="K8") for _ in range(COPY_FROM)]
    try:
        server.stop()
        refused = tablet.post(tablet.body(arrival))
        page = httpx2.get(f"{hub.url}/desk", cookies={sessions.COOKIE: "somebody"})
        live = httpx2.get(f"{hub.url}/health/live")
        server.ensure_postgres_running()
        assert (refused.status_code, page.status_code, live.status_code) == (503, 503, 200)
        assert int(refused.headers["Retry-After"]) > 0
        assert "cannot use its database just now" in page.text
        assert tablet.results(arrival, *many) == ["stored"] * (1 + COPY_FROM)
    finally:
        server.ensure_postgres_running()
        hub.kill()
    log = hub.log.read_text()
    assert "Traceback" not in log
    assert PASSWORD not in log
    assert "Rosalind" not in log


def test_what_a_server_cannot_keep_is_the_fault_of_who_sent_it(url: URL, tmp_path: Path) -> None:
    hub = HubProcess(tmp_path / "hub", hub=line(url)).start()
    try:
        answer = httpx2.post(f"{hub.url}{TOKEN_PATH}", data={"client_id": "kiosk", "device_code": "a\0b"})
        assert answer.status_code == 400
    finally:
        hub.kill()


def test_the_rows_of_a_copy_that_fails_are_told_nobody(url: URL) -> None:
    database = open_database(url)
    row = {column.name: None for column in event.c} | {"practice": "practice", "body": "Rosalind"}
    try:
        with pytest.raises(sa.exc.IntegrityError) as told, database.write() as connection:
            insert(connection, event, [row] * COPY_FROM)
        assert "Rosalind" not in str(told.value)
        assert "Rosalind" not in str(told.value.orig)
    finally:
        database.close()


def lost_connection(home: postgresql.PostgresqlHome) -> Exception:
    """What a transaction ends in whose connection the server has ended."""
    with home.writing.connect() as connection, home.writing.connect() as other:
        pid = connection.execute(sa.text("SELECT pg_backend_pid()")).scalar_one()
        other.execute(sa.text("SELECT pg_terminate_backend(:pid)"), {"pid": pid})
        other.commit()
        with pytest.raises(sa.exc.OperationalError) as lost:
            connection.execute(sa.text("SELECT 1"))
        return lost.value
