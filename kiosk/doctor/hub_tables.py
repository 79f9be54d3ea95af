"""What the hub's tables tell: whose version they are of, the weekly summary, and how the tablets are doing."""

from collections.abc import Iterator
from datetime import date

from alembic.script import ScriptDirectory
from msgspec.structs import replace
from sqlalchemy import Connection

from kiosk.doctor.check import Check, checked, fault, ok
from kiosk.hub import tablets
from kiosk.hub.clock import system_clock
from kiosk.hub.database import alembic_config
from kiosk.hub.report import weekly
from kiosk.hub.tablets import Known
from kiosk.hub.tenant import FIRST, each_practice, serve
from kiosk.summary_config import SummaryConfig
from kiosk.visits.condition import State

START_IT = "Start it: tablets keep what is tapped until then."
"""What to do about a hub that does not run."""


def look_at_tables(connection: Connection, revision: str | None, summary: SummaryConfig) -> Iterator[Check]:
    """`revision`: the schema's; None for an empty database, "" for another program's. Raises sqlalchemy.exc.DBAPIError.

    Tables of another version are not looked into: they may tell something else there.
    """
    schema = _schema(revision)
    yield schema
    if schema.state is not State.OK:
        return
    if summary.is_on:
        yield _summary(serve(connection, FIRST))
    known = [each for _ in each_practice(connection) for each in tablets.everybody(connection)]
    yield from _doing([each for each in known if each.revoked_at is None])


def _schema(revision: str | None) -> Check:
    script = ScriptDirectory.from_config(alembic_config())
    if revision == script.get_current_head():
        return ok("hub.schema", f"The database is of this version (schema {revision}).")
    if revision is None:
        return Check(
            "hub.schema",
            State.WARNING,
            "The database is empty.",
            "Start the hub of this version once: it makes its tables.",
        )
    if revision == "":
        do = "Give the hub a database of its own; this one was not touched."
        return fault("hub.schema", "The database is another program's.", do)
    if revision in {each.revision for each in script.walk_revisions()}:
        return Check(
            "hub.schema",
            State.WARNING,
            f"The database is of an older version (schema {revision}).",
            "Start the hub of this version once: it brings the database up to date.",
        )
    return fault(
        "hub.schema",
        f"The database was written by a newer version of this program (schema {revision}), or by another program.",
        "Install that version again.",
    )


def _summary(connection: Connection) -> Check:
    found = weekly.last(connection)
    if found is None:
        return ok("hub.summary", "No weekly summary was due yet.")
    day = date.fromordinal(found.day)
    if found.fault:
        told = "was not delivered" if found.done_at is None else "was not delivered to all"
        return Check(
            "hub.summary",
            State.WARNING,
            f"The weekly summary of {day} {told}: {found.fault}",
            "Look at [hub.summary] in the settings. What was not delivered is tried again by itself.",
        )
    if found.done_at is None:
        return ok("hub.summary", f"The weekly summary of {day} is on its way.")
    return ok("hub.summary", f"The weekly summary of {day} was delivered.")


def _doing(let_in: list[Known]) -> Iterator[Check]:
    now = system_clock()
    for tablet in let_in:
        found = tablet.conditions(now, let_in)
        for condition in found:
            told = replace(condition, text=f"{tablet.name} ({tablet.device}): {condition.text}")
            yield checked("hub.tablet", told)
        if not found:
            yield ok("hub.tablet", f"{tablet.name} ({tablet.device}) is doing well.")
    if not let_in:
        yield ok("hub.tablet", "No tablet is let in here.")
