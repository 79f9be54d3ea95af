"""SQLite and PostgreSQL give identical report cards of the same events: of 200,000 in `make faults`."""

import os
from contextlib import closing
from datetime import timedelta
from functools import partial
from pathlib import Path
from uuid import UUID

import pytest
import sqlalchemy as sa
from sqlalchemy import URL, Connection

from kiosk.config import Config, Practice
from kiosk.hub.care.simulating import simulate
from kiosk.hub.database import Database, open_database
from kiosk.hub.log import EventLog
from kiosk.hub.report.card import Asked, to_json
from kiosk.hub.report.export import to_csv
from kiosk.hub.report.queries import report_card
from kiosk.hub.schema import rating
from kiosk.hub.writing import Writing
from kiosk.simulated.history import Plan
from kiosk.visits.events import RatingFlagged
from tests.databases import create, drop
from tests.hub.device import now_ms
from tests.hub.report.history import FIRST, ZONE

WEEKS, FLAGGED = 12, 300
EVENTS = int(os.environ.get("KIOSK_CARDS", "20000"))
VISITS_A_DAY = round(EVENTS * 0.000295) + 1
AFTER = FIRST + timedelta(weeks=WEEKS)
PLAN = Plan(seed=7, first=FIRST, weeks=WEEKS, sites=8, visits_a_day=VISITS_A_DAY)


def flag_some(connection: Connection, writing: Writing) -> None:
    """As a manager would."""
    query = sa.select(rating.c.visit, rating.c.rating).order_by(rating.c.rating).limit(FLAGGED)
    for row in connection.execute(query).all():
        key = UUID(row.visit)
        writing.mint(partial(RatingFlagged, visit=key, rating=UUID(row.rating), flag="manual", by="Maria"))


def cards(database: Database) -> list[tuple[bytes, str]]:
    asks = [("", ""), ("site-001", ""), ("site-008", ""), ("", "en"), ("", "es")]
    periods = [(FIRST, AFTER), (FIRST + timedelta(days=9), FIRST + timedelta(days=50))]
    made = []
    with database.read() as connection:
        for first, last in periods:
            for site, language in asks:
                card = report_card(connection, Asked(first, last, site, language), today=AFTER, target_ms=60_000)
                assert card.stars is not None
                made.append((to_json(card), to_csv(card)))
    return made


@pytest.mark.timeout(600)
def test_both_databases_give_the_same_cards(tmp_path: Path) -> None:
    config = Config(practice=Practice(timezone=ZONE.key))
    found = []
    url = create()
    places: list[Path | URL] = [tmp_path / "hub", url]
    try:
        for where in places:
            done = simulate(where, config, PLAN, now=now_ms(), processes=2)
            assert done.events > EVENTS
            with closing(open_database(where)) as database:
                with closing(EventLog(database, now_ms, lambda _: None)) as log:
                    log.submit(flag_some).result()
                found.append(cards(database))
    finally:
        drop(url)
    assert found[0] == found[1]
