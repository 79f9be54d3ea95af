"""A visit as a fold over its events, and what may truthfully be said of it.

The fold is a function of the *set* of events: any order and any repetition gives the same visit. Where two
events of a kind compete, `Stamped.order` decides, on every device alike.
"""

from collections.abc import Iterable
from enum import StrEnum, auto
from uuid import UUID

from msgspec.structs import replace

from kiosk.visits.events import (
    Acknowledged,
    Arrived,
    Called,
    Closed,
    ConcernClaimed,
    ConcernConfirmed,
    ConcernRaised,
    ConcernResolved,
    Event,
    HelpRequested,
    NamesErased,
    Rated,
    RatingAsked,
    RatingExplained,
    RatingFlagged,
    RatingSettled,
    Requoted,
    Shown,
    Undone,
    visit_of,
)
from kiosk.visits.promise import Promise
from kiosk.visits.state import Call as Call
from kiosk.visits.state import Closing as Closing
from kiosk.visits.state import Concern as Concern
from kiosk.visits.state import Rating as Rating
from kiosk.visits.state import Seen as Seen
from kiosk.visits.state import Stage as Stage
from kiosk.visits.state import Visit as Visit

_ASKING = (HelpRequested, ConcernRaised)


class Status(StrEnum):
    """What a waiting patient is told. Each is shown only when it is true."""

    SAVED = auto()
    SENT = auto()
    ON_SCREEN = auto()
    SEEN = auto()
    UNANSWERED = auto()
    UNREACHABLE = auto()
    CALLED = auto()
    CLOSED = auto()


def honest_status(visit: Visit, *, sent: bool, reachable: bool, waited_ms: int, target_ms: int) -> Status:
    """The one thing to tell the patient of `visit` now.

    `sent`: the hub has confirmed the arrival. `reachable`: the hub answers now. `waited_ms`: since the
    arrival, by a clock that cannot jump. `target_ms`: how soon a person should have acknowledged it.
    """
    match visit.stage:
        case Stage.CLOSED:
            return Status.CLOSED
        case Stage.CALLED:
            return Status.CALLED
        case Stage.ACKNOWLEDGED:
            return Status.SEEN
    if not reachable and not sent:
        return Status.UNREACHABLE
    if waited_ms >= target_ms:
        return Status.UNANSWERED
    if visit.stage is Stage.SHOWN:
        return Status.ON_SCREEN
    return Status.SENT if sent else Status.SAVED


def honest_answer(concern: Concern, *, sent: bool, reachable: bool, waited_ms: int, target_ms: int) -> Status:
    """The one thing to tell somebody who asked for help; the arguments are those of `honest_status`.

    SEEN says that a named person is on the way, CLOSED that it is over.
    """
    if not concern.is_open:
        return Status.CLOSED
    if concern.claim:
        return Status.SEEN
    if not reachable and not sent:
        return Status.UNREACHABLE
    if waited_ms >= target_ms:
        return Status.UNANSWERED
    if concern.shown_at is not None:
        return Status.ON_SCREEN
    return Status.SENT if sent else Status.SAVED


def fold(visit: UUID, events: Iterable[Event]) -> Visit:
    """The visit that these events tell of; events of other visits and of unknown kinds are passed over.

    An event that was undone has no effect, in whatever order the two are heard of; undoing cannot itself be undone.
    """
    own = {event.id: event for event in events if visit_of(event) == visit}
    for undone in [each for each in own.values() if isinstance(each, Undone)]:
        if not isinstance(own.get(undone.event), Undone | NamesErased):
            own.pop(undone.event, None)
    state = Visit(id=visit)
    ordered = sorted(own.values(), key=lambda e: e.order)
    for event in ordered:
        state = _apply(state, event)
    erased = any(isinstance(event, NamesErased) for event in ordered)
    return replace(
        state,
        name="" if erased else state.name,
        names_erased=erased,
        ratings=_ratings(ordered),
        concerns=_concerns(ordered),
    )


