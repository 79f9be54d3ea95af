"""The statements on the event log, each inside the transaction of its caller. All raise sqlite3.Error."""

from collections.abc import Collection
from typing import Any
from uuid import UUID

import msgspec
from msgspec import Struct
from sqlite_utils import Database

from kiosk.store.clock import Clock
from kiosk.store.compared import Compared
from kiosk.visits.events import Event, encode, kind_of, visit_of
from kiosk.visits.receipt import Fact, Receipt


class Minted(Struct, frozen=True):
    """When an event was minted, by the clocks of its device."""

    at: int
    boot: UUID
    mono: int

    def age_ms(self, clock: Clock) -> int:
        """How long ago; after a restart only by the wall clock, which may be wrong."""
        return max(0, clock.mono_ms() - self.mono if clock.boot == self.boot else clock.now_ms() - self.at)


_INSERT = """
    INSERT INTO event (id, visit, kind, at, n, body, confirmed) VALUES (?, ?, ?, ?, ?, ?, ?)
    ON CONFLICT (id) DO NOTHING
"""
COMPARED = "compared"
"""Under this key the last comparison is kept."""

_UNSENT = "n IS NOT NULL AND confirmed IS NULL AND rejected IS NULL"


def insert(db: Database, event: Event, *, n: int | None, confirmed: int | None) -> bool:
    """Adds an event as the last; False, and nothing changed, when one of its id is there."""
    visit = visit_of(event)
    row = (
        str(event.id),
        None if visit is None else str(visit),
        kind_of(event),
        event.at,
        n,
        encode(event).decode(),
        confirmed,
    )
    return db.execute(_INSERT, row).rowcount == 1


def next_n(db: Database) -> int:
    """The number after our last event's; the first is 1."""
    return int(db.execute("SELECT ifnull(max(n), 0) + 1 FROM event").fetchone()[0])


def confirm(db: Database, events: Collection[UUID], at: int) -> list[Fact]:
    """Notes that the hub has these events of ours; gives those of which that was not known already."""
    # As one parameter, so that it is one statement for however many.
    query = """
        UPDATE event SET confirmed = ?, rejected = NULL
        WHERE id IN (SELECT value FROM json_each(?)) AND n IS NOT NULL AND confirmed IS NULL RETURNING n, id
    """
    ids = msgspec.json.encode(list(events)).decode()
    return msgspec.convert(db.execute(query, (at, ids)).fetchall(), list[Fact])


def reject(db: Database, event: UUID, reason: str) -> None:
    """Notes that the hub has refused one of our events."""
    db.execute(
        "UPDATE event SET rejected = ? WHERE id = ? AND n IS NOT NULL AND confirmed IS NULL", (reason, str(event))
    )


def unsettle(db: Database) -> list[Fact]:
    """Takes back every confirmation of our events that are still kept: the hub may have lost them. Gives which."""
    query = "UPDATE event SET confirmed = NULL WHERE n IS NOT NULL AND confirmed IS NOT NULL RETURNING n, id"
    return [(n, UUID(event)) for n, event in db.execute(query).fetchall()]


def receipt(db: Database) -> Receipt:
    """Of what the hub has confirmed, also of events that are no longer kept."""
    kept = get(db, "receipt")
    return Receipt() if kept is None else msgspec.json.decode(kept, type=Receipt)


def put_receipt(db: Database, receipt: Receipt) -> None:
    """Keeps the receipt."""
    put(db, "receipt", msgspec.json.encode(receipt).decode())


def compared(db: Database) -> Compared | None:
    """The last comparison with the hub that was kept."""
    kept = get(db, COMPARED)
    return None if kept is None else msgspec.json.decode(kept, type=Compared)


def unsent(db: Database) -> int:
    """How many events the hub still has to be told of."""
    return int(db.execute(f"SELECT count(*) FROM event WHERE {_UNSENT}").fetchone()[0])  # noqa: S608


def oldest_unsent(db: Database) -> Minted | None:
    """When the oldest event was minted that the hub still has to be told of; None also where it is unreadable."""
    for _, body in outbox(db, 1):
        try:
            return msgspec.json.decode(body, type=Minted)
        except msgspec.DecodeError:
            return None
    return None


def rejections(db: Database) -> dict[str, int]:
    """Why the hub has refused events of ours, and how many for each reason."""
    query = "SELECT rejected, count(*) FROM event WHERE rejected IS NOT NULL GROUP BY rejected ORDER BY 2 DESC"
    return dict(db.execute(query).fetchall())


