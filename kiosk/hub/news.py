"""What hubs on one database tell one another. Ids and cursors alone: who needs more reads the database."""

from typing import TypeAlias
from uuid import UUID

import msgspec
from msgspec import Struct


class Stored(Struct, frozen=True, tag="stored"):
    """There are new entries in the log, up to `cursor`."""

    run: UUID
    cursor: int


class ForTablet(Struct, frozen=True, tag="for-tablet"):
    """Whoever holds a stream of the tablet passes a server-sent event on."""

    run: UUID
    device: str
    message: str


class Dropped(Struct, frozen=True, tag="dropped"):
    """The tablet is let in no more."""

    run: UUID
    device: str


class Lines(Struct, frozen=True, tag="lines"):
    """Tablets have opened streams, or ended them."""

    run: UUID


News: TypeAlias = Stored | ForTablet | Dropped | Lines
"""`run` is of the hub that tells."""

_decoder: msgspec.json.Decoder[News] = msgspec.json.Decoder(Stored | ForTablet | Dropped | Lines)


def encode(news: News) -> str:
    """As text, which hubs of later versions understand too."""
    return msgspec.json.encode(news).decode()


def decode(text: str) -> News | None:
    """What was told; None for what this version does not know."""
    try:
        return _decoder.decode(text)
    except msgspec.MsgspecError:
        return None
