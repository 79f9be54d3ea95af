"""What is counted is what visits and ratings say, whatever happens to them."""

from datetime import datetime, timedelta
from functools import partial
from uuid import UUID, uuid4
from zoneinfo import ZoneInfo

import pytest

from kiosk.hub.care.rebuild import rebuild
from kiosk.hub.care.verify import verify
from kiosk.hub.expiring import DAY_MS, expire
from kiosk.hub.report import rollups
from kiosk.hub.report.tally import ALL, Tally, decode, monday
from kiosk.hub.schema import tally
from kiosk.visits.events import Arrived, Rated, RatingExplained, RatingFlagged, RatingSettled
from tests.hub.practice import NOON, Practice, Tablet, practice

__all__ = ["practice"]

WEEK_MS = 7 * DAY_MS

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
            tablet.mint(RatingExplained, visit=key, rating=rating, topics=("welcome",)),
            tablet.mint(RatingSettled, visit=key, rating=rating),
        )
    )
    return key, rating


def counts(practice: Practice) -> dict[tuple[str, str, int], Tally]:
    """By site, language and week."""
    return {row[1:4]: decode(row[4]) for row in practice.table("tally")}


def whole(practice: Practice) -> list[Tally]:
    return [each for key, each in counts(practice).items() if key[:2] == (ALL, ALL)]


def test_a_rating_counts_once_it_is_settled_and_by_its_last_stars(practice: Practice, tablet: Tablet) -> None:
    key, rating = uuid4(), uuid4()
    practice.take(tablet.push(tablet.mint(Rated, visit=key, rating=rating, stars=1)))
    assert counts(practice) == {}
    practice.take(tablet.push(tablet.mint(RatingSettled, visit=key, rating=rating)))
    week = monday(datetime.fromtimestamp(NOON / 1000, ZoneInfo("UTC")).date()).toordinal()
    assert sorted(counts(practice)) == [(ALL, "", week), (ALL, ALL, week), ("front-door", ALL, week)]
    assert whole(practice)[0].stars == [1, 0, 0, 0, 0]
    practice.now += WEEK_MS
    practice.take(
        tablet.push(
            tablet.mint(Rated, visit=key, rating=rating, stars=4),
            tablet.mint(RatingSettled, visit=key, rating=rating),
        )
    )
    (found,) = whole(practice)
    assert found.stars == [0, 0, 0, 1, 0]
    assert verify(practice.home).problems == []


def test_a_flag_moves_it_and_a_cleared_flag_moves_it_back(practice: Practice, tablet: Tablet) -> None:
    key, rating = rate(practice, tablet, 5)
    before = counts(practice)

    def flag(on: bool) -> None:
        make = partial(RatingFlagged, visit=key, rating=rating, flag="manual", on=on, by="Noor", reason="A child")
        practice.do(lambda _, writing: writing.mint(make))

    flag(True)
    (found,) = whole(practice)
    assert (found.stars, found.flagged, found.topics) == ([0] * 5, [0, 0, 0, 0, 1], {})
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
        practice.now += WEEK_MS
    right = practice.table("tally")
    with practice.database.write() as connection:
        connection.execute(tally.update().where(tally.c.language == "es").values(body='{"closed":7}'))
        connection.execute(tally.delete().where(tally.c.language == "en"))
    assert any("What the report card counts" in sentence for sentence in verify(practice.home).problems)
    practice.close()
    assert rebuild(practice.home).changed_counts == 6
    again = Practice(practice.folder)
    assert again.table("tally") == right
    again.close()


def test_weeks_begin_where_the_practice_is_also_after_it_says_otherwise(practice: Practice, tablet: Tablet) -> None:
    sunday = datetime.fromtimestamp(NOON / 1000, ZoneInfo("UTC")).date() + timedelta(days=6)
    practice.now = int(datetime(sunday.year, sunday.month, sunday.day, 23, tzinfo=ZoneInfo("UTC")).timestamp()) * 1000
    rate(practice, tablet, 5)
    for zone, days in (("UTC", -6), ("Asia/Tokyo", 1), ("America/Los_Angeles", -6)):
        with practice.database.write() as connection:
            rollups.keep_zone(connection, ZoneInfo(zone))
        assert {key[2] for key in counts(practice)} == {(sunday + timedelta(days=days)).toordinal()}
        assert verify(practice.home).problems == []
