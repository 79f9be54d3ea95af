"""Welcome: the greeting of the hour and the waiting strip."""

from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.tablet.day import Day
from kiosk.tablet.language import LanguageModel
from kiosk.tablet.values import Rows, emit_changes
from kiosk.visits.settings import Settings
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
    practice: str = ""
    """The practice's name."""
    logo: str = ""
    """Its logo as a data URL; empty: it has none."""
    line: str = ""
    """The line under the greeting, in the practice's own words; empty: ours."""


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


MOST_TILES = 10
"""Tickets that are drawn: every tile takes its time, and the widest screen has room for fewer."""


def logo_url(settings: Settings) -> str:
    """The logo as a data URL; empty without one."""
    return f"data:image/png;base64,{settings.logo}" if settings.logo else ""


def welcome_values(now_ms: int, settings: Settings, language: str) -> WelcomeValues:
    """What the screen says at this time to somebody who reads this language."""
    part = greeting_at(now_ms, settings.zone)
    return WelcomeValues(
        greeting=part,
        practice=settings.name,
        logo=logo_url(settings),
        line=settings.greeting_line(language, part),
    )


def in_strip(day: Day) -> list[Visit]:
    """Who waits: called tickets first, the latest call foremost; then the others by arrival."""
    now = day.clock.now_ms()
    visits = [v for v in day.waiting() if v.call is None or now - v.call.at < CALL_STANDS_MS]
    visits.sort(key=lambda v: -v.call.at if v.call else 0)
    return visits


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
    practiceChanged = Signal()
    logoChanged = Signal()
    lineChanged = Signal()
    waitingChanged = Signal()

    def __init__(self, day: Day, settings: Settings, language: LanguageModel, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._day = day
        self._settings = settings
        self._language = language
        self._values = WelcomeValues()
        self._strip = Rows(StripRow, self)
        self._waiting = 0
        day.changed.connect(self._refresh)
        language.currentChanged.connect(self._refresh)
        self._refresh()

    def speak_for(self, settings: Settings) -> None:
        """The practice is so from now on."""
        self._settings = settings
        self._refresh()

    @Property(str, notify=practiceChanged)
    def practice(self) -> str:
        """The practice's name."""
        return self._values.practice

    @Property(str, notify=logoChanged)
    def logo(self) -> str:
        """The practice's logo as a data URL; empty: it has none."""
        return self._values.logo

    @Property(str, notify=lineChanged)
    def line(self) -> str:
        """The line under the greeting, in the practice's own words; empty: ours."""
        return self._values.line

    @Property(str, notify=greetingChanged)
    def greeting(self) -> str:
        """morning, afternoon or evening."""
        return self._values.greeting

    @Property(Rows, constant=True)
    def strip(self) -> Rows:
        """The waiting strip: the first rows of `StripRow`, more than any screen has room for."""
        return self._strip

    @Property(int, notify=waitingChanged)
    def waiting(self) -> int:
        """How many wait, those for whom there is no room among them."""
        return self._waiting

    @Slot()
    def _refresh(self) -> None:
        old = self._values
        self._values = welcome_values(self._day.clock.now_ms(), self._settings, self._language.spoken)
        waiting = in_strip(self._day)
        self._strip.show([_row(visit, self._day) for visit in waiting[:MOST_TILES]])
        if len(waiting) != self._waiting:
            self._waiting = len(waiting)
            self.waitingChanged.emit()
        emit_changes(self, old, self._values)
