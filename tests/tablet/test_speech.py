"""Read-aloud: what a patient hears, in their language, until they are gone."""

from PySide6.QtGui import QGuiApplication

from kiosk.tablet.speech import SystemVoice
from kiosk.visits.events import Acknowledged, Arrived
from tests.tablets import Elsewhere, TabletDriver


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


def test_qt_speaks(qapp: QGuiApplication) -> None:
    voice = SystemVoice("mock")
    assert voice.is_there()
    voice.set_volume(70)
    voice.set_locale("en_GB")
    voice.say("Hello.")
    voice.stop()
    # There is no such voice, so nothing is said, and nobody complains.
    voice.set_locale("es_ES")
    voice.say("Hola.")


def _switch_on(driver: TabletDriver) -> None:
    driver.tap("comfortButton")
    driver.tap("readChip")
    driver.wait(lambda: _heard(driver, "Easier to read?"))


def _heard(driver: TabletDriver, text: str) -> bool:
    return text in " ".join(driver.voice.said)
