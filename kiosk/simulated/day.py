"""The facts of a simulated day. Pure: the same seed, device and day give the same facts, byte for byte.

All facts are of one device, as if staff did everything at that tablet.
"""

import hashlib
import math
from collections.abc import Callable, Iterator
from random import Random
from typing import Any
from uuid import UUID

from msgspec import Struct

from kiosk.simulated import experience
from kiosk.simulated.experience import LEAVES, RATES, Effects
from kiosk.simulated.people import COMMENTS, NAMES, PATIENCE, PLACES, STAFF
from kiosk.visits.events import (
    Acknowledged,
    Arrived,
    Called,
    Closed,
    ConcernClaimed,
    ConcernConfirmed,
    ConcernRaised,
    ConcernResolved,
    Event,
    HelpRequested,
    Rated,
    RatingExplained,
    RatingSettled,
    Requoted,
    Shown,
)
from kiosk.visits.identity import RANDOM_BITS, uuid7
from kiosk.visits.promise import MINUTE_MS
from kiosk.visits.rating import SETTLE_AFTER_MS

SECOND_MS = 1_000
LETTER = "R"
"""The tickets' letter, which no tablet beside the simulation should have."""

PER_HOUR = 12.0
"""Arrivals in an hour on average; twice a day it is half as much again."""

_Fact = tuple[int, Callable[..., Event], dict[str, Any]]
"""When (ms UTC), which kind, and its own fields."""


def day(
    seed: int,
    device: str,
    *,
    opens_ms: int,
    closes_ms: int,
    until_ms: int | None = None,
    effects: Effects = Effects(),  # noqa: B008 - frozen
) -> Iterator[Event]:
    """The facts of a day in the order of time, up to and with `until_ms`. Times in ms UTC."""
    # Text and not hash(), which differs from one run of Python to the next.
    random = Random(f"{seed} {device} {opens_ms} {closes_ms}")  # noqa: S311 - repeatable on purpose
    store = Store(device, epoch=_uuid(random, opens_ms))
    for fact in told(random, store, opens_ms=opens_ms, closes_ms=closes_ms, effects=effects):
        if until_ms is not None and fact.at > until_ms:
            return
        yield fact


def told(
    random: Random, store: "Store", *, opens_ms: int, closes_ms: int, effects: Effects, per_hour: float = PER_HOUR
) -> Iterator[Event]:
    """The facts of a day in the order of time, numbered on in `store`. `per_hour`: arrivals, on average."""
    boot = _uuid(random, opens_ms)
    facts: list[_Fact] = []
    for number, at in enumerate(_arrivals(random, opens_ms, closes_ms, per_hour), start=1):
        facts += _visit(random, at, f"{LETTER}{number}", effects, named=store.named)
    # Sorting is stable: what one visit says at one moment keeps its order.
    facts.sort(key=lambda fact: fact[0])
    for at, kind, fields in facts:
        store.n += 1
        yield kind(
            id=_uuid(random, at),
            at=at,
            device=store.device,
            epoch=store.epoch,
            n=store.n,
            boot=boot,
            mono=at - _boot_zero(opens_ms),
            **fields,
        )


class Store(Struct):
    """A simulated tablet's store: what its facts are numbered by."""

    device: str
    epoch: UUID
    n: int = 0
    """The last number that was given."""
    named: bool = True
    """Whether its patients say what they want to be called."""


def _arrivals(random: Random, opens_ms: int, closes_ms: int, per_hour: float) -> Iterator[int]:
    """A Poisson process, thinned to the rate of the hour; nobody comes in the last quarter of an hour."""
    last, highest = closes_ms - 15 * MINUTE_MS, per_hour * 1.5
    at = float(opens_ms)
    while True:
        at += random.expovariate(highest) * 60 * MINUTE_MS
        if at > last:
            return
        through = (at - opens_ms) / (closes_ms - opens_ms)
        # Busiest an hour after opening and again in the afternoon.
        rate = per_hour * (1 + 0.5 * math.sin(2 * math.pi * (2 * through - 0.1)))
        if random.random() * highest < rate:
            yield int(at)


