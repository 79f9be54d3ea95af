"""The whole report card of a period, from what was counted. Portable: the same on every database."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from sqlalchemy import Connection

from kiosk.hub.report import figures
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
    Service,
    Share,
    Stars,
)
from kiosk.hub.report.counts import Counted, choices
from kiosk.hub.report.periods import before
from kiosk.hub.report.rollups import zone_of
from kiosk.hub.report.statistics import Moments, difference, mean_interval, quantile, score, wilson
from kiosk.hub.report.suppression import SHOWN_FROM, hidden, standing
from kiosk.hub.report.tally import Counts
from kiosk.visits.rating import Topic

MONTHS_FROM_DAYS = 186
"""A longer trend has months for weeks."""


def report_card(connection: Connection, asked: Asked, *, today: date, target_ms: int) -> ReportCard:
    """What `asked` wants to know: of the weeks that end in these days and are over by `today`.

    `target_ms`: how soon an arrival should be acknowledged; counted by whole seconds.
    """
    counted = Counted(connection, asked, today)
    units = counted.units(figures.STARS, asked.first, asked.last)
    now = _stars(counted, units)
    earlier = _stars(counted, counted.units(figures.STARS, *before(asked.first, asked.last)))
    sites, languages = choices(connection)
    zone = zone_of(connection).key
    if now is None:
        return ReportCard(asked, zone, None, earlier, *(None,) * 7, Service(), [], [], [], sites, languages)
    total = counted.sum(units, "stars", "flagged")
    raw = Moments.of({})
    if counted.is_flagged_told(units, asked.first, asked.last):
        raw = moments([plain + flagged for plain, flagged in zip(total.stars, total.flagged, strict=True)])

    service = _service(counted, (asked.first, asked.last), target_ms)
    change = difference(Moments.of(now.counts), Moments.of(earlier.counts)) if earlier is not None else None
    return ReportCard(
        asked=asked,
        timezone=zone,
        stars=now,
        before=earlier,
        change=change,
        raw_n=raw.n or None,
        raw_mean=raw.mean,
        response=service.response,
        greeting=service.greeting,
        promises=service.promises,
        put_right=service.put_right,
        service_before=_service(counted, before(asked.first, asked.last), target_ms),
        drivers=_drivers(counted, asked),
        heatmap=_heatmap(counted.hours(units)),
        trend=_trend(counted, units, (asked.last - asked.first).days + 1),
        sites=sites,
        languages=languages,
    )


def moments(stars: Sequence[int]) -> Moments:
    """Of how often 1 to 5 stars were given."""
    return Moments.of(dict(enumerate(stars, start=1)))


def _stars(counted: Counted, units: Sequence[Period]) -> Stars | None:
    if not units:
        return None
    given = dict(enumerate(counted.stars(units), start=1))
    found = Moments.of(given)
    mean, interval, top = found.mean, mean_interval(found), wilson(given[5], found.n)
    if mean is None or interval is None or top is None:
        return None
    period = Period(units[0].first, units[-1].last)
    share = given[5] / found.n
    return Stars(period, found.n, standing(found.n), mean, interval, score(mean), given, share, top_interval=top)


def _service(counted: Counted, period: tuple[date, date], target_ms: int) -> Service:
    def of(figure: str, *names: str) -> Counts:
        return counted.sum(counted.units(figure, *period), *names)

    return Service(
        response=_response(of(figures.CLOSED, "stars", "flagged", "closed")),
        greeting=_greeting(of(figures.GREETED, "greeted"), target_ms),
        promises=_promises(of(figures.WAITS, "waits_kept", "waits_broken"), of(figures.PROMISES, "kept", "broken")),
        put_right=_put_right(of(figures.RAISED, "raised", "put_right"), of(figures.RESOLVED, "resolved")),
    )


def _drivers(counted: Counted, asked: Asked) -> list[Driver]:
    found = []
    sums: dict[tuple[Period, ...], Counts] = {}
    for topic in Topic:
        units = tuple(counted.units(figures.of_topic(topic), asked.first, asked.last))
        if units not in sums:
            sums[units] = counted.sum(units, "stars", "topics")
        found.append(_driver(topic, sums[units]))
    return found


def _share(part: int, n: int) -> Share:
    return Share(part, n, part / n, wilson(part, n) if part <= n else None)


def _response(tally: Counts) -> Share | None:
    return _share(sum(tally.stars) + sum(tally.flagged), tally.closed) if tally.closed else None


def _greeting(tally: Counts, target_ms: int) -> Greeting | None:
    n = sum(tally.greeted.values())
    median, ninetieth = quantile(tally.greeted, 0.5), quantile(tally.greeted, 0.9)
    if median is None or ninetieth is None:
        return None
    within = sum(times for seconds, times in tally.greeted.items() if seconds * 1000 <= target_ms)
    return Greeting(n, standing(n), median * 1000, ninetieth * 1000, _share(within, n))


def _promises(waits: Counts, rated: Counts) -> Promises | None:
    n = waits.waits_kept + waits.waits_broken
    if n == 0:
        return None
    kept, broken = moments(rated.kept), moments(rated.broken)
    return Promises(
        kept=_share(waits.waits_kept, n),
        standing=standing(n),
        kept_stars=kept.mean,
        broken_stars=broken.mean,
        lost=difference(kept, broken),
    )


def _put_right(raised: Counts, resolved: Counts) -> PutRight | None:
    if raised.raised == 0:
        return None
    median = quantile(resolved.resolved, 0.5)
    share = _share(raised.put_right, raised.raised)
    return PutRight(share, standing(raised.raised), None if median is None else median * 1000)


def drivers_of(rows: Sequence[Any]) -> list[Driver]:
    """Each topic against the ratings without it; `rows` have `stars` and `topics`."""
    found = Counts()
    for row in rows:
        found.stars[row.stars - 1] += 1
        for topic in row.topics:
            found.topics.setdefault(topic, [0] * 5)[row.stars - 1] += 1
    return [_driver(topic, found) for topic in Topic]


def _driver(topic: Topic, tally: Counts) -> Driver:
    having = moments(tally.topics.get(topic.value, [0] * 5))
    lacking = moments(tally.stars).without(having)
    told = having.n >= SHOWN_FROM and (lacking.n >= SHOWN_FROM or lacking.n == 0)
    return Driver(
        topic=topic.value,
        is_service=topic.is_service,
        standing=standing(having.n if told else 0),
        n=having.n if told else None,
        mean=having.mean if told else None,
        interval=mean_interval(having) if told else None,
        difference=difference(having, lacking) if told else None,
    )


def _heatmap(hours: Mapping[str, Sequence[int]]) -> list[HeatCell]:
    cells = {_hour(key): moments(stars) for key, stars in hours.items()}
    gone = hidden({cell: found.n for cell, found in cells.items()})
    means: Mapping[tuple[int, int], float | None] = {cell: found.mean for cell, found in sorted(cells.items())}
    return [HeatCell(*cell, None if cell in gone or mean is None else round(mean, 1)) for cell, mean in means.items()]


def _hour(key: str) -> tuple[int, int]:
    weekday, hour = key.split()
    return int(weekday), int(hour)


def _trend(counted: Counted, units: Sequence[Period], days: int) -> list[Point]:
    """By week or month, as far as whole units go, so that a point tells of no few ratings either."""
    stretches: dict[tuple[int, ...], list[Period]] = {}
    for unit in units:
        key = (unit.last.year, unit.last.month) if days >= MONTHS_FROM_DAYS else (unit.last.toordinal(),)
        stretches.setdefault(key, []).append(unit)
    points = []
    for each in stretches.values():
        found = moments(counted.stars(each))
        interval = mean_interval(found)
        if found.mean is not None and interval is not None:
            points.append(Point(Period(each[0].first, each[-1].last), found.n, found.mean, interval))
    return points
