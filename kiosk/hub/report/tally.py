"""What some visits add to the report card, as whole numbers that can be added up and taken away again. Pure."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import UTC, date, datetime, timedelta
from operator import add, sub
from typing import Any
from zoneinfo import ZoneInfo

import msgspec
from msgspec import Struct, field
from msgspec.structs import asdict, replace

from kiosk.hub.writing import HUB_DEVICE
from kiosk.visits.promise import Promise

ALL = "*"
"""All sites, or all languages."""

_QUARTER_MS = 900_000
_TIMES = ("greeted", "resolved")

Row = Mapping[Any, Any]
Key = tuple[int, str, str]
"""The Monday of a week of the practice (its ordinal), site, language."""


def _none() -> list[int]:
    return [0] * 5


class Counts(Struct, omit_defaults=True):
    """Lists hold how often 1 to 5 stars were given, without a flag unless it is said."""

    stars: list[int] = field(default_factory=_none)
    flagged: list[int] = field(default_factory=_none)
    """With a flag."""
    commented: list[int] = field(default_factory=_none)
    kept: list[int] = field(default_factory=_none)
    """Of visits whose quoted wait was kept."""
    broken: list[int] = field(default_factory=_none)
    topics: dict[str, list[int]] = field(default_factory=dict)
    greeted: dict[int, int] = field(default_factory=dict)
    """Visits by begun seconds from the arrival to a person's acknowledgement."""
    resolved: dict[int, int] = field(default_factory=dict)
    """Concerns by begun seconds from raised to resolved."""
    waits_kept: int = 0
    """Visits that were called no later than last quoted."""
    waits_broken: int = 0
    closed: int = 0
    """Visits that ended, without duplicates."""
    raised: int = 0
    """Concerns."""
    put_right: int = 0
    """Of these, put right before the visit closed."""

    def add(self, other: "Counts", sign: int = 1, names: Sequence[str] = ()) -> None:
        """Adds another, or takes it away with `sign` -1; only what is named, if anything is."""
        for name in names or self.__struct_fields__:
            mine, more = getattr(self, name), getattr(other, name)
            if isinstance(more, int):
                setattr(self, name, mine + sign * more)
            elif isinstance(more, list):
                _add_list(mine, more, sign)
            elif name in _TIMES:
                _add_times(mine, more, sign)
            else:
                _add_each(mine, more, sign)


class Tally(Counts, omit_defaults=True):
    """All that is counted."""

    hours: dict[str, list[int]] = field(default_factory=dict)
    """Stars by weekday (Monday is 0) and hour, as "0 14"."""

    @property
    def is_empty(self) -> bool:
        """Whether it says nothing."""
        return self == Tally()


def _add_list(mine: list[int], more: list[int], sign: int) -> None:
    for place, n in enumerate(more):
        mine[place] += sign * n


def _add_times(mine: dict[int, int], more: dict[int, int], sign: int) -> None:
    there = mine.get
    for key, n in more.items():
        total = there(key, 0) + sign * n
        if total:
            mine[key] = total
        else:
            mine.pop(key, None)


def _add_each(mine: dict[str, list[int]], more: dict[str, list[int]], sign: int) -> None:
    # By C's own loops: a year has thousands of them.
    moved, none = add if sign == 1 else sub, _none()
    for key, given in more.items():
        added = list(map(moved, mine.get(key, none), given))
        if any(added):
            mine[key] = added
        else:
            mine.pop(key, None)


class _Hours(Struct):
    hours: dict[str, list[int]] = field(default_factory=dict)


decode = msgspec.json.Decoder(Tally).decode
decode_counts = msgspec.json.Decoder(Counts).decode
"""All but the hours, which are most of it."""

_hours = msgspec.json.Decoder(_Hours)


def hours_of(texts: Iterable[str]) -> dict[str, list[int]]:
    """The hours of several tallies in JSON, added up."""
    found: dict[str, list[int]] = {}
    for text in texts:
        _add_each(found, _hours.decode(text).hours, 1)
    return found


