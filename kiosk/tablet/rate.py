"""Rate: five stars, one tap."""

from uuid import UUID

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.tablet.recorder import Recorder
from kiosk.visits.rating import SCALE

QML_IMPORT_NAME = "Kiosk.Models"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
class RateModel(QObject):
    """Takes the stars of one rating, the first time or as a change. `rated` follows when they are durable."""

    starsChanged = Signal()
    ticketChanged = Signal()
    cancelled = Signal()
    """The patient went back; nothing was tapped."""
    rated = Signal(object, object, int)
    """The visit (UUID), the rating (UUID), the stars."""

    def __init__(self, recorder: Recorder, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._recorder = recorder
        self._visit: UUID | None = None
        self._rating: UUID | None = None
        self._stars = 0
        self._ticket = ""
        self._busy = False

    def begin(self, visit: UUID | None = None, ticket: str = "") -> None:
        """A new rating: of the visit that the desk has just checked out, else of a visit of its own."""
        self._visit = visit or self._recorder.new_id()
        self._rating = self._recorder.new_id()
        self._busy = False
        self._set_stars(0)
        if ticket != self._ticket:
            self._ticket = ticket
            self.ticketChanged.emit()

    def change(self, visit: UUID, rating: UUID, stars: int) -> None:
        """The patient wants other stars for a rating given just now."""
        self._visit, self._rating = visit, rating
        self._busy = False
        self._set_stars(stars)

    @Property(str, notify=ticketChanged)
    def ticket(self) -> str:
        """Whom the desk asks; empty where somebody rates of their own accord."""
        return self._ticket

    @Property(int, notify=starsChanged)
    def stars(self) -> int:
        """The stars tapped; 0 before the first tap."""
        return self._stars

    @Slot(int)
    def rate(self, stars: int) -> None:
        """One tap on a star. Further taps while it is being kept do nothing: one tap, one fact."""
        if self._busy or stars not in SCALE or self._visit is None or self._rating is None:
            return
        self._busy = True
        visit, rating = self._visit, self._rating
        # First the fact: it is on its way to the disk while the screen follows.
        self._recorder.rate(visit, rating, stars, then=lambda: self.rated.emit(visit, rating, stars))
        self._set_stars(stars)

    def unlock(self) -> None:
        """The last tap was not kept; the next one counts."""
        self._busy = False
        self._set_stars(0)

    @Slot()
    def back(self) -> None:
        """The way back, without a tap on a star."""
        if not self._busy:
            self.cancelled.emit()

    def _set_stars(self, stars: int) -> None:
        if stars != self._stars:
            self._stars = stars
            self.starsChanged.emit()
