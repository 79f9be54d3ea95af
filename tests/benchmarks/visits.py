"""Whole visits as a tablet's store has them and as fingers touch them, and how much memory a program takes."""

import re
import time
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import Any
from uuid import uuid4

from kiosk.visits.events import Arrived, Event, Rated, RatingSettled, Shown

VISIT = (
    ("arriveDoor", "arrive"),
    ("skipButton", "acknowledged"),
    ("doneButton", "welcome"),
    ("leaveDoor", "rate"),
    ("star4", "followup"),
    ("noButton", "thanks"),
    ("finishButton", "welcome"),
)
"""What is touched in a visit, and the screen that follows."""


def makers() -> Iterator[Callable[..., Event]]:
    """Visits without end, four events each: arrived, shown as seen, rated, settled."""
    while True:
        visit, rating = uuid4(), uuid4()
        made: tuple[tuple[Callable[..., Event], dict[str, Any]], ...] = (
            (Arrived, {"ticket": "K7", "name": "Rosa"}),
            (Shown, {}),
            (Rated, {"rating": rating, "stars": 5}),
            (RatingSettled, {"rating": rating}),
        )
        for kind, fields in made:
            yield partial(kind, visit=visit, **fields)


def pss_mib(pid: int) -> float:
    """Proportional set size of a process and its descendants, MiB."""
    kib = 0
    waiting = [pid]
    while waiting:
        process = Path(f"/proc/{waiting.pop()}")
        found = re.search(r"^Pss:\s+(\d+)", (process / "smaps_rollup").read_text(), re.MULTILINE)
        kib += int(found[1]) if found else 0
        for children in process.glob("task/*/children"):
            waiting += map(int, children.read_text().split())
    return kib / 1024


def seconds(work: Callable[[], object]) -> float:
    """How long `work` takes."""
    began = time.perf_counter()
    work()
    return time.perf_counter() - began
