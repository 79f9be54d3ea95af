"""The desk asks how the visit was: the question comes by itself, unless somebody is using the tablet."""

from collections.abc import Iterator
from pathlib import Path
from uuid import UUID, uuid4

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtGui import QGuiApplication

from kiosk.tablet.flow import Timeouts
from kiosk.visits.events import Arrived, Called, Closed, Rated, RatingAsked, RatingSettled, Undone
from tests.tablets import Elsewhere, TabletDriver, TestClock, config

ASKS = "K7, how was your visit?"


@pytest.fixture
def busy(qapp: QGuiApplication, tmp_path: Path, clock: TestClock) -> Iterator[TabletDriver]:
    """A tablet that counts as used for a moment after each touch."""
    tablet = TabletDriver(config(tmp_path / "tablet"), clock, Timeouts(quiet=800, startle=0))
    yield tablet
    tablet.close()


def check_out(driver: TabletDriver, desk: Elsewhere, *, ticket: str = "K7", tablet: str = "front-door") -> UUID:
    """The desk checks somebody out, and asks how it was."""
    visit = uuid4()
    driver.hear(desk.mint(lambda s: Arrived(**s, visit=visit, ticket=ticket, name="Rosa")))
    driver.hear(
        desk.mint(lambda s: Closed(**s, visit=visit, how="checked_out", by="Maria")),
        desk.mint(lambda s: RatingAsked(**s, visit=visit, tablet=tablet)),
    )
    return visit


def test_the_question_comes_by_itself_and_the_rating_is_the_visits(driver: TabletDriver, desk: Elsewhere) -> None:
    visit = check_out(driver, desk)
    assert driver.screen == "rate"
    assert driver.reads(ASKS)
    assert not [text for text in driver.texts() if "Rosa" in text]

    driver.tap("star4")
    driver.wait(lambda: driver.screen == "followup")
    driver.tap("noButton")

    driver.wait_kept(RatingSettled, 1)
    assert [(event.visit, event.stars) for event in driver.kept(Rated)] == [(visit, 4)]
    driver.tap("finishButton")
    driver.tap("leaveDoor")
    assert driver.reads("How was your visit today?")


def test_it_stays_through_a_change_of_mind(driver: TabletDriver, desk: Elsewhere) -> None:
    check_out(driver, desk)
    driver.tap("star4")
    driver.wait(lambda: driver.screen == "followup")
    driver.tap("changeButton")
    assert driver.reads(ASKS)


def test_another_tablet_is_left_alone(driver: TabletDriver, desk: Elsewhere) -> None:
    check_out(driver, desk, tablet="side-door")
    assert driver.screen == "welcome"


def test_nobody_there_is_not_asked_whether_they_are(driver: TabletDriver, desk: Elsewhere) -> None:
    check_out(driver, desk)
    driver.time_out()
    assert driver.screen == "welcome"
    assert driver.kept(Rated) == []


def test_who_touched_it_is_asked_whether_they_are_still_there(driver: TabletDriver, desk: Elsewhere) -> None:
    check_out(driver, desk)
    driver.touch(driver.centre("rateHeading"))
    driver.time_out()
    assert driver.shows("stayButton")


def test_somebody_who_uses_it_is_not_disturbed(busy: TabletDriver, desk: Elsewhere) -> None:
    busy.tap("arriveDoor")
    check_out(busy, desk)
    assert busy.screen == "arrive"

    busy.tap("backButton")
    assert busy.screen == "welcome"
    busy.wait(lambda: busy.screen == "rate")
    assert busy.reads(ASKS)


def test_a_question_that_the_desk_took_back_is_not_put(busy: TabletDriver, desk: Elsewhere) -> None:
    busy.tap("arriveDoor")
    visit = uuid4()
    arrived = desk.mint(lambda s: Arrived(**s, visit=visit, ticket="K7"))
    closed = desk.mint(lambda s: Closed(**s, visit=visit, how="checked_out", by="Maria"))
    asked = desk.mint(lambda s: RatingAsked(**s, visit=visit, tablet="front-door"))
    busy.hear(arrived, closed, asked)
    for slip in (closed.id, asked.id):
        busy.hear(desk.mint(lambda s, slip=slip: Undone(**s, visit=visit, event=slip, by="Maria")))  # type: ignore[misc]
    second = check_out(busy, desk, ticket="K8")

    busy.tap("backButton")
    busy.wait(lambda: busy.screen == "rate")
    assert busy.reads("K8, how was your visit?")
    assert busy.tablet.day.visit(visit).closing is None
    assert busy.tablet.day.visit(second).closing is not None


