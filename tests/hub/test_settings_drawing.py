"""The miniature of the tablet's Welcome, in each of its languages."""

import re

import pytest
from msgspec.structs import replace

from kiosk.config import Practice
from kiosk.hub.desk.settings_drawing import WIDTH, draw
from kiosk.hub.desk.templating import make_environment
from kiosk.visits.settings import LANGUAGES, Settings
from tests.visits.test_settings import FULL, in_base64, png


def drawn(settings: Settings, hour: int = 9) -> str:
    template = make_environment(Practice()).get_template("settings_preview.html")
    return template.render(drawing=draw(settings, settings.accent, hour))


@pytest.mark.parametrize("tag", LANGUAGES)
def test_it_says_all_in_the_practices_own_language(tag: str) -> None:
    settings = Settings(languages=(tag, *(other for other in LANGUAGES if other != tag)))
    for hour in (9, 14, 20):
        text = re.sub(r"<[^>]+>", "", drawn(settings, hour))
        assert ("I need help" in text) == (tag == "en")
        assert ("Good " in text) == (tag == "en")


@pytest.mark.parametrize(
    ("languages", "chips"),
    [
        (("en",), ["Aa"]),
        (("en", "fr", "ar"), ["Aa", "العربية", "Français"]),
        (("en", "fr", "ar", "ru"), ["Aa", "", "العربية", "Français"]),
    ],
)
def test_the_languages_are_those_that_the_tablet_offers(languages: tuple[str, ...], chips: list[str]) -> None:
    assert [chip.text for chip in draw(Settings(languages=languages), "#0B6468", 9).chips] == chips


def test_a_broad_logo_leaves_room_for_the_name_and_the_languages() -> None:
    drawing = draw(replace(FULL, logo=in_base64(png(1000, 50)), languages=LANGUAGES), "#0B6468", 9)
    assert drawing.logo_width == 120
    assert drawing.name_width > 80
    assert all(chip.left + chip.width < WIDTH for chip in drawing.chips)


def test_what_is_no_colour_is_drawn_in_the_one_that_holds() -> None:
    assert draw(FULL, "teal", 9).accent == FULL.accent
    refused = draw(FULL, "#FFCC00", 9)
    assert (refused.accent, refused.readable, refused.measured) == ("#FFCC00", False, "1.4")
