"""A simulated day: the same facts every time, by the public API alone, and a log that folds to its projections."""

import json
from collections import Counter
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
import sqlalchemy as sa

from kiosk.hub.database import open_database
from kiosk.hub.projections import project
from kiosk.hub.schema import concern, event, rating, visit
from kiosk.simulate import SimulateFault, day, play
from kiosk.visits.events import Arrived, Rated, encode, kind_of
from kiosk.visits.ticket import TICKET
from tests.hubs import TOKENS, HubProcess, free_port

OPENS = 1_781_078_400_000
"""A morning in the past, 2026-06-10 08:00 UTC."""

CLOSES = OPENS + 8 * 3_600_000


def facts(hub: HubProcess) -> list[dict[str, Any]]:
    return hub.rows("SELECT cursor, id, visit, kind, device, epoch, n, body FROM event ORDER BY cursor")


def send(hub: HubProcess, **options: Any) -> int:
    plan: dict[str, Any] = {"seed": 1, "opens_ms": OPENS, "closes_ms": CLOSES, **options}
    return play(hub.url, TOKENS["front-door"], "front-door", **plan)


def test_the_same_seed_gives_the_same_facts_on_two_fresh_hubs(hub: HubProcess, tmp_path: Path) -> None:
    other = HubProcess(tmp_path / "other").start()
    try:
        assert send(hub) == send(other) == len(facts(hub))
        assert facts(hub) == facts(other)
        assert send(hub) == len(facts(hub)), "played again, nothing is doubled"
        assert [row["n"] for row in facts(hub)] == list(range(1, len(facts(hub)) + 1))
    finally:
        other.stop()


def test_the_hub_finds_the_simulated_times_to_be_true(hub: HubProcess) -> None:
    send(hub)
    for row in hub.rows("SELECT true_at, verified, body FROM event"):
        assert row["verified"] == 1
        assert abs(row["true_at"] - json.loads(row["body"])["at"]) < 500


def test_a_cut_day_is_the_beginning_of_the_whole_one() -> None:
    whole = [encode(e) for e in day(3, "front-door", opens_ms=OPENS, closes_ms=CLOSES)]
    noon = OPENS + 4 * 3_600_000
    half = list(day(3, "front-door", opens_ms=OPENS, closes_ms=CLOSES, until_ms=noon))
    assert [encode(e) for e in half] == whole[: len(half)]
    assert all(e.at <= noon for e in half)
    assert 0 < len(half) < len(whole)


def test_days_differ_by_seed_and_look_like_days() -> None:
    days = [list(day(seed, "front-door", opens_ms=OPENS, closes_ms=CLOSES)) for seed in range(5)]
    assert len({encode(d[0]) for d in days}) == 5
    for facts_of_day in days:
        kinds = Counter(kind_of(e) for e in facts_of_day)
        assert 50 < kinds["arrived"] < 150
        assert kinds["closed"] == kinds["arrived"]
        assert kinds["rating_settled"] > 20
        stars = [e.stars for e in facts_of_day if isinstance(e, Rated)]
        assert 3.5 < sum(stars) / len(stars) < 5
        assert [e.at for e in facts_of_day] == sorted(e.at for e in facts_of_day)
        arrivals = [e for e in facts_of_day if isinstance(e, Arrived)]
        assert all(OPENS <= e.at < CLOSES and TICKET.match(e.ticket) for e in arrivals)
        assert any(not e.name.isascii() for e in arrivals)
        assert len({e.id for e in facts_of_day}) == len(facts_of_day)


def test_the_projections_are_the_fold_of_the_log(hub: HubProcess) -> None:
    send(hub)
    hub.stop()
    tables = ("visit", "rating", "concern")
    before = {table: hub.rows(f"SELECT * FROM {table} ORDER BY {table}") for table in tables}  # noqa: S608
    assert all(before.values())
    database = open_database(hub.home)
    with database.write() as connection:
        for table in (visit, rating, concern):
            connection.execute(table.delete())
        keys = connection.execute(sa.select(event.c.visit).distinct()).scalars()
        project(connection, {UUID(key) for key in keys if key})
    database.close()
    assert {table: hub.rows(f"SELECT * FROM {table} ORDER BY {table}") for table in tables} == before  # noqa: S608


def test_what_goes_wrong_is_told_in_a_sentence(hub: HubProcess) -> None:
    with pytest.raises(SimulateFault, match="token"):
        play(hub.url, "wrong", "front-door", seed=1, opens_ms=OPENS, closes_ms=CLOSES)
    with pytest.raises(SimulateFault, match="rejected"):
        play(hub.url, TOKENS["side-door"], "front-door", seed=1, opens_ms=OPENS, closes_ms=CLOSES)
    with pytest.raises(SimulateFault, match="cannot be reached"):
        play(f"http://127.0.0.1:{free_port()}", "x", "front-door", seed=1, opens_ms=OPENS, closes_ms=CLOSES)
