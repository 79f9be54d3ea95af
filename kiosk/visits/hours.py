"""Opening hours by the clock on the practice's wall, across daylight-saving changes. Pure; times in ms UTC."""

import re
from collections.abc import Mapping, Sequence
from datetime import datetime
from functools import lru_cache
from itertools import pairwise
from zoneinfo import ZoneInfo

from msgspec import Struct

from kiosk.visits.promise import MINUTE_MS

WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_DAY = 24 * 60
_AHEAD = 8 * _DAY
"""Minutes to look ahead: a week, and a day for clocks that are changed in it."""
_SPAN = re.compile(r"([01][0-9]|2[0-3]):([0-5][0-9])-(?:([01][0-9]|2[0-3]):([0-5][0-9])|24:00)")


class Hours(Struct, frozen=True):
    """The spans of each day from Monday on, in minutes since midnight on the wall clock, the end left out.

    No span at all means that the practice never closes.
    """

    days: tuple[tuple[tuple[int, int], ...], ...] = ((),) * 7

    @property
    def always(self) -> bool:
        """Whether there are no hours to keep."""
        return not any(self.days)


def parse_hours(written: Mapping[str, Sequence[str]]) -> Hours:
    """Hours as people write them: `{"monday": ["08:00-12:30", "14:00-18:00"]}`; a day that is missing is closed.

    Raises ValueError in words.
    """
    strangers = sorted(set(written) - set(WEEKDAYS))
    if strangers:
        raise ValueError(f"expected days from monday to sunday, got {strangers[0]!r}")
    hours = Hours(tuple(_day(day, written.get(day, ())) for day in WEEKDAYS))
    if written and hours.always:
        raise ValueError("expected at least one span in the week; leave hours out for a practice that is always open")
    return hours


def _day(day: str, written: Sequence[str]) -> tuple[tuple[int, int], ...]:
    spans = tuple(_span(day, text) for text in written)
    if any(after[0] < before[1] for before, after in pairwise(spans)):
        raise ValueError(f"{day}: expected spans one after the other, without overlap")
    return spans


def _span(day: str, text: str) -> tuple[int, int]:
    match = _SPAN.fullmatch(text)
    if match is None:
        raise ValueError(f"{day}: expected a span like 08:00-12:30, got {text!r}")
    begins = int(match[1]) * 60 + int(match[2])
    ends = _DAY if match[3] is None else int(match[3]) * 60 + int(match[4])
    if ends <= begins:
        raise ValueError(f"{day}: a span ends after it begins, got {text!r}")
    return begins, ends


def is_open(now_ms: int, zone: ZoneInfo, hours: Hours) -> bool:
    """Whether the practice is open at this time."""
    if hours.always:
        return True
    local = datetime.fromtimestamp(now_ms / 1000, tz=zone)
    minute = local.hour * 60 + local.minute
    return any(begins <= minute < ends for begins, ends in hours.days[local.weekday()])


def is_shut_around(now_ms: int, zone: ZoneInfo, hours: Hours, minutes: int) -> bool:
    """Whether the practice is closed from so many minutes before this time until so many after it."""
    return not any(is_open(now_ms + minute * MINUTE_MS, zone, hours) for minute in range(-minutes, minutes + 1))


def next_opening(now_ms: int, zone: ZoneInfo, hours: Hours) -> int:
    """The first time after `now_ms` at which the practice opens, to the minute."""
    return _opening_after(now_ms // MINUTE_MS, zone, hours)


@lru_cache(maxsize=1)
def _opening_after(now: int, zone: ZoneInfo, hours: Hours) -> int:
    # Minute by minute: dull, and right for spans that begin in an hour that does not exist or comes twice.
    shut = not is_open(now * MINUTE_MS, zone, hours)
    for minute in range(now + 1, now + _AHEAD):
        opens = is_open(minute * MINUTE_MS, zone, hours)
        if shut and opens:
            return minute * MINUTE_MS
        shut = not opens
    raise ValueError("these hours never begin")