def rejected(db: Database) -> int:
    """How many of our events the hub has refused."""
    return int(db.execute("SELECT count(*) FROM event WHERE rejected IS NOT NULL").fetchone()[0])


def outbox(db: Database, limit: int, after: UUID | None = None) -> list[tuple[UUID, bytes]]:
    """Id and wire JSON of at most `limit` unsent events, the oldest first; with `after`, of those after that one."""
    query = f"""
        SELECT id, CAST(body AS BLOB) FROM event
        WHERE {_UNSENT} AND n > ifnull((SELECT n FROM event WHERE id = ?), 0) ORDER BY n LIMIT ?
    """  # noqa: S608
    rows = db.execute(query, (None if after is None else str(after), limit)).fetchall()
    return msgspec.convert(rows, list[tuple[UUID, bytes]])


def unconfirmed(db: Database) -> set[UUID]:
    """The ids of our events that the hub has not confirmed, those it rejected among them."""
    query = "SELECT id FROM event WHERE n IS NOT NULL AND confirmed IS NULL"
    return {UUID(event) for (event,) in db.execute(query)}


def recent(db: Database, since_ms: int) -> list[bytes]:
    """The wire JSON of all events of visits that have one at or after `since_ms`, and of the practice."""
    query = """
        SELECT CAST(body AS BLOB) FROM event
        WHERE visit IS NULL OR visit IN (SELECT visit FROM event WHERE at >= ?) ORDER BY seq
    """
    return [body for (body,) in db.execute(query, (since_ms,))]


def names_erased(db: Database, visit: UUID) -> bool:
    """Whether it is on record that the name of this visit was erased."""
    query = "SELECT 1 FROM event WHERE visit = ? AND kind = 'names_erased'"
    return db.execute(query, (str(visit),)).fetchone() is not None


def named(db: Database) -> list[UUID]:
    """The visits that have a name here; what is unreadable on this disk may have one."""
    query = """
        SELECT DISTINCT visit FROM event
        WHERE kind = 'arrived' AND iif(json_valid(body), json_extract(body, '$.name'), body) <> ''
    """
    return [UUID(visit) for (visit,) in db.execute(query)]


def blank_names(db: Database, visit: UUID) -> None:
    """Blanks the name in the arrivals of a visit; every other field stays as it is, also unknown ones.

    Of an arrival that is unreadable on this disk nothing stays: the name may be anywhere in it.
    """
    query = "SELECT seq, CAST(body AS BLOB) FROM event WHERE visit = ? AND kind = 'arrived'"
    for seq, body in db.execute(query, (str(visit),)).fetchall():
        try:
            fields: dict[str, Any] = msgspec.json.decode(body, type=dict[str, Any])
            blank = msgspec.json.encode(fields | {"name": ""}).decode() if fields.get("name") else None
        except (msgspec.DecodeError, UnicodeDecodeError):
            blank = "" if body else None
        if blank is not None:
            db.execute("UPDATE event SET body = ? WHERE seq = ?", (blank, seq))


def prune(db: Database, *, own: int, theirs: int) -> int:
    """Removes visits of which every event is old enough; gives how many events.

    That is, an event of ours was confirmed before `own` by the hub's clock, another came before `theirs` by that of
    the tablet (both ms UTC).
    Visits that arrived and are not closed stay, and so do events of the practice and our last event: the next
    number is counted from it.
    """
    return db.execute(
        """
        DELETE FROM event
        WHERE visit IS NOT NULL AND visit NOT IN (
            SELECT visit FROM event WHERE visit IS NOT NULL AND (
                confirmed IS NULL OR confirmed >= iif(n IS NULL, ?, ?)
            )
            UNION
            SELECT visit FROM event WHERE kind = 'arrived' AND visit NOT IN (
                SELECT visit FROM event WHERE kind = 'closed' AND visit IS NOT NULL
            )
        ) AND n IS NOT (SELECT max(n) FROM event)
        """,
        (theirs, own),
    ).rowcount


def get(db: Database, key: str) -> str | None:
    """What is kept under this key, if anything."""
    row = db.execute("SELECT value FROM meta WHERE key = ?", (key,)).fetchone()
    return None if row is None else str(row[0])


def put(db: Database, key: str, value: str | None) -> None:
    """Keeps `value` under this key; None forgets it. Changes nothing where that is so already."""
    if value == get(db, key):
        return
    if value is None:
        db.execute("DELETE FROM meta WHERE key = ?", (key,))
    else:
        db.execute("INSERT OR REPLACE INTO meta (key, value) VALUES (?, ?)", (key, value))