def encode(tally: Tally) -> str:
    """In JSON; the same counts give the same text, in whatever order they came."""
    ordered = {
        name: dict(sorted(value.items())) for name, value in asdict(tally).items() if isinstance(value, dict) and value
    }
    return msgspec.json.encode(replace(tally, **ordered)).decode()


def monday(day: date) -> date:
    """The first day of its week."""
    return day - timedelta(days=day.weekday())


class Tallies:
    """Tallies by week, site and language of the practice in `zone`."""

    def __init__(self, zone: ZoneInfo) -> None:
        self._zone = zone
        self.by_key: dict[Key, Tally] = {}
        self._quarters: dict[int, tuple[int, str]] = {}

    def count(self, visits: Iterable[Row], ratings: Iterable[Row], concerns: Iterable[Row]) -> None:
        """Counts rows of the tables; those of ratings and concerns have the columns of their visit, too."""
        for row in ratings:
            if row["settled_at"] is not None:
                self._count_rating(row)
        for row in visits:
            self._count_visit(row)
        for row in concerns:
            at = self._at(row["at"], row)
            at.raised += 1
            if row["resolved_at"] is not None:
                _add_times(at.resolved, {_seconds(row["resolved_at"] - row["at"]): 1}, 1)
            if row["outcome"] == "put_right" and (row["closed_at"] is None or row["resolved_at"] <= row["closed_at"]):
                at.put_right += 1

    def with_margins(self) -> dict[Key, Tally]:
        """By week: of everything, of each site, and of each language; sites by language are not kept."""
        found: dict[Key, Tally] = {}
        for (week, site, language), tally in self.by_key.items():
            for key in ((week, ALL, ALL), (week, site, ALL), (week, ALL, language)):
                found.setdefault(key, Tally()).add(tally)
        return found

    def _count_rating(self, row: Row) -> None:
        at = self._at(row["settled_at"], row)
        place = row["stars"] - 1
        if row["flags"]:
            at.flagged[place] += 1
            return
        at.stars[place] += 1
        if row["comment"]:
            at.commented[place] += 1
        kept = is_kept(row)
        if kept is not None:
            (at.kept if kept else at.broken)[place] += 1
        for topic in row["topics"]:
            at.topics.setdefault(topic, _none())[place] += 1
        _, hour = self._local(row["settled_at"])
        at.hours.setdefault(hour, _none())[place] += 1

    def _count_visit(self, row: Row) -> None:
        if row["arrived_at"] is not None:
            at = self._at(row["arrived_at"], row)
            # Whom the desk enters stands before it; how long they had been in the room nobody knows.
            if row["seen_at"] is not None and row["device"] != HUB_DEVICE:
                _add_times(at.greeted, {_seconds(row["seen_at"] - row["arrived_at"]): 1}, 1)
            kept = is_kept(row)
            if kept is not None:
                at.waits_kept += kept
                at.waits_broken += not kept
        if row["closed_at"] is not None and row["closed_how"] != "duplicate":
            self._at(row["closed_at"], row).closed += 1

    def _at(self, at: int, row: Row) -> Tally:
        week, _ = self._local(at)
        return self.by_key.setdefault((week, row["device"], row["language"]), Tally())

    def _local(self, at: int) -> tuple[int, str]:
        """The Monday of its week, and its weekday and hour as `Tally.hours` has them."""
        # Quarters of an hour fit every time zone.
        quarter = at // _QUARTER_MS
        found = self._quarters.get(quarter)
        if found is None:
            local = datetime.fromtimestamp(at / 1000, UTC).astimezone(self._zone)
            found = monday(local.date()).toordinal(), f"{local.weekday()} {local.hour}"
            self._quarters[quarter] = found
        return found


def is_kept(row: Row) -> bool | None:
    """Whether a quoted wait was kept; None where nothing was quoted, or nobody called."""
    if row["quoted_at"] is None or row["first_called_at"] is None:
        return None
    return Promise(quoted_at=row["quoted_at"], minutes=row["quoted_minutes"]).kept(row["first_called_at"])


def _seconds(ms: int) -> int:
    return max(0, -(-ms // 1000))
