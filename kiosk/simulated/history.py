"""Weeks and years of many sites with known effects. Pure: the same plan gives the same facts, byte for byte."""

from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from random import Random
from zoneinfo import ZoneInfo

from msgspec import Struct

from kiosk.simulated.day import Store, told
from kiosk.simulated.experience import Effects
from kiosk.visits.events import Event
from kiosk.visits.identity import RANDOM_BITS, uuid7

WORKING_DAYS = 5
OPENS, CLOSES = time(8), time(18)
"""The practice's time."""


class Plan(Struct, frozen=True):
    """What is to be simulated: nobody of it says a name, and each site is as all others."""

    seed: int
    first: date
    """A Monday."""
    weeks: int
    sites: int
    visits_a_day: int
    """Of each site, on average."""
    zone: str = "UTC"
    """Where its days begin and end."""
    effects: Effects = Effects()

    @property
    def mondays(self) -> list[date]:
        """With which its weeks begin."""
        return [self.first + timedelta(weeks=week) for week in range(self.weeks)]

    @property
    def stores(self) -> list[Store]:
        """Each site's, before anything is in it."""
        return [self._store(f"site-{number:03}") for number in range(1, self.sites + 1)]

    def week_of(self, store: Store, monday: date) -> Iterator[Event]:
        """What a site tells of a week, in the order of time; numbered on in `store`."""
        random = Random(f"{self.seed} {store.device} {monday}")  # noqa: S311 - repeatable on purpose
        hours = CLOSES.hour - OPENS.hour
        for day in range(WORKING_DAYS):
            opens, closes = (self.at(monday + timedelta(days=day), clock) for clock in (OPENS, CLOSES))
            per_hour = self.visits_a_day / hours
            yield from told(random, store, opens_ms=opens, closes_ms=closes, effects=self.effects, per_hour=per_hour)

    def at(self, day: date, clock: time = time()) -> int:
        """The practice's time as ms UTC."""
        return int(datetime.combine(day, clock, ZoneInfo(self.zone)).timestamp()) * 1000

    def _store(self, device: str) -> Store:
        random = Random(f"{self.seed} {device}")  # noqa: S311 - repeatable on purpose
        return Store(device, epoch=uuid7(self.at(self.first), random.getrandbits(RANDOM_BITS)), named=False)
