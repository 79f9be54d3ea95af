"""Help: somebody was asked to come; the answer is shown live, and only as far as it is true."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID
from zoneinfo import ZoneInfo

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.tablet.day import Day
from kiosk.tablet.recorder import Recorder
from kiosk.tablet.values import emit_changes
from kiosk.visits.state import Seen
from kiosk.visits.visit import Status

QML_IMPORT_NAME = "Kiosk.Models"
QML_IMPORT_MAJOR_VERSION = 1


@dataclass(frozen=True)
class HelpValues:
    """What the screen shows."""

    status: str = str(Status.SAVED)
    """The honest status, by name: seen says that somebody is on the way, closed that it is over."""
    sent: bool = False
    shown: bool = False
    by: str = ""
    """Who is coming."""
    since: str = ""
    """Since when, hours and minutes in the practice."""


@QmlElement
class HelpModel(QObject):
    """Follows one concern while the screen stands. `begun` follows when the call for help is durable."""

    statusChanged = Signal()
    sentChanged = Signal()
    shownChanged = Signal()
    byChanged = Signal()
    sinceChanged = Signal()
    begun = Signal()
    answered = Signal()

    def __init__(
        self, recorder: Recorder, day: Day, *, place: str, zone: ZoneInfo, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._recorder = recorder
        self._day = day
        self._place = place
        self._zone = zone
        self._visit: UUID | None = None
        self._concern: UUID | None = None
        self._values = HelpValues()
        self._busy = False
        self._said: tuple[UUID, bool, Seen | None] | None = None
        day.changed.connect(self._refresh)

    def tell_time(self, zone: ZoneInfo) -> None:
        """Times are told in this zone from now on."""
        self._zone = zone
        self._refresh()

    def ask(self, visit: UUID | None, rating: UUID | None) -> None:
        """Rings the desk for a visit, or for somebody without a ticket. Taps while that is being kept do nothing."""
        if self._busy:
            return
        self._busy = True
        asked = visit or self._recorder.new_id()
        concern = self._recorder.new_id()
        self._recorder.ask_for_help(asked, concern, rating, then=lambda: self._begin(asked, concern))

    def unlock(self) -> None:
        """The last call or answer was not kept; the next tap counts."""
        self._busy, self._said = False, None

    def reset(self) -> None:
        """Forgets the call; the desk does not."""
        self._visit, self._concern, self._busy = None, None, False
        self._show(HelpValues())

    @Property(str, constant=True)
    def place(self) -> str:
        """Where this tablet hangs."""
        return self._place

    @Property(str, notify=statusChanged)
    def status(self) -> str:
        """The honest status, by name."""
        return self._values.status

    @Property(bool, notify=sentChanged)
    def sent(self) -> bool:
        """Whether the hub has confirmed the call for help."""
        return self._values.sent

    @Property(bool, notify=shownChanged)
    def shown(self) -> bool:
        """Whether a desk page has drawn it, or a person has even claimed it."""
        return self._values.shown

    @Property(str, notify=byChanged)
    def by(self) -> str:
        """Who is coming."""
        return self._values.by

    @Property(str, notify=sinceChanged)
    def since(self) -> str:
        """Since when they are on the way, like 10:42."""
        return self._values.since

    @Slot(bool)
    def confirm(self, put_right: bool) -> None:
        """The patient says whether it is put right. "Not yet" said again of what nobody has resolved tells no more."""
        if self._visit is not None and self._concern is not None:
            concern = self._day.visit(self._visit).concern(self._concern)
            said = (self._concern, put_right, concern.resolved if concern else None)
            if said == self._said:
                return
            self._said = said
            self._recorder.confirm(self._visit, self._concern, put_right)
            if put_right:
                self.answered.emit()

    def _begin(self, visit: UUID, concern: UUID) -> None:
        self._visit, self._concern, self._busy = visit, concern, False
        self._refresh()
        self.begun.emit()

    @Slot()
    def _refresh(self) -> None:
        if self._visit is None or self._concern is None:
            return
        concern = self._day.visit(self._visit).concern(self._concern)
        if concern is None:
            return
        since = ""
        if concern.claim:
            since = datetime.fromtimestamp(concern.claim.at / 1000, tz=self._zone).strftime("%H:%M")
        self._show(
            HelpValues(
                status=str(self._day.help_status(self._visit, concern)),
                sent=self._day.help_sent(self._visit, concern),
                shown=concern.shown_at is not None or concern.claim is not None,
                by=concern.claim.by if concern.claim else "",
                since=since,
            )
        )

    def _show(self, values: HelpValues) -> None:
        old, self._values = self._values, values
        emit_changes(self, old, values)
