"""The weekly summary: the report card of the last four weeks, written to a folder and sent by e-mail.

A row of the database claims each week, so that of any number of hubs one sends it, and none after a restart again. A
hub that ends between the sending and the row's end leaves the claim to run out: better a second time, by the same
Message-ID, than never.
"""

import asyncio
import os
from collections.abc import Callable
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any, Never, TypeVar

import sqlalchemy as sa
import structlog
from msgspec import Struct
from sqlalchemy import Connection

from kiosk.config import Config
from kiosk.hub import settings
from kiosk.hub.clock import Clock
from kiosk.hub.database import Database
from kiosk.hub.desk.languages import words
from kiosk.hub.hub import Hub
from kiosk.hub.log import LogClosedError
from kiosk.hub.report.card import Asked
from kiosk.hub.report.files import printed
from kiosk.hub.report.mail import MailError, message, send
from kiosk.hub.report.periods import Choice, days_of
from kiosk.hub.report.printed import to_text
from kiosk.hub.report.queries import report_card
from kiosk.hub.report.speaking import Telling
from kiosk.hub.schema import summary as table
from kiosk.hub.tenant import mine, practice_of
from kiosk.summary_config import WEEKDAYS, SummaryConfig

LOOK_S = 60.0
AGAIN_MS = 15 * 60_000
"""When a try that was not heard of any more is tried again; after each more, twice as long."""
AT_MOST_MS = 6 * 3_600_000

_log = structlog.get_logger(__name__)

T = TypeVar("T")
Write = Callable[[Callable[[Connection], T]], T]
"""Does something in a transaction that is durable then."""


class Outcome(Struct, frozen=True):
    """What became of a summary: `day` is when it was due; a fault in a sentence."""

    day: date
    fault: str = ""
    is_sent: bool = True


class Weekly:
    """Sees to it that the summary of each week is delivered once."""

    def __init__(self, config: Config, database: Database, clock: Clock, write: Write[Any]) -> None:
        self._config = config
        self._database = database
        self._clock = clock
        self._write = write

    def see_to(self, *, again: bool = False) -> Outcome | None:
        """Delivers what is due; None if it was already, or another hub is about it. `again`: even so."""
        with self._database.read() as connection:
            zone = settings.newest(connection, self._config).settings.zone
        now = self._clock()
        day = due(self._config.hub.summary, datetime.fromtimestamp(now / 1000, zone))
        if not self._write(lambda connection: _claim(connection, day, now, again=again)):
            return None
        try:
            outcome = Outcome(day, self._deliver(day))
        except MailError as error:
            outcome = Outcome(day, str(error), is_sent=False)
        done_at = self._clock() if outcome.is_sent else None
        self._write(lambda connection: _note(connection, day, outcome.fault, done_at))
        return outcome

    def _deliver(self, day: date) -> str:
        """Gives what was not quite right. Raises MailError."""
        config = self._config.hub.summary
        asked = Asked(*days_of(Choice.FOUR_WEEKS, day))
        with self._database.report() as connection:
            held = settings.newest(connection, self._config).settings
            card = report_card(connection, asked, today=day, target_ms=held.greeting_target_seconds * 1000)
        tell = Telling(words(config.language))
        pdf = printed(card, held, tell, "")
        name = f"report-card-{day}.pdf"
        if config.folder:
            _keep(Path(config.folder), name, pdf)
        if not config.to:
            return ""
        subject = f"{held.name}: {tell.say('Report card')}"
        key = f"report-card-{day}-{self._database.practice}-{self._database.hub_epoch}"
        mail = message(config, subject=subject, text=to_text(card, held.name, tell), pdf=pdf, name=name, key=key)
        refused = send(config, mail)
        return f"The mail server refused {len(refused)} of {len(config.to)} addresses." if refused else ""


async def keep_sending(hub: Hub) -> Never:
    """What is due, looked at once a minute."""

    def write(work: Callable[[Connection], T]) -> T:
        return hub.log.submit(lambda connection, _: work(connection)).result()

    weekly = Weekly(hub.configured, hub.database, hub.clock, write)
    while True:
        try:
            outcome = await asyncio.to_thread(weekly.see_to)
        except (sa.exc.DBAPIError, sa.exc.TimeoutError, LogClosedError) as error:
            _log.warning("summary put off", reason=type(error).__name__)
        else:
            if outcome is not None:
                tell = _log.warning if outcome.fault else _log.info
                tell("summary", day=str(outcome.day), sent=outcome.is_sent, fault=outcome.fault)
        await asyncio.sleep(LOOK_S)


def due(config: SummaryConfig, now: datetime) -> date:
    """The day on which the newest summary was due at `now`, the practice's time."""
    day = now.date() - timedelta(days=(now.weekday() - WEEKDAYS.index(config.weekday)) % 7)
    return day - timedelta(weeks=1) if day == now.date() and now.hour < config.hour else day


def last(connection: Connection) -> sa.Row[Any] | None:
    """What is known of the newest summary."""
    return connection.execute(sa.select(table).where(mine(connection, table)).order_by(table.c.day.desc())).first()


def _claim(connection: Connection, day: date, now: int, *, again: bool) -> bool:
    own = mine(connection, table), table.c.day == day.toordinal()
    row = connection.execute(sa.select(table).where(*own)).first()
    if row is None:
        first = {"day": day.toordinal(), "tries": 1, "again_at": now + AGAIN_MS, "fault": ""}
        connection.execute(table.insert().values(practice=practice_of(connection), **first))
        return True
    if not again and (row.done_at is not None or now < row.again_at):
        return False
    again_at = now + min(AT_MOST_MS, AGAIN_MS << min(row.tries, 8))
    connection.execute(table.update().where(*own).values(tries=row.tries + 1, again_at=again_at))
    return True


def _note(connection: Connection, day: date, fault: str, done_at: int | None) -> None:
    own = mine(connection, table), table.c.day == day.toordinal()
    changes = {"fault": fault} if done_at is None else {"fault": fault, "done_at": done_at}
    connection.execute(table.update().where(*own).values(**changes))


def _keep(folder: Path, name: str, pdf: bytes) -> None:
    """Whole or not at all."""
    part = folder / f".{name}.{os.getpid()}"
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        part.write_bytes(pdf)
        part.replace(folder / name)
    except OSError as error:
        raise MailError(f"{folder}: the summary cannot be written there: {error.strerror}.") from None
