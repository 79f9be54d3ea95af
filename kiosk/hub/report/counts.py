"""What has been counted of a site or language, as far as it may be told: whole weeks that are over."""

from collections.abc import Iterable, Iterator
from datetime import date, timedelta

import sqlalchemy as sa
from sqlalchemy import Connection

from kiosk.hub.report.card import Asked, Period
from kiosk.hub.report.figures import FIGURES, FLAGGED
from kiosk.hub.report.periods import before
from kiosk.hub.report.suppression import Classes
from kiosk.hub.report.tally import ALL, Counts, decode_counts, hours_of
from kiosk.hub.report.telling import STRETCH, WEEK, whole, whole_runs
from kiosk.hub.schema import tally, told
from kiosk.hub.tenant import mine
from kiosk.hub.writing import HUB_DEVICE


class Counted:
    """The counts that a report card is made of: of the whole practice by runs of weeks, else by stretches of four."""

    def __init__(self, connection: Connection, asked: Asked, today: date) -> None:
        """`today`: of the practice; its week is not over."""
        self._bodies: dict[int, str] = {}
        self._weeks: dict[int, Counts] = {}
        self._told: dict[int, set[str]] | None = None
        self._runs: dict[str, list[tuple[int, int]]] = {}
        if asked.site and asked.language:
            # Both at once would be a third way to cut, and what is left could be worked out.
            self._told = {}
            return
        if not asked.site and not asked.language:
            self._bodies = whole(connection, today)
        else:
            # A stretch begins before the period that it ends in, and the period before is told of, too.
            since = before(asked.first, asked.last)[0].toordinal() - STRETCH
            self._bodies = whole(connection, today, asked.site or ALL, asked.language or ALL, since=since)
            rows = connection.execute(
                sa.select(told.c.stretch, told.c.figures).where(
                    mine(connection, told),
                    told.c.site == (asked.site or ALL),
                    told.c.language == (asked.language or ALL),
                )
            )
            self._told = {row.stretch: set(row.figures) for row in rows}
        self._weeks = {week: decode_counts(body) for week, body in self._bodies.items()}

    def units(self, figure: str, first: date, last: date) -> list[Period]:
        """By what a figure is told: all that end from `first` to `last`."""
        begin, end = first.toordinal() - WEEK + 1, last.toordinal() - WEEK + 1
        if self._told is None:
            if figure not in self._runs:
                self._runs[figure] = whole_runs(self._weeks, figure)
            spans = self._runs[figure]
            return [_period(*span) for span in spans if begin <= span[1] <= end]
        spans = [(each, each + STRETCH - WEEK) for each, figures in sorted(self._told.items()) if figure in figures]
        return [_period(*span) for span in spans if begin <= span[1] <= end and self._suffices(figure, *span)]

    def is_flagged_told(self, units: Iterable[Period], first: date, last: date) -> bool:
        """Whether the flagged ratings in `units` are none, or may be told of beside the others."""
        return self._flagged(units) == self._flagged(self.units(FLAGGED, first, last))

    def stars(self, units: Iterable[Period]) -> list[int]:
        """How often 1 to 5 stars were given in all of them together."""
        weeks = [self._weeks[week].stars for week in _weeks(units) if week in self._weeks]
        return [sum(each) for each in zip(*weeks, strict=True)]

    def sum(self, units: Iterable[Period], *names: str) -> Counts:
        """What is named of `Counts`, of all units together."""
        total = Counts()
        for week in _weeks(units):
            if week in self._weeks:
                total.add(self._weeks[week], names=names)
        return total

    def hours(self, units: Iterable[Period]) -> dict[str, list[int]]:
        """Of all units together, as `Tally` has them."""
        return hours_of(self._bodies[week] for week in _weeks(units) if week in self._bodies)

    def _flagged(self, units: Iterable[Period]) -> set[int]:
        return {week for week in _weeks(units) if week in self._weeks and any(self._weeks[week].flagged)}

    def _suffices(self, figure: str, first: int, last: int) -> bool:
        # Ratings can go after the decision, by a flag or with the years.
        classes = FIGURES[figure]
        found = [classes(self._weeks[week]) for week in range(first, last + 1, WEEK) if week in self._weeks]
        return bool(found) and Classes.total(found).suffice


def choices(connection: Connection) -> tuple[list[str], list[str]]:
    """The sites and the languages that anything was counted of."""
    own = mine(connection, tally)
    # From each site to the next by the index, past all its weeks.
    site = sa.select(sa.func.min(tally.c.site).label("site")).where(own).cte("each_site", recursive=True)
    after = sa.select(sa.func.min(tally.c.site)).where(own, tally.c.site > site.c.site).scalar_subquery()
    site = site.union_all(sa.select(after).where(site.c.site.is_not(None)))
    sites = connection.execute(sa.select(site.c.site).where(site.c.site.not_in((ALL, HUB_DEVICE))))
    languages = connection.execute(
        sa.select(tally.c.language)
        .where(own, tally.c.site == ALL, tally.c.language.not_in((ALL, "")))
        .group_by(tally.c.language)
    )
    return sorted(sites.scalars()), sorted(languages.scalars())


def sites_told(connection: Connection, figure: str) -> set[tuple[int, str]]:
    """The stretches and sites of which a figure may be told."""
    rows = connection.execute(sa.select(told).where(mine(connection, told), told.c.language == ALL))
    return {(row.stretch, row.site) for row in rows if figure in row.figures}


def _weeks(units: Iterable[Period]) -> Iterator[int]:
    for each in units:
        yield from range(each.first.toordinal(), each.last.toordinal(), WEEK)


def _period(first: int, last: int) -> Period:
    return Period(date.fromordinal(first), date.fromordinal(last) + timedelta(days=WEEK - 1))
