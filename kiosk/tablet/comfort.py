"""Aa: larger text, stronger contrast and read-aloud, for the patient who stands here, and gone with them."""

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

QML_IMPORT_NAME = "Kiosk.Models"
QML_IMPORT_MAJOR_VERSION = 1

LARGE = 1.5


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
        self._large = False
        self._strong = False
        self._reading = False
        self._can_read = False
        self._choosing = False

    @Property(bool, notify=largeChanged)
    def large(self) -> bool:
        """Whether all text is half as large again."""
        return self._large

    @Property(float, notify=largeChanged)
    def textScale(self) -> float:
        """How much larger than normal the text is."""
        return LARGE if self._large else 1.0

    @Property(bool, notify=strongChanged)
    def strong(self) -> bool:
        """Whether text stands out at 7:1 and more."""
        return self._strong

    @Property(bool, notify=readingChanged)
    def reading(self) -> bool:
        """Whether the screen is read aloud."""
        return self._reading

    @Property(bool, notify=canReadChanged)
    def canRead(self) -> bool:
        """Whether this tablet can read aloud."""
        return self._can_read

    @Property(bool, notify=choosingChanged)
    def choosing(self) -> bool:
        """Whether the choices are on the screen."""
        return self._choosing

    @Slot()
    def open(self) -> None:
        """The patient looks for something easier to read."""
        self._set_choosing(True)
        self.used.emit()

    @Slot()
    def close(self) -> None:
        """The patient is content, or gone."""
        self._set_choosing(False)

    @Slot()
    def toggleLarge(self) -> None:
        """Larger text, or normal again."""
        self._set_large(not self._large)
        self.used.emit()

    @Slot()
    def toggleStrong(self) -> None:
        """Stronger contrast, or normal again."""
        self._set_strong(not self._strong)
        self.used.emit()

    @Slot()
    def toggleReading(self) -> None:
        """The screen is read aloud, or no more."""
        self._set_reading(not self._reading)
        self.used.emit()

    @Slot()
    def reset(self) -> None:
        """Ready for the next patient."""
        self._set_choosing(False)
        self.choose(large=False, strong=False)
        self._set_reading(False)

    def choose(self, *, large: bool, strong: bool) -> None:
        """Sets both at once."""
        self._set_large(large)
        self._set_strong(strong)

    def offer_reading(self, can_read: bool) -> None:
        """Whether there is anything that reads."""
        if can_read != self._can_read:
            self._can_read = can_read
            self.canReadChanged.emit()

    def _set_large(self, large: bool) -> None:
        if large != self._large:
            self._large = large
            self.largeChanged.emit()

    def _set_strong(self, strong: bool) -> None:
        if strong != self._strong:
            self._strong = strong
            self.strongChanged.emit()

    def _set_reading(self, reading: bool) -> None:
        if reading != self._reading:
            self._reading = reading
            self.readingChanged.emit()

    def _set_choosing(self, choosing: bool) -> None:
        if choosing != self._choosing:
            self._choosing = choosing
            self.choosingChanged.emit()
