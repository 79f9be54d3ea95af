"""How a database's file comes to its place: whole, private and durable, or not at all."""

import os
import sqlite3
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from kiosk.hub.erasing import nameless

SIDE_FILES = ("-wal", "-shm")

MOMENTARY = ("session", "setup_link", "failed_sign_in")
"""Tables that matter to this moment only: nobody shall be signed in, or get in, by what a backup remembers."""


class CareFault(Exception):
    """It cannot be done; the message is one sentence for whoever asked."""


def connect(path: Path, mode: str) -> sqlite3.Connection:
    """A connection in SQLite's `mode` (ro, rw) that begins no transaction by itself, and knows `nameless(body)`."""
    connection = sqlite3.connect(uri(path, mode), uri=True, isolation_level=None)
    connection.create_function("nameless", 1, nameless, deterministic=True)
    return connection


def uri(path: Path, mode: str) -> str:
    """The file as SQLite takes it."""
    return f"{path.absolute().as_uri()}?mode={mode}"


@contextmanager
def new_file(target: Path) -> Iterator[Path]:
    """An empty file beside `target` that its owner alone may read; it is removed at the end, unless it was moved."""
    descriptor, name = tempfile.mkstemp(dir=target.parent, prefix=f".{target.name}-", suffix=".part")
    os.close(descriptor)
    part = Path(name)
    try:
        yield part
    finally:
        part.unlink(missing_ok=True)


def move(part: Path, target: Path) -> None:
    """Puts a file in its place, over one that is there; after a power cut there is the old one or all of the new."""
    descriptor = os.open(part, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
    part.replace(target)
    settle(target.parent)


def settle(folder: Path) -> None:
    """Makes renames in the folder durable."""
    descriptor = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
