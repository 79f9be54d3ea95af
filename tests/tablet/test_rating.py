"""A patient rates on the way out: one tap, one fact, and a change of mind as long as the screen stands."""

from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication

from kiosk.tablet.flow import Timeouts
from kiosk.visits.events import ConcernRaised, Rated, RatingExplained, RatingSettled
from kiosk.visits.rating import SCALE, Topic
from kiosk.visits.visit import fold
from tests.tablets import PORTRAIT, TabletDriver, config


@pytest.mark.parametrize(("stars", "word"), list(SCALE.items()))
def test_one_tap_on_a_star_is_the_rating(driver: TabletDriver, stars: int, word: str) -> None:
    driver.rate(stars)

    (rated,) = driver.kept(Rated)
    assert rated.stars == stars
    assert driver.reads(f"{word}. Thank you.")
    assert driver.find("givenStars").property("count") == stars


def test_the_question_goes_with_the_stars(driver: TabletDriver) -> None:
    driver.rate(5)
    assert driver.reads("What was good? Tap any.")

    driver.tap("noButton")
    driver.tap("finishButton")
    driver.rate(4)
    assert driver.reads("What could we do better? Tap any.")


def test_topics_are_kept_as_they_stand_and_settled_when_the_patient_leaves(driver: TabletDriver) -> None:
    driver.turn(PORTRAIT)
    driver.rate(4)
    for topic in ("topic-waiting", "topic-care", "topic-kindness", "topic-care"):
        driver.tap(topic)
    driver.tap("noButton")

    driver.wait_kept(RatingSettled, 1)
    visit = driver.kept(Rated)[0].visit
    (rating,) = fold(visit, driver.tablet.store.recent(0)).ratings
    assert (rating.stars, rating.topics) == (4, (Topic.WAITING, Topic.KINDNESS))
    assert rating.settled_at is not None
    assert driver.screen == "thanks"


def test_change_of_mind_keeps_the_topics_and_makes_one_rating(driver: TabletDriver) -> None:
    driver.rate(1)
    driver.tap("topic-welcome")
    driver.tap("changeButton")
    driver.tap("star5")
    driver.wait(lambda: driver.screen == "followup")
    driver.tap("topic-kindness")
    driver.tap("noButton")

    driver.wait_kept(RatingSettled, 1)
    first, second = driver.kept(Rated)
    assert first.rating == second.rating
    (rating,) = fold(first.visit, driver.tablet.store.recent(0)).ratings
    assert (rating.stars, rating.topics) == (5, (Topic.WELCOME, Topic.KINDNESS))


def test_change_and_back_leaves_the_rating_as_it_was(driver: TabletDriver) -> None:
    driver.rate(2)
    driver.tap("changeButton")
    driver.tap("backButton")

    assert driver.screen == "followup"
    assert driver.reads("Fair. Thank you.")
    assert len(driver.kept(Rated)) == 1


def test_an_untouched_rating_settles_by_itself_and_can_still_be_changed(qapp: QGuiApplication, tmp_path: Path) -> None:
    driver = TabletDriver(config(tmp_path), timeouts=Timeouts(settle=10, startle=0))
    driver.rate(3)

    driver.wait_kept(RatingSettled, 1)
    assert driver.screen == "followup"

    driver.tap("changeButton")
    driver.tap("star4")
    driver.wait(lambda: driver.screen == "followup")
    driver.wait_kept(RatingSettled, 2)
    (rating,) = fold(driver.kept(Rated)[0].visit, driver.tablet.store.recent(0)).ratings
    assert rating.stars == 4
    driver.close()


def test_whoever_walks_away_leaves_a_settled_rating_and_an_empty_screen(driver: TabletDriver) -> None:
    driver.rate(2)
    driver.tap("topic-waiting")
    driver.time_out()
    driver.time_out()

    assert driver.screen == "welcome"
    driver.wait_kept(RatingSettled, 1)
    assert driver.kept(RatingExplained)[-1].topics == (Topic.WAITING,)
    driver.tap("leaveDoor")
    assert driver.find("star1").property("filled") is False


def test_two_quick_taps_on_stars_are_one_rating(driver: TabletDriver) -> None:
    driver.tap("leaveDoor")
    sad, glad = driver.centre("star1"), driver.centre("star5")

    driver.touch(sad)
    driver.touch(glad)
    driver.wait(lambda: driver.screen == "followup")

    assert [event.stars for event in driver.kept(Rated)] == [1]


@pytest.mark.parametrize("stars", [1, 5])
def test_yes_calls_somebody_at_every_star_value(driver: TabletDriver, stars: int) -> None:
    driver.rate(stars)
    assert driver.reads("Shall someone come\nto you now?")
    driver.tap("yesButton")
    driver.wait(lambda: driver.screen == "help")

    (concern,) = driver.kept(ConcernRaised)
    assert concern.rating == driver.kept(Rated)[0].rating
    driver.wait_kept(RatingSettled, 1)
    assert driver.reads("We are telling the desk.")


def test_the_review_page_is_offered_alike_at_every_star_value(driver: TabletDriver) -> None:
    invitations = []
    for stars in range(1, 6):
        driver.rate(stars)
        driver.tap("noButton")
        driver.wait(lambda: driver.screen == "thanks")
        driver.draw()
        places = [item.mapRectToScene(item.boundingRect()).toRect() for item in driver.items()]
        invitations.append((driver.texts(), places))
        driver.tap("finishButton")

    assert len(invitations[0][0]) > 3
    assert all(invitation == invitations[0] for invitation in invitations)
