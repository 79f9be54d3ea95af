"""What people call the tablets that ratings come from."""

from collections import Counter
from collections.abc import Mapping

import sqlalchemy as sa
from sqlalchemy import Connection

from kiosk.hub.schema import tablet
from kiosk.hub.tenant import mine
from kiosk.hub.writing import HUB_DEVICE

PHONES = "Patients’ phones"


def names(connection: Connection) -> dict[str, str]:
    """By the tablet; of two with one name each has its own id beside it, and those of no tablet are the phones'."""
    rows = connection.execute(sa.select(tablet.c.device, tablet.c.name).where(mine(connection, tablet))).all()
    often = Counter(row.name for row in rows)
    found = {row.device: row.name if often[row.name] == 1 else f"{row.name} ({row.device})" for row in rows}
    return {HUB_DEVICE: PHONES, **found}


def name_of(known: Mapping[str, str], site: str) -> str:
    """Its own id for a tablet that nobody knows any more."""
    return known.get(site, site)
