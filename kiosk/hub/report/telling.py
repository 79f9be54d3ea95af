"""Decides, once four weeks are over, what may be told of each site and each language in them: see decision 0019."""

from collections.abc import Iterable, Mapping
from datetime import date, datetime, time
from zoneinfo import ZoneInfo

import sqlalchemy as sa
from sqlalchemy import Connection

from kiosk.hub.report import rollups
from kiosk.hub.report.figures import FIGURES
from kiosk.hub.report.suppression import runs, tellable
from kiosk.hub.report.tally import ALL, Counts, Tallies, decode_counts, monday
from kiosk.hub.schema import concern, rating, tally, told, visit
from kiosk.hub.tenant import mine, practice_of

WEEK = 7
STRETCH = 4 * WEEK
"""Days of a stretch."""
_FIRST = date(1970, 1, 5).toordinal()
"""The Monday that stretches are counted from."""


def stretch_of(week: int) -> int:
    """The first Monday of the stretch in which a week is; ordinals."""
    return week - (week - _FIRST) % STRETCH


def decide(connection: Connection, today: date) -> bool:
    """Decides on the next stretch that is over by `today`, a day of the practice; gives whether there may be more."""
    weeks = {week: decode_counts(body) for week, body in whole(connection, today).items()}
    decided = set(
        connection.execute(
            sa.select(told.c.stretch).where(mine(connection, told), told.c.site == ALL, told.c.language == ALL)
        ).scalars()
    )
    over = monday(today).toordinal()
    due = sorted({stretch_of(week) for week in weeks if stretch_of(week) + STRETCH <= over} - decided)
    if not due:
        return False
    may = _may_be_told(weeks, due[0], _counted(connection, due[0]))
    rows = [
        {
            "practice": practice_of(connection),
            "stretch": due[0],
            "site": site,
            "language": language,
            "figures": sorted(figures),
        }
        for (site, language), figures in sorted(may.items())
    ]
    connection.execute(told.insert(), rows)
    return len(due) > 1


def whole(
    connection: Connection, today: date, site: str = ALL, language: str = ALL, *, since: int = 0
) -> dict[int, str]:
    """The tallies, in JSON, of the weeks that are over by `today`, in order; from `since` on."""
    rows = connection.execute(
        sa.select(tally.c.week, tally.c.body)
        .where(
            mine(connection, tally),
            tally.c.site == site,
            tally.c.language == language,
            tally.c.week >= since,
            tally.c.week < monday(today).toordinal(),
        )
        .order_by(tally.c.week)
    )
    return {row.week: row.body for row in rows.all()}


def whole_runs(weeks: Mapping[int, Counts], figure: str) -> list[tuple[int, int]]:
    """The runs of weeks by which a figure of the whole practice is told."""
    classes = FIGURES[figure]
    return runs([(week, classes(each)) for week, each in weeks.items()])


def _counted(connection: Connection, stretch: int) -> Tallies:
    """What happened in these weeks, by week, site and language."""
    zone = rollups.zone_of(connection)
    start, end = span(date.fromordinal(stretch), date.fromordinal(stretch + STRETCH), zone)

    def within(column: sa.Column[int]) -> sa.ColumnElement[bool]:
        return sa.and_(column >= start, column < end)

    found = Tallies(zone)
    found.count(
        rollups.visit_rows(connection, sa.or_(within(visit.c.arrived_at), within(visit.c.closed_at))),
        rollups.rating_rows(connection, within(rating.c.settled_at)),
        rollups.concern_rows(connection, within(concern.c.at)),
    )
    return found


def _may_be_told(weeks: Mapping[int, Counts], stretch: int, counted: Tallies) -> dict[tuple[str, str], set[str]]:
    inside = range(stretch, stretch + STRETCH)
    found: dict[tuple[str, str], set[str]] = {(ALL, ALL): set()}
    by_pair = {key: each for key, each in counted.by_key.items() if key[0] in inside}
    for figure, classes in FIGURES.items():
        cut = [run for run in whole_runs(weeks, figure) if run[1] >= stretch and run[0] < stretch + STRETCH]
        if any(first not in inside or last not in inside for first, last in cut):
            continue
        parts = {key: classes(each) for key, each in by_pair.items()}
        each_class = zip(*((*part.needed, part.rest) for part in parts.values()), strict=True)
        told_of = [
            tellable(dict(zip(parts, counts, strict=True)), cut)
            for place, counts in enumerate(each_class)
            if any(counts) or place < len(classes(Counts()).needed)
        ]
        for site in _in_all(sites for sites, _ in told_of):
            found.setdefault((site, ALL), set()).add(figure)
        for language in _in_all(languages for _, languages in told_of):
            found.setdefault((ALL, language), set()).add(figure)
    return found


def _in_all(sets: Iterable[set[str]]) -> set[str]:
    each = list(sets)
    return set.intersection(*each) if each else set()


def span(first: date, after: date, zone: ZoneInfo) -> tuple[int, int]:
    """The midnights with which these days begin, ms UTC; weeks with a change of clocks differ in length."""
    start, end = (datetime.combine(day, time(), zone) for day in (first, after))
    return int(start.timestamp()) * 1000, int(end.timestamp()) * 1000
