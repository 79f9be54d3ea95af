"""Slows down who guesses passcodes, and locks an account that is guessed at. Holds across restarts and processes."""

from dataclasses import dataclass

import sqlalchemy as sa
from sqlalchemy import Connection

from kiosk.hub.database import Database
from kiosk.hub.schema import failed_sign_in
from kiosk.hub.secret import digest
from kiosk.hub.tenant import mine, practice_of

FREE_TRIES = 3
"""Of one account from one address."""

FREE_TRIES_OF_ADDRESS = 20
"""Of all accounts together: several people may share an address."""

LOCK_TRIES = 10
"""An account for which so many tries failed, from wherever, is locked."""

LONGEST_MS = 60_000
FORGET_MS = 15 * 60_000
"""A failure counts for this long, and a lock lasts this long after the last one."""

_HALF = 32
"""Hex digits that are kept of a digest."""


@dataclass(frozen=True)
class Verdict:
    """Whether a try is allowed; else for how many ms not, and whether because the account is locked."""

    wait_ms: int = 0
    locked: bool = False


@dataclass(frozen=True)
class _Failures:
    tries: int
    last_at: int


def begin(database: Database, handle: str, address: str, now: int) -> Verdict:
    """Asks for a try, and counts it as failed until `succeeded` says otherwise. `now` in ms UTC.

    Counted before it is known: tries at the same moment must not all be free.
    """
    both, own, place = _keys(handle, address)
    with database.write() as connection:
        connection.execute(
            failed_sign_in.delete().where(mine(connection, failed_sign_in), failed_sign_in.c.last_at <= now - FORGET_MS)
        )
        found = _read(connection, [both, own, place])
        if own in found and found[own].tries >= LOCK_TRIES:
            return Verdict(found[own].last_at + FORGET_MS - now, locked=True)
        wait = max(_wait(found.get(both), FREE_TRIES, now), _wait(found.get(place), FREE_TRIES_OF_ADDRESS, now))
        if wait > 0:
            return Verdict(wait)
        for key in (both, own, place):
            if key in found:
                again = failed_sign_in.update().where(*_row(connection, key))
                connection.execute(again.values(tries=failed_sign_in.c.tries + 1, last_at=now))
            else:
                connection.execute(
                    failed_sign_in.insert().values(practice=practice_of(connection), who=key, tries=1, last_at=now)
                )
    return Verdict()


def succeeded(database: Database, handle: str, address: str) -> None:
    """Forgets the failures of the account, and this try of the address."""
    both, own, place = _keys(handle, address)
    with database.write() as connection:
        connection.execute(failed_sign_in.delete().where(*_rows(connection, [both, own])))
        connection.execute(
            failed_sign_in.update()
            .where(*_row(connection, place), failed_sign_in.c.tries > 0)
            .values(tries=failed_sign_in.c.tries - 1)
        )


def locked_until(connection: Connection, handles: list[str], now: int) -> dict[str, int]:
    """Which of the accounts are locked at `now`, and until when by themselves; ms UTC."""
    keys = {_own(handle): handle for handle in handles}
    return {
        keys[key]: row.last_at + FORGET_MS
        for key, row in _read(connection, list(keys)).items()
        if row.tries >= LOCK_TRIES and row.last_at + FORGET_MS > now
    }


def unlock(connection: Connection, handle: str) -> None:
    """Forgets the failures of the account, from wherever they came."""
    connection.execute(
        failed_sign_in.delete().where(
            mine(connection, failed_sign_in), failed_sign_in.c.who.startswith(_own(handle), autoescape=True)
        )
    )


def _keys(handle: str, address: str) -> tuple[str, str, str]:
    """Of the account at the address, which begins as that of the account does, of the account, and of the address."""
    own, place = _own(handle), digest(address)[:_HALF]
    return own + place, own, f"@{place}"


def _own(handle: str) -> str:
    return digest(handle)[:_HALF]


def _wait(failures: _Failures | None, free: int, now: int) -> int:
    """Doubling from one second after the free tries, up to a minute."""
    if failures is None or failures.tries < free:
        return 0
    return max(0, failures.last_at + min(LONGEST_MS, 1000 << min(failures.tries - free, 10)) - now)


def _row(connection: Connection, key: str) -> tuple[sa.ColumnElement[bool], ...]:
    return mine(connection, failed_sign_in), failed_sign_in.c.who == key


def _rows(connection: Connection, keys: list[str]) -> tuple[sa.ColumnElement[bool], ...]:
    return mine(connection, failed_sign_in), failed_sign_in.c.who.in_(keys)


def _read(connection: Connection, keys: list[str]) -> dict[str, _Failures]:
    rows = connection.execute(
        sa.select(failed_sign_in.c.who, failed_sign_in.c.tries, failed_sign_in.c.last_at).where(
            *_rows(connection, keys)
        )
    )
    return {row.who: _Failures(row.tries, row.last_at) for row in rows}
