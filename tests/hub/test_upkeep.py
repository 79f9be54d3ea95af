"""A visit ends with its day and a name with its purpose, without anybody doing anything."""

import pytest
import sqlalchemy as sa

from kiosk.hub.upkeep import LONGEST_VISIT_MS, NAME_KEPT_MS
from tests.hub.practice import NAME, NOON, Practice, practice

__all__ = ["practice"]

pytestmark = pytest.mark.both_databases

MIDNIGHT = NOON + 12 * 3_600_000


def test_a_name_goes_a_quarter_of_an_hour_after_the_visit(practice: Practice) -> None:
    key = practice.arrive()
    practice.end(key)
    practice.now += NAME_KEPT_MS - 1
    practice.keep_up()
    assert practice.row(key) == (NAME, "checked_out")
    assert practice.is_written()

    practice.now += 1
    practice.keep_up()
    assert practice.row(key) == ("", "checked_out")
    assert not practice.is_written()


def test_a_visit_that_nobody_ended_ends_with_the_practices_day(practice: Practice) -> None:
    key = practice.arrive()
    practice.now = MIDNIGHT - 1
    practice.keep_up()
    assert practice.row(key) == (NAME, None)

    practice.now = MIDNIGHT
    practice.keep_up()
    assert practice.row(key) == ("", "not_closed_by_staff")
    assert not practice.is_written()


def test_who_came_late_in_the_evening_is_not_sent_away_at_midnight(practice: Practice) -> None:
    practice.now = MIDNIGHT - 60_000
    key = practice.arrive()
    practice.now = MIDNIGHT + 60_000
    practice.keep_up()
    assert practice.row(key) == (NAME, None)

    practice.now = MIDNIGHT + LONGEST_VISIT_MS
    practice.keep_up()
    assert practice.row(key) == ("", "not_closed_by_staff")


def test_what_is_done_is_done_once(practice: Practice) -> None:
    practice.arrive()
    practice.now += 2 * LONGEST_VISIT_MS + 1_000
    practice.keep_up()
    with practice.database.read() as connection:
        before = connection.execute(sa.text("SELECT count(*) FROM event")).scalar_one()
    practice.keep_up()
    with practice.database.read() as connection:
        assert connection.execute(sa.text("SELECT count(*) FROM event")).scalar_one() == before


def test_a_great_many_are_seen_to_in_turns(practice: Practice) -> None:
    keys = [practice.arrive() for _ in range(250)]
    practice.now = MIDNIGHT + LONGEST_VISIT_MS
    assert practice.keep_up()
    assert not practice.keep_up()
    assert {practice.row(key) for key in keys} == {("", "not_closed_by_staff")}