def _visit(random: Random, at: int, ticket: str, effects: Effects, *, named: bool) -> Iterator[_Fact]:
    visit = _uuid(random, at)
    name, language = random.choice(NAMES)
    if random.random() < 0.12 or not named:
        name = ""
    yield (
        at,
        Arrived,
        {
            "visit": visit,
            "ticket": ticket,
            "name": name,
            "language": language,
            "place": random.choice(("Front door", "Side door")),
            "link": hashlib.sha256(visit.bytes + b"phone").hexdigest(),
        },
    )
    yield at + random.randint(200, 900), Shown, {"visit": visit}
    greet = experience.greeting_ms(random)
    if random.random() < LEAVES:
        yield (
            at + random.randint(10, 25) * MINUTE_MS,
            Closed,
            {"visit": visit, "how": "left", "by": _staff(random)},
        )
        return
    seen, by = at + greet, _staff(random)
    wait = experience.wait(random)
    yield seen, Acknowledged, {"visit": visit, "by": by, "minutes": wait.quoted}
    if wait.broken_ms > 2 * MINUTE_MS and random.random() < 0.7:
        minutes = min(60, wait.late_ms // MINUTE_MS + random.randint(1, 5))
        yield (
            seen + wait.promised_ms - random.randint(10, 60) * SECOND_MS,
            Requoted,
            {
                "visit": visit,
                "by": _staff(random),
                "minutes": minutes,
                "apology": True,
            },
        )
    if random.random() < 0.03:
        yield from _help(random, visit, seen + wait.wait_ms // 2)
    called = seen + wait.wait_ms
    yield called, Called, {"visit": visit, "by": _staff(random), "place": random.choice(PLACES)}
    closed = called + random.randint(6, 28) * MINUTE_MS + random.randint(0, 59) * SECOND_MS
    if random.random() < RATES:
        at_the_door = closed - random.randint(20, 90) * SECOND_MS
        given = experience.stars(random, effects, greet_ms=greet, broken_ms=wait.broken_ms, by=by)
        yield from _rating(random, visit, at_the_door, given, wait.broken_ms)
    yield closed, Closed, {"visit": visit, "how": "checked_out", "by": _staff(random)}


def _rating(random: Random, visit: UUID, at: int, stars: int, broken_ms: int) -> Iterator[_Fact]:
    """Some tap the star beside theirs first; the topics say what it was."""
    rating = _uuid(random, at)
    if random.random() < 0.06:
        yield at - 3 * SECOND_MS, Rated, {"visit": visit, "rating": rating, "stars": max(1, stars - 1)}
    yield at, Rated, {"visit": visit, "rating": rating, "stars": stars}
    topics = experience.topics(random, stars, broken_ms=broken_ms)
    comment = random.choice(COMMENTS[stars]) if random.random() < 0.25 else ""
    done = at + random.randint(4, 18) * SECOND_MS
    if topics or comment:
        yield (
            done,
            RatingExplained,
            {
                "visit": visit,
                "rating": rating,
                "topics": tuple(topics),
                "comment": comment,
            },
        )
    if random.random() < PATIENCE[stars]:
        concern = _uuid(random, done)
        yield (
            done + SECOND_MS,
            ConcernRaised,
            {
                "visit": visit,
                "concern": concern,
                "rating": rating,
                "place": "Front door",
            },
        )
        yield from _answered(random, visit, concern, done + SECOND_MS)
    yield done + random.randint(2_000, SETTLE_AFTER_MS), RatingSettled, {"visit": visit, "rating": rating}


def _help(random: Random, visit: UUID, at: int) -> Iterator[_Fact]:
    concern = _uuid(random, at)
    yield at, HelpRequested, {"visit": visit, "concern": concern, "place": "Front door"}
    yield from _answered(random, visit, concern, at)


def _answered(random: Random, visit: UUID, concern: UUID, at: int) -> Iterator[_Fact]:
    by = _staff(random)
    yield at + random.randint(200, 900), Shown, {"visit": visit, "concern": concern}
    claimed = at + random.randint(8, 90) * SECOND_MS
    yield claimed, ConcernClaimed, {"visit": visit, "concern": concern, "by": by}
    outcome = random.choices(("put_right", "could_not", "not_found"), (8, 1, 1))[0]
    resolved = claimed + random.randint(60, 360) * SECOND_MS
    yield resolved, ConcernResolved, {"visit": visit, "concern": concern, "by": by, "outcome": outcome}
    if outcome == "put_right" and random.random() < 0.5:
        yield (
            resolved + 20 * SECOND_MS,
            ConcernConfirmed,
            {
                "visit": visit,
                "concern": concern,
                "put_right": random.random() < 0.9,
            },
        )


def _boot_zero(opens_ms: int) -> int:
    """When the simulated device was switched on."""
    return opens_ms - 30 * MINUTE_MS


def _staff(random: Random) -> str:
    return random.choice(STAFF)


def _uuid(random: Random, at: int) -> UUID:
    return uuid7(at, random.getrandbits(RANDOM_BITS))
