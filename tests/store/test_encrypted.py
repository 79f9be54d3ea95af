"""A store with a key: what is on the disk tells nobody anything, and the wrong key is never taken for damage."""

import os
import signal
import subprocess
import sys
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from uuid import UUID, uuid4

import pytest

from kiosk.config import ConfigError, TabletConfig, load
from kiosk.doctor.check import Check, ok
from kiosk.doctor.tablet import look
from kiosk.store import Store, StoreFault
from kiosk.store.key import Key, key_of
from kiosk.store.opening import FILE_NAME
from kiosk.store.sealing import seal
from kiosk.visits.condition import State
from kiosk.visits.events import Arrived, Event, Stamp
from tests.store.conftest import done

NAMES = [f"Zx{uuid4().hex[:12]}" for _ in range(300)]
EVENT_JSON = b'"kind":"arrived"'


def arrived(name: str, visit: UUID | None = None) -> Callable[[Stamp], Event]:
    return lambda stamp: Arrived(**stamp, visit=visit or uuid4(), ticket="K1", name=name)


def contents(folder: Path) -> bytes:
    return b"".join(file.read_bytes() for file in sorted(folder.rglob("*")) if file.is_file())


@pytest.fixture
def key() -> Key:
    return Key(os.urandom(32))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "data"


def open_store(folder: Path, key: Key | None) -> Store:
    return Store.open(folder, "tablet", key=key)


def names_in(folder: Path, key: Key | None) -> list[str]:
    with closing(open_store(folder, key)) as store:
        assert store.set_aside is None
        return [event.name for event in store.recent(0) if isinstance(event, Arrived)]


def test_no_name_can_be_found_even_before_it_is_erased(folder: Path, key: Key) -> None:
    with closing(open_store(folder, key)) as store:
        visits = {uuid4(): name for name in NAMES}
        done(store.append(*(arrived(name, visit) for visit, name in visits.items())))
        # The file and its write-ahead log, as a power cut leaves them.
        assert (folder / f"{FILE_NAME}-wal").stat().st_size > 0
        bytes_now = contents(folder)
        assert not [name for name in NAMES if name.encode() in bytes_now]
        assert EVENT_JSON not in bytes_now
        # The same bytes can be read with the key.
        assert {event.name for event in store.recent(0) if isinstance(event, Arrived)} == set(NAMES)
        done(store.erase_names(visits))
        assert (folder / f"{FILE_NAME}-wal").stat().st_size == 0
        assert store._writer.submit(lambda db: db.execute("PRAGMA synchronous").fetchone()[0]).result() == 2
        assert store._writer.submit(lambda db: db.execute("PRAGMA temp_store").fetchone()[0]).result() == 2
    assert not any(names_in(folder, key))


def test_a_plain_store_is_encrypted_when_the_key_comes(folder: Path, key: Key) -> None:
    with closing(open_store(folder, None)) as store:
        done(store.append(*(arrived(name) for name in NAMES)))
        before = (store.epoch, store.recent(0), store.unsent())
    assert all(name.encode() in contents(folder) for name in NAMES)
    with closing(open_store(folder, key)) as store:
        assert (store.epoch, store.recent(0), store.unsent()) == before
        done(store.append(arrived("one more")))
    assert not [name for name in NAMES if name.encode() in contents(folder)]
    assert {file.name for file in folder.iterdir()} == {FILE_NAME, "ballast"}


OPENS_AND_DIES = """
import os, signal, sys
from pathlib import Path
from kiosk.store import Store
from kiosk.store.key import Key

folder, key, what, left = Path(sys.argv[1]), bytes.fromhex(sys.argv[2]), sys.argv[3], int(sys.argv[4])
really = getattr(os, what)

def dying(*arguments, **more):
    global left
    if left == 0:
        os.kill(os.getpid(), signal.SIGKILL)
    left -= 1
    return really(*arguments, **more)

setattr(os, what, dying)
Store.open(folder, "tablet", key=Key(key))
"""


@pytest.mark.parametrize(("what", "after"), [("fsync", 0), ("replace", 0), ("fsync", 1), ("fsync", 2)])
def test_a_power_cut_while_it_is_encrypted_loses_nothing(folder: Path, what: str, after: int) -> None:
    with closing(open_store(folder, None)) as store:
        done(store.append(*(arrived(name) for name in NAMES)))
    # As a power cut in the middle of an earlier attempt left it.
    (folder / f"{FILE_NAME}.part").write_bytes(os.urandom(4096))
    raw = os.urandom(32)
    died = subprocess.run(
        [sys.executable, "-c", OPENS_AND_DIES, str(folder), raw.hex(), what, str(after)], check=False, timeout=60
    )
    assert died.returncode == -signal.SIGKILL
    assert names_in(folder, Key(raw)) == NAMES
    bytes_now = contents(folder)
    assert not [name for name in NAMES if name.encode() in bytes_now]


