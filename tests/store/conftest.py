"""A store in a folder of its own, and what a test does with one."""

from collections.abc import Callable, Iterator
from concurrent.futures import Future
from pathlib import Path
from uuid import UUID, uuid4

import pytest

from kiosk.store import SYSTEM_CLOCK, Clock, Store
from kiosk.visits.events import Event, Rated, Stamp

WAIT_S = 20.0

Stores = Callable[..., Store]
Maker = Callable[[Stamp], Event]


class MovedClock:
    """The system's clocks, with a wall clock that is some time ahead."""

    boot = SYSTEM_CLOCK.boot

    def __init__(self, ahead_ms: int) -> None:
        self._ahead_ms = ahead_ms

    def now_ms(self) -> int:
        """ms since 1970 UTC."""
        return SYSTEM_CLOCK.now_ms() + self._ahead_ms

    def mono_ms(self) -> int:
        """ms since boot."""
        return SYSTEM_CLOCK.mono_ms()


def done(future: "Future[tuple[Event, ...]]") -> tuple[Event, ...]:
    """What the future gives, soon."""
    return future.result(WAIT_S)


def rated(visit: UUID | None = None, stars: int = 4) -> Maker:
    """Makes a rating, in a visit of its own if none is given."""
    return lambda stamp: Rated(**stamp, visit=visit or uuid4(), rating=uuid4(), stars=stars)


@pytest.fixture
def stores(tmp_path: Path) -> Iterator[Stores]:
    """Opens stores of the device `tablet`, which are closed with the test."""
    opened: list[Store] = []

    def open_store(folder: Path = tmp_path / "data", clock: Clock = SYSTEM_CLOCK) -> Store:
        opened.append(Store.open(folder, "tablet", clock))
        return opened[-1]

    yield open_store
    for store in opened:
        store.close()


@pytest.fixture
def store(stores: Stores) -> Store:
    """An empty store."""
    return stores()
