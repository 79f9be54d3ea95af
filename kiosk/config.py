"""The settings of each program, from one TOML file and the environment.

A value is taken from the environment where `KIOSK_<SECTION>_<KEY>` is set (`KIOSK_TABLET_TOKEN`), else from the
file, else it is the default written here. Everything is checked before anything is touched.
"""

import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Annotated, Any
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

import msgspec
from msgspec import Meta, Struct, field

from kiosk.visits.events import DeviceId
from kiosk.visits.ticket import Letter

Port = Annotated[int, Meta(ge=0, le=65535, description="a port, 0 to 65535; 0 takes a free one")]
Sha256 = Annotated[str, Meta(pattern=r"^[0-9a-f]{64}\Z", description="a SHA-256 in 64 hex digits")]
Place = Annotated[str, Meta(min_length=1, max_length=40, description="1 to 40 characters")]
Seconds = Annotated[int, Meta(ge=10, le=3600, description="10 to 3600")]


class ConfigError(Exception):
    """A setting that cannot be used; the message is one sentence for the person who wrote it."""


def _check_url(key: str, url: str) -> None:
    if not url:
        return
    parts = urlsplit(url)
    if parts.scheme not in ("http", "https") or not parts.hostname:
        raise ValueError(f"{key}: expected an address like https://hub.example.org, got {url!r}")


class Practice(Struct, frozen=True, forbid_unknown_fields=True):
    """What patients and staff see of the practice."""

    name: Annotated[str, Meta(min_length=1, max_length=60, description="1 to 60 characters")] = "Front Desk"
    timezone: str = "UTC"
    greeting_target_seconds: Seconds = 60
    places: Annotated[tuple[Place, ...], Meta(min_length=1, max_length=30)] = ("Room 1", "Room 2", "Room 3")
    review_link: str = ""
    """The practice's public review page; no invitation is shown without it."""

    def __post_init__(self) -> None:
        try:
            ZoneInfo(self.timezone)
        except (ZoneInfoNotFoundError, ValueError):
            raise ValueError("timezone: expected a time zone like Europe/London") from None
        _check_url("review_link", self.review_link)


class KnownTablet(Struct, frozen=True, forbid_unknown_fields=True):
    """A tablet that the hub lets in."""

    name: Place
    token_sha256: Sha256


class HubConfig(Struct, frozen=True, forbid_unknown_fields=True):
    """The server."""

    host: str = "127.0.0.1"
    port: Port = 8484
    data: str = "hub-data"
    public_url: str = ""
    """How browsers and phones reach the hub; empty: http://host:port."""
    tablets: dict[DeviceId, KnownTablet] = field(default_factory=dict)

    def __post_init__(self) -> None:
        _check_url("public_url", self.public_url)


class TabletConfig(Struct, frozen=True, forbid_unknown_fields=True):
    """The patients' screen."""

    device: DeviceId = "tablet"
    letter: Letter = "K"
    place: Place = "Front door"
    """Where it hangs, as staff would say it."""
    hub: str = "http://127.0.0.1:8484"
    token: Annotated[str, Meta(pattern=r"^[\x21-\x7e]{0,200}\Z", description="printable ASCII")] = ""
    data: str = "tablet-data"
    fullscreen: bool = True
    diagonal_inches: Annotated[float, Meta(ge=0, le=60, description="0 to 60; 0 believes the screen")] = 0.0
    """The screen's real diagonal, where what it reports of itself is wrong."""

    def __post_init__(self) -> None:
        _check_url("hub", self.hub)


class Config(Struct, frozen=True, forbid_unknown_fields=True):
    """The whole file."""

    practice: Practice = Practice()
    hub: HubConfig = HubConfig()
    tablet: TabletConfig = TabletConfig()


def load(path: Path | None, environ: Mapping[str, str]) -> Config:
    """The settings. Raises ConfigError naming file, key and what is allowed."""
    values: dict[str, Any] = {}
    if path is not None:
        try:
            values = tomllib.loads(path.read_text(encoding="utf-8"))
        except OSError as error:
            raise ConfigError(f"{path}: cannot be read: {error.strerror}.") from None
        except UnicodeDecodeError:
            raise ConfigError(f"{path}: is not UTF-8 text.") from None
        except tomllib.TOMLDecodeError as error:
            raise ConfigError(f"{path}: is not TOML: {error}.") from None
    source = str(path) if path else "the environment"
    for section, struct in (("practice", Practice), ("hub", HubConfig), ("tablet", TabletConfig)):
        for option in msgspec.structs.fields(struct):
            variable = f"KIOSK_{section}_{option.name}".upper()
            if variable in environ:
                table = values.setdefault(section, {})
                if not isinstance(table, dict):
                    raise ConfigError(f"{source}: {section} must be a table.")
                table[option.name] = _from_environ(variable, environ[variable], option.type)
    try:
        return msgspec.convert(values, Config)
    except msgspec.ValidationError as error:
        raise ConfigError(f"{source}: {_in_words(str(error))}") from None


def _from_environ(variable: str, text: str, wanted: Any) -> Any:
    try:
        return msgspec.convert(text, wanted, strict=False)
    except msgspec.ValidationError as error:
        raise ConfigError(f"{variable} in the environment: {error}.") from None


def _in_words(message: str) -> str:
    """msgspec's message with the key first; for an unknown key, the keys that are allowed there."""
    problem, _, where = message.partition(" - at ")
    key = where.strip("`").removeprefix("$").removeprefix(".")
    if "unknown field" not in problem:
        return f"{key}: {problem}." if key else f"{problem}."
    tables: dict[str, type[Struct]] = {
        "": Config,
        "practice": Practice,
        "hub": HubConfig,
        "tablet": TabletConfig,
    }
    struct = tables.get(key, KnownTablet)
    allowed = ", ".join(option.name for option in msgspec.structs.fields(struct))
    unknown = problem.split("`")[1]
    full = f"{key}.{unknown}" if key else unknown
    return f"{full}: there is no such key; allowed here: {allowed}."
