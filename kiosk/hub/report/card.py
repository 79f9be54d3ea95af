"""The report card as one value: what the page, the exports and the command show."""

from datetime import date
from typing import Any

import msgspec
from msgspec import Struct

from kiosk.hub.report.statistics import Difference, Interval
from kiosk.hub.report.suppression import Standing


class Asked(Struct, frozen=True):
    """What a report card is wanted of; days are the practice's, both included; empty: all sites, all languages."""

    first: date
    last: date
    site: str = ""
    language: str = ""


class Period(Struct, frozen=True):
    """Days, both included."""

    first: date
    last: date


class Stars(Struct, frozen=True):
    """What the settled, unflagged ratings of a period say."""

    period: Period
    n: int
    standing: Standing
    mean: float
    interval: Interval
    score: float
    counts: dict[int, int]
    """How often each number of stars was given."""
    top: float
    """The share of five stars."""
    top_interval: Interval


class Share(Struct, frozen=True):
    """So many of so many."""

    part: int
    n: int
    share: float
    interval: Interval | None
    """None where the part is not taken from the n: a rating without a ticket belongs to no visit that was closed."""


class Greeting(Struct, frozen=True):
    """From the arrival to a person's acknowledgement; milliseconds."""

    n: int
    standing: Standing
    median_ms: float
    ninetieth_ms: float
    within_target: Share


class Promises(Struct, frozen=True):
    """Waits that were quoted, of visits that were called."""

    kept: Share
    standing: Standing
    kept_stars: float | None
    """Mean stars where the promise was kept; None, as the other, where either has too few ratings."""
    broken_stars: float | None
    lost: Difference | None
    """How much more is given where the promise was kept."""


class PutRight(Struct, frozen=True):
    """Concerns that were raised."""

    before_leaving: Share
    standing: Standing
    median_ms: float | None
    """From raised to resolved."""


class Driver(Struct, frozen=True):
    """What a topic has to do with the stars; None where too few named it, or too few did not."""

    topic: str
    is_service: bool
    standing: Standing
    n: int | None
    mean: float | None
    interval: Interval | None
    """Of the mean."""
    difference: Difference | None


class HeatCell(Struct, frozen=True):
    """An hour of a weekday (Monday is 0); rounded and without its n, so that two periods cannot be subtracted."""

    weekday: int
    hour: int
    mean: float | None


class Point(Struct, frozen=True):
    """A stretch of the trend."""

    period: Period
    n: int
    mean: float
    interval: Interval


class Service(Struct, frozen=True):
    """How patients were treated, by the clock."""

    response: Share | None = None
    greeting: Greeting | None = None
    promises: Promises | None = None
    put_right: PutRight | None = None


class ReportCard(Struct, frozen=True):
    """Everything on one page. What is None is too little to say, or would tell what must not be told."""

    asked: Asked
    timezone: str
    stars: Stars | None
    before: Stars | None
    change: Difference | None
    raw_n: int | None
    """With the flagged ones; None, as the mean, where these are too few to be told of."""
    raw_mean: float | None
    response: Share | None
    greeting: Greeting | None
    promises: Promises | None
    put_right: PutRight | None
    service_before: Service
    drivers: list[Driver]
    heatmap: list[HeatCell]
    trend: list[Point]
    sites: list[str]
    languages: list[str]


def to_json(card: ReportCard) -> bytes:
    """The card in JSON."""
    return msgspec.json.format(msgspec.json.encode(card), indent=2)


def schema() -> dict[str, Any]:
    """The JSON schema of what `to_json` gives."""
    return msgspec.json.schema(ReportCard)
