"""What was looked at, and what was found."""

import os
from pathlib import Path

from msgspec import Struct

from kiosk.visits.condition import LITTLE_BYTES, Condition, State, of_worry
from kiosk.visits.wire import Worry


class Check(Struct, frozen=True):
    """One line of the answer."""

    check: str
    """What was looked at, like `tablet.store`: the same in every version."""
    state: State
    text: str
    do: str


def checked(check: str, condition: Condition) -> Check:
    """The line that tells a condition."""
    return Check(check, condition.state, condition.text, condition.do)


def ok(check: str, text: str) -> Check:
    """The line of something that is as it should be."""
    return Check(check, State.OK, text, "")


def fault(check: str, text: str, do: str) -> Check:
    """The line of something that does not work, and what to do about it."""
    return Check(check, State.FAULT, text, do)


def disk(part: str, folder: Path) -> list[Check]:
    """Whether the disk of a data folder can be written, and has room. Raises OSError."""
    room = os.statvfs(folder)
    free = room.f_bavail * room.f_frsize
    checks = []
    if room.f_flag & os.ST_RDONLY:
        checks.append(checked(f"{part}.disk_writable", of_worry(Worry.STORAGE_READ_ONLY)))
    else:
        checks.append(ok(f"{part}.disk_writable", "The disk can be written."))
    told = f"{free / 1e9:.1f} GB are free in {folder}."
    if free < LITTLE_BYTES:
        low = of_worry(Worry.STORAGE_LOW)
        checks.append(Check(f"{part}.disk_space", low.state, told, low.do))
    else:
        checks.append(ok(f"{part}.disk_space", told))
    return checks


def is_locked(path: Path) -> bool | None:
    """Whether a program holds the lock on a file or folder, without trying it; None where the system does not tell."""
    try:
        there = path.stat()
        locks = Path("/proc/locks").read_text(encoding="ascii")
    except OSError:
        return None
    wanted = f"{os.major(there.st_dev):02x}:{os.minor(there.st_dev):02x}:{there.st_ino}"
    return any("FLOCK" in words and wanted in words for words in map(str.split, locks.splitlines()))
