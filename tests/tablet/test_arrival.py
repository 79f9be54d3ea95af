"""A patient arrives: one tap is enough, and the screen says only what is true."""

import pytest

from kiosk.sync import Link
from kiosk.visits.events import Acknowledged, Arrived, Called, Closed, Requoted, Shown
from tests.tablets import PORTRAIT, Elsewhere, TabletDriver, TestClock

MINUTE_MS = 60_000


def test_a_name_typed_on_the_keyboard_is_kept_and_greeted(driver: TabletDriver) -> None:
    driver.arrive("Rosa")

    (arrived,) = driver.kept(Arrived)
    assert (arrived.name, arrived.ticket, arrived.place) == ("Rosa", "K1", "Front door")
    assert driver.reads("Thank you, Rosa.")
    assert driver.reads("K1")


def test_skip_needs_no_name(driver: TabletDriver) -> None:
    driver.arrive()

    assert driver.kept(Arrived)[0].name == ""
    assert driver.reads("Thank you.")


def test_the_whole_way_works_in_portrait(driver: TabletDriver) -> None:
    driver.turn(PORTRAIT)

    driver.arrive("Rosa K")

    assert driver.kept(Arrived)[0].name == "Rosa K"


def test_every_patient_gets_a_ticket_of_their_own(driver: TabletDriver) -> None:
    for _ in range(3):
        driver.arrive()
        driver.tap("doneButton")

    assert [event.ticket for event in driver.kept(Arrived)] == ["K1", "K2", "K3"]


def test_two_quick_taps_are_one_arrival(driver: TabletDriver) -> None:
    driver.tap("arriveDoor")
    point = driver.centre("skipButton")

    driver.touch(point)
    driver.touch(point)
    driver.wait(lambda: driver.screen != "arrive")

    assert len(driver.kept(Arrived)) == 1


def test_back_keeps_nothing(driver: TabletDriver) -> None:
    driver.tap("arriveDoor")
    driver.type_in("Rosa")
    driver.tap("backButton")
    driver.tap("arriveDoor")

    assert driver.find("nameField").property("text") == ""
    assert driver.kept(Arrived) == []


def test_the_steps_are_ticked_one_by_one_as_they_become_true(driver: TabletDriver, desk: Elsewhere) -> None:
    def done() -> list[bool]:
        return [bool(driver.find(step).property("done")) for step in ("sentStep", "shownStep", "seenStep")]

    visit = driver.arrive("Rosa")
    assert driver.reads("Saved here")
    assert done() == [True, False, False]

    driver.link(Link.REACHABLE)
    driver.confirm_all()
    assert driver.reads("Sent to the desk")
    assert done() == [True, False, False]

    driver.hear(desk.mint(lambda s: Shown(**s, visit=visit)))
    assert done() == [True, True, False]

    driver.hear(desk.mint(lambda s: Acknowledged(**s, visit=visit, by="Maria", minutes=10)))
    assert done() == [True, True, True]
    assert driver.reads("Maria has seen you")
    assert driver.reads("about 10 minutes")


def test_a_minute_is_one_minute(driver: TabletDriver, desk: Elsewhere) -> None:
    visit = driver.arrive()

    driver.hear(desk.mint(lambda s: Acknowledged(**s, visit=visit, by="Maria", minutes=1)))

    assert driver.reads("about 1 minute")


def test_the_wait_counts_down_and_then_claims_nothing(driver: TabletDriver, desk: Elsewhere, clock: TestClock) -> None:
    visit = driver.arrive()
    driver.hear(desk.mint(lambda s: Acknowledged(**s, visit=visit, by="Maria", minutes=10)))

    clock.advance(7 * MINUTE_MS)
    driver.tick()
    assert driver.reads("about 3 minutes")

    clock.advance(4 * MINUTE_MS)
    driver.tick()
    assert not [text for text in driver.texts() if "minute" in text]
    assert driver.reads("Maria has seen you")


