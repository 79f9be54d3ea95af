"""Each condition of a tablet, as the Tablets page tells it."""

from dataclasses import replace
from typing import Any
from uuid import UUID

import msgspec
import pytest

from kiosk import __version__
from kiosk.hub.tablets import SILENT_MS, Known
from kiosk.visits.condition import LONG_UNSENT_MS, SKEW_MS, State, lasting, of_worry
from kiosk.visits.wire import Health, Worry

NOW = 1_795_430_460_000
MINUTE_MS = 60_000


def report(**fields: Any) -> Health:
    """Of a tablet that does well."""
    well = Health(
        boot=UUID(int=1),
        mono=1000,
        at=NOW,
        version=__version__,
        letter="K",
        place="Hall",
        unsent=0,
        rejected=0,
        free_bytes=12_300_000_000,
        screen_width=218,
        screen_height=136,
    )
    return msgspec.structs.replace(well, **fields)


HALL = Known(
    device="hall",
    name="Hall",
    place="Hall",
    letter="K",
    revoked_at=None,
    heard_at=NOW,
    offset_ms=0,
    health=report(),
    in_settings_file=False,
)


@pytest.mark.parametrize(
    ("change", "state", "told", "do"),
    [
        ({"heard_at": None, "health": None, "offset_ms": None}, State.WARNING, "has not reported yet", "Start it"),
        ({"heard_at": NOW - SILENT_MS - 125 * MINUTE_MS}, State.FAULT, "silent for 2 h 8 min", "switched on"),
        ({"offset_ms": SKEW_MS + 3 * MINUTE_MS}, State.WARNING, "clock is 5 min slow", "time server"),
        ({"offset_ms": -400 * 24 * 60 * MINUTE_MS}, State.WARNING, "clock is 400 days fast", "battery"),
        ({"cloned_at": NOW}, State.FAULT, "Two devices run with its store", "Revoke it"),
        ({"health": report(rejected=1)}, State.WARNING, "1 event was refused by the hub", "kiosk doctor"),
        ({"health": report(unsent=21)}, State.WARNING, "21 events wait to be sent", "network reaches the hub"),
        (
            {"health": report(unsent=3, waiting_ms=LONG_UNSENT_MS)},
            State.WARNING,
            "3 events wait to be sent, the oldest for 10 min.",
            "network reaches the hub",
        ),
        ({"health": report(version="0.0.9")}, State.WARNING, "runs version 0.0.9, and this hub", "the hub first"),
    ],
)
def test_a_condition_is_told_with_what_to_do(change: dict[str, Any], state: State, told: str, do: str) -> None:
    (condition,) = replace(HALL, **change).conditions(NOW, [HALL])
    assert condition.state is state
    assert told in condition.text
    assert do in condition.do


@pytest.mark.parametrize("worry", list(Worry))
def test_what_a_tablet_finds_wrong_with_itself_is_told_with_what_to_do(worry: Worry) -> None:
    (condition,) = replace(HALL, health=report(warnings=[worry.value])).conditions(NOW, [HALL])
    assert condition == of_worry(worry)
    assert condition.do


def test_a_tablet_that_does_well_is_not_worried_about() -> None:
    few = replace(HALL, health=report(unsent=3, waiting_ms=40_000, warnings=["of-a-newer-version"]))
    assert few.conditions(NOW, [HALL]) == []


def test_a_letter_that_two_give_out_is_told() -> None:
    (condition,) = HALL.conditions(NOW, [HALL, replace(HALL, device="door", name="Door")])
    assert condition.text == "Door gives out tickets with the letter K too."


@pytest.mark.parametrize(
    ("ms", "said"), [(59_999, "59 s"), (60_000, "1 min"), (7_500_000, "2 h 5 min"), (200_000_000, "2 days")]
)
def test_durations_are_said_shortly(ms: int, said: str) -> None:
    assert lasting(ms) == said
