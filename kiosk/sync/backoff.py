"""How long to wait before trying again. Pure but for the randomness, which is given."""

import random
from collections.abc import Callable

FIRST_S = 0.5
MOST_S = 60.0


class Backoff:
    """Exponential back-off with full jitter: a random share of a ceiling that doubles from 0.5 s to 60 s.

    The jitter spreads the tablets of a practice out when its hub comes back.
    """

    def __init__(self, share: Callable[[], float] = random.random) -> None:
        """`share` gives the random share of the ceiling, 0.0 to 1.0, for each wait."""
        self._share = share
        self._ceiling_s = FIRST_S

    def next_s(self) -> float:
        """Seconds to wait before the next attempt; the ceiling of the one after it is twice as high."""
        wait = self._share() * self._ceiling_s
        self._ceiling_s = min(2 * self._ceiling_s, MOST_S)
        return wait

    def reset(self) -> None:
        """After a success: begins anew."""
        self._ceiling_s = FIRST_S
