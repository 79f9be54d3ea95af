"""5,000 whole visits through one tablet: it neither grows nor slows down."""

import json
import os
import statistics
import subprocess
import sys
from pathlib import Path

from tests.benchmarks.rows import record

VISITS = 5_000
FIRST = 500
"""Visits after which everything has been made once, and half a day of the moved clock has passed twice."""
WITHIN_S = int(os.environ.get("KIOSK_SOAK_S", "100"))
"""On a machine that is slower or busy it ends here, and the row of a visit says after how many; more play all."""
GROWTH_MIB = 10.0
SLOWDOWN = 1.1


def test_soak(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "tests.benchmarks.soak", str(tmp_path / "tablet"), *map(str, (VISITS, FIRST, WITHIN_S))],
        # Without a screen Qt waits 5 ms before every frame, where one would wait for its own turn.
        env={**os.environ, "QT_QPA_UPDATE_IDLE_TIME": "0"},
        stdout=subprocess.PIPE,
        check=True,
    )
    said = json.loads(done.stdout)
    took: list[float] = said["took_ms"]
    memory: list[float] = [*said["memory_mib"].values()]
    first, last = took[:FIRST], took[-FIRST:]

    assert len(took) >= 2 * FIRST
    record(
        "tablet.soak_growth",
        "MiB",
        [mib - memory[0] for mib in memory[1:]],
        value=memory[-1] - memory[0],
        limit=GROWTH_MIB,
    )
    slowdown = statistics.median(last) / statistics.median(first)
    record(
        "tablet.soak_slowdown", "times", [ms / statistics.median(first) for ms in last], value=slowdown, limit=SLOWDOWN
    )
    record("tablet.soak_visit", "ms", took)
