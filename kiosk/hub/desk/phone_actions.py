"""What a tap on the phone page means, decided on the visit as it is now. Pure. A tap that comes twice counts once."""

from functools import partial
from uuid import UUID, uuid5

from kiosk.hub.desk.actions import Decide, Decision
from kiosk.hub.desk.phone_view import is_alive, own_rating, rating_of
from kiosk.visits.events import (
    ConcernConfirmed,
    ConcernRaised,
    HelpRequested,
    Rated,
    RatingExplained,
    RatingSettled,
)
from kiosk.visits.rating import Topic
from kiosk.visits.visit import Visit

NOTHING = Decision("")


def call_for_help(calls: int) -> Decide:
    """ "I need help", from a page that knew of so many calls before it."""

    def decide(visit: Visit, _: int) -> Decision:
        again = len(visit.concerns) != calls or any(concern.is_open for concern in visit.concerns)
        if visit.closing is not None or visit.arrived_at is None or again:
            return NOTHING
        return Decision("", [partial(HelpRequested, visit=visit.id, concern=uuid5(visit.id, f"help {calls}"))])

    return decide


def confirm(concern: UUID, put_right: bool) -> Decide:
    """Whether somebody has put it right, as the patient sees it; said once."""

    def decide(visit: Visit, _: int) -> Decision:
        found = visit.concern(concern)
        if found is None or found.confirmed is not None or not (found.claim or found.resolved):
            return NOTHING
        return Decision("", [partial(ConcernConfirmed, visit=visit.id, concern=concern, put_right=put_right)])

    return decide


def rate(stars: int) -> Decide:
    """Stars, or other stars. They count at once: a phone is put away without telling anybody."""

    def decide(visit: Visit, now: int) -> Decision:
        own = own_rating(visit)
        if not _may_rate(visit, now) or (own and own.stars == stars):
            return NOTHING
        rating = rating_of(visit.id)
        return Decision(
            "",
            [
                partial(Rated, visit=visit.id, rating=rating, stars=stars),
                partial(RatingSettled, visit=visit.id, rating=rating),
            ],
        )

    return decide


def explain(topic: Topic, on: bool) -> Decide:
    """A topic that the rating is about, or no longer."""

    def decide(visit: Visit, now: int) -> Decision:
        own = own_rating(visit)
        if own is None or not _may_rate(visit, now) or (topic in own.topics) is on:
            return NOTHING
        topics = tuple(each for each in Topic if (each is topic and on) or (each is not topic and each in own.topics))
        fact = partial(RatingExplained, visit=visit.id, rating=own.id, topics=topics, comment=own.comment)
        return Decision("", [fact])

    return decide


def comment(text: str) -> Decide:
    """What the patient says in their own words, clean, in the place of what they said before."""

    def decide(visit: Visit, now: int) -> Decision:
        own = own_rating(visit)
        if own is None or not _may_rate(visit, now) or own.comment == text:
            return NOTHING
        return Decision("", [partial(RatingExplained, visit=visit.id, rating=own.id, topics=own.topics, comment=text)])

    return decide


def ask_to_come(calls: int) -> Decide:
    """ "Yes, please" after a rating, from a page that knew of so many calls before it."""

    def decide(visit: Visit, now: int) -> Decision:
        own = own_rating(visit)
        again = len(visit.concerns) != calls or any(concern.is_open for concern in visit.concerns)
        if own is None or not _may_rate(visit, now) or again:
            return NOTHING
        concern = uuid5(visit.id, f"come {calls}")
        return Decision("", [partial(ConcernRaised, visit=visit.id, rating=own.id, concern=concern)])

    return decide


def _may_rate(visit: Visit, now: int) -> bool:
    others = any(rating.id != rating_of(visit.id) for rating in visit.ratings)
    return visit.closing is not None and is_alive(visit, now) and not others
