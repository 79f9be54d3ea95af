"""What the doctor finds at a hub, on either database, and how the command tells it."""

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import sqlalchemy as sa
from psycopg.sql import SQL, Identifier
from sqlalchemy import URL

from kiosk.config import KnownTablet
from kiosk.doctor import hub
from kiosk.doctor.check import Check
from kiosk.hub import tablets
from kiosk.hub.clock import system_clock
from kiosk.hub.database import Database, open_database
from kiosk.hub.schema import metadata
from kiosk.hub.sqlite import FILE_NAME
from kiosk.visits.condition import State
from tests import databases
from tests.doctor.command import run
from tests.hub.test_conditions import report

NOBODY = 65534
"""A user who owns nothing."""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """The hub's data."""
    made = tmp_path / "hub"
    if databases.is_on_server():
        made.mkdir()
    return made


@pytest.fixture
def where(folder: Path) -> Path | URL:
    """The hub's database."""
    return databases.home(folder)


@pytest.fixture
def database(where: Path | URL) -> Iterator[Database]:
    """A running hub's, with a tablet that does well and one that does not."""
    opened = open_database(where, with_others=True)
    now = system_clock()
    known = {device: KnownTablet(name=device.capitalize(), token_sha256=digit * 64) for device, digit in _TABLETS}
    with opened.write() as connection:
        tablets.seed(connection, known, now)
        tablets.hear(connection, "hall", report(at=now), now)
        tablets.hear(connection, "door", report(at=now, letter="M", rejected=2), now)
        tablets.suspect(connection, "door", now)
    yield opened
    opened.close()


_TABLETS = (("hall", "a"), ("door", "b"))


def told(found: list[Check]) -> list[str]:
    return [each.text for each in found if each.state is not State.OK]


def contents(where: Path | URL) -> dict[str, Any]:
    """Everything that is in the database: the files, or on a server the rows and who last wrote each."""
    if isinstance(where, Path):
        return {file.name: file.read_bytes() for file in where.iterdir() if not file.name.endswith("-shm")}
    everything = SQL("SELECT xmin::text, * FROM {} ORDER BY 2, 3")
    with databases.connect(where) as server:
        return {table: server.execute(everything.format(Identifier(table))).fetchall() for table in metadata.tables}


def change(where: Path | URL, statement: str) -> None:
    """Something in the database that no hub has open."""
    engine = sa.create_engine(
        f"sqlite:///{where / FILE_NAME}" if isinstance(where, Path) else where.set(drivername="postgresql+psycopg")
    )
    with engine.begin() as connection:
        connection.execute(sa.text(statement))
    engine.dispose()


@pytest.mark.both_databases
def test_a_running_hub_and_its_tablets(where: Path | URL, folder: Path, database: Database) -> None:
    before = contents(where)
    found = list(hub.look(where, folder))
    assert contents(where) == before
    assert told(found) == [
        "Door (door): Two devices run with its store, or it was put back to an old state; nothing was lost.",
        "Door (door): 2 events were refused by the hub and set aside on the tablet.",
    ]
    assert "The hub runs." in [each.text for each in found]
    assert "Hall (hall) is doing well." in [each.text for each in found]
    assert {each.check for each in found} == {
        "hub.running",
        "hub.disk_space",
        "hub.disk_writable",
        "hub.database",
        "hub.schema",
        "hub.tablet",
    }


@pytest.mark.both_databases
def test_a_hub_that_stands_still_is_left_as_it_is(where: Path | URL, folder: Path, database: Database) -> None:
    database.close()
    before = contents(where)
    stands_still, *_ = [each for each in hub.look(where, folder) if each.state is not State.OK]
    assert (stands_still.check, stands_still.state) == ("hub.running", State.FAULT)
    assert stands_still.do.startswith("Start it")
    assert contents(where) == before


