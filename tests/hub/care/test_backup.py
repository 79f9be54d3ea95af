"""A backup has every fact and no name, and becomes the hub's database again when that is needed."""

import os
import sqlite3
import stat
from contextlib import closing
from functools import partial
from pathlib import Path
from typing import Any
from uuid import UUID, uuid4

import pytest

from kiosk.hub.care.backup import backup
from kiosk.hub.care.files import CareFault
from kiosk.hub.care.restore import restore
from kiosk.hub.care.verify import verify
from kiosk.hub.sqlite import FILE_NAME
from kiosk.visits.events import Acknowledged, Arrived, Rated
from tests.disks import fill, small_disk
from tests.hub.practice import NAME, NOON, Practice, Tablet, is_written

pytestmark = pytest.mark.files


__all__ = ["small_disk"]


@pytest.fixture
def tablet(practice: Practice) -> Tablet:
    """One that has told of two visits."""
    made = Tablet(lambda: practice.now)
    for _ in range(2):
        key = uuid4()
        practice.take(
            made.push(
                made.mint(Arrived, visit=key, ticket="K7", name=NAME),
                made.mint(Rated, visit=key, rating=uuid4(), stars=5),
            )
        )
        practice.see(key)
    return made


def contents(folder: Path) -> dict[str, bytes]:
    return {file.name: file.read_bytes() for file in folder.iterdir() if not file.name.endswith("-shm")}


def rows(file: Path, sql: str) -> list[Any]:
    with closing(sqlite3.connect(f"file:{file}?mode=ro", uri=True)) as connection:
        return connection.execute(sql).fetchall()


def test_a_running_hub_is_backed_up_with_every_fact_and_without_names(
    practice: Practice, tablet: Tablet, tmp_path: Path
) -> None:
    away = tmp_path / "away"
    away.mkdir()
    before = contents(practice.folder)

    done = backup(practice.folder, away / "monday.sqlite3")

    assert contents(practice.folder) == before
    assert is_written(practice.folder)
    assert not is_written(away)
    (file,) = away.iterdir()
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert done.bytes == file.stat().st_size
    told = rows(file, "SELECT cursor, kind, id FROM event ORDER BY cursor")
    assert told == practice.events()
    assert done.events == len(told) == 6


def test_no_secret_of_the_running_hub_is_in_a_backup(practice: Practice, tmp_path: Path) -> None:
    backup(practice.folder, tmp_path / "b")
    secret = practice.database.form_secret.encode()
    assert secret
    assert secret not in (tmp_path / "b").read_bytes()
    restore(tmp_path / "new", tmp_path / "b", now=NOON)
    made = Practice(tmp_path / "new")
    assert len(made.database.form_secret.encode()) == len(secret)
    made.close()


def test_nobody_is_signed_in_by_a_backup(practice: Practice, tablet: Tablet, tmp_path: Path) -> None:
    with practice.database.write() as connection:
        connection.exec_driver_sql("INSERT INTO failed_sign_in VALUES ('practice', 'x', 1, 1)")
    backup(practice.folder, tmp_path / "b")
    assert rows(tmp_path / "b", "SELECT * FROM failed_sign_in") == []


def test_what_is_there_is_not_written_over_unasked(practice: Practice, tmp_path: Path) -> None:
    file = tmp_path / "precious"
    file.write_bytes(b"of another")
    with pytest.raises(CareFault, match=r"is there already; --force writes over it\.$"):
        backup(practice.folder, file)
    assert file.read_bytes() == b"of another"
    with pytest.raises(CareFault, match="the hub's database itself"):
        backup(practice.folder, practice.folder / FILE_NAME, force=True)
    assert backup(practice.folder, file, force=True).bytes == file.stat().st_size


def test_a_full_disk_leaves_the_backup_of_before(practice: Practice, small_disk: Path) -> None:
    target = small_disk / "b"
    target.write_bytes(b"of before")
    filler = fill(small_disk)
    with pytest.raises(CareFault, match=r"not backed up: database or disk is full\.$"):
        backup(practice.folder, target, force=True)
    assert target.read_bytes() == b"of before"
    assert sorted(small_disk.iterdir()) == sorted([target, filler])


def test_what_is_no_file_is_not_written_over(practice: Practice) -> None:
    with pytest.raises(CareFault, match="is no file that could be written over"):
        backup(practice.folder, Path("/dev/null"), force=True)
    assert Path("/dev/null").is_char_device()


def test_there_is_nothing_to_back_up(tmp_path: Path) -> None:
    with pytest.raises(CareFault, match=r"there is no database to be backed up\.$"):
        backup(tmp_path, tmp_path / "b")
    assert list(tmp_path.iterdir()) == []


