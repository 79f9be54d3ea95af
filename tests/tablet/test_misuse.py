"""Misuse: too many ratings are marked, not refused; a rating is followed by Thanks, where no door is."""

import subprocess
import sys

from kiosk.visits.events import Rated, RatingFlagged
from tests.tablets import TabletDriver, TestClock


def rate_and_finish(driver: TabletDriver, stars: int) -> None:
    driver.rate(stars)
    driver.tap("noButton")
    driver.wait(lambda: driver.screen == "thanks")
    driver.tap("finishButton")


def test_more_than_three_ratings_in_a_minute_are_marked_and_kept(driver: TabletDriver, clock: TestClock) -> None:
    for _ in range(3):
        rate_and_finish(driver, 1)
        clock.advance(10_000)
    assert driver.kept(RatingFlagged) == []

    rate_and_finish(driver, 1)
    (flag,) = driver.wait_kept(RatingFlagged, 1)
    ratings = [event.rating for event in driver.kept(Rated)]
    assert len(ratings) == 4
    assert (flag.rating, flag.flag, flag.on) == (ratings[-1], "burst", True)

    clock.advance(60_000)
    rate_and_finish(driver, 5)
    assert len(driver.kept(Rated)) == 5
    assert len(driver.kept(RatingFlagged)) == 1


def test_a_wall_clock_that_jumps_makes_no_burst_and_hides_none(driver: TabletDriver, clock: TestClock) -> None:
    for _ in range(4):
        clock.now -= 3_600_000
        rate_and_finish(driver, 1)
    driver.wait_kept(RatingFlagged, 1)


def test_changes_of_mind_are_one_rating(driver: TabletDriver) -> None:
    driver.rate(1)
    for stars in (2, 3, 4, 5):
        driver.tap("changeButton")
        driver.tap(f"star{stars}")
        driver.wait(lambda: driver.screen == "followup")
    rate_and_next = driver.kept(Rated)
    assert len({event.rating for event in rate_and_next}) == 1
    assert driver.kept(RatingFlagged) == []


def test_after_a_rating_there_is_no_door_until_thanks_has_gone(driver: TabletDriver) -> None:
    door = driver.centre("leaveDoor")
    driver.rate(4)
    driver.tap("noButton")
    driver.wait(lambda: driver.screen == "thanks")
    driver.touch(door)
    driver.draw()
    assert driver.screen in ("thanks", "welcome")
    assert len(driver.kept(Rated)) == 1


def test_a_chime_without_a_sound_device_is_silent_and_said_once() -> None:
    code = """
from PySide6.QtCore import QCoreApplication
from kiosk import logs
from kiosk.tablet import sound
logs.configure()
app = QCoreApplication([])
sound.has_sound = lambda environ: False
chime = sound.Chime(60)
for _ in range(3):
    chime.play()
"""
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, timeout=60)
    assert (done.stdout + done.stderr).count("no-sound") == 1
