"""What hub processes on one database tell one another. Ids and cursors alone: who needs more reads the database."""

from typing import TypeAlias
from uuid import UUID

import msgspec
from msgspec import Struct


class Stored(Struct, frozen=True, tag="stored"):
    """There are new entries in the logs of practices, up to these cursors."""

    run: UUID
    heads: dict[str, int]


class ForTablet(Struct, frozen=True, tag="for-tablet"):
    """Whoever holds a stream of the tablet passes a server-sent event on."""

    run: UUID
    practice: str
    device: str
    message: str


class Dropped(Struct, frozen=True, tag="dropped"):
    """The tablet is let in no more."""

    run: UUID
    practice: str
    device: str


class Streams(Struct, frozen=True, tag="streams"):
    """Tablets of a practice have opened streams, or ended them."""

    run: UUID
    practice: str


News: TypeAlias = Stored | ForTablet | Dropped | Streams
"""`run` is of the process that tells."""

_decoder: msgspec.json.Decoder[News] = msgspec.json.Decoder(Stored | ForTablet | Dropped | Streams)


def encode(news: News) -> str:
    """As text, which hubs of later versions understand too."""
    return msgspec.json.encode(news).decode()


def decode(text: str) -> News | None:
    """What was told; None for what this version does not know."""
    try:
        return _decoder.decode(text)
    except msgspec.MsgspecError:
        return None
