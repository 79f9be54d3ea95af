"""Every change of the settings is told so that nobody has to guess what it was."""

import pytest
from msgspec.structs import replace

from kiosk.hub.desk.audit import VALUE_LENGTH
from kiosk.hub.desk.settings_told import differences
from kiosk.visits.settings import LANGUAGES, Greeting, Settings
from tests.visits.test_settings import FULL, in_base64, png


def test_equal_settings_do_not_differ() -> None:
    assert differences(FULL, FULL) == {}


def test_one_line_among_many_long_ones_is_told_alone() -> None:
    long = {tag: Greeting(always="x" * 60, morning="y" * 60) for tag in LANGUAGES}
    old = replace(FULL, greetings=long)
    new = replace(old, greetings={**long, "pt": Greeting(always="x" * 60, morning="Bem-vindo.")})
    assert differences(old, new) == {"Line under the greeting, Português, morning": ("y" * 60, "Bem-vindo.")}


def test_another_picture_of_the_same_size_is_told() -> None:
    old, new = (replace(FULL, logo=in_base64(png(64, 64, padding))) for padding in (1, 2))
    ((before, now),) = differences(old, new).values()
    assert before != now
    assert before.startswith("PNG, 64 × 64, 1 KiB")
    assert differences(old, replace(old, logo=""))["Logo"] == (before, "none")


def test_days_are_told_one_by_one() -> None:
    old = replace(FULL, hours={"monday": ("08:00-12:30", "14:00-18:00"), "friday": ("08:00-12:30",)})
    new = replace(FULL, hours={"monday": ("08:00-12:30", "14:00-18:00"), "sunday": ("10:00-12:00",)})
    assert differences(old, new) == {
        "Opening hours, Friday": ("08:00-12:30", "closed"),
        "Opening hours, Sunday": ("closed", "10:00-12:00"),
    }
    assert differences(new, replace(new, hours={}))["Opening hours, Monday"] == (
        "08:00-12:30, 14:00-18:00",
        "always open",
    )


@pytest.mark.parametrize(
    ("places", "told"),
    [
        (("Room 1", "Lab", "Room 2"), {"Place Room 2": ("none", "there")}),
        (("Lab",), {"Place Room 1": ("there", "none")}),
        (("Lab", "Room 1"), {"Order of the places": ("Room 1, Lab", "Lab, Room 1")}),
    ],
)
def test_places_are_told_one_by_one(places: tuple[str, ...], told: dict[str, tuple[str, str]]) -> None:
    assert differences(FULL, replace(FULL, places=places)) == told


def test_no_value_is_too_long_for_the_audit_where_it_may_differ_at_its_end() -> None:
    """What the audit cuts off must not be what changed."""
    places = tuple(f"{n:02} {'x' * 37}" for n in range(30))
    old = Settings(places=places, review_link="https://example.org/" + "a" * 470)
    new = replace(old, places=(*places[:-1], "Lab"), review_link=old.review_link[:-1] + "b")
    for before, now in differences(old, new).values():
        assert before[: VALUE_LENGTH - 1] != now[: VALUE_LENGTH - 1]
