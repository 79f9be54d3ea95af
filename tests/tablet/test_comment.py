"""A comment in the patient's own words, typed on the tablet's own keyboard."""

from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QGuiApplication

from kiosk.visits.events import RatingExplained
from tests.tablets import PORTRAIT, TabletDriver, TestClock, config


@pytest.fixture
def driver(qapp: QGuiApplication, tmp_path: Path) -> Iterator[TabletDriver]:
    made = TabletDriver(config(tmp_path), TestClock())
    yield made
    made.close()


@pytest.mark.parametrize("upright", [False, True])
def test_what_the_patient_writes_goes_with_the_topics(driver: TabletDriver, *, upright: bool) -> None:
    if upright:
        driver.turn(PORTRAIT)
    driver.rate(2)
    driver.tap("topic-waiting")
    driver.tap("writeButton")
    driver.type_in("cold")
    driver.tap("keepButton")

    explained = driver.wait_kept(RatingExplained, 2)[-1]
    assert explained.comment == "cold"
    assert [str(topic) for topic in explained.topics] == ["waiting"]
    assert driver.screen == "followup"
    assert not driver.shows("commentField")


def test_going_back_keeps_nothing(driver: TabletDriver) -> None:
    driver.rate(2)
    driver.tap("writeButton")
    driver.type_in("cold")
    driver.tap("backButton")

    assert driver.shows("yesButton")
    assert driver.kept(RatingExplained) == []
    driver.tap("writeButton")
    assert driver.find("commentField").property("text") == ""


def test_what_was_kept_can_be_written_on(driver: TabletDriver) -> None:
    driver.rate(2)
    driver.tap("writeButton")
    driver.type_in("co")
    driver.tap("keepButton")
    driver.wait_kept(RatingExplained, 1)
    driver.tap("writeButton")
    driver.type_in("ld")
    driver.tap("keepButton")

    assert driver.wait_kept(RatingExplained, 2)[-1].comment == "cold"


def test_a_comment_ends_at_500_characters(driver: TabletDriver) -> None:
    driver.rate(2)
    driver.tap("writeButton")
    driver.find("commentField").setProperty("text", "a" * 501)
    driver.tap("keepButton")

    assert driver.wait_kept(RatingExplained, 1)[-1].comment == "a" * 500


def test_who_walks_away_while_writing_leaves_nothing_on_the_screen(driver: TabletDriver) -> None:
    driver.rate(2)
    driver.tap("writeButton")
    driver.type_in("cold")
    driver.time_out()
    driver.time_out()
    driver.wait(lambda: driver.screen == "welcome")
    driver.rate(4)
    driver.tap("writeButton")

    assert driver.find("commentField").property("text") == ""
    assert driver.kept(RatingExplained) == []


def test_sentences_end_with_a_full_stop_and_names_have_hyphens(driver: TabletDriver) -> None:
    driver.tap("arriveDoor")
    driver.wait(lambda: driver.has_key("-"))
    assert not driver.has_key(".")
    driver.tap("backButton")
    driver.rate(4)
    driver.tap("writeButton")
    driver.wait(lambda: driver.has_key("."))


def test_on_a_small_tablet_the_keyboard_comes_with_a_tap_on_the_field(driver: TabletDriver) -> None:
    driver.window.setProperty("pixelsPerMm", 169.5 / 25.4)
    driver.turn(QSize(1024, 600))
    driver.tap("arriveDoor")
    driver.draw()
    assert not driver.has_key("a")
    driver.tap("nameField")
    driver.type_in("rosa")
    driver.tap("hereButton")

    driver.wait(lambda: driver.screen == "acknowledged")
    assert driver.reads("Thank you, Rosa.") or driver.reads("Thank you, rosa.")


def test_where_a_screen_is_longer_than_the_tablet_a_tap_shows_more(driver: TabletDriver) -> None:
    driver.window.setProperty("pixelsPerMm", 169.5 / 25.4)
    driver.turn(QSize(600, 1024))
    driver.tablet.screens.comfort.choose(large=True, strong=False)
    driver.tap("leaveDoor")
    driver.draw()
    driver.draw()
    top = driver.centre("star5").y()
    driver.tap("downButton")
    driver.wait(lambda: driver.centre("star5").y() < top)
    assert driver.shows("helpButton")
    driver.wait(lambda: driver.shows("upButton"))
    while driver.shows("downButton"):
        before = driver.centre("star1").y()
        driver.tap("downButton")
        driver.wait(partial(_has_moved, driver, before))
    driver.tap("star1")
    driver.wait(lambda: driver.screen == "followup")


def _has_moved(driver: TabletDriver, before: int) -> bool:
    return driver.centre("star1").y() < before or not driver.shows("downButton")
