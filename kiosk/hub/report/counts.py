"""What has been counted of a site or language, as far as it may be told: whole weeks that are over."""

from collections.abc import Iterable
from datetime import date, timedelta

import sqlalchemy as sa
from sqlalchemy import Connection

from kiosk.hub.report.card import Asked, Period
from kiosk.hub.report.figures import COMMENTS, FIGURES
from kiosk.hub.report.tally import ALL, Tally
from kiosk.hub.report.telling import STRETCH, WEEK, whole, whole_runs
from kiosk.hub.schema import PRACTICE, tally, told
from kiosk.hub.writing import HUB_DEVICE


class Counted:
    """The counts that a report card is made of: of the whole practice by runs of weeks, else by stretches of four."""

    def __init__(self, connection: Connection, asked: Asked, today: date) -> None:
        """`today`: of the practice; its week is not over."""
        self._weeks: dict[int, Tally] = {}
        self._told: dict[int, set[str]] | None = None
        self._sums: dict[tuple[int, ...], Tally] = {}
        if asked.site and asked.language:
            # Both at once would be a third way to cut, and what is left could be worked out.
            self._told = {}
            return
        self._weeks = whole(connection, today, asked.site or ALL, asked.language or ALL)
        if asked.site or asked.language:
            rows = connection.execute(
                sa.select(told.c.stretch, told.c.figures).where(
                    told.c.practice == PRACTICE,
                    told.c.site == (asked.site or ALL),
                    told.c.language == (asked.language or ALL),
                )
            )
            self._told = {row.stretch: set(row.figures) for row in rows}

    def units(self, figure: str, first: date, last: date) -> list[Period]:
        """By what a figure is told: all that end from `first` to `last`."""
        begin, end = first.toordinal(), last.toordinal()
        return [_period(*span) for span in self._spans(figure) if begin <= span[1] + WEEK - 1 <= end]

    def sum(self, units: Iterable[Period]) -> Tally:
        """All of them together."""
        weeks = tuple(week for each in units for week in range(each.first.toordinal(), each.last.toordinal(), WEEK))
        if weeks not in self._sums:
            total = self._sums[weeks] = Tally()
            for week in weeks:
                if week in self._weeks:
                    total.add(self._weeks[week])
        return self._sums[weeks]

    def _spans(self, figure: str) -> list[tuple[int, int]]:
        if self._told is None:
            return whole_runs(self._weeks, figure)
        spans = [(each, each + STRETCH - WEEK) for each, figures in sorted(self._told.items()) if figure in figures]
        # Ratings can go after the decision, by a flag or with the years.
        classes = FIGURES[figure]
        return [span for span in spans if classes(self.sum([_period(*span)])).suffice]


def choices(connection: Connection) -> tuple[list[str], list[str]]:
    """The sites and the languages that anything was counted of."""
    mine = tally.c.practice == PRACTICE
    sites = connection.execute(
        sa.select(tally.c.site)
        .where(mine, tally.c.language == ALL, tally.c.site.not_in((ALL, HUB_DEVICE)))
        .group_by(tally.c.site)
    )
    languages = connection.execute(
        sa.select(tally.c.language)
        .where(mine, tally.c.site == ALL, tally.c.language.not_in((ALL, "")))
        .group_by(tally.c.language)
    )
    return sorted(sites.scalars()), sorted(languages.scalars())


def weeks_with_comment_stars(connection: Connection, asked: Asked, today: date) -> list[Period]:
    """In which the stars beside a comment may be shown: there, enough ratings of the same kind have no comment."""
    return Counted(connection, asked, today).units(COMMENTS, asked.first, asked.last)


def _period(first: int, last: int) -> Period:
    return Period(date.fromordinal(first), date.fromordinal(last) + timedelta(days=WEEK - 1))
