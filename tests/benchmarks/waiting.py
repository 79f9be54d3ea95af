"""Waiting as the event loop does, and no longer: the driver of the tests looks every 5 ms, which would be measured."""

import time
from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QEventLoop, QObject, QTimer

from tests.tablets import TabletDriver

PATIENCE_S = 20.0


class Waiting(QObject):
    """Lets a tablet work until something is so."""

    def __init__(self, driver: TabletDriver) -> None:
        super().__init__()
        self._driver = driver
        self._frames = 0
        driver.window.frameSwapped.connect(self._painted)
        # Wakes who waits for events, so that patience can end.
        self._pulse = QTimer(self, interval=1000)
        self._pulse.start()

    def until(self, condition: Callable[[], bool], what: str) -> None:
        """Raises AssertionError when patience ends."""
        until = time.monotonic() + PATIENCE_S
        while not condition():
            assert time.monotonic() < until, f"waited in vain for {what} on {self._driver.screen}"
            QCoreApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)

    def until_made(self) -> None:
        """All is made that is made after the start."""
        maker = self._driver.window.findChild(QObject, "keyboardMaker")
        assert maker is not None
        self.until(lambda: maker.property("item") is not None, "the keyboard")

    def until_on(self, screen: str) -> None:
        """That screen stands, and has been painted."""
        self.until(lambda: self._driver.screen == screen, screen)
        self.until_painted()

    def until_painted(self) -> None:
        """All that is so now has been painted."""
        frames = self._frames
        self._driver.window.update()
        self.until(lambda: self._frames > frames, "a frame")

    def _painted(self) -> None:
        self._frames += 1
