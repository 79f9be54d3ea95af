"""Aa: larger text, stronger contrast and read-aloud, for the patient who stands here, and gone with them."""

from dataclasses import dataclass, replace

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.tablet.values import emit_changes

QML_IMPORT_NAME = "Kiosk.Models"
QML_IMPORT_MAJOR_VERSION = 1

LARGE = 1.5


@dataclass(frozen=True)
class ComfortValues:
    """What the patient chose, and what there is to choose."""

    large: bool = False
    strong: bool = False
    reading: bool = False
    canRead: bool = False
    choosing: bool = False


@QmlElement
class ComfortModel(QObject):
    """How the patient wants to read. `used` says that somebody chooses for themselves."""

    largeChanged = Signal()
    strongChanged = Signal()
    readingChanged = Signal()
    canReadChanged = Signal()
    choosingChanged = Signal()
    used = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._values = ComfortValues()

    @Property(bool, notify=largeChanged)
    def large(self) -> bool:
        """Whether all text is half as large again."""
        return self._values.large

    @Property(float, notify=largeChanged)
    def textScale(self) -> float:
        """How much larger than normal the text is."""
        return LARGE if self._values.large else 1.0

    @Property(bool, notify=strongChanged)
    def strong(self) -> bool:
        """Whether text stands out at 7:1 and more."""
        return self._values.strong

    @Property(bool, notify=readingChanged)
    def reading(self) -> bool:
        """Whether the screen is read aloud."""
        return self._values.reading

    @Property(bool, notify=canReadChanged)
    def canRead(self) -> bool:
        """Whether this tablet can read aloud."""
        return self._values.canRead

    @Property(bool, notify=choosingChanged)
    def choosing(self) -> bool:
        """Whether the choices are on the screen."""
        return self._values.choosing

    @Slot()
    def open(self) -> None:
        """The patient looks for something easier to read."""
        self._show(replace(self._values, choosing=True))
        self.used.emit()

    @Slot()
    def close(self) -> None:
        """The patient is content, or gone."""
        self._show(replace(self._values, choosing=False))

    @Slot()
    def toggleLarge(self) -> None:
        """Larger text, or normal again."""
        self._show(replace(self._values, large=not self._values.large))
        self.used.emit()

    @Slot()
    def toggleStrong(self) -> None:
        """Stronger contrast, or normal again."""
        self._show(replace(self._values, strong=not self._values.strong))
        self.used.emit()

    @Slot()
    def toggleReading(self) -> None:
        """The screen is read aloud, or no more."""
        self._show(replace(self._values, reading=not self._values.reading))
        self.used.emit()

    @Slot()
    def reset(self) -> None:
        """Ready for the next patient."""
        self._show(ComfortValues(canRead=self._values.canRead))

    def choose(self, *, large: bool, strong: bool) -> None:
        """Sets both at once."""
        self._show(replace(self._values, large=large, strong=strong))

    def offer_reading(self, can_read: bool) -> None:
        """Whether there is anything that reads."""
        self._show(replace(self._values, canRead=can_read))

    def _show(self, values: ComfortValues) -> None:
        old, self._values = self._values, values
        emit_changes(self, old, values)
