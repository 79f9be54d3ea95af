"""Makes anew what is made from the log: the tables that pages and reports read, and the tablets' receipts."""

from collections import Counter
from pathlib import Path

from msgspec import Struct
from sqlalchemy import URL

from kiosk.hub import receipts
from kiosk.hub.care.comparing import compare
from kiosk.hub.care.files import CareFault
from kiosk.hub.care.opening import opened
from kiosk.hub.projections import project
from kiosk.hub.report import rollups
from kiosk.hub.tenant import each_practice
from kiosk.visits.events import InvalidEventError


class Rebuilt(Struct, frozen=True):
    """How many there are now, and how many were not what the log says."""

    visits: int
    ratings: int
    concerns: int
    changed_visits: int
    changed_receipts: int
    changed_counts: int


def rebuild(where: Path | URL) -> Rebuilt:
    """Rewrites what differs from the log, all or nothing. Raises CareFault, also while a hub runs on `where`."""
    rows, changed, recounted, rewritten = Counter[str](), 0, 0, 0
    try:
        with opened(where) as database:
            with database.write() as connection:
                for _ in each_practice(connection):
                    for some in compare(connection):
                        rows.update(some.rows)
                        project(connection, some.wrong)
                        changed += len(some.wrong)
                    recounted += rollups.rewrite(connection)
                    stores = receipts.differing(connection)
                    for store, counted in stores.items():
                        receipts.rewrite(connection, store, counted)
                    rewritten += len(stores)
            database.forget()
    except InvalidEventError:
        raise CareFault("An event cannot be read, so nothing was changed: `kiosk hub verify` says which.") from None
    return Rebuilt(rows["visit"], rows["rating"], rows["concern"], changed, rewritten, recounted)
