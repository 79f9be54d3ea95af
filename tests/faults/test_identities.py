"""Tablets that are not who they seem, events that nobody can take, and a hub that lost its memory."""

import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

from kiosk.store.opening import FILE_NAME
from tests.faults.conftest import Tablets
from tests.faults.ledger import Ledger
from tests.hubs import HubProcess


def test_a_copy_of_a_tablet_is_told_and_the_facts_of_both_are_kept(
    hub: HubProcess, tablets: Tablets, ledger: Ledger, tmp_path: Path
) -> None:
    original = tablets().start()
    original.save_visits(3)
    original.drained()
    original.stop()
    shutil.copytree(original.folder, tmp_path / "copy")
    copy = tablets(folder=tmp_path / "copy")
    for each in (original, copy):
        each.start()
        each.save_visits(3)
        each.drained()
    verdict = ledger.judge(hub)
    assert verdict.is_clean, verdict
    assert [row["device"] for row in hub.rows("SELECT device FROM tablet WHERE cloned_at IS NOT NULL")] == [
        "front-door"
    ]


def test_two_tablets_with_the_same_letter_keep_their_visits_apart(
    hub: HubProcess, tablets: Tablets, ledger: Ledger
) -> None:
    both = [tablets(device).start() for device in ("front-door", "side-door")]
    for each in both:
        each.save_visits(5)
        each.saved()
    for each in both:
        each.drained()
    verdict = ledger.judge(hub)
    assert verdict.is_clean, verdict
    # The same tickets twice, and ten visits.
    assert len({row["ticket"] for row in hub.rows("SELECT DISTINCT ticket FROM visit")}) == 5
    assert len(hub.rows("SELECT visit FROM visit")) == 10


def test_an_event_that_nobody_can_take_stops_no_other(hub: HubProcess, tablets: Tablets, ledger: Ledger) -> None:
    tablet = tablets().start(syncing=False)
    (poison, *_), damaged = tablet.save_visits(3), tablet.save_visits(1)[0]
    tablet.saved()
    tablet.stop()
    with closing(sqlite3.connect(tablet.folder / FILE_NAME)) as raw, raw:
        spoil = "UPDATE event SET body = {} WHERE visit = ? AND kind = ?"
        raw.execute(spoil.format("replace(body, 'front-door', 'side-door')"), poison)
        raw.execute(spoil.format("substr(body, 10)"), damaged)
    tablet.start()
    tablet.drained()
    verdict = ledger.judge(hub)
    assert set(verdict.lost) == {poison, damaged}
    assert not verdict.doubled
    assert not verdict.disordered
    assert tablet.state()["rejected"] == 2
    # Set aside, and still there.
    with closing(sqlite3.connect(tablet.folder / FILE_NAME)) as raw:
        assert raw.execute("SELECT count(*) FROM event WHERE rejected IS NOT NULL").fetchone() == (2,)


def test_a_clock_that_jumps_by_years_moves_nothing(hub: HubProcess, tablets: Tablets, ledger: Ledger) -> None:
    tablet = tablets().start()
    tablet.until(lambda line: line.get("link") == "reachable")
    tablet.save_visits(1)
    for shift_ms in (20 * 365 * 86_400_000, -40 * 365 * 86_400_000, 1):
        tablet.tell(do="clock", shift_ms=shift_ms)
        tablet.save_visits(2)
    tablet.saved()
    tablet.drained()
    verdict = ledger.judge(hub)
    assert verdict.is_clean, verdict
    (span,) = hub.rows("SELECT max(true_at) - min(true_at) AS ms FROM event")
    assert hub.rows("SELECT id FROM event WHERE NOT verified") == []
    assert span["ms"] < 60_000
