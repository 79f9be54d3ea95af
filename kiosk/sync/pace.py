"""The pauses of one task between its attempts."""

import asyncio

from kiosk.sync.backoff import Backoff


class Pace:
    """Back-off that ends early when the network is known to be back."""

    def __init__(self, backoff: Backoff) -> None:
        self._backoff = backoff
        self._hurry = asyncio.Event()

    def succeeded(self) -> None:
        """An attempt went well: the next pause is a short one again."""
        self._backoff.reset()

    def hurry(self) -> None:
        """Somebody else reached the hub: ends a pause at once, except one that the hub asked for."""
        self._backoff.reset()
        self._hurry.set()

    async def pause(self, at_least_s: float = 0.0) -> None:
        """Waits the back-off's time; before it all of `at_least_s`, as the hub asked."""
        await asyncio.sleep(at_least_s)
        self._hurry.clear()
        try:
            async with asyncio.timeout(self._backoff.next_s()):
                await self._hurry.wait()
        except TimeoutError:
            pass  # the usual end of a pause
