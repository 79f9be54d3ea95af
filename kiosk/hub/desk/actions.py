"""What a receptionist's click means for a visit, decided on the visit as it is now, not as the page showed it.

Pure. Whoever clicks on a card that has changed meanwhile is told what happened instead, and nothing is recorded.
"""

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Literal
from uuid import UUID

from kiosk.visits.events import (
    Acknowledged,
    Called,
    Closed,
    ConcernClaimed,
    ConcernResolved,
    Event,
    RatingAsked,
    Requoted,
    Shown,
)
from kiosk.visits.promise import MINUTE_MS
from kiosk.visits.visit import Concern, Visit

LONGEST_WAIT = 240
"""Minutes that can be quoted."""

Make = Callable[..., Event]
How = Literal["checked_out", "left", "duplicate"]
Result = Literal["put_right", "could_not", "not_found"]

_CLOSED = {
    "checked_out": "checked out",
    "left": "noted as having left",
    "duplicate": "noted as arrived twice",
    "not_closed_by_staff": "closed at the end of the day",
}
_RESOLVED = {"put_right": "put right", "could_not": "could not be put right", "not_found": "nobody found"}


@dataclass(frozen=True)
class Decision:
    """What to record, and what to tell who clicked; nothing to record if things have changed meanwhile."""

    say: str
    facts: Sequence[Make] = ()
    final: bool = False
    """Whether it cannot be undone."""

    @property
    def done(self) -> bool:
        """Whether the click had its effect."""
        return bool(self.facts)


Decide = Callable[[Visit, int], Decision]
"""A decision on a visit at a time, ms UTC."""


def see(by: str, minutes: int | None) -> Decide:
    """Seen, with the wait if one was quoted."""

    def decide(visit: Visit, _: int) -> Decision:
        if over := _over(visit):
            return over
        if visit.seen:
            return Decision(f"{visit.seen.by} has already seen {_who(visit)}.")
        say = f"{_who(visit)} is told: {by} has seen you" + (f", about {minutes} minutes." if minutes else ".")
        return Decision(say, [partial(Acknowledged, visit=visit.id, by=by, minutes=minutes)])

    return decide


def quote(by: str, *, minutes: int | None = None, more: int | None = None, drawn: int | None) -> Decide:
    """A new wait from now: `minutes`, or `more` than what is left of the promise that was `drawn` (ms UTC)."""

    def decide(visit: Visit, now: int) -> Decision:
        if over := _over(visit):
            return over
        if visit.call:
            return Decision(f"{visit.call.by} has already called {_who(visit)} to {visit.call.place}.")
        quoted = visit.promise.quoted_at if visit.promise else None
        if visit.promise and quoted != drawn:
            left = max(0, math.ceil((visit.promise.due_at - now) / MINUTE_MS))
            return Decision(f"{_who(visit)} has just been told about {left} minutes.")
        left = max(0, math.ceil((visit.promise.due_at - now) / MINUTE_MS)) if visit.promise else 0
        wait = min(LONGEST_WAIT, minutes if minutes is not None else left + (more or 0))
        sorry = visit.promise is not None and now + wait * MINUTE_MS > visit.promise.due_at
        say = f"{_who(visit)} is told: " + ("sorry, " if sorry else "") + f"about {wait} minutes from now."
        return Decision(say, [partial(Requoted, visit=visit.id, by=by, minutes=wait, apology=sorry)])

    return decide


def call(by: str, place: str, *, drawn: int | None) -> Decide:
    """The call to a place; `drawn` is the time of the call that the page showed, ms UTC."""

    def decide(visit: Visit, _: int) -> Decision:
        if over := _over(visit):
            return over
        if visit.call and visit.call.at != drawn:
            return Decision(f"{visit.call.by} has already called {_who(visit)} to {visit.call.place}.")
        say = f"{_who(visit)} is called to {place}."
        return Decision(say, [partial(Called, visit=visit.id, by=by, place=place)])

    return decide


def close(by: str, how: How, *, ask_on: str = "") -> Decide:
    """The end of a visit; `ask_on` is the tablet that shall ask how it was."""

    def decide(visit: Visit, _: int) -> Decision:
        if over := _over(visit):
            return over
        facts: list[Make] = [partial(Closed, visit=visit.id, by=by, how=how)]
        if ask_on:
            facts.append(partial(RatingAsked, visit=visit.id, tablet=ask_on))
        return Decision(f"{_who(visit)} is {_CLOSED[how]}{' and asked how it was' if ask_on else ''}.", facts)

    return decide


def claim(by: str, concern: UUID) -> Decide:
    """ "I'm going"."""

    def decide(visit: Visit, _: int) -> Decision:
        found = visit.concern(concern)
        if found is None or not found.is_open:
            return _settled(found)
        if found.claim:
            return Decision(f"{found.claim.by} is already on it.")
        return Decision(
            f"The patient is told: {by} is coming.",
            [partial(ConcernClaimed, visit=visit.id, concern=concern, by=by)],
        )

    return decide


def resolve(by: str, concern: UUID, outcome: Result, note: str) -> Decide:
    """What came of a concern."""

    def decide(visit: Visit, _: int) -> Decision:
        found = visit.concern(concern)
        if found is None or not found.is_open:
            return _settled(found)
        return Decision(
            f"Noted: {_RESOLVED[outcome]}.",
            [partial(ConcernResolved, visit=visit.id, concern=concern, by=by, outcome=outcome, note=note)],
        )

    return decide


def show(concern: UUID | None = None) -> Decide:
    """A page has drawn the arrival, or the concern; only the first time counts."""

    def decide(visit: Visit, _: int) -> Decision:
        if concern is None:
            new = visit.arrived_at is not None and visit.shown_at is None
        else:
            found = visit.concern(concern)
            new = found is not None and found.shown_at is None
        return Decision("", [partial(Shown, visit=visit.id, concern=concern)] if new else [])

    return decide


def _over(visit: Visit) -> Decision | None:
    if visit.arrived_at is None:
        return Decision("This visit is not known here.")
    if visit.closing is None:
        return None
    what = _CLOSED[visit.closing.how]
    by = f" by {visit.closing.by}" if visit.closing.by else ""
    return Decision(f"{_who(visit)} was already {what}{by}.")


def _settled(concern: Concern | None) -> Decision:
    if concern is None:
        return Decision("This concern is not known here.")
    if concern.resolved is None or concern.outcome is None:
        return Decision("The patient has said that all is well.")
    return Decision(f"{concern.resolved.by} has already noted: {_RESOLVED[concern.outcome]}.")


def _who(visit: Visit) -> str:
    return visit.ticket or "The patient"
