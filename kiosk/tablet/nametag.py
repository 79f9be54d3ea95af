"""The tablet's name, large, for whoever looks for it among others."""

from PySide6.QtCore import Property, QObject, QTimer, Signal, Slot
from PySide6.QtQml import QmlElement

QML_IMPORT_NAME = "Kiosk.Models"
QML_IMPORT_MAJOR_VERSION = 1

SHOWN_MS = 20_000


@QmlElement
class NameTagModel(QObject):
    """Shows a name for a while; a touch is enough to be rid of it."""

    nameChanged = Signal()

    def __init__(self, shown_ms: int = SHOWN_MS, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._name = ""
        self._end = QTimer(self)
        self._end.setSingleShot(True)
        self._end.setInterval(shown_ms)
        self._end.timeout.connect(self.dismiss)

    @Property(str, notify=nameChanged)
    def name(self) -> str:
        """What staff call this tablet, while it is shown; else empty."""
        return self._name

    @Slot(str)
    def show(self, name: str) -> None:
        """From now."""
        self._end.start()
        self._set(name)

    @Slot()
    def dismiss(self) -> None:
        """It was found."""
        self._end.stop()
        self._set("")

    def _set(self, name: str) -> None:
        if name != self._name:
            self._name = name
            self.nameChanged.emit()
