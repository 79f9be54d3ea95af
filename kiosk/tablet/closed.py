"""Closed: outside opening hours, or because staff have closed the office."""

from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.sync import Link
from kiosk.tablet.bridge import Bridge
from kiosk.tablet.day import Day
from kiosk.tablet.values import emit_changes
from kiosk.tablet.welcome import logo_url
from kiosk.visits.hours import Hours, is_open, is_shut_around, next_opening
from kiosk.visits.settings import Settings

QML_IMPORT_NAME = "Kiosk.Models"
QML_IMPORT_MAJOR_VERSION = 1

CLOSED_BY_STAFF = "closed-by-staff"
"""Under this key the store keeps over a restart that staff have closed the office."""
STRAGGLING_MINUTES = 30
"""So long after closing and before opening there may be people about."""


@dataclass(frozen=True)
class ClosedValues:
    """What the screen shows."""

    shut: bool = False
    """Whether the practice is closed now."""
    byStaff: bool = False
    """Whether staff have closed the office; only they know until when."""
    opensIn: int = -1
    """Days until the next opening; -1 where that is not known."""
    weekday: int = 0
    """Its weekday, Monday is 1."""
    time: str = ""
    """Its time in the practice, like 8:00."""
    reachable: bool = False
    """Whether a call for help would reach somebody."""
    deserted: bool = False
    """Whether it is closed by its hours, and was and will be for so long that nobody is about."""


def closed_values(now_ms: int, zone: ZoneInfo, hours: Hours, *, by_staff: bool, reachable: bool) -> ClosedValues:
    """Whether the practice is closed at this time, and when it opens again."""
    if not by_staff and is_open(now_ms, zone, hours):
        return ClosedValues(reachable=reachable)
    deserted = is_shut_around(now_ms, zone, hours, STRAGGLING_MINUTES)
    if by_staff:
        return ClosedValues(shut=True, byStaff=True, reachable=reachable, deserted=deserted)
    now = datetime.fromtimestamp(now_ms / 1000, tz=zone)
    opens = datetime.fromtimestamp(next_opening(now_ms, zone, hours) / 1000, tz=zone)
    return ClosedValues(
        shut=True,
        opensIn=(opens.date() - now.date()).days,
        weekday=opens.isoweekday(),
        time=f"{opens.hour}:{opens.minute:02}",
        reachable=reachable,
        deserted=deserted,
    )


@QmlElement
class ClosedModel(QObject):
    """Knows whether the practice is open; staff may close it."""

    settingsChanged = Signal()
    shutChanged = Signal()
    byStaffChanged = Signal()
    opensInChanged = Signal()
    weekdayChanged = Signal()
    timeChanged = Signal()
    reachableChanged = Signal()
    desertedChanged = Signal()
    decided = Signal()
    """Staff have closed the office or opened it again, and it is kept."""
    failed = Signal()
    """It could not be kept, so it is as it was."""

    def __init__(
        self,
        bridge: Bridge,
        day: Day,
        settings: Settings,
        *,
        by_staff: bool,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._day = day
        self._settings = settings
        self._by_staff = by_staff
        self._values = ClosedValues()
        day.changed.connect(self._refresh)
        self._refresh()

    def follow(self, settings: Settings) -> None:
        """The practice is so from now on."""
        self._settings = settings
        self.settingsChanged.emit()
        self._refresh()

    @property
    def is_shut(self) -> bool:
        """`shut`, for Python."""
        return self._values.shut

    @property
    def is_deserted(self) -> bool:
        """Whether nobody is about, by the opening hours."""
        return self._values.deserted

    @property
    def always_open(self) -> bool:
        """Whether the practice keeps no hours."""
        return self._settings.opening.always

    @Slot(bool)
    def decide(self, closed: bool) -> None:
        """Staff close the office, until they open it again; a restart changes nothing."""

        def saved() -> None:
            self._by_staff = closed
            self._refresh()
            self.decided.emit()

        self._bridge.remember(CLOSED_BY_STAFF, "yes" if closed else None, saved=saved, failed=self.failed.emit)

    @Property(str, notify=settingsChanged)
    def practice(self) -> str:
        """The practice's name."""
        return self._settings.name

    @Property(str, notify=settingsChanged)
    def logo(self) -> str:
        """Its logo as a data URL; empty: it has none."""
        return logo_url(self._settings)

    @Property(bool, notify=shutChanged)
    def shut(self) -> bool:
        """Whether the practice is closed now."""
        return self._values.shut

    @Property(bool, notify=byStaffChanged)
    def byStaff(self) -> bool:
        """Whether staff have closed the office."""
        return self._values.byStaff

    @Property(int, notify=opensInChanged)
    def opensIn(self) -> int:
        """Days until the next opening; -1 where that is not known."""
        return self._values.opensIn

    @Property(int, notify=weekdayChanged)
    def weekday(self) -> int:
        """The weekday of the next opening, Monday is 1."""
        return self._values.weekday

    @Property(str, notify=timeChanged)
    def time(self) -> str:
        """The time of the next opening in the practice, like 8:00."""
        return self._values.time

    @Property(bool, notify=reachableChanged)
    def reachable(self) -> bool:
        """Whether a call for help would reach somebody."""
        return self._values.reachable

    @Slot()
    def _refresh(self) -> None:
        old = self._values
        self._values = closed_values(
            self._day.clock.now_ms(),
            self._settings.zone,
            self._settings.opening,
            by_staff=self._by_staff,
            reachable=self._day.link is Link.REACHABLE,
        )
        emit_changes(self, old, self._values)
