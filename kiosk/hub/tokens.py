"""By which tokens tablets are let in, and how one token follows another. Kept as their digest only.

The tablet makes its next token and tells the hub the digest. Both are good until the next one was used once; then the
old one is worth nothing. So whatever is lost on the way, or whoever is killed, the tablet holds a token that works.
Each function works within the transaction of its caller; times in ms UTC.
"""

from dataclasses import dataclass
from typing import Any

import sqlalchemy as sa
from sqlalchemy import Connection

from kiosk.hub.schema import tablet
from kiosk.hub.secret import digest
from kiosk.hub.tablets import TabletError, get, row_of
from kiosk.hub.tenant import mine, served, whose

_BEARER = sa.select(tablet.c.device, tablet.c.next_sha256).where(
    whose(tablet),
    sa.or_(*(column == sa.bindparam("given") for column in (tablet.c.token_sha256, tablet.c.next_sha256))),
)

LIFE_MS = 90 * 86_400_000
"""A token that is older is renewed by itself."""


@dataclass(frozen=True)
class Bearer:
    """Whose token it is."""

    device: str
    is_next: bool
    """Whether it is the one that is to follow, and so was never used before."""


def bearer_of(connection: Connection, token: str) -> Bearer | None:
    """The tablet whose token it is."""
    given = digest(token)
    row = connection.execute(_BEARER, served(connection) | {"given": given}).first()
    return None if row is None else Bearer(row.device, row.next_sha256 == given)


def give(connection: Connection, device: str, token: str, now: int) -> None:
    """Lets the tablet in by this token, and by no other."""
    _become(connection, device, digest(token), now)


def offer(connection: Connection, device: str, next_sha256: str) -> None:
    """Lets the tablet in by the token of this digest, too. May be called again, also with another, which counts then.

    Raises TabletError where the settings file names its token: there it is renewed.
    """
    if get(connection, device).in_settings_file:
        raise TabletError("The settings file names this tablet's token: it is renewed there.")
    unless_revoked = (
        *row_of(connection, device),
        tablet.c.token_sha256.is_not(None),
        tablet.c.token_sha256 != next_sha256,
    )
    connection.execute(tablet.update().where(*unless_revoked).values(next_sha256=next_sha256))


def settle(connection: Connection, device: str, token: str, now: int) -> None:
    """The tablet has used its next token: the old one is worth nothing from now on."""
    given = digest(token)
    found = sa.select(tablet.c.device).where(*row_of(connection, device), tablet.c.next_sha256 == given)
    if connection.execute(found).first() is not None:
        _become(connection, device, given, now)


def ask(connection: Connection, device: str, now: int) -> str:
    """Wants another token for the tablet, as soon as it is heard of; its name. Raises TabletError in words."""
    known = get(connection, device)
    if known.revoked_at is not None:
        raise TabletError(f"{known.name} is let in no more.")
    if known.in_settings_file:
        raise TabletError(f"The settings file names the token of {known.name}: renew it there, and on the tablet.")
    connection.execute(tablet.update().where(*row_of(connection, device)).values(roll_asked_at=now))
    return known.name


def due_since(connection: Connection, device: str, now: int) -> int | None:
    """Since when the tablet should have another token; None where it should not."""
    row = connection.execute(
        sa.select(tablet).where(*row_of(connection, device), tablet.c.token_sha256.is_not(None))
    ).first()
    return None if row is None else _due_since(row, now)


def standing(connection: Connection, now: int) -> dict[str, int | None]:
    """All tablets that are let in, and since when each should have another token, as `due_since`."""
    rows = connection.execute(sa.select(tablet).where(mine(connection, tablet), tablet.c.token_sha256.is_not(None)))
    return {row.device: _due_since(row, now) for row in rows}


def _due_since(row: sa.Row[Any], now: int) -> int | None:
    if row.config_sha256 is not None:
        return None
    if row.roll_asked_at is not None:
        return int(row.roll_asked_at)
    ends = int(row.token_at if row.token_at is not None else row.created_at) + LIFE_MS
    return ends if ends <= now else None


def _become(connection: Connection, device: str, token_sha256: str, now: int) -> None:
    values = {"token_sha256": token_sha256, "next_sha256": None, "token_at": now, "roll_asked_at": None}
    connection.execute(tablet.update().where(*row_of(connection, device)).values(**values))
