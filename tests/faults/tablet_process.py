"""A tablet without a screen, in a process of its own: the real store and the real sync.

Takes one JSON object a line on stdin and answers by lines on stdout. `saved` is said when a fact is durable and at no
other moment: it is what a patient is told.
"""

import json
import queue
import random
import sys
import threading
from concurrent.futures import Future
from pathlib import Path
from typing import Any
from uuid import NAMESPACE_OID, UUID, uuid5

from kiosk import hardening, logs
from kiosk.store import Store, StoreFault
from kiosk.store.clock import SystemClock
from kiosk.sync import Link, Sync, Timing
from kiosk.visits.events import Acknowledged, Arrived, Called, Closed, Event, Rated, RatingExplained, Stamp
from kiosk.visits.settings import Settings

SOON = Timing(patience_s=1.0, answer_s=2.0, push_s=5.0, silence_s=5.0, steady_s=0.2)
"""A practice's patience, shortened."""

FACTS = ("arrived", "acknowledged", "called", "rated", "rating_explained", "closed")
"""What happens in a visit of a test, in this order, each once."""


def make(fact: str, visit: UUID, name: str, number: int) -> Any:
    """What makes the event."""

    def maker(stamp: Stamp) -> Event:
        match fact:
            case "arrived":
                return Arrived(**stamp, visit=visit, ticket=f"K{number % 1000 + 1}", name=name)
            case "acknowledged":
                return Acknowledged(**stamp, visit=visit, by="Maria")
            case "called":
                return Called(**stamp, visit=visit, by="Maria", place="Room 1")
            case "rated":
                return Rated(**stamp, visit=visit, rating=uuid5(NAMESPACE_OID, str(visit)), stars=number % 5 + 1)
            case "rating_explained":
                return RatingExplained(
                    **stamp, visit=visit, rating=uuid5(NAMESPACE_OID, str(visit)), comment="much to say " * 10
                )
            case "closed":
                return Closed(**stamp, visit=visit, how="checked_out", by="Maria")
        raise ValueError(fact)

    return maker


class Shifted(SystemClock):
    """A wall clock that can be put wrong; the monotonic one stays as it is."""

    shift_ms = 0

    def now_ms(self) -> int:
        """As the system's, and wrong by `shift_ms`."""
        return min(max(super().now_ms() + self.shift_ms, 0), (1 << 48) - 1)


class Teller:
    """Says lines, in the order of the commits; hears of the sync."""

    def __init__(self) -> None:
        self._lines: queue.SimpleQueue[tuple[dict[str, Any], Future[Any] | None] | None] = queue.SimpleQueue()
        self._thread = threading.Thread(target=self._run)
        self._thread.start()

    def say(self, line: dict[str, Any], after: Future[Any] | None = None) -> None:
        """Says it when `after` is done; with why, where that failed."""
        self._lines.put((line, after))

    def close(self) -> None:
        """After the last line."""
        self._lines.put(None)
        self._thread.join()

    def link_changed(self, link: Link) -> None:
        """Said."""
        self.say({"link": str(link)})

    def confirmed(self, ids: object) -> None:
        """Seen in the store."""

    def received(self, events: object) -> None:
        """Seen in the store."""

    def looked_for(self, name: str) -> None:
        """Not of interest."""

    def settings_heard(self, settings: Settings) -> None:
        """Not of interest."""

    def _run(self) -> None:
        while (item := self._lines.get()) is not None:
            line, after = item
            if after is not None:
                try:
                    after.result()
                except StoreFault as fault:
                    line = {"failed": line.get("saved"), "why": str(fault)}
            sys.stdout.write(json.dumps(line) + "\n")
            sys.stdout.flush()


class Program:
    """The tablet, and what it is told."""

    def __init__(self, folder: Path, url: str, token: str, device: str) -> None:
        self._clock = Shifted()
        self._store = Store.open(folder, device, self._clock)
        self._teller = Teller()
        self._sync = Sync(
            self._store,
            url,
            token,
            self._teller,
            self._clock,
            timing=SOON,
            share=lambda: random.random() * 0.01,
        )
        aside = self._store.set_aside
        self._teller.say({"opened": str(self._store.epoch), "set_aside": str(aside) if aside else ""})

    def obey(self, order: dict[str, Any]) -> None:
        """Does one thing."""
        store, teller = self._store, self._teller
        match order["do"]:
            case "save":
                fact = make(order["fact"], UUID(order["visit"]), order.get("name", ""), order.get("number", 0))
                teller.say({"saved": [order["visit"], order["fact"]]}, store.append(fact))
            case "sync":
                self._sync.start()
            case "clock":
                self._clock.shift_ms = order["shift_ms"]
            case "erase":
                erased = store.erase_names([UUID(visit) for visit in order["visits"]])
                teller.say({"erased": len(order["visits"])}, erased)
            case "state":
                teller.say(self._state())
            case other:
                raise ValueError(other)

    def close(self) -> None:
        """In good order."""
        self._sync.stop()
        self._store.close()
        self._teller.close()

    def _state(self) -> dict[str, Any]:
        store = self._store
        try:
            compared = store.compared
            return {
                "state": True,
                "unsent": store.unsent(),
                "rejected": store.rejected(),
                "agrees": None if compared is None else compared.agrees,
                "reserve": store.has_reserve(),
            }
        except StoreFault as fault:
            return {"state": False, "why": str(fault)}


def main() -> None:
    """`folder hub-url token device`."""
    folder, url, token, device = sys.argv[1:]
    hardening.forbid_core_dumps()
    logs.configure()
    try:
        program = Program(Path(folder), url, token, device)
    except StoreFault as fault:
        sys.stdout.write(json.dumps({"refused": str(fault)}) + "\n")
        raise SystemExit(1) from None
    for line in sys.stdin:
        program.obey(json.loads(line))
    program.close()


if __name__ == "__main__":
    main()
