"""Welcome: the greeting of the hour and the waiting strip."""

from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.config import Practice
from kiosk.tablet.day import Day
from kiosk.tablet.values import Rows, emit_changes
from kiosk.visits.visit import Status, Visit

QML_IMPORT_NAME = "Kiosk.Models"
QML_IMPORT_MAJOR_VERSION = 1

CALL_STANDS_MS = 120_000
NOON = 12
EVENING = 18


@dataclass(frozen=True)
class WelcomeValues:
    """What the screen shows."""

    greeting: str = "morning"
    """morning, afternoon or evening."""


@dataclass(frozen=True)
class StripRow:
    """One ticket of the waiting strip. Never a name of a patient."""

    ticket: str
    status: str
    """The honest status, by name."""
    by: str
    """Who has seen them."""
    place: str
    """Where they are called to."""
    minutes: int
    """Begun minutes until the promise is due; -1 where none was given or it has passed."""


def greeting_at(now_ms: int, zone: ZoneInfo) -> str:
    """morning, afternoon or evening at this time in the practice."""
    hour = datetime.fromtimestamp(now_ms / 1000, tz=zone).hour
    if hour < NOON:
        return "morning"
    return "afternoon" if hour < EVENING else "evening"


def strip_rows(day: Day) -> list[StripRow]:
    """Called tickets first, the latest call foremost; then the others by arrival."""
    now = day.clock.now_ms()
    visits = [v for v in day.waiting() if v.call is None or now - v.call.at < CALL_STANDS_MS]
    visits.sort(key=lambda v: -v.call.at if v.call else 0)
    return [_row(visit, day) for visit in visits]


def _row(visit: Visit, day: Day) -> StripRow:
    status = day.status(visit.id)
    left = day.minutes_left(visit) if status is Status.SEEN else None
    return StripRow(
        ticket=visit.ticket or "",
        status=str(status),
        by=visit.seen.by if visit.seen else "",
        place=visit.call.place if visit.call else "",
        minutes=left or -1,
    )


@QmlElement
class WelcomeModel(QObject):
    """The idle screen."""

    greetingChanged = Signal()

    def __init__(self, day: Day, practice: Practice, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._day = day
        self._practice = practice.name
        self._line = practice.greeting
        self._zone = ZoneInfo(practice.timezone)
        self._values = WelcomeValues()
        self._strip = Rows(StripRow, self)
        day.changed.connect(self._refresh)
        self._refresh()

    @Property(str, constant=True)
    def practice(self) -> str:
        """The practice's name."""
        return self._practice

    @Property(str, constant=True)
    def line(self) -> str:
        """The line under the greeting, in the practice's own words; empty: ours."""
        return self._line

    @Property(str, notify=greetingChanged)
    def greeting(self) -> str:
        """morning, afternoon or evening."""
        return self._values.greeting

    @Property(Rows, constant=True)
    def strip(self) -> Rows:
        """The waiting strip: rows of `StripRow`."""
        return self._strip

    @Slot()
    def _refresh(self) -> None:
        old = self._values
        self._values = WelcomeValues(greeting=greeting_at(self._day.clock.now_ms(), self._zone))
        self._strip.show([*strip_rows(self._day)])
        emit_changes(self, old, self._values)
