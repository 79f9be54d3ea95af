"""One-time links: the one that makes the first account, and those by which a person sets a passcode of their own."""

import secrets

import sqlalchemy as sa
from sqlalchemy import Connection

from kiosk.hub.database import Database
from kiosk.hub.desk import accounts
from kiosk.hub.desk.accounts import Account
from kiosk.hub.desk.roles import Role
from kiosk.hub.schema import setup_link, staff
from kiosk.hub.secret import digest
from kiosk.hub.tenant import mine, practice_of

LINK_MS = 24 * 3_600_000
"""How long a link can be used."""


def new(connection: Connection, now: int, handle: str | None = None) -> str:
    """A key for a link for the account, or for the first account; the ones before it are void."""
    key = secrets.token_urlsafe(32)
    connection.execute(setup_link.delete().where(*_for(connection, handle)))
    connection.execute(
        setup_link.insert().values(
            practice=practice_of(connection), key_sha256=digest(key), expires_at=now + LINK_MS, handle=handle
        )
    )
    return key


def void(connection: Connection, handle: str) -> None:
    """Takes back the account's link."""
    connection.execute(setup_link.delete().where(*_for(connection, handle)))


def whose(database: Database, key: str, now: int) -> str | None:
    """The name that the link at `now` (ms UTC) is for, empty for the first account's; None if it is not good."""
    with database.read() as connection:
        link = _good(connection, key, now)
        if link is None or link.handle is None:
            return None if link is None else ""
        return str(
            connection.execute(sa.select(staff.c.name).where(*accounts.row_of(connection, link.handle))).scalar_one()
        )


def use(connection: Connection, key: str, name: str, hashed: str, now: int) -> Account | None:
    """The account with its new passcode, and the link is used up; None if the link is not good.

    `name` is that of the first account; a link for an account keeps the name it has. Raises ValueError in words.
    """
    link = _good(connection, key, now)
    if link is None:
        return None
    connection.execute(setup_link.delete().where(*_for(connection, link.handle)))
    if link.handle is None:
        return accounts.add(connection, accounts.check_name(name), hashed, Role.IT, now)
    row = connection.execute(
        staff.update()
        .where(*accounts.row_of(connection, link.handle))
        .values(passcode=hashed)
        .returning(staff.c.name, staff.c.role)
    ).one()
    return Account(handle=link.handle, name=row.name, role=Role(row.role))


def _for(connection: Connection, handle: str | None) -> tuple[sa.ColumnElement[bool], ...]:
    return mine(connection, setup_link), setup_link.c.handle.is_not_distinct_from(handle)


def _good(connection: Connection, key: str, now: int) -> sa.Row[tuple[str | None]] | None:
    """The link; of an account that was switched off none is good."""
    return connection.execute(
        sa.select(setup_link.c.handle)
        .outerjoin(staff, sa.and_(staff.c.practice == setup_link.c.practice, staff.c.handle == setup_link.c.handle))
        .where(
            mine(connection, setup_link),
            setup_link.c.key_sha256 == digest(key),
            setup_link.c.expires_at > now,
            sa.or_(setup_link.c.handle.is_(None), sa.and_(staff.c.handle.is_not(None), staff.c.off_at.is_(None))),
        )
    ).first()
