"""The pad that asks for the staff's PIN."""

from dataclasses import dataclass

from PySide6.QtCore import Property, QObject, QTimer, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.store.clock import Clock
from kiosk.tablet.pin import LONGEST, SHORTEST, matches, wait_ms
from kiosk.tablet.values import emit_changes

QML_IMPORT_NAME = "Kiosk.Models"
QML_IMPORT_MAJOR_VERSION = 1

_SECOND_MS = 1_000


@dataclass(frozen=True)
class PinPadValues:
    """What the pad shows; never a digit."""

    count: int = 0
    """How many digits are typed."""
    enough: bool = False
    """Whether they can be a PIN."""
    wrong: bool = False
    """Whether the last PIN was wrong."""
    waitSeconds: int = 0
    """For how long the pad still rests after wrong PINs."""


def pinpad_values(typed: str, *, wrong: bool, rests_ms: int) -> PinPadValues:
    """What the pad shows after these digits, and with this rest before it."""
    return PinPadValues(
        count=len(typed),
        enough=len(typed) >= SHORTEST,
        wrong=wrong,
        waitSeconds=max(0, -(-rests_ms // _SECOND_MS)),
    )


@QmlElement
class PinPadModel(QObject):
    """Takes digits. `opened` follows the right PIN. Wrong ones are counted until the right one comes."""

    countChanged = Signal()
    enoughChanged = Signal()
    wrongChanged = Signal()
    waitSecondsChanged = Signal()
    opened = Signal()

    def __init__(self, kept: str, clock: Clock, parent: QObject | None = None) -> None:
        """`kept`: the setting `staff_pin`."""
        super().__init__(parent)
        self._kept = kept
        self._clock = clock
        self._typed = ""
        self._wrong = 0
        self._said_wrong = False
        self._rests_until = 0
        self._values = PinPadValues()
        self._tick = QTimer(self)
        self._tick.setInterval(_SECOND_MS)
        self._tick.timeout.connect(self._refresh)

    def reset(self) -> None:
        """Forgets what was typed, not how often it was wrong."""
        self._typed, self._said_wrong = "", False
        self._refresh()

    @Property(int, notify=countChanged)
    def count(self) -> int:
        """How many digits are typed."""
        return self._values.count

    @Property(bool, notify=enoughChanged)
    def enough(self) -> bool:
        """Whether they can be a PIN."""
        return self._values.enough

    @Property(bool, notify=wrongChanged)
    def wrong(self) -> bool:
        """Whether the last PIN was wrong."""
        return self._values.wrong

    @Property(int, notify=waitSecondsChanged)
    def waitSeconds(self) -> int:
        """For how long the pad still rests."""
        return self._values.waitSeconds

    @Slot(int)
    def press(self, digit: int) -> None:
        """One digit more."""
        if self._rests_ms() or len(self._typed) == LONGEST or digit not in range(10):
            return
        self._typed += str(digit)
        self._said_wrong = False
        self._refresh()

    @Slot()
    def clear(self) -> None:
        """All digits away."""
        self.reset()

    @Slot()
    def enter(self) -> None:
        """That was the PIN."""
        if self._rests_ms() or len(self._typed) < SHORTEST or not self._kept:
            return
        typed, self._typed = self._typed, ""
        if matches(self._kept, typed):
            self._wrong = 0
            self.reset()
            self.opened.emit()
            return
        self._wrong += 1
        self._said_wrong = True
        self._rests_until = self._clock.mono_ms() + wait_ms(self._wrong)
        self._refresh()

    def _rests_ms(self) -> int:
        return max(0, self._rests_until - self._clock.mono_ms())

    @Slot()
    def _refresh(self) -> None:
        rests = self._rests_ms()
        if bool(rests) != self._tick.isActive():
            self._tick.start() if rests else self._tick.stop()
        old = self._values
        self._values = pinpad_values(self._typed, wrong=self._said_wrong, rests_ms=rests)
        emit_changes(self, old, self._values)
