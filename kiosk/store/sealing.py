"""Puts a store away for good: the tablet whose facts it holds can no longer speak for itself."""

import os
from pathlib import Path

from kiosk.store import opening
from kiosk.store.clock import SYSTEM_CLOCK, Clock
from kiosk.store.key import Key
from kiosk.store.store import Store


def seal(folder: Path, device: str, clock: Clock = SYSTEM_CLOCK, *, key: Key | None = None) -> Path:
    """Puts the store of `device` aside, without a name in it, and gives where it is now; the next one begins empty.

    Raises StoreFault, with the store still in its place, when not every name could be erased.
    """
    store = Store.open(folder, device, clock, key=key)
    try:
        store.erase_every_name().result()
    finally:
        store.close()
    lock = opening.lock(folder)
    try:
        return opening.put_aside(folder / opening.FILE_NAME, opening.SEALED, clock)
    finally:
        os.close(lock)
