"""What the hub has of each store of a tablet, and whether two devices claim to be the same one."""

from collections import defaultdict
from collections.abc import Iterable
from functools import partial
from itertools import groupby
from typing import TypeAlias
from uuid import UUID

import sqlalchemy as sa
import structlog
from msgspec import Struct
from sqlalchemy import Connection

from kiosk.hub.bulk import put
from kiosk.hub.schema import event, receipt
from kiosk.hub.tenant import mine, practice_of
from kiosk.hub.writing import HUB_DEVICE, Writing
from kiosk.visits.events import Event
from kiosk.visits.receipt import Receipt

_log = structlog.get_logger(__name__)

_AT_ONCE = 1_000

_RECEIPT = "receipt"

Store: TypeAlias = tuple[str, UUID]
"""A device, and the epoch of its store."""


class Counted(Struct, frozen=True):
    """What the hub has of a store, and the highest number among it."""

    last: int
    receipt: Receipt


def held(connection: Connection, writing: Writing, device: str, epoch: UUID) -> Receipt:
    """What the hub has of one store."""
    counted = _counted(connection, writing, (device, epoch))
    return Receipt() if counted is None else counted.receipt


def add(connection: Connection, writing: Writing, fresh: Iterable[Event]) -> set[str]:
    """Counts events that are about to be stored for the first time, in the caller's transaction.

    Gives the devices that gave one number out twice: each is a copy of another, or was put back to an older state.
    """
    stores: dict[Store, list[Event]] = defaultdict(list)
    for fact in fresh:
        stores[fact.device, fact.epoch].append(fact)
    cloned = set()
    for store, facts in stores.items():
        device, epoch = store
        before = _counted(connection, writing, store) or Counted(0, Receipt())
        numbers = [fact.n for fact in facts]
        after = Counted(max(before.last, *numbers), before.receipt.plus((fact.n, fact.id) for fact in facts))
        writing.kept[_RECEIPT, store] = after
        writing.at_end((_RECEIPT, store), partial(_write, connection, store, after))
        # What is new is numbered on: only a number that was passed already needs a look.
        passed = [n for n in numbers if n <= before.last]
        if len(set(numbers)) < len(numbers) or _is_taken(connection, device, epoch, passed):
            _log.error("clone-suspected", device=device, epoch=str(epoch))
            cloned.add(device)
    return cloned


def differing(connection: Connection) -> dict[Store, Counted | None]:
    """The tablets' stores whose receipt is not what the log says, and what that is; None where it has nothing of one.

    The hub's own events have no receipt: nobody asks for one.
    """
    counted: dict[Store, Counted | None] = {}
    order = event.c.device, event.c.epoch, event.c.n
    rows = connection.execute(
        sa.select(*order, event.c.id)
        .where(mine(connection, event), event.c.device != HUB_DEVICE)
        .order_by(*order)
        .execution_options(yield_per=_AT_ONCE)
    )
    for some in rows.partitions():
        for (device, epoch), facts in groupby(some, key=lambda row: (row.device, UUID(row.epoch))):
            numbered = [(row.n, UUID(row.id)) for row in facts]
            before = counted.get((device, epoch)) or Counted(0, Receipt())
            counted[device, epoch] = Counted(max(before.last, numbered[-1][0]), before.receipt.plus(numbered))
    noted = connection.execute(sa.select(receipt).where(mine(connection, receipt), receipt.c.device != HUB_DEVICE))
    for row in noted:
        store = row.device, UUID(row.epoch)
        if counted.get(store) == Counted(row.last, Receipt(count=row.stored, digest=row.digest)):
            del counted[store]
        else:
            counted.setdefault(store, None)
    return counted


def rewrite(connection: Connection, store: Store, counted: Counted | None) -> None:
    """Puts what was counted in the place of a store's receipt."""
    device, epoch = store
    connection.execute(receipt.delete().where(*_row_of(connection, device, epoch)))
    if counted is not None:
        _write(connection, store, counted)


def keep(writing: Writing, store: Store, last: int | None, stored: int, digest: str) -> None:
    """Takes note of what the table says of a store, for who asks in this group; `last` is None where it says nothing.

    What the group has counted since is not forgotten by it.
    """
    found = None if last is None else Counted(last, Receipt(count=stored, digest=digest))
    writing.kept.setdefault((_RECEIPT, store), found)


def _counted(connection: Connection, writing: Writing, store: Store) -> Counted | None:
    key = _RECEIPT, store
    if key not in writing.kept:
        row = connection.execute(sa.select(receipt).where(*_row_of(connection, *store))).first()
        writing.kept[key] = None if row is None else Counted(row.last, Receipt(count=row.stored, digest=row.digest))
    found: Counted | None = writing.kept[key]
    return found


def _write(connection: Connection, store: Store, counted: Counted) -> None:
    device, epoch = store
    key = {"practice": practice_of(connection), "device": device, "epoch": str(epoch)}
    values = {"last": counted.last, "stored": counted.receipt.count, "digest": counted.receipt.digest}
    put(connection, receipt, [key | values])


def _is_taken(connection: Connection, device: str, epoch: UUID, numbers: list[int]) -> bool:
    if not numbers:
        return False
    same = mine(connection, event), event.c.device == device, event.c.epoch == str(epoch), event.c.n.in_(numbers)
    return connection.execute(sa.select(event.c.id).where(*same).limit(1)).first() is not None


def _row_of(connection: Connection, device: str, epoch: UUID) -> tuple[sa.ColumnElement[bool], ...]:
    return mine(connection, receipt), receipt.c.device == device, receipt.c.epoch == str(epoch)
