"""The report card over 10 million ratings of 100 sites and 3 years, beside a scan of them and beside DuckDB."""

import sqlite3
import statistics
import time
from collections.abc import Callable, Iterator
from contextlib import closing
from datetime import date, timedelta
from pathlib import Path
from random import Random
from typing import Any

import duckdb
import numpy as np
import pytest
from sqlalchemy import URL

from kiosk.hub.clock import system_clock
from kiosk.hub.database import Database, open_database
from kiosk.hub.ingest import ingest, read_events
from kiosk.hub.log import EventLog
from kiosk.hub.report import rollups
from kiosk.hub.report.card import Asked
from kiosk.hub.report.figures import FIGURES
from kiosk.hub.report.queries import report_card
from kiosk.hub.report.tally import ALL, Tally, encode
from kiosk.hub.report.telling import STRETCH, WEEK, stretch_of
from kiosk.hub.schema import practice, tally, told
from kiosk.hub.tenant import FIRST as FIRST_PRACTICE
from kiosk.visits.rating import Topic
from tests.benchmarks.rows import percentile, record
from tests.benchmarks.test_ingest import pushes
from tests.benchmarks.visits import seconds
from tests.databases import create, drop

RATINGS, SITES, WEEKS = 10_000_000, 100, 157
LANGUAGES = ("en", "es", "zh-Hans", "vi", "ar", "fr", "ru", "pt")
FIRST = date(2023, 10, 2)
TODAY = FIRST + timedelta(weeks=WEEKS)
YEAR = (TODAY - timedelta(days=364), TODAY - timedelta(days=1))
TIMES = 40


def site(number: int) -> str:
    return f"site-{number:03}"


@pytest.fixture(scope="module")
def ratings() -> dict[str, Any]:
    """Each rating's week, site and stars."""
    chance = np.random.default_rng(1)
    return {
        "week": chance.integers(0, WEEKS, RATINGS, dtype=np.int16),
        "site": chance.integers(0, SITES, RATINGS, dtype=np.int16),
        "stars": chance.choice(np.arange(1, 6, dtype=np.int8), RATINGS, p=[0.03, 0.05, 0.12, 0.3, 0.5]),
    }


