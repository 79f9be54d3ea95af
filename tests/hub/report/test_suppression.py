"""What is hidden stays hidden, whatever is subtracted from what."""

import csv
import io
from collections import Counter
from collections.abc import Iterator
from datetime import date, timedelta
from itertools import combinations
from random import Random

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kiosk.hub.database import Database
from kiosk.hub.report.card import Asked, ReportCard
from kiosk.hub.report.counts import Counted
from kiosk.hub.report.export import to_csv
from kiosk.hub.report.figures import STARS
from kiosk.hub.report.queries import report_card
from kiosk.hub.report.suppression import SHOWN_FROM, Classes, Standing, hidden, runs, standing, tellable
from tests.hub.report.history import FIRST, History, fresh, mondays

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
    cut = runs([(week, Classes((n,))) for week, n in enumerate(counts)])
    totals = np.cumsum([0, *counts])
    assert all(totals[last + 1] - totals[first] >= SHOWN_FROM for first, last in cut)
    assert [first for first, _ in cut] == [0, *(last + 1 for _, last in cut)][: len(cut)]


small = st.dictionaries(
    st.tuples(st.integers(0, 3), st.sampled_from("AB"), st.sampled_from(["en", "es"])),
    st.integers(0, 25),
    min_size=1,
)


@settings(max_examples=150, deadline=None)
@given(small)
def test_nothing_that_can_be_computed_is_about_a_few(counts: dict[tuple[int, str, str], int]) -> None:
    by_week = [(week, Classes((sum(n for key, n in counts.items() if key[0] == week),))) for week in range(4)]
    cut = runs(by_week)
    sites, languages = tellable(counts, cut)
    cells = sorted(key for key, n in counts.items() if n)
    told: list[list[int]] = [[int(first <= week <= last) for week, _, _ in cells] for first, last in cut]
    told += [[int(site == each) for _, site, _ in cells] for each in sites]
    told += [[int(language == each) for _, _, language in cells] for each in languages]
    assert not computable(told, [counts[cell] for cell in cells])


def test_a_site_that_can_be_told_is_told() -> None:
    counts = {(week, site, "en"): n for week in range(4) for site, n in (("front", 60), ("side", 12), ("back", 15))}
    cut = [(week, week) for week in range(4)]
    assert tellable(counts, cut) == ({"front", "side", "back"}, {"en"})
    for week in range(4):
        counts[week, "side", "en"] = 2
    # What is neither front nor back would be the side door's eight.
    assert tellable(counts, cut) == ({"front"}, {"en"})


@pytest.fixture(scope="module")
def database(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Database]:
    with fresh(tmp_path_factory.mktemp("hub")) as made:
        yield made


@pytest.mark.parametrize("seed", range(3))
def test_no_few_ratings_can_be_computed_from_all_report_cards_together(database: Database, seed: int) -> None:
    random = Random(seed)
    history, after = History(database), FIRST + timedelta(weeks=8)
    rates = {("front", "en"): 14, ("front", "es"): random.choice([1, 5]), ("side", "en"): random.choice([1, 4])}
    rates |= {("side", "vi"): random.choice([0, 1, 3]), ("back", "en"): random.choice([0, 2])}
    people: Counter[tuple[int, str, str]] = Counter()
    for week in mondays(8):
        for (site, language), rate in rates.items():
            for _ in range(random.randint(0, 2 * rate)):
                topics = ["waiting"] if random.random() < 0.6 else []
                comment = "Thank you." if random.random() < 0.2 else ""
                day = week + timedelta(days=random.randrange(7))
                history.rate(day, 12, random.randint(1, 5), site, language, topics=topics, comment=comment, quoted=10)
                people[week.toordinal(), site, language] += 1
    with database.write() as connection:
        history.write(connection, after)
    cells = sorted(people)
    told: list[list[int]] = []
    cards: dict[tuple[str, str, date, date], ReportCard] = {}
    asks = [
        *((site, "") for site in ("", "front", "side", "back")),
        *(("", language) for language in ("en", "es", "vi")),
    ]
    asks.append(("front", "en"))
    with database.read() as connection:
        for site, language in asks:
            counted = Counted(connection, Asked(FIRST, after, site, language), after)
            for unit in counted.units(STARS, FIRST, after):
                inside = range(unit.first.toordinal(), unit.last.toordinal())
                told.append([int(w in inside and site in ("", s) and language in ("", x)) for w, s, x in cells])
            for first, last in combinations([*mondays(8), after], 2):
                asked = Asked(first, last - timedelta(days=1), site, language)
                cards[site, language, first, last] = report_card(connection, asked, today=after, target_ms=60_000)
    assert told
    assert not computable(told, [people[cell] for cell in cells], some=Random(seed))
    figures = {key: figures_of(card) for key, card in cards.items()}
    for (site, language, *_), mine in figures.items():
        if not site and not language:
            assert {min(n, SHOWN_FROM) for n, _ in mine.values()} <= {SHOWN_FROM}
    cuts = (mondays(8)[0], mondays(8)[4], after)
    for (site, language, *period), mine in figures.items():
        for (other_site, other_language, *other_period), theirs in figures.items():
            nested = other_period[0] <= period[0] and period[1] <= other_period[1]
            same = (site, language) == (other_site, other_language)
            # A site's card is of four weeks that end in what was asked for: they lie in it where these are whole.
            wider = not other_site and not other_language and {*period, *other_period} <= {*cuts}
            for name in mine.keys() & theirs.keys() if nested and (same or wider) else ():
                between = theirs[name][0] - mine[name][0]
                assert between == 0 or between >= SHOWN_FROM, name


