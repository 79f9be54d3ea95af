"""Slows down who guesses passcodes."""

from collections import OrderedDict
from dataclasses import dataclass

FREE_TRIES = 3
LONGEST_S = 60.0
_FORGET_S = 900.0
_REMEMBERED = 10_000


@dataclass
class _Failures:
    count: int
    last: float


class Throttle:
    """Counts failures by a key, such as account and address. Times in seconds of one monotonic clock."""

    def __init__(self) -> None:
        self._failures: OrderedDict[str, _Failures] = OrderedDict()

    def wait(self, key: str, now: float) -> float:
        """For how many seconds no try is allowed: doubling from 1 s, after three failures, up to a minute."""
        failures = self._failures.get(key)
        if failures is None or now - failures.last > _FORGET_S or failures.count < FREE_TRIES:
            return 0.0
        pause = min(LONGEST_S, 2.0 ** (failures.count - FREE_TRIES))
        return max(0.0, failures.last + pause - now)

    def failed(self, key: str, now: float) -> None:
        """Remembers a failure."""
        before = self._failures.pop(key, None)
        count = 0 if before is None or now - before.last > _FORGET_S else before.count
        self._failures[key] = _Failures(count + 1, now)
        if len(self._failures) > _REMEMBERED:
            self._failures.popitem(last=False)

    def succeeded(self, key: str) -> None:
        """Forgets the failures."""
        self._failures.pop(key, None)
