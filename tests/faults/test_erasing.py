"""A name that was erased is in no file any more, of the tablet or of the hub, nor in a backup that knew it."""

import resource
import signal
import subprocess
import sys
import time
from collections.abc import Iterable, Iterator
from pathlib import Path
from uuid import uuid4

import pytest

from tests.dumps import dumps_nothing
from tests.faults.ledger import Ledger
from tests.faults.tablets import Tablet
from tests.hubs import HubProcess

NAMES = 300
CORE_PATTERN = Path("/proc/sys/kernel/core_pattern")


def found(names: Iterable[str], *places: Path) -> set[str]:
    """Those of the names that any of the files has, or any file in the folders, whatever kind of file."""
    files = [file for place in places for file in (place.rglob("*") if place.is_dir() else [place]) if file.is_file()]
    contents = [file.read_bytes() for file in files]
    return {name for name in names if any(name.encode() in content for content in contents)}


def back_up(hub: HubProcess, file: Path) -> None:
    """As IT does it."""
    command = [sys.executable, "-m", "kiosk", "hub", "backup", str(file), "--config", str(hub.file)]
    subprocess.run(command, check=True, capture_output=True)
    assert file.stat().st_size > 0


@pytest.fixture(autouse=True)
def dumps(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Whoever crashes dumps its memory into the folder of the test, unless it forbids that itself."""
    monkeypatch.setenv("PYTHONPATH", str(Path.cwd()))
    monkeypatch.chdir(tmp_path)
    before = resource.getrlimit(resource.RLIMIT_CORE)
    resource.setrlimit(resource.RLIMIT_CORE, (before[1], before[1]))
    yield
    resource.setrlimit(resource.RLIMIT_CORE, before)


@pytest.mark.files
def test_not_one_of_300_names_can_be_found_after_its_visit(
    hub: HubProcess, tablet: Tablet, ledger: Ledger, tmp_path: Path
) -> None:
    # As different from each other as words are, so that no part of one file happens to be another's.
    names = [f"Zx{uuid4().hex[:12]}" for _ in range(NAMES)]
    visits = [str(uuid4()) for _ in names]
    for visit, name in zip(visits, names, strict=True):
        tablet.save([(visit, "arrived")], name)
    tablet.drained()
    for database in (tablet.folder / "tablet.sqlite3", hub.database):
        assert found(names, database, database.with_name(f"{database.name}-wal")) == set(names)
    assert found(names, tablet.log, hub.log) == set()
    back_up(hub, tmp_path / "monday.sqlite3")
    for start in range(0, NAMES, 20):
        tablet.tell(do="erase", visits=visits[start : start + 20])
    # It answers in order: all is erased, and what tells the hub so is there to be sent.
    tablet.state()
    tablet.drained()
    # A power cut now: nothing that a tidy end would do is needed for it.
    tablet.kill()
    assert found(names, tablet.folder) == set()
    # A reader may have put the hub's tidying off, to what it does once a minute.
    while found(names, hub.data):
        time.sleep(0.2)
    back_up(hub, tmp_path / "tuesday.sqlite3")
    hub.kill()
    # Every file: databases, write-ahead logs, journals, what both programs logged, both backups.
    assert found(names, tmp_path) == set()
    assert len(ledger.acknowledged) == NAMES


def test_who_crashes_while_a_name_is_in_memory_leaves_no_copy_of_it(
    hub: HubProcess, tablet: Tablet, tmp_path: Path
) -> None:
    name = f"Zx{uuid4().hex[:12]}"
    tablet.save([(str(uuid4()), "arrived")], name)
    tablet.drained()
    pids = (hub.pid, tablet.pid)
    assert all(dumps_nothing(pid) for pid in pids)
    hub.end(signal.SIGABRT)
    tablet.kill(signal.SIGABRT)
    known = {file for folder in (tablet.folder, hub.data) for file in folder.rglob("*")}
    assert found([name], *({file for file in tmp_path.rglob("*") if file.is_file()} - known)) == set()

    # The search would have found one: a program that forbids nothing leaves it.
    careless = "import os, sys; name = sys.stdin.read(); os.abort()"
    subprocess.run([sys.executable, "-c", careless], input=name.encode(), check=False)
    # An earlier test may have run a program of ours within this process, which forbids dumps for good.
    into_the_folder = (
        not CORE_PATTERN.read_text().startswith(("/", "|")) and resource.getrlimit(resource.RLIMIT_CORE)[0] != 0
    )
    assert bool(found([name], *tmp_path.glob("core*"))) is into_the_folder