def test_a_new_quote_counts_from_when_it_was_given(driver: TabletDriver, desk: Elsewhere, clock: TestClock) -> None:
    visit = driver.arrive()
    driver.hear(desk.mint(lambda s: Acknowledged(**s, visit=visit, by="Maria", minutes=5)))
    clock.advance(4 * MINUTE_MS)

    driver.hear(desk.mint(lambda s: Requoted(**s, visit=visit, by="Maria", minutes=15, apology=True)))

    assert driver.reads("about 15 minutes")


def test_without_the_desk_the_patient_is_asked_to_tell_it(driver: TabletDriver) -> None:
    driver.arrive("Rosa")

    driver.link(Link.UNREACHABLE)

    assert driver.reads("Please tell the desk you are K1.")
    assert driver.reads("We can’t reach the desk from here just now. Your arrival is kept.")
    assert not driver.shows("phoneQr")


def test_a_refused_token_is_told_to_the_patient_as_not_reachable(driver: TabletDriver) -> None:
    driver.arrive()

    driver.link(Link.REFUSED)

    assert driver.reads("Please tell the desk you are K1.")


def test_when_nobody_answers_the_patient_is_told_so(driver: TabletDriver, clock: TestClock) -> None:
    driver.arrive()
    driver.link(Link.REACHABLE)
    driver.confirm_all()

    clock.advance(MINUTE_MS)
    driver.tick()

    assert driver.reads("Please come to the desk.")
    assert driver.reads("Nobody has answered yet.")


def test_a_clock_that_jumps_makes_nobody_late(driver: TabletDriver, clock: TestClock) -> None:
    driver.arrive()
    driver.link(Link.REACHABLE)
    driver.confirm_all()

    clock.now += 3_600_000
    driver.tick()

    assert not driver.shows("notice")


def test_a_call_is_shown_large_and_in_the_strip(driver: TabletDriver, desk: Elsewhere) -> None:
    visit = driver.arrive("Rosa")
    driver.hear(
        desk.mint(lambda s: Acknowledged(**s, visit=visit, by="Maria")),
        desk.mint(lambda s: Called(**s, visit=visit, by="Maria", place="Room 3")),
    )
    assert driver.reads("Please come to Room 3.")

    driver.tap("doneButton")

    assert driver.reads("Please come")
    assert driver.reads("to Room 3")
    assert driver.reads("K1")


def test_a_call_leaves_the_strip_after_two_minutes_or_when_the_visit_ends(
    driver: TabletDriver, desk: Elsewhere, clock: TestClock
) -> None:
    first = driver.arrive()
    driver.tap("doneButton")
    second = driver.arrive()
    driver.tap("doneButton")
    driver.hear(
        desk.mint(lambda s: Called(**s, visit=first, by="Maria", place="Room 3")),
        desk.mint(lambda s: Called(**s, visit=second, by="Maria", place="Room 1")),
    )
    assert driver.reads("K1")
    assert driver.reads("K2")

    driver.hear(desk.mint(lambda s: Closed(**s, visit=first, how="checked_out", by="Maria")))
    assert not driver.reads("K1")

    clock.advance(2 * MINUTE_MS)
    driver.tick()
    assert not driver.reads("K2")


def test_no_name_of_a_patient_is_on_welcome(driver: TabletDriver, desk: Elsewhere) -> None:
    visit = driver.arrive("Rosa")
    driver.hear(desk.mint(lambda s: Acknowledged(**s, visit=visit, by="Maria", minutes=10)))

    driver.tap("doneButton")

    assert driver.reads("Seen by Maria")
    assert not [text for text in driver.texts() if "Rosa" in text]


@pytest.mark.parametrize(
    ("hours", "greeting"), [(-8, "Good morning."), (0, "Good morning."), (2, "Good afternoon."), (8, "Good evening.")]
)
def test_the_greeting_is_of_the_hour(driver: TabletDriver, clock: TestClock, hours: int, greeting: str) -> None:
    clock.advance(hours * 60 * MINUTE_MS)
    driver.tick()

    assert driver.reads(greeting)
