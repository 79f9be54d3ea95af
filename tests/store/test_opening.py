"""What opening refuses, with nothing touched, and what it sets aside."""

import re
import sqlite3
import stat
import subprocess
import sys
import time
from pathlib import Path

import pytest
from sqlite_utils import Database

from kiosk.store import SYSTEM_CLOCK, StoreFault
from kiosk.store.opening import FILE_NAME
from kiosk.store.schema import connect_reading
from tests.store.conftest import Stores, done, rated


def contents(folder: Path) -> dict[str, bytes]:
    return {str(file.relative_to(folder)): file.read_bytes() for file in folder.rglob("*") if file.is_file()}


def test_the_settings_that_durability_rests_on(stores: Stores, tmp_path: Path) -> None:
    def settings(db: Database) -> dict[str, object]:
        names = ("journal_mode", "synchronous", "secure_delete", "foreign_keys", "busy_timeout")
        return {name: db.execute(f"PRAGMA {name}").fetchone()[0] for name in names}

    store = stores()
    assert store._writer.submit(settings).result() == {
        "journal_mode": "wal",
        "synchronous": 2,
        "secure_delete": 1,
        "foreign_keys": 1,
        "busy_timeout": 5000,
    }
    db = connect_reading(tmp_path / "data" / FILE_NAME)
    with pytest.raises(sqlite3.OperationalError, match="readonly"):
        db.execute("DELETE FROM event")
    db.close()


def test_nobody_else_on_the_device_can_read_it(stores: Stores, tmp_path: Path) -> None:
    done(stores().append(rated()))
    folder = tmp_path / "data"
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    for file in folder.iterdir():
        assert stat.S_IMODE(file.stat().st_mode) == 0o600, file


@pytest.mark.parametrize("killed", [False, True])
def test_a_database_of_a_newer_version_is_refused_untouched(stores: Stores, tmp_path: Path, killed: bool) -> None:
    store = stores()
    done(store.append(rated()))
    store.close()
    newer = sqlite3.connect(tmp_path / "data" / FILE_NAME)
    row = ("kiosk.store", "m999_from_tomorrow", "2031-01-01")
    newer.execute("INSERT INTO _sqlite_migrations (migration_set, name, applied_at) VALUES (?, ?, ?)", row)
    newer.commit()
    folder = tmp_path / "data"
    if killed:
        # As a power cut leaves it: the newer version is known by the write-ahead log alone.
        folder = tmp_path / "copy"
        folder.mkdir()
        for file in (tmp_path / "data").iterdir():
            (folder / file.name).write_bytes(file.read_bytes())
        assert (folder / f"{FILE_NAME}-wal").stat().st_size > 0
    newer.close()
    before = contents(folder)
    with pytest.raises(StoreFault, match=r"newer version.*m999_from_tomorrow.*Nothing was changed\."):
        stores(folder)
    after = contents(folder)
    if killed:
        # The index of the log is scratch memory of whoever has it open.
        before.pop(f"{FILE_NAME}-shm"), after.pop(f"{FILE_NAME}-shm")
    assert after == before


def test_a_second_program_is_refused(stores: Stores, tmp_path: Path) -> None:
    store = stores()
    done(store.append(rated()))
    before = contents(tmp_path)
    with pytest.raises(StoreFault, match="in use by another running kiosk"):
        stores()
    code = (
        "import sys; from pathlib import Path; from kiosk.store import Store, StoreFault\n"
        "try: Store.open(Path(sys.argv[1]), 'tablet')\n"
        "except StoreFault as fault: sys.exit(str(fault))"
    )
    other = subprocess.run([sys.executable, "-c", code, str(tmp_path / "data")], capture_output=True, text=True)
    assert other.returncode == 1
    assert "in use by another running kiosk" in other.stderr
    assert contents(tmp_path) == before
    store.close()
    assert stores().unsent() == 1


def test_a_folder_that_cannot_be_written_is_refused(stores: Stores, tmp_path: Path) -> None:
    in_the_way = tmp_path / "file"
    in_the_way.write_text("not a folder")
    with pytest.raises(StoreFault, match="cannot be used as data folder"):
        stores(in_the_way)
    with pytest.raises(StoreFault, match="cannot be used as data folder"):
        stores(in_the_way / "below")
    # Nobody can write there, not even root.
    with pytest.raises(StoreFault, match="cannot be used as data folder"):
        stores(Path("/proc/self"))
    assert in_the_way.read_text() == "not a folder"


@pytest.mark.parametrize("damage", ["garbage", "page", "truncated"])
def test_a_damaged_database_is_set_aside_whole(stores: Stores, tmp_path: Path, damage: str) -> None:
    store = stores()
    for _ in range(30):
        done(store.append(rated()))
    store.close()
    path = tmp_path / "data" / FILE_NAME
    data = bytearray(path.read_bytes())
    match damage:
        case "garbage":
            data[:] = b"this was a database once" * 500
        case "page":
            # The first bytes of every page but the first say what the page is.
            for start in range(4096, len(data), 4096):
                data[start : start + 64] = b"\xff" * 64
        case "truncated":
            del data[4096 + 100 :]
    path.write_bytes(data)
    (path.parent / f"{FILE_NAME}-wal").write_bytes(b"and a log with it")

    again = stores()
    assert again.set_aside is not None
    assert re.fullmatch(r"tablet-damaged-\d{8}T\d{6}Z\.sqlite3", again.set_aside.name)
    assert again.set_aside.read_bytes() == data
    assert Path(f"{again.set_aside}-wal").read_bytes() == b"and a log with it"
    assert again.epoch != store.epoch
    assert again.recent(0) == []
    (event,) = done(again.append(rated()))
    assert event.n == 1
    again.close()
    assert stores().set_aside is None


def test_two_damaged_files_do_not_overwrite_each_other(stores: Stores, tmp_path: Path) -> None:
    class Standing:
        boot = SYSTEM_CLOCK.boot

        def now_ms(self) -> int:
            return 1_795_430_460_000

        def mono_ms(self) -> int:
            return 1

    for attempt in range(3):
        store = stores(clock=Standing())
        store.close()
        (tmp_path / "data" / FILE_NAME).write_bytes(f"damage {attempt}".encode() * 100)
    names = sorted(file.name for file in (tmp_path / "data").iterdir() if "damaged" in file.name)
    assert names == ["tablet-damaged-20261123T104100Z-2.sqlite3", "tablet-damaged-20261123T104100Z.sqlite3"]


def test_an_empty_file_is_a_new_store(stores: Stores, tmp_path: Path) -> None:
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / FILE_NAME).touch()
    store = stores()
    assert store.set_aside is None
    done(store.append(rated()))


def test_opening_is_quick(stores: Stores) -> None:
    began = time.monotonic()
    stores()
    assert time.monotonic() - began < 2.0