def test_a_hub_that_runs_is_not_replaced(practice: Practice, tmp_path: Path) -> None:
    backup(practice.folder, tmp_path / "b")
    before = contents(practice.folder)
    with pytest.raises(CareFault, match=r"a hub is running on this data folder; stop it first\.$"):
        restore(practice.folder, tmp_path / "b", now=NOON, force=True)
    assert contents(practice.folder) == before


def test_a_restored_hub_is_another_hub_and_takes_what_it_lacks(
    practice: Practice, tablet: Tablet, tmp_path: Path
) -> None:
    backup(practice.folder, tmp_path / "b")
    was = practice.database.hub_epoch
    told = practice.events()
    visit = uuid4()
    later = tablet.mint(Arrived, visit=visit, ticket="K9", name=NAME)
    practice.take(tablet.push(later))
    practice.close()

    done = restore(practice.folder, tmp_path / "b", now=NOON, force=True)

    assert done.events == len(told)
    assert done.nameless
    assert done.set_aside == practice.folder / "hub-before-20261123T200000Z.sqlite3"
    assert not is_written(practice.folder), "neither in what was set aside"
    assert sorted(file.name for file in practice.folder.iterdir() if file.stat().st_size) == [
        "hub-before-20261123T200000Z.sqlite3",
        "hub.sqlite3",
    ]
    assert len(rows(done.set_aside, "SELECT id FROM event")) == len(told) + 1

    again = Practice(practice.folder)
    assert again.database.hub_epoch == done.hub_epoch != was
    assert again.events() == told
    assert again.take(tablet.push(later)) == ["stored"]
    assert again.row(visit) == (NAME, None)
    assert again.do(lambda _, writing: writing.mint(partial(Acknowledged, visit=visit, by="Sam"))).n == 1
    assert verify(again.folder).problems == []
    again.close()


def test_a_new_hub_takes_a_backup_without_being_forced(practice: Practice, tablet: Tablet, tmp_path: Path) -> None:
    backup(practice.folder, tmp_path / "b")
    done = restore(tmp_path / "new", tmp_path / "b", now=NOON)
    assert (done.events, done.set_aside) == (len(practice.events()), None)
    made = Practice(tmp_path / "new")
    assert made.events() == practice.events()
    made.close()


def test_facts_are_not_put_aside_unasked(practice: Practice, tablet: Tablet, tmp_path: Path) -> None:
    backup(practice.folder, tmp_path / "b")
    practice.close()
    before = contents(practice.folder)
    with pytest.raises(CareFault, match=r"holds events or accounts already; --force sets it aside\.$"):
        restore(practice.folder, tmp_path / "b", now=NOON)
    assert contents(practice.folder) == before


@pytest.mark.parametrize(
    ("spoil", "told"),
    [
        (lambda file: file.unlink(), "is not there"),
        (lambda file: file.write_bytes(b""), "is empty"),
        (lambda file: file.write_bytes(b"not a database" * 99), "cannot be read as the hub's database"),
        (lambda file: os.truncate(file, file.stat().st_size // 2), "damaged|malformed|cannot be read"),
    ],
)
def test_what_is_no_backup_replaces_nothing(
    practice: Practice, tablet: Tablet, tmp_path: Path, spoil: Any, told: str
) -> None:
    file = tmp_path / "b"
    backup(practice.folder, file)
    practice.close()
    before = contents(practice.folder)
    spoil(file)
    with pytest.raises(CareFault, match=told):
        restore(practice.folder, file, now=NOON, force=True)
    assert contents(practice.folder) == before


def test_a_damaged_database_is_set_aside_as_it_is(practice: Practice, tablet: Tablet, tmp_path: Path) -> None:
    backup(practice.folder, tmp_path / "b")
    practice.close()
    damaged = b"\0" * 5000
    (practice.folder / FILE_NAME).write_bytes(damaged)

    done = restore(practice.folder, tmp_path / "b", now=NOON, force=True)

    assert not done.nameless
    assert done.set_aside is not None
    assert done.set_aside.read_bytes() == damaged


def test_ids_are_what_they_were(practice: Practice, tablet: Tablet, tmp_path: Path) -> None:
    """All tables but the momentary ones, to the letter but for names."""
    backup(practice.folder, tmp_path / "b")
    restored = tmp_path / "restored"
    restore(restored, tmp_path / "b", now=NOON)
    copy = Practice(restored)
    for table in ("receipt", "rating", "boot"):
        assert copy.table(table) == practice.table(table) != []
    assert [UUID(key) for _, _, key in copy.events()] == [UUID(key) for _, _, key in practice.events()]
    copy.close()
