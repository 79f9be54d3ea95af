"""Over simulated visits whose truth is known, intervals cover it as often as they say, and words are rarely wrong."""

from collections import Counter
from datetime import date
from random import Random
from typing import NamedTuple

import pytest
from msgspec.structs import replace

from kiosk.hub.report.card import Asked, Driver, ReportCard, Service
from kiosk.hub.report.queries import drivers_of
from kiosk.hub.report.statistics import CONFIDENCE, Interval, Moments, difference, mean_interval, wilson
from kiosk.hub.report.words import sentences
from kiosk.simulated import experience
from kiosk.simulated.experience import Effects
from kiosk.simulated.people import STAFF
from kiosk.simulated.truth import truth
from kiosk.visits.rating import TOPIC_LABELS, Topic

RUNS = 1_000
RATINGS = 250
TARGET_MS = 60_000
EFFECTS = Effects(staff={"Maria": 0.3, "Tom": -0.2})
TRUTH = truth(EFFECTS)
MOST_WRONG = 1 - CONFIDENCE


class Rated(NamedTuple):
    """One rating and the greeting before it."""

    stars: int
    topics: list[str]
    greet_ms: int


def ratings(random: Random, n: int = RATINGS) -> list[Rated]:
    found = []
    for _ in range(n):
        greet, by, wait = experience.greeting_ms(random), random.choice(STAFF), experience.wait(random)
        stars = experience.stars(random, EFFECTS, greet_ms=greet, broken_ms=wait.broken_ms, by=by)
        topics = experience.topics(random, stars, broken_ms=wait.broken_ms)
        found.append(Rated(stars, [topic.value for topic in topics], greet))
    return found


def moments(rated: list[Rated]) -> Moments:
    return Moments.of(Counter(each.stars for each in rated))


@pytest.fixture(scope="module")
def runs() -> list[list[Rated]]:
    """The same every time."""
    return [ratings(Random(seed)) for seed in range(RUNS)]


def covers(interval: Interval | None, true: float) -> bool:
    assert interval is not None
    return interval.low <= true <= interval.high


def test_intervals_cover_the_truth_as_often_as_they_say(runs: list[list[Rated]]) -> None:
    covered: Counter[str] = Counter()
    for rated in runs:
        n = len(rated)
        covered["mean"] += covers(mean_interval(moments(rated)), TRUTH.mean)
        covered["top box"] += covers(wilson(sum(each.stars == 5 for each in rated), n), TRUTH.top_box)
        greeted = sum(each.greet_ms <= TARGET_MS for each in rated)
        covered["greeted"] += covers(wilson(greeted, n), TRUTH.greeted_within(TARGET_MS))
        for driver in drivers_of(rated):
            assert driver.difference is not None
            covered[driver.topic] += covers(driver.difference.interval, TRUTH.drivers[Topic(driver.topic)])
    assert len(covered) == 3 + len(Topic)
    assert all(0.93 <= times / RUNS <= 0.97 for times in covered.values()), covered


def test_words_are_said_and_are_wrong_in_at_most_one_of_twenty(runs: list[list[Rated]]) -> None:
    said: Counter[str] = Counter()
    wrong: Counter[str] = Counter()
    for seed, rated in enumerate(runs):
        drivers = drivers_of(rated)
        (words,) = [*sentences(card(drivers)), ""][:1]
        praised = [topic for topic in Topic if f"praise {name(topic)}" in words]
        costly = [topic for topic in Topic if f"{name(topic)} costs you most" in words.lower()]
        said.update({"praise": len(praised), "cost": len(costly)})
        wrong["praise"] += any(TRUTH.drivers[topic] <= 0 for topic in praised)
        wrong["cost"] += any(TRUTH.drivers[topic] > min(TRUTH.drivers.values()) for topic in costly)
        # Topics dealt out anew have nothing to do with the stars: whatever is said of them is wrong.
        shuffled = Random(seed).sample([each.topics for each in rated], len(rated))
        dealt = [Rated(each.stars, topics, 0) for each, topics in zip(rated, shuffled, strict=True)]
        wrong["nothing to say"] += bool(sentences(card(drivers_of(dealt))))
        before = runs[seed - 1]
        changed = replace(card([]), change=difference(moments(rated), moments(before)))
        wrong["no change"] += bool(sentences(changed))
    assert said["praise"] > RUNS / 2
    assert said["cost"] > RUNS / 2
    assert all(times / RUNS <= MOST_WRONG for times in wrong.values()), wrong


def card(drivers: list[Driver]) -> ReportCard:
    asked = Asked(date(2026, 1, 1), date(2026, 1, 31))
    return ReportCard(asked, "UTC", None, None, *(None,) * 7, Service(), drivers, [], [], [], [])


def name(topic: Topic) -> str:
    label = TOPIC_LABELS[topic]
    return label[0].lower() + label[1:]
