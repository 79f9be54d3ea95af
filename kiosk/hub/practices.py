"""The practices that live in one database, each a tenant of its own, and the organisations that they belong to.

A practice is known by the name that it is served under (Host): its tablets, its desk and its phone pages all come by
it, so that a browser keeps its cookies apart by itself.
"""

import re
import secrets
from uuid import uuid4

import sqlalchemy as sa
from msgspec import Struct
from sqlalchemy import Connection

from kiosk.hub.schema import organisation, practice, tenant
from kiosk.hub.tenant import FIRST
from kiosk.visits.text import clean

MAX_NAME = 60

_HOST = re.compile(r"(?=.{1,253}\Z)([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?)(\.[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?)*\Z")


class PracticeError(Exception):
    """The practice cannot be as it was asked for; the message is a sentence for whoever asked."""


class Tenant(Struct, frozen=True):
    """A practice, as IT knows it."""

    practice: str
    name: str
    host: str | None
    """None for the one that is served under every name that no other has."""
    organisation: str
    """Its name; empty for a practice that stands alone."""


def found(connection: Connection) -> None:
    """Gives the first practice its rows, once."""
    if connection.execute(sa.select(practice.c.practice).where(practice.c.practice == FIRST)).first() is None:
        _open(connection, FIRST)
    if connection.execute(sa.select(tenant.c.practice).where(tenant.c.practice == FIRST)).first() is None:
        connection.execute(tenant.insert().values(practice=FIRST, name="", host=None, created_at=0))


def add(connection: Connection, name: str, host: str, organisation_name: str, now: int) -> Tenant:
    """A new practice under a name of its own; its organisation is made if it is new. `now` in ms UTC.

    Raises PracticeError for a name that is empty or too long, and for a host that is none or is taken.
    """
    try:
        shown, group = (clean(each, limit=MAX_NAME) for each in (name, organisation_name))
    except ValueError as error:
        raise PracticeError(f"The name cannot be kept: {error}.") from None
    if not shown:
        raise PracticeError("A practice needs a name.")
    host = host.strip().lower().rstrip(".")
    if not _HOST.match(host):
        raise PracticeError(f"{host!r} is no name of a host; it looks like elm-street.example.org, without a port.")
    if connection.execute(sa.select(tenant.c.practice).where(tenant.c.host == host)).first():
        raise PracticeError(f"{host} is the name of another practice.")
    key = _key(shown)
    _open(connection, key)
    group_key = _organisation(connection, group) if group else None
    connection.execute(
        tenant.insert().values(practice=key, organisation=group_key, name=shown, host=host, created_at=now)
    )
    return Tenant(key, shown, host, group)


def everybody(connection: Connection) -> list[Tenant]:
    """All practices, the first one first."""
    rows = connection.execute(
        sa.select(tenant, organisation.c.name.label("organisation_name"))
        .join(organisation, tenant.c.organisation == organisation.c.organisation, isouter=True)
        .order_by(tenant.c.created_at, tenant.c.practice)
    )
    return [Tenant(row.practice, row.name, row.host, row.organisation_name or "") for row in rows]


def at_host(connection: Connection, host: str) -> str:
    """The practice that is served under `host`; the first without one. Raises PracticeError if there is none."""
    if not host:
        return FIRST
    row = connection.execute(sa.select(tenant.c.practice).where(tenant.c.host == host.lower())).first()
    if row is None:
        raise PracticeError(f"No practice is served under {host}; `kiosk practices list` shows all.")
    return str(row.practice)


def _open(connection: Connection, key: str) -> None:
    connection.execute(
        practice.insert().values(practice=key, hub_epoch=str(uuid4()), cursor=0, n=0, form_secret=secrets.token_hex(32))
    )


def _organisation(connection: Connection, name: str) -> str:
    row = connection.execute(sa.select(organisation.c.organisation).where(organisation.c.name == name)).first()
    if row is not None:
        return str(row.organisation)
    key = _key(name)
    connection.execute(organisation.insert().values(organisation=key, name=name))
    return key


def _key(name: str) -> str:
    """Readable, and nobody's before."""
    plain = re.sub(r"[^a-z0-9]+", "-", name.lower()).strip("-")[:27] or "practice"
    return f"{plain}-{secrets.token_hex(6)}"
