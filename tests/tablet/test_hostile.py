"""Hostile touches on the real screens: at most one fact, and never a wrong one. Any Qt warning fails a test."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtGui import QGuiApplication, QPointingDevice
from PySide6.QtTest import QTest

from kiosk.sync import Link
from kiosk.tablet.flow import DEFAULT_TIMEOUTS
from kiosk.tablet.hands import OWN_MS, monotonic_ms
from kiosk.visits.events import Arrived, ConcernConfirmed, ConcernRaised, HelpRequested, Rated, RatingSettled, Stamped
from tests.screens import SCENES, Stage
from tests.tablets import PORTRAIT, TabletDriver, TestClock, config

LONG_MS = 1_500
"""Longer than any press that Qt tells from a tap."""

FACTS: tuple[type[Stamped], ...] = (Arrived, Rated, HelpRequested, ConcernRaised, ConcernConfirmed, RatingSettled)


class Fingers:
    """Several fingers, each down where it was last put."""

    def __init__(self, driver: TabletDriver) -> None:
        self._driver = driver
        self._device: QPointingDevice = QTest.createTouchDevice()
        self._down: dict[int, QPoint] = {}

    def _act(self, **moved: dict[int, QPoint]) -> None:
        sequence = QTest.touchEvent(self._driver.window, self._device)
        for verb, points in moved.items():
            for finger, point in points.items():
                getattr(sequence, verb)(finger, point, self._driver.window)
        # Not `stationary`: that would say that the finger is somewhere else.
        for finger in self._down.keys() - {finger for points in moved.values() for finger in points}:
            sequence.move(finger, self._down[finger], self._driver.window)
        sequence.commit()
        self._driver.settle()

    def press(self, *points: QPoint) -> None:
        """Puts further fingers down, all at once."""
        new = dict(enumerate(points, start=len(self._down)))
        self._act(press=new)
        self._down |= new

    def move(self, finger: int, point: QPoint) -> None:
        """Moves a finger that is down."""
        self._down[finger] = point
        self._act(move={finger: point})

    def swipe(self, start: QPoint, end: QPoint) -> None:
        """One finger from here to there in steps."""
        self.press(start)
        for step in range(1, 9):
            self.move(0, start + (end - start) * step / 8)
        self.release()

    def release(self, *fingers: int) -> None:
        """Lifts fingers; all of them where none is named."""
        lifted = {finger: self._down[finger] for finger in fingers or tuple(self._down)}
        self._act(release=lifted)
        for finger in lifted:
            del self._down[finger]


@pytest.fixture
def hasty(qapp: QGuiApplication, tmp_path: Path, clock: TestClock) -> Iterator[TabletDriver]:
    """A tablet as patients have it: too quick a tap after a change of the screen does nothing."""
    tablet = TabletDriver(config(tmp_path / "tablet"), clock, DEFAULT_TIMEOUTS)
    yield tablet
    tablet.close()


@pytest.fixture
def fingers(driver: TabletDriver) -> Fingers:
    """Fingers on the tablet."""
    return Fingers(driver)


def facts(driver: TabletDriver) -> list[str]:
    """What is kept of what patients did."""
    driver.settle()
    driver.draw()
    return [type(event).__name__ for event in driver.tablet.store.recent(0) if isinstance(event, FACTS)]


def still_works(driver: TabletDriver) -> None:
    """After whatever it was, an honest tap counts."""
    driver.tap("star2")
    driver.wait(lambda: driver.screen == "followup")
    assert [event.stars for event in driver.kept(Rated)] == [2]


@pytest.mark.parametrize("at_once", [True, False])
@pytest.mark.parametrize("lift_at_once", [True, False])
def test_two_fingers_on_two_stars_are_no_rating(
    driver: TabletDriver, fingers: Fingers, at_once: bool, lift_at_once: bool
) -> None:
    driver.tap("leaveDoor")
    one, other = driver.centre("star1"), driver.centre("star5")
    if at_once:
        fingers.press(one, other)
    else:
        fingers.press(one)
        fingers.press(other)
    if lift_at_once:
        fingers.release()
    else:
        fingers.release(0)
        fingers.release(1)

    assert facts(driver) == []
    assert not any(driver.find(f"star{value}").property("pressed") for value in range(1, 6))
    still_works(driver)


@pytest.mark.parametrize("size", ["landscape", "portrait"])
def test_a_palm_does_nothing(driver: TabletDriver, fingers: Fingers, size: str) -> None:
    if size == "portrait":
        driver.turn(PORTRAIT)
    driver.tap("leaveDoor")
    middle = driver.centre("star3")
    fingers.press(*(middle + QPoint(x, y) for x, y in ((0, 0), (30, 8), (60, 14), (90, 30), (-40, 60))))
    fingers.move(0, middle + QPoint(3, 3))
    for finger in (3, 1, 4, 0, 2):
        fingers.release(finger)

    assert facts(driver) == []
    still_works(driver)


def test_a_palm_that_comes_finger_by_finger_does_nothing(driver: TabletDriver, fingers: Fingers) -> None:
    driver.tap("leaveDoor")
    for value in range(1, 6):
        fingers.press(driver.centre(f"star{value}"))
    for finger in range(5):
        fingers.release(finger)

    assert facts(driver) == []
    still_works(driver)


def test_a_finger_held_down_is_one_tap(driver: TabletDriver, fingers: Fingers) -> None:
    driver.tap("leaveDoor")
    fingers.press(driver.centre("star4"))
    QTest.qWait(LONG_MS)
    assert facts(driver) == []

    fingers.release()
    driver.wait(lambda: driver.screen == "followup")
    assert [event.stars for event in driver.kept(Rated)] == [4]


@pytest.mark.parametrize(("start", "end"), [("star1", "star5"), ("star5", "rateHeading"), ("rateHeading", "star1")])
def test_a_swipe_is_no_tap(driver: TabletDriver, fingers: Fingers, start: str, end: str) -> None:
    driver.tap("leaveDoor")
    fingers.swipe(driver.centre(start), driver.centre(end))

    assert facts(driver) == []
    assert driver.screen == "rate"
    still_works(driver)


def test_two_quick_fingers_write_on_the_keyboard(driver: TabletDriver, fingers: Fingers) -> None:
    driver.tap("arriveDoor")
    driver.type_in("Ro")
    fingers.press(driver.key("s"))
    fingers.press(driver.key("a"))
    fingers.release(0)
    fingers.release(1)
    assert driver.find("nameField").property("text") == "Rosa"


WRITERS: dict[str, tuple[Callable[[Stage], None], str, list[str], str]] = {
    "a star": (SCENES["rate"], "star4", ["Rated"], "followup"),
    "Skip": (lambda stage: stage.driver.tap("arriveDoor"), "skipButton", ["Arrived"], "acknowledged"),
    "I'm here": (SCENES["arrive"], "hereButton", ["Arrived"], "acknowledged"),
    "help on Welcome": (SCENES["welcome"], "helpButton", ["HelpRequested"], "help"),
    "help on Rate": (SCENES["rate"], "helpButton", ["HelpRequested"], "help"),
    "help on Arrive": (SCENES["arrive"], "helpButton", ["HelpRequested"], "help"),
    "help on the ticket": (SCENES["acknowledged-saved"], "helpButton", ["HelpRequested"], "help"),
    "No, thanks": (SCENES["followup-4"], "noButton", ["RatingSettled"], "thanks"),
    "Yes, please": (SCENES["followup-4"], "yesButton", ["ConcernRaised", "RatingSettled"], "help"),
    "put right": (SCENES["help-coming"], "putRightButton", ["ConcernConfirmed"], "welcome"),
    "not yet": (SCENES["help-coming"], "notYetButton", ["ConcernConfirmed"], "help"),
    "the arrival's door": (SCENES["welcome"], "arriveDoor", [], "arrive"),
    "the rating's door": (SCENES["welcome"], "leaveDoor", [], "rate"),
}


@pytest.mark.parametrize("size", ["landscape", "portrait"])
@pytest.mark.parametrize("writer", WRITERS)
def test_a_double_tap_is_one_tap(
    qapp: QGuiApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, writer: str, size: str
) -> None:
    play, button, expected, screen = WRITERS[writer]
    stage = Stage(tmp_path, timeouts=DEFAULT_TIMEOUTS)
    driver = stage.driver
    if size == "portrait":
        driver.turn(PORTRAIT)
    play(stage)
    before = facts(driver)
    place = driver.centre(button)
    # However long this machine takes for them, they are one hasty finger's.
    at_once = monotonic_ms() + DEFAULT_TIMEOUTS.startle
    monkeypatch.setattr(driver.tablet.hands, "now_ms", lambda: at_once)
    for _ in range(3):
        driver.touch(place)
    driver.wait(lambda: len(facts(driver)) >= len(before) + len(expected), "the fact")
    driver.wait(lambda: driver.screen == screen)
    # What came of the first tap stands now, at the same place and all of a sudden.
    driver.touch(place)

    assert sorted(facts(driver)[len(before) :]) == expected
    assert driver.screen == screen
    driver.close()


def test_a_tap_meant_for_the_screen_before_does_nothing(hasty: TabletDriver) -> None:
    hasty.link(Link.REACHABLE)
    hasty.tap("leaveDoor")
    star = hasty.centre("star5")
    hasty.time_out()
    QTest.qWait(OWN_MS)
    hasty.time_out()
    assert hasty.screen == "welcome"
    hasty.touch(star)
    assert hasty.screen == "welcome"

    hasty.tablet.screens.flow.leave()
    hasty.touch(star)
    assert facts(hasty) == []

    QTest.qWait(DEFAULT_TIMEOUTS.startle)
    hasty.touch(star)
    hasty.wait(lambda: hasty.screen == "followup")
    assert [event.stars for event in hasty.kept(Rated)] == [5]


def test_a_finger_that_is_down_while_the_screen_goes_does_nothing(driver: TabletDriver, fingers: Fingers) -> None:
    driver.tap("leaveDoor")
    fingers.press(driver.centre("star5"))
    driver.tablet.screens.flow.home()
    fingers.release()

    assert facts(driver) == []
    assert driver.screen == "welcome"


def test_the_touch_that_answers_still_there_does_nothing_else(driver: TabletDriver) -> None:
    driver.tap("leaveDoor")
    star = driver.centre("star5")
    driver.time_out()
    driver.touch(star)

    assert not driver.shows("stayButton")
    assert facts(driver) == []
    still_works(driver)
