"""Every fact of a visit, as one tagged union; the limits are in the types.

An event is written once and never changed, with one exception: the name in `Arrived` is blanked when its
purpose is over, and `NamesErased` records it. New kinds may be added; a field never gets a second meaning.
"""

from typing import Annotated, Literal
from uuid import UUID

import msgspec
from msgspec import Meta, Raw, Struct
from msgspec.structs import force_setattr

from kiosk.visits.promise import Minutes
from kiosk.visits.rating import Stars, Topic
from kiosk.visits.stamp import PLACE_LENGTH as PLACE_LENGTH
from kiosk.visits.stamp import REASON_LENGTH, Language, LinkHash
from kiosk.visits.stamp import STAFF_NAME_LENGTH as STAFF_NAME_LENGTH
from kiosk.visits.stamp import Count as Count
from kiosk.visits.stamp import DeviceId as DeviceId
from kiosk.visits.stamp import Millis as Millis
from kiosk.visits.stamp import Stamp as Stamp
from kiosk.visits.stamp import Stamped as Stamped
from kiosk.visits.stamp import VisitEvent as VisitEvent
from kiosk.visits.text import COMMENT_LENGTH, NAME_LENGTH, clean
from kiosk.visits.ticket import Ticket

# What is read from outside is bounded before it is cleaned: decomposed letters take several code points.
_Short = Annotated[str, Meta(max_length=4 * PLACE_LENGTH)]
_Typed = Annotated[str, Meta(max_length=4 * NAME_LENGTH)]
_Long = Annotated[str, Meta(max_length=4 * COMMENT_LENGTH)]


class Arrived(VisitEvent, frozen=True, kw_only=True, tag="arrived"):
    """A patient said "I've just arrived"."""

    ticket: Ticket
    name: _Typed = ""
    """What the patient wants to be called; the only name of a patient anywhere."""
    language: Language = "en"
    place: _Short = ""
    """Where the tablet hangs."""
    link: LinkHash | None = None
    """Hash of the key in the phone link; the key itself is only in the QR code."""

    def __post_init__(self) -> None:
        _tidy(self, "name", NAME_LENGTH)
        _tidy(self, "place", PLACE_LENGTH)


class Shown(VisitEvent, frozen=True, kw_only=True, tag="shown"):
    """A desk page has drawn the arrival, or the concern if one is named."""

    concern: UUID | None = None


class Acknowledged(VisitEvent, frozen=True, kw_only=True, tag="acknowledged"):
    """A person pressed Seen."""

    by: _Short
    minutes: Minutes | None = None
    """The quoted wait, if one was given."""

    def __post_init__(self) -> None:
        _tidy(self, "by", STAFF_NAME_LENGTH)


class Requoted(VisitEvent, frozen=True, kw_only=True, tag="requoted"):
    """The wait was quoted anew, counted from now, with an apology if it is longer."""

    by: _Short
    minutes: Minutes
    apology: bool = False

    def __post_init__(self) -> None:
        _tidy(self, "by", STAFF_NAME_LENGTH)


class Called(VisitEvent, frozen=True, kw_only=True, tag="called"):
    """The patient was asked to come to a place."""

    by: _Short
    place: _Short

    def __post_init__(self) -> None:
        _tidy(self, "by", STAFF_NAME_LENGTH)
        _tidy(self, "place", PLACE_LENGTH)


class Closed(VisitEvent, frozen=True, kw_only=True, tag="closed"):
    """The visit has ended; every visit ends and is counted."""

    how: Literal["checked_out", "left", "duplicate", "not_closed_by_staff"]
    by: _Short = ""

    def __post_init__(self) -> None:
        _tidy(self, "by", STAFF_NAME_LENGTH)


class RatingAsked(VisitEvent, frozen=True, kw_only=True, tag="rating_asked"):
    """The desk asks, on a tablet, how the visit was."""

    tablet: DeviceId
    """The tablet that shall ask; `device` is who minted the event."""


class HelpRequested(VisitEvent, frozen=True, kw_only=True, tag="help_requested"):
    """Somebody tapped "I need help"; opens a concern."""

    concern: UUID
    place: _Short = ""

    def __post_init__(self) -> None:
        _tidy(self, "place", PLACE_LENGTH)


class Rated(VisitEvent, frozen=True, kw_only=True, tag="rated"):
    """One tap on a star. A change of mind is another `Rated` of the same rating."""

    rating: UUID
    stars: Stars


class RatingExplained(VisitEvent, frozen=True, kw_only=True, tag="rating_explained"):
    """What the rating is about, as it stands after the last tap."""

    rating: UUID
    topics: Annotated[tuple[Topic, ...], Meta(max_length=len(Topic))] = ()
    comment: _Long = ""

    def __post_init__(self) -> None:
        force_setattr(self, "comment", clean(self.comment, limit=COMMENT_LENGTH, lines=True))
        if len(set(self.topics)) != len(self.topics):
            raise ValueError("topics name one topic twice")


class RatingSettled(VisitEvent, frozen=True, kw_only=True, tag="rating_settled"):
    """The patient left the follow-up, or nobody touched it for 20 s: the rating counts."""

    rating: UUID


class ConcernRaised(VisitEvent, frozen=True, kw_only=True, tag="concern_raised"):
    """ "Yes, please" after a rating: somebody shall come now."""

    concern: UUID
    rating: UUID
    place: _Short = ""

    def __post_init__(self) -> None:
        _tidy(self, "place", PLACE_LENGTH)