@pytest.fixture(scope="module")
def counts(ratings: dict[str, Any]) -> list[dict[str, Any]]:
    """What the hub would have counted of them, row by row; topics, times and hours are drawn beside them."""
    flat = (ratings["week"].astype(np.int64) * SITES + ratings["site"]) * 5 + ratings["stars"] - 1
    stars = np.bincount(flat, minlength=WEEKS * SITES * 5).reshape(WEEKS, SITES, 5)
    chance = np.random.default_rng(2)
    hours = [f"{weekday} {hour}" for weekday in range(6) for hour in range(8, 18)]
    rows = []
    for week in range(WEEKS):
        everything = Tally()
        named: dict[tuple[str, str], Tally] = {}
        for number in range(SITES):
            given = stars[week, number]
            n = int(given.sum())
            greeted = np.unique(np.ceil(chance.lognormal(3.6, 0.75, n)).astype(int), return_counts=True)
            each = Tally(
                stars=given.tolist(),
                kept=(given * 6 // 10).tolist(),
                broken=(given * 3 // 10).tolist(),
                topics={topic.value: chance.binomial(given, 0.3).tolist() for topic in Topic},
                hours={hour: chance.binomial(given, 1 / 60).tolist() for hour in hours},
                greeted=dict(zip(*(values.tolist() for values in greeted), strict=True)),
                resolved={int(value): 1 for value in chance.integers(60, 400, 20)},
                waits_kept=n * 6 // 10,
                waits_broken=n * 3 // 10,
                closed=n * 14 // 10,
                raised=20,
                put_right=15,
            )
            named[site(number), ALL] = each
            everything.add(each)
            named.setdefault((ALL, LANGUAGES[number % len(LANGUAGES)]), Tally()).add(each)
        named[ALL, ALL] = everything
        monday = FIRST.toordinal() + week * WEEK
        rows += [
            {"practice": FIRST_PRACTICE, "week": monday, "site": key[0], "language": key[1], "body": encode(each)}
            for key, each in named.items()
        ]
    return rows


@pytest.fixture(scope="module")
def server() -> Iterator[URL]:
    url = create()
    yield url
    drop(url)


@pytest.fixture(params=["sqlite", "postgresql"])
def hub(
    request: pytest.FixtureRequest, server: URL, counts: list[dict[str, Any]], tmp_path: Path
) -> Iterator[tuple[str, Database]]:
    """The counts in a hub's database."""
    database = open_database(server if request.param == "postgresql" else tmp_path / "hub")
    stretches = sorted({stretch_of(row["week"]) for row in counts})
    figures = sorted(FIGURES)
    with database.write() as connection:
        connection.execute(practice.update().values(timezone="Europe/London"))
        for table in (tally, told):
            connection.execute(table.delete())
        connection.execute(tally.insert(), counts)
        connection.execute(
            told.insert(),
            [
                {"practice": FIRST_PRACTICE, "stretch": each, "site": site(n), "language": ALL, "figures": figures}
                for each in stretches
                if each >= FIRST.toordinal() and each + STRETCH <= TODAY.toordinal()
                for n in range(SITES)
            ],
        )
    yield request.param, database
    database.close()


@pytest.fixture(scope="module")
def peers(ratings: dict[str, Any], tmp_path_factory: pytest.TempPathFactory) -> dict[str, Callable[[str], int]]:
    """How many ratings of a year there are, asked of all ratings themselves: by SQLite's scan, and by DuckDB."""
    folder = tmp_path_factory.mktemp("peers")
    bare = sqlite3.connect(folder / "bare.sqlite3", isolation_level=None)
    bare.executescript("PRAGMA journal_mode=OFF; CREATE TABLE rating (week INT, site INT, stars INT); BEGIN")
    for start in range(0, RATINGS, 1_000_000):
        part = [ratings[name][start : start + 1_000_000].tolist() for name in ("week", "site", "stars")]
        bare.executemany("INSERT INTO rating VALUES (?, ?, ?)", zip(*part, strict=True))
    bare.execute("COMMIT")
    duck = duckdb.connect(str(folder / "bare.duckdb"))
    duck.register("given", ratings)
    duck.execute("CREATE TABLE rating AS SELECT * FROM given")
    query = "SELECT week, stars, count(*) FROM rating WHERE week >= {} {} GROUP BY week, stars"

    def asking(connection: Any) -> Callable[[str], int]:
        def ask(of: str) -> int:
            narrowed = f"AND site = {int(of.removeprefix('site-'))}" if of else ""
            rows = connection.execute(query.format(WEEKS - 52, narrowed)).fetchall()
            return int(sum(row[2] for row in rows))

        return ask

    return {"a full scan": asking(bare), "DuckDB": asking(duck)}


@pytest.mark.parametrize(("name", "limit"), [("site_year", 50), ("all_sites", 150)])
def test_a_year(hub: tuple[str, Database], peers: dict[str, Callable[[str], int]], name: str, limit: int) -> None:
    where, database = hub
    chance = Random(3)
    ours = []
    sites = [site(chance.randrange(SITES)) if name == "site_year" else "" for _ in range(TIMES)]
    for of in sites:
        began = time.perf_counter()
        with database.read() as connection:
            card = report_card(connection, Asked(*YEAR, of), today=TODAY, target_ms=60_000)
        ours.append((time.perf_counter() - began) * 1000)
        assert card.stars is not None
        assert all(driver.n for driver in card.drivers)
    if name == "all_sites":
        assert card.stars is not None
        assert {ask("") for ask in peers.values()} == {card.stars.n}
    for peer, ask in peers.items():
        theirs = statistics.median([seconds(lambda ask=ask, of=of: ask(of)) * 1000 for of in sites[:5]])  # type: ignore[misc]
        suffix = "" if peer == "a full scan" else "_beside_duckdb"
        record(
            f"report.{name}_{where}{suffix}",
            "ms",
            ours,
            value=percentile(ours, 95),
            limit=limit,
            peer=peer,
            peer_value=theirs,
        )


@pytest.mark.parametrize("where", ["sqlite", "postgresql"])
def test_what_counting_costs_ingest(where: str, server: URL, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Batches of 500 with and without it, in turns."""
    database = open_database(server if where == "postgresql" else tmp_path / "hub")
    with closing(EventLog(database, system_clock, lambda _: None)) as log:
        taken: dict[bool, list[float]] = {True: [], False: []}
        for turn, push in enumerate(pushes()):
            counts = turn % 2 == 0
            with monkeypatch.context() as patched:
                if not counts:
                    for name in ("counted", "counted_of"):
                        patched.setattr(rollups, name, lambda *_: {})
                    patched.setattr(rollups, "add", lambda *_: None)
                offered = read_events(push, "front-door")
                taken[counts].append(seconds(lambda o=offered, p=push: log.submit(ingest(p, o, p.at)).result()))  # type: ignore[misc]
    database.close()
    cost = [(with_it / without - 1) * 100 for with_it, without in zip(taken[True], taken[False], strict=True)]
    value = (statistics.median(taken[True]) / statistics.median(taken[False]) - 1) * 100
    record(f"report.rollup_cost_{where}", "%", cost, value=value, limit=30)
