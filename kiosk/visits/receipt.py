"""The receipt for a tablet's facts: how many there are, and a digest over which ones. Pure.

The tablet counts what the hub has confirmed, the hub what it has stored; equal receipts mean the same facts. Only
number and id go into the digest, so that erasing a name does not change it.
"""

from collections.abc import Iterable
from hashlib import blake2b
from typing import Annotated, TypeAlias
from uuid import UUID

from msgspec import Meta, Struct

_BITS = 128

Fact: TypeAlias = tuple[int, UUID]
"""The number and the id of an event."""


class Receipt(Struct, frozen=True):
    """What is known of the facts of one store, in whichever order they came."""

    count: Annotated[int, Meta(ge=0)] = 0
    digest: Annotated[str, Meta(pattern=r"^[0-9a-f]{32}$(?!\n)")] = "0" * (_BITS // 4)
    """The sum of the facts' own digests, modulo 2^128, in hex.

    Source: the additive multiset hash of Bellare and Micciancio, A New Paradigm for Collision-Free Hashing (1997);
    it is to find faults, not forgeries.
    """

    def plus(self, facts: Iterable[Fact]) -> "Receipt":
        """With these facts, none of which was in it."""
        return self._moved(facts, 1)

    def minus(self, facts: Iterable[Fact]) -> "Receipt":
        """Without these facts, all of which were in it."""
        return self._moved(facts, -1)

    def _moved(self, facts: Iterable[Fact], sign: int) -> "Receipt":
        count, total = self.count, int(self.digest, 16)
        for fact in facts:
            count += sign
            total += sign * _digest(fact)
        return Receipt(count=count, digest=f"{total % (1 << _BITS):0{_BITS // 4}x}")


def _digest(fact: Fact) -> int:
    n, key = fact
    return int.from_bytes(blake2b(n.to_bytes(8, "big") + key.bytes, digest_size=_BITS // 8).digest(), "big")
