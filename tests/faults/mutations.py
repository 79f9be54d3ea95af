"""`make mutations`: breaks what keeps facts and names safe, one thing at a time, and sees that the harness notices.

Each is done to a copy of the tree, never to the tree itself.
"""

import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parents[2]
_COPIED = ("kiosk", "assets", "tests", "pyproject.toml")
_LIMIT_S = 600
_FAILED = re.compile(r"^(?:FAILED|ERROR) (\S+)", re.MULTILINE)


@dataclass(frozen=True)
class Edit:
    """A text that stands once in a file, and what takes its place."""

    file: str
    old: str
    new: str

    def apply(self, root: Path) -> None:
        """Edits the file below `root`. Raises LookupError if the text is not there exactly once."""
        path = root / self.file
        text = path.read_text(encoding="utf-8")
        if (times := text.count(self.old)) != 1:
            raise LookupError(f"{self.file}: {self.old!r} stands there {times} times")
        path.write_text(text.replace(self.old, self.new), encoding="utf-8")


@dataclass(frozen=True)
class Mutation:
    """Something that is broken on purpose, and the tests that should catch it."""

    name: str
    edits: tuple[Edit, ...]
    tests: tuple[str, ...]


MUTATIONS = (
    Mutation(
        "durability: the tablet commits without a sync",
        (Edit("kiosk/store/schema.py", "PRAGMA synchronous = FULL", "PRAGMA synchronous = NORMAL"),),
        ("tests/faults/test_durability.py",),
    ),
    Mutation(
        "ids: the hub takes an event twice",
        (
            Edit(
                "kiosk/hub/migrations/versions/0001_ground.py",
                'op.create_index("event_id", "event", ["practice", "id"], unique=True)',
                'op.create_index("event_id", "event", ["practice", "id"], unique=False)',
            ),
            Edit("kiosk/hub/ingest.py", 'among_named(dialect, event.c.id, "ids")', "sa.false()"),
        ),
        ("tests/faults/test_networks.py", "tests/faults/test_mixed.py"),
    ),
    Mutation(
        "cursor: numbers are handed out without a lock",
        (Edit("kiosk/hub/sqlite.py", '"BEGIN IMMEDIATE" if writes else "BEGIN"', '"BEGIN"'),),
        ("tests/faults/test_cursor.py",),
    ),
    Mutation(
        "portal: whatever answers is the hub",
        (Edit("kiosk/sync/hub.py", "if response.headers.get(PROTOCOL_HEADER) != PROTOCOL:", "if False:"),),
        ("tests/sync/test_misbehaviour.py", "tests/faults/test_networks.py"),
    ),
    Mutation(
        "erasing: the tablet's write-ahead log is left",
        (Edit("kiosk/store/writer.py", "if job.truncate:", "if False:"),),
        ("tests/faults/test_erasing.py",),
    ),
    Mutation(
        "erasing: the hub's write-ahead log is left",
        (
            Edit(
                "kiosk/hub/sqlite.py",
                'raw.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()',
                'raw.execute("PRAGMA page_count").fetchall()',
            ),
        ),
        ("tests/faults/test_erasing.py",),
    ),
    Mutation(
        "retention: the tablet forgets by its own clock",
        (
            Edit(
                "kiosk/store/store.py",
                "for now in (self._hub_at, self._clock.now_ms())",
                "for now in (self._clock.now_ms(), self._clock.now_ms())",
            ),
        ),
        ("tests/store/test_store.py",),
    ),
    Mutation(
        "quarantine: a rejected event is deleted",
        (
            Edit(
                "kiosk/store/log.py",
                '"UPDATE event SET rejected = ? WHERE id = ? AND n IS NOT NULL AND confirmed IS NULL", '
                "(reason, str(event))",
                '"DELETE FROM event WHERE ? <> ? AND confirmed IS NULL AND id = ?", (reason, "", str(event))',
            ),
        ),
        ("tests/faults/test_identities.py",),
    ),
    Mutation(
        "restored hub: what it confirmed before is believed",
        (Edit("kiosk/store/log.py", "SET confirmed = NULL WHERE n IS NOT NULL", "SET confirmed = NULL WHERE n < 0"),),
        ("tests/store/test_store.py", "tests/sync/test_delivery.py"),
    ),
    Mutation(
        "restored hub: it takes what was not meant for it",
        (
            Edit(
                "kiosk/hub/device_api.py",
                "if push.hub_epoch not in (None, hub.database.hub_epoch):",
                "if False:",
            ),
        ),
        ("tests/faults/test_stateful.py",),
    ),
    Mutation(
        "receipt: what a restored hub lacks is counted on",
        (
            Edit(
                "kiosk/store/store.py",
                "log.put_receipt(db, log.receipt(db).minus(log.unsettle(db)))",
                "log.unsettle(db)",
            ),
        ),
        ("tests/faults/test_stateful.py",),
    ),
    Mutation(
        "erasing: a name stays in a damaged arrival",
        (Edit("kiosk/store/log.py", 'blank = "" if body else None', "blank = None"),),
        ("tests/faults/test_stateful.py",),
    ),
)


def main() -> None:
    """Entry point; the exit code is 1 if the harness missed one, or fails on a tree that is whole."""
    with tempfile.TemporaryDirectory(prefix="kiosk-mutations-") as folder:
        whole = sorted({test for mutation in MUTATIONS for test in mutation.tests})
        missed = _failures(_copy(Path(folder) / "whole"), whole)
        _print("nothing is broken", "all pass" if not missed else f"FAILS: {missed[0]}")
        if missed:
            sys.exit(1)
        for number, mutation in enumerate(MUTATIONS):
            caught = _failures(_copy(Path(folder) / str(number), mutation.edits), mutation.tests)
            _print(mutation.name, caught[0] if caught else "SURVIVED")
            missed += [] if caught else [mutation.name]
    sys.exit(1 if missed else 0)


def _copy(target: Path, edits: Iterable[Edit] = ()) -> Path:
    target.mkdir()
    for name in _COPIED:
        source = ROOT / name
        if source.is_dir():
            shutil.copytree(source, target / name, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            shutil.copy(source, target / name)
    for edit in edits:
        edit.apply(target)
    return target


def _failures(root: Path, tests: Iterable[str]) -> list[str]:
    """Which tests fail in the copy, up to the first."""
    command = [sys.executable, "-m", "pytest", "-x", "-q", *tests]
    done = subprocess.run(command, cwd=root, capture_output=True, text=True, timeout=_LIMIT_S, check=False)
    failed = _FAILED.findall(done.stdout)
    if bool(done.returncode) != bool(failed):
        raise RuntimeError(f"the tests did not run: {done.stdout[-2000:]}{done.stderr[-2000:]}")
    return failed


def _print(what: str, result: str) -> None:
    print(f"{what:<55}{result}", flush=True)  # noqa: T201 - what the command is for


if __name__ == "__main__":
    main()