@pytest.mark.parametrize("wrong", ["another", "none"])
@pytest.mark.parametrize("killed", [False, True])
def test_another_key_or_none_is_refused_untouched(folder: Path, key: Key, wrong: str, killed: bool) -> None:
    store = open_store(folder, key)
    done(store.append(arrived("Zqx")))
    if killed:
        wal = (folder / f"{FILE_NAME}-wal").read_bytes()
        store.close()
        (folder / f"{FILE_NAME}-wal").write_bytes(wal)
    else:
        store.close()
    before = contents(folder)
    other = Key(os.urandom(32)) if wrong == "another" else None
    for attempt in (lambda: open_store(folder, other), lambda: seal(folder, "tablet", key=other)):
        with pytest.raises(StoreFault, match="encrypted") as told:
            attempt()
        assert "store_key" in str(told.value)
    assert contents(folder) == before
    assert names_in(folder, key) == ["Zqx"]


@pytest.mark.parametrize("at", [20, 5000])
def test_damage_is_still_told_from_another_key_and_set_aside(folder: Path, key: Key, at: int) -> None:
    with closing(open_store(folder, key)) as store:
        done(store.append(arrived("Zqx")))
    with (folder / FILE_NAME).open("r+b") as file:
        file.seek(at)
        file.write(bytes(64))
    with closing(open_store(folder, key)) as store:
        assert store.set_aside is not None
        assert store.recent(0) == []


def test_what_a_revoked_tablet_leaves_stays_encrypted(folder: Path, key: Key) -> None:
    with closing(open_store(folder, key)) as store:
        done(store.append(arrived("Zqx")))
    sealed = seal(folder, "tablet", key=key)
    assert EVENT_JSON not in sealed.read_bytes()
    assert names_in(folder, key) == []


def key_file(folder: Path, text: str, mode: int = 0o600) -> str:
    file = folder / "store.key"
    file.write_text(text)
    file.chmod(mode)
    return f"file:{file}"


def test_the_key_comes_from_a_file_or_from_systemd(tmp_path: Path, folder: Path) -> None:
    text = os.urandom(32).hex()
    from_file = key_of(key_file(tmp_path, text + "\n"), {})
    from_systemd = key_of("credential:store.key", {"CREDENTIALS_DIRECTORY": str(tmp_path)})
    assert from_file is not None
    assert from_systemd is not None
    assert key_of("", {}) is None
    with closing(open_store(folder, from_file)) as store:
        done(store.append(arrived("Zqx")))
    assert names_in(folder, from_systemd) == ["Zqx"]
    assert text not in repr(from_file) + str(from_file)


@pytest.mark.parametrize(
    ("text", "mode", "says"),
    [
        ("00ff" * 8, 0o600, "expected 64 hex digits"),
        ("", 0o600, "expected 64 hex digits"),
        ("correct horse battery staple " * 3, 0o600, "expected 64 hex digits"),
        ("00ff" * 16, 0o644, "can be read by anybody"),
    ],
)
def test_a_key_that_is_none_is_named_and_not_shown(tmp_path: Path, text: str, mode: int, says: str) -> None:
    with pytest.raises(StoreFault, match=says) as told:
        key_of(key_file(tmp_path, text, mode), {})
    assert not text or text.strip() not in str(told.value)


def test_a_key_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(StoreFault, match=r"nowhere cannot be read \(No such file"):
        key_of(f"file:{tmp_path}/nowhere", {})
    with pytest.raises(StoreFault, match="needs systemd"):
        key_of("credential:store-key", {})


def settings(folder: Path, store_key: str) -> TabletConfig:
    file = folder.parent / "kiosk.toml"
    file.write_text(f'[tablet]\ndevice = "tablet"\ndata = "{folder}"\ntoken = "t"\nstore_key = "{store_key}"\n')
    return load(file, {}).tablet


def test_a_setting_that_names_no_place_is_refused(folder: Path) -> None:
    with pytest.raises(ConfigError, match="store_key"):
        settings(folder, os.urandom(32).hex())


def test_the_doctor_tells_whether_it_is_encrypted(tmp_path: Path, folder: Path) -> None:
    def told(store_key: str, check: str) -> Check:
        return next(each for each in look(settings(folder, store_key)) if each.check == check)

    names_in(folder, None)
    assert "is not encrypted;" in told("", "tablet.encrypted").text
    place = key_file(tmp_path, os.urandom(32).hex())
    assert told(place, "tablet.encrypted").state == State.WARNING
    names_in(folder, key_of(place))
    assert told(place, "tablet.encrypted") == ok("tablet.encrypted", "The store is encrypted.")
    assert told(place, "tablet.store").state == State.OK
    refused = told("", "tablet.store")
    assert (refused.state, "the settings name no store_key" in refused.text) == (State.FAULT, True)
    key_file(tmp_path, os.urandom(32).hex())
    assert "another key" in told(place, "tablet.store").text
    key_file(tmp_path, "short")
    assert "expected 64 hex digits" in told(place, "tablet.store").text