def test_the_mean_with_flagged_ratings_tells_of_no_few_of_them(database: Database) -> None:
    history, after = History(database), FIRST + timedelta(weeks=8)
    for week, flagged in zip(mondays(8), (0, 3, 0, 8, 12, 0, 9, 0), strict=True):
        for n in range(10 + flagged):
            history.rate(week, 12, 5 if n < 10 else 1, "front", "en", flags=["burst"] if n >= 10 else [])
    with database.write() as connection:
        history.write(connection, after)
    told: dict[tuple[date, date], int] = {}
    with database.read() as connection:
        for first, last in combinations([*mondays(8), after], 2):
            asked = Asked(first, last - timedelta(days=1))
            card = report_card(connection, asked, today=after, target_ms=60_000)
            assert card.stars is not None
            if card.raw_n is not None:
                told[first, last] = card.raw_n - card.stars.n
    for inner, few_of in told.items():
        for outer, more in told.items():
            if outer[0] <= inner[0] and inner[1] <= outer[1]:
                assert more - few_of == 0 or more - few_of >= SHOWN_FROM
    assert set(told.values()) == {0, 11, 12, 23}


def figures_of(card: ReportCard) -> dict[str, tuple[int, float]]:
    """By figure as the table for spreadsheets has it: how many it is about, and their sum."""
    rows = csv.DictReader(io.StringIO(to_csv(card)))
    named = ("stars", "stars with topic", "promises kept", "response rate", "time to greet", "put right")
    return {
        f"{row['figure']} {row['of'] if 'topic' in row['figure'] else ''}": (int(row["n"]), float(row["value"]))
        for row in rows
        if row["figure"] in named and row["n"]
    }


def computable(told: list[list[int]], people: list[int], some: Random | None = None) -> bool:
    """Whether a sum of multiples of what is told is about fewer than ten people; each row says who is in it.

    `some`: tries that many of the smallest groups only, where all would be too many.
    """
    if not told:
        return False
    _, sizes, basis = np.linalg.svd(np.array(told, dtype=float), full_matrices=False)
    basis = basis[sizes > sizes[0] * 1e-9]
    groups = list(few(people))
    if some is not None:
        groups = some.sample(groups, min(len(groups), 1_500))
    # A sum of length 1 that vanishes on all others is about this group alone, and has its whole length there.
    return any(np.linalg.norm(basis[:, group], 2) > 1 - 1e-9 for group in groups if group)


def few(people: list[int], start: int = 0, group: tuple[int, ...] = (), n: int = 0) -> Iterator[list[int]]:
    """Groups of cells with fewer than ten people, to which no other could be added."""
    more = [cell for cell in range(len(people)) if cell not in group and n + people[cell] < SHOWN_FROM]
    if not more:
        yield list(group)
    for cell in more:
        if cell >= start:
            yield from few(people, cell + 1, (*group, cell), n + people[cell])
