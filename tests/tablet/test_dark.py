"""Dark: outside opening hours no light shines for nobody, and the first touch brings it back and does nothing else."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface, QColor, QGuiApplication
from PySide6.QtTest import QTest
from structlog.testing import capture_logs

from kiosk.sync import Link
from kiosk.tablet.backlight import Backlight
from kiosk.tablet.flow import DEFAULT_TIMEOUTS, Timeouts
from kiosk.tablet.hands import monotonic_ms
from kiosk.visits.events import HelpRequested
from kiosk.visits.hours import WEEKDAYS
from tests.tablets import TabletDriver, TestClock, config

MINUTE = 60_000
HOUR = 60 * MINUTE
EVENING = 10 * HOUR
"""After 10:41: it has been closed for more than two hours."""
SOON = Timeouts(dark=1, startle=0)
"""What is not dark when such a tablet has come to rest does not go dark."""
LONG = Timeouts(startle=0)


@pytest.fixture
def lights(tmp_path: Path) -> Path:
    """Of a machine with two, as the kernel shows them; somebody has left them off."""
    folder = tmp_path / "backlight"
    for name in ("intel_backlight", "acpi_video0"):
        (folder / name).mkdir(parents=True)
        (folder / name / "bl_power").write_text("4\n")
    return folder


def powers(lights: Path) -> set[str]:
    """What is written there: 0 is on, 4 is off."""
    return {file.read_text().strip() for file in lights.glob("*/bl_power")}


Begin = Callable[..., TabletDriver]


@pytest.fixture
def begin(qapp: QGuiApplication, tmp_path: Path, clock: TestClock) -> Iterator[Begin]:
    """Starts a tablet that is open from 8 to 18, so long after 10:41 on a Monday."""
    started: list[TabletDriver] = []

    def start(
        later: int, timeouts: Timeouts = LONG, lights: Path | None = None, *, always: bool = False
    ) -> TabletDriver:
        clock.advance(later)
        given = config(tmp_path / "tablet")
        hours = {} if always else dict.fromkeys(WEEKDAYS[:5], ("08:00-18:00",))
        practice = replace(given.practice, hours=hours)
        backlight = Backlight(lights) if lights else None
        started.append(TabletDriver(replace(given, practice=practice), clock, timeouts, backlight=backlight))
        return started[-1]

    yield start
    for driver in started:
        driver.close()


def told(part: QAccessibleInterface) -> Iterator[tuple[QAccessible.Role, str]]:
    """What a screen reader finds below a part of the window."""
    for index in range(part.childCount()):
        child = part.child(index)
        yield child.role(), child.text(QAccessible.Text.Name)
        yield from told(child)


def is_dark(driver: TabletDriver) -> bool:
    """Whether nothing but black can be seen."""
    picture = driver.picture()
    places = [(x, y) for x in range(5, picture.width(), 60) for y in range(5, picture.height(), 60)]
    return all(picture.pixelColor(*place) == QColor("black") for place in places)


def test_a_minute_without_a_touch_is_enough() -> None:
    assert DEFAULT_TIMEOUTS.dark == MINUTE


def test_closed_goes_dark_by_itself_and_draws_nothing_then(begin: Begin, lights: Path) -> None:
    driver = begin(EVENING, SOON, lights)
    driver.wait(lambda: powers(lights) == {"4"}, "the light to go off")
    driver.rest()
    assert driver.frames_while_it_ticks() == 0
    assert is_dark(driver)
    assert driver.screen == "closed"


@pytest.mark.parametrize(
    "later",
    [
        pytest.param(0, id="while it is open"),
        pytest.param(7 * HOUR + 30 * MINUTE, id="soon after closing"),
        pytest.param(21 * HOUR, id="soon before opening"),
    ],
)
def test_while_people_may_be_about_it_stays_light(begin: Begin, lights: Path, later: int) -> None:
    driver = begin(later, SOON, lights)
    driver.rest()
    assert not driver.shows("dark")
    assert powers(lights) == {"0"}


def test_a_practice_without_hours_is_never_dark(begin: Begin) -> None:
    driver = begin(EVENING, SOON, always=True)
    driver.rest()
    assert not driver.shows("dark")


@pytest.mark.parametrize(("later", "dark"), [(0, False), (EVENING, True)])
def test_an_office_that_staff_have_closed_is_dark_where_its_hours_are_over(
    begin: Begin, later: int, dark: bool
) -> None:
    driver = begin(0, SOON)
    driver.tablet.backroom.closed.decide(True)
    driver.wait(lambda: driver.screen == "closed")
    driver.close()
    driver = begin(later, SOON)
    driver.rest()
    assert driver.shows("dark") is dark


def test_it_goes_dark_half_an_hour_after_closing_and_is_light_half_an_hour_before_opening(
    begin: Begin, clock: TestClock, lights: Path
) -> None:
    driver = begin(7 * HOUR + 48 * MINUTE, SOON, lights)
    driver.rest()
    assert not driver.shows("dark")
    clock.advance(MINUTE)
    driver.tick()
    driver.wait(lambda: driver.shows("dark"), "the dark")

    clock.advance(13 * HOUR)
    driver.tick()
    assert not driver.shows("dark")
    assert powers(lights) == {"0"}
    assert driver.screen == "closed"
    clock.advance(HOUR)
    driver.tick()
    assert driver.screen == "welcome"


def test_the_first_touch_lights_it_and_presses_nothing(begin: Begin, lights: Path) -> None:
    driver = begin(EVENING, lights=lights)
    button = driver.centre("comfortButton")
    driver.darken()
    assert is_dark(driver)

    driver.touch(button)
    assert not driver.shows("dark")
    assert powers(lights) == {"0"}
    assert driver.screen == "closed"
    assert not driver.shows("comfortDoneButton")
    driver.touch(button)
    assert driver.shows("comfortDoneButton")


def test_help_is_one_touch_for_light_and_one_more(begin: Begin) -> None:
    driver = begin(EVENING)
    driver.link(Link.REACHABLE)
    button = driver.centre("helpButton")
    driver.darken()
    driver.touch(button)
    driver.touch(button)
    driver.wait(lambda: driver.screen == "help")
    assert len(driver.wait_kept(HelpRequested, 1)) == 1


def test_whoever_taps_twice_in_the_dark_presses_nothing_either(begin: Begin, monkeypatch: pytest.MonkeyPatch) -> None:
    driver = begin(EVENING, DEFAULT_TIMEOUTS)
    button = driver.centre("comfortButton")
    # However long this machine takes for them, they are one hasty finger's.
    at_once = monotonic_ms() + DEFAULT_TIMEOUTS.startle
    monkeypatch.setattr(driver.tablet.hands, "now_ms", lambda: at_once)
    driver.darken()
    driver.touch(button)
    driver.touch(button)
    assert not driver.shows("dark")
    assert not driver.shows("comfortDoneButton")

    monkeypatch.setattr(driver.tablet.hands, "now_ms", lambda: at_once + DEFAULT_TIMEOUTS.startle)
    driver.touch(button)
    assert driver.shows("comfortDoneButton")


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Tab, Qt.Key.Key_Shift], ids=["return", "tab", "shift"])
def test_any_key_lights_it_and_does_nothing_else(begin: Begin, key: Qt.Key) -> None:
    driver = begin(EVENING)
    driver.link(Link.REACHABLE)
    driver.draw()
    focused = driver.window.activeFocusItem()
    driver.darken()
    QTest.keyClick(driver.window, key)
    driver.settle()
    assert not driver.shows("dark")
    assert driver.screen == "closed"
    assert driver.window.activeFocusItem() is focused


def test_it_goes_dark_again_after_a_touch(begin: Begin) -> None:
    driver = begin(EVENING, SOON)
    driver.wait(lambda: driver.shows("dark"), "the dark")
    changes: list[bool] = []
    dimmer = driver.tablet.backroom.dimmer
    dimmer.darkChanged.connect(lambda: changes.append(bool(dimmer.dark)))
    driver.touch(driver.window.contentItem().boundingRect().center().toPoint())
    driver.wait(lambda: changes == [False, True], "light, and dark again")


def test_whatever_comes_onto_the_screen_can_be_seen_and_stays_so(begin: Begin, lights: Path) -> None:
    driver = begin(EVENING, SOON, lights)
    driver.wait(lambda: driver.shows("dark"), "the dark")
    driver.tablet.bridge.lookedFor.emit("Front door")
    driver.rest()
    assert not driver.shows("dark")
    assert powers(lights) == {"0"}
    driver.tap("nameTag")
    driver.wait(lambda: driver.shows("dark"), "the dark")

    driver.tablet.screens.flow.staff()
    driver.rest()
    assert driver.screen == "staff"
    assert not driver.shows("dark")
    driver.tablet.screens.flow.home()
    driver.wait(lambda: driver.shows("dark"), "the dark")

    driver.tablet.screens.flow.report_trouble()
    driver.rest()
    assert driver.shows("troubleNotice")
    assert not driver.shows("dark")


def test_whoever_looks_for_their_language_is_not_left_in_the_dark(begin: Begin) -> None:
    driver = begin(EVENING, SOON)
    driver.tablet.screens.language.open()
    driver.rest()
    assert not driver.shows("dark")
    driver.time_out()
    driver.wait(lambda: driver.shows("dark"), "the dark")
    assert not driver.tablet.screens.language.choosing


def test_other_hours_are_heard_in_the_dark(begin: Begin, tmp_path: Path) -> None:
    driver = begin(EVENING)
    driver.darken()
    settings = config(tmp_path).first_settings
    driver.tablet.bridge.settingsHeard.emit(replace(settings, hours={"monday": ("08:00-24:00",)}))
    driver.settle()
    assert driver.screen == "welcome"
    assert not driver.shows("dark")


def test_a_screen_reader_is_told_the_same_in_the_dark(begin: Begin) -> None:
    driver = begin(EVENING)
    driver.draw()

    before = [*told(QAccessible.queryAccessibleInterface(driver.window))]
    assert (QAccessible.Role.Heading, "We are closed.") in before
    driver.darken()
    driver.draw()
    assert [*told(QAccessible.queryAccessibleInterface(driver.window))] == before


def test_at_start_and_end_the_light_is_on(begin: Begin, lights: Path) -> None:
    driver = begin(EVENING, lights=lights)
    assert powers(lights) == {"0"}
    driver.darken()
    assert powers(lights) == {"4"}
    driver.close()
    assert powers(lights) == {"0"}
    # What was due is due no more.
    driver.darken()
    assert powers(lights) == {"0"}


def test_a_machine_without_a_backlight_shows_black(begin: Begin, tmp_path: Path) -> None:
    with capture_logs() as told:
        driver = begin(EVENING, lights=tmp_path / "none")
        driver.darken()
    assert is_dark(driver)
    assert told == []


def test_a_light_that_cannot_be_switched_is_told_once_and_the_others_are(begin: Begin, lights: Path) -> None:
    broken = lights / "acpi_video0/bl_power"
    broken.unlink()
    # Whatever is written there fails when it comes to the device.
    broken.symlink_to("/dev/full")
    with capture_logs() as told:
        driver = begin(EVENING, lights=lights)
        driver.darken()
        driver.touch(driver.window.contentItem().boundingRect().center().toPoint())
        driver.darken()
    assert is_dark(driver)
    assert (lights / "intel_backlight/bl_power").read_text() == "4"
    assert [(line["event"], line["file"], "exc_info" in line) for line in told] == [
        ("backlight-not-switched", str(broken), False)
    ]
