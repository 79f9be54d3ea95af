"""What is hidden stays hidden, whatever is subtracted from what."""

from itertools import combinations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from kiosk.hub.report.suppression import SHOWN_FROM, Standing, blocks, hidden, standing

Cells = dict[tuple[int, int], int]
tables = st.dictionaries(st.tuples(st.integers(0, 4), st.integers(0, 4)), st.integers(0, 40), min_size=1, max_size=25)


def test_figures_stand_by_their_n() -> None:
    assert [standing(n) for n in (0, 9, 10, 29, 30)] == [
        Standing.TOO_FEW,
        Standing.TOO_FEW,
        Standing.PROVISIONAL,
        Standing.PROVISIONAL,
        Standing.FIRM,
    ]


@given(tables)
def test_no_sum_of_a_line_less_what_is_shown_of_it_is_about_a_few(cells: Cells) -> None:
    gone = hidden(cells)
    assert {cell for cell, n in cells.items() if 0 < n < SHOWN_FROM} <= gone
    for axis in (0, 1):
        for line in range(5):
            away = [cell for cell in gone if cell[axis] == line]
            shown = [cell for cell, n in cells.items() if n and cell[axis] == line and cell not in gone]
            # What cannot be made up for is a line that is hidden whole.
            if shown and away:
                assert len(away) > 1
                assert sum(cells[cell] for cell in away) >= SHOWN_FROM


@given(tables)
def test_a_table_with_little_in_it_is_not_hidden_for_nothing(cells: Cells) -> None:
    if all(n == 0 or n >= SHOWN_FROM for n in cells.values()):
        assert hidden(cells) == set()


@given(st.lists(st.integers(0, 25), max_size=40))
def test_no_difference_of_two_periods_is_about_a_few(counts: list[int]) -> None:
    days = list(enumerate(counts))
    cuts = [-1, *blocks(days)]
    totals = np.cumsum([0, *counts])
    periods = [(first, last) for first, last in combinations(cuts, 2)]
    for first, last in periods:
        for other, other_last in periods:
            if (first, last) == (other, other_last):
                continue
            # Both periods share an end, or one holds the other: what lies between is known then.
            for start, end in ((other, first), (last, other_last)):
                if end > start:
                    assert totals[end + 1] - totals[start + 1] >= SHOWN_FROM
