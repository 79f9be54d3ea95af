"""What is older than the practice keeps it is gone for good, and comes back by nobody."""

from functools import partial
from uuid import UUID, uuid4

import pytest
import sqlalchemy as sa
from msgspec.structs import replace

from kiosk.hub.care.verify import verify
from kiosk.hub.expiring import DAY_MS, DISBELIEF_MS, EXPIRED, HOUR_MS, SECOND_THOUGHTS_MS, expire
from kiosk.visits.events import Arrived, Event, Rated, RatingExplained
from tests.hub.practice import NOON, Practice, Tablet, practice

__all__ = ["practice"]

pytestmark = pytest.mark.both_databases

DAYS = 30
COMMENT = "They never told me how long it would be"


@pytest.fixture
def tablet(practice: Practice) -> Tablet:
    return Tablet(lambda: practice.now)


def visit(practice: Practice, tablet: Tablet) -> tuple[UUID, list[Event]]:
    """A patient comes, is seen, and says something; what the tablet told of it."""
    key, rating = uuid4(), uuid4()
    told: list[Event] = [
        tablet.mint(Arrived, visit=key, ticket="K7"),
        tablet.mint(Rated, visit=key, rating=rating, stars=2),
        tablet.mint(RatingExplained, visit=key, rating=rating, comment=COMMENT),
    ]
    practice.take(tablet.push(*told))
    practice.see(key)
    return key, told


def upkeep(practice: Practice, *, changed_at: int = 0) -> bool:
    return practice.do(partial(expire, days=DAYS, changed_at=changed_at))


def live_on(practice: Practice, days: int) -> None:
    """The hub runs, and its clock with it."""
    for _ in range(2 * days):
        practice.now += DAY_MS // 2
        upkeep(practice)


def kinds(practice: Practice) -> list[str]:
    return [kind for _, kind, _ in practice.events()]


def test_a_visit_stays_as_long_as_the_practice_keeps_it_and_no_longer(practice: Practice, tablet: Tablet) -> None:
    upkeep(practice)
    visit(practice, tablet)
    live_on(practice, DAYS)
    assert len(practice.table("visit")) == len(practice.table("rating")) == 1
    assert practice.is_written(COMMENT)
    before = practice.events()

    live_on(practice, 1)
    assert practice.table("visit") == practice.table("rating") == []
    assert not practice.is_written(COMMENT)
    assert [(cursor, key) for cursor, _, key in practice.events()] == [(cursor, key) for cursor, _, key in before]
    assert set(kinds(practice)) == {EXPIRED}
    assert verify(practice.home).problems == []


def test_who_sends_it_again_is_told_that_it_is_there(practice: Practice, tablet: Tablet) -> None:
    upkeep(practice)
    _, told = visit(practice, tablet)
    live_on(practice, DAYS + 1)
    assert practice.take(tablet.push(*told)) == ["duplicate"] * 3
    assert set(kinds(practice)) == {EXPIRED}

    forged = replace(told[0], n=told[0].n + 9)
    assert practice.take(tablet.push(forged)) == ["rejected"]


def test_a_visit_that_goes_on_stays_whole(practice: Practice, tablet: Tablet) -> None:
    upkeep(practice)
    key, _ = visit(practice, tablet)
    live_on(practice, DAYS - 1)
    practice.see(key, "Sam")
    live_on(practice, DAYS - 1)
    assert EXPIRED not in kinds(practice)
    assert len(practice.table("rating")) == 1
    live_on(practice, 3)
    assert set(kinds(practice)) == {EXPIRED}


def test_a_number_of_days_that_was_mistyped_can_be_put_right(practice: Practice, tablet: Tablet) -> None:
    upkeep(practice)
    visit(practice, tablet)
    for _ in range(DAYS + 5):
        practice.now += DAY_MS - HOUR_MS
        upkeep(practice, changed_at=practice.now)
    saved = practice.now
    practice.now += SECOND_THOUGHTS_MS - 1
    upkeep(practice, changed_at=saved)
    assert EXPIRED not in kinds(practice)
    practice.now += 1 + DISBELIEF_MS
    upkeep(practice, changed_at=saved)
    assert set(kinds(practice)) == {EXPIRED}


def test_a_clock_that_jumps_years_ahead_erases_nothing_before_it_can_be_put_right(
    practice: Practice, tablet: Tablet
) -> None:
    upkeep(practice)
    visit(practice, tablet)
    practice.now += 3650 * DAY_MS
    upkeep(practice)
    practice.now += DISBELIEF_MS - 1
    upkeep(practice)
    assert EXPIRED not in kinds(practice)

    practice.now = NOON + DAY_MS // 2
    upkeep(practice)
    live_on(practice, DAYS - 1)
    assert EXPIRED not in kinds(practice)
    live_on(practice, 2)
    assert set(kinds(practice)) == {EXPIRED}


def test_a_great_many_go_in_turns(practice: Practice, tablet: Tablet) -> None:
    upkeep(practice)
    for _ in range(130):
        visit(practice, tablet)
    for _ in range(2 * DAYS):
        practice.now += DAY_MS // 2
        assert not upkeep(practice)
    practice.now += DAY_MS // 2
    assert upkeep(practice)
    assert 0 < kinds(practice).count(EXPIRED) < 130 * 4
    assert not upkeep(practice)
    assert set(kinds(practice)) == {EXPIRED}
    with practice.database.read() as connection:
        assert connection.execute(sa.text("SELECT count(*) FROM visit")).scalar_one() == 0
