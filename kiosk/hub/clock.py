"""The hub's clock, as an argument, so that tests can turn it."""

import time
from collections.abc import Callable

Clock = Callable[[], int]
"""ms since 1970 UTC."""


def system_clock() -> int:
    """The machine's clock."""
    return time.time_ns() // 1_000_000
