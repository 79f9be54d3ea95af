"""Live fan-out: what is new is encoded once, kept in one short log, and wakes every stream.

Everything here belongs to the event loop's thread. A stream that is further behind than the log reaches reads the
database; it never holds anything up.
"""

import asyncio
from collections import deque
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from heapq import heappop, heappush
from itertools import islice
from uuid import UUID

from msgspec import Raw, Struct

from kiosk.hub.erasing import nameless
from kiosk.hub.receipts import Store
from kiosk.hub.writing import Logged
from kiosk.visits.events import Arrived, Event
from kiosk.visits.wire import CAUGHT_UP, ENTRY, Entry, encoder, is_streamed

KEPT = 1_000
"""Entries that are kept in memory for streams that are a little behind."""

_WAITING = 8


class _Told(Struct, frozen=True):
    """What streams are told of an entry."""

    store: Store
    line: bytes
    """As a server-sent event; empty for what they do not hear of."""


class Signal:
    """Wakes everybody who waits, at once.

    With thousands who wait, a timer for each would take longer than the telling: there is one, for the first of them.
    """

    def __init__(self) -> None:
        self._waiting: list[tuple[float, int, asyncio.Future[bool]]] = []
        """A heap, by when each has waited long enough; who gave up is in it until then."""
        self._count = 0
        self._timer: asyncio.TimerHandle | None = None

    def fire(self) -> None:
        """Wakes all who wait now."""
        waiting, self._waiting = self._waiting, []
        for _, _, woken in waiting:
            if not woken.done():
                woken.set_result(True)

    async def wait(self, timeout_s: float) -> bool:
        """Waits for the next `fire`; False if `timeout_s` seconds passed without."""
        loop = asyncio.get_running_loop()
        until = loop.time() + timeout_s
        woken: asyncio.Future[bool] = loop.create_future()
        self._count += 1
        heappush(self._waiting, (until, self._count, woken))
        if self._timer is None or until < self._timer.when():
            self._look_at(until, loop)
        return await woken

    def _look_at(self, when: float, loop: asyncio.AbstractEventLoop) -> None:
        if self._timer is not None:
            self._timer.cancel()
        self._timer = loop.call_at(when, self._look, loop)

    def _look(self, loop: asyncio.AbstractEventLoop) -> None:
        self._timer = None
        while self._waiting and self._waiting[0][0] <= loop.time():
            _, _, woken = heappop(self._waiting)
            if not woken.done():
                woken.set_result(False)
        if self._waiting:
            self._look_at(self._waiting[0][0], loop)


class Line:
    """One tablet's open stream, as those see it who have something to tell to this tablet alone."""

    def __init__(self) -> None:
        self.waiting: deque[bytes] = deque(maxlen=_WAITING)
        """What it is to be told, as server-sent events."""
        self.dropped = False
        """Whether the tablet is let in no more."""


