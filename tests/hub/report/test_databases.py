"""SQLite and PostgreSQL give identical report cards of the same visits."""

from datetime import timedelta
from pathlib import Path
from random import Random

from kiosk.hub.database import Database
from kiosk.hub.report.card import Asked, to_json
from kiosk.hub.report.export import to_csv
from kiosk.hub.report.queries import report_card
from kiosk.visits.rating import Topic
from tests.databases import create, drop
from tests.hub.report.history import FIRST, History, fresh

WEEKS = 12
AFTER = FIRST + timedelta(weeks=WEEKS)


def fill(database: Database, visits: int) -> None:
    random, history = Random(7), History(database)
    for _ in range(visits):
        topics = [topic.value for topic in Topic if random.random() < 0.3]
        history.rate(
            FIRST + timedelta(days=random.randrange(WEEKS * 7)),
            random.randrange(8, 18),
            random.randint(1, 5),
            random.choice(["front", "front", "side"]),
            random.choice(["en", "en", "es", ""]),
            topics=topics,
            flags=["burst"] if random.random() < 0.02 else [],
            greet_ms=random.randrange(5_000, 300_000),
            quoted=random.choice([5, 10, 15]),
            wait_ms=random.randrange(60_000, 1_200_000),
        )
    with database.write() as connection:
        history.write(connection, AFTER)


def cards(database: Database) -> list[tuple[bytes, str]]:
    asks = [("", ""), ("front", ""), ("side", ""), ("", "en"), ("", "es")]
    periods = [(FIRST, AFTER), (FIRST + timedelta(days=9), FIRST + timedelta(days=50))]
    made = []
    with database.read() as connection:
        for first, last in periods:
            for site, language in asks:
                card = report_card(connection, Asked(first, last, site, language), today=AFTER, target_ms=60_000)
                assert card.stars is not None
                made.append((to_json(card), to_csv(card)))
    return made


def test_both_databases_give_the_same_cards(tmp_path: Path) -> None:
    found = []
    url = create()
    try:
        for where in (tmp_path / "hub", url):
            with fresh(where) as database:
                fill(database, 1_500)
                found.append(cards(database))
    finally:
        drop(url)
    assert found[0] == found[1]
