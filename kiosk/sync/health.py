"""Tells the hub how the tablet is doing: when the line is there, and every minute after that."""

import asyncio
from collections.abc import Callable

from kiosk.sync.hub import Hub, TooLargeError, UnreachableError
from kiosk.sync.timing import Timing
from kiosk.sync.told import Told
from kiosk.visits.wire import Health


class Reporter:
    """Sends reports. One that does not arrive is not sent again: the next one says more."""

    def __init__(self, hub: Hub, health: Callable[[], Health] | None, timing: Timing) -> None:
        """`health` is asked for each report; None reports nothing."""
        self._hub = hub
        self._health = health
        self._timing = timing
        self._greeted = asyncio.Event()
        self._told = Told("sync.unreported")

    def wake(self) -> None:
        """The hub has just said hello."""
        self._greeted.set()

    async def run(self) -> None:
        """Reports for ever. Raises RefusedError."""
        await self._greeted.wait()
        while True:
            self._greeted.clear()
            if self._health is not None:
                try:
                    await self._hub.report(self._health())
                    self._told.over()
                except (UnreachableError, TooLargeError) as error:
                    self._told.fault(str(error))
            try:
                async with asyncio.timeout(self._timing.health_s):
                    await self._greeted.wait()
            except TimeoutError:
                pass  # it is time for the next one