class Live:
    """The newest entries for all streams, and who is listening."""

    def __init__(self, hub_epoch: UUID, head: int) -> None:
        """`head`: the last cursor of the database when the hub started."""
        self.hub_epoch = hub_epoch
        self.changed = Signal()
        """Fires when there are new entries, when a tablet comes or goes, and when the hub stops."""
        self.news = Signal()
        """Fires when there is something for streams. Not when one comes or goes: each would wake all others."""
        self.version = 0
        """Counts the changes, so that nobody misses one while not waiting."""
        self.closing = False
        self.head = head
        """The last cursor that was published."""
        self.settings = b""
        """The settings that hold, as a server-sent event."""
        self._entries: deque[_Told] = deque(maxlen=KEPT)
        self._newest: tuple[int, int, bytes, frozenset[Store]] = head, head, b"", frozenset()
        """What all who have heard everything are told next: after which cursor, up to which, what, and by whom."""
        self._lines: dict[str, list[Line]] = {}
        self._elsewhere: frozenset[str] = frozenset()
        self.lines_version = 0
        """Counts how often a stream was opened or ended here."""

    @property
    def tablets(self) -> int:
        """How many tablets have an open stream, here or at another hub."""
        return len(self._elsewhere.union(self._lines))

    def here(self) -> frozenset[str]:
        """The tablets whose stream this hub holds open."""
        return frozenset(self._lines)

    def has_elsewhere(self, tablets: frozenset[str]) -> None:
        """Takes note of the tablets whose streams other hubs hold open."""
        if tablets != self._elsewhere:
            self._elsewhere = tablets
            self._fire()

    def publish(self, logged: Sequence[Logged]) -> None:
        """Tells all streams of entries, which come in the order of cursors and without a gap."""
        for entry in logged:
            line = encode_entry(self.hub_epoch, entry.cursor, entry.event, entry.body, entry.true_at)
            self._entries.append(_Told((entry.event.device, entry.event.epoch), line))
        self.head = logged[-1].cursor
        self.news.fire()
        self._fire()

    def since(self, cursor: int, own: Store | None = None) -> bytes | None:
        """What streams are told after `cursor`, as one piece; None if that is too long ago for memory.

        Of `own`, the store of who listens, only that the cursor is further.
        """
        if self._newest[:2] != (cursor, self.head):
            missing = self.head - cursor
            if missing <= 0:
                return b""
            if missing > len(self._entries):
                return None
            told = self._last(missing)
            stores = frozenset(each.store for each in told if each.line)
            self._newest = cursor, self.head, b"".join(each.line for each in told), stores
        *_, everything, stores = self._newest
        if own not in stores:
            return everything
        others = b"".join(each.line for each in self._last(self.head - cursor) if each.store != own)
        return others + self.caught_up(self.head)

    def caught_up(self, cursor: int) -> bytes:
        """Tells a stream that it has heard everything up to `cursor`, as a server-sent event."""
        return server_sent(CAUGHT_UP, b"{}", f"{self.hub_epoch}-{cursor}")

    def _last(self, count: int) -> list[_Told]:
        return list(islice(self._entries, len(self._entries) - count, None))

    def is_listening(self, device: str) -> bool:
        """Whether the tablet has an open stream, here or at another hub."""
        return device in self._lines or device in self._elsewhere

    def is_twice(self, device: str) -> bool:
        """Whether the tablet has more streams than the one it has open here: perhaps it has a copy."""
        return len(self._lines.get(device, ())) > 1 or device in self._elsewhere

    @contextmanager
    def listening(self, device: str) -> Iterator[Line]:
        """Counts the tablet as connected while its stream is open."""
        line = Line()
        self._lines.setdefault(device, []).append(line)
        self.lines_version += 1
        self._fire()
        try:
            yield line
        finally:
            self._lines[device].remove(line)
            if not self._lines[device]:
                del self._lines[device]
            self.lines_version += 1
            self._fire()

    def tell(self, device: str, message: bytes) -> None:
        """Tells one tablet a server-sent event, if it listens here."""
        for line in self._lines.get(device, ()):
            line.waiting.append(message)
        self.news.fire()

    def drop(self, device: str) -> None:
        """Ends the streams of a tablet that is let in no more."""
        for line in self._lines.get(device, ()):
            line.dropped = True
        self.news.fire()

    def close(self) -> None:
        """Ends all streams; the hub stops."""
        self.closing = True
        self.news.fire()
        self._fire()

    def _fire(self) -> None:
        self.version += 1
        self.changed.fire()


def encode_entry(hub_epoch: UUID, cursor: int, event: Event, body: str, true_at: int) -> bytes:
    """An entry as tablets hear of it, without the patient's name; nothing for what they do not hear of."""
    if not is_streamed(event):
        return b""
    data = encoder.encode(Entry(at=true_at, event=Raw(_nameless(event, body))))
    return server_sent(ENTRY, data, f"{hub_epoch}-{cursor}")


def server_sent(event: str, data: bytes, id_: str = "") -> bytes:
    """A server-sent event of one kind; line feeds in `data` are kept."""
    lines = b"".join(b"data: " + line + b"\n" for line in data.split(b"\n"))
    head = f"id: {id_}\n" if id_ else ""
    name = f"event: {event}\n" if event else ""
    return f"{head}{name}".encode() + lines + b"\n"


def _nameless(event: Event, body: str) -> bytes:
    return nameless(body).encode() if isinstance(event, Arrived) and event.name else body.encode()
