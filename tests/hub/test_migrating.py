"""A database of an older version is brought up to date, and nobody loses their way in."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext

from kiosk.hub import sqlite
from kiosk.hub.database import alembic_config, open_database
from kiosk.hub.desk import accounts, staff
from kiosk.hub.desk.accounts import hash_passcode
from kiosk.hub.schema import metadata
from tests.hub.browserless import PASSCODE

pytestmark = pytest.mark.files


def test_who_set_the_hub_up_looks_after_it_and_all_can_still_sign_in(tmp_path: Path) -> None:
    sqlite.private_folder(tmp_path)
    script = alembic_config()
    engine = sqlite.engine(tmp_path / sqlite.FILE_NAME)
    with engine.execution_options(writes=True).begin() as connection:
        script.attributes["connection"] = connection
        command.upgrade(script, "0002")
    engine.dispose()
    with closing(sqlite3.connect(tmp_path / sqlite.FILE_NAME)) as raw, raw:
        for at, name in ((2000, "Sam"), (1000, "Maria")):
            row = ("practice", name.lower(), name, hash_passcode(PASSCODE), at)
            raw.execute("INSERT INTO staff (practice, handle, name, passcode, created_at) VALUES (?, ?, ?, ?, ?)", row)
        raw.execute("INSERT INTO session VALUES ('practice', 'k', 'maria', 99999999999999)")
    database = open_database(tmp_path)
    try:
        with database.read() as connection:
            roles = {member.name: member.role.value for member in staff.everybody(connection, 3000)}
        assert roles == {"Maria": "it", "Sam": "receptionist"}
        assert accounts.verify(database, "Sam", PASSCODE) is not None
    finally:
        database.close()


def test_the_migrations_make_the_tables_that_the_program_knows(tmp_path: Path) -> None:
    database = open_database(tmp_path)
    try:
        with database.read() as connection:
            assert compare_metadata(MigrationContext.configure(connection), metadata) == []
    finally:
        database.close()
