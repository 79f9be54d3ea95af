"""What passes between a tablet and the hub: sync protocol, version 1.

`POST /api/v1/events` takes a `Push` and answers an `Answers`, one answer per event in the order sent.
`GET /api/v1/stream?after=CURSOR` answers Server-Sent Events: first `hello` (a `Hello`), then what was missed
and then what happens as `entry` (an `Entry`, with the cursor as the SSE id), and once `caught-up`.
"""

from enum import StrEnum, auto
from typing import Annotated
from uuid import UUID

import msgspec
from msgspec import Meta, Raw, Struct

from kiosk.visits.events import (
    ConcernConfirmed,
    DeviceId,
    Event,
    Millis,
    Rated,
    RatingExplained,
    RatingFlagged,
    RatingSettled,
)

PROTOCOL_HEADER = "Kiosk-Protocol"
PROTOCOL = "1"
EVENTS_PATH = "/api/v1/events"
STREAM_PATH = "/api/v1/stream"

MAX_EVENTS = 500
MAX_BYTES = 1 << 20
HEARTBEAT_S = 15.0
SILENCE_S = 40.0
"""A stream that is silent for longer is a dead line."""

HELLO = "hello"
ENTRY = "entry"
CAUGHT_UP = "caught-up"


class Result(StrEnum):
    """What became of one event of a push."""

    STORED = auto()
    DUPLICATE = auto()
    REJECTED = auto()


class Push(Struct, frozen=True, kw_only=True):
    """A batch of a device's events, and the device's clocks at the time of sending."""

    device: DeviceId
    epoch: UUID
    boot: UUID
    mono: Millis
    at: Millis
    events: Annotated[list[Raw], Meta(max_length=MAX_EVENTS)]


class Answer(Struct, frozen=True, omit_defaults=True):
    """What became of the event at the same place in the push."""

    result: Result
    reason: str = ""
    """Why it was rejected, in words."""


class Answers(Struct, frozen=True, kw_only=True):
    """The hub's answer to a push."""

    hub_epoch: UUID
    answers: list[Answer]


class Hello(Struct, frozen=True, kw_only=True):
    """The first thing a stream says."""

    hub_epoch: UUID


class Entry(Struct, frozen=True, kw_only=True):
    """One event of the hub's log."""

    at: Millis
    """The hub's best knowledge of when it happened, ms UTC; `event.at` is what the device believed."""
    event: Raw


push_decoder = msgspec.json.Decoder(Push)
answers_decoder = msgspec.json.Decoder(Answers)
hello_decoder = msgspec.json.Decoder(Hello)
entry_decoder = msgspec.json.Decoder(Entry)
encoder = msgspec.json.Encoder()


def is_streamed(event: Event) -> bool:
    """Whether tablets hear of an event: what was rated stays between its tablet and the hub."""
    return not isinstance(event, Rated | RatingExplained | RatingSettled | RatingFlagged | ConcernConfirmed)
