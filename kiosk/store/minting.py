"""How an event of this tablet comes to be: stamped, made, checked as the hub will check it, stored."""

import secrets
from collections.abc import Callable, Sequence
from typing import TypeAlias
from uuid import UUID

from sqlite_utils import Database

from kiosk.store import log
from kiosk.visits.events import Event, Stamp, decode, encode
from kiosk.visits.identity import RANDOM_BITS, uuid7

Maker: TypeAlias = Callable[[Stamp], Event]


class Mint:
    """Work for the writer that makes events and stores them once, however often it is run."""

    def __init__(
        self,
        choose: Callable[[Database], Sequence[Maker]],
        *,
        device: str,
        epoch: UUID,
        boot: UUID,
        at: int,
        mono: int,
    ) -> None:
        """`choose` gives what makes the events; the other arguments are what their stamps have in common."""
        self._choose = choose
        self._device = device
        self._epoch = epoch
        self._boot = boot
        self._at = at
        self._mono = mono
        self._made: tuple[Event, ...] | None = None

    def __call__(self, db: Database) -> tuple[Event, ...]:
        """The events, stored. Raises what a maker raises, and ValueError for an event that is not valid."""
        if self._made is None:
            first = log.next_n(db)
            self._made = tuple(
                _checked(make, self._stamp(first + index)) for index, make in enumerate(self._choose(db))
            )
        for event in self._made:
            # Nothing happens for those that an earlier run stored, under the same ids and numbers.
            log.insert(db, event, n=event.n, confirmed=None)
        return self._made

    def _stamp(self, n: int) -> Stamp:
        return Stamp(
            id=uuid7(self._at, secrets.randbits(RANDOM_BITS)),
            at=self._at,
            device=self._device,
            epoch=self._epoch,
            n=n,
            boot=self._boot,
            mono=self._mono,
        )


def _checked(make: Maker, stamp: Stamp) -> Event:
    event = decode(encode(make(stamp)))
    if any(getattr(event, field) != value for field, value in stamp.items()):
        raise ValueError("an event has to carry the stamp it was made with")
    return event
