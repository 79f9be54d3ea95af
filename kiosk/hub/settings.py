"""The settings as they are now, and every version of them.

Version 0 is what the configuration says; it holds until settings are saved for the first time. From then on the
table is the truth, and the log tells who changed what.
"""

from functools import partial

import msgspec
import sqlalchemy as sa
from msgspec import Raw, Struct
from msgspec.structs import replace
from sqlalchemy import Connection

from kiosk.config import Config, Practice
from kiosk.hub.report import rollups
from kiosk.hub.schema import settings as table
from kiosk.hub.tenant import mine, practice_of
from kiosk.hub.writing import Writing
from kiosk.visits.events import SettingsChanged
from kiosk.visits.settings import Settings, changed, decode, encode


class Version(Struct, frozen=True):
    """Settings, since when they hold (ms UTC), and who saved them; version 0 by nobody."""

    number: int
    settings: Settings
    at: int = 0
    who: str = ""


class StaleError(Exception):
    """Somebody else has saved in the meantime; nothing was done."""

    def __init__(self, now: Version) -> None:
        super().__init__(f"version {now.number} holds now")
        self.now = now


def newest(connection: Connection, config: Config) -> Version:
    """What holds now."""
    return _read(connection, config, None)


def get(connection: Connection, config: Config, number: int) -> Version:
    """An earlier version; the newest for a number that was never given."""
    if number == 0:
        return Version(0, config.first_settings)
    return _read(connection, config, number)


def since(connection: Connection, number: int) -> list[str]:
    """Who has saved after this version, in order and each once."""
    rows = connection.execute(
        sa.select(table.c.who).where(mine(connection, table), table.c.version > number).order_by(table.c.version)
    )
    return list(dict.fromkeys(row.who for row in rows))


def save(connection: Connection, writing: Writing, config: Config, new: Settings, *, base: int, who: str) -> Version:
    """Keeps settings that somebody made from version `base`, and says so in the log; nothing if nothing differs.

    Raises StaleError if `base` is not the newest any more.
    """
    old = newest(connection, config)
    if old.number != base:
        raise StaleError(old)
    differs = changed(old.settings, new)
    if not differs:
        return old
    version = Version(old.number + 1, new, writing.now, who)
    connection.execute(
        table.insert().values(
            practice=practice_of(connection), version=version.number, at=version.at, who=who, body=encode(new).decode()
        )
    )
    values = {name: Raw(msgspec.json.encode(getattr(new, name))) for name in differs}
    rollups.keep_zone(connection, new.zone)
    writing.timezone = new.zone.key
    writing.mint(partial(SettingsChanged, settings=values, by=who))
    return version


def applied(config: Config, settings: Settings) -> Config:
    """The configuration with the settings in the place of what it says of the practice."""
    practice = Practice(
        name=settings.name,
        timezone=settings.timezone,
        greeting_target_seconds=settings.greeting_target_seconds,
        places=settings.places,
        review_link=settings.review_link,
        hours=settings.hours,
        accent=settings.accent,
        languages=settings.languages,
    )
    return replace(config, practice=practice, hub=replace(config.hub, checkout_tablet=settings.checkout_tablet))


def _read(connection: Connection, config: Config, number: int | None) -> Version:
    wanted = sa.select(table).where(mine(connection, table))
    if number is not None:
        wanted = wanted.where(table.c.version == number)
    row = connection.execute(wanted.order_by(table.c.version.desc()).limit(1)).first()
    if row is not None:
        return Version(row.version, decode(row.body), row.at, row.who)
    return Version(0, config.first_settings) if number is None else newest(connection, config)
