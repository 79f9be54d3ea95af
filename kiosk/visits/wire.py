"""What passes between a tablet and the hub: sync protocol, version 1.

`POST /api/v1/events` takes a `Push` and answers an `Answers`, one answer per event in the order sent; none if the
push names another hub than this one.
`GET /api/v1/stream?after=CURSOR&store=EPOCH` answers Server-Sent Events: first `hello` (a `Hello`), then what was
missed and then what happens as `entry` (an `Entry`, with the cursor as the SSE id), and `caught-up` between them;
after `hello` and at every change `settings` (a `Settings`); at any time `show-yourself` (a `ShowYourself`), and
`renew-token`.
What comes from the tablet's own store while it listens is not told to it again: `caught-up` alone moves its cursor on.
`POST /api/v1/health` takes a `Health`, at connecting and every minute.
`POST /api/v1/token/next` takes a `NextToken`: the tablet has made itself another token, and the one that it asks by is
good until that was used.
A tablet without a token gets one by the device grant of RFC 8628, in forms and JSON as told there:
`POST /api/v1/device_authorization` answers a `DeviceCode`, `POST /api/v1/token` a `Token` or an `OAuthError`.
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
    SettingsChanged,
)
from kiosk.visits.receipt import Receipt
from kiosk.visits.ticket import Letter

PROTOCOL_HEADER = "Kiosk-Protocol"
PROTOCOL = "1"
EVENTS_PATH = "/api/v1/events"
STREAM_PATH = "/api/v1/stream"
HEALTH_PATH = "/api/v1/health"
AUTHORIZATION_PATH = "/api/v1/device_authorization"
TOKEN_PATH = "/api/v1/token"  # noqa: S105 - an address
NEXT_TOKEN_PATH = "/api/v1/token/next"  # noqa: S105 - an address

MAX_EVENTS = 500
MAX_BYTES = 1 << 20
MAX_HEALTH_BYTES = 1 << 13
MAX_SMALL_BYTES = 1 << 10
HEALTH_S = 60.0
HEARTBEAT_S = 15.0
SILENCE_S = 40.0
"""A stream that is silent for longer is a dead line."""

HELLO = "hello"
ENTRY = "entry"
CAUGHT_UP = "caught-up"
SHOW_YOURSELF = "show-yourself"
SETTINGS = "settings"
RENEW_TOKEN = "renew-token"  # noqa: S105 - a message

MDNS_TYPE = "_kiosk-hub._tcp.local."
MDNS_TLS = "tls"
"""In the TXT record: 1 if the hub itself speaks https."""
MDNS_URL = "url"
"""In the TXT record: its address, where that is not its machine's."""

CLIENT_ID = "front-desk-kiosk"
DEVICE_GRANT = "urn:ietf:params:oauth:grant-type:device_code"

Size = Annotated[int, Meta(ge=0, le=1 << 53)]
Words = Annotated[str, Meta(max_length=40)]


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
    hub_epoch: UUID | None = None
    """The hub that the device believes to speak to; none before the first time."""


class Answer(Struct, frozen=True, omit_defaults=True):
    """What became of the event at the same place in the push."""

    result: Result
    reason: str = ""
    """Why it was rejected, in words."""


class Answers(Struct, frozen=True, kw_only=True):
    """The hub's answer to a push."""

    hub_epoch: UUID
    at: int
    """The hub's clock, ms UTC: by it the tablet forgets what the hub has had for long enough."""
    answers: list[Answer]
    """None at all if the push was meant for another hub: nothing was stored, and what this one lacks comes first."""
    receipt: Receipt | None = None
    """What the hub has of this store now, these events among it; none from an older hub."""


class Hello(Struct, frozen=True, kw_only=True):
    """The first thing a stream says."""

    hub_epoch: UUID
    at: int
    """The hub's clock, ms UTC."""


class ShowYourself(Struct, frozen=True, kw_only=True):
    """Somebody looks for this tablet: it shows its name for a while."""

    name: str


