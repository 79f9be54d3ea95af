"""Staff: behind the logo and a PIN, arrivals are acknowledged with no network at all; cleaning, closing, leaving."""

from collections.abc import Iterator
from pathlib import Path
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace
from PySide6.QtCore import QPoint, QPointF, QSize, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest

from kiosk.sync import Link
from kiosk.tablet.flow import Timeouts
from kiosk.tablet.pin import is_pin, keep, matches, wait_ms
from kiosk.tablet.values import Rows
from kiosk.visits.events import Acknowledged, Arrived
from tests.tablets import LANDSCAPE, PORTRAIT, STAFF_PIN, Elsewhere, TabletDriver, TestClock, config


def logo(driver: TabletDriver) -> QPoint:
    """Where the practice's sign is."""
    driver.draw()
    sign = next(item for item in driver.items() if item.metaObject().className().startswith("Logo"))
    return sign.mapToScene(QPointF(sign.width() / 2, sign.height() / 2)).toPoint()


def test_holding_the_logo_for_three_seconds_and_the_pin_opens_it(driver: TabletDriver) -> None:
    finger = QTest.createTouchDevice()
    at = logo(driver)
    QTest.touchEvent(driver.window, finger).press(0, at, driver.window).commit()
    driver.wait(lambda: driver.screen == "staff", "the staff's screen")
    QTest.touchEvent(driver.window, finger).release(0, at, driver.window).commit()

    driver.enter_pin(STAFF_PIN)
    driver.tap("name-Sam")

    assert driver.reads("Nobody waits to be seen.")


def test_what_a_patient_had_chosen_ends_when_staff_come(driver: TabletDriver) -> None:
    ends: list[bool] = []
    driver.tablet.screens.flow.adapt()
    driver.tablet.screens.flow.gone.connect(lambda: ends.append(True))
    driver.tablet.screens.flow.staff()
    assert ends == [True]


def test_a_tap_on_the_logo_does_nothing(driver: TabletDriver) -> None:
    driver.touch(logo(driver))
    assert driver.screen == "welcome"


@pytest.mark.parametrize("size", [LANDSCAPE, PORTRAIT], ids=["landscape", "portrait"])
def test_an_arrival_is_acknowledged_here_without_a_network(driver: TabletDriver, size: QSize) -> None:
    driver.turn(size)
    visit = driver.arrive("Rosa")
    driver.tap("doneButton")
    driver.link(Link.UNREACHABLE)
    driver.open_staff("Sam")
    assert driver.reads("Rosa")

    driver.tap("seen-K1-10")
    (seen,) = driver.wait_kept(Acknowledged, 1)

    assert (seen.visit, seen.by, seen.minutes) == (visit, "Sam", 10)
    driver.wait(lambda: driver.reads("Seen by Sam"))
    driver.tap("staffDoneButton")
    assert driver.screen == "welcome"
    assert driver.reads("Seen by Sam")


def test_two_quick_taps_are_one_fact_and_never_meant_for_the_next_row(driver: TabletDriver) -> None:
    for _ in range(2):
        driver.arrive()
        driver.tap("doneButton")
    driver.open_staff()
    first = driver.centre("seen-K1")

    driver.touch(first)
    driver.touch(first)
    driver.wait_kept(Acknowledged, 1)
    driver.touch(first)
    driver.tap("seen-K2")

    seen = driver.wait_kept(Acknowledged, 2)
    assert [event.minutes for event in seen] == [None, None]
    assert {event.visit for event in seen} == {event.visit for event in driver.kept(Arrived)}


def test_names_of_patients_leave_with_the_staff_who_need_not_say_so(qapp: QGuiApplication, tmp_path: Path) -> None:
    driver = TabletDriver(config(tmp_path), timeouts=Timeouts(acknowledged=50, staff=2_000, startle=0))
    driver.arrive("Rosa")
    driver.wait(lambda: driver.screen == "welcome")
    driver.open_staff()
    assert driver.reads("Rosa")

    driver.wait(lambda: driver.screen == "welcome")

    assert not driver.reads("Rosa")
    rows = driver.tablet.backroom.staff.findChild(Rows)
    assert isinstance(rows, Rows)
    assert rows.rowCount() == 0
    driver.tablet.screens.flow.staff()
    driver.settle()
    assert driver.shows("key1")
    driver.close()


