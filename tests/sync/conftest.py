"""A store and what hears of its sync."""

import random
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, TypeVar
from uuid import UUID, uuid4

import pytest

from kiosk.store import SYSTEM_CLOCK, Clock, Store
from kiosk.sync import Link, Sync, Timing
from kiosk.visits.events import Arrived, Event, Rated
from kiosk.visits.settings import Settings
from tests.hubs import TOKENS, hub  # noqa: F401 - a fixture
from tests.sync.servers import FakeHub

T = TypeVar("T")

WAIT_S = 20.0


@dataclass
class Recorder:
    """Hears of everything; `until` waits for what a test expects."""

    links: list[Link] = field(default_factory=list)
    confirmed_ids: list[UUID] = field(default_factory=list)
    events: list[Event] = field(default_factory=list)
    names: list[str] = field(default_factory=list)
    settings: list[Settings] = field(default_factory=list)
    _news: threading.Condition = field(default_factory=threading.Condition)

    def link_changed(self, link: Link) -> None:
        self._note(self.links, [link])

    def confirmed(self, ids: Sequence[UUID]) -> None:
        self._note(self.confirmed_ids, ids)

    def received(self, events: Sequence[Event]) -> None:
        self._note(self.events, events)

    def looked_for(self, name: str) -> None:
        self._note(self.names, [name])

    def settings_heard(self, settings: Settings) -> None:
        self._note(self.settings, [settings])

    def until(self, true: Callable[[], object]) -> None:
        """Waits until something is true, whether or not it is heard of."""
        deadline = time.monotonic() + WAIT_S
        with self._news:
            while not self._news.wait_for(true, 0.05):
                assert time.monotonic() < deadline, f"{self.links}, {len(self.confirmed_ids)} confirmed"

    def until_link(self, link: Link) -> None:
        """Waits until the link is as given."""
        self.until(lambda: self.links[-1:] == [link])

    def _note(self, where: list[T], what: Sequence[T]) -> None:
        with self._news:
            where.extend(what)
            self._news.notify_all()


class Device:
    """A tablet without a screen: store, sync, and who hears of it."""

    def __init__(self, folder: Path, name: str, clock: Clock) -> None:
        self.folder = folder
        self.name = name
        self.clock = clock
        self.store = Store.open(folder, name, clock)
        self.heard = Recorder()
        self.sync: Sync | None = None

    def connect(
        self,
        url: str,
        *,
        token: str | None = None,
        timing: Timing | None = None,
        share: Callable[[], float] = random.random,
        **options: Any,
    ) -> Recorder:
        """Starts a new sync, and what hears of it."""
        self.disconnect()
        self.heard = Recorder()
        token = TOKENS[self.name] if token is None else token
        self.sync = Sync(self.store, url, token, self.heard, self.clock, timing=timing, share=share, **options)
        self.sync.start()
        return self.heard

    def disconnect(self) -> None:
        """Stops the sync."""
        if self.sync is not None:
            self.sync.stop()
            self.sync = None

    def rate(self, count: int = 1) -> list[UUID]:
        """Stores ratings, each alone and durable; their ids."""
        pending = [
            self.store.append(lambda stamp: Rated(**stamp, visit=uuid4(), rating=uuid4(), stars=4))
            for _ in range(count)
        ]
        return [event.id for future in pending for event in future.result(WAIT_S)]

    def arrive(self, number: int, name: str = "") -> Event:
        """Stores an arrival."""
        future: Future[tuple[Event, ...]] = self.store.append(
            lambda stamp: Arrived(**stamp, visit=uuid4(), ticket=f"K{number}", name=name)
        )
        return future.result(WAIT_S)[0]

    def close(self) -> None:
        """Ends everything."""
        self.disconnect()
        self.store.close()


Devices = Callable[..., Device]


@pytest.fixture
def devices(tmp_path: Path) -> Iterator[Devices]:
    """Makes devices by name, `front-door` and `side-door`, which end with the test."""
    made: list[Device] = []

    def make(name: str = "front-door", clock: Clock = SYSTEM_CLOCK, *, folder: Path | None = None) -> Device:
        made.append(Device(folder or tmp_path / name, name, clock))
        return made[-1]

    yield make
    for device in made:
        device.close()


@pytest.fixture
def device(devices: Devices) -> Device:
    """The tablet `front-door`."""
    return devices()


@pytest.fixture
def fake() -> Iterator[FakeHub]:
    """A hub of which a test decides every answer."""
    server = FakeHub()
    yield server
    server.close()