@pytest.mark.both_databases
@pytest.mark.parametrize(
    ("statement", "state", "text", "do"),
    [
        (
            "UPDATE alembic_version SET version_num = '9999'",
            State.FAULT,
            "written by a newer version of this program (schema 9999)",
            "Install that version again",
        ),
        (
            "UPDATE alembic_version SET version_num = '0004'",
            State.WARNING,
            "of an older version (schema 0004)",
            "brings the database up to date",
        ),
        ("DROP TABLE alembic_version", State.FAULT, "another program's", "a database of its own"),
    ],
)
def test_a_database_of_another_version_is_told_and_not_looked_into(
    where: Path | URL, folder: Path, statement: str, state: State, text: str, do: str
) -> None:
    change(where, statement)
    *_, last = hub.look(where, folder)
    assert (last.check, last.state) == ("hub.schema", state)
    assert text in last.text
    assert do in last.do


@pytest.mark.files
def test_a_file_that_is_no_database_is_told(folder: Path, database: Database) -> None:
    database.close()
    (folder / FILE_NAME).write_bytes(b"this was a database once" * 500)
    assert "cannot be read as the hub's database" in told(list(hub.look(folder, folder)))[1]


@pytest.mark.both_databases
def test_the_command_says_it_in_lines_and_by_its_exit_code(
    tmp_path: Path, where: Path | URL, folder: Path, database: Database
) -> None:
    file = tmp_path / "kiosk.toml"
    server = f'database = "{where.render_as_string(hide_password=False)}"' if isinstance(where, URL) else ""
    file.write_text(f'[hub]\ndata = "{folder}"\n{server}\n[tablet]\ndata = "{tmp_path}/none"\n', encoding="utf-8")
    result = run("--config", str(file), "--json")
    lines = [json.loads(line) for line in result.stdout.splitlines()]
    assert all(set(line) == {"check", "state", "text", "do"} for line in lines)
    assert {line["check"] for line in lines} >= {"config", "hub.running", "hub.database", "hub.schema", "hub.tablet"}
    assert {line["state"] for line in lines} == {"ok", "warning", "fault"}
    assert not any(line["check"].startswith("tablet.") for line in lines)
    assert result.exit_code == 1
    with database.write() as connection:
        connection.exec_driver_sql("UPDATE tablet SET cloned_at = NULL")
    result = run("--config", str(file))
    assert result.exit_code == 0
    assert "warning  Door (door): 2 events were refused" in result.stdout
    file.write_text("[hub\n", encoding="utf-8")
    assert run("--config", str(file)).exit_code == 2


def test_a_tablet_that_has_the_hubs_settings_too_looks_at_itself(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "sqlalchemy", None)
    file = tmp_path / "kiosk.toml"
    file.write_text(f'[hub]\ndatabase = "postgresql:///hub"\n[tablet]\ndata = "{tmp_path}/none"\n', encoding="utf-8")
    lines = [json.loads(line) for line in run("--config", str(file), "--json").stdout.splitlines()]
    assert {line["check"].partition(".")[0] for line in lines} == {"config", "tablet"}


_AS_SOMEBODY_ELSE = f"""
import os
import kiosk.cli, kiosk.doctor.hub, kiosk.doctor.machine, kiosk.doctor.tablet
os.chmod(".", 0)
if os.getuid() == 0:
    os.setresgid({NOBODY}, {NOBODY}, {NOBODY})
    os.setresuid({NOBODY}, {NOBODY}, {NOBODY})
kiosk.cli.cli()
"""
"""A program that loads everything, and then may look at nothing of what is here."""


@pytest.mark.files
@pytest.mark.parametrize(
    ("hub_data", "check", "text", "do"),
    [
        ("{}/hub", "hub.database", "cannot be read", "Run this as the user that the hub runs as"),
        ("hub", "tablet.store", "no tablet was ever started", "give the settings"),
    ],
)
def test_whoever_may_not_look_is_told_so(
    tmp_path: Path, database: Database, hub_data: str, check: str, text: str, do: str
) -> None:
    result = subprocess.run(
        [sys.executable, "-c", _AS_SOMEBODY_ELSE, "doctor", "--json"],
        cwd=tmp_path,
        env={**os.environ, "KIOSK_HUB_DATA": hub_data.format(tmp_path)},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    tmp_path.chmod(0o700)
    assert result.stderr == ""
    found = {line["check"]: line for line in map(json.loads, result.stdout.splitlines())}
    assert text in found[check]["text"]
    assert do in found[check]["do"]
