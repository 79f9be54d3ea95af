"""Keyboard or switch alone: whole ways through the screens, and where the keyboard can be on each of them."""

from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QDeadlineTimer, QEvent, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent
from PySide6.QtQuick import QQuickItem
from PySide6.QtTest import QTest

from kiosk.tablet.flow import DEFAULT_TIMEOUTS
from kiosk.tablet.hands import STAFF_MS
from kiosk.visits.events import Acknowledged, Arrived, HelpRequested, Rated, RatingExplained, RatingSettled
from kiosk.visits.rating import Topic
from tests.screens import SCENES, Stage
from tests.tablets import LANDSCAPE, PORTRAIT, STAFF_PIN, TabletDriver

Key = Qt.Key
PATIENTS = [name for name in SCENES if not name.startswith(("staff", "cleaning"))]
STAFF = [name for name in SCENES if name.startswith("staff")]
CHORD = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier
SAME_ROW = 0.5
"""Of the lower control's height: controls that overlap by more stand in one row."""
ROUND = 40
"""More presses of Tab than any screen has controls."""


def press(driver: TabletDriver, *keys: Qt.Key) -> None:
    """Keys of a keyboard or a switch, one after the other."""
    for key in keys:
        QTest.keyClick(driver.window, key)
        driver.settle()


def write(driver: TabletDriver, text: str) -> None:
    """Types on a hardware keyboard."""
    for char in text:
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            event = QKeyEvent(kind, 0, Qt.KeyboardModifier.NoModifier, char)
            QCoreApplication.sendEvent(driver.window, event)
    driver.settle()


def focused(driver: TabletDriver) -> QQuickItem:
    """What has the keyboard."""
    item = driver.window.activeFocusItem()
    assert item is not None
    return item


def go_to(driver: TabletDriver, name: str, key: Qt.Key = Key.Key_Tab) -> None:
    """Presses a key until the control of that objectName has the keyboard."""
    for _ in range(ROUND):
        if focused(driver).objectName() == name:
            return
        press(driver, key)
    raise AssertionError(f"{name} is not reached on {driver.screen}; last {focused(driver).objectName()}")


def ring(item: QQuickItem) -> bool:
    """Whether a control shows that it has the keyboard."""
    # A text that scrolls has its edge around all that it scrolls in.
    framed = item.parentItem().parentItem().parentItem() if item.inherits("QQuickTextArea") else item
    return any(_shown_rings(framed))


def _shown_rings(item: QQuickItem) -> list[bool]:
    rings = [item.isVisible()] if item.metaObject().className().startswith("FocusRing") else []
    for child in item.childItems():
        rings += _shown_rings(child)
    return rings


@pytest.fixture(params=["en", "ar"])
def keyed(request: pytest.FixtureRequest, qapp: QGuiApplication, tmp_path: Path) -> Iterator[TabletDriver]:
    """A tablet in English, and mirrored in Arabic."""
    driver = Stage(tmp_path, request.param).driver
    yield driver
    driver.close()


@pytest.fixture
def onwards(keyed: TabletDriver) -> Qt.Key:
    """The arrow along the reading direction."""
    return Key.Key_Left if keyed.tablet.screens.language.rightToLeft else Key.Key_Right


@pytest.fixture
def backwards(onwards: Qt.Key) -> Qt.Key:
    """The arrow against the reading direction."""
    return Key.Key_Left if onwards == Key.Key_Right else Key.Key_Right


def test_arrival_by_skip(keyed: TabletDriver) -> None:
    go_to(keyed, "arriveDoor")
    press(keyed, Key.Key_Return)
    assert keyed.screen == "arrive"
    assert focused(keyed).objectName() == "nameField"
    assert ring(focused(keyed))

    press(keyed, Key.Key_Tab, Key.Key_Tab, Key.Key_Backtab)
    assert focused(keyed).objectName() == "skipButton"
    press(keyed, Key.Key_Space)
    keyed.wait(lambda: keyed.screen == "acknowledged")
    assert [event.name for event in keyed.kept(Arrived)] == [""]
    assert focused(keyed).objectName() == "doneButton"
    assert ring(focused(keyed))
    press(keyed, Key.Key_Enter)
    assert keyed.screen == "welcome"


def test_arrival_by_name(keyed: TabletDriver) -> None:
    name = "وردة" if keyed.tablet.screens.language.rightToLeft else "Rosa"
    go_to(keyed, "arriveDoor", Key.Key_Backtab)
    press(keyed, Key.Key_Space)
    write(keyed, name)
    go_to(keyed, "hereButton")
    press(keyed, Key.Key_Space)
    keyed.wait(lambda: keyed.screen == "acknowledged")
    assert [event.name for event in keyed.kept(Arrived)] == [name]


