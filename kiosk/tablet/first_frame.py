"""What can wait until somebody sees something."""

from PySide6.QtCore import QObject, QTimer, Signal, Slot
from PySide6.QtQuick import QQuickWindow

UNSEEN_MS = 2_000
"""How long a frame is waited for: where the screen is off there may be none."""


class FirstFrame(QObject):
    """Emits `over` once, when a window has drawn its first frame, or has not for long."""

    over = Signal()

    def __init__(self, window: QQuickWindow) -> None:
        super().__init__(window)
        self._window = window
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self.over)
        self._timer.start(UNSEEN_MS)
        window.frameSwapped.connect(self._hurry)

    @Slot()
    def _hurry(self) -> None:
        self._window.frameSwapped.disconnect(self._hurry)
        if self._timer.isActive():
            self._timer.start(0)