class ConcernClaimed(VisitEvent, frozen=True, kw_only=True, tag="concern_claimed"):
    """A person said "I'm going"."""

    concern: UUID
    by: _Short

    def __post_init__(self) -> None:
        _tidy(self, "by", STAFF_NAME_LENGTH)


class ConcernResolved(VisitEvent, frozen=True, kw_only=True, tag="concern_resolved"):
    """What came of it, as the staff see it."""

    concern: UUID
    by: _Short
    outcome: Literal["put_right", "could_not", "not_found"]
    note: _Long = ""

    def __post_init__(self) -> None:
        _tidy(self, "by", STAFF_NAME_LENGTH)
        force_setattr(self, "note", clean(self.note, limit=COMMENT_LENGTH, lines=True))


class ConcernConfirmed(VisitEvent, frozen=True, kw_only=True, tag="concern_confirmed"):
    """What came of it, as the patient sees it."""

    concern: UUID
    put_right: bool


class RatingFlagged(VisitEvent, frozen=True, kw_only=True, tag="rating_flagged"):
    """A rating was marked as doubtful, or cleared again; it is never deleted."""

    rating: UUID
    flag: Literal["burst", "manual"]
    on: bool = True
    by: _Short = ""
    reason: _Long = ""

    def __post_init__(self) -> None:
        _tidy(self, "by", STAFF_NAME_LENGTH)
        _tidy(self, "reason", REASON_LENGTH)


class NamesErased(VisitEvent, frozen=True, kw_only=True, tag="names_erased"):
    """The name of this visit was blanked wherever it was kept."""


class Undone(VisitEvent, frozen=True, kw_only=True, tag="undone"):
    """A slip of the hand at the desk, taken back: the visit is folded as if `event` had never been."""

    event: UUID
    """The id of the event without effect."""
    by: _Short

    def __post_init__(self) -> None:
        _tidy(self, "by", STAFF_NAME_LENGTH)


class SettingsChanged(Stamped, frozen=True, kw_only=True, tag_field="kind", tag="settings_changed"):
    """The practice changed settings; the values that changed, by name."""

    settings: Annotated[dict[str, Raw], Meta(max_length=100)]
    by: _Short = ""

    def __post_init__(self) -> None:
        _tidy(self, "by", STAFF_NAME_LENGTH)


class UnknownEvent(Stamped, frozen=True, kw_only=True):
    """An event of a kind that this version does not know: kept whole, folded past."""

    kind: Annotated[str, Meta(pattern=r"^[a-z][a-z_]{0,39}$(?!\n)")]
    visit: UUID | None = None
    raw: bytes = b""


KnownEvent = (
    Arrived
    | Shown
    | Acknowledged
    | Requoted
    | Called
    | Closed
    | RatingAsked
    | HelpRequested
    | Rated
    | RatingExplained
    | RatingSettled
    | ConcernRaised
    | ConcernClaimed
    | ConcernResolved
    | ConcernConfirmed
    | RatingFlagged
    | NamesErased
    | Undone
    | SettingsChanged
)
Event = KnownEvent | UnknownEvent

InvalidEventError = msgspec.ValidationError
"""Raised by `decode` for bytes that are no valid event; the message says what is wrong and where."""


class _Envelope(Stamped, frozen=True, kw_only=True):
    kind: Annotated[str, Meta(pattern=r"^[a-z][a-z_]{0,39}$(?!\n)")]
    visit: UUID | None = None


KINDS: frozenset[str] = frozenset(
    cls.__struct_config__.tag for cls in KnownEvent.__args__ if isinstance(cls.__struct_config__.tag, str)
)

_known: msgspec.json.Decoder[KnownEvent] = msgspec.json.Decoder(KnownEvent)
_envelope = msgspec.json.Decoder(_Envelope)
_encoder = msgspec.json.Encoder()


def kind_of(event: Event) -> str:
    """The `kind` of an event, as on the wire."""
    if isinstance(event, UnknownEvent):
        return event.kind
    return str(event.__struct_config__.tag)


def visit_of(event: Event) -> UUID | None:
    """The visit an event belongs to; None for events of the practice."""
    return None if isinstance(event, SettingsChanged) else event.visit


def encode(event: Event) -> bytes:
    """The event's wire JSON; an unknown event's bytes are passed on as they came."""
    return event.raw if isinstance(event, UnknownEvent) else _encoder.encode(event)


def decode(data: bytes | Raw) -> Event:
    """The event in its wire JSON. Raises InvalidEventError (also for what is no JSON at all)."""
    try:
        try:
            return _known.decode(data)
        except msgspec.ValidationError:
            envelope = _envelope.decode(data)
            if envelope.kind in KINDS:
                raise
    except InvalidEventError:
        raise
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise InvalidEventError(str(error)) from None
    common = {name: getattr(envelope, name) for name in envelope.__struct_fields__}
    return UnknownEvent(**common, raw=bytes(data))


def _tidy(event: Struct, field: str, limit: int) -> None:
    """Cleans a line of text in place; only ever called while the frozen event is being made."""
    try:
        force_setattr(event, field, clean(getattr(event, field), limit=limit))
    except ValueError as error:
        raise ValueError(f"{field}: {error}") from None
