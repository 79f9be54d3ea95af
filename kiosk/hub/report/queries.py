"""The whole report card of a period, from the roll-up and the tables. Portable: the same on every database."""

from collections import Counter
from collections.abc import Sequence
from datetime import date
from typing import Any
from zoneinfo import ZoneInfo

import sqlalchemy as sa
from sqlalchemy import Connection

from kiosk.hub.report import counts
from kiosk.hub.report.card import (
    Asked,
    Driver,
    Greeting,
    HeatCell,
    Period,
    Point,
    Promises,
    PutRight,
    ReportCard,
    Share,
    Stars,
)
from kiosk.hub.report.counts import Counted, Vector
from kiosk.hub.report.periods import before
from kiosk.hub.report.statistics import Moments, difference, mean_interval, quantile, score, wilson
from kiosk.hub.report.suppression import SHOWN_FROM, Standing, hidden, standing
from kiosk.hub.schema import PRACTICE, concern, rating, visit
from kiosk.hub.writing import HUB_DEVICE
from kiosk.visits.promise import Promise
from kiosk.visits.rating import Topic

WEEKS_FROM_DAYS, MONTHS_FROM_DAYS = 32, 186
"""A longer trend has weeks for days, and months for weeks."""


def report_card(connection: Connection, zone: ZoneInfo, asked: Asked, *, target_ms: int) -> ReportCard:
    """What `asked` wants to know. `target_ms`: how soon an arrival should be acknowledged."""
    counted = counts.count(connection, zone, asked.site, asked.language)
    now = _stars(connection, zone, counted, asked)
    earlier = _stars(connection, zone, counted, _moved(asked, *before(asked.first, asked.last)))
    sites, languages = counts.choices(connection)
    nothing = ReportCard(asked, zone.key, None, earlier, *(None,) * 7, [], [], [], sites, languages)
    if now is None:
        return nothing
    vector = counted.of(now.period)
    start, end = counts.span(now.period, zone)
    rows = _ratings(connection, asked, start, end)
    raw = Moments.of({n: vector[n - 1] + vector[n + 4] for n in range(1, 6)})
    change = None
    if earlier is not None:
        change = difference(Moments.of(now.counts), Moments.of(earlier.counts))
    return ReportCard(
        asked=asked,
        timezone=zone.key,
        stars=now,
        before=earlier,
        change=change,
        raw_n=raw.n,
        raw_mean=raw.mean,
        response=_response(connection, asked, start, end, raw.n),
        greeting=_greeting(connection, asked, start, end, target_ms),
        promises=_promises(connection, asked, start, end, rows),
        put_right=_put_right(connection, asked, start, end),
        drivers=drivers_of(rows),
        heatmap=_heatmap(counted, now.period),
        trend=_trend(counted, now.period),
        sites=sites,
        languages=languages,
    )


def _moved(asked: Asked, first: date, last: date) -> Asked:
    return Asked(first, last, asked.site, asked.language)


def _stars(connection: Connection, zone: ZoneInfo, counted: Counted, asked: Asked) -> Stars | None:
    period = counted.snapped(asked.first, asked.last)
    if period is None:
        return None
    narrowed = bool(asked.site or asked.language)
    if narrowed and not counts.may_be_shown(connection, zone, _moved(asked, period.first, period.last)):
        return None
    given = _given(counted.of(period))
    found = Moments.of(given)
    mean, interval, top = found.mean, mean_interval(found), wilson(given[5], found.n)
    if mean is None or interval is None or top is None or standing(found.n) is Standing.TOO_FEW:
        return None
    return Stars(
        period, found.n, standing(found.n), mean, interval, score(mean), given, given[5] / found.n, top_interval=top
    )


def _given(vector: Vector) -> dict[int, int]:
    return {n: vector[n - 1] for n in range(1, 6)}


def _narrowed(query: sa.Select[Any], asked: Asked, site: sa.Column[str]) -> sa.Select[Any]:
    if asked.site:
        query = query.where(site == asked.site)
    if asked.language:
        query = query.where(visit.c.language == asked.language)
    return query


def _ratings(connection: Connection, asked: Asked, start: int, end: int) -> Sequence[sa.Row[Any]]:
    query = (
        sa.select(
            rating.c.stars,
            rating.c.topics,
            rating.c.flags,
            visit.c.quoted_at,
            visit.c.quoted_minutes,
            visit.c.first_called_at,
        )
        .join(visit, sa.and_(visit.c.practice == rating.c.practice, visit.c.visit == rating.c.visit))
        .where(rating.c.practice == PRACTICE, rating.c.settled_at >= start, rating.c.settled_at < end)
    )
    return [row for row in connection.execute(_narrowed(query, asked, rating.c.device)) if not row.flags]


def _visits(
    connection: Connection, asked: Asked, time: sa.Column[Any], start: int, end: int, *columns: sa.Column[Any]
) -> Sequence[sa.Row[Any]]:
    query = sa.select(*columns).where(visit.c.practice == PRACTICE, time >= start, time < end)
    return connection.execute(_narrowed(query, asked, visit.c.device)).all()


def _share(part: int, n: int) -> Share:
    return Share(part, n, part / n, wilson(part, n) if part <= n else None)


def _response(connection: Connection, asked: Asked, start: int, end: int, settled: int) -> Share | None:
    closed = _visits(connection, asked, visit.c.closed_at, start, end, visit.c.closed_how)
    n = sum(row.closed_how != "duplicate" for row in closed)
    return None if n < SHOWN_FROM else _share(settled, n)


