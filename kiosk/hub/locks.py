"""The locks on a PostgreSQL server by which hubs keep out of one another's way; each ends with its connection."""

import sqlalchemy as sa
from sqlalchemy import Connection

MIGRATING = 0x4B494F534B
"""Is held while the tables are brought up to date."""

SERVING = MIGRATING + 1
"""Hubs hold it together while they run, and alone whoever wants no hub to run."""

LEADING = MIGRATING + 2
"""One of several hubs holds it: it sees to what is due."""

# A key of 64 bits is shown in two halves. Source: PostgreSQL's manual, pg_locks.
_HELD = sa.text(
    "SELECT mode FROM pg_locks WHERE locktype = 'advisory' AND granted AND objsubid = 1 AND classid = :high"
    " AND objid = :low AND database = (SELECT oid FROM pg_database WHERE datname = current_database())"
)


def take(connection: Connection, key: int, *, shared: bool = False) -> bool:
    """Whether the connection has the lock from now on, alone or with others; nobody is waited for."""
    wanted = sa.func.pg_try_advisory_lock_shared(key) if shared else sa.func.pg_try_advisory_lock(key)
    return bool(connection.execute(sa.select(wanted)).scalar())


def hubs(connection: Connection) -> int | None:
    """How many hubs run on the database; None while somebody works alone on it. Looks, and takes nothing."""
    modes = connection.execute(_HELD, {"high": SERVING >> 32, "low": SERVING & 0xFFFF_FFFF}).scalars().all()
    return None if "ExclusiveLock" in modes else len(modes)