def _apply(state: Visit, event: Event) -> Visit:
    match event:
        case Arrived() if state.arrived_at is None:
            return replace(
                state,
                ticket=event.ticket,
                name=event.name,
                language=event.language,
                device=event.device,
                place=event.place,
                link=event.link,
                arrived_at=event.at,
            )
        case Shown(concern=None) if state.shown_at is None:
            return replace(state, shown_at=event.at)
        case Acknowledged():
            seen = state.seen or Seen(by=event.by, at=event.at)
            if event.minutes is None:
                return replace(state, seen=seen)
            promise = Promise(quoted_at=event.at, minutes=event.minutes)
            return replace(state, seen=seen, promise=promise, apologised=False)
        case Requoted():
            promise = Promise(quoted_at=event.at, minutes=event.minutes)
            return replace(state, promise=promise, apologised=event.apology)
        case Called():
            call = Call(by=event.by, at=event.at, place=event.place)
            return replace(state, call=call, first_call=state.first_call or call)
        case Closed() if state.closing is None:
            return replace(state, closing=Closing(by=event.by, at=event.at, how=event.how))
        case RatingAsked():
            return replace(state, asked=event.tablet)
    return state


def _ratings(ordered: list[Event]) -> tuple[Rating, ...]:
    taps: dict[UUID, list[Rated]] = {}
    for event in ordered:
        if isinstance(event, Rated):
            taps.setdefault(event.rating, []).append(event)
    return tuple(_rating(rating, rated, ordered) for rating, rated in taps.items())


def _rating(rating: UUID, taps: list[Rated], ordered: list[Event]) -> Rating:
    # The last settling counts: a patient may still press Change after the 20 s, for as long as the screen stands.
    settled = next((e for e in reversed(ordered) if isinstance(e, RatingSettled) and e.rating == rating), None)
    # A settling that seems to come before every tap only says that a clock was set back in between.
    counted = [tap for tap in taps if settled is None or tap.order < settled.order] or taps
    state = Rating(
        id=rating,
        at=taps[0].at,
        device=taps[0].device,
        stars=counted[-1].stars,
        settled_at=None if settled is None else settled.at,
    )
    for event in ordered:
        match event:
            case RatingExplained(rating=mine) if mine == rating:
                state = replace(state, topics=event.topics, comment=event.comment)
            case RatingFlagged(rating=mine) if mine == rating:
                flags = state.flags | {event.flag} if event.on else state.flags - {event.flag}
                state = replace(state, flags=flags)
    return state


def _concerns(ordered: list[Event]) -> tuple[Concern, ...]:
    found: dict[UUID, Concern] = {}
    for event in ordered:
        if isinstance(event, _ASKING) and event.concern not in found:
            rating = event.rating if isinstance(event, ConcernRaised) else None
            found[event.concern] = Concern(
                id=event.concern, at=event.at, device=event.device, place=event.place, rating=rating
            )
    # Only now, so that an answer stamped by a clock behind the tablet's still finds its concern.
    for event in ordered:
        match event:
            case Shown() | ConcernClaimed() | ConcernResolved() | ConcernConfirmed():
                if event.concern is not None and event.concern in found:
                    found[event.concern] = _answered(found[event.concern], event)
    return tuple(found.values())


def _answered(concern: Concern, event: Shown | ConcernClaimed | ConcernResolved | ConcernConfirmed) -> Concern:
    match event:
        case Shown() if concern.shown_at is None:
            return replace(concern, shown_at=event.at)
        case ConcernClaimed() if concern.claim is None:
            return replace(concern, claim=Seen(by=event.by, at=event.at))
        case ConcernResolved():
            by = Seen(by=event.by, at=event.at)
            return replace(concern, outcome=event.outcome, resolved=by, note=event.note)
        case ConcernConfirmed():
            return replace(concern, confirmed=event.put_right)
    return concern