def _greeting(connection: Connection, asked: Asked, start: int, end: int, target_ms: int) -> Greeting | None:
    rows = _visits(
        connection, asked, visit.c.arrived_at, start, end, visit.c.arrived_at, visit.c.seen_at, visit.c.device
    )
    # Whom the desk enters stands before it; how long they had been in the room nobody knows.
    times = [
        max(0, row.seen_at - row.arrived_at) for row in rows if row.seen_at is not None and row.device != HUB_DEVICE
    ]
    median, ninetieth = quantile(times, 0.5), quantile(times, 0.9)
    if median is None or ninetieth is None or len(times) < SHOWN_FROM:
        return None
    within = _share(sum(each <= target_ms for each in times), len(times))
    return Greeting(len(times), standing(len(times)), median, ninetieth, within)


def _is_kept(row: sa.Row[Any]) -> bool | None:
    """None where nothing was quoted, or nobody called."""
    if row.quoted_at is None or row.first_called_at is None:
        return None
    return Promise(quoted_at=row.quoted_at, minutes=row.quoted_minutes).kept(row.first_called_at)


def _promises(
    connection: Connection, asked: Asked, start: int, end: int, rated: Sequence[sa.Row[Any]]
) -> Promises | None:
    columns = (visit.c.quoted_at, visit.c.quoted_minutes, visit.c.first_called_at)
    quoted = [
        kept
        for row in _visits(connection, asked, visit.c.arrived_at, start, end, *columns)
        if (kept := _is_kept(row)) is not None
    ]
    if len(quoted) < SHOWN_FROM:
        return None
    stars = {kept: Moments.of(Counter(row.stars for row in rated if _is_kept(row) is kept)) for kept in (True, False)}
    told = all(each.n >= SHOWN_FROM for each in stars.values())
    return Promises(
        kept=_share(sum(quoted), len(quoted)),
        standing=standing(len(quoted)),
        kept_stars=stars[True].mean if told else None,
        broken_stars=stars[False].mean if told else None,
        lost=difference(stars[True], stars[False]) if told else None,
    )


def _put_right(connection: Connection, asked: Asked, start: int, end: int) -> PutRight | None:
    query = (
        sa.select(concern.c.at, concern.c.outcome, concern.c.resolved_at, visit.c.closed_at)
        .join(visit, sa.and_(visit.c.practice == concern.c.practice, visit.c.visit == concern.c.visit))
        .where(concern.c.practice == PRACTICE, concern.c.at >= start, concern.c.at < end)
    )
    rows = connection.execute(_narrowed(query, asked, concern.c.device)).all()
    if len(rows) < SHOWN_FROM:
        return None
    in_time = sum(
        row.outcome == "put_right" and (row.closed_at is None or row.resolved_at <= row.closed_at) for row in rows
    )
    times = [max(0, row.resolved_at - row.at) for row in rows if row.resolved_at is not None]
    median = quantile(times, 0.5) if len(times) >= SHOWN_FROM else None
    return PutRight(_share(in_time, len(rows)), standing(len(rows)), median)


def drivers_of(rows: Sequence[Any]) -> list[Driver]:
    """Each topic against the ratings without it; `rows` have `stars` and `topics`."""
    everything = Moments.of(Counter(row.stars for row in rows))
    found = []
    for topic in Topic:
        having = Moments.of(Counter(row.stars for row in rows if topic.value in row.topics))
        lacking = everything.without(having)
        told = having.n >= SHOWN_FROM and (lacking.n >= SHOWN_FROM or lacking.n == 0)
        found.append(
            Driver(
                topic=topic.value,
                is_service=topic.is_service,
                standing=standing(having.n if told else 0),
                n=having.n if told else None,
                mean=having.mean if told else None,
                interval=mean_interval(having) if told else None,
                difference=difference(having, lacking) if told else None,
            )
        )
    return found


def _heatmap(counted: Counted, period: Period) -> list[HeatCell]:
    cells: dict[tuple[int, int], Counter[int]] = {}
    for (day, hour), vector in counted.by_hour.items():
        if period.first <= day <= period.last:
            cells.setdefault((day.weekday(), hour), Counter()).update(_given(vector))
    sums = {cell: Moments.of(given) for cell, given in cells.items()}
    gone = hidden({cell: found.n for cell, found in sums.items()})
    means = {cell: found.mean for cell, found in sorted(sums.items()) if found.n}
    return [HeatCell(*cell, None if cell in gone or mean is None else round(mean, 1)) for cell, mean in means.items()]


def _trend(counted: Counted, period: Period) -> list[Point]:
    """By day, week or month, each as far as whole blocks go, so that a point tells of no few ratings either."""
    days = (period.last - period.first).days + 1
    inside = [each for each in counted.blocks if period.first <= each.first and each.last <= period.last]
    stretches: dict[tuple[int, ...], Period] = {}
    for block in inside:
        key = _unit(block.last, days)
        begun = stretches.get(key, block)
        stretches[key] = Period(begun.first, block.last)
    points = []
    for stretch in stretches.values():
        found = Moments.of(_given(counted.of(stretch)))
        interval = mean_interval(found)
        if found.mean is not None and interval is not None:
            points.append(Point(stretch, found.n, found.mean, interval))
    return points


def _unit(day: date, days: int) -> tuple[int, ...]:
    if days >= MONTHS_FROM_DAYS:
        return (day.year, day.month)
    return tuple(day.isocalendar())[:2] if days >= WEEKS_FROM_DAYS else (day.toordinal(),)
