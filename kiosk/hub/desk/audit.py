"""Who did what, when and from where. Rows are only ever added.

No secret and no patient's name belongs in here: a ticket, a visit's id or an account's name says enough.
"""

import secrets
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any
from uuid import UUID

import sqlalchemy as sa
from litestar.connection import ASGIConnection
from sqlalchemy import Connection

from kiosk.hub.schema import audit
from kiosk.hub.tenant import mine, practice_of
from kiosk.visits.identity import RANDOM_BITS, uuid7

VALUE_LENGTH = 200
"""Characters that are kept of an old or a new value."""

_ADDRESS_LENGTH = 64
_WORDS_LENGTH = 80


class Area(StrEnum):
    """What part of the program something was done in."""

    SIGN_IN = "sign-in"
    VISITS = "visits"
    SETTINGS = "settings"
    STAFF = "staff"
    TABLETS = "tablets"
    REPORT = "report"


@dataclass(frozen=True)
class Actor:
    """Who acts, and from which address."""

    name: str
    address: str


@dataclass(frozen=True)
class Change:
    """One thing that was one way and is now another; empty for what was not there."""

    field: str
    old: str
    new: str


@dataclass(frozen=True)
class Entry:
    """One row of the audit; `at` in ms UTC."""

    id: UUID
    at: int
    who: str
    address: str
    area: str
    what: str
    about: str
    changes: tuple[Change, ...]


def actor_of(connection: ASGIConnection[Any, Any, Any, Any]) -> Actor:
    """Who sent a request that has been let in by `guard.requires`."""
    return Actor(connection.user.name, address_of(connection))


def address_of(connection: ASGIConnection[Any, Any, Any, Any]) -> str:
    """Where a request came from; empty where that is not known."""
    return connection.client.host[:_ADDRESS_LENGTH] if connection.client else ""


def record(
    connection: Connection,
    now: int,
    actor: Actor,
    area: Area,
    what: str,
    about: str = "",
    changes: Mapping[str, tuple[object, object]] | None = None,
) -> None:
    """Writes one row in the transaction of what was done, so that neither is there without the other.

    `now` in ms UTC; `what` in words that go on from the name, such as "changed the role of"; `about` whom or
    what; `changes` old and new value by field, of which those that are equal are left out.
    """
    told = [
        [field, _text(old), _text(new)] for field, (old, new) in (changes or {}).items() if _text(old) != _text(new)
    ]
    connection.execute(
        audit.insert().values(
            practice=practice_of(connection),
            id=str(uuid7(now, secrets.randbits(RANDOM_BITS))),
            at=now,
            who=actor.name,
            address=actor.address,
            area=area.value,
            what=what[:_WORDS_LENGTH],
            about=about[:_WORDS_LENGTH],
            changes=told,
        )
    )


def read(
    connection: Connection,
    *,
    before: UUID | None = None,
    who: str = "",
    area: str = "",
    since: int = 0,
    until: int | None = None,
    limit: int,
) -> list[Entry]:
    """The newest rows first, older than `before`; times in ms UTC, `until` not included; empty filters let all pass."""
    wanted = sa.select(audit).where(mine(connection, audit), audit.c.at >= since)
    if before is not None:
        wanted = wanted.where(audit.c.id < str(before))
    if who:
        wanted = wanted.where(audit.c.who == who)
    if area:
        wanted = wanted.where(audit.c.area == area)
    if until is not None:
        wanted = wanted.where(audit.c.at < until)
    rows = connection.execute(wanted.order_by(audit.c.id.desc()).limit(limit))
    return [
        Entry(
            id=UUID(row.id),
            at=row.at,
            who=row.who,
            address=row.address,
            area=row.area,
            what=row.what,
            about=row.about,
            changes=tuple(Change(*change) for change in row.changes),
        )
        for row in rows
    ]


def people(connection: Connection) -> list[str]:
    """Everybody who ever did something, by name."""
    rows = connection.execute(sa.select(audit.c.who).where(mine(connection, audit)).distinct())
    return sorted((row.who for row in rows), key=str.casefold)


def _text(value: object) -> str:
    text = "" if value is None else str(value)
    return text if len(text) <= VALUE_LENGTH else text[: VALUE_LENGTH - 1] + "…"