class Worry(StrEnum):
    """What a tablet itself finds wrong with it."""

    STORAGE_LOW = "storage-low"
    STORE_SET_ASIDE = "store-set-aside"
    """The store was damaged; it was set aside, and a new one begun."""
    STORE_FAILING = "store-failing"
    STORAGE_READ_ONLY = "storage-read-only"
    STORAGE_FULL = "storage-full"
    """The store lives on its last reserve."""
    RECEIPT_DIFFERS = "receipt-differs"
    """The hub does not have the same facts as it has confirmed."""
    SCREEN_SIZE_DOUBTFUL = "screen-size-doubtful"
    """The screen's own word on its size cannot be right, so that targets may be too small."""
    SCREEN_TOO_SMALL = "screen-too-small"
    STAFF_PIN_MISSING = "staff-pin-missing"


class Health(Struct, frozen=True, kw_only=True):
    """How a tablet is doing. Sizes in bytes, lengths in mm."""

    boot: UUID
    mono: Millis
    at: Millis
    """Its wall clock, ms UTC."""
    version: Words
    letter: Annotated[str, Meta(max_length=1)]
    place: Words
    unsent: Size
    rejected: Size
    waiting_ms: Size = 0
    """How long the oldest unsent event has waited; 0 from an older tablet, too."""
    free_bytes: Size
    screen_width: Size
    screen_height: Size
    warnings: Annotated[list[Words], Meta(max_length=20)] = []
    """Of `Worry`, and others that a newer tablet may know."""


class LeftBehind(Struct, frozen=True, kw_only=True):
    """What a tablet that is let in no more had not sent: `kiosk sealed` writes it, `kiosk hub take-in` reads it."""

    device: DeviceId
    epoch: UUID
    events: list[Raw]


class DeviceCode(Struct, frozen=True, kw_only=True):
    """What a tablet shows until somebody lets it in. Source: RFC 8628, 3.2."""

    device_code: Annotated[str, Meta(max_length=200)]
    user_code: Annotated[str, Meta(max_length=20)]
    verification_uri: Annotated[str, Meta(max_length=500)]
    verification_uri_complete: Annotated[str, Meta(max_length=500)]
    expires_in: Annotated[int, Meta(ge=1, le=3600)]
    """Seconds."""
    interval: Annotated[int, Meta(ge=1, le=60)]
    """Seconds between two polls at least."""


class Token(Struct, frozen=True, kw_only=True):
    """What a tablet is from now on. Source: RFC 6749, 5.1; the last four are ours."""

    access_token: Annotated[str, Meta(pattern=r"^[\x21-\x7e]{1,200}$(?!\n)")]
    token_type: str
    device: DeviceId
    name: Words
    place: Words
    letter: Letter


class NextToken(Struct, frozen=True, kw_only=True):
    """The token that a tablet will use next, as its digest: the token itself is told when it is used."""

    token_sha256: Annotated[str, Meta(pattern=r"^[0-9a-f]{64}$(?!\n)")]


class OAuthError(Struct, frozen=True, kw_only=True):
    """Why there is no token, or not yet. Source: RFC 8628, 3.5."""

    error: str
    error_description: str = ""


class Entry(Struct, frozen=True, kw_only=True):
    """One event of the hub's log."""

    at: Millis
    """The hub's best knowledge of when it happened, ms UTC; `event.at` is what the device believed."""
    event: Raw


push_decoder = msgspec.json.Decoder(Push)
answers_decoder = msgspec.json.Decoder(Answers)
hello_decoder = msgspec.json.Decoder(Hello)
entry_decoder = msgspec.json.Decoder(Entry)
health_decoder = msgspec.json.Decoder(Health)
show_decoder = msgspec.json.Decoder(ShowYourself)
device_code_decoder = msgspec.json.Decoder(DeviceCode)
left_behind_decoder = msgspec.json.Decoder(LeftBehind)
next_token_decoder = msgspec.json.Decoder(NextToken)
token_decoder = msgspec.json.Decoder(Token)
oauth_error_decoder = msgspec.json.Decoder(OAuthError)
encoder = msgspec.json.Encoder()


def is_streamed(event: Event) -> bool:
    """Whether tablets hear of an event: what was rated stays between its tablet and the hub; settings come whole."""
    return not isinstance(
        event, Rated | RatingExplained | RatingSettled | RatingFlagged | ConcernConfirmed | SettingsChanged
    )
