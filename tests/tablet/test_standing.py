"""What holds whatever stands on the screen: time-outs, taps that cannot be kept, restarts, QR codes."""

import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QGuiApplication

from kiosk.sync import Link
from kiosk.tablet.flow import Timeouts
from kiosk.visits.events import Acknowledged, Arrived
from tests.disks import fill
from tests.tablets import PORTRAIT, Elsewhere, TabletDriver, TestClock, config


def test_a_screen_asks_before_it_goes_and_one_touch_stays(driver: TabletDriver) -> None:
    driver.tap("arriveDoor")
    driver.type_in("Rosa")
    driver.time_out()

    driver.tap("stayButton")

    assert not driver.shows("stayButton")
    assert driver.find("nameField").property("text") == "Rosa"


def test_whatever_was_typed_is_gone_when_nobody_answers(driver: TabletDriver) -> None:
    driver.tap("arriveDoor")
    driver.type_in("Rosa")
    driver.time_out()
    driver.time_out()

    assert driver.screen == "welcome"
    driver.tap("arriveDoor")
    assert driver.find("nameField").property("text") == ""
    assert driver.kept(Arrived) == []


def test_the_time_left_is_told_as_truly_when_the_tablet_is_turned(driver: TabletDriver) -> None:
    driver.tap("arriveDoor")
    driver.time_out()
    driver.draw()
    left = driver.find("timeLeft")
    whole = left.parentItem()
    assert whole is not None

    def share() -> float:
        return left.width() / whole.width()

    driver.wait(lambda: share() < 0.99)
    before, lying = share(), whole.width()
    driver.turn(PORTRAIT)
    driver.draw()
    assert whole.width() < lying
    assert before - 0.3 < share() <= before


def test_ticket_and_thanks_go_by_themselves(qapp: QGuiApplication, tmp_path: Path) -> None:
    driver = TabletDriver(config(tmp_path), timeouts=Timeouts(acknowledged=50, thanks=50, startle=0))
    driver.arrive("Rosa")
    driver.wait(lambda: driver.screen == "welcome")
    assert not [text for text in driver.texts() if "Rosa" in text]

    driver.rate(5)
    driver.tap("noButton")
    driver.wait(lambda: driver.screen == "welcome")
    driver.close()


def test_welcome_stands_for_ever_and_draws_nothing_while_nobody_touches_it(driver: TabletDriver) -> None:
    driver.rest()
    assert driver.frames_while_it_ticks() == 0


def test_a_tap_that_cannot_be_kept_is_told_and_can_be_tried_again(qapp: QGuiApplication, small_disk: Path) -> None:
    driver = TabletDriver(config(small_disk / "data"))
    filler = fill(small_disk)
    driver.tap("leaveDoor")
    driver.tap("star4")
    driver.wait(lambda: driver.shows("troubleNotice"))
    assert driver.reads("Please tell the desk.")

    filler.unlink()
    driver.tap("closeButton")
    assert driver.screen == "welcome"
    driver.rate(4)
    driver.close()


def test_a_restarted_tablet_knows_who_waits(
    driver: TabletDriver, desk: Elsewhere, clock: TestClock, tmp_path: Path
) -> None:
    visit = driver.arrive("Rosa")
    driver.hear(desk.mint(lambda s: Acknowledged(**s, visit=visit, by="Maria", minutes=10)))
    driver.close()

    again = TabletDriver(config(tmp_path / "tablet"), clock)
    try:
        assert again.reads("Seen by Maria")
        again.arrive()
        assert [event.ticket for event in again.kept(Arrived)] == ["K1", "K2"]
    finally:
        again.close()


@pytest.mark.parametrize("portrait", [False, True], ids=["landscape", "portrait"])
def test_somebody_elses_decoder_reads_the_qr_codes(driver: TabletDriver, tmp_path: Path, portrait: bool) -> None:
    if portrait:
        driver.turn(PORTRAIT)
    driver.arrive("Rosa")
    driver.link(Link.REACHABLE)
    driver.confirm_all()
    link = str(driver.find("phoneQr").property("text"))
    assert link.startswith("http://127.0.0.1:9/v/")
    assert _decoded(driver, tmp_path) == link

    driver.tap("doneButton")
    driver.rate(3)
    driver.tap("noButton")
    driver.wait(lambda: driver.screen == "thanks")
    assert _decoded(driver, tmp_path) == "https://example.org/reviews/cedar-street"


def _decoded(driver: TabletDriver, folder: Path) -> str:
    file = folder / "screen.png"
    assert driver.picture().save(str(file))
    return subprocess.run(
        ["zbarimg", "--quiet", "--raw", file], capture_output=True, text=True, check=True
    ).stdout.strip()


def test_the_binding_to_qt_takes_no_references_from_none(qapp: QGuiApplication) -> None:
    """A version of PySide6 that does so ends the process after some hours: decisions/0001."""

    class Source(QObject):
        told = Signal(bool)

    source = Source()
    before = sys.getrefcount(None), sys.getrefcount(True)
    for _ in range(1000):
        source.setObjectName("x")
        source.told.emit(True)
    assert sys.getrefcount(None) > before[0] - 500
    assert sys.getrefcount(True) > before[1] - 500
