"""The practice's settings: what is taken, and what is refused whole."""

import base64
import struct
import zlib

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.visits import settings
from kiosk.visits.rating import Topic
from kiosk.visits.settings import (
    Greeting,
    Settings,
    accent_contrast,
    changed,
    check_png,
    convert,
    decode,
    encode,
    plain,
)


def png(width: int = 64, height: int = 64, padding: int = 0) -> bytes:
    """A picture in one colour."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    rows = zlib.compress((b"\0" + b"\xb0\x30\x60" * width) * height)
    text = chunk(b"tEXt", b"a\0" + b"x" * padding) if padding else b""
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + text + chunk(b"IDAT", rows) + chunk(b"IEND", b"")


def in_base64(data: bytes) -> str:
    return base64.b64encode(data).decode()


FULL = Settings(
    name="Cedar Street",
    logo=in_base64(png()),
    accent="#7A1F5C",
    greetings={"en": Greeting(always="Come in.", evening="You made it."), "ar": Greeting(always="أهلا بكم")},
    languages=("es", "en"),
    timezone="Europe/Madrid",
    hours={"monday": ("08:00-12:30", "14:00-18:00")},
    places=("Room 1", "Lab"),
    greeting_target_seconds=90,
    topics=(Topic.WAITING, Topic.CARE),
    review_link="https://example.org/r",
    retention_days=400,
    checkout_tablet="side-door",
)


@pytest.mark.parametrize("given_settings", [Settings(), FULL])
def test_settings_survive_the_wire_and_the_form(given_settings: Settings) -> None:
    assert decode(encode(given_settings)) == given_settings
    assert convert(plain(given_settings)) == given_settings


def test_a_field_of_a_newer_hub_is_passed_over() -> None:
    values = plain(FULL) | {"mascot": "owl"}
    assert decode(msgspec.json.encode(values)) == FULL


@pytest.mark.parametrize(
    ("field", "value", "why"),
    [
        ("name", "   ", "1 to 60 characters"),
        ("name", "x" * 61, "length <= 60"),
        ("accent", "#FFCC00", "text needs at least 4.5 to 1"),
        ("accent", "teal", "expected a colour like #0B6468"),
        ("languages", [], "one or more of"),
        ("languages", ["en", "en"], "each once"),
        ("languages", ["en", "tlh"], "one or more of"),
        ("greetings", {"tlh": {"always": "Qapla"}}, "got 'tlh'"),
        ("greetings", {"en": {"morning": "x" * 61}}, "length <= 60"),
        ("timezone", "Mars/Olympus", "a time zone like"),
        ("timezone", "../../etc/passwd", "a time zone like"),
        ("hours", {"monday": ["9-17"]}, "a span like 08:00-12:30"),
        ("hours", {"someday": ["08:00-09:00"]}, "days from monday to sunday"),
        ("places", [], "length >= 1"),
        ("places", ["Lab", "Lab "], "each place once"),
        ("greeting_target_seconds", 5, ">= 10"),
        ("topics", ["parking"], "parking"),
        ("review_link", "javascript:alert(1)", "an address like"),
        ("review_link", "https://[", "an address like"),
        ("review_link", "https://exam ple.org", "an address like"),
        ("review_link", "https://example.org:port", "an address like"),
        ("retention_days", 3, ">= 30"),
        ("logo", "no base64!", "in base64"),
        ("logo", in_base64(b"GIF89a" * 20), "a whole PNG"),
        ("logo", in_base64(png()[:-4]), "a whole PNG"),
        ("logo", in_base64(png(8, 64)), "got 8 × 64"),
        ("logo", in_base64(png(1025, 20)), "got 1025 × 20"),
    ],
)
def test_what_cannot_be_used_is_refused_with_the_reason(field: str, value: object, why: str) -> None:
    with pytest.raises(msgspec.ValidationError) as refused:
        convert(plain(FULL) | {field: value})
    assert why in str(refused.value)
    assert field in str(refused.value)


def test_a_logo_has_at_most_64_kib() -> None:
    assert check_png(png(300, 200, padding=60_000)) == (300, 200)
    with pytest.raises(ValueError, match="at most 64 KiB, got 70 KiB"):
        check_png(png(300, 200, padding=70_000))


def test_a_line_of_the_hour_goes_before_the_line_of_the_day() -> None:
    assert FULL.greeting_line("en", "morning") == "Come in."
    assert FULL.greeting_line("en", "evening") == "You made it."
    assert FULL.greeting_line("vi", "evening") == ""


def test_topics_keep_their_order_whatever_order_is_given() -> None:
    assert Settings(topics=(Topic.CARE, Topic.WELCOME)).topics == (Topic.WELCOME, Topic.CARE)


def test_what_differs_is_told_by_field() -> None:
    assert changed(Settings(), Settings()) == ()
    assert changed(Settings(), Settings(name="A", accent="#7A1F5C")) == ("name", "accent")


@given(st.tuples(*[st.integers(0, 255)] * 3))
def test_no_colour_is_taken_by_which_text_cannot_be_read(colour: tuple[int, int, int]) -> None:
    accent = "#{:02X}{:02X}{:02X}".format(*colour)
    if accent_contrast(accent) >= settings.READABLE:
        assert Settings(accent=accent).accent == accent
    else:
        with pytest.raises(ValueError, match="contrast of"):
            Settings(accent=accent)


@given(st.binary(max_size=400))
def test_no_bytes_break_the_check_of_a_logo(data: bytes) -> None:
    with pytest.raises(ValueError, match="PNG"):
        check_png(data)
