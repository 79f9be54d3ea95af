"""Taking back a slip of the hand: for a moment, by who made it, and only while nobody has built on it.

Pure. What was undone stays in the log; see decision 0008.
"""

from collections.abc import Callable, Collection, Sequence
from functools import partial
from uuid import UUID

from kiosk.hub.desk.actions import Decision, Make
from kiosk.hub.writing import HUB_DEVICE
from kiosk.visits.events import (
    Acknowledged,
    Arrived,
    Called,
    Closed,
    ConcernClaimed,
    ConcernConfirmed,
    ConcernResolved,
    Event,
    NamesErased,
    RatingAsked,
    Requoted,
    Undone,
)

UNDO_MS = 10_000
"""For how long the page offers it."""

_ON_THE_WAY_MS = 2_000
"""A click in the last moment still counts when it comes this much later."""

_OfTheDesk = Acknowledged | Arrived | Called | Closed | ConcernClaimed | ConcernResolved | RatingAsked | Requoted


def undo(by: str, facts: Collection[UUID]) -> Callable[[Sequence[Event], int], Decision]:
    """A decision on all events of a visit at a time (ms UTC): takes back `facts`, which one click recorded."""

    def decide(events: Sequence[Event], now: int) -> Decision:
        meant = [event for event in events if event.id in facts and isinstance(event, _OfTheDesk)]
        if not meant or len(meant) < len(facts) or not all(_is_of(by, event) for event in meant):
            return Decision("There is nothing here that you could undo.")
        gone = {event.event for event in events if isinstance(event, Undone)}
        if gone & {event.id for event in meant}:
            return Decision("This was undone already.")
        last = max(meant, key=lambda event: event.order)
        if now - last.at > UNDO_MS + _ON_THE_WAY_MS:
            return Decision("Nothing was undone: that can be done for 10 seconds only.")
        for event in events:
            if event.order > last.order and event.id not in gone and (who := _built_on(event)):
                return Decision(f"Nothing was undone: {who} has already gone on from there.")
        visit = meant[0].visit
        made: list[Make] = [partial(Undone, visit=visit, event=event.id, by=by) for event in meant]
        arrival = next((event for event in meant if isinstance(event, Arrived)), None)
        if arrival:
            made.append(partial(NamesErased, visit=visit))
        ticket = next((event.ticket for event in events if isinstance(event, Arrived)), "The patient")
        return Decision(f"Undone. {ticket} is {'gone from the page' if arrival else 'as before'}.", made, final=True)

    return decide


def _is_of(by: str, event: Event) -> bool:
    return event.device == HUB_DEVICE and getattr(event, "by", by) == by


def _built_on(event: Event) -> str:
    """Who has gone on by this event; empty if it does not count."""
    if isinstance(event, ConcernConfirmed):
        return "the patient"
    return str(getattr(event, "by", "")) if isinstance(event, _OfTheDesk) else ""
