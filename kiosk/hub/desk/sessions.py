"""Who is signed in. A session's key is made at sign-in and kept as its digest, so it outlives a kill of the hub."""

import asyncio
import secrets
from typing import Any

import sqlalchemy as sa
from litestar.connection import ASGIConnection
from litestar.datastructures import Cookie
from litestar.exceptions import NotAuthorizedException
from litestar.middleware import AbstractAuthenticationMiddleware, AuthenticationResult

from kiosk.config import Config
from kiosk.hub.database import Database
from kiosk.hub.desk.accounts import Account
from kiosk.hub.schema import PRACTICE, session, staff
from kiosk.hub.secret import digest

COOKIE = "desk"
SESSION_MS = 16 * 3_600_000
"""A session lasts a long day, so that nobody has to sign in with patients waiting."""


class SignedIn(AbstractAuthenticationMiddleware):
    """Lets in who is signed in; `request.user` is an Account. Raises NotAuthorizedException.

    Litestar's own server-side sessions are not used: they keep a session key that the browser chose, which
    lets somebody else plant one, and they write to the database at every request.
    """

    async def authenticate_request(self, connection: ASGIConnection[Any, Any, Any, Any]) -> AuthenticationResult:
        hub = connection.app.state.hub
        key = connection.cookies.get(COOKIE, "")
        account = await asyncio.to_thread(find, hub.database, key, hub.clock()) if key else None
        if account is None:
            raise NotAuthorizedException("Please sign in.")
        return AuthenticationResult(user=account, auth=key)


def open_session(database: Database, account: Account, now: int) -> str:
    """A new session's key; sessions that have expired are forgotten."""
    key = secrets.token_urlsafe(32)
    with database.write() as connection:
        connection.execute(session.delete().where(session.c.practice == PRACTICE, session.c.expires_at <= now))
        connection.execute(
            session.insert().values(
                practice=PRACTICE,
                key_sha256=digest(key),
                handle=account.handle,
                expires_at=now + SESSION_MS,
            )
        )
    return key


def find(database: Database, key: str, now: int) -> Account | None:
    """Whose session it is at `now`, ms UTC; None if it is nobody's or has expired."""
    with database.read() as connection:
        row = connection.execute(
            sa.select(staff.c.handle, staff.c.name)
            .join(session, sa.and_(session.c.practice == staff.c.practice, session.c.handle == staff.c.handle))
            .where(
                session.c.practice == PRACTICE,
                session.c.key_sha256 == digest(key),
                session.c.expires_at > now,
            )
        ).first()
    return Account(handle=row.handle, name=row.name) if row else None


def close_session(database: Database, key: str) -> None:
    """Forgets a session."""
    with database.write() as connection:
        connection.execute(session.delete().where(session.c.practice == PRACTICE, session.c.key_sha256 == digest(key)))


def cookie(config: Config, key: str) -> Cookie:
    """The cookie that carries a session's key; an empty key takes it back."""
    return Cookie(
        key=COOKIE,
        value=key,
        path="/desk",
        max_age=SESSION_MS // 1000 if key else 0,
        httponly=True,
        samesite="lax",
        secure=config.hub.public_url.startswith("https:"),
    )
