"""What every event carries: who minted it, and when; and the types that bound its fields."""

from typing import Annotated, TypedDict
from uuid import UUID

from msgspec import Meta, Struct

Millis = Annotated[int, Meta(ge=0, lt=1 << 48, description="milliseconds")]
Count = Annotated[int, Meta(ge=1, le=(1 << 63) - 1)]
# `$` alone would let a line feed through at the end.
DeviceId = Annotated[
    str,
    Meta(pattern=r"^[a-z0-9][a-z0-9-]{0,39}$(?!\n)", description="lower-case letters, digits and hyphens"),
]
Language = Annotated[
    str, Meta(pattern=r"^[a-z]{2,3}(-[A-Za-z]{2,8})?$(?!\n)", description="BCP 47, like en or zh-Hans")
]
LinkHash = Annotated[str, Meta(pattern=r"^[0-9a-f]{64}$(?!\n)", description="SHA-256 of the phone link's key, hex")]

STAFF_NAME_LENGTH = 40
PLACE_LENGTH = 40
REASON_LENGTH = 200


class Stamp(TypedDict):
    """Who minted an event, and when: the fields that every event has."""

    id: UUID
    at: int
    device: str
    epoch: UUID
    n: int
    boot: UUID
    mono: int


class Stamped(Struct, frozen=True, kw_only=True):
    """The common fields of all events."""

    id: UUID
    """UUIDv7; the idempotency key."""
    at: Millis
    """The device's wall clock, ms since 1970 UTC; may be wrong."""
    device: DeviceId
    epoch: UUID
    """The store that minted it: a new file counts `n` anew."""
    n: Count
    """The gapless counter of (device, epoch)."""
    boot: UUID
    """The device's boot: monotonic times of one boot can be compared."""
    mono: Millis
    """Monotonic clock of that boot, ms."""

    @property
    def order(self) -> tuple[int, str, UUID, int, UUID]:
        """A total order that every reader computes alike."""
        return (self.at, self.device, self.epoch, self.n, self.id)


class VisitEvent(Stamped, frozen=True, kw_only=True, tag_field="kind"):
    """An event of one visit. A rating or a call for help without a ticket is a visit of its own."""

    visit: UUID
