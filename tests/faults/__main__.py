"""`make faults`: the long run, and its table."""

import argparse
import sys
import tempfile
import time
from pathlib import Path

from tests.faults.mixed import Mixed, Plan


def main() -> None:
    """Entry point; the exit code is 1 if anything was lost, doubled or out of order."""
    parser = argparse.ArgumentParser(prog="make faults")
    parser.add_argument("--tablet-kills", type=int, default=500)
    parser.add_argument("--hub-kills", type=int, default=200)
    parser.add_argument("--facts", type=int, default=20_000)
    parser.add_argument("--rare", type=int, default=6, help="each of the faults that take long, so many times")
    parser.add_argument("--seed", type=int, default=time.time_ns() % 1_000_000, help="the same seed, the same faults")
    parser.add_argument("--server", action="store_true", help="two hubs on one PostgreSQL, which is stopped too")
    arguments = parser.parse_args()
    plan = Plan(
        seed=arguments.seed,
        tablet_kills=arguments.tablet_kills,
        hub_kills=arguments.hub_kills,
        facts=arguments.facts,
        rare=arguments.rare,
        on_server=arguments.server,
    )
    with tempfile.TemporaryDirectory(prefix="kiosk-faults-") as folder:
        run = Mixed(Path(folder), plan)
        verdict = run.run(lambda line: print(line, flush=True))  # noqa: T201 - what the command is for
        print(run.table(verdict))  # noqa: T201
    sys.exit(0 if verdict.is_clean else 1)


if __name__ == "__main__":
    main()
