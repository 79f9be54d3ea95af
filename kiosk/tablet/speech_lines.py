"""What the tablet and the process that speaks for it tell each other, one JSON object a line.

A later turn makes an earlier one moot: each order carries the turn it was given in, and each answer the last turn that
it takes into account, so that the end of a text that was broken off is not taken for the end of the next.
"""

from typing import TypeAlias, TypeVar

import msgspec

T = TypeVar("T")


class Speak(msgspec.Struct, tag="speak", frozen=True, forbid_unknown_fields=True):
    """The language of what is said from now on, as QLocale writes it."""

    locale: str


class Loud(msgspec.Struct, tag="loud", frozen=True, forbid_unknown_fields=True):
    """How loud, 0 to 100."""

    percent: int


class Say(msgspec.Struct, tag="say", frozen=True, forbid_unknown_fields=True):
    """A text, after what is being said."""

    text: str
    turn: int


class Hush(msgspec.Struct, tag="hush", frozen=True, forbid_unknown_fields=True):
    """Silence; answered by `Speaking` in any case."""

    turn: int


class Ready(msgspec.Struct, tag="ready", frozen=True, forbid_unknown_fields=True):
    """The voices are known: the languages there are, as QLocale writes them."""

    locales: tuple[str, ...]


class Speaking(msgspec.Struct, tag="speaking", frozen=True, forbid_unknown_fields=True):
    """Whether something is being said."""

    speaking: bool
    turn: int


Order: TypeAlias = Speak | Loud | Say | Hush
Answer: TypeAlias = Ready | Speaking

_ENCODER = msgspec.json.Encoder()
ORDERS: msgspec.json.Decoder[Order] = msgspec.json.Decoder(Order)
ANSWERS: msgspec.json.Decoder[Answer] = msgspec.json.Decoder(Answer)


def line(message: Order | Answer) -> bytes:
    """One message as it goes over the pipe."""
    return _ENCODER.encode(message) + b"\n"


class Lines:
    """Cuts what arrives into messages."""

    def __init__(self) -> None:
        self._rest = b""

    def feed(self, arrived: bytes) -> list[bytes]:
        """The lines that are whole now, without their ends."""
        *whole, self._rest = (self._rest + arrived).split(b"\n")
        return whole
