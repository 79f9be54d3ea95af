"""Weeks in which a tablet had no network: what it kept of them, made through its store with a clock that is moved."""

from collections.abc import Sequence
from pathlib import Path
from uuid import uuid4

from kiosk.store import Store
from tests.faults.ledger import Fact
from tests.faults.tablet_process import FACTS, make
from tests.tablets import TestClock

DAY_MS = 24 * 3_600_000
_BETWEEN_MS = 60_000
"""From one visit to the next."""


def away(
    folder: Path, device: str, *, start: int, days: int, visits_a_day: int, kinds: Sequence[str] = FACTS
) -> dict[Fact, int]:
    """Visits of these facts on each of the days from `start` (ms UTC); each fact and when it was, in their order."""
    clock = TestClock(now=start)
    facts: dict[Fact, int] = {}
    store = Store.open(folder, device, clock)
    try:
        for day in range(days):
            clock.advance(start + day * DAY_MS - clock.now)
            for number in range(visits_a_day):
                visit = uuid4()
                facts |= {(str(visit), fact): clock.now for fact in kinds}
                last = store.append(*(make(fact, visit, "", number) for fact in kinds))
                clock.advance(_BETWEEN_MS)
            last.result()
    finally:
        store.close()
    return facts
