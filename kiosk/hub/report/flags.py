"""Ratings that look like misuse: what managers review, and what their decision records. Nothing is ever deleted."""

from collections.abc import Callable, Iterable, Sequence
from functools import partial
from typing import Any, Literal
from uuid import UUID

import sqlalchemy as sa
from msgspec import Struct
from sqlalchemy import Connection

from kiosk.hub.desk.actions import Decision, Make
from kiosk.hub.schema import FLAGGED, event, rating
from kiosk.hub.tenant import mine
from kiosk.visits.events import RatingFlagged, decode
from kiosk.visits.rating import BURST_WINDOW_MS

PAGE_FLAGS = 60
"""Flags whose ratings a page shows."""

_SETTLED_LATE_MS = 15 * 60_000
"""By when a rating is settled, however long somebody writes a comment."""

Step = Literal["flag", "clear"]


class Suspect(Struct, frozen=True):
    """A rating under review; `at` in ms UTC."""

    rating: str
    at: int
    stars: int
    comment: str
    is_flagged: bool
    by: str
    """Who flagged or cleared it last; empty for the tablet itself, or if nobody did."""
    reason: str


class Burst(Struct, frozen=True):
    """Ratings given on one tablet within a minute of one another, of which at least one was ever flagged."""

    site: str
    ratings: list[Suspect]

    @property
    def at(self) -> int:
        """When the first was given, ms UTC."""
        return self.ratings[0].at


def bursts(connection: Connection, before: int | None = None) -> tuple[list[Burst], int | None]:
    """The newest first, of flags with a cursor below `before`; and the cursor where the next page begins, if any."""
    query = (
        sa.select(event.c.cursor, event.c.body)
        .where(mine(connection, event), FLAGGED)
        .order_by(event.c.cursor.desc())
        .limit(PAGE_FLAGS + 1)
    )
    if before is not None:
        query = query.where(event.c.cursor < before)
    rows = connection.execute(query).all()
    decided: dict[str, RatingFlagged] = {}
    for row in rows[:PAGE_FLAGS]:
        fact = decode(row.body.encode())
        if isinstance(fact, RatingFlagged):
            decided.setdefault(str(fact.rating), fact)
    seen: set[str] = set()
    found = []
    for row in _ratings(connection, list(decided)):
        if row.rating not in seen:
            burst = _around(connection, row, decided)
            seen |= {each.rating for each in burst.ratings}
            found.append(burst)
    older = rows[PAGE_FLAGS - 1].cursor if len(rows) > PAGE_FLAGS else None
    return sorted(found, key=lambda each: -each.at), older


def decide(by: str, ratings: Sequence[UUID], step: Step, reason: str) -> Callable[[Connection, int], Decision]:
    """A decision to flag ratings, or to clear their flags, by what they are now."""

    def look(connection: Connection, _: int) -> Decision:
        facts: list[Make] = []
        for row in _ratings(connection, [str(each) for each in ratings]):
            named = partial(RatingFlagged, visit=UUID(row.visit), rating=UUID(row.rating), by=by, reason=reason)
            if step == "flag" and not row.flags:
                facts.append(partial(named, flag="manual"))
            if step == "clear":
                facts += [partial(named, flag=flag, on=False) for flag in row.flags]
        return Decision("", facts, final=True)

    return look


def _ratings(connection: Connection, keys: Iterable[str]) -> Sequence[sa.Row[*tuple[Any, ...]]]:
    return connection.execute(
        sa.select(rating).where(mine(connection, rating), rating.c.rating.in_(list(keys))).order_by(rating.c.at)
    ).all()


def _around(connection: Connection, middle: sa.Row[*tuple[Any, ...]], decided: dict[str, RatingFlagged]) -> Burst:
    start, end = middle.at - BURST_WINDOW_MS, middle.at + BURST_WINDOW_MS
    rows = connection.execute(
        sa.select(rating)
        .where(
            mine(connection, rating),
            # There is an index of when ratings were settled, and none of when they were given.
            rating.c.settled_at.between(start, end + _SETTLED_LATE_MS),
            rating.c.at.between(start, end),
            rating.c.device == middle.device,
        )
        .order_by(rating.c.at)
    ).all()
    return Burst(middle.device, [_suspect(row, decided.get(row.rating)) for row in rows or [middle]])


def _suspect(row: sa.Row[*tuple[Any, ...]], last: RatingFlagged | None) -> Suspect:
    return Suspect(
        rating=row.rating,
        at=row.at,
        stars=row.stars,
        comment=row.comment,
        is_flagged=bool(row.flags),
        by=last.by if last else "",
        reason=last.reason if last else "",
    )
