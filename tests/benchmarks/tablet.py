"""The whole tablet in a process of its own: the real QML, drawn off screen, over the real store and sync.

Reads lines `arrive` and `quit`; writes one JSON line for each thing that happens, with the wall clock's time in ms.
What is told of the screen is told when it has been painted.
"""

import json
import socket
import sys
import threading
import time
from pathlib import Path
from uuid import UUID

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtGui import QGuiApplication

from kiosk import logs
from kiosk.store import SYSTEM_CLOCK
from kiosk.sync import Link
from tests.screens import application
from tests.tablets import TabletDriver, config

STAFF = "Maria"
"""Whose click is waited for."""


def now_ms() -> float:
    """The wall clock, in ms and fractions."""
    return time.time_ns() / 1e6


def say(what: str, at: float, **more: object) -> None:
    """Tells who listens."""
    sys.stdout.write(json.dumps({"what": what, "at": at, **more}) + "\n")
    sys.stdout.flush()


class Waiting(QObject):
    """A patient who arrives when told to, reads the ticket's screen, and goes when somebody has seen them."""

    told = Signal(str)

    def __init__(self, driver: TabletDriver) -> None:
        super().__init__()
        self._driver = driver
        self._ticket = driver.tablet.screens.acknowledged
        self._said: set[tuple[str, UUID | None]] = set()
        self.told.connect(self._obey, Qt.ConnectionType.QueuedConnection)
        driver.window.frameSwapped.connect(self._look)
        driver.tablet.bridge.linkHeard.connect(self._link)

    @Slot(str)
    def _obey(self, order: str) -> None:
        if order == "quit":
            QGuiApplication.quit()
            return
        self._driver.tap("arriveDoor")
        skip = self._driver.centre("skipButton")
        tapped = now_ms()
        self._driver.touch(skip)
        self._driver.wait(lambda: self._driver.screen == "acknowledged")
        say("tapped", tapped, visit=str(self._ticket.visit))

    @Slot(object)
    def _link(self, link: Link) -> None:
        say(f"link {link}", now_ms())

    @Slot()
    def _look(self) -> None:
        painted = now_ms()
        if self._driver.screen != "acknowledged":
            return
        if self._driver.reads(f"{STAFF} has seen you"):
            self._say("seen", painted)
            self._driver.tablet.screens.flow.home()
        elif self._ticket.shown:
            self._say("on_screen", painted)

    def _say(self, what: str, at: float) -> None:
        if (what, self._ticket.visit) not in self._said:
            self._said.add((what, self._ticket.visit))
            say(what, at, visit=str(self._ticket.visit))


def echo(server: socket.socket) -> None:
    """Sends back what comes: the bare network."""
    line, _ = server.accept()
    line.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
    with line:
        while data := line.recv(65536):
            line.sendall(data)


def listen(waiting: Waiting) -> None:
    """Passes orders on, which come in a thread of their own."""
    for line in sys.stdin:
        waiting.told.emit(line.strip())


def main() -> None:
    """`folder hub-url token`."""
    folder, url, token = sys.argv[1:]
    logs.configure(quiet=True)
    app = application()
    with socket.create_server(("127.0.0.1", 0)) as server:
        threading.Thread(target=echo, args=(server,), daemon=True).start()
        say("echo", now_ms(), port=server.getsockname()[1])
        driver = TabletDriver(config(Path(folder), hub=url, token=token), SYSTEM_CLOCK)
        waiting = Waiting(driver)
        threading.Thread(target=listen, args=(waiting,), daemon=True).start()
        driver.tablet.sync.start()
        app.exec()
        driver.close()


if __name__ == "__main__":
    main()
