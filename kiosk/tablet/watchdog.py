"""Tells systemd that the screen is alive; if it hears nothing, it starts the tablet anew (see sd_notify(3))."""

import socket
from collections.abc import Mapping

from PySide6.QtCore import QObject, Qt, QTimer, Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtQuick import QQuickWindow

_PER_SPAN = 3
"""How often in the time that systemd allows."""


class Watchdog(QObject):
    """Says READY=1 with the first turn of the event loop, then WATCHDOG=1 for each frame that it asked for and got.

    A thread of the interface that hangs sends nothing, and neither does a window that is shown and draws no more, be it
    that Qt holds it for covered: nothing covers a kiosk's window, but whose frames no compositor takes looks so to Qt.
    Where no window is shown, or there is no display, the event loop's own turn is enough.
    """

    def __init__(self, environ: Mapping[str, str], parent: QObject | None = None) -> None:
        """`environ`: NOTIFY_SOCKET and WATCHDOG_USEC as systemd sets them; without them nothing is said."""
        super().__init__(parent)
        self._address = environ.get("NOTIFY_SOCKET", "")
        self._asked = False
        if not self._address:
            return
        self._socket = socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM | socket.SOCK_NONBLOCK)
        self.destroyed.connect(self._socket.close)
        QTimer.singleShot(0, self, lambda: self._say("READY=1"))
        span_us = int(environ.get("WATCHDOG_USEC", "0"))
        if span_us:
            self._timer = QTimer(self)
            self._timer.setInterval(max(1, span_us // 1000 // _PER_SPAN))
            self._timer.timeout.connect(self._ask)
            self._timer.start()

    def tell(self, status: str) -> None:
        """One line for `systemctl status`."""
        if self._address:
            self._say(f"STATUS={status}")

    @Slot()
    def _ask(self) -> None:
        windows = [each for each in QGuiApplication.allWindows() if isinstance(each, QQuickWindow) and _is_shown(each)]
        if not windows:
            self._say("WATCHDOG=1")
            return
        self._asked = True
        for window in windows:
            # Frames may be swapped on a thread of their own.
            kind = Qt.ConnectionType(
                Qt.ConnectionType.QueuedConnection.value | Qt.ConnectionType.UniqueConnection.value
            )
            window.frameSwapped.connect(self._drawn, Qt.ConnectionType(kind))
            window.update()

    @Slot()
    def _drawn(self) -> None:
        if self._asked:
            self._asked = False
            self._say("WATCHDOG=1")

    def _say(self, state: str) -> None:
        address = "\0" + self._address[1:] if self._address.startswith("@") else self._address
        try:
            self._socket.sendto(state.encode(), address)
        except OSError:
            # systemd is full or gone: if it is there, it acts on what it does not hear.
            return


def _is_shown(window: QQuickWindow) -> bool:
    """Whether it is meant to be seen, and there is a display: where there is none, Qt has a screen of no size."""
    return window.isVisible() and not window.screen().size().isEmpty()
