"""Read-aloud: what a patient hears, in their language, until they are gone."""

from dataclasses import replace
from pathlib import Path

from PySide6.QtGui import QGuiApplication

from kiosk.visits.events import Acknowledged, Arrived
from tests.tablets import UNSTARTLED, Elsewhere, TabletDriver, TestClock, config


def test_a_new_screen_is_read_texts_first_then_buttons_each_once(driver: TabletDriver) -> None:
    _switch_on(driver)
    driver.tap("comfortDoneButton")
    driver.wait(lambda: _heard(driver, "We’re glad you’re here."))

    heard = " ".join(driver.voice.said)
    assert heard.index("We’re glad you’re here.") < heard.index("I’ve just arrived.")
    assert heard.count("I need help.") == 1
    assert "more waiting" not in heard
    assert driver.voice.volume == 70


def test_news_are_said_after_the_rest(driver: TabletDriver, desk: Elsewhere) -> None:
    _switch_on(driver)
    driver.tap("comfortDoneButton")
    visit = driver.arrive()
    driver.wait(lambda: _heard(driver, "Your ticket is K1"))
    (arrived,) = driver.wait_kept(Arrived, 1)
    assert arrived.visit == visit
    driver.hear(desk.mint(lambda s: Acknowledged(**s, visit=visit, by="Maria", minutes=12)))
    driver.wait(lambda: _heard(driver, "Maria has seen you"))

    assert _heard(driver, "Your ticket is K1")
    assert "Your ticket" not in driver.voice.said[-1]


def test_each_language_is_read_as_it_is(driver: TabletDriver) -> None:
    _switch_on(driver)
    driver.tap("comfortDoneButton")
    driver.speak("es")
    driver.wait(lambda: _heard(driver, "Necesito ayuda"))
    assert driver.voice.locale == "es_ES"

    driver.speak("ar")
    driver.wait(lambda: _heard(driver, "أحتاج"))
    assert driver.voice.locale == "ar_AR"
    assert not _heard(driver, "Necesito ayuda")


def test_the_next_patient_hears_nothing(driver: TabletDriver) -> None:
    _switch_on(driver)
    driver.tap("comfortDoneButton")
    driver.voice.set_volume(5)
    driver.arrive()
    driver.tap("doneButton")

    assert not driver.tablet.screens.comfort.reading
    assert driver.voice.said == []
    assert driver.voice.volume == 70


def test_it_is_offered_in_the_languages_that_it_knows(driver: TabletDriver) -> None:
    driver.voice.mute = {"vi_VN"}
    _switch_on(driver)
    driver.tablet.screens.language.choose("vi")
    driver.wait(lambda: not driver.shows("readChip"))
    assert driver.voice.said == []

    driver.tablet.screens.language.choose("fr")
    assert driver.shows("readChip")
    driver.wait(lambda: bool(driver.voice.said))
    assert driver.voice.locale == "fr_FR"


def test_it_is_offered_as_soon_as_there_is_a_voice(driver: TabletDriver) -> None:
    driver.voice.mute = {"en_GB"}
    driver.tap("comfortButton")
    assert not driver.shows("readChip")

    driver.voice.mute = set()
    driver.voice.readied.emit()
    driver.wait(lambda: driver.shows("readChip"))


def test_thanks_stays_until_it_is_read(driver: TabletDriver) -> None:
    _to_thanks(driver)
    driver.time_out()
    assert driver.screen == "thanks"

    driver.voice.speakingChanged.emit(False)
    assert driver.screen == "welcome"


def test_a_touch_starts_the_time_anew_while_it_is_read(driver: TabletDriver) -> None:
    _to_thanks(driver)
    driver.time_out()
    driver.tablet.screens.flow.touch()
    driver.voice.speakingChanged.emit(False)
    assert driver.screen == "thanks"


def test_no_screen_waits_for_ever_for_a_voice(qapp: QGuiApplication, tmp_path: Path) -> None:
    driver = TabletDriver(config(tmp_path), TestClock(), replace(UNSTARTLED, thanks=100, reading=100))
    _to_thanks(driver)
    driver.wait(lambda: driver.screen == "welcome")
    driver.close()


def test_nobody_is_asked_whether_they_are_there_while_they_listen(driver: TabletDriver) -> None:
    _switch_on(driver)
    driver.tap("comfortDoneButton")
    driver.tap("leaveDoor")
    driver.voice.speakingChanged.emit(True)
    driver.time_out()
    assert not driver.tablet.screens.flow.asking

    driver.voice.speakingChanged.emit(False)
    assert driver.tablet.screens.flow.asking


def _to_thanks(driver: TabletDriver) -> None:
    _switch_on(driver)
    driver.tap("comfortDoneButton")
    driver.rate(5)
    driver.tap("noButton")
    driver.wait(lambda: driver.screen == "thanks")
    driver.voice.speakingChanged.emit(True)


def _switch_on(driver: TabletDriver) -> None:
    driver.tap("comfortButton")
    driver.tap("readChip")
    driver.wait(lambda: _heard(driver, "Easier to read?"))


def _heard(driver: TabletDriver, text: str) -> bool:
    return text in " ".join(driver.voice.said)
