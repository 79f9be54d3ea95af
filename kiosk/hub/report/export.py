"""The report card as a table for spreadsheets."""

import csv
import io
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from kiosk.hub.report.card import ReportCard
from kiosk.hub.report.statistics import Difference, Interval

COLUMNS = ("figure", "of", "n", "value", "low", "high")
"""What it is; of what (a number of stars, a topic, a day); how many; the value and its 95 % interval. Times in ms."""

_FORMULA = ("=", "+", "-", "@", "\t", "\r")

Cell = str | int | float | None


def to_csv(card: ReportCard) -> str:
    """In UTF-8, with a line of `COLUMNS`."""
    return rows_to_csv(COLUMNS, _rows(card))


def rows_to_csv(columns: Sequence[str], rows: Iterable[Iterable[Any]]) -> str:
    """With a line of names; texts that a spreadsheet would compute have a ' before them."""
    text = io.StringIO(newline="")
    writer = csv.writer(text)
    writer.writerow(columns)
    for row in rows:
        writer.writerow(_safe(cell) if isinstance(cell, str) else cell for cell in row)
    return text.getvalue()


def _safe(text: str) -> str:
    return "'" + text if text.startswith(_FORMULA) else text


def _bounds(interval: Interval | Difference | None) -> tuple[Cell, Cell]:
    if isinstance(interval, Difference):
        interval = interval.interval
    return (interval.low, interval.high) if interval else (None, None)


def _rows(card: ReportCard) -> Iterator[tuple[Cell, ...]]:
    yield "site", card.asked.site or "all", None, None, None, None
    yield "language", card.asked.language or "all", None, None, None, None
    for name, stars in (("stars", card.stars), ("stars before", card.before)):
        if stars is None:
            yield name, "too few to say", None, None, None, None
            continue
        yield name, f"{stars.period.first} to {stars.period.last}", stars.n, stars.mean, *_bounds(stars.interval)
        yield f"{name}: top box", "", stars.n, stars.top, *_bounds(stars.top_interval)
        for given, n in stars.counts.items():
            yield f"{name}: given", given, n, n / stars.n, None, None
    if card.change:
        yield "change", "", None, card.change.value, *_bounds(card.change)
    if card.raw_n is not None:
        yield "stars with flagged", "", card.raw_n, card.raw_mean, None, None
    if card.response:
        yield "response rate", "", card.response.n, card.response.share, *_bounds(card.response.interval)
    if card.greeting:
        yield "time to greet", "median", card.greeting.n, card.greeting.median_ms, None, None
        yield "time to greet", "90th percentile", card.greeting.n, card.greeting.ninetieth_ms, None, None
    if card.promises:
        kept = card.promises.kept
        yield "promises kept", "", kept.n, kept.share, *_bounds(kept.interval)
    if card.put_right:
        share = card.put_right.before_leaving
        yield "put right", "", share.n, share.share, *_bounds(share.interval)
    for driver in card.drivers:
        yield "stars with topic", driver.topic, driver.n, driver.mean, None, None
        value = driver.difference.value if driver.difference else None
        yield "difference by topic", driver.topic, driver.n, value, *_bounds(driver.difference)
    for point in card.trend:
        yield "trend", f"{point.period.first} to {point.period.last}", point.n, point.mean, *_bounds(point.interval)
