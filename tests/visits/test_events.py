"""The wire form of events: limits, words, and bytes that are no event."""

import msgspec
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from kiosk.visits.events import (
    KINDS,
    Arrived,
    Event,
    InvalidEventError,
    SettingsChanged,
    UnknownEvent,
    decode,
    encode,
    kind_of,
    visit_of,
)
from tests import strategies

STAMP = {
    "id": "01932c07-f7f0-7c3e-8f00-000000000001",
    "at": 1_700_000_000_000,
    "device": "tablet",
    "epoch": "5b8cbd3c-4b55-4b38-9a56-000000000002",
    "n": 1,
    "boot": "5b8cbd3c-4b55-4b38-9a56-000000000003",
    "mono": 5,
    "visit": "01932c07-f7f0-7c3e-8f00-000000000004",
}
RATING = "01932c07-f7f0-7c3e-8f00-000000000005"
BIDI_OVERRIDE = "\u202e"


def wire(kind: str, **fields: object) -> bytes:
    return msgspec.json.encode({"kind": kind, **STAMP, **fields})


@pytest.mark.parametrize("kind", strategies.KINDS, ids=lambda kind: kind.__name__)
@settings(max_examples=40)
@given(data=st.data())
def test_encode_and_decode_are_inverse(kind: type, data: st.DataObject) -> None:
    event = data.draw(strategies.of_kind(kind))
    assert decode(encode(event)) == event
    assert encode(decode(encode(event))) == encode(event)
    assert kind_of(event) in KINDS


def test_every_kind_of_the_language_is_there() -> None:
    assert sorted(KINDS) == [
        "acknowledged",
        "arrived",
        "called",
        "closed",
        "concern_claimed",
        "concern_confirmed",
        "concern_raised",
        "concern_resolved",
        "help_requested",
        "names_erased",
        "rated",
        "rating_asked",
        "rating_explained",
        "rating_flagged",
        "rating_settled",
        "requoted",
        "settings_changed",
        "shown",
        "undone",
    ]


@given(strategies.unknown())
def test_an_unknown_kind_is_kept_to_the_byte(event: UnknownEvent) -> None:
    again = decode(encode(event))
    assert again == event
    assert encode(again) == event.raw
    assert kind_of(again) == event.kind


def test_an_unknown_kind_needs_no_visit() -> None:
    event = decode(msgspec.json.encode({"kind": "weather", **STAMP, "visit": None, "sun": [1, 2]}))
    assert isinstance(event, UnknownEvent)
    assert visit_of(event) is None


