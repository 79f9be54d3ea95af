"""A tablet that had no network for a month, as the desk sees it when it is back."""

from datetime import UTC, datetime
from pathlib import Path

from kiosk.store import SYSTEM_CLOCK
from tests.faults.absence import DAY_MS, away
from tests.faults.conftest import Tablets
from tests.faults.ledger import Ledger
from tests.hub.people import signed_in, with_roles
from tests.hubs import HubProcess

DAYS = 30
VISITS_A_DAY = 4
HOUR_MS = 3_600_000
CLOCKS_MS = 2_000
"""By how much the hub may be wrong of a clock that was right."""


def test_a_month_comes_once_in_order_with_its_own_times_and_rings_no_bell(
    hub: HubProcess, tablets: Tablets, ledger: Ledger, tmp_path: Path
) -> None:
    with_roles(hub)
    folder = tmp_path / "front-door"
    start = SYSTEM_CLOCK.now_ms() - DAYS * DAY_MS
    facts = away(folder, "front-door", start=start, days=DAYS, visits_a_day=VISITS_A_DAY)
    # And somebody still waits, of whom the desk never heard.
    facts |= away(
        folder, "front-door", start=SYSTEM_CLOCK.now_ms() - HOUR_MS, days=1, visits_a_day=2, kinds=["arrived"]
    )
    for fact in facts:
        ledger.begin(fact, "front-door")
        ledger.acknowledge(fact)
    tablet = tablets().start()
    tablet.drained()

    verdict = ledger.judge(hub)
    assert verdict.is_clean, verdict
    rows = hub.rows("SELECT visit, kind, true_at FROM event WHERE device = 'front-door'")
    heard = {(row["visit"], row["kind"]): row["true_at"] for row in rows}
    assert not [fact for fact, at in facts.items() if abs(heard[fact] - at) > CLOCKS_MS]
    days = {datetime.fromtimestamp(heard[fact] / 1000, UTC).date() for fact in facts}
    assert len(days) >= DAYS
    assert tablet.state()["agrees"] is True
    desk = signed_in(hub, "Maria").get("/desk").text
    assert desk.count('id="arrival-') == 2
    assert "data-rings" not in desk
