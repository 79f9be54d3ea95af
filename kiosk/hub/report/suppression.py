"""What is too few to be shown, and what must be hidden with it, so that it cannot be computed from the rest. Pure."""

from collections.abc import Collection, Hashable, Mapping, Sequence
from enum import StrEnum, auto
from typing import NamedTuple, TypeVar

SHOWN_FROM = 10
"""Ratings; fewer are not shown."""

FIRM_FROM = 30
"""Ratings; fewer are provisional."""

Row = TypeVar("Row", bound=Hashable)
Column = TypeVar("Column", bound=Hashable)


class Classes(NamedTuple):
    """Into what a figure divides its ratings, and so tells of: each must have `SHOWN_FROM`, the rest also none."""

    needed: tuple[int, ...]
    rest: int = 0

    def plus(self, other: "Classes") -> "Classes":
        """Of both together."""
        return Classes(tuple(a + b for a, b in zip(self.needed, other.needed, strict=True)), self.rest + other.rest)

    @classmethod
    def total(cls, each: Sequence["Classes"]) -> "Classes":
        """Of all together; at least one."""
        return cls(tuple(map(sum, zip(*(one.needed for one in each), strict=True))), sum(one.rest for one in each))

    @property
    def suffice(self) -> bool:
        """Whether they may be told."""
        return min(self.needed) >= SHOWN_FROM and (self.rest == 0 or self.rest >= SHOWN_FROM)


class Standing(StrEnum):
    """How far a figure may be trusted."""

    TOO_FEW = auto()
    PROVISIONAL = auto()
    FIRM = auto()


def standing(n: int) -> Standing:
    """By the number of ratings."""
    if n < SHOWN_FROM:
        return Standing.TOO_FEW
    return Standing.PROVISIONAL if n < FIRM_FROM else Standing.FIRM


def hidden(cells: Mapping[tuple[Row, Column], int]) -> set[tuple[Row, Column]]:
    """The cells of a table of rounded means that are not shown.

    `cells`: ratings in each; an empty cell tells that nobody was there, and hides nothing. In each row, each column and
    the whole, the hidden cells are none, or at least two with `SHOWN_FROM` ratings together, or all there are: then the
    margin must not be shown either.
    """
    filled = {cell: n for cell, n in cells.items() if n}
    gone = {cell for cell, n in filled.items() if n < SHOWN_FROM}
    lines = _lines(filled)
    changed = True
    while changed:
        changed = False
        for line in lines:
            if (more := _next_to_hide(line, filled, gone)) is not None:
                gone.add(more)
                changed = True
    return gone


def _lines(filled: Mapping[tuple[Row, Column], int]) -> list[list[tuple[Row, Column]]]:
    rows: dict[Row, list[tuple[Row, Column]]] = {}
    columns: dict[Column, list[tuple[Row, Column]]] = {}
    for cell in filled:
        rows.setdefault(cell[0], []).append(cell)
        columns.setdefault(cell[1], []).append(cell)
    return [*rows.values(), *columns.values(), list(filled)]


def _next_to_hide(
    line: Sequence[tuple[Row, Column]],
    filled: Mapping[tuple[Row, Column], int],
    gone: Collection[tuple[Row, Column]],
) -> tuple[Row, Column] | None:
    away = [cell for cell in line if cell in gone]
    if not away or (len(away) > 1 and sum(filled[cell] for cell in away) >= SHOWN_FROM):
        return None
    left = [cell for cell in line if cell not in gone]
    return min(left, key=lambda cell: (filled[cell], repr(cell)), default=None)


def runs(weeks: Sequence[tuple[int, Classes]]) -> list[tuple[int, int]]:
    """Where a history may be cut, so that no two periods differ by fewer than `SHOWN_FROM` of a class.

    `weeks`: each with its classes, in order. Gives the first and the last week of each run. Every period that is shown
    is made of whole runs, and so is every difference of two. Weeks after the last run wait until there are enough.
    """
    found = []
    waiting: Classes | None = None
    first = 0
    for week, classes in weeks:
        if waiting is None:
            first, waiting = week, classes
        else:
            waiting = waiting.plus(classes)
        if waiting.suffice:
            found.append((first, week))
            waiting = None
    return found


def tellable(counts: Mapping[tuple[int, str, str], int], cut: Sequence[tuple[int, int]]) -> tuple[set[str], set[str]]:
    """The sites and the languages that may be told apart in a stretch of time of which the whole is told by runs.

    `counts`: ratings by week, site and language; `cut`: the runs. Among what is told there is then no number about
    fewer than `SHOWN_FROM` of the ratings, however numbers are added and subtracted. Decision 0019 has the proof; it
    takes that there is one pair of site and language with `SHOWN_FROM` ratings in every run, that each site that is
    told has as many in that language, each language as many at that site, and what is left untold, too.
    """
    pairs: dict[tuple[str, str], int] = {}
    for (_, site, language), n in counts.items():
        if n:
            pairs[site, language] = pairs.get((site, language), 0) + n
    if not pairs:
        return set(), set()
    main = max(sorted(pairs), key=pairs.__getitem__)
    of_main = {week: n for (week, *pair), n in counts.items() if tuple(pair) == main}
    in_runs = [sum(of_main.get(week, 0) for week in range(first, last + 1)) for first, last in cut]
    is_covered = all(any(first <= week <= last for first, last in cut) for (week, *_), n in counts.items() if n)
    if not is_covered or not in_runs or min(in_runs) < SHOWN_FROM:
        return set(), set()
    sites = {site: pairs.get((site, main[1]), 0) for site, _ in pairs}
    languages = {language: pairs.get((main[0], language), 0) for _, language in pairs}
    return _told(sites, main[0]), _told(languages, main[1])


def _told(own: Mapping[str, int], main: str) -> set[str]:
    """`own`: what each has where the argument needs it."""
    away = {each for each, n in own.items() if n < SHOWN_FROM}
    while away and sum(own[each] for each in away) < SHOWN_FROM:
        left = own.keys() - away - {main}
        if not left:
            return set()
        away.add(min(left, key=lambda each: (own[each], each)))
    return set(own.keys() - away)
