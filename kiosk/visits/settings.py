"""The practice's settings, as the hub keeps them and as tablets apply them. Pure.

A reader passes over fields that it does not know; a value that it does not know makes the whole invalid.
"""

import base64
import binascii
import struct
from collections.abc import Mapping
from typing import Annotated, Any
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

import msgspec
from msgspec import Meta, Struct, field
from msgspec.structs import force_setattr

from kiosk.colour import WHITE, contrast, rgb, tint
from kiosk.visits.hours import Hours, parse_hours
from kiosk.visits.rating import Topic
from kiosk.visits.text import clean

LANGUAGES = ("en", "es", "zh-Hans", "vi", "ar", "fr", "ru", "pt")
"""What the tablet can speak."""

READABLE = 4.5
"""The least contrast of text. Source: WCAG 2.2, 1.4.3."""

NAME_LENGTH = 60
LINE_LENGTH = 60
PLACE_LENGTH = 40
MOST_PLACES = 30
LINK_LENGTH = 500

LOGO_BYTES = 64 * 1024
LOGO_PIXELS = (16, 1024)
"""The least and the most of the logo's width and height."""

PARTS_OF_DAY = ("morning", "afternoon", "evening")

_PNG = b"\x89PNG\r\n\x1a\n\0\0\0\x0dIHDR"
_PNG_END = b"\0\0\0\0IEND\xaeB`\x82"

Line = Annotated[str, Meta(max_length=LINE_LENGTH)]
Place = Annotated[str, Meta(min_length=1, max_length=PLACE_LENGTH, description="1 to 40 characters")]
Seconds = Annotated[int, Meta(ge=10, le=3600, description="10 to 3600")]
Days = Annotated[int, Meta(ge=30, le=3650, description="30 to 3650")]


class Greeting(Struct, frozen=True, omit_defaults=True):
    """The line under the greeting in one language; empty: the one of the whole day, or the tablet's own."""

    always: Line = ""
    morning: Line = ""
    afternoon: Line = ""
    evening: Line = ""

    def __post_init__(self) -> None:
        for name in ("always", *PARTS_OF_DAY):
            force_setattr(self, name, clean(getattr(self, name), limit=LINE_LENGTH))

    def at(self, part: str) -> str:
        """The line in the morning, afternoon or evening."""
        line: str = getattr(self, part)
        return line or self.always


