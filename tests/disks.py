"""Disks that a test may fill."""

import ctypes
import errno
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

MS_RDONLY, MS_REMOUNT = 1, 32


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of 1 MiB."""
    with disk(tmp_path / "disk", mebibytes=1) as folder:
        yield folder


@contextmanager
def disk(folder: Path, mebibytes: int) -> Iterator[Path]:
    """A disk of that size at `folder`."""
    folder.mkdir()
    libc = ctypes.CDLL(None, use_errno=True)
    if libc.mount(b"tmpfs", bytes(folder), b"tmpfs", 0, f"size={mebibytes}m".encode()) != 0:
        pytest.fail(f"a full disk can only be tried as root: mount: {os.strerror(ctypes.get_errno())}")
    try:
        yield folder
    finally:
        libc.umount2(bytes(folder), 2)  # MNT_DETACH


def remount(folder: Path, flags: int) -> None:
    """Makes the disk read-only, with `MS_RDONLY`, or writable again, with 0."""
    libc = ctypes.CDLL(None, use_errno=True)
    if libc.mount(None, bytes(folder), None, MS_REMOUNT | flags, None) != 0:
        pytest.fail(f"a read-only disk can only be tried as root: {os.strerror(ctypes.get_errno())}")


def fill(folder: Path, name: str = "filler") -> Path:
    """Takes all the room that a disk has left; the file that holds it, to be deleted."""
    filler = folder / name
    with filler.open("wb", buffering=0) as file:
        try:
            # Bit by bit: others may write meanwhile.
            while True:
                file.write(bytes(1 << 16))
        except OSError as error:
            if error.errno != errno.ENOSPC:
                raise
    return filler