def test_wrong_pins_slow_down_and_the_pad_says_how_long(driver: TabletDriver, clock: TestClock) -> None:
    driver.tablet.screens.flow.staff()
    driver.settle()
    for _ in range(2):
        driver.enter_pin("1111")
        assert driver.reads("Wrong PIN. Please try again.")
    driver.enter_pin("1111")
    assert driver.reads("Wrong PIN. Please wait 5 s.")

    driver.enter_pin(STAFF_PIN)
    assert not driver.shows("name-Maria")
    driver.tap("staffDoneButton")
    driver.tablet.screens.flow.staff()
    driver.settle()
    assert driver.reads("Wrong PIN. Please wait 5 s.")

    clock.advance(5_000)
    driver.wait(lambda: bool(driver.find("key1").isEnabled()))
    driver.enter_pin("1111")
    assert driver.reads("Wrong PIN. Please wait 10 s.")
    clock.advance(10_000)
    driver.wait(lambda: bool(driver.find("key1").isEnabled()))
    driver.enter_pin(STAFF_PIN)
    assert driver.shows("name-Maria")


def test_digits_are_never_on_the_screen_and_can_be_cleared(driver: TabletDriver) -> None:
    driver.tablet.screens.flow.staff()
    driver.settle()
    before = driver.texts()
    for digit in "999":
        driver.tap(f"key{digit}")
    assert driver.texts() == before
    assert not driver.find("keyOk").isEnabled()
    driver.tap("keyClear")
    driver.enter_pin(STAFF_PIN)
    assert driver.shows("name-Maria")


@given(st.integers(0, 10_000))
def test_the_more_wrong_pins_the_longer_it_takes_up_to_five_minutes(wrong: int) -> None:
    assert wait_ms(wrong) <= wait_ms(wrong + 1) <= 300_000
    assert (wait_ms(wrong) == 0) is (wrong < 3)


