"""What is known of a visit: the shapes that its events are folded into. Times in ms UTC."""

from enum import Enum
from typing import Literal
from uuid import UUID

from msgspec import Struct

from kiosk.visits.promise import Promise
from kiosk.visits.rating import Topic


class Seen(Struct, frozen=True):
    """A person's acknowledgement."""

    by: str
    at: int


class Call(Struct, frozen=True):
    """The request to come to a place."""

    by: str
    at: int
    place: str


class Closing(Struct, frozen=True):
    """How and when a visit ended."""

    by: str
    at: int
    how: Literal["checked_out", "left", "duplicate", "not_closed_by_staff"]


class Rating(Struct, frozen=True):
    """A rating as it stands."""

    id: UUID
    at: int
    """The first tap."""
    device: str
    stars: int
    topics: tuple[Topic, ...] = ()
    comment: str = ""
    settled_at: int | None = None
    """From when it counts; None while the patient may still change it."""
    flags: frozenset[str] = frozenset()


class Concern(Struct, frozen=True):
    """Something to put right, from the bell to the patient's last word."""

    id: UUID
    at: int
    device: str
    place: str
    rating: UUID | None = None
    """The rating it came with; None when help was asked for."""
    shown_at: int | None = None
    claim: Seen | None = None
    outcome: Literal["put_right", "could_not", "not_found"] | None = None
    resolved: Seen | None = None
    note: str = ""
    confirmed: bool | None = None
    """Whether the patient says it is put right; None while they have said nothing."""

    @property
    def is_open(self) -> bool:
        """Whether somebody still has to act: unresolved, and the patient has not said that all is well."""
        return self.resolved is None and self.confirmed is not True


class Stage(Enum):
    """How far a visit has come; every later stage outranks the ones before it."""

    NOT_ARRIVED = 0
    ARRIVED = 1
    SHOWN = 2
    ACKNOWLEDGED = 3
    CALLED = 4
    CLOSED = 5


class Visit(Struct, frozen=True, kw_only=True):
    """What is known of one visit."""

    id: UUID
    ticket: str | None = None
    name: str = ""
    """What the patient wants to be called; blank when not given or erased."""
    language: str = ""
    device: str = ""
    place: str = ""
    link: str | None = None
    arrived_at: int | None = None
    shown_at: int | None = None
    seen: Seen | None = None
    """The first acknowledgement."""
    promise: Promise | None = None
    """The wait quoted last."""
    apologised: bool = False
    """Whether the last quote came with an apology."""
    call: Call | None = None
    """The last call."""
    first_call: Call | None = None
    """The first call: what a promise is kept or broken by, however often the patient is called again."""
    closing: Closing | None = None
    asked: str | None = None
    """The tablet on which the desk asked how the visit was, the last one."""
    ratings: tuple[Rating, ...] = ()
    concerns: tuple[Concern, ...] = ()
    names_erased: bool = False

    @property
    def stage(self) -> Stage:
        """The furthest stage that any event vouches for."""
        if self.closing:
            return Stage.CLOSED
        if self.call:
            return Stage.CALLED
        if self.seen:
            return Stage.ACKNOWLEDGED
        if self.shown_at is not None:
            return Stage.SHOWN
        return Stage.NOT_ARRIVED if self.arrived_at is None else Stage.ARRIVED

    @property
    def rating(self) -> Rating | None:
        """The rating given last, if any."""
        return self.ratings[-1] if self.ratings else None

    def concern(self, concern: UUID) -> Concern | None:
        """The concern of that id, if it was raised in this visit."""
        return next((c for c in self.concerns if c.id == concern), None)
