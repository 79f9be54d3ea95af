"""How a new tablet gets its token: the device authorisation grant of RFC 8628.

The tablet asks for a code and shows it; IT approves it on the Tablets page; the tablet polls meanwhile. Each function
works within the transaction of its caller.
"""

import secrets
from dataclasses import dataclass

import sqlalchemy as sa
from sqlalchemy import Connection

from kiosk.hub import tablets, tokens
from kiosk.hub.schema import enrolment
from kiosk.hub.secret import digest
from kiosk.hub.tablets import Known
from kiosk.hub.tenant import mine, practice_of

EXPIRES_S = 15 * 60
INTERVAL_S = 5
"""Seconds between two polls of a tablet at least."""

MOST_OPEN = 50
"""Codes that may wait at once: nobody has to be known to ask for one."""

_LETTERS = "BCDFGHJKLMNPQRSTVWXZ"
"""No vowels, so no words, and nothing that looks like a digit. Source: RFC 8628, 6.1."""

_CODE_LENGTH = 8


class PendingError(Exception):
    """There is no token; the message is RFC 8628's error code."""


@dataclass(frozen=True)
class Asking:
    """A tablet that wants to be let in; times in ms UTC."""

    user_code: str
    asked_at: int
    address: str


def begin(connection: Connection, address: str, now: int) -> tuple[str, str] | None:
    """The device's secret code and the code that people read; None if too many wait. `now` in ms UTC."""
    connection.execute(enrolment.delete().where(mine(connection, enrolment), enrolment.c.expires_at <= now))
    waiting = connection.execute(
        sa.select(sa.func.count()).select_from(enrolment).where(mine(connection, enrolment))
    ).scalar_one()
    if waiting >= MOST_OPEN:
        return None
    code = secrets.token_urlsafe(32)
    user_code = "".join(secrets.choice(_LETTERS) for _ in range(_CODE_LENGTH))
    connection.execute(
        enrolment.insert().values(
            practice=practice_of(connection),
            code_sha256=digest(code),
            user_code=user_code,
            asked_at=now,
            expires_at=now + EXPIRES_S * 1000,
            polled_at=0,
            interval_s=INTERVAL_S,
            address=address,
            denied=False,
        )
    )
    return code, shown(user_code)


def poll(connection: Connection, code: str, now: int) -> tuple[Known, str]:
    """The tablet that was approved, and its token: a new one each time, of which the last counts.

    So an answer that is lost on the way costs nothing. Raises PendingError.
    """
    row = connection.execute(sa.select(enrolment).where(*_of(connection, digest(code)))).first()
    if row is None or row.expires_at <= now:
        raise PendingError("expired_token")
    if row.denied:
        raise PendingError("access_denied")
    interval_s, early = row.interval_s, now - row.polled_at < row.interval_s * 1000
    if early:
        interval_s = min(60, interval_s + INTERVAL_S)
    connection.execute(
        enrolment.update().where(*_of(connection, row.code_sha256)).values(polled_at=now, interval_s=interval_s)
    )
    if early:
        raise PendingError("slow_down")
    if row.device is None:
        raise PendingError("authorization_pending")
    found = tablets.get(connection, row.device)
    if found.revoked_at is not None:
        raise PendingError("access_denied")
    token = secrets.token_urlsafe(32)
    tokens.give(connection, found.device, token, now)
    return found, token


def settle(connection: Connection, device: str) -> None:
    """The tablet has used its token: its code is void."""
    connection.execute(enrolment.delete().where(mine(connection, enrolment), enrolment.c.device == device))


def waiting(connection: Connection, now: int) -> list[Asking]:
    """Who waits to be let in, the oldest first."""
    rows = connection.execute(
        sa.select(enrolment)
        .where(
            mine(connection, enrolment),
            enrolment.c.expires_at > now,
            enrolment.c.device.is_(None),
            enrolment.c.denied.is_(False),
        )
        .order_by(enrolment.c.asked_at)
    )
    return [Asking(shown(row.user_code), row.asked_at, row.address) for row in rows]


def find(connection: Connection, user_code: str, now: int) -> Asking | None:
    """Who shows this code and waits; however it was typed."""
    return next((each for each in waiting(connection, now) if each.user_code == shown(_plain(user_code))), None)


def approve(connection: Connection, user_code: str, device: str) -> None:
    """The one who shows the code is this tablet."""
    connection.execute(enrolment.update().where(*_shows(connection, user_code)).values(device=device))


def deny(connection: Connection, user_code: str) -> None:
    """The one who shows the code is not let in."""
    connection.execute(enrolment.update().where(*_shows(connection, user_code)).values(denied=True))


def shown(user_code: str) -> str:
    """The code as people read it, in two halves."""
    half = _CODE_LENGTH // 2
    return f"{user_code[:half]}-{user_code[half:]}"


def _plain(user_code: str) -> str:
    return "".join(char for char in user_code.upper() if char in _LETTERS)[:_CODE_LENGTH]


def _of(connection: Connection, code_sha256: str) -> tuple[sa.ColumnElement[bool], ...]:
    return mine(connection, enrolment), enrolment.c.code_sha256 == code_sha256


def _shows(connection: Connection, user_code: str) -> tuple[sa.ColumnElement[bool], ...]:
    return mine(connection, enrolment), enrolment.c.user_code == _plain(user_code)
