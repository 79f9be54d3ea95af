"""Blanks names whose purpose is over: the one thing in the log that is ever changed."""

from collections.abc import Collection
from uuid import UUID

import msgspec
import sqlalchemy as sa
from msgspec import Raw
from sqlalchemy import Connection

from kiosk.hub.bulk import among
from kiosk.hub.schema import event
from kiosk.hub.tenant import mine

ARRIVED, NAMES_ERASED = "arrived", "names_erased"
_CHUNK = 500
"""Visits that are looked at at once; databases limit the parameters of a statement."""

_fields = msgspec.json.Decoder(dict[str, Raw])


def erase_names(connection: Connection, visits: Collection[UUID]) -> bool:
    """Blanks the names of those of `visits` that were told to be erased, whichever came first; whether there were any.

    In the caller's transaction. `sqlite.forget` then takes them out of the file as well.
    """
    listed = [str(key) for key in visits]
    found = [_erase(connection, listed[start : start + _CHUNK]) for start in range(0, len(listed), _CHUNK)]
    return any(found)


def nameless(body: str) -> str:
    """The JSON of an arrival without its name."""
    # Not through the type: fields of a newer version stay, to the letter.
    fields = _fields.decode(body)
    if "name" in fields:
        fields["name"] = Raw(b'""')
    return msgspec.json.encode(fields).decode()


def _erase(connection: Connection, visits: list[str]) -> bool:
    erased = sa.select(event.c.visit).where(
        mine(connection, event),
        event.c.kind == NAMES_ERASED,
        among(connection, event.c.visit, visits),
    )
    rows = connection.execute(
        sa.select(event.c.cursor, event.c.body).where(
            mine(connection, event), event.c.kind == ARRIVED, event.c.visit.in_(erased)
        )
    ).all()
    found = False
    for row in rows:
        blanked = nameless(row.body)
        if blanked != row.body:
            found = True
            connection.execute(
                event.update().where(mine(connection, event), event.c.cursor == row.cursor).values(body=blanked)
            )
    return found
