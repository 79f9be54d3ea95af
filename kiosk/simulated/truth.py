"""What is true of simulated visits, computed from their chances, not from any of them: to check statistics against."""

import math
from collections import defaultdict
from collections.abc import Iterator, Mapping
from statistics import NormalDist

from msgspec import Struct

from kiosk.simulated.experience import (
    GREET_MS,
    GREET_SPREAD,
    LEAVES,
    QUOTES,
    RATES,
    SLOW_MS,
    VERY_LATE_MINUTES,
    WAIT_LOG,
    WAIT_MOST,
    WAIT_SPREAD,
    Effects,
    blames_waiting,
)
from kiosk.simulated.people import STAFF, TOPICS
from kiosk.visits.rating import Topic

_NORMAL = NormalDist()


class Truth(Struct, frozen=True):
    """The expected value of each figure."""

    stars: Mapping[int, float]
    """The share of each."""
    mean: float
    top_box: float
    response_rate: float
    """Ratings of all visits that ended."""
    drivers: Mapping[Topic, float]
    """Mean stars with the topic less those without."""

    def greeted_within(self, target_ms: int) -> float:
        """The share of visits that were acknowledged in this time, of those that were acknowledged."""
        return _NORMAL.cdf(math.log(target_ms / GREET_MS) / GREET_SPREAD)


def truth(effects: Effects) -> Truth:
    """What figures over endless visits with these effects would be."""
    joint: dict[tuple[int, bool], float] = defaultdict(float)
    for late, very_late, chance in _lateness():
        for slow, of_slow in ((True, _slow()), (False, 1 - _slow())):
            for by in STAFF:
                mean = effects.mean_mood(slow=slow, late=late, very_late=very_late, by=by)
                for given, of_stars in _rounded(mean, effects.spread):
                    joint[given, late] += chance * of_slow / len(STAFF) * of_stars
    shares = {given: joint[given, False] + joint[given, True] for given in range(1, 6)}
    return Truth(
        stars=shares,
        mean=sum(given * share for given, share in shares.items()),
        top_box=shares[5],
        response_rate=(1 - LEAVES) * RATES,
        drivers={topic: _driver(topic, joint) for topic in Topic},
    )


def _slow() -> float:
    return 1 - _NORMAL.cdf(math.log(SLOW_MS / GREET_MS) / GREET_SPREAD)


def _lateness() -> Iterator[tuple[bool, bool, float]]:
    """Whether late, whether very late, and how likely that is."""
    each = 1 / len(QUOTES)
    for quoted in QUOTES:
        if quoted is None:
            yield False, False, each
            continue
        after = _longer_than(1.0)
        long_after = _longer_than(1 + VERY_LATE_MINUTES / quoted)
        yield False, False, each * (1 - after)
        yield True, False, each * (after - long_after)
        yield True, True, each * long_after


def _longer_than(multiple: float) -> float:
    """How likely the wait is longer than this multiple of what was promised."""
    return 0.0 if multiple >= WAIT_MOST else 1 - _NORMAL.cdf((math.log(multiple) - WAIT_LOG) / WAIT_SPREAD)


def _rounded(mean: float, spread: float) -> Iterator[tuple[int, float]]:
    """How likely each number of stars is."""
    below = 0.0
    for given in range(1, 6):
        up_to = 1.0 if given == 5 else _NORMAL.cdf((given + 0.5 - mean) / spread)
        yield given, up_to - below
        below = up_to


def _driver(topic: Topic, joint: Mapping[tuple[int, bool], float]) -> float:
    with_it = {
        (given, late): chance
        * (1.0 if topic is Topic.WAITING and blames_waiting(given, late=late) else TOPICS[given][topic])
        for (given, late), chance in joint.items()
    }
    without = {key: chance - with_it[key] for key, chance in joint.items()}
    return _mean(with_it) - _mean(without)


def _mean(weights: Mapping[tuple[int, bool], float]) -> float:
    return sum(given * weight for (given, _), weight in weights.items()) / sum(weights.values())
