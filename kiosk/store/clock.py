"""The tablet's clocks. The wall clock may be wrong by years; the monotonic one only ever goes forward."""

import time
import uuid
from pathlib import Path
from typing import Protocol
from uuid import UUID

_BOOT_ID = Path("/proc/sys/kernel/random/boot_id")
_LAST_MS = (1 << 48) - 1


class Clock(Protocol):
    """Where a device's time comes from; all times in milliseconds."""

    @property
    def boot(self) -> UUID:
        """The boot that `mono_ms` counts from: only times of one boot can be compared."""

    def now_ms(self) -> int:
        """The wall clock, ms since 1970 UTC, 0 to 2^48 - 1; may jump either way."""

    def mono_ms(self) -> int:
        """Milliseconds since `boot`, counting on while the device sleeps; never goes back."""


class SystemClock:
    """The clocks of this computer."""

    def __init__(self) -> None:
        try:
            self._boot = UUID(_BOOT_ID.read_text(encoding="ascii").strip())
        except (OSError, ValueError):
            # Without a boot id, no other process may compare its monotonic times with ours.
            self._boot = uuid.uuid4()

    @property
    def boot(self) -> UUID:
        """This boot of the kernel, or this process where the kernel does not tell."""
        return self._boot

    def now_ms(self) -> int:
        """The wall clock, ms since 1970 UTC; a time outside what a UUIDv7 holds is clamped."""
        return min(max(time.time_ns() // 1_000_000, 0), _LAST_MS)

    def mono_ms(self) -> int:
        """CLOCK_BOOTTIME: milliseconds since the kernel started, sleep included."""
        return time.clock_gettime_ns(time.CLOCK_BOOTTIME) // 1_000_000


SYSTEM_CLOCK: Clock = SystemClock()
