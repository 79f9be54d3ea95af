"""Staff accounts: names, roles and passcodes."""

import functools
import secrets
import unicodedata
from dataclasses import dataclass

import argon2
import sqlalchemy as sa
from sqlalchemy import Connection

from kiosk.config import Config
from kiosk.hub.clock import system_clock
from kiosk.hub.database import Database, home_of, open_database
from kiosk.hub.desk.roles import Role
from kiosk.hub.schema import setup_link, staff
from kiosk.hub.tenant import mine, practice_of
from kiosk.visits.events import STAFF_NAME_LENGTH
from kiosk.visits.text import clean

PASSCODE_LENGTH = 8
"""Characters of a passcode at least."""

_PASSCODE_LIMIT = 200

_hasher = argon2.PasswordHasher()


@dataclass(frozen=True)
class Account:
    """A person who may sign in."""

    handle: str
    """The name as sign-in compares it."""
    name: str
    """The name as patients see it."""
    role: Role


class AccountTakenError(ValueError):
    """There is an account of that name."""


def create(config: Config, name: str, passcode: str, role: Role = Role.RECEPTIONIST) -> None:
    """Makes an account before the hub runs; one that exists gets this passcode and role.

    Raises ValueError in words for a name or passcode that cannot be, and DatabaseFault.
    """
    name, hashed = check_name(name), hash_passcode(passcode)
    database = open_database(home_of(config), exclusive=False)
    try:
        with database.write() as connection:
            try:
                add(connection, name, hashed, role, system_clock())
            except AccountTakenError:
                connection.execute(
                    staff.update().where(*row_of(connection, handle_of(name))).values(passcode=hashed, role=role)
                )
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


def add(connection: Connection, name: str, hashed: str, role: Role, now: int) -> Account:
    """Adds an account; with an empty `hashed` nobody can sign in by it yet. Raises AccountTakenError in words."""
    account = Account(handle=handle_of(name), name=name, role=role)
    if connection.execute(sa.select(staff.c.handle).where(*row_of(connection, account.handle))).first():
        raise AccountTakenError(f"There is an account {name} already.")
    connection.execute(
        staff.insert().values(
            practice=practice_of(connection),
            handle=account.handle,
            name=name,
            passcode=hashed,
            created_at=now,
            role=role.value,
        )
    )
    # Once somebody can sign in, nobody else makes themselves the first.
    connection.execute(setup_link.delete().where(mine(connection, setup_link), setup_link.c.handle.is_(None)))
    return account


def verify(database: Database, name: str, passcode: str) -> Account | None:
    """The account, if the passcode is its own and it is not switched off. Takes as long for a name not known."""
    with database.read() as connection:
        row = connection.execute(sa.select(staff).where(*row_of(connection, handle_of(name)))).first()
    usable = row is not None and row.off_at is None and row.passcode
    try:
        _hasher.verify(row.passcode if row and usable else _nobody(), _normal(passcode[: _PASSCODE_LIMIT + 1]))
    except argon2.exceptions.VerifyMismatchError:
        return None
    return Account(handle=row.handle, name=row.name, role=Role(row.role)) if row and usable else None


def name_of(connection: Connection, handle: str) -> str | None:
    """The name of the account as patients see it; None if there is none."""
    row = connection.execute(sa.select(staff.c.name).where(*row_of(connection, handle))).first()
    return row.name if row else None


def exist(database: Database) -> bool:
    """Whether anybody can sign in."""
    with database.read() as connection:
        return connection.execute(sa.select(staff.c.handle).limit(1)).first() is not None


def row_of(connection: Connection, handle: str) -> tuple[sa.ColumnElement[bool], ...]:
    """The condition that finds an account."""
    return mine(connection, staff), staff.c.handle == handle


def handle_of(name: str) -> str:
    """What sign-in compares: letters' case and forms do not matter."""
    return unicodedata.normalize("NFKC", name).strip().casefold()[:160]


def _normal(passcode: str) -> str:
    return unicodedata.normalize("NFKC", passcode)


@functools.cache
def _nobody() -> str:
    """The hash of a passcode that nobody has."""
    return _hasher.hash(secrets.token_hex())
