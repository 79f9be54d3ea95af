"""What people type into the Settings form, and what it means."""

import pytest

from kiosk.hub.desk.settings_form import Typed, meant, problems, shown
from kiosk.visits.settings import Settings, convert
from tests.visits.test_settings import FULL


def typed(**texts: str) -> Typed:
    form = shown(FULL)
    return Typed(form.texts | texts, form.languages, form.topics)


@pytest.mark.parametrize("settings", [Settings(), FULL])
def test_a_form_that_nobody_touches_means_what_holds(settings: Settings) -> None:
    values = meant(shown(settings))
    assert problems(values) == {}
    assert convert(values) == settings


@pytest.mark.parametrize(
    "text", ["08:00-12:30, 14:00-18:00", "8:00-12:30,14:00-18:00", " 8:00 – 12:30 , 14:00 - 18:00,"]
)
def test_hours_are_taken_as_people_write_them(text: str) -> None:
    values = meant(typed(**{"hours-monday": text}))
    assert problems(values) == {}
    assert convert(values).hours == {"monday": ("08:00-12:30", "14:00-18:00")}


@pytest.mark.parametrize("text", ["9-17", "08:00", "08:00-12:30 14:00-18:00", "18:00-08:00", "08:00-25:00"])
def test_hours_that_can_be_read_in_two_ways_are_not_guessed(text: str) -> None:
    assert "onday" in problems(meant(typed(**{"hours-monday": text})))["hours"]
