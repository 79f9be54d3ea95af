"""What is too few to be shown, and what must be hidden with it, so that it cannot be computed from the rest. Pure."""

from collections.abc import Collection, Hashable, Mapping, Sequence
from enum import StrEnum, auto
from typing import TypeVar

SHOWN_FROM = 10
"""Ratings; fewer are not shown."""

FIRM_FROM = 30
"""Ratings; fewer are provisional."""

Row = TypeVar("Row", bound=Hashable)
Column = TypeVar("Column", bound=Hashable)


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
    """The cells of a table that are not shown, so that its margins may be.

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


def blocks(days: Sequence[tuple[int, int]]) -> list[int]:
    """Where a history may be cut, so that no difference of two periods is about fewer than `SHOWN_FROM` ratings.

    `days`: each day with its ratings, in order. Gives the last day of each block. Every period that is shown is a
    run of whole blocks, and so is every difference of two. Days after the last block wait until there are enough.
    """
    ends, waiting = [], 0
    for day, n in days:
        waiting += n
        if waiting >= SHOWN_FROM:
            ends.append(day)
            waiting = 0
    return ends
