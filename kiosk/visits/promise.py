"""The promise of a wait: what was quoted, until when it holds, how late it is. Times in milliseconds."""

import math
from typing import Annotated

from msgspec import Meta, Struct

MINUTE_MS = 60_000

Minutes = Annotated[int, Meta(ge=0, le=240, description="whole minutes, 0 to 240")]

DEFAULT_GREETING_TARGET_MS = 60_000
"""How soon a person should acknowledge an arrival, where the practice sets no other target."""


class Promise(Struct, frozen=True):
    """A wait somebody quoted to a patient."""

    quoted_at: int
    """When it was given, ms UTC."""
    minutes: int

    @property
    def due_at(self) -> int:
        """Until when the patient should have been called, ms UTC."""
        return self.quoted_at + self.minutes * MINUTE_MS

    def kept(self, called_at: int) -> bool:
        """Whether a call at `called_at` holds the promise: called no later than quoted."""
        return called_at <= self.due_at

    def late_minutes(self, now: int) -> int:
        """How many begun minutes the promise is broken by at `now`; 0 while it holds."""
        return max(0, math.ceil((now - self.due_at) / MINUTE_MS))

    def share_used(self, now: int) -> float:
        """How much of the promised wait has passed at `now`, 0.0 to 1.0."""
        length = self.minutes * MINUTE_MS
        if length == 0:
            return 1.0
        return min(1.0, max(0.0, (now - self.quoted_at) / length))
