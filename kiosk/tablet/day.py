"""The tablet's picture of the visits: every screen reads from here, nothing else keeps state about patients."""

from collections.abc import Iterable, Sequence
from itertools import takewhile
from uuid import UUID

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from kiosk.store.clock import Clock
from kiosk.sync import Link
from kiosk.tablet.bridge import Bridge
from kiosk.visits.events import Arrived, ConcernRaised, Event, HelpRequested, visit_of
from kiosk.visits.promise import MINUTE_MS
from kiosk.visits.visit import Concern, Status, Visit, fold, honest_answer, honest_status

HORIZON_MS = 12 * 60 * MINUTE_MS
"""Visits that arrived longer ago are no longer anybody's wait."""

_BUSY_TICK_MS = 1_000
_QUIET_TICK_MS = 30_000


class Day(QObject):
    """The visits known here, folded. Lives on the GUI thread.

    `changed` is emitted after any news and on every tick of the clock: once a second while somebody waits,
    every 30 s otherwise.
    """

    changed = Signal()

    def __init__(self, bridge: Bridge, clock: Clock, target_ms: int, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.clock = clock
        self._target_ms = target_ms
        self._events: dict[UUID, dict[UUID, Event]] = {}
        self._visits: dict[UUID, Visit] = {}
        self._heard: dict[UUID, int] = {}
        """When there was news of each, by the monotonic clock, ms; the oldest first."""
        self._unsent: set[UUID] = set()
        self._link = Link.UNKNOWN
        self._promise_heard: dict[tuple[UUID, int], int] = {}
        self._tick = QTimer(self)
        self._tick.timeout.connect(self._announce)
        bridge.linkHeard.connect(self._set_link)
        bridge.confirmationHeard.connect(self._confirm)
        bridge.eventsHeard.connect(self.add)
        self._announce()

    def aim(self, target_ms: int) -> None:
        """The practice means to greet within this time, from now on."""
        self._target_ms = target_ms
        self._announce()

    def load(self, events: Iterable[Event], unsent: Iterable[UUID]) -> None:
        """What the store knew before this start."""
        self._unsent = set(unsent)
        self._take(events)
        self._announce()

    @Slot(object)
    def add(self, events: Sequence[Event]) -> None:
        """News from the hub; durable here."""
        now = self.clock.mono_ms()
        for visit in self._take(events):
            if visit.promise:
                self._promise_heard.setdefault((visit.id, visit.promise.quoted_at), now)
        self._forget(now)
        self._announce()

    def add_own(self, events: Sequence[Event]) -> None:
        """Facts of this tablet, just made durable and not yet sent."""
        self._unsent.update(event.id for event in events)
        self.add(events)

    def visit(self, visit: UUID) -> Visit:
        """The visit as far as it is known here."""
        return self._visits.get(visit) or Visit(id=visit)

    def waiting(self) -> list[Visit]:
        """Visits with a ticket that have not ended, oldest first."""
        now = self.clock.now_ms()
        alive = [
            visit
            for visit in self._visits.values()
            if visit.arrived_at is not None and visit.closing is None and now - visit.arrived_at < HORIZON_MS
        ]
        return sorted(alive, key=lambda visit: (visit.arrived_at, visit.id))

    def named(self) -> list[Visit]:
        """Visits whose name is known here."""
        return [visit for visit in self._visits.values() if visit.name]

    def tickets(self) -> list[str]:
        """The tickets that must not be given again: of the last hours and of open visits."""
        horizon = self.clock.now_ms() - HORIZON_MS
        return [
            visit.ticket
            for visit in self._visits.values()
            if visit.ticket and (visit.closing is None or (visit.arrived_at or 0) > horizon)
        ]

    @property
    def link(self) -> Link:
        """What is known of the line to the hub."""
        return self._link

    @property
    def reachable(self) -> bool:
        """Whether the hub answers; while that is not known yet, nothing is claimed to be wrong."""
        return self._link in (Link.REACHABLE, Link.UNKNOWN)

    def sent(self, visit: UUID) -> bool:
        """Whether the hub has confirmed the arrival."""
        return self._is_sent(self._arrival(visit))

    def status(self, visit: UUID) -> Status:
        """What the patient may truthfully be told now."""
        arrival = self._arrival(visit)
        return honest_status(
            self.visit(visit),
            sent=self._is_sent(arrival),
            reachable=self.reachable,
            waited_ms=self._waited_ms(arrival),
            target_ms=self._target_ms,
        )

    def waited_ms(self, visit: UUID) -> int:
        """How long ago the arrival was, by a clock that cannot jump where there is one."""
        return self._waited_ms(self._arrival(visit))

    def help_status(self, visit: UUID, concern: Concern) -> Status:
        """What somebody who asked for help may truthfully be told now."""
        raised = self._raised(visit, concern.id)
        return honest_answer(
            concern,
            sent=self._is_sent(raised),
            reachable=self.reachable,
            waited_ms=self._waited_ms(raised),
            target_ms=self._target_ms,
        )

    def help_sent(self, visit: UUID, concern: Concern) -> bool:
        """Whether the hub has confirmed the call for help."""
        return self._is_sent(self._raised(visit, concern.id))

    def minutes_left(self, visit: Visit) -> int | None:
        """Begun minutes until the promise is due: the quote at first, 0 when it has passed; None without one."""
        if visit.promise is None:
            return None
        heard = self._promise_heard.get((visit.id, visit.promise.quoted_at))
        quoted = visit.promise.quoted_at
        passed = self.clock.now_ms() - quoted if heard is None else self.clock.mono_ms() - heard
        left = visit.promise.minutes * MINUTE_MS - max(0, passed)
        return max(0, -(-left // MINUTE_MS))

    def _is_sent(self, event: Event | None) -> bool:
        return event is not None and event.id not in self._unsent

    def _waited_ms(self, event: Event | None) -> int:
        if event is None:
            return 0
        if event.boot == self.clock.boot:
            return self.clock.mono_ms() - event.mono
        return max(0, self.clock.now_ms() - event.at)

    def _arrival(self, visit: UUID) -> Event | None:
        return next((e for e in self._events.get(visit, {}).values() if isinstance(e, Arrived)), None)

    def _raised(self, visit: UUID, concern: UUID) -> Event | None:
        kinds = HelpRequested | ConcernRaised
        events = self._events.get(visit, {}).values()
        return next((e for e in events if isinstance(e, kinds) and e.concern == concern), None)

    def _take(self, events: Iterable[Event]) -> list[Visit]:
        touched: set[UUID] = set()
        for event in events:
            visit = visit_of(event)
            if visit is not None:
                self._events.setdefault(visit, {}).setdefault(event.id, event)
                touched.add(visit)
        now = self.clock.mono_ms()
        for visit in touched:
            self._visits[visit] = fold(visit, self._events[visit].values())
            self._heard.pop(visit, None)
            self._heard[visit] = now
        return [self._visits[visit] for visit in touched]

    def _forget(self, now: int) -> None:
        """Lets go of visits of which nothing was heard for so long; else the tablet would grow with every patient.

        By the monotonic clock, whatever the date is said to be. A name stays known until it has been erased, and a
        ticket until its visit is closed.
        """
        silent = takewhile(lambda visit: now - self._heard[visit] >= HORIZON_MS, self._heard)
        over = [visit for visit in silent if not _is_needed(self._visits[visit])]
        for visit in over:
            del self._heard[visit], self._visits[visit]
            self._unsent.difference_update(self._events.pop(visit))
        if over:
            heard = self._promise_heard.items()
            self._promise_heard = {quote: at for quote, at in heard if quote[0] in self._visits}

    @Slot(object)
    def _set_link(self, link: Link) -> None:
        self._link = link
        self._announce()

    @Slot(object)
    def _confirm(self, ids: Sequence[UUID]) -> None:
        self._unsent.difference_update(ids)
        self._announce()

    @Slot()
    def _announce(self) -> None:
        self._tick.start(_BUSY_TICK_MS if self.waiting() else _QUIET_TICK_MS)
        self.changed.emit()


def _is_needed(visit: Visit) -> bool:
    """Whether something is still to be done for it here: a name to be erased, a ticket not to be given again."""
    return bool(visit.name or (visit.ticket and visit.closing is None))
