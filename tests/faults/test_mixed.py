"""Kills of tablet and hub at random moments, on a bad network, by wrong clocks: a short run of `make faults`."""

from pathlib import Path

import pytest

from tests.faults.mixed import Mixed, Plan


@pytest.mark.parametrize("seed", [1])
def test_nothing_acknowledged_is_lost_or_doubled_whatever_is_killed(tmp_path: Path, seed: int) -> None:
    run = Mixed(tmp_path, Plan(seed=seed, tablet_kills=8, hub_kills=3, facts=400, rare=1))
    verdict = run.run()
    assert verdict.is_clean, f"{verdict}\n{run.table(verdict)}"
