"""Takes in what a tablet that is let in no more has left behind, as `kiosk sealed --export` wrote it."""

from pathlib import Path
from uuid import uuid4

import msgspec
from msgspec import Struct
from sqlalchemy import URL

from kiosk.hub import tablets
from kiosk.hub.care.files import CareFault
from kiosk.hub.care.opening import opened
from kiosk.hub.clock import system_clock
from kiosk.hub.ingest import ingest, read_events
from kiosk.hub.log import EventLog
from kiosk.visits.wire import LeftBehind, Push, Result, left_behind_decoder

MOST = 20_000
"""Events that are taken in at once: they are one transaction, all or nothing."""


class Taken(Struct, frozen=True):
    """What became of the events."""

    device: str
    stored: int
    duplicate: int
    rejected: int


def take_in(where: Path | URL, file: Path) -> Taken:
    """Stores what the hub lacks; may be repeated. Raises CareFault, also while a hub runs on `where`."""
    behind = _read(file)
    try:
        with opened(where) as database:
            with database.read() as connection:
                tablets.get(connection, behind.device)
            log = EventLog(database, system_clock, lambda _: None)
            try:
                now = system_clock()
                # A boot of its own, of which no event is: their times stay what is known of them.
                push = Push(
                    device=behind.device, epoch=behind.epoch, boot=uuid4(), mono=0, at=now, events=behind.events
                )
                answers, _ = log.submit(ingest(push, read_events(push, behind.device), now)).result()
            finally:
                log.close()
    except tablets.TabletError:
        raise CareFault(f"{file}: is of {behind.device}, which was never let in here.") from None
    count = {result: sum(answer.result is result for answer in answers) for result in Result}
    return Taken(behind.device, count[Result.STORED], count[Result.DUPLICATE], count[Result.REJECTED])


def _read(file: Path) -> LeftBehind:
    try:
        behind = left_behind_decoder.decode(file.read_bytes())
    except OSError as error:
        raise CareFault(f"{file}: cannot be read: {error.strerror}.") from None
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise CareFault(f"{file}: was not written by `kiosk sealed`: {error}.") from None
    if len(behind.events) > MOST:
        raise CareFault(f"{file}: holds {len(behind.events)} events, and at most {MOST} can be taken in.")
    return behind
