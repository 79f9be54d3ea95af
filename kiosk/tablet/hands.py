"""What hands do to the screen, before a button hears of it: one tap is one tap, and whatever is none does nothing."""

import time
from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QPointF, Qt, QTimer
from PySide6.QtGui import QGuiApplication, QKeyEvent, QMouseEvent, QTouchEvent, QWindow

from kiosk.tablet.dimmer import DimmerModel
from kiosk.tablet.flow import Flow

_TOUCHES = frozenset({QEvent.Type.TouchBegin, QEvent.Type.TouchUpdate, QEvent.Type.TouchEnd, QEvent.Type.TouchCancel})
_ACTING = frozenset({Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Select})
"""The keys that do what a tap does."""

STAFF_MS = 3_000
"""So long the keys for staff are held, as the logo is."""
_STAFF_WITH = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier
_STAFF_KEY = Qt.Key.Key_S

OWN_MS = 1_000
"""A screen that comes so soon after a tap came because of it."""
SAME_PLACE_MM = 12
"""Two taps of one finger that wants to tap once are no further apart."""


def monotonic_ms() -> int:
    """Monotonic clock, ms."""
    return time.monotonic_ns() // 1_000_000


class Hands(QObject):
    """Sits before the window and lets through what is a tap or a key.

    Kept away: several fingers or a palm, except on the keyboard; the second half of a double tap, and any tap at all,
    on a screen that came so lately that the tap was meant for the one before; a key held down; what only answers
    "Still there?", or lights a dark screen. Ctrl, Alt and S, held, do what the held logo does.
    """

    def __init__(
        self,
        window: QWindow,
        flow: Flow,
        dimmer: DimmerModel,
        *,
        pixels_per_mm: float,
        startle_ms: int,
        now_ms: Callable[[], int] = monotonic_ms,
    ) -> None:
        super().__init__(window)
        self._window = window
        self._flow = flow
        self._dimmer = dimmer
        self._same_place = SAME_PLACE_MM * pixels_per_mm
        self._startle_ms = startle_ms
        self.now_ms = now_ms
        self._refusing = False
        self._pressed: QPointF | Qt.Key | None = None
        self._pressed_at = -OWN_MS
        self._changed_at = -startle_ms
        self._own = False
        self._staff = QTimer(self)
        self._staff.setSingleShot(True)
        self._staff.setInterval(STAFF_MS)
        self._staff.timeout.connect(self._ask_for_staff)
        flow.screenChanged.connect(self._screen_changed)
        dimmer.darkChanged.connect(self._screen_changed)
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """True for what the window shall not get."""
        if isinstance(event, QTouchEvent) and event.type() in _TOUCHES:
            return self._touch(event)
        if isinstance(event, QMouseEvent) and event.type() == QEvent.Type.MouseButtonPress:
            self._flow.use_keys(False)
            return self._press(event.position())
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            return self._is_for_staff(event) or self._key(event)
        if (isinstance(event, QKeyEvent) and not event.isAutoRepeat()) or event.type() == QEvent.Type.FocusOut:
            self._staff.stop()
        return False

    def _is_for_staff(self, event: QKeyEvent) -> bool:
        if event.key() != _STAFF_KEY or event.modifiers() != _STAFF_WITH:
            return False
        if not event.isAutoRepeat():
            self._flow.use_keys(True)
            self._staff.start()
        return True

    def _ask_for_staff(self) -> None:
        # Where the logo is, and nowhere else.
        if self._flow.current is self._flow.rest:
            self._flow.staff()

    def _touch(self, event: QTouchEvent) -> bool:
        if event.type() == QEvent.Type.TouchBegin:
            self._flow.use_keys(False)
            self._refusing = self._several(event) or self._press(event.points()[0].position())
            if self._refusing:
                self._flow.touch()
        elif not self._refusing and event.type() == QEvent.Type.TouchUpdate and self._several(event):
            self._refusing = True
            # What the first finger holds shall let go without acting.
            cancel = QTouchEvent(QEvent.Type.TouchCancel, event.pointingDevice())
            QCoreApplication.sendEvent(self._window, cancel)
            return True
        return self._refusing and event.type() != QEvent.Type.TouchCancel

    def _several(self, event: QTouchEvent) -> bool:
        if event.pointCount() < 2:
            return False
        # Whoever types fast has the next key down before the last is up.
        keyboard = QGuiApplication.inputMethod()
        keys = keyboard.keyboardRectangle()
        return not (keyboard.isVisible() and all(keys.contains(point.position()) for point in event.points()))

    def _key(self, event: QKeyEvent) -> bool:
        key = Qt.Key(event.key())
        # What the keyboard on the screen types comes from a finger, and not from outside.
        if event.spontaneous():
            self._flow.use_keys(True)
        if key not in _ACTING:
            self._pressed = key
            return self._answers()
        return event.isAutoRepeat() or self._press(key)

    def _press(self, what: QPointF | Qt.Key) -> bool:
        if self._answers():
            return True
        now = self.now_ms()
        if now - self._changed_at < self._startle_ms and (not self._own or self._is_again(what)):
            return True
        self._pressed, self._pressed_at = what, now
        self._flow.touch()
        return False

    def _answers(self) -> bool:
        """Whether it was needed to say that somebody is there; it must not act on what lies below question or dark."""
        needed = bool(self._flow.asking or self._dimmer.dark)
        self._flow.touch()
        return needed

    def _is_again(self, what: QPointF | Qt.Key) -> bool:
        before = self._pressed
        if isinstance(what, QPointF) and isinstance(before, QPointF):
            return (what - before).manhattanLength() < self._same_place
        return what == before

    def _screen_changed(self) -> None:
        self._changed_at = self.now_ms()
        self._own = self._changed_at - self._pressed_at < OWN_MS
