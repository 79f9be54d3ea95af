"""What is done to accounts: by IT on the Staff page, and on the command line. Everything is audited.

Each function works within the transaction of its caller, which has locked the practice before, so that two of IT
cannot take one another's role away at once.
"""

from dataclasses import dataclass

import sqlalchemy as sa
from sqlalchemy import Connection

from kiosk.hub.desk import accounts, audit, sessions, setup_links, throttle
from kiosk.hub.desk.audit import Actor, Area
from kiosk.hub.desk.roles import Role
from kiosk.hub.desk.sessions import Session
from kiosk.hub.schema import staff
from kiosk.hub.tenant import mine


class StaffError(ValueError):
    """It cannot be done; the message is one sentence for whoever asked."""


@dataclass(frozen=True)
class Member:
    """An account as IT sees it; times in ms UTC."""

    handle: str
    name: str
    role: Role
    created_at: int
    off_at: int | None
    """Since when it is switched off; None while it is not."""
    pending: bool
    """Whether no passcode was set yet."""
    locked_until: int | None
    sessions: tuple[Session, ...] = ()


def everybody(connection: Connection, now: int) -> list[Member]:
    """All accounts by name, those that are switched off last."""
    rows = connection.execute(sa.select(staff).where(mine(connection, staff))).all()
    locked = throttle.locked_until(connection, [row.handle for row in rows], now)
    open_now = sessions.everybody(connection, now)
    members = [
        Member(
            handle=row.handle,
            name=row.name,
            role=Role(row.role),
            created_at=row.created_at,
            off_at=row.off_at,
            pending=not row.passcode,
            locked_until=locked.get(row.handle),
            sessions=tuple(each for each in open_now if each.account.handle == row.handle),
        )
        for row in rows
    ]
    return sorted(members, key=lambda member: (member.off_at is not None, member.handle))


def add(connection: Connection, now: int, actor: Actor, name: str, role: Role) -> tuple[str, str]:
    """Makes an account that nobody can sign in by yet; its name, and the key of the link that sets its passcode.

    Raises ValueError in words.
    """
    account = accounts.add(connection, accounts.check_name(name), "", role, now)
    audit.record(connection, now, actor, Area.STAFF, "added", account.name, {"role": ("", role.label)})
    return account.name, setup_links.new(connection, now, account.handle)


def change_role(connection: Connection, now: int, actor: Actor, handle: str, role: Role) -> str:
    """Gives the account another role; its name. Raises StaffError."""
    row = _get(connection, handle)
    before = Role(row.role)
    if before is role:
        return str(row.name)
    if before is Role.IT:
        _keep_one_it(connection, handle)
    connection.execute(staff.update().where(*accounts.row_of(connection, handle)).values(role=role.value))
    audit.record(
        connection, now, actor, Area.STAFF, "changed the role of", row.name, {"role": (before.label, role.label)}
    )
    return str(row.name)


def switch_off(connection: Connection, now: int, actor: Actor, handle: str) -> str:
    """Nobody can sign in by the account any more, and its sessions end; its name. Raises StaffError."""
    row = _get(connection, handle)
    if row.off_at is not None:
        return str(row.name)
    if row.role == Role.IT:
        _keep_one_it(connection, handle)
    connection.execute(staff.update().where(*accounts.row_of(connection, handle)).values(off_at=now))
    sessions.end_all(connection, handle)
    setup_links.void(connection, handle)
    audit.record(connection, now, actor, Area.STAFF, "switched off", row.name)
    return str(row.name)


def switch_on(connection: Connection, now: int, actor: Actor, handle: str) -> str:
    """The account can be used again, with the passcode it had; its name. Raises StaffError."""
    row = _get(connection, handle)
    if row.off_at is not None:
        connection.execute(staff.update().where(*accounts.row_of(connection, handle)).values(off_at=None))
        audit.record(connection, now, actor, Area.STAFF, "switched on", row.name)
    return str(row.name)


def reset(connection: Connection, now: int, actor: Actor, handle: str) -> tuple[str, str]:
    """Voids the passcode and ends the sessions; the name, and the key of the link that sets another.

    Raises StaffError.
    """
    row = _get(connection, handle)
    if row.off_at is not None:
        raise StaffError(f"The account {row.name} is switched off; switch it on first.")
    connection.execute(staff.update().where(*accounts.row_of(connection, handle)).values(passcode=""))
    sessions.end_all(connection, handle)
    throttle.unlock(connection, handle)
    audit.record(connection, now, actor, Area.STAFF, "reset the passcode of", row.name)
    return str(row.name), setup_links.new(connection, now, handle)


def unlock(connection: Connection, now: int, actor: Actor, handle: str) -> str:
    """Forgets the failed tries, so that sign-in is possible at once; the name. Raises StaffError."""
    row = _get(connection, handle)
    throttle.unlock(connection, handle)
    audit.record(connection, now, actor, Area.STAFF, "unlocked", row.name)
    return str(row.name)


def sign_out(connection: Connection, now: int, actor: Actor, handle: str) -> str:
    """Ends all sessions of the account; its name. Raises StaffError."""
    row = _get(connection, handle)
    if sessions.end_all(connection, handle):
        audit.record(connection, now, actor, Area.STAFF, "ended the sessions of", row.name)
    return str(row.name)


def _get(connection: Connection, handle: str) -> sa.Row[tuple[object, ...]]:
    row = connection.execute(sa.select(staff).where(*accounts.row_of(connection, handle))).first()
    if row is None:
        raise StaffError("There is no such account.")
    return row


def _keep_one_it(connection: Connection, handle: str) -> None:
    """Raises StaffError if nobody else could look after the accounts."""
    others = connection.execute(
        sa.select(staff.c.handle).where(
            mine(connection, staff),
            staff.c.role == Role.IT,
            staff.c.off_at.is_(None),
            staff.c.passcode != "",
            staff.c.handle != handle,
        )
    ).first()
    if others is None:
        raise StaffError("This is the last IT account that can sign in; make another one first.")
