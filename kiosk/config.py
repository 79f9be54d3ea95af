"""The settings of each program, from one TOML file and the environment.

A value is taken from the environment where `KIOSK_<SECTION>_<KEY>` is set (`KIOSK_TABLET_TOKEN`), else from the
file, else it is the default written here. Everything is checked before anything is touched.
"""

import base64
import tomllib
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Annotated, Any
from urllib.parse import urlsplit

import msgspec
from msgspec import Meta, Struct, field
from msgspec.structs import replace

from kiosk.server_address import check_server
from kiosk.summary_config import SummaryConfig
from kiosk.visits.events import STAFF_NAME_LENGTH, DeviceId
from kiosk.visits.hours import Hours, parse_hours
from kiosk.visits.settings import LANGUAGES as LANGUAGES
from kiosk.visits.settings import (
    Greeting,
    Place,
    Seconds,
    Settings,
    check_accent,
    check_languages,
    check_link,
    check_png,
    check_timezone,
)
from kiosk.visits.ticket import Letter

Port = Annotated[int, Meta(ge=0, le=65535, description="a port, 0 to 65535; 0 takes a free one")]
PORT = 8484
"""Of the hub."""
Sha256 = Annotated[str, Meta(pattern=r"^[0-9a-f]{64}\Z", description="a SHA-256 in 64 hex digits")]
StaffName = Annotated[str, Meta(min_length=1, max_length=STAFF_NAME_LENGTH, description="1 to 40 characters")]
Percent = Annotated[int, Meta(ge=0, le=100, description="0 to 100")]


class ConfigError(Exception):
    """A setting that cannot be used; the message is one sentence for the person who wrote it."""


def _named(key: str, check: Callable[[Any], object], value: object) -> None:
    try:
        check(value)
    except ValueError as error:
        raise ValueError(f"{key}: {error}") from None


class Practice(Struct, frozen=True, forbid_unknown_fields=True):
    """What patients and staff see of the practice, until somebody has saved settings at the desk."""

    name: Annotated[str, Meta(min_length=1, max_length=60, description="1 to 60 characters")] = "Front Desk"
    timezone: str = "UTC"
    greeting_target_seconds: Seconds = 60
    places: Annotated[tuple[Place, ...], Meta(min_length=1, max_length=30)] = ("Room 1", "Room 2", "Room 3")
    review_link: str = ""
    """The practice's public review page; no invitation is shown without it."""
    hours: dict[str, tuple[str, ...]] = field(default_factory=dict)
    """When patients are expected, by weekday: `{ monday = ["08:00-12:30", "14:00-18:00"] }`; empty: always."""
    accent: str = "#0B6468"
    """The colour of what can be done; white text on it, and it on its own tint, must be readable."""
    logo: str = ""
    """A PNG in base64, of which the file names the path, relative to its own; empty: our own sign."""
    greeting: Annotated[str, Meta(max_length=60, description="at most 60 characters")] = ""
    """The line under the greeting, in the practice's own words; empty: ours, in the patient's language."""
    languages: tuple[str, ...] = LANGUAGES
    """What patients may choose from; the first is the practice's own."""

    def __post_init__(self) -> None:
        for key, check in (
            ("timezone", check_timezone),
            ("review_link", check_link),
            ("accent", check_accent),
            ("hours", parse_hours),
            ("languages", check_languages),
        ):
            _named(key, check, getattr(self, key))

    @property
    def opening(self) -> Hours:
        """The opening hours."""
        return parse_hours(self.hours)


class KnownTablet(Struct, frozen=True, forbid_unknown_fields=True):
    """A tablet that the hub lets in."""

    name: Place
    token_sha256: Sha256


class HubConfig(Struct, frozen=True, forbid_unknown_fields=True):
    """The server."""

    host: str = "127.0.0.1"
    port: Port = PORT
    data: str = "hub-data"
    database: str = ""
    """A PostgreSQL server's `postgresql://user:password@host/name`; empty: a file in the data folder."""
    replica: str = ""
    """A copy of that database which the server keeps, by its address: the report card is read there; empty: none."""
    public_url: str = ""
    """How browsers and phones reach the hub; empty: http://host:port."""
    tablets: dict[DeviceId, KnownTablet] = field(default_factory=dict)
    desk_letter: Letter = "D"
    """Of the tickets that the desk gives out; no tablet's own."""
    checkout_tablet: str = ""
    """The tablet that asks how the visit was when the desk checks somebody out; empty: none."""
    metrics_token_sha256: Annotated[
        str, Meta(pattern=r"^([0-9a-f]{64})?\Z", description="a SHA-256 in 64 hex digits")
    ] = ""
    """Of the token with which `/metrics` is read; empty: nobody reads it."""
    tls_cert: str = ""
    """A file with the certificate and those that vouch for it, in PEM; along with `tls_key`, https is served."""
    tls_key: str = ""
    self_signed: bool = False
    """Serve https with a certificate that the hub makes for itself and keeps in its data folder."""
    announce: bool | None = None
    """Whether new tablets find the hub in the local network, by mDNS; without it: if other machines reach it."""
    summary: SummaryConfig = SummaryConfig()
    """The report card once a week, by itself."""

    @property
    def tls(self) -> bool:
        """Whether the hub itself speaks https."""
        return bool(self.tls_cert) or self.self_signed

    @property
    def public_host(self) -> str:
        """The name in `public_url`; empty without one."""
        return urlsplit(self.public_url).hostname or ""

    @property
    def secure(self) -> bool:
        """Whether browsers reach the hub by https, be it by something in front of it."""
        return self.tls or self.public_url.startswith("https:")

    def __post_init__(self) -> None:
        _named("public_url", check_link, self.public_url)
        _named("database", check_server, self.database)
        _named("replica", check_server, self.replica)
        if self.replica and not self.database:
            raise ValueError("replica: expected beside database, or nothing")
        if bool(self.tls_cert) != bool(self.tls_key):
            raise ValueError("tls_cert and tls_key: expected both or none")
        if self.self_signed and self.tls_cert:
            raise ValueError("self_signed: expected without tls_cert, or false")


