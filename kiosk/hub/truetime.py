"""When something really happened, although tablets' clocks are wrong. Pure; times in milliseconds."""

from uuid import UUID

from msgspec import Struct

from kiosk.visits.events import Stamped


class BootClock(Struct, frozen=True):
    """What one boot of a device has told of its clocks, by the hub's clock."""

    boot: UUID
    zero_at: int
    """True time of the boot's monotonic zero, ms UTC."""
    offset_ms: int
    """What to add to its wall clock."""

    @classmethod
    def heard(cls, *, boot: UUID, mono: int, at: int, received: int) -> "BootClock":
        """The clocks of a device that sent its `mono` and `at` in a request that came at `received`."""
        return cls(boot=boot, zero_at=received - mono, offset_ms=received - at)


class TrueTime(Struct, frozen=True):
    """A time, and whether a monotonic clock vouches for it."""

    at: int
    verified: bool


def true_time(event: Stamped, *, received: int, clocks: dict[UUID, BootClock], last: BootClock | None) -> TrueTime:
    """When `event` happened, by the hub's clock (ms UTC).

    `clocks`: the known clocks of the event's device by boot. `last`: the one heard last before this push, for
    events of a boot that was never heard. Nothing happens after the hub has heard of it: a monotonic time that
    says so is wrong and not believed, a wall clock's is cut to `received`.
    """
    clock = clocks.get(event.boot)
    if clock is not None and 0 <= clock.zero_at + event.mono <= received:
        return TrueTime(at=clock.zero_at + event.mono, verified=True)
    if last is not None:
        return TrueTime(at=_clamp(event.at + last.offset_ms, received), verified=False)
    return TrueTime(at=_clamp(event.at, received), verified=False)


def _clamp(at: int, received: int) -> int:
    return max(0, min(at, received))
