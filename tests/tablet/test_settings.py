"""The tablet follows the practice's settings while it runs, and begins with the last ones it heard."""

from pathlib import Path

from PySide6.QtGui import QColor, QGuiApplication
from PySide6.QtQuick import QQuickItem

from kiosk.sync import Link
from kiosk.sync.settings import SETTINGS_KEY
from kiosk.visits.rating import Topic
from kiosk.visits.settings import Greeting, Settings, encode
from tests.tablets import TabletDriver, TestClock, config
from tests.visits.test_settings import FULL

OURS = Settings(
    name="Elm Road",
    logo=FULL.logo,
    accent="#7A1F5C",
    greetings={"en": Greeting(always="Do come in."), "fr": Greeting(always="Entrez donc.")},
    languages=("en", "fr"),
    topics=(Topic.WAITING, Topic.CARE),
    review_link="https://example.org/elm",
)


def hear(tablet: TabletDriver, settings: Settings) -> None:
    tablet.tablet.bridge.settings_heard(settings)
    tablet.settle()


def drawn(item: QQuickItem) -> str:
    """What kind of thing is on the screen."""
    return str(item.metaObject().className())


def test_everything_that_patients_see_follows_at_once(driver: TabletDriver) -> None:
    hear(driver, OURS)
    assert driver.reads("Elm Road")
    assert driver.reads("Do come in.")
    assert not driver.reads("Cedar Street Family Practice")
    assert driver.window.property("accent") == QColor("#7A1F5C")
    driver.wait(lambda: any(drawn(item).startswith("QQuickImage") for item in driver.items()), "the logo")
    driver.speak("fr")
    assert driver.reads("Entrez donc.")
    driver.speak("en")
    driver.rate(4)
    assert driver.find("topic-waiting") is not None
    shown = [item.objectName() for item in driver.items() if item.objectName().startswith("topic-")]
    assert shown == ["topic-waiting", "topic-care"]
    driver.tap("noButton")
    driver.tap("finishButton")
    assert driver.tablet.screens.thanks.property("reviewLink") == "https://example.org/elm"


def test_who_waits_is_sent_to_the_desk_after_the_target_that_was_heard_last(
    tmp_path: Path, qapp: QGuiApplication
) -> None:
    clock = TestClock()
    tablet = TabletDriver(config(tmp_path), clock)
    tablet.link(Link.REACHABLE)
    tablet.arrive("Rosa")
    tablet.confirm_all()
    clock.advance(20_000)
    tablet.tick()
    assert not tablet.reads("Nobody has answered yet.")
    hear(tablet, Settings(greeting_target_seconds=15))
    assert tablet.reads("Nobody has answered yet.")
    tablet.close()


def test_a_language_that_is_offered_no_more_gives_way_to_the_practices_own(driver: TabletDriver) -> None:
    driver.speak("vi")
    hear(driver, Settings(languages=("fr", "en")))
    assert driver.tablet.screens.language.spoken == "fr"
    driver.speak("en")
    hear(driver, Settings(languages=("es", "en")))
    assert driver.tablet.screens.language.spoken == "en"


def test_the_office_closes_by_the_hours_it_hears(driver: TabletDriver) -> None:
    assert driver.screen == "welcome"
    hear(driver, Settings(hours={"sunday": ("03:00-03:01",)}, name="Elm Road"))
    driver.wait(lambda: driver.screen == "closed", "the closed office")
    assert driver.reads("Elm Road")
    hear(driver, Settings())
    driver.wait(lambda: driver.screen == "welcome", "the open office")


def test_a_tablet_begins_with_what_it_heard_last_and_passes_over_what_it_cannot_use(
    qapp: QGuiApplication, tmp_path: Path
) -> None:
    first = TabletDriver(config(tmp_path))
    assert first.reads("Cedar Street Family Practice")
    first.tablet.store.remember(SETTINGS_KEY, encode(OURS).decode()).result()
    first.close()
    second = TabletDriver(config(tmp_path))
    assert second.reads("Elm Road")
    assert second.window.property("accent") == QColor("#7A1F5C")
    second.tablet.store.remember(SETTINGS_KEY, '{"accent": "#FFFFFF"}').result()
    second.close()
    third = TabletDriver(config(tmp_path))
    assert third.reads("Cedar Street Family Practice")
    third.close()