def test_enter_in_the_field_is_im_here(keyed: TabletDriver) -> None:
    go_to(keyed, "arriveDoor")
    press(keyed, Key.Key_Space)
    write(keyed, "R")
    press(keyed, Key.Key_Return)
    keyed.wait(lambda: keyed.screen == "acknowledged")
    assert [event.name for event in keyed.kept(Arrived)] == ["R"]


def test_a_rating_with_a_topic(keyed: TabletDriver, onwards: Qt.Key, backwards: Qt.Key) -> None:
    go_to(keyed, "leaveDoor")
    press(keyed, Key.Key_Return)
    assert focused(keyed).objectName() == "star1"
    press(keyed, onwards, onwards, onwards, onwards, backwards)
    assert focused(keyed).objectName() == "star4"
    press(keyed, Key.Key_Space)
    keyed.wait(lambda: keyed.screen == "followup")

    first = focused(keyed)
    assert first.objectName().startswith("topic-")
    press(keyed, Key.Key_Down)
    below = focused(keyed)
    assert below.mapToScene(below.boundingRect().center()).x() == first.mapToScene(first.boundingRect().center()).x()
    press(keyed, Key.Key_Up, onwards, onwards)
    press(keyed, Key.Key_Space)
    topic = Topic(focused(keyed).objectName().removeprefix("topic-"))
    go_to(keyed, "noButton", onwards)
    press(keyed, Key.Key_Return)
    keyed.wait(lambda: keyed.screen == "thanks")
    keyed.wait_kept(RatingSettled, 1)
    assert [event.stars for event in keyed.kept(Rated)] == [4]
    assert keyed.kept(RatingExplained)[-1].topics == (topic,)
    press(keyed, Key.Key_Space)
    assert keyed.screen == "welcome"


def test_help(keyed: TabletDriver) -> None:
    go_to(keyed, "helpButton", Key.Key_Backtab)
    press(keyed, Key.Key_Return)
    keyed.wait(lambda: keyed.screen == "help")
    assert len(keyed.kept(HelpRequested)) == 1
    assert focused(keyed).objectName() == "closeButton"
    press(keyed, Key.Key_Space)
    assert keyed.screen == "welcome"


@pytest.mark.parametrize("opener", ["languagesButton", "comfortButton"])
def test_escape_closes_what_lies_over_a_screen(keyed: TabletDriver, opener: str) -> None:
    go_to(keyed, opener)
    press(keyed, Key.Key_Space)
    inside = focused(keyed).objectName()
    assert inside in ("backButton", "comfortDoneButton")
    press(keyed, Key.Key_Escape)
    assert focused(keyed).objectName() == opener
    assert ring(focused(keyed))


def test_the_key_that_answers_still_there_does_nothing_else(keyed: TabletDriver) -> None:
    go_to(keyed, "leaveDoor")
    press(keyed, Key.Key_Space)
    keyed.time_out()
    assert focused(keyed).objectName() == "stayButton"
    assert ring(focused(keyed))
    press(keyed, Key.Key_Space)
    assert not keyed.shows("stayButton")
    assert focused(keyed).objectName() == "star1"
    assert keyed.kept(Rated) == []


def test_a_key_held_down_is_one_press(qapp: QGuiApplication, tmp_path: Path) -> None:
    driver = Stage(tmp_path, timeouts=DEFAULT_TIMEOUTS).driver
    go_to(driver, "arriveDoor")
    for again in range(5):
        event = QKeyEvent(QEvent.Type.KeyPress, Key.Key_Return, Qt.KeyboardModifier.NoModifier, "\r", again > 0)
        QCoreApplication.sendEvent(driver.window, event)
        driver.settle()
    press(driver, Key.Key_Return)
    assert driver.screen == "arrive"
    assert driver.kept(Arrived) == []
    driver.close()


def test_a_finger_sees_no_ring(driver: TabletDriver) -> None:
    driver.tap("leaveDoor")
    assert not ring(focused(driver))


def chord(driver: TabletDriver, kind: QEvent.Type, modifiers: Qt.KeyboardModifier = CHORD) -> None:
    """S goes down or up while these are held."""
    QCoreApplication.sendEvent(driver.window, QKeyEvent(kind, Key.Key_S, modifiers))


def test_staff_do_everything_by_keys(driver: TabletDriver) -> None:
    visit = driver.arrive("Rosa")
    driver.tap("doneButton")
    chord(driver, QEvent.Type.KeyPress)
    driver.wait(lambda: driver.screen == "staff", "the staff's screen")
    chord(driver, QEvent.Type.KeyRelease)
    assert focused(driver).objectName() == "pinTyped"
    assert ring(focused(driver))

    press(driver, Key.Key_9, Key.Key_Backspace, *[Key(Key.Key_0.value + int(digit)) for digit in STAFF_PIN])
    press(driver, Key.Key_Return)
    assert focused(driver).objectName() == "name-Maria"
    assert ring(focused(driver))
    press(driver, Key.Key_Tab, Key.Key_Space)
    assert focused(driver).objectName() == "seen-K1"
    assert ring(focused(driver))
    go_to(driver, "seen-K1-10")
    press(driver, Key.Key_Return)
    (seen,) = driver.wait_kept(Acknowledged, 1)
    assert (seen.visit, seen.by, seen.minutes) == (visit, "Sam", 10)
    driver.wait(lambda: ring(focused(driver)))

    go_to(driver, "tabletButton")
    press(driver, Key.Key_Space)
    assert ring(focused(driver))
    go_to(driver, "staffDoneButton", Key.Key_Backtab)
    press(driver, Key.Key_Space)
    assert driver.screen == "welcome"


