"""Closed: outside opening hours Closed stands in the place of Welcome, and nobody is thrown out."""

from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from msgspec.structs import replace
from PySide6.QtGui import QGuiApplication

from kiosk.sync import Link
from kiosk.tablet.closed import ClosedValues, closed_values
from kiosk.visits.events import Arrived, HelpRequested
from kiosk.visits.hours import WEEKDAYS, Hours, is_open, next_opening, parse_hours
from tests.tablets import TabletDriver, TestClock, config

MINUTE = 60_000
HOUR = 60 * MINUTE
LONDON = ZoneInfo("Europe/London")
WEEK = {day: ["08:00-12:30", "14:00-18:00"] for day in WEEKDAYS[:5]}


def ms(text: str, zone: ZoneInfo = LONDON, *, fold: int = 0) -> int:
    """A time on the practice's wall clock."""
    return int(datetime.fromisoformat(text).replace(tzinfo=zone, fold=fold).timestamp()) * 1000


@pytest.mark.parametrize(
    ("now", "opens"),
    [
        ("2026-11-23 07:59", False),
        ("2026-11-23 08:00", True),
        ("2026-11-23 12:29", True),
        ("2026-11-23 12:30", False),
        ("2026-11-23 14:00", True),
        ("2026-11-23 18:00", False),
        ("2026-11-22 10:00", False),
    ],
)
def test_a_span_begins_with_its_first_minute_and_ends_before_its_last(now: str, opens: bool) -> None:
    assert is_open(ms(now), LONDON, parse_hours(WEEK)) is opens


def test_without_hours_it_is_always_open() -> None:
    assert is_open(ms("2026-11-22 03:00"), LONDON, parse_hours({}))


def test_midnight_is_written_as_24() -> None:
    hours = parse_hours({"monday": ["22:00-24:00"], "tuesday": ["00:00-02:00"]})
    assert is_open(ms("2026-11-23 23:59"), LONDON, hours)
    assert is_open(ms("2026-11-24 01:59"), LONDON, hours)
    assert not is_open(ms("2026-11-24 02:00"), LONDON, hours)


@pytest.mark.parametrize(
    ("now", "opens"),
    [
        # Friday evening before the clocks change in spring and in autumn: Monday at 8 by the wall.
        ("2026-03-27 18:00", "2026-03-30 08:00"),
        ("2026-10-23 18:00", "2026-10-26 08:00"),
        ("2026-11-23 12:30", "2026-11-23 14:00"),
        ("2026-11-23 05:00", "2026-11-23 08:00"),
        ("2026-11-23 09:00", "2026-11-23 14:00"),
    ],
)
def test_the_next_opening_is_by_the_clock_on_the_wall(now: str, opens: str) -> None:
    assert next_opening(ms(now), LONDON, parse_hours(WEEK)) == ms(opens)


def test_a_span_that_begins_in_an_hour_that_does_not_exist_begins_after_it() -> None:
    # On 29 March 2026 London's clocks go from 1:00 to 2:00.
    hours = parse_hours({"sunday": ["01:30-05:00"]})
    assert next_opening(ms("2026-03-29 00:30"), LONDON, hours) == ms("2026-03-29 02:00")


def test_a_span_in_an_hour_that_comes_twice_is_kept_twice() -> None:
    # On 25 October 2026 London's clocks go from 2:00 back to 1:00.
    hours = parse_hours({"sunday": ["01:00-01:30"]})
    first, second = ms("2026-10-25 01:00"), ms("2026-10-25 01:00", fold=1)
    assert second - first == HOUR
    assert next_opening(ms("2026-10-25 00:10"), LONDON, hours) == first
    assert next_opening(first + 40 * MINUTE, LONDON, hours) == second


