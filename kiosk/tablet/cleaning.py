"""Cleaning: the screen may be wiped, and no touch does anything."""

from PySide6.QtCore import Property, QObject, QTimer, Signal, Slot
from PySide6.QtQml import QmlElement

QML_IMPORT_NAME = "Kiosk.Models"
QML_IMPORT_MAJOR_VERSION = 1

_SECOND_MS = 1_000


@QmlElement
class CleaningModel(QObject):
    """Counts down; `done` follows."""

    secondsChanged = Signal()
    done = Signal()

    def __init__(self, length_ms: int, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._end = QTimer(self)
        self._end.setSingleShot(True)
        self._end.setInterval(length_ms)
        self._end.timeout.connect(self._finish)
        self._tick = QTimer(self)
        self._tick.setInterval(_SECOND_MS)
        self._tick.timeout.connect(self.secondsChanged)

    def begin(self) -> None:
        """From now."""
        self._end.start()
        self._tick.start()
        self.secondsChanged.emit()

    @Property(int, notify=secondsChanged)
    def seconds(self) -> int:
        """Begun seconds that are left."""
        return max(0, round(self._end.remainingTime() / _SECOND_MS))

    @Slot()
    def _finish(self) -> None:
        self._tick.stop()
        self.done.emit()