def test_the_pad_is_used_by_a_switch_too(driver: TabletDriver) -> None:
    driver.tablet.screens.flow.staff()
    for digit in STAFF_PIN:
        go_to(driver, f"key{digit}")
        press(driver, Key.Key_Return)
    go_to(driver, "keyOk")
    press(driver, Key.Key_Space)
    assert driver.shows("name-Maria")


@pytest.mark.parametrize("ended", ["released", "left", "elsewhere", "other keys"])
def test_nobody_meets_the_staffs_screen_by_chance(driver: TabletDriver, ended: str) -> None:
    asked: list[bool] = []
    driver.tablet.screens.flow.staffing.connect(lambda: asked.append(True))
    if ended == "elsewhere":
        driver.tap("leaveDoor")
    chord(driver, QEvent.Type.KeyPress, CHORD if ended != "other keys" else Qt.KeyboardModifier.ControlModifier)
    if ended == "released":
        chord(driver, QEvent.Type.KeyRelease)
    elif ended == "left":
        QCoreApplication.sendEvent(driver.window, QEvent(QEvent.Type.FocusOut))
    over = QDeadlineTimer(STAFF_MS + 200)
    driver.wait(over.hasExpired)
    assert asked == []


@pytest.mark.parametrize("language", ["en", "ar"])
@pytest.mark.parametrize("scene", STAFF)
def test_tab_reaches_everything_that_staff_can_use(
    qapp: QGuiApplication, tmp_path: Path, scene: str, language: str
) -> None:
    play = Stage(tmp_path, language)
    SCENES[scene](play)
    play.driver.draw()
    wanted = {item.objectName() for item in controls(play.driver)}
    reached: set[str] = set()
    for _ in range(ROUND):
        press(play.driver, Key.Key_Tab)
        assert ring(focused(play.driver)), focused(play.driver).objectName()
        reached.add(focused(play.driver).objectName())
    assert reached == wanted
    play.driver.close()


def controls(driver: TabletDriver) -> list[QQuickItem]:
    """What can be used of what lies on top."""
    return [
        item
        for item in driver.items()
        if item.isEnabled() and item.activeFocusOnTab() and item.objectName() and item.width() > 0
    ]


def in_reading_order(items: list[QQuickItem], mirrored: bool) -> bool:
    """Top to bottom, then along the reading direction."""
    places = [item.mapRectToScene(item.boundingRect()) for item in items]
    for here, there in pairwise(places):
        overlap = min(here.bottom(), there.bottom()) - max(here.top(), there.top())
        if overlap > SAME_ROW * min(here.height(), there.height()):
            if (there.center().x() > here.center().x()) == mirrored:
                return False
        elif there.center().y() < here.center().y():
            return False
    return True


@pytest.mark.parametrize(("language", "size"), [("en", "landscape"), ("ar", "portrait")])
@pytest.mark.parametrize("scene", PATIENTS)
def test_tab_reaches_everything_once_in_reading_order(
    qapp: QGuiApplication, tmp_path: Path, scene: str, language: str, size: str
) -> None:
    play = Stage(tmp_path, language)
    driver = play.driver
    driver.turn(LANDSCAPE if size == "landscape" else PORTRAIT)
    SCENES[scene](play)
    # A touch of any key answers "Still there?", so that its only button is checked as it comes.
    if scene == "still-there":
        assert focused(driver).objectName() == "stayButton"
        driver.close()
        return
    driver.draw()
    wanted = {item.objectName() for item in controls(driver)}
    reached: list[QQuickItem] = []
    for _ in range(ROUND):
        press(driver, Key.Key_Tab)
        item = focused(driver)
        if reached and item == reached[0]:
            break
        assert item.isVisible(), item.objectName()
        assert item.isEnabled(), item.objectName()
        assert ring(item), item.objectName()
        reached.append(item)

    names = [item.objectName() for item in reached]
    assert sorted(names) == sorted(wanted)
    # The round may have begun in the middle.
    mirrored = bool(driver.tablet.screens.language.rightToLeft)
    turns = [reached[start:] + reached[:start] for start in range(len(reached))]
    assert not reached or any(in_reading_order(turn, mirrored) for turn in turns), names
    driver.close()
