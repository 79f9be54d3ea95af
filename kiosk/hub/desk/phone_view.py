"""What the phone page says of a visit, in the patient's language. Pure; never a name of the patient."""

from collections.abc import Callable, Collection, Sequence
from uuid import UUID, uuid5

from msgspec import Struct

from kiosk.hub.desk.languages import Words
from kiosk.visits.promise import MINUTE_MS
from kiosk.visits.rating import SCALE, TOPIC_LABELS, Topic
from kiosk.visits.visit import Concern, Rating, Status, Visit, honest_answer, honest_status

AFTER_MS = 30 * MINUTE_MS
"""How long the page outlives the visit, so that it can be rated."""


class Help(Struct, frozen=True):
    """A call for help, and how far it has come."""

    concern: str
    text: str
    hurry: bool
    asks: bool
    """Whether the patient is asked if it is put right."""


class Star(Struct, frozen=True):
    """One of the five."""

    stars: int
    word: str
    label: str


class Chip(Struct, frozen=True):
    """A topic of a rating."""

    topic: str
    label: str
    on: bool


class Rated(Struct, frozen=True):
    """What was given."""

    stars: int
    thanks: str
    question: str
    chips: tuple[Chip, ...]
    comment: str
    """What they wrote."""
    can_ask: int | None
    """How many calls there have been, where somebody can be asked to come."""


class PhonePage(Struct, frozen=True):
    """Everything on the page that changes."""

    ticket: str
    headline: str
    detail: str
    tone: str
    """`calm`, `good` or `hurry`."""
    bar: tuple[int, int] | None
    """How much of the promised wait has passed, and how long it is, in ms."""
    steps: tuple[tuple[str, int], ...]
    """What has happened so far, and when (ms UTC)."""
    help: Help | None
    can_call: int | None
    """How many calls there have been, where another can be made."""
    stars: tuple[Star, ...]
    """To be tapped; empty where nothing is asked."""
    rated: Rated | None
    foot: str


def rating_of(visit: UUID) -> UUID:
    """The one rating that a visit's phone page can give, however often it is tapped or loaded."""
    return uuid5(visit, "phone rating")


def own_rating(visit: Visit) -> Rating | None:
    """What was given on the phone page."""
    return next((rating for rating in visit.ratings if rating.id == rating_of(visit.id)), None)


def is_alive(visit: Visit, now: int) -> bool:
    """Whether the link still opens the visit at `now`, ms UTC; one that arrived twice is no visit to rate."""
    if visit.closing is None:
        return visit.arrived_at is not None
    return visit.closing.how != "duplicate" and now < visit.closing.at + AFTER_MS


def describe(
    visit: Visit,
    now: int,
    target_ms: int,
    words: Words,
    clock_time: Callable[[int], str],
    topics: Collection[Topic] = tuple(Topic),
) -> PhonePage:
    """What is true of the visit at `now` (ms UTC), in the order of what matters; `topics` are those of the practice."""
    if visit.closing is not None:
        return _after(visit, visit.closing.at, now, target_ms, words, clock_time, topics)
    arrived = visit.arrived_at or now
    headline, detail, tone, bar = _status(visit, now - arrived, now, target_ms, words, clock_time)
    concern = visit.concerns[-1] if visit.concerns else None
    open_call = concern is not None and concern.is_open
    return PhonePage(
        ticket=visit.ticket or "",
        headline=headline,
        detail=detail,
        tone=tone,
        bar=bar,
        steps=_steps(visit, arrived, words),
        help=_help(concern, now, target_ms, words) if concern else None,
        can_call=None if open_call else len(visit.concerns),
        stars=(),
        rated=None,
        foot=words.say("This page closes when your visit does."),
    )


def _status(
    visit: Visit, waited_ms: int, now: int, target_ms: int, words: Words, clock_time: Callable[[int], str]
) -> tuple[str, str, str, tuple[int, int] | None]:
    status = honest_status(visit, sent=True, reachable=True, waited_ms=max(0, waited_ms), target_ms=target_ms)
    match status:
        case Status.CALLED if visit.call:
            return words.say("Please come to {place}.", place=visit.call.place), "", "good", None
        case Status.SEEN if visit.seen:
            headline = words.say("{by} has seen you.", by=visit.seen.by)
            promise = visit.promise
            if promise is None:
                return headline, "", "good", None
            if now > promise.due_at:
                return headline, words.say("It takes longer than we said. Please ask at the desk."), "hurry", None
            until = clock_time(promise.due_at)
            if visit.apologised:
                detail = words.count(
                    "Sorry, it takes longer: about {n} minute, until {until}",
                    "Sorry, it takes longer: about {n} minutes, until {until}",
                    promise.minutes,
                    until=until,
                )
            else:
                detail = words.count(
                    "About {n} minute, until {until}",
                    "About {n} minutes, until {until}",
                    promise.minutes,
                    until=until,
                )
            length = promise.minutes * MINUTE_MS
            return headline, detail, "good", (min(length, max(0, now - promise.quoted_at)), length)
        case Status.UNANSWERED:
            return words.say("Nobody has answered yet."), words.say("Please come to the desk."), "hurry", None
        case Status.ON_SCREEN:
            return words.say("You are on the desk’s screen."), "", "calm", None
    return words.say("Sent to the desk."), "", "calm", None