class TabletConfig(Struct, frozen=True, forbid_unknown_fields=True):
    """The patients' screen."""

    device: DeviceId = "tablet"
    letter: Letter = "K"
    place: Place = "Front door"
    """Where it hangs, as staff would say it."""
    hub: str = ""
    """The hub's address; empty: looked for in the local network when the tablet is new, or on this machine."""
    token: Annotated[str, Meta(pattern=r"^[\x21-\x7e]{0,200}\Z", description="printable ASCII")] = ""
    data: str = "tablet-data"
    store_key: Annotated[
        str,
        Meta(
            pattern=r"^(file:/.+|credential:[A-Za-z0-9][A-Za-z0-9._-]*)?\Z",
            description="file: and an absolute path, or credential: and a name",
        ),
    ] = ""
    """Where the key is that encrypts the store: 64 hex digits in a file or in a credential of systemd; empty: plain."""
    fullscreen: bool = True
    diagonal_inches: Annotated[float, Meta(ge=0, le=60, description="0 to 60; 0 believes the screen")] = 0.0
    """The screen's real diagonal, where what it reports of itself is wrong."""
    reduced_motion: bool = False
    """Nothing moves on the screen, ever."""
    volume: Percent = 60
    """Of the chime; 0 is silent."""
    speech_volume: Percent = 70
    """Of read-aloud, anew for each patient; with 0 it is not offered."""
    staff_pin: Annotated[
        str, Meta(pattern=r"^(scrypt\$[0-9a-f]{32}\$[0-9a-f]{64})?\Z", description="the line that `kiosk pin` prints")
    ] = ""
    """What opens the staff's screen; empty: nothing does."""
    staff: Annotated[tuple[StaffName, ...], Meta(max_length=8, description="at most 8 names")] = ()
    """Who may acknowledge arrivals at the tablet itself."""

    def __post_init__(self) -> None:
        _named("hub", check_link, self.hub)
        if self.staff_pin and not self.staff:
            raise ValueError("staff: expected at least one name along with staff_pin")
        if len(set(self.staff)) < len(self.staff):
            raise ValueError("staff: expected each name once")

    @property
    def hub_url(self) -> str:
        """Where the hub is, as far as the settings say: on this machine, if they do not."""
        return self.hub or f"http://127.0.0.1:{PORT}"


class Config(Struct, frozen=True, forbid_unknown_fields=True):
    """The whole file."""

    practice: Practice = Practice()
    hub: HubConfig = HubConfig()
    tablet: TabletConfig = TabletConfig()

    @property
    def first_settings(self) -> Settings:
        """What holds until somebody has saved settings at the desk."""
        practice = self.practice
        return Settings(
            name=practice.name,
            logo=practice.logo,
            accent=practice.accent,
            greetings={tag: Greeting(always=practice.greeting) for tag in practice.languages},
            languages=practice.languages,
            timezone=practice.timezone,
            hours=practice.hours,
            places=practice.places,
            greeting_target_seconds=practice.greeting_target_seconds,
            review_link=practice.review_link,
            checkout_tablet=self.hub.checkout_tablet,
        )


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
        config = msgspec.convert(values, Config)
        if config.practice.logo:
            png = _in_base64((path.parent if path else Path()) / config.practice.logo)
            config = replace(config, practice=replace(config.practice, logo=png))
        _check_tablets(config.hub)
        _ = config.first_settings
    except ValueError as error:
        raise ConfigError(f"{source}: {_in_words(str(error))}") from None
    return config


def _check_tablets(hub: HubConfig) -> None:
    if hub.checkout_tablet and hub.checkout_tablet not in hub.tablets:
        known = ", ".join(hub.tablets) or "none is there"
        raise ValueError(f"checkout_tablet: expected one of hub.tablets ({known}), got {hub.checkout_tablet!r}")


def _in_base64(file: Path) -> str:
    """A logo's file. Raises ValueError."""
    try:
        data = file.read_bytes()
        check_png(data)
    except OSError as error:
        raise ValueError(f"practice.logo: {file} cannot be read: {error.strerror}") from None
    except ValueError as error:
        raise ValueError(f"practice.logo: {file}: {error}") from None
    return base64.b64encode(data).decode()


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
        "hub.summary": SummaryConfig,
        "tablet": TabletConfig,
    }
    struct = tables.get(key, KnownTablet)
    allowed = ", ".join(option.name for option in msgspec.structs.fields(struct))
    unknown = problem.split("`")[1]
    full = f"{key}.{unknown}" if key else unknown
    return f"{full}: there is no such key; allowed here: {allowed}."
