"""Checkout: the desk asks how the visit was, on this tablet, unless somebody is using it."""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from kiosk.tablet.bridge import Bridge
from kiosk.tablet.day import Day
from kiosk.tablet.flow import Flow, Screen
from kiosk.visits.events import Event, RatingAsked

PATIENCE_MS = 120_000
"""After so long the patient is out of the door, and the question is dropped."""


@dataclass(frozen=True)
class Asked:
    """A question that waits for the tablet."""

    visit: UUID
    until: int
    """When it is dropped, by the monotonic clock, ms."""


def is_meant(asked: RatingAsked, device: str, now_ms: int) -> bool:
    """Whether the desk asks on this tablet, and only just now: not while the tablet was away."""
    return asked.tablet == device and now_ms - asked.at < PATIENCE_MS


class Checkout(QObject):
    """Waits for Welcome and for nobody touching it. What waits is forgotten at a restart."""

    asking = Signal(object, str)
    """The visit (UUID) and its ticket: put up the question."""

    def __init__(
        self, bridge: Bridge, day: Day, flow: Flow, *, device: str, quiet_ms: int, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._day = day
        self._flow = flow
        self._device = device
        self._waiting: list[Asked] = []
        self._put: UUID | None = None
        self._touched = QTimer(self)
        self._touched.setSingleShot(True)
        self._touched.setInterval(quiet_ms)
        self._touched.timeout.connect(self._look)
        flow.touched.connect(self._touched.start)
        flow.screenChanged.connect(self._forget)
        bridge.eventsHeard.connect(self._hear)

    @Slot(object)
    def _hear(self, events: Sequence[Event]) -> None:
        clock = self._day.clock
        for event in events:
            if isinstance(event, RatingAsked) and is_meant(event, self._device, clock.now_ms()):
                self._waiting.append(Asked(event.visit, clock.mono_ms() + PATIENCE_MS))
        self._withdraw()
        self._look()

    def _withdraw(self) -> None:
        """Takes the question away again if it was answered on the patient's phone, or the desk took its click back."""
        if self._put is None:
            return
        visit = self._day.visit(self._put)
        if visit.asked != self._device or any(rating.device != self._device for rating in visit.ratings):
            self._flow.home()

    @Slot()
    def _forget(self) -> None:
        if self._flow.current is not Screen.RATE:
            self._put = None

    @Slot()
    def _look(self) -> None:
        now = self._day.clock.mono_ms()
        self._waiting = [asked for asked in self._waiting if now < asked.until and self._is_open(asked.visit)]
        flow = self._flow
        used = flow.trouble or flow.adapted or self._touched.isActive()
        if not self._waiting or used or flow.current is not Screen.WELCOME:
            return
        visit = self._day.visit(self._waiting.pop(0).visit)
        self._put = visit.id
        self.asking.emit(visit.id, visit.ticket or "")

    def _is_open(self, key: UUID) -> bool:
        """Whether the question stands: the desk may have taken its click back, or the patient rated meanwhile."""
        visit = self._day.visit(key)
        return visit.asked == self._device and not visit.ratings
