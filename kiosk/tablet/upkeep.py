"""What the tablet does by itself: names whose purpose is over go, with or without a hub, and what is old with them."""

from uuid import UUID

import structlog
from PySide6.QtCore import QObject, QTimer, Slot

from kiosk.tablet.bridge import Bridge
from kiosk.tablet.day import HORIZON_MS, Day

log = structlog.get_logger(__name__)

AFTER_CLOSE_MS = 20 * 60_000
"""Five minutes after the hub does it: only where it could not be told do tablets erase by themselves."""
_INTERVAL_MS = 60_000
_TEND_MS = 3_600_000


class Upkeep(QObject):
    """Looks once a minute. Measures by the monotonic clock, whatever the date is said to be."""

    def __init__(self, bridge: Bridge, day: Day, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._day = day
        self._ended: dict[UUID, int] = {}
        self._tended = day.clock.mono_ms()
        self._timer = QTimer(self)
        self._timer.timeout.connect(self.look)
        self._timer.start(_INTERVAL_MS)

    @Slot()
    def look(self) -> None:
        """Erases and removes what is due; what the disk does not do is tried again the next time."""
        now = self._day.clock.mono_ms()
        due_to_tend = now - self._tended >= _TEND_MS
        self._bridge.tend(in_need=not due_to_tend)
        if due_to_tend:
            self._tended = now
        due = []
        # Anew each time: of most the hub erases the name first.
        ended: dict[UUID, int] = {}
        for visit in self._day.named():
            if visit.closing is not None:
                since = self._ended.get(visit.id, now)
                if now - since >= AFTER_CLOSE_MS:
                    due.append(visit.id)
                else:
                    ended[visit.id] = since
            elif self._day.waited_ms(visit.id) >= HORIZON_MS:
                due.append(visit.id)
        self._ended = ended
        if due:
            log.info("names-erased", visits=len(due))
            self._bridge.erase_names(due, saved=self._day.add_own, failed=lambda: None)
