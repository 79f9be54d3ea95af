"""Staff accounts, and the one-time link by which the first of them is made."""

import functools
import secrets
import unicodedata
from dataclasses import dataclass

import argon2
import sqlalchemy as sa
from sqlalchemy import Connection

from kiosk.config import Config
from kiosk.hub.clock import system_clock
from kiosk.hub.database import Database, data_folder, open_database
from kiosk.hub.schema import PRACTICE, setup_link, staff
from kiosk.hub.secret import digest
from kiosk.visits.events import STAFF_NAME_LENGTH
from kiosk.visits.text import clean

PASSCODE_LENGTH = 8
"""Characters of a passcode at least."""

_PASSCODE_LIMIT = 200
SETUP_LINK_MS = 24 * 3_600_000
"""How long a set-up link can be used."""

_hasher = argon2.PasswordHasher()


@dataclass(frozen=True)
class Account:
    """A person who may sign in."""

    handle: str
    """The name as sign-in compares it."""
    name: str
    """The name as patients see it."""


class AccountTakenError(ValueError):
    """There is an account of that name."""


def create(config: Config, name: str, passcode: str) -> None:
    """Makes an account before the hub runs; one that exists gets this passcode.

    Raises ValueError in words for a name or passcode that cannot be, and DatabaseFault.
    """
    name, hashed = check_name(name), hash_passcode(passcode)
    database = open_database(data_folder(config), exclusive=False)
    try:
        with database.write() as connection:
            try:
                add(connection, name, hashed, system_clock())
            except AccountTakenError:
                row = staff.c.practice == PRACTICE, staff.c.handle == handle_of(name)
                connection.execute(staff.update().where(*row).values(passcode=hashed))
    finally:
        database.close()


def check_name(name: str) -> str:
    """The name, tidied. Raises ValueError in words."""
    tidy = clean(name, limit=STAFF_NAME_LENGTH)
    if not tidy:
        raise ValueError("Please give a name; patients will read it.")
    return tidy


def hash_passcode(passcode: str) -> str:
    """The passcode's hash; takes a while on purpose. Raises ValueError in words."""
    if len(passcode) < PASSCODE_LENGTH:
        raise ValueError(f"A passcode has at least {PASSCODE_LENGTH} characters.")
    if len(passcode) > _PASSCODE_LIMIT:
        raise ValueError(f"A passcode has at most {_PASSCODE_LIMIT} characters.")
    return _hasher.hash(_normal(passcode))


def add(connection: Connection, name: str, hashed: str, now: int) -> Account:
    """Adds an account. Raises AccountTakenError in words."""
    account = Account(handle=handle_of(name), name=name)
    row = staff.c.practice == PRACTICE, staff.c.handle == account.handle
    if connection.execute(sa.select(staff.c.handle).where(*row)).first():
        raise AccountTakenError(f"There is an account {name} already.")
    connection.execute(
        staff.insert().values(practice=PRACTICE, handle=account.handle, name=name, passcode=hashed, created_at=now)
    )
    return account


def verify(database: Database, name: str, passcode: str) -> Account | None:
    """The account, if the passcode is its own. Takes as long for a name that is not known."""
    with database.read() as connection:
        row = connection.execute(
            sa.select(staff).where(staff.c.practice == PRACTICE, staff.c.handle == handle_of(name))
        ).first()
    try:
        _hasher.verify(row.passcode if row else _nobody(), _normal(passcode[: _PASSCODE_LIMIT + 1]))
    except argon2.exceptions.VerifyMismatchError:
        return None
    return Account(handle=row.handle, name=row.name) if row else None


def exist(database: Database) -> bool:
    """Whether anybody can sign in."""
    with database.read() as connection:
        return connection.execute(sa.select(staff.c.handle).limit(1)).first() is not None


def new_setup_link(database: Database, now: int) -> str:
    """A key for the one-time set-up link; the ones before it are void."""
    key = secrets.token_urlsafe(32)
    with database.write() as connection:
        connection.execute(setup_link.delete().where(setup_link.c.practice == PRACTICE))
        connection.execute(
            setup_link.insert().values(practice=PRACTICE, key_sha256=digest(key), expires_at=now + SETUP_LINK_MS)
        )
    return key


def setup_link_is_good(database: Database, key: str, now: int) -> bool:
    """Whether the link can still be used at `now`, ms UTC."""
    with database.read() as connection:
        return _good(connection, key, now)


def use_setup_link(connection: Connection, key: str, name: str, hashed: str, now: int) -> Account | None:
    """The first account, and the link is used up; None if the link is not good. Raises AccountTakenError."""
    if not _good(connection, key, now):
        return None
    account = add(connection, name, hashed, now)
    connection.execute(setup_link.delete().where(setup_link.c.practice == PRACTICE))
    return account


def handle_of(name: str) -> str:
    """What sign-in compares: letters' case and forms do not matter."""
    return unicodedata.normalize("NFKC", name).strip().casefold()[:160]


def _good(connection: Connection, key: str, now: int) -> bool:
    found = connection.execute(
        sa.select(setup_link.c.expires_at).where(
            setup_link.c.practice == PRACTICE, setup_link.c.key_sha256 == digest(key)
        )
    ).first()
    return found is not None and now < found.expires_at


def _normal(passcode: str) -> str:
    return unicodedata.normalize("NFKC", passcode)


@functools.cache
def _nobody() -> str:
    """The hash of a passcode that nobody has."""
    return _hasher.hash(secrets.token_hex())
