"""The hub's database on a PostgreSQL server."""

import re

import psycopg
import sqlalchemy as sa
from sqlalchemy import URL, Connection

from kiosk.doctor.check import Check, fault, ok
from kiosk.doctor.hub_tables import START_IT, look_at_tables
from kiosk.hub import locks, postgresql
from kiosk.hub.home import DatabaseFault
from kiosk.summary_config import SummaryConfig
from kiosk.visits.condition import State

PATIENCE_S = postgresql.CONNECT_TIMEOUT_S
"""How long the server may take to let us in, and for each answer."""

_AS_ITS_USER = "Run this as the user that the hub runs as"
_SLOW = (
    f"the server does not answer within {PATIENCE_S} seconds",
    "Check its address under [hub], and that no firewall drops what goes there; if it runs, see what it is busy with.",
)
_NOT_OURS = (
    "this user may not read it",
    f"{_AS_ITS_USER}; if that is so, make that user the database's owner (ALTER DATABASE … OWNER TO …).",
)

_REFUSED = {"42501": _NOT_OURS, "55P03": _SLOW, "57014": _SLOW}
"""By the code of a server that let us in: insufficient_privilege, lock_not_available, query_canceled."""

_NOT_LET_IN = (
    (r"timeout expired", *_SLOW),
    (
        r"failed: (?:Connection refused|No such file or directory)",
        "no PostgreSQL server listens there",
        "Start it (systemctl start postgresql); if it runs, check the address under [hub].",
    ),
    (
        r"failed to resolve host",
        "the server's name is not known in this network",
        "Check the address under [hub], and the name server.",
    ),
    (
        r"database \"[^\"]*\" does not exist",
        "the server has no such database",
        "Check its name under [hub]; if it was not made yet: createdb --encoding=UTF8 --template=template0, "
        "with the hub's user as --owner.",
    ),
    (
        r"too many c|connection slots",
        "the server has no connection left",
        "See who holds them (pg_stat_activity); raise max_connections.",
    ),
    (
        r"(?:Peer authentication failed for user|role) (\"[^\"]*\")",
        "the server does not let this user in as {}",
        f"{_AS_ITS_USER} (runuser); if that is so, make it known to the server: createuser.",
    ),
    (
        r"password authentication failed",
        "the server does not take the password",
        "Put the right one into the address under [hub]; in it an @ is written %40, a / is %2F.",
    ),
    (
        r"no password supplied",
        "the server wants a password",
        "Put it into the address under [hub]: postgresql://USER:PASSWORD@HOST/NAME.",
    ),
    (
        r"pg_hba\.conf",
        "the server lets nobody in this way",
        "Add a line for the hub's user and this machine to the server's pg_hba.conf, and reload the server.",
    ),
    (
        r"the database system is",
        "the server is starting or stopping",
        "Wait a moment and ask again; if it stays so, its own log says why.",
    ),
)
"""By the words of one that did not, which has no code then; one that speaks another language is told in its own."""


def look(url: URL, summary: SummaryConfig) -> list[Check]:
    """Everything about the database on the server. Reads only, waits for nobody, and keeps nothing open meanwhile."""
    shown = postgresql.shown(url)
    engine = postgresql.engine(url)
    found: list[Check] = []
    try:
        with postgresql.reading(engine).begin() as connection:
            connection.execute(sa.text(f"SET LOCAL statement_timeout = '{PATIENCE_S}s'"))
            found.append(_running(connection))
            postgresql.check(connection, shown)
            tables = look_at_tables(connection, postgresql.read_revision(connection), summary)
            found += [ok("hub.database", f"{shown}: the server answers."), *tables]
    except DatabaseFault as unfit:
        do = "Move the hub to one that fits: createdb --encoding=UTF8 --template=template0."
        found.append(fault("hub.database", str(unfit), do))
    except sa.exc.DBAPIError as error:
        found.append(_unusable(shown, error))
    finally:
        engine.dispose()
    return found


def _running(connection: Connection) -> Check:
    match locks.hubs(connection):
        case None:
            return Check(
                "hub.running",
                State.WARNING,
                "No hub runs: somebody works on its database alone.",
                "Let that command end, and start the hub then.",
            )
        case 0:
            seen = "One whose server was started again is seen within a minute."
            return fault("hub.running", "No hub runs on the database.", f"{START_IT} {seen}")
        case 1:
            return ok("hub.running", "The hub runs.")
        case several:
            return ok("hub.running", f"{several} hubs run on the database.")


def _unusable(shown: str, error: sa.exc.DBAPIError) -> Check:
    why, do = _words(error)
    return fault("hub.database", f"{shown}: {why}.", do)


def _words(error: sa.exc.DBAPIError) -> tuple[str, str]:
    """What is the matter, and what to do."""
    code = error.orig.sqlstate if isinstance(error.orig, psycopg.Error) else None
    if code in _REFUSED:
        return _REFUSED[code]
    told = postgresql.reason(error)
    for pattern, why, do in _NOT_LET_IN:
        if match := re.search(pattern, told):
            return why.format(*match.groups()), do
    return f"cannot be used: {told}", f"Check the address under [hub], and the server's own log. {_AS_ITS_USER}."
