"""What a click on a visit is called in the audit: by ticket, never by name."""

from collections.abc import Sequence

import sqlalchemy as sa
from sqlalchemy import Connection

from kiosk.hub.desk import audit
from kiosk.hub.desk.audit import Actor, Area
from kiosk.hub.schema import visit
from kiosk.hub.tenant import mine
from kiosk.visits.events import (
    Acknowledged,
    Arrived,
    Called,
    Closed,
    ConcernClaimed,
    ConcernResolved,
    Event,
    RatingAsked,
    RatingFlagged,
    Requoted,
    Undone,
    visit_of,
)

_WAY = {
    "checked_out": "checked out",
    "left": "noted as left",
    "duplicate": "noted as arrived twice",
    "not_closed_by_staff": "closed",
}


def tell(connection: Connection, now: int, actor: Actor, facts: Sequence[Event]) -> None:
    """Writes a row for each of `facts` that is somebody's doing, which one click at `now` (ms UTC) recorded."""
    undone = False
    for fact in facts:
        if isinstance(fact, Undone):
            # One click may take back several events; it is one deed all the same.
            if undone:
                continue
            undone = True
        what, changes = _in_words(fact)
        if what:
            area = Area.REPORT if isinstance(fact, RatingFlagged) else Area.VISITS
            audit.record(connection, now, actor, area, what, _ticket(connection, fact), changes)


def _in_words(fact: Event) -> tuple[str, dict[str, tuple[object, object]]]:
    match fact:
        case Arrived():
            return "entered the arrival of", {}
        case Acknowledged():
            return "acknowledged", {"wait": ("", f"{fact.minutes} minutes" if fact.minutes else "")}
        case Requoted():
            return "quoted another wait to", {"wait": ("", f"{fact.minutes} minutes")}
        case Called():
            return "called", {"place": ("", fact.place)}
        case Closed():
            return _WAY[fact.how], {}
        case RatingAsked():
            return "had asked how it was", {"tablet": ("", fact.tablet)}
        case ConcernClaimed():
            return "went to help", {}
        case ConcernResolved():
            return "noted what came of the help for", {"outcome": ("", fact.outcome.replace("_", " "))}
        case RatingFlagged():
            return "flagged a rating of" if fact.on else "cleared a flag of", {"reason": ("", fact.reason)}
        case Undone():
            return "undid what they had just done to", {}
        case _:
            return "", {}


def _ticket(connection: Connection, fact: Event) -> str:
    """The visit's ticket; for one without, the beginning of its id, which is enough to find it."""
    if isinstance(fact, Arrived):
        return fact.ticket
    key = str(visit_of(fact))
    row = connection.execute(sa.select(visit.c.ticket).where(mine(connection, visit), visit.c.visit == key)).first()
    return row.ticket if row and row.ticket else f"visit {key[:13]}"
