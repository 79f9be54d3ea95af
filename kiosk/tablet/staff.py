"""Staff: arrivals acknowledged at the tablet itself, with no network at all, and what the tablet needs of people."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from enum import IntEnum
from uuid import UUID

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.tablet.day import Day
from kiosk.tablet.recorder import Recorder
from kiosk.tablet.values import Rows, emit_changes
from kiosk.visits.visit import Visit

QML_IMPORT_NAME = "Kiosk.Models"
QML_IMPORT_MAJOR_VERSION = 1


class Exit(IntEnum):
    """How the program ends, for whoever started it."""

    LEAVE = 0
    """The kiosk is over until somebody starts it."""
    RESTART = 75
    """Start it again."""


@dataclass(frozen=True)
class StaffValues:
    """What the screen shows."""

    view: str = "unset"
    """unset, pin, who, home, status, leave or restart."""
    by: str = ""
    """Who acknowledges."""
    waiting: int = 0
    """How many arrivals nobody has seen."""


@dataclass(frozen=True)
class ArrivalRow:
    """An arrival, with the patient's name: staff only."""

    visit: str
    ticket: str
    name: str
    seconds: int
    """Since the arrival."""
    by: str
    """Who has seen them; empty as long as nobody has."""
    saving: bool
    """Whether that is being kept just now."""


def arrival_rows(day: Day, visits: Collection[Visit], saving: Collection[UUID]) -> list[ArrivalRow]:
    """One row for each of these visits, in their order."""
    return [
        ArrivalRow(
            visit=str(visit.id),
            ticket=visit.ticket or "",
            name=visit.name,
            seconds=day.waited_ms(visit.id) // 1000,
            by=visit.seen.by if visit.seen else "",
            saving=visit.id in saving,
        )
        for visit in visits
    ]


@QmlElement
class StaffModel(QObject):
    """What staff may do here. Everything on it is forgotten when the screen goes."""

    viewChanged = Signal()
    byChanged = Signal()
    waitingChanged = Signal()
    cleaning = Signal()
    exiting = Signal(int)
    """The program shall end with this code: an `Exit`."""

    def __init__(
        self, recorder: Recorder, day: Day, *, names: Sequence[str], set_up: bool, parent: QObject | None = None
    ) -> None:
        """`names`: who may acknowledge here; `set_up`: whether there is a PIN."""
        super().__init__(parent)
        self._recorder = recorder
        self._day = day
        self._names = list(names)
        self._set_up = set_up
        self._view = "unset"
        self._by = ""
        self._listed: list[UUID] = []
        self._saving: set[UUID] = set()
        self._values = StaffValues()
        self._arrivals = Rows(ArrivalRow, self)
        day.changed.connect(self._refresh)

    def begin(self) -> None:
        """Somebody held the logo: first the PIN."""
        self._view = "pin" if self._set_up else "unset"
        self._refresh()

    def enter(self) -> None:
        """The PIN was right."""
        self._by = self._names[0] if len(self._names) == 1 else ""
        self._view = "home" if self._by else "who"
        self._refresh()

    def reset(self) -> None:
        """Whoever was here is gone, and the names of patients with them."""
        self._view, self._by, self._listed, self._saving = "unset", "", [], set()
        self._refresh()

    def unlock(self) -> None:
        """What could not be kept may be tried again."""
        self._saving = set()
        self._refresh()

    @property
    def looking_at_status(self) -> bool:
        """Whether the status is on the screen, in full or in the last line."""
        return self._view in ("home", "status")

    @Property(str, notify=viewChanged)
    def view(self) -> str:
        """unset, pin, who, home, status, leave or restart."""
        return self._values.view

    @Property(str, notify=byChanged)
    def by(self) -> str:
        """Who acknowledges."""
        return self._values.by

    @Property(int, notify=waitingChanged)
    def waiting(self) -> int:
        """How many arrivals nobody has seen."""
        return self._values.waiting

    @Property(list, constant=True)
    def names(self) -> list[str]:
        """Who may acknowledge here."""
        return self._names

    @Property(Rows, constant=True)
    def arrivals(self) -> Rows:
        """Rows of `ArrivalRow`."""
        return self._arrivals

    @Slot(str)
    def choose(self, name: str) -> None:
        """It is this person."""
        if self._view == "who" and name in self._names:
            self._by, self._view = name, "home"
            self._refresh()

    @Slot(str, int)
    def seen(self, visit: str, minutes: int) -> None:
        """This arrival was seen, with a wait of so many minutes or, by -1, none. A second tap does nothing."""
        arrival = UUID(visit)
        if self._view != "home" or arrival in self._saving or self._day.visit(arrival).seen:
            return
        self._saving.add(arrival)
        self._refresh()
        self._recorder.acknowledge(arrival, self._by, None if minutes < 0 else minutes)

    @Slot()
    def clean(self) -> None:
        """The screen is to be wiped."""
        if self._view == "home":
            self.cleaning.emit()

    @Slot(str)
    def look(self, view: str) -> None:
        """From home to status, leave or restart, and back."""
        if self._by and view in ("home", "status", "leave", "restart"):
            self._view = view
            self._refresh()

    @Slot()
    def confirm(self) -> None:
        """Yes, leave the kiosk; or start it again."""
        if self._view == "leave":
            self.exiting.emit(Exit.LEAVE)
        elif self._view == "restart":
            self.exiting.emit(Exit.RESTART)

    @Slot()
    def _refresh(self) -> None:
        unseen = [visit for visit in self._day.waiting() if visit.seen is None and visit.call is None]
        if self._view == "home":
            # Who was listed stays in their place: a row that moved up would take a tap meant for another.
            self._listed += [visit.id for visit in unseen if visit.id not in self._listed]
        self._saving = {visit for visit in self._saving if not self._day.visit(visit).seen}
        shown = [self._day.visit(visit) for visit in self._listed] if self._by else []
        self._arrivals.show([*arrival_rows(self._day, shown, self._saving)])
        old = self._values
        self._values = StaffValues(view=self._view, by=self._by, waiting=len(unseen))
        emit_changes(self, old, self._values)