spans = st.lists(st.integers(0, 24 * 60), unique=True, max_size=4).map(
    lambda ends: tuple(zip(*[iter(sorted(ends)[: len(ends) // 2 * 2])] * 2, strict=True))
)
weeks = st.tuples(*[spans] * 7).map(lambda days: Hours(days=days)).filter(lambda hours: not hours.always)
zones = st.sampled_from(
    [ZoneInfo(key) for key in ("Europe/London", "America/New_York", "Australia/Lord_Howe", "Asia/Kathmandu", "UTC")]
)


@settings(deadline=None)
@given(st.integers(ms("2026-01-01 00:00"), ms("2027-01-01 00:00")), zones, weeks)
@example(ms("2026-03-28 23:59"), LONDON, Hours(days=((),) * 6 + (((70, 80),),)))
def test_the_next_opening_is_the_first_minute_that_is_open_after_one_that_is_not(
    now: int, zone: ZoneInfo, hours: Hours
) -> None:
    try:
        opens = next_opening(now, zone, hours)
    except ValueError:
        # From midnight to midnight on every day: it never closes.
        assert all(is_open(now + n * HOUR, zone, hours) for n in range(24 * 8))
        return
    assert opens > now
    assert is_open(opens, zone, hours)
    assert not is_open(opens - MINUTE, zone, hours)


@pytest.mark.parametrize(
    ("now", "days", "weekday", "time"),
    [
        ("2026-11-23 07:00", 0, 1, "8:00"),
        ("2026-11-23 20:00", 1, 2, "8:00"),
        ("2026-11-20 18:00", 3, 1, "8:00"),
    ],
)
def test_the_day_of_the_next_opening_is_told(now: str, days: int, weekday: int, time: str) -> None:
    values = closed_values(ms(now), LONDON, parse_hours(WEEK), by_staff=False, reachable=True)
    assert (values.shut, values.opensIn, values.weekday, values.time) == (True, days, weekday, time)


@pytest.mark.parametrize(
    ("now", "deserted"),
    [
        ("2026-11-23 10:00", False),
        ("2026-11-23 12:59", False),
        ("2026-11-23 13:00", True),
        ("2026-11-23 13:29", True),
        ("2026-11-23 13:30", False),
        ("2026-11-23 18:29", False),
        ("2026-11-23 18:30", True),
        ("2026-11-24 07:29", True),
        ("2026-11-24 07:30", False),
        ("2026-11-22 12:00", True),
    ],
)
@pytest.mark.parametrize("by_staff", [False, True])
def test_half_an_hour_after_closing_and_before_opening_people_may_be_about(
    now: str, deserted: bool, by_staff: bool
) -> None:
    values = closed_values(ms(now), LONDON, parse_hours(WEEK), by_staff=by_staff, reachable=True)
    assert values.deserted is deserted


def test_it_is_open_all_day_without_hours_and_never_deserted() -> None:
    assert not closed_values(ms("2026-11-22 03:00"), LONDON, Hours(), by_staff=False, reachable=True).deserted


def test_staff_alone_know_until_when_they_have_closed() -> None:
    values = closed_values(ms("2026-11-23 10:00"), LONDON, parse_hours(WEEK), by_staff=True, reachable=False)
    assert values == ClosedValues(shut=True, byStaff=True)


Begin = Callable[[int], TabletDriver]


@pytest.fixture
def begin(qapp: QGuiApplication, tmp_path: Path, clock: TestClock) -> Iterator[Begin]:
    """Starts a tablet that is open from 8 to 18, so many hours after 10:41 on a Monday."""
    started: list[TabletDriver] = []

    def start(hours: int) -> TabletDriver:
        clock.advance(hours * HOUR)
        given_config = config(tmp_path)
        practice = replace(given_config.practice, hours=dict.fromkeys(WEEKDAYS[:5], ("08:00-18:00",)))
        started.append(TabletDriver(replace(given_config, practice=practice), clock))
        return started[-1]

    yield start
    for driver in started:
        driver.close()


def test_closed_has_no_doors_and_says_when_it_opens(begin: Begin) -> None:
    driver = begin(8)
    assert driver.screen == "closed"
    assert driver.reads("We are closed.")
    assert driver.reads("We open again tomorrow at 8:00.")
    assert not driver.shows("arriveDoor")
    assert not driver.shows("leaveDoor")


def test_on_friday_evening_monday_is_named(begin: Begin) -> None:
    driver = begin(4 * 24 + 8)
    assert driver.reads("We open again on Monday at 8:00.")


def test_help_is_offered_only_if_it_would_be_heard(begin: Begin) -> None:
    driver = begin(8)
    assert not driver.shows("helpButton")
    driver.link(Link.REACHABLE)
    driver.tap("helpButton")
    driver.wait_kept(HelpRequested, 1)
    driver.link(Link.UNREACHABLE)
    driver.wait(lambda: driver.screen == "help")
    driver.tap("closeButton")
    assert driver.screen == "closed"
    assert not driver.shows("helpButton")


def test_it_closes_and_opens_by_the_clock(begin: Begin, clock: TestClock) -> None:
    driver = begin(0)
    assert driver.screen == "welcome"
    clock.advance(8 * HOUR)
    driver.tick()
    assert driver.screen == "closed"
    clock.advance(14 * HOUR)
    driver.tick()
    assert driver.screen == "welcome"


def test_a_patient_in_the_middle_of_something_is_not_thrown_out(begin: Begin, clock: TestClock) -> None:
    driver = begin(7)
    driver.tap("arriveDoor")
    driver.type_in("Rosa")
    clock.advance(HOUR)
    driver.tick()
    assert driver.screen == "arrive"

    driver.tap("hereButton")
    driver.wait(lambda: driver.screen == "acknowledged")
    assert [event.name for event in driver.kept(Arrived)] == ["Rosa"]
    driver.tap("doneButton")
    assert driver.screen == "closed"


def test_who_goes_back_finds_it_closed(begin: Begin, clock: TestClock) -> None:
    driver = begin(7)
    driver.tap("leaveDoor")
    clock.advance(HOUR)
    driver.tick()
    driver.tap("backButton")
    assert driver.screen == "closed"


def test_closed_stands_for_ever_and_draws_nothing(begin: Begin) -> None:
    driver = begin(8)
    driver.rest()
    assert driver.frames_while_it_ticks() == 0
