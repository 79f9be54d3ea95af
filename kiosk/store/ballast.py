"""A reserve of disk that is given up when the disk is full: without any room SQLite can not even delete."""

import os
from pathlib import Path

import structlog

FILE_NAME = "ballast"
SIZE = 4 << 20
"""Bytes; about 8,000 events."""

_log = structlog.get_logger(__name__)


class Ballast:
    """A file that only takes room. Used by one thread at a time."""

    def __init__(self, folder: Path) -> None:
        self._path = folder / FILE_NAME

    @property
    def held(self) -> bool:
        """Whether the reserve is there."""
        return self._path.exists()

    def give_up(self) -> bool:
        """Gives its room to whoever writes next; whether there was any. Never raises for a disk's sake."""
        try:
            self._path.unlink()
        except FileNotFoundError:
            return False
        except OSError as error:
            _log.error("store.reserve_stuck", why=error.strerror)
            return False
        _log.error("store.reserve_in_use")
        return True

    def take(self) -> None:
        """Takes the reserve, where the disk has room for twice as much."""
        if self.held:
            return
        part = self._path.with_name(f"{FILE_NAME}.part")
        try:
            room = os.statvfs(self._path.parent)
            if room.f_bavail * room.f_frsize < 2 * SIZE:
                return
            with os.fdopen(os.open(part, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "wb") as file:
                # Not zeros: some file systems keep those without taking room.
                file.write(os.urandom(SIZE))
                file.flush()
                os.fsync(file.fileno())
            part.replace(self._path)
        except OSError as error:
            part.unlink(missing_ok=True)
            _log.warning("store.no_reserve", why=error.strerror)
