"""Who is signed in. A session's key is made at sign-in and kept as its digest, so it outlives a kill of the hub.

Litestar's own server-side sessions are not used: they keep a session key that the browser chose, which lets
somebody else plant one, and they write to the database at every request.
"""

import asyncio
import secrets
from collections.abc import AsyncGenerator
from dataclasses import dataclass

import sqlalchemy as sa
from litestar.datastructures import Cookie
from sqlalchemy import Connection

from kiosk.config import Config
from kiosk.hub.clock import Clock
from kiosk.hub.database import Database
from kiosk.hub.desk.accounts import Account
from kiosk.hub.desk.roles import Role
from kiosk.hub.schema import session, staff
from kiosk.hub.secret import digest
from kiosk.hub.tenant import mine, practice_of

COOKIE = "desk"
SESSION_MS = 12 * 3_600_000
"""A session lasts a working day."""

IDLE_MS = 30 * 60_000
"""Whoever did nothing for longer gives their passcode before they do something again."""

_NOTED_MS = 60_000
"""Activity is written down this often at most."""

_LOOK_AGAIN_MS = 5_000


@dataclass(frozen=True)
class Session:
    """An open session; times in ms UTC."""

    account: Account
    opened_at: int
    active_at: int
    address: str

    def idle(self, now: int) -> bool:
        """Whether nothing was done for so long that somebody else may sit there."""
        return now - self.active_at >= IDLE_MS


def open_session(connection: Connection, account: Account, address: str, now: int) -> str:
    """A new session's key; sessions that have expired are forgotten."""
    key = secrets.token_urlsafe(32)
    connection.execute(session.delete().where(mine(connection, session), session.c.expires_at <= now))
    connection.execute(
        session.insert().values(
            practice=practice_of(connection),
            key_sha256=digest(key),
            handle=account.handle,
            expires_at=now + SESSION_MS,
            opened_at=now,
            active_at=now,
            address=address,
        )
    )
    return key


def find(database: Database, key: str, now: int) -> Session | None:
    """The session that `key` opens at `now`, ms UTC; None if there is none, or its account was switched off."""
    with database.read() as connection:
        found = list(_open(connection, now, session.c.key_sha256 == digest(key)))
    return found[0] if found else None


def everybody(connection: Connection, now: int) -> list[Session]:
    """All sessions that are open at `now`, ms UTC, the newest first."""
    return list(_open(connection, now, sa.true()))


def touch(database: Database, key: str, seen: Session, now: int) -> None:
    """Notes that the person did something at `now`, ms UTC; `seen` is the session as it was found."""
    if now - seen.active_at < _NOTED_MS:
        return
    with database.write() as connection:
        wake(connection, key, now)


def wake(connection: Connection, key: str, now: int) -> None:
    """The session is not idle at `now`, ms UTC."""
    connection.execute(session.update().where(*_of(connection, key)).values(active_at=now))


def close_session(connection: Connection, key: str) -> None:
    """Forgets a session."""
    connection.execute(session.delete().where(*_of(connection, key)))


def end_all(connection: Connection, handle: str, *, but: str = "") -> int:
    """Ends an account's sessions, except the one with the key `but`; how many there were."""
    return connection.execute(
        session.delete().where(
            mine(connection, session), session.c.handle == handle, session.c.key_sha256 != digest(but)
        )
    ).rowcount


async def while_open(
    database: Database, clock: Clock, key: str, messages: AsyncGenerator[bytes, None]
) -> AsyncGenerator[bytes, None]:
    """The messages of a stream for as long as its session is open: it may end while nobody asks for a page."""
    looked = clock()
    async for message in messages:
        if clock() - looked >= _LOOK_AGAIN_MS:
            looked = clock()
            if await asyncio.to_thread(find, database, key, looked) is None:
                return
        yield message


def cookie(config: Config, key: str) -> Cookie:
    """The cookie that carries a session's key; an empty key takes it back."""
    return Cookie(
        key=COOKIE,
        value=key,
        path="/desk",
        max_age=SESSION_MS // 1000 if key else 0,
        httponly=True,
        samesite="lax",
        secure=config.hub.secure,
    )


def _of(connection: Connection, key: str) -> tuple[sa.ColumnElement[bool], ...]:
    return mine(connection, session), session.c.key_sha256 == digest(key)


def _open(connection: Connection, now: int, wanted: sa.ColumnElement[bool]) -> list[Session]:
    rows = connection.execute(
        sa.select(staff.c.handle, staff.c.name, staff.c.role, session)
        .join(session, sa.and_(session.c.practice == staff.c.practice, session.c.handle == staff.c.handle))
        .where(mine(connection, session), session.c.expires_at > now, staff.c.off_at.is_(None), wanted)
        .order_by(session.c.opened_at.desc())
    )
    return [
        Session(
            account=Account(handle=row.handle, name=row.name, role=Role(row.role)),
            opened_at=row.opened_at,
            active_at=row.active_at,
            address=row.address,
        )
        for row in rows
    ]
