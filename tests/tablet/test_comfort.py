"""Aa: larger text and stronger contrast, seen at once, and gone with the patient."""

from kiosk.visits.events import Rated
from tests.tablets import TabletDriver


def test_larger_text_is_seen_at_once_and_on_the_next_screens(driver: TabletDriver) -> None:
    before = _size(driver, "I need help")
    driver.tap("leaveDoor")
    asked_before = _size(driver, "Tap a star. Your name is not kept with it.")
    driver.tap("backButton")
    driver.tap("comfortButton")
    driver.tap("largeChip")
    driver.tap("comfortDoneButton")

    assert _size(driver, "I need help") >= 1.48 * before
    driver.tap("leaveDoor")
    assert _size(driver, "Tap a star. Your name is not kept with it.") >= 1.48 * asked_before


def test_with_larger_text_the_follow_up_asks_one_thing_after_the_other(driver: TabletDriver) -> None:
    driver.tap("comfortButton")
    driver.tap("largeChip")
    driver.tap("comfortDoneButton")
    driver.rate(5)
    driver.tap("topic-kindness")
    assert not driver.shows("yesButton")

    driver.tap("nextButton")
    driver.tap("noButton")

    assert driver.screen == "thanks"
    assert driver.kept(Rated)[0].stars == 5


def test_the_next_patient_finds_the_usual_screen(driver: TabletDriver) -> None:
    usual = _size(driver, "I need help")
    driver.tap("comfortButton")
    driver.tap("largeChip")
    driver.tap("strongChip")
    driver.tap("comfortDoneButton")
    driver.arrive()
    driver.tap("doneButton")

    assert _size(driver, "I need help") == usual
    assert not driver.tablet.screens.comfort.strong


def test_a_choice_that_nobody_used_is_gone_after_a_while(driver: TabletDriver) -> None:
    driver.tap("comfortButton")
    driver.tap("strongChip")
    driver.tap("comfortDoneButton")
    driver.time_out()
    driver.time_out()

    assert not driver.tablet.screens.comfort.strong


def _size(driver: TabletDriver, text: str) -> int:
    (item,) = [i for i in driver.items() if i.inherits("QQuickText") and i.property("text") == text]
    return int(item.property("font").pixelSize())
