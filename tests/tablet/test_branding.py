"""What a practice makes its own, and what it may not: unreadable colours."""

from dataclasses import dataclass
from pathlib import Path

import pytest
from msgspec.structs import replace
from PySide6.QtGui import QColor, QGuiApplication

from kiosk.config import ConfigError, load
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


@pytest.mark.parametrize("moves", [True, False])
def test_stars_fill_in_a_wave_unless_nothing_shall_move(qapp: QGuiApplication, tmp_path: Path, moves: bool) -> None:
    settings = config(tmp_path)
    driver = TabletDriver(replace(settings, tablet=replace(settings.tablet, reduced_motion=not moves)))
    driver.rate(5)

    lit = float(driver.find("givenStars").property("lit"))
    assert (lit < 5) is moves
    driver.wait(lambda: float(driver.find("givenStars").property("lit")) == 5)
    driver.close()