def test_the_waits_double_from_five_seconds() -> None:
    assert [wait_ms(wrong) // 1000 for wrong in range(3, 11)] == [5, 10, 20, 40, 80, 160, 300, 300]


@pytest.mark.parametrize(("text", "good"), [("1234", True), ("12345678", True), ("123", False), ("123456789", False)])
def test_a_pin_has_four_to_eight_digits(text: str, good: bool) -> None:
    assert is_pin(text) is good
    assert not is_pin(text + "\n")
    assert not is_pin("١٢٣٤")


def test_a_pin_is_not_in_what_is_kept() -> None:
    kept = keep("2580", bytes(16))
    assert "2580" not in kept
    assert matches(kept, "2580")
    assert not matches(kept, "2581")
    assert not matches(keep("2580", bytes([1] * 16)).replace("01", "02", 1), "2580")


def test_without_a_pin_nobody_gets_in_and_it_is_said_how(qapp: QGuiApplication, tmp_path: Path) -> None:
    settings = config(tmp_path)
    driver = TabletDriver(replace(settings, tablet=replace(settings.tablet, staff_pin="")))
    driver.tablet.screens.flow.staff()
    driver.settle()
    assert "kiosk pin" in str(driver.find("notSetUp").property("text"))
    assert not driver.shows("key1")
    assert not driver.shows("cleaningButton")
    driver.close()


def test_who_is_alone_is_not_asked_who_they_are(qapp: QGuiApplication, tmp_path: Path) -> None:
    settings = config(tmp_path)
    driver = TabletDriver(replace(settings, tablet=replace(settings.tablet, staff=("Maria",))))
    driver.tablet.screens.flow.staff()
    driver.settle()
    driver.enter_pin(STAFF_PIN)
    assert driver.shows("cleaningButton")
    driver.close()


@pytest.fixture
def cleaned(qapp: QGuiApplication, tmp_path: Path) -> Iterator[TabletDriver]:
    """A tablet that is being cleaned, for a second."""
    driver = TabletDriver(config(tmp_path), timeouts=Timeouts(cleaning=1_000, startle=0))
    driver.open_staff()
    driver.tap("cleaningButton")
    yield driver
    driver.close()


def test_while_it_is_cleaned_no_touch_does_anything(cleaned: TabletDriver) -> None:
    assert cleaned.find("cleaningSeconds").property("text") == "1"
    for x in range(20, 1280, 300):
        for y in range(20, 800, 190):
            cleaned.touch(QPoint(x, y))
    QTest.keyClick(cleaned.window, Qt.Key.Key_Tab)
    QTest.keyClick(cleaned.window, Qt.Key.Key_Space)
    assert cleaned.screen == "cleaning"

    cleaned.wait(lambda: cleaned.screen == "welcome")
    assert cleaned.tablet.store.recent(0) == []


def test_the_office_is_closed_until_it_is_opened_over_a_restart(
    driver: TabletDriver, clock: TestClock, tmp_path: Path
) -> None:
    driver.open_staff()
    driver.tap("closeOfficeButton")
    driver.wait(lambda: driver.screen == "closed")
    driver.close()

    again = TabletDriver(config(tmp_path / "tablet"), clock)
    assert again.screen == "closed"
    assert again.reads("The office is closed for now.")
    again.open_staff()
    assert again.reads("Open the office")
    again.tap("closeOfficeButton")
    again.wait(lambda: again.screen == "welcome")
    again.close()

    third = TabletDriver(config(tmp_path / "tablet"), clock)
    assert third.screen == "welcome"
    third.close()


def test_the_state_of_the_tablet_is_told(driver: TabletDriver, desk: Elsewhere, clock: TestClock) -> None:
    arrived = driver.arrive()
    driver.tap("doneButton")
    clock.advance(60_000)
    driver.link(Link.REACHABLE)
    refused: UUID = driver.kept(Arrived)[0].id
    driver.open_staff()
    assert driver.reads("Desk reached since 10:42 · 1 unsent")

    driver.tablet.store.confirm({refused: "no"}).result(5)
    driver.tap("tabletButton")
    driver.tick()

    values = driver.texts()
    assert driver.reads("Desk reached since 10:42")
    assert values[values.index("Refused by the hub") + 8] == "1"
    assert driver.reads("2026-11-23 10:42")
    assert any(text.endswith("GB free") for text in values)
    assert any(text.endswith(" mm") for text in values)
    assert arrived
    driver.tap("staffBackButton")
    assert driver.shows("cleaningButton")


@pytest.mark.parametrize(("way", "code"), [(["leaveButton"], 0), (["tabletButton", "restartButton"], 75)])
def test_leaving_and_restarting_ask_first_and_can_be_told_apart(
    driver: TabletDriver, way: list[str], code: int
) -> None:
    codes: list[int] = []
    driver.tablet.backroom.staff.exiting.connect(codes.append)
    driver.open_staff()
    for name in way:
        driver.tap(name)
    driver.tap("cancelButton")
    assert codes == []

    for name in way:
        driver.tap(name)
    driver.tap("confirmButton")
    assert codes == [code]


def test_nothing_of_staff_can_be_called_without_the_pin(driver: TabletDriver) -> None:
    visit = driver.arrive("Rosa")
    staff = driver.tablet.backroom.staff
    exits: list[int] = []
    staff.exiting.connect(exits.append)
    staff.cleaning.connect(lambda: exits.append(-1))
    driver.tablet.screens.flow.staff()
    staff.choose("Maria")
    staff.look("leave")
    staff.confirm()
    staff.clean()
    staff.seen(str(visit), 5)
    driver.settle()
    assert exits == []
    assert driver.kept(Acknowledged) == []
    assert driver.shows("key1")


def test_a_seen_that_cannot_be_kept_is_told(driver: TabletDriver) -> None:
    driver.arrive()
    driver.tap("doneButton")
    driver.open_staff()
    driver.tablet.store.close()
    driver.tap("seen-K1")
    driver.wait(lambda: driver.shows("troubleNotice"))
    assert not driver.reads("Seen by Maria")


def test_touches_keep_the_staff_in(driver: TabletDriver) -> None:
    driver.open_staff()
    driver.tap("tabletButton")
    assert driver.screen == "staff"
    driver.time_out()
    assert driver.screen == "welcome"
    assert not driver.shows("stayButton")
