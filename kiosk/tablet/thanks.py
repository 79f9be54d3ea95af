"""Thanks: the rating is kept, and the public review page is offered alike at every star value."""

from PySide6.QtCore import Property, QObject, Signal
from PySide6.QtQml import QmlElement

QML_IMPORT_NAME = "Kiosk.Models"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
class ThanksModel(QObject):
    """Knows no rating, so that nobody can be invited by their stars."""

    reviewLinkChanged = Signal()

    def __init__(self, review_link: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._review_link = review_link

    def invite(self, review_link: str) -> None:
        """The page from now on; empty: none."""
        if review_link != self._review_link:
            self._review_link = review_link
            self.reviewLinkChanged.emit()

    @Property(str, notify=reviewLinkChanged)
    def reviewLink(self) -> str:
        """The practice's public review page; empty where it has none."""
        return self._review_link
