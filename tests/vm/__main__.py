"""`make vm`: builds the disk, and does the steps that are named, or all of them."""

import argparse
import sys
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from pathlib import Path

from tests.vm import image, set_up, steps, updates
from tests.vm.machine import MachineError
from tests.vm.steps import Tablet

Lane = dict[str, Callable[[Tablet], None]]
"""The steps of one tablet by name; the first sets it up, and so always comes first."""

LONGEST_S = 20 * 60.0
"""On two cores on which one emulated tablet alone greets patients half a minute after power."""


def lanes(cuts: int) -> tuple[Lane, ...]:
    """The tablets that run beside each other, with so many power cuts."""
    return (
        {
            "welcome": steps.welcome,
            "visit": steps.visit,
            "escapes": steps.escapes,
            "frozen": steps.frozen,
            "rollback": updates.broken,
            "update": updates.newer,
        },
        {"guide": set_up.follow, "cuts": partial(steps.cuts, count=cuts)},
    )


def main() -> None:
    """Entry point; the exit code is 1 if a step fails or the time is up."""
    names = [name for lane in lanes(0) for name in lane]
    parser = argparse.ArgumentParser(prog="make vm")
    parser.add_argument("steps", nargs="*", choices=[*names, []], help="default: all")
    parser.add_argument("--deb", type=Path, default=Path("build/deb/front-desk-kiosk_0.1.0_amd64.deb"))
    parser.add_argument("--cuts", type=int, default=20)
    parser.add_argument(
        "--longest",
        type=float,
        default=LONGEST_S,
        help="seconds, without the building of the disk; a slower machine needs more than %(default).0f",
    )
    arguments = parser.parse_args()
    wanted = set(arguments.steps or names)
    folder = image.BUILD.absolute()
    folder.mkdir(parents=True, exist_ok=True)
    with (folder / "log.txt").open("w", encoding="utf-8") as log, ThreadPoolExecutor() as beside:

        def tell(line: str) -> None:
            print(line, flush=True)  # noqa: T201 - what the command is for
            log.write(line + "\n")
            log.flush()

        disk = image.build(arguments.deb.absolute(), log=folder / "image.log")
        deadline = time.monotonic() + arguments.longest
        chosen: list[Lane] = [
            {name: step for name, step in lane.items() if name in wanted or name == next(iter(lane))}
            for lane in lanes(arguments.cuts)
            if wanted.intersection(lane)
        ]
        tablets = [Tablet(folder / next(iter(lane)), disk, tell, deadline) for lane in chosen]
        if not all(list(beside.map(_use, tablets, chosen))):
            sys.exit(1)


def _use(tablet: Tablet, lane: Lane) -> bool:
    """Whether the tablet does all of it."""
    try:
        for name, step in lane.items():
            started = time.monotonic()
            step(tablet)
            tablet.tell(f"{name}: passed in {time.monotonic() - started:.0f} s")
    except MachineError as error:
        tablet.tell(f"{tablet.folder.name}: failed: {error}")
        tablet.tell_why()
        return False
    finally:
        tablet.close()
    return True


if __name__ == "__main__":
    main()
