"""Kills of tablet and hub at random moments, on a bad network, by wrong clocks: a short run of `make faults`."""

from pathlib import Path

import pytest

from tests.faults.mixed import Mixed, Plan


@pytest.mark.parametrize(
    "plan",
    [
        pytest.param(
            Plan(seed=1, tablet_kills=8, hub_kills=3, facts=400, rare=1), id="one-hub", marks=pytest.mark.files
        ),
        pytest.param(Plan(seed=1, tablet_kills=3, hub_kills=4, facts=200, rare=1, on_server=True), id="two-hubs"),
    ],
)
def test_nothing_acknowledged_is_lost_or_doubled_whatever_is_killed(tmp_path: Path, plan: Plan) -> None:
    run = Mixed(tmp_path, plan)
    verdict = run.run()
    assert verdict.is_clean, f"{verdict}\n{run.table(verdict)}"
