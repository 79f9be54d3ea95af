"""The hub in a world that does not suit it: one sentence, and nothing touched."""

import socket
import sqlite3
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from kiosk.hub.desk import accounts
from tests.hubs import HubProcess

pytestmark = pytest.mark.files


@pytest.fixture
def idle(tmp_path: Path) -> HubProcess:
    """A hub that does not run."""
    return HubProcess(tmp_path / "hub-process")


def refused(hub: HubProcess) -> str:
    """Starts a hub that cannot run and returns what it says."""
    done = subprocess.run(
        [sys.executable, "-m", "kiosk", "hub", "--config", hub.file],
        capture_output=True,
        text=True,
        timeout=30,
        check=False,
    )
    assert done.returncode == 1
    assert "Traceback" not in done.stderr
    assert done.stdout == ""
    (sentence,) = [line for line in done.stderr.splitlines() if not line.startswith("{")]
    assert sentence.endswith(".")
    return sentence


def test_a_port_in_use_is_told_and_nothing_is_made(idle: HubProcess) -> None:
    with socket.socket() as other:
        other.bind(("127.0.0.1", idle.port))
        other.listen()
        assert f"127.0.0.1:{idle.port}" in refused(idle)
    assert not idle.data.exists()


def test_a_data_folder_that_cannot_be_written_is_told(idle: HubProcess) -> None:
    idle.data.write_text("in the way")
    assert str(idle.data) in refused(idle)
    assert idle.data.read_text() == "in the way"


def test_a_newer_database_is_refused_and_not_touched(idle: HubProcess) -> None:
    idle.start()
    idle.stop()
    connection = sqlite3.connect(idle.database)
    with connection:
        connection.execute("UPDATE alembic_version SET version_num = '9999'")
    connection.close()
    before = idle.database.read_bytes()
    assert "newer version" in refused(idle)
    assert idle.database.read_bytes() == before


@pytest.mark.parametrize("foreign", [b"this is no database" * 100, None])
def test_a_file_that_is_not_ours_is_refused_and_not_touched(idle: HubProcess, foreign: bytes | None) -> None:
    idle.data.mkdir()
    if foreign is None:
        connection = sqlite3.connect(idle.database)
        with connection:
            connection.execute("CREATE TABLE recipes (name TEXT)")
        connection.close()
    else:
        idle.database.write_bytes(foreign)
    before = idle.database.read_bytes()
    assert str(idle.database) in refused(idle)
    assert idle.database.read_bytes() == before


def test_two_hubs_do_not_share_a_data_folder(hub: HubProcess, tmp_path: Path) -> None:
    second = HubProcess(tmp_path / "second", hub="")
    second.file.write_text(second.file.read_text().replace(str(second.data), str(hub.data)))
    assert "another hub" in refused(second)


def test_what_the_hub_keeps_is_readable_by_its_owner_alone(hub: HubProcess) -> None:
    assert stat.S_IMODE(hub.data.stat().st_mode) == 0o700
    assert stat.S_IMODE(hub.database.stat().st_mode) == 0o600


def test_the_database_is_durable_and_forgets_what_is_erased(hub: HubProcess) -> None:
    assert hub.rows("PRAGMA journal_mode") == [{"journal_mode": "wal"}]
    from kiosk.hub import sqlite

    with sqlite.engine(hub.database).connect() as connection:
        pragmas = {
            name: connection.exec_driver_sql(f"PRAGMA {name}").scalar()
            for name in ("synchronous", "foreign_keys", "secure_delete")
        }
    connection.engine.dispose()
    assert pragmas == {"synchronous": 2, "foreign_keys": 1, "secure_delete": 1}


def test_an_account_can_be_made_before_the_hub_runs_and_again(idle: HubProcess) -> None:
    accounts.create(idle.config, "Maria", "correct horse")
    accounts.create(idle.config, "Maria", "battery staple")
    idle.start()
    idle.stop()
    assert not [line for line in idle.printed if "Set-up" in line]
    assert [row["name"] for row in idle.rows("SELECT name FROM staff")] == ["Maria"]
    with pytest.raises(ValueError, match="at least 8"):
        accounts.create(idle.config, "Sam", "short")
    with pytest.raises(ValueError, match="name"):
        accounts.create(idle.config, "  ", "long enough")


def test_the_logs_are_json_lines(hub: HubProcess) -> None:
    import json

    hub.stop()
    lines = [json.loads(line) for line in hub.log.read_text().splitlines()]
    assert [line["event"] for line in lines] == ["set-up link printed", "hub starts", "hub stopped"]
