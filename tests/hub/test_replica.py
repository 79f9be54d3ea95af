"""Reports are read from the server's copy, where there is one that answers."""

import pytest
import sqlalchemy as sa
from sqlalchemy import URL

from kiosk.config import Config, HubConfig
from kiosk.hub.database import Database, open_database, replica_of
from tests import databases
from tests.hubs import free_port


@pytest.fixture
def url() -> URL:
    """A database with its tables."""
    made = databases.create()
    open_database(made).close()
    return made


def read_from(database: Database) -> str:
    """The name of the database in which a report is read."""
    with database.report() as connection:
        return str(connection.execute(sa.select(sa.func.current_database())).scalar_one())


def test_reports_are_read_from_the_copy_and_nothing_else_is(url: URL) -> None:
    assert url.database is not None
    copy = databases.create(url.database)
    replica = replica_of(Config(hub=HubConfig(database="postgresql://there/hub", replica=copy.render_as_string(False))))
    database = open_database(url, replica=replica)
    try:
        assert read_from(database) == copy.database
        assert read_from(database.of(database.practice)) == copy.database
        with database.read() as connection:
            assert connection.execute(sa.select(sa.func.current_database())).scalar_one() == url.database
        with database.report() as connection, pytest.raises(sa.exc.DBAPIError):
            connection.execute(sa.text("CREATE TABLE written (n int)"))
    finally:
        database.close()
        databases.drop(copy)
        databases.drop(url)


def test_a_copy_that_is_away_is_done_without(url: URL) -> None:
    away = sa.make_url(f"postgresql://postgres@127.0.0.1:{free_port()}/hub")
    database = open_database(url, replica=away)
    try:
        assert read_from(database) == url.database
    finally:
        database.close()
        databases.drop(url)


def test_a_copy_needs_a_server() -> None:
    with pytest.raises(ValueError, match="replica"):
        HubConfig(replica="postgresql://there/hub")
