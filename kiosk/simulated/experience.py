"""How a simulated visit goes, and what it does to the stars: each chance by name, so that the truth can be computed."""

import math
from collections.abc import Mapping
from random import Random

from msgspec import Struct

from kiosk.simulated.people import TOPICS
from kiosk.visits.promise import MINUTE_MS
from kiosk.visits.rating import Topic

LEAVES = 0.02
"""How likely somebody goes home without being seen."""
RATES = 0.68
"""How likely somebody who was seen rates."""

GREET_MS = 38_000
"""The median of the time to greet; it is lognormal."""
GREET_SPREAD = 0.75
SLOW_MS = 90_000
"""A greeting that takes longer costs stars."""

QUOTES = (None, 5, 10, 10, 15, 15, 20, 30)
"""Minutes, each as likely as the other."""
_UNQUOTED_MINUTES = 12
WAIT_LOG, WAIT_SPREAD, WAIT_MOST = -0.12, 0.35, 2.2
"""The wait as a multiple of what was promised: lognormal, and cut off."""
VERY_LATE_MINUTES = 6


class Effects(Struct, frozen=True):
    """What shapes the stars: a mood that is normally distributed, rounded to 1 to 5. In stars."""

    mood: float = 4.75
    """The mean where nothing goes wrong."""
    spread: float = 0.7
    """The standard deviation."""
    slow_greeting: float = 0.5
    """What a greeting that takes longer than a minute and a half costs."""
    broken_promise: float = 0.5
    """What a call after the first quote costs."""
    very_late: float = 0.8
    """What more than six minutes after it cost besides."""
    staff: Mapping[str, float] = {}
    """What it adds that this person has acknowledged the visit."""

    def mean_mood(self, *, slow: bool, late: bool, very_late: bool, by: str) -> float:
        """The mean of the mood of such a visit."""
        return (
            self.mood
            - self.slow_greeting * slow
            - self.broken_promise * late
            - self.very_late * very_late
            + self.staff.get(by, 0.0)
        )


class Wait(Struct, frozen=True):
    """What was promised and what came of it."""

    quoted: int | None
    """Minutes."""
    promised_ms: int
    wait_ms: int

    @property
    def late_ms(self) -> int:
        """How much later than promised the call came; less than 0 is early."""
        return self.wait_ms - self.promised_ms

    @property
    def broken_ms(self) -> int:
        """How late it was in the patient's eyes: nobody is late who has promised nothing."""
        return self.late_ms if self.quoted else 0


def greeting_ms(random: Random) -> int:
    """From the arrival to a person's acknowledgement."""
    return min(8 * MINUTE_MS, int(random.lognormvariate(math.log(GREET_MS), GREET_SPREAD)))


def wait(random: Random) -> Wait:
    """From the acknowledgement to the call."""
    quoted = random.choice(QUOTES)
    promised = (quoted or _UNQUOTED_MINUTES) * MINUTE_MS
    return Wait(quoted, promised, int(promised * min(WAIT_MOST, random.lognormvariate(WAIT_LOG, WAIT_SPREAD))))


def stars(random: Random, effects: Effects, *, greet_ms: int, broken_ms: int, by: str) -> int:
    """What is given in the end."""
    mean = effects.mean_mood(
        slow=greet_ms > SLOW_MS, late=broken_ms > 0, very_late=broken_ms > VERY_LATE_MINUTES * MINUTE_MS, by=by
    )
    return max(1, min(5, round(random.gauss(mean, effects.spread))))


def topics(random: Random, given: int, *, broken_ms: int) -> list[Topic]:
    """What is tapped below the stars."""
    tapped = [topic for topic in Topic if random.random() < TOPICS[given][topic]]
    if blames_waiting(given, late=broken_ms > 0) and Topic.WAITING not in tapped:
        tapped.append(Topic.WAITING)
    return tapped


def blames_waiting(given: int, *, late: bool) -> bool:
    """Whether such a patient always names the waiting."""
    return late and given <= 3