def test_settings_keep_values_of_any_shape() -> None:
    event = decode(wire("settings_changed", settings={"a": [1, {"b": None}], "c": "d"}, by="IT"))
    assert isinstance(event, SettingsChanged)
    assert {name: bytes(value) for name, value in event.settings.items()} == {
        "a": b'[1,{"b":null}]',
        "c": b'"d"',
    }
    assert visit_of(event) is None


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (wire("rated", rating=RATING, stars=0), "stars"),
        (wire("rated", rating=RATING, stars=6), "stars"),
        (wire("rated", rating=RATING, stars=4.5), "stars"),
        (wire("rated", rating=RATING, stars="4"), "stars"),
        (wire("rated", rating=RATING), "stars"),
        (wire("arrived", ticket="K7", name="x" * 25), "name: at most 24 characters, got 25"),
        (wire("arrived", ticket="K7", name="x" * 97), "name"),
        (wire("arrived", ticket="K7", name="a\x07b"), "name: control character U\\+0007 is not allowed"),
        (wire("arrived", ticket="K7", name="a\nb"), "name: control character U\\+000A"),
        (wire("arrived", ticket="K7", name=f"a{BIDI_OVERRIDE}b"), "name: control character U\\+202E"),
        (wire("arrived", ticket="K7", place="x" * 41), "place: at most 40"),
        (wire("arrived", ticket="K0"), "ticket"),
        (wire("arrived", ticket="k7"), "ticket"),
        (wire("arrived", ticket="K7\n"), "ticket"),
        (wire("arrived", ticket="K7", link="abc"), "link"),
        (wire("arrived", ticket="K7", language="english"), "language"),
        (wire("rating_explained", rating=RATING, comment="x" * 501), "at most 500 characters, got 501"),
        (wire("rating_explained", rating=RATING, comment="a\x00b"), "control character U\\+0000"),
        (wire("rating_explained", rating=RATING, topics=["welcome", "welcome"]), "one topic twice"),
        (wire("rating_explained", rating=RATING, topics=["food"]), "topics"),
        (wire("acknowledged", by="Anna", minutes=241), "minutes"),
        (wire("acknowledged", by="Anna", minutes=-1), "minutes"),
        (wire("acknowledged", by="x" * 41, minutes=1), "by: at most 40"),
        (wire("requoted", by="Anna"), "minutes"),
        (wire("rating_flagged", rating=RATING, flag="manual", reason="x" * 201), "reason: at most 200"),
        (wire("closed", how="vanished"), "how"),
        (wire("shown", device="Tablet 1"), "device"),
        (wire("shown", device="tablet\n"), "device"),
        (wire("shown", n=0), "`n`|\\$\\.n"),
        (wire("shown", at=-1), "at"),
        (wire("shown", at=1 << 48), "at"),
        (wire("shown", id="seven"), "id"),
        (wire("shown", visit=None), "visit"),
        (wire("settings_changed", settings={str(i): i for i in range(101)}), "settings"),
        (wire("Weather"), "kind"),
        (wire(""), "kind"),
        (msgspec.json.encode(STAMP), "kind"),
        (b"", "."),
        (b"[]", "."),
        (b"\xff", "."),
        (b'{"kind":"rated"', "."),
    ],
)
def test_a_limit_is_refused_in_words(data: bytes, words: str) -> None:
    with pytest.raises(InvalidEventError, match=words):
        decode(data)


@pytest.mark.parametrize(
    "data",
    [
        wire("rated", rating=RATING, stars=1),
        wire("rated", rating=RATING, stars=5),
        wire("arrived", ticket="Z9999", name="x" * 24, place="x" * 40),
        wire("rating_explained", rating=RATING, comment="x" * 499 + "\nx"[:1]),
        wire("acknowledged", by="Anna", minutes=0),
        wire("acknowledged", by="x" * 40, minutes=240),
        wire("rating_explained", rating=RATING, comment="two\nlines"),
    ],
)
def test_what_is_just_within_the_limits_is_taken(data: bytes) -> None:
    decode(data)


def test_names_are_normalised_and_trimmed() -> None:
    event = decode(wire("arrived", ticket="K7", name="  Zoe\u0308  "))
    assert isinstance(event, Arrived)
    assert event.name == "Zoë"
    # 24 letters that came decomposed are still 24.
    decode(wire("arrived", ticket="K7", name="e\u0308" * 24))


def test_joiners_stay_because_scripts_need_them() -> None:
    event = decode(wire("arrived", ticket="K7", name="می\u200cخواهم"))
    assert isinstance(event, Arrived)
    assert "\u200c" in event.name


@given(st.binary(max_size=200))
@example(b"\xed\xa0\x80")
@example(b'{"kind":"rated","id":"\xff"}')
@example(b"[" * 5000)
def test_arbitrary_bytes_raise_only_the_one_error(data: bytes) -> None:
    with pytest.raises(InvalidEventError):
        decode(data)


@given(strategies.events(), st.data())
def test_mutilated_events_raise_only_the_one_error(event: Event, data: st.DataObject) -> None:
    body = bytearray(encode(event))
    for _ in range(data.draw(st.integers(1, 4))):
        where = data.draw(st.integers(0, len(body) - 1))
        match data.draw(st.sampled_from(["flip", "cut", "double", "drop"])):
            case "flip":
                body[where] = data.draw(st.integers(0, 255))
            case "cut":
                del body[max(where, 1) :]
            case "double":
                body[where:where] = body[where : where + 20]
            case "drop":
                del body[where : where + 1]
        if not body:
            break
    try:
        again = decode(bytes(body))
    except InvalidEventError:
        return
    assert decode(encode(again)) == again
