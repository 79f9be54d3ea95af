"""Acknowledged: the ticket, and truthfully how far the news of the arrival has come."""

from dataclasses import dataclass
from uuid import UUID

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.tablet.day import Day
from kiosk.tablet.values import emit_changes
from kiosk.visits.visit import Status

QML_IMPORT_NAME = "Kiosk.Models"
QML_IMPORT_MAJOR_VERSION = 1


@dataclass(frozen=True)
class AcknowledgedValues:
    """What the screen shows."""

    name: str = ""
    ticket: str = ""
    status: str = str(Status.SAVED)
    """The honest status, by name."""
    sent: bool = False
    shown: bool = False
    by: str = ""
    """Who has seen the patient."""
    minutes: int = -1
    """Begun minutes until the promise is due; -1 where none was given or it has passed."""
    place: str = ""
    """Where the patient is called to."""
    link: str = ""
    """The address in the QR code; empty while it would lead nowhere."""


def acknowledged_values(day: Day, visit_id: UUID, link: str) -> AcknowledgedValues:
    """What may be shown of a visit; `link` is the phone page's address."""
    visit = day.visit(visit_id)
    status = day.status(visit_id)
    sent = day.sent(visit_id)
    return AcknowledgedValues(
        name=visit.name,
        ticket=visit.ticket or "",
        status=str(status),
        sent=sent,
        shown=visit.shown_at is not None or visit.seen is not None,
        by=visit.seen.by if visit.seen else "",
        minutes=day.minutes_left(visit) or -1,
        place=visit.call.place if visit.call else "",
        link=link if sent and day.reachable and status is not Status.CLOSED else "",
    )


@QmlElement
class AcknowledgedModel(QObject):
    """Follows one visit while the screen stands."""

    nameChanged = Signal()
    ticketChanged = Signal()
    statusChanged = Signal()
    sentChanged = Signal()
    shownChanged = Signal()
    byChanged = Signal()
    minutesChanged = Signal()
    placeChanged = Signal()
    linkChanged = Signal()

    def __init__(self, day: Day, hub: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._day = day
        self._hub = hub.rstrip("/")
        self._visit: UUID | None = None
        self._key = ""
        self._values = AcknowledgedValues()
        day.changed.connect(self._refresh)

    @property
    def visit(self) -> UUID | None:
        """The visit on the screen."""
        return self._visit

    def follow(self, visit: UUID, key: str) -> None:
        """Shows a visit; `key` opens its phone page."""
        self._visit, self._key = visit, key
        self._refresh()

    def reset(self) -> None:
        """Forgets the patient."""
        self._visit, self._key = None, ""
        self._show(AcknowledgedValues())

    @Property(str, notify=nameChanged)
    def name(self) -> str:
        """What the patient wants to be called; may be empty."""
        return self._values.name

    @Property(str, notify=ticketChanged)
    def ticket(self) -> str:
        """The ticket code."""
        return self._values.ticket

    @Property(str, notify=statusChanged)
    def status(self) -> str:
        """The honest status, by name."""
        return self._values.status

    @Property(bool, notify=sentChanged)
    def sent(self) -> bool:
        """Whether the hub has confirmed the arrival."""
        return self._values.sent

    @Property(bool, notify=shownChanged)
    def shown(self) -> bool:
        """Whether a desk page has drawn it, or a person has even acted on it."""
        return self._values.shown

    @Property(str, notify=byChanged)
    def by(self) -> str:
        """Who has seen the patient."""
        return self._values.by

    @Property(int, notify=minutesChanged)
    def minutes(self) -> int:
        """Begun minutes until the promise is due, or -1."""
        return self._values.minutes

    @Property(str, notify=placeChanged)
    def place(self) -> str:
        """Where the patient is called to."""
        return self._values.place

    @Property(str, notify=linkChanged)
    def link(self) -> str:
        """The phone page's address, or nothing while it would lead nowhere."""
        return self._values.link

    @Slot()
    def _refresh(self) -> None:
        if self._visit is not None:
            link = f"{self._hub}/v/{self._key}"
            self._show(acknowledged_values(self._day, self._visit, link))

    def _show(self, values: AcknowledgedValues) -> None:
        old, self._values = self._values, values
        emit_changes(self, old, values)
