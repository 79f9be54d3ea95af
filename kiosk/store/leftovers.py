"""Reads stores that were sealed: what no hub has heard of a tablet that is let in no more. Leaves no trace in them."""

import os
import sqlite3
from contextlib import closing
from pathlib import Path
from uuid import UUID

import msgspec
from msgspec import Raw, Struct

from kiosk.store import log
from kiosk.store.fault import StoreFault, in_words
from kiosk.store.key import Key
from kiosk.store.opening import SEALED, connect_looking, were_put_aside
from kiosk.visits.wire import LeftBehind


class Leftover(Struct, frozen=True):
    """A sealed store."""

    file: Path
    device: str
    """Whose it was; empty where it holds nothing unsent."""
    epoch: str
    events: list[bytes]
    """Wire JSON of what is unsent, the oldest first."""


class _From(Struct):
    device: str


def look(folder: Path, key: Key | None = None) -> list[Leftover]:
    """The sealed stores in a tablet's data folder, the oldest first. Raises StoreFault."""
    try:
        return [_read(file, key) for file in were_put_aside(folder, SEALED)]
    except OSError as error:
        raise StoreFault(f"{folder}: cannot be read ({error.strerror}).") from None


def write(leftover: Leftover, folder: Path) -> Path:
    """Writes what is unsent beside no other file, for the owner alone to read; where. Raises StoreFault."""
    target = folder / f"{leftover.file.stem}.json"
    behind = LeftBehind(
        device=leftover.device, epoch=UUID(leftover.epoch), events=[Raw(event) for event in leftover.events]
    )
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with os.fdopen(os.open(target, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as opened:
            opened.write(msgspec.json.encode(behind))
            opened.flush()
            os.fsync(opened.fileno())
    except OSError as error:
        raise StoreFault(f"{target}: cannot be written ({error.strerror}).") from None
    return target


def _read(file: Path, key: Key | None) -> Leftover:
    try:
        with closing(connect_looking(file, key, alone=True)) as db:
            events = [body for _, body in log.outbox(db, -1)]
            epoch = log.get(db, "epoch") or ""
    except sqlite3.Error as error:
        raise in_words(error, file) from error
    try:
        device = msgspec.json.decode(events[0], type=_From).device if events else ""
    except msgspec.DecodeError as error:
        raise StoreFault(f"{file}: holds an event that cannot be read ({error}).") from None
    return Leftover(file, device, epoch, events)