class Settings(Struct, frozen=True, kw_only=True):
    """What patients and staff see of the practice. Raises ValueError (`field: why`) for what cannot be used."""

    name: Annotated[str, Meta(min_length=1, max_length=NAME_LENGTH)] = "Front Desk"
    logo: Annotated[str, Meta(max_length=-(-LOGO_BYTES // 3) * 4)] = ""
    """A PNG in base64; empty: the tablet's own sign."""
    accent: str = "#0B6468"
    """The colour of what can be done; white text on it, and it on its own tint, are readable."""
    greetings: dict[str, Greeting] = field(default_factory=dict)
    """By language; one that is missing has the tablet's own words."""
    languages: tuple[str, ...] = LANGUAGES
    """What patients may choose from; the first is the practice's own."""
    timezone: str = "UTC"
    hours: dict[str, tuple[str, ...]] = field(default_factory=dict)
    """When patients are expected, as `parse_hours` takes it; empty: always."""
    places: Annotated[tuple[Place, ...], Meta(min_length=1, max_length=MOST_PLACES)] = ("Room 1", "Room 2", "Room 3")
    greeting_target_seconds: Seconds = 60
    topics: tuple[Topic, ...] = tuple(Topic)
    """Those that a rating may be about, in the order of `Topic` whatever is given."""
    review_link: Annotated[str, Meta(max_length=LINK_LENGTH)] = ""
    """The practice's public review page; no invitation is shown without it."""
    retention_days: Days = 365
    """How long visits and ratings are wanted."""
    checkout_tablet: Annotated[str, Meta(max_length=40)] = ""
    """The tablet that asks how it was when the desk checks somebody out; empty: none."""

    def __post_init__(self) -> None:
        for name, check in _CHECKS.items():
            try:
                force_setattr(self, name, check(getattr(self, name)))
            except ValueError as error:
                raise ValueError(f"{name}: {error}") from None

    @property
    def zone(self) -> ZoneInfo:
        """The time zone."""
        return ZoneInfo(self.timezone)

    @property
    def opening(self) -> Hours:
        """The opening hours."""
        return parse_hours(self.hours)

    def greeting_line(self, language: str, part: str) -> str:
        """The practice's own line in this language and part of the day; empty where it has none."""
        return self.greetings.get(language, Greeting()).at(part)


def accent_contrast(accent: str) -> float:
    """The least contrast that text has by this colour, 1 to 21. Raises ValueError for what is no colour."""
    colour = rgb(accent)
    return min(contrast(colour, WHITE), contrast(colour, tint(colour)))


def floored(measured: float) -> str:
    """A contrast to one digit, never told better than it is."""
    return f"{int(measured * 10) / 10:.1f}"


def check_accent(accent: str) -> str:
    """The colour, if text is readable by it. Raises ValueError with the measured contrast."""
    found = accent_contrast(accent)
    if found < READABLE:
        raise ValueError(f"{accent} has a contrast of {floored(found)} to 1; text needs at least {READABLE} to 1")
    return accent


def check_link(link: str) -> str:
    """The address, if it is one of the web. Raises ValueError."""
    if link:
        try:
            parts = urlsplit(link)
            # A port that is none is told only when it is asked for.
            whole = parts.scheme in ("http", "https") and bool(parts.hostname) and parts.port != 0
        except ValueError:
            whole = False
        if not whole or any(char.isspace() or not char.isprintable() for char in link):
            raise ValueError(f"expected an address like https://hub.example.org, got {link!r}")
    return link


def check_timezone(name: str) -> str:
    """The name, if it is of a time zone. Raises ValueError."""
    try:
        ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        raise ValueError("expected a time zone like Europe/London") from None
    return name


def check_languages(languages: tuple[str, ...]) -> tuple[str, ...]:
    """The languages, if the tablet speaks them all. Raises ValueError."""
    if not languages or len(set(languages)) < len(languages) or set(languages) - set(LANGUAGES):
        raise ValueError(f"expected one or more of {', '.join(LANGUAGES)}, each once")
    return languages


def check_png(data: bytes) -> tuple[int, int]:
    """Width and height of a PNG that may be a logo. Raises ValueError saying why it may not."""
    if len(data) > LOGO_BYTES:
        raise ValueError(f"expected at most {LOGO_BYTES // 1024} KiB, got {-(-len(data) // 1024)} KiB")
    if len(data) < len(_PNG) + 8 or not data.startswith(_PNG) or not data.endswith(_PNG_END):
        raise ValueError("expected a whole PNG picture")
    width, height = struct.unpack_from(">II", data, len(_PNG))
    least, most = LOGO_PIXELS
    if not (least <= width <= most and least <= height <= most):
        raise ValueError(f"expected {least} to {most} pixels on each side, got {width} × {height}")
    return width, height


def _check_logo(logo: str) -> str:
    if logo:
        try:
            data = base64.b64decode(logo, validate=True)
        except binascii.Error:
            raise ValueError("expected a PNG picture in base64") from None
        check_png(data)
    return logo


def _check_hours(hours: dict[str, tuple[str, ...]]) -> dict[str, tuple[str, ...]]:
    parse_hours(hours)
    return hours


def _check_greetings(greetings: dict[str, Greeting]) -> dict[str, Greeting]:
    strangers = sorted(set(greetings) - set(LANGUAGES))
    if strangers:
        raise ValueError(f"expected languages of {', '.join(LANGUAGES)}, got {strangers[0]!r}")
    return {tag: line for tag, line in greetings.items() if line != Greeting()}


def _check_name(name: str) -> str:
    name = clean(name, limit=NAME_LENGTH)
    if not name:
        raise ValueError("expected 1 to 60 characters")
    return name


def _check_places(places: tuple[str, ...]) -> tuple[str, ...]:
    tidy = tuple(clean(place, limit=PLACE_LENGTH) for place in places)
    if not all(tidy):
        raise ValueError("expected a name for each place")
    if len(set(tidy)) < len(tidy):
        raise ValueError("expected each place once")
    return tidy


def _check_topics(topics: tuple[Topic, ...]) -> tuple[Topic, ...]:
    return tuple(topic for topic in Topic if topic in topics)


_CHECKS: dict[str, Any] = {
    "name": _check_name,
    "logo": _check_logo,
    "accent": check_accent,
    "greetings": _check_greetings,
    "languages": check_languages,
    "timezone": check_timezone,
    "hours": _check_hours,
    "places": _check_places,
    "topics": _check_topics,
    "review_link": check_link,
}

FIELDS = tuple(option.name for option in msgspec.structs.fields(Settings))

_decoder = msgspec.json.Decoder(Settings)


def encode(settings: Settings) -> bytes:
    """The settings in JSON."""
    return msgspec.json.encode(settings)


def decode(data: bytes | str) -> Settings:
    """The settings in JSON. Raises msgspec.DecodeError with the reason for anything that cannot be used whole."""
    return _decoder.decode(data)


def convert(values: Mapping[str, Any]) -> Settings:
    """The settings from plain values; those that are missing are the defaults. Raises msgspec.ValidationError."""
    return msgspec.convert(values, Settings)


def plain(settings: Settings) -> dict[str, Any]:
    """The settings as plain values by field: what `convert` takes."""
    values: dict[str, Any] = msgspec.to_builtins(settings)
    return values


def changed(old: Settings, new: Settings) -> tuple[str, ...]:
    """The fields that differ."""
    return tuple(name for name in FIELDS if getattr(old, name) != getattr(new, name))
