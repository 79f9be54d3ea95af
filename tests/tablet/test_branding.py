"""What a practice makes its own, and what it may not: unreadable colours."""

from base64 import b64decode, b64encode
from dataclasses import dataclass
from pathlib import Path

import pytest
from msgspec.structs import replace
from PySide6.QtGui import QColor, QGuiApplication
from PySide6.QtTest import QTest

from kiosk.config import ConfigError, load
from tests.logos import LOGO_COLOUR, drawn_logo, in_settings
from tests.tablets import TabletDriver, config


@dataclass
class Branded:
    """A file with one setting of the practice."""

    file: Path

    def load(self, line: str) -> str:
        """The accent that these settings give."""
        self.file.write_text(f"[practice]\n{line}\n", encoding="utf-8")
        return load(self.file, {}).practice.accent


@pytest.fixture
def branded(tmp_path: Path) -> Branded:
    return Branded(tmp_path / "kiosk.toml")


def test_a_readable_colour_is_taken(branded: Branded) -> None:
    assert branded.load('accent = "#7A1F5C"') == "#7A1F5C"


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ('accent = "#F5B83D"', r"accent: #F5B83D has a contrast of 1\.\d to 1; text needs at least 4\.5 to 1"),
        ('accent = "teal"', "accent: expected a colour like #0B6468"),
        (f'greeting = "{"x" * 61}"', "practice.greeting"),
        ('logo = "away.png"', r"practice\.logo: .*away\.png cannot be read: No such file or directory\."),
    ],
)
def test_what_cannot_be_read_is_refused_in_a_sentence(branded: Branded, line: str, told: str) -> None:
    with pytest.raises(ConfigError, match=told):
        branded.load(line)


def test_the_practices_colour_and_words_are_on_the_screen(qapp: QGuiApplication, tmp_path: Path) -> None:
    settings = config(tmp_path / "data")
    practice = replace(settings.practice, accent="#7A1F5C", greeting="Take a seat, take a breath.")
    driver = TabletDriver(replace(settings, practice=practice))

    assert driver.reads("Take a seat, take a breath.")
    door = driver.find("arriveDoor")
    corner = driver.centre("arriveDoor")
    corner.setX(corner.x() + int(door.width() / 2) - 20)
    assert driver.picture().pixelColor(corner) == QColor("#7A1F5C")
    driver.close()


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (b"GIF89a", "expected a whole PNG picture"),
        (drawn_logo()[:-20], "expected a whole PNG picture"),
        (drawn_logo(15, 100), "expected 16 to 1024 pixels on each side, got 15 × 100"),
        (drawn_logo() + bytes(64 * 1024), "expected at most 64 KiB, got 65 KiB"),
    ],
)
def test_a_logo_that_cannot_be_shown_is_refused_in_a_sentence(branded: Branded, data: bytes, told: str) -> None:
    file = branded.file.parent / "logo.png"
    file.write_bytes(data)
    with pytest.raises(ConfigError, match=f"practice.logo: {file}: {told}\\.$"):
        branded.load('logo = "logo.png"')


def test_the_logo_lies_beside_the_settings(branded: Branded) -> None:
    file = branded.file.parent / "signs" / "logo.png"
    file.parent.mkdir()
    file.write_bytes(drawn_logo())
    branded.load('logo = "signs/logo.png"')
    assert b64decode(load(branded.file, {}).first_settings.logo) == drawn_logo()


@pytest.mark.parametrize("screen", ["welcome", "closed"])
def test_the_practices_logo_takes_the_place_of_ours(driver: TabletDriver, screen: str) -> None:
    driver.tablet.screens.flow.set_closed(screen == "closed")
    assert driver.shows("ourSign")
    show(driver, drawn_logo(600, 200))
    driver.wait(lambda: driver.shows("practiceLogo"))

    assert driver.screen == screen
    assert not driver.shows("ourSign")
    logo = driver.find("practiceLogo")
    assert logo.width() == pytest.approx(3 * logo.height(), abs=2)
    at = driver.centre("practiceLogo")
    assert driver.picture().pixelColor(at) == LOGO_COLOUR

    show(driver, drawn_logo(600, 200, QColor("#224488")))
    driver.wait(lambda: driver.picture().pixelColor(at) == QColor("#224488"))
    show(driver, b"")
    driver.wait(lambda: driver.shows("ourSign"))


def test_a_small_logo_is_not_blown_up(driver: TabletDriver) -> None:
    show(driver, drawn_logo(40, 32))
    driver.wait(lambda: driver.shows("practiceLogo"))
    logo = driver.find("practiceLogo")
    assert (logo.width(), logo.height()) == (40, 32)


def show(driver: TabletDriver, png: bytes) -> None:
    """The hub tells the tablet of a logo."""
    driver.tablet.bridge.settings_heard(in_settings(png))
    driver.settle()


def test_the_logo_is_there_from_the_start_and_opens_the_staffs_screen(qapp: QGuiApplication, tmp_path: Path) -> None:
    settings = config(tmp_path / "data")
    practice = replace(settings.practice, logo=b64encode(drawn_logo()).decode())
    driver = TabletDriver(replace(settings, practice=practice))
    driver.wait(lambda: driver.shows("practiceLogo"))
    at = driver.centre("practiceLogo")
    QTest.touchEvent(driver.window, finger := QTest.createTouchDevice()).press(0, at, driver.window).commit()
    driver.wait(lambda: driver.screen == "staff", "the staff's screen")
    QTest.touchEvent(driver.window, finger).release(0, at, driver.window).commit()
    driver.close()


@pytest.mark.parametrize("moves", [True, False])
def test_stars_fill_in_a_wave_unless_nothing_shall_move(qapp: QGuiApplication, tmp_path: Path, moves: bool) -> None:
    settings = config(tmp_path)
    driver = TabletDriver(replace(settings, tablet=replace(settings.tablet, reduced_motion=not moves)))
    driver.rate(5)

    lit = float(driver.find("givenStars").property("lit"))
    assert (lit < 5) is moves
    driver.wait(lambda: float(driver.find("givenStars").property("lit")) == 5)
    driver.close()
