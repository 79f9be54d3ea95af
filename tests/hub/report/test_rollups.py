"""What is counted is what the ratings say, whatever happens to them."""

from functools import partial
from uuid import UUID, uuid4

import pytest
import sqlalchemy as sa

from kiosk.hub.care.rebuild import rebuild
from kiosk.hub.care.verify import verify
from kiosk.hub.expiring import DAY_MS, expire
from kiosk.hub.report.rollups import QUARTER_MS
from kiosk.visits.events import Arrived, Rated, RatingFlagged, RatingSettled
from tests.hub.practice import NOON, Practice, Tablet, practice

__all__ = ["practice"]

pytestmark = pytest.mark.both_databases


@pytest.fixture
def tablet(practice: Practice) -> Tablet:
    return Tablet(lambda: practice.now)


def rate(practice: Practice, tablet: Tablet, stars: int, language: str = "es") -> tuple[UUID, UUID]:
    key, rating = uuid4(), uuid4()
    practice.take(
        tablet.push(
            tablet.mint(Arrived, visit=key, ticket="K7", language=language),
            tablet.mint(Rated, visit=key, rating=rating, stars=stars),
            tablet.mint(RatingSettled, visit=key, rating=rating),
        )
    )
    return key, rating


def counts(practice: Practice) -> dict[tuple[int, str, str], tuple[tuple[int, ...], tuple[int, ...]]]:
    """By quarter, site and language: how often 1 to 5 stars were given, without and with a flag."""
    return {row[1:4]: (row[4:9], row[9:14]) for row in practice.table("rated")}


def test_a_rating_counts_once_it_is_settled_and_by_its_last_stars(practice: Practice, tablet: Tablet) -> None:
    key, rating = uuid4(), uuid4()
    practice.take(tablet.push(tablet.mint(Rated, visit=key, rating=rating, stars=1)))
    assert counts(practice) == {}
    practice.take(tablet.push(tablet.mint(RatingSettled, visit=key, rating=rating)))
    assert counts(practice) == {(NOON, "front-door", ""): ((1, 0, 0, 0, 0), (0,) * 5)}
    practice.now += 2 * QUARTER_MS
    practice.take(
        tablet.push(
            tablet.mint(Rated, visit=key, rating=rating, stars=4),
            tablet.mint(RatingSettled, visit=key, rating=rating),
        )
    )
    ((_, (plain, flagged)),) = counts(practice).items()
    assert (plain, flagged) == ((0, 0, 0, 1, 0), (0,) * 5)
    assert verify(practice.home).problems == []


def test_a_flag_moves_it_and_a_cleared_flag_moves_it_back(practice: Practice, tablet: Tablet) -> None:
    key, rating = rate(practice, tablet, 5)
    before = counts(practice)

    def flag(on: bool) -> None:
        make = partial(RatingFlagged, visit=key, rating=rating, flag="manual", on=on, by="Noor", reason="A child")
        practice.do(lambda _, writing: writing.mint(make))

    flag(True)
    assert list(counts(practice).values()) == [((0,) * 5, (0, 0, 0, 0, 1))]
    assert verify(practice.home).problems == []
    flag(False)
    assert counts(practice) == before


def test_what_is_let_go_of_is_no_longer_counted(practice: Practice, tablet: Tablet) -> None:
    job = partial(expire, days=30, changed_at=0)
    practice.do(job)
    rate(practice, tablet, 5)
    for _ in range(62):
        practice.now += DAY_MS // 2
        practice.do(job)
    assert counts(practice) == {}
    assert verify(practice.home).problems == []


def test_wrong_counts_are_told_and_made_again_with_the_same_rows(practice: Practice, tablet: Tablet) -> None:
    for stars in (5, 5, 3):
        rate(practice, tablet, stars)
        rate(practice, tablet, stars, "en")
        practice.now += QUARTER_MS
    right = practice.table("rated")
    with practice.database.write() as connection:
        connection.execute(sa.text("UPDATE rated SET stars_5 = 7 WHERE language = 'es' AND stars_5 = 1"))
        connection.execute(sa.text("DELETE FROM rated WHERE stars_3 = 1 AND language = 'en'"))
    assert any("What the report card counts" in sentence for sentence in verify(practice.home).problems)
    practice.close()
    assert rebuild(practice.home).changed_counts == 3
    again = Practice(practice.folder)
    assert again.table("rated") == right
    again.close()
