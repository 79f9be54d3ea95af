"""Misuse: too many ratings in too short a time on this tablet are marked, never refused."""

from uuid import UUID

from kiosk.store.clock import Clock
from kiosk.tablet.recorder import Recorder
from kiosk.visits.rating import BURST_WINDOW_MS, is_burst


class Misuse:
    """Watches the ratings given on this tablet."""

    def __init__(self, recorder: Recorder, clock: Clock) -> None:
        self._recorder = recorder
        self._clock = clock
        self._given: dict[UUID, int] = {}
        """The ratings of the last minute, and when they were first given: a change of mind is not another one."""

    def rated(self, visit: UUID, rating: UUID) -> None:
        """Stars were given, or changed."""
        now = self._clock.mono_ms()
        self._given = {each: at for each, at in self._given.items() if now - at < BURST_WINDOW_MS}
        if rating in self._given:
            return
        if is_burst([*self._given.values()], now):
            self._recorder.flag_burst(visit, rating)
        self._given[rating] = now
