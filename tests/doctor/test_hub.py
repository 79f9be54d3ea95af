"""What the doctor finds at a hub, and how the command tells it."""

import json
import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from kiosk.cli import cli
from kiosk.config import KnownTablet
from kiosk.doctor import hub
from kiosk.doctor.check import Check
from kiosk.hub import tablets
from kiosk.hub.clock import system_clock
from kiosk.hub.database import Database, open_database
from kiosk.hub.sqlite import FILE_NAME
from kiosk.visits.condition import State
from tests.hub.test_conditions import report


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """The hub's data."""
    return tmp_path / "hub"


@pytest.fixture
def database(folder: Path) -> Iterator[Database]:
    """A running hub's, with a tablet that does well and one that does not."""
    opened = open_database(folder)
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


def contents(folder: Path) -> dict[str, bytes]:
    return {file.name: file.read_bytes() for file in folder.iterdir() if not file.name.endswith("-shm")}


def test_a_running_hub_and_its_tablets(folder: Path, database: Database) -> None:
    before = contents(folder)
    found = list(hub.look(folder))
    assert contents(folder) == before
    assert told(found) == [
        "Door (door): Two devices run with its store, or it was put back to an old state; nothing was lost.",
        "Door (door): 2 events were refused by the hub and set aside on the tablet.",
    ]
    assert "The hub runs." in [each.text for each in found]
    assert "Hall (hall) is doing well." in [each.text for each in found]


def test_a_hub_that_stands_still_is_left_as_it_is(folder: Path, database: Database) -> None:
    database.close()
    before = contents(folder)
    assert told(list(hub.look(folder)))[0] == "The hub does not run."
    assert contents(folder) == before
    connection = sqlite3.connect(folder / FILE_NAME)
    with connection:
        connection.execute("UPDATE alembic_version SET version_num = '9999'")
    connection.close()
    assert "a newer version of this program (schema 9999)" in told(list(hub.look(folder)))[1]
    (folder / FILE_NAME).write_bytes(b"this was a database once" * 500)
    assert "cannot be read as the hub's database" in told(list(hub.look(folder)))[1]


def run(*arguments: str) -> Result:
    return CliRunner().invoke(cli, ["doctor", *arguments])


def test_the_command_says_it_in_lines_and_by_its_exit_code(tmp_path: Path, folder: Path, database: Database) -> None:
    file = tmp_path / "kiosk.toml"
    file.write_text(f'[hub]\ndata = "{folder}"\n[tablet]\ndata = "{tmp_path}/none"\n', encoding="utf-8")
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
