"""`make vm`: builds the disk and does the steps that are named, or all of them."""

import argparse
import sys
import time
from collections.abc import Callable
from pathlib import Path

from tests.vm import image, set_up, steps, updates
from tests.vm.machine import MachineError
from tests.vm.steps import Tablet

GUIDE = "guide"
"""On a disk of its own, since it sets a tablet up."""
STEPS: dict[str, Callable[[Tablet], None]] = {
    "welcome": steps.welcome,
    "visit": steps.visit,
    "escapes": steps.escapes,
    "frozen": steps.frozen,
    "update": updates.newer,
    "rollback": updates.broken,
    "cuts": steps.cuts,
}
LONGEST_S = 20 * 60.0
"""With twenty power cuts, on a machine with two cores for itself."""


def main() -> None:
    """Entry point; the exit code is 1 if a step fails or the time is up."""
    parser = argparse.ArgumentParser(prog="make vm")
    parser.add_argument(
        "steps", nargs="*", choices=[GUIDE, *STEPS, []], help="default: all; welcome always comes first"
    )
    parser.add_argument("--deb", type=Path, default=Path("build/deb/front-desk-kiosk_0.1.0_amd64.deb"))
    parser.add_argument("--cuts", type=int, default=20)
    parser.add_argument("--longest", type=float, default=LONGEST_S, help="seconds, without the building of the disk")
    arguments = parser.parse_args()
    wanted = arguments.steps or [GUIDE, *STEPS]
    folder = image.BUILD.absolute()
    folder.mkdir(parents=True, exist_ok=True)
    with (folder / "log.txt").open("w", encoding="utf-8") as log:

        def tell(line: str) -> None:
            print(line, flush=True)  # noqa: T201 - what the command is for
            log.write(line + "\n")
            log.flush()

        disk = image.build(arguments.deb.absolute(), log=folder / "image.log")
        deadline = time.monotonic() + arguments.longest
        if GUIDE in wanted:
            _use(Tablet(folder / GUIDE, disk, tell), [GUIDE], deadline, arguments.cuts)
        if wanted != [GUIDE]:
            others = [each for each in wanted if each not in (GUIDE, "welcome")]
            _use(Tablet(folder / "run", disk, tell), ["welcome", *others], deadline, arguments.cuts)


def _use(tablet: Tablet, names: list[str], deadline: float, cuts: int) -> None:
    """Some steps on a tablet; the program ends where one fails."""
    try:
        for name in names:
            _do(name, tablet, deadline, cuts)
    except MachineError as error:
        tablet.tell(f"failed: {error}")
        tablet.tell_why()
        sys.exit(1)
    finally:
        tablet.close()


def _do(name: str, tablet: Tablet, deadline: float, cuts: int) -> None:
    """One step. Raises MachineError."""
    started = time.monotonic()
    if started > deadline:
        raise MachineError(f"the time is up before {name}")
    if name == GUIDE:
        set_up.follow(tablet)
    elif name == "cuts":
        steps.cuts(tablet, cuts)
    else:
        STEPS[name](tablet)
    tablet.tell(f"{name}: passed in {time.monotonic() - started:.0f} s")


if __name__ == "__main__":
    main()