def _steps(visit: Visit, arrived: int, words: Words) -> tuple[tuple[str, int], ...]:
    steps = [(words.say("Sent to the desk"), arrived)]
    if visit.shown_at is not None:
        steps.append((words.say("On the desk’s screen"), visit.shown_at))
    if visit.seen:
        steps.append((words.say("Seen by {by}", by=visit.seen.by), visit.seen.at))
    if visit.call:
        steps.append((words.say("Called to {place}", place=visit.call.place), visit.call.at))
    return tuple(steps)


def _help(concern: Concern, now: int, target_ms: int, words: Words) -> Help | None:
    key = str(concern.id)
    if concern.confirmed is not None:
        return Help(key, words.say("Thank you for telling us."), hurry=False, asks=False)
    if concern.resolved:
        return Help(key, words.say("Is it put right?"), hurry=False, asks=True)
    waited_ms = max(0, now - concern.at)
    match honest_answer(concern, sent=True, reachable=True, waited_ms=waited_ms, target_ms=target_ms):
        case Status.SEEN if concern.claim:
            return Help(key, words.say("{by} is coming.", by=concern.claim.by), hurry=False, asks=True)
        case Status.UNANSWERED:
            text = f"{words.say('Nobody has answered yet.')} {words.say('Please come to the desk.')}"
            return Help(key, text, hurry=True, asks=False)
        case Status.ON_SCREEN:
            return Help(key, words.say("Your call for help is on the desk’s screen."), hurry=False, asks=False)
    return Help(key, words.say("We have told the desk."), hurry=False, asks=False)


def _after(
    visit: Visit,
    closed_at: int,
    now: int,
    target_ms: int,
    words: Words,
    clock_time: Callable[[int], str],
    topics: Collection[Topic],
) -> PhonePage:
    own = own_rating(visit)
    # Who has rated on a tablet is not asked again.
    asked = own is None and not visit.ratings
    concern = visit.concerns[-1] if visit.concerns else None
    answered = concern is not None and (concern.confirmed is None or (own is not None and concern.rating == own.id))
    ended = words.say("How was your visit today?") if asked else words.say("Your visit has ended. Take care.")
    return PhonePage(
        ticket="",
        headline=words.say("Thank you, and take care.") if own else ended,
        detail=words.say("Your rating is saved. The whole team reads them.") if own else "",
        tone="calm",
        bar=None,
        steps=(),
        help=_help(concern, now, target_ms, words) if concern and answered else None,
        can_call=None,
        stars=_stars(words) if asked or own else (),
        rated=_rated(own, visit.concerns, words, topics) if own else None,
        foot=words.say("This page closes at {time}.", time=clock_time(closed_at + AFTER_MS)),
    )


def _stars(words: Words) -> tuple[Star, ...]:
    spoken = ((stars, words.say(word)) for stars, word in SCALE.items())
    return tuple(Star(stars, word, words.say("{word}, {n} of 5", word=word, n=stars)) for stars, word in spoken)


def _rated(rating: Rating, concerns: Sequence[Concern], words: Words, topics: Collection[Topic]) -> Rated:
    best = rating.stars == max(SCALE)
    # Alike at every star; again only where it was not put right.
    come = any(each.is_open or (each.rating == rating.id and each.confirmed is not False) for each in concerns)
    return Rated(
        stars=rating.stars,
        thanks=words.say("{word}. Thank you.", word=words.say(SCALE[rating.stars])),
        question=words.say("What was good?") if best else words.say("What could we do better?"),
        chips=tuple(
            Chip(str(topic), words.say(label), topic in rating.topics)
            for topic, label in TOPIC_LABELS.items()
            if topic in topics
        ),
        comment=rating.comment,
        can_ask=None if come else len(concerns),
    )