def rate_on_the_phone(driver: TabletDriver, desk: Elsewhere, visit: UUID) -> None:
    driver.hear(desk.mint(lambda s: Rated(**s, visit=visit, rating=uuid4(), stars=4)))


def test_who_rates_on_the_phone_is_not_asked_on_the_tablet(driver: TabletDriver, desk: Elsewhere) -> None:
    visit = check_out(driver, desk)
    assert driver.reads(ASKS)
    rate_on_the_phone(driver, desk, visit)
    assert driver.screen == "welcome"


def test_who_rates_on_the_tablet_is_not_disturbed_by_a_phone(driver: TabletDriver, desk: Elsewhere) -> None:
    visit = check_out(driver, desk)
    rate_on_the_phone(driver, desk, uuid4())
    assert driver.screen == "rate"

    driver.tap("star4")
    driver.wait(lambda: driver.screen == "followup")
    driver.tap("changeButton")
    rate_on_the_phone(driver, desk, visit)
    assert driver.reads(ASKS)


def test_a_question_is_taken_away_with_the_click_that_put_it(driver: TabletDriver, desk: Elsewhere) -> None:
    visit = check_out(driver, desk)
    (asked,) = (event for event in driver.kept(RatingAsked) if event.visit == visit)
    driver.hear(desk.mint(lambda s: Undone(**s, visit=visit, event=asked.id, by="Maria")))
    assert driver.screen == "welcome"


def test_a_touch_on_welcome_is_use_too(busy: TabletDriver, desk: Elsewhere) -> None:
    busy.touch(QPoint(640, 4))
    check_out(busy, desk)
    assert busy.screen == "welcome"
    busy.wait(lambda: busy.screen == "rate")


def test_who_reads_in_their_own_language_is_not_disturbed(
    qapp: QGuiApplication, tmp_path: Path, clock: TestClock, desk: Elsewhere
) -> None:
    driver = TabletDriver(config(tmp_path), clock, Timeouts(quiet=0, startle=0))
    driver.tablet.screens.flow.adapt()
    driver.settle()
    check_out(driver, desk)
    assert driver.screen == "welcome"

    driver.time_out()
    driver.wait(lambda: driver.screen == "rate")
    driver.close()


def test_after_two_minutes_the_patient_is_out_of_the_door(
    busy: TabletDriver, desk: Elsewhere, clock: TestClock
) -> None:
    busy.tap("arriveDoor")
    check_out(busy, desk)
    clock.advance(120_000)
    busy.tap("backButton")
    second = check_out(busy, desk, ticket="K8")

    busy.wait(lambda: busy.screen == "rate")
    assert busy.reads("K8, how was your visit?")
    busy.tap("star5")
    assert busy.wait_kept(Rated, 1)[0].visit == second


def test_a_question_of_long_ago_is_not_put_when_the_tablet_comes_back(
    driver: TabletDriver, desk: Elsewhere, clock: TestClock
) -> None:
    visit = uuid4()
    arrived = desk.mint(lambda s: Arrived(**s, visit=visit, ticket="K7"))
    asked = desk.mint(lambda s: RatingAsked(**s, visit=visit, tablet="front-door"))
    clock.advance(121_000)
    driver.hear(arrived, asked)
    assert driver.screen == "welcome"


def test_it_is_not_put_again_after_a_restart(
    driver: TabletDriver, desk: Elsewhere, clock: TestClock, tmp_path: Path
) -> None:
    check_out(driver, desk)
    assert driver.screen == "rate"
    driver.close()

    again = TabletDriver(config(tmp_path / "tablet"), clock)
    again.tick()
    assert again.screen == "welcome"
    again.close()


def test_one_chime_for_each_call_and_none_for_those_of_before(
    driver: TabletDriver, desk: Elsewhere, clock: TestClock, tmp_path: Path
) -> None:
    def call(tablet: TabletDriver, visit: UUID) -> None:
        tablet.hear(desk.mint(lambda s: Called(**s, visit=visit, by="Maria", place="Room 3")))

    chimes: list[str] = []
    driver.tablet.backroom.calls.called.connect(lambda: chimes.append("first"))
    visit = driver.arrive()
    assert chimes == []
    call(driver, visit)
    driver.tick()
    assert chimes == ["first"]
    clock.advance(30_000)
    call(driver, visit)
    assert chimes == ["first", "first"]
    driver.close()

    again = TabletDriver(config(tmp_path / "tablet"), clock)
    again.tablet.backroom.calls.called.connect(lambda: chimes.append("second"))
    again.tick()
    assert "second" not in chimes
    clock.advance(30_000)
    call(again, visit)
    assert chimes[-1] == "second"
    again.close()
