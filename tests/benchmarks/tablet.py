"""A tablet without a screen in a process of its own: the real store, the real sync, the real fold.

Reads lines `arrive VISIT TICKET` and `quit`; writes one JSON line for each thing that happens, with the wall clock's
time in ms.
"""

import json
import socket
import sys
import threading
import time
from collections.abc import Sequence
from pathlib import Path
from uuid import UUID

from kiosk import logs
from kiosk.store import Store
from kiosk.sync import Link, Sync
from kiosk.visits.events import Arrived, Event, visit_of
from kiosk.visits.settings import Settings
from kiosk.visits.visit import fold, honest_status


def now_ms() -> float:
    """The wall clock, in ms and fractions."""
    return time.time_ns() / 1e6


def say(what: str, at: float, **more: object) -> None:
    """Tells who listens."""
    sys.stdout.write(json.dumps({"what": what, "at": at, **more}) + "\n")
    sys.stdout.flush()


class Screen:
    """Hears of the sync as the screens do: what a patient would be told changes with every event."""

    def __init__(self) -> None:
        self._events: dict[UUID, list[Event]] = {}
        self._lock = threading.Lock()

    def add(self, events: Sequence[Event]) -> None:
        """Folds what is new, and tells the honest status that a patient then reads."""
        with self._lock:
            for visit in {key for event in events if (key := visit_of(event))}:
                mine = self._events.setdefault(visit, [])
                mine += [event for event in events if visit_of(event) == visit]
                state = fold(visit, mine)
                status = honest_status(state, sent=True, reachable=True, waited_ms=0, target_ms=60_000)
                say(str(status), now_ms(), visit=str(visit))

    def link_changed(self, link: Link) -> None:
        """Told, so that the measuring begins when the line stands."""
        say(f"link {link}", now_ms())

    def confirmed(self, ids: Sequence[UUID]) -> None:
        """Not measured."""

    def received(self, events: Sequence[Event]) -> None:
        """From the hub, and durable here."""
        self.add(events)

    def looked_for(self, name: str) -> None:
        """Nobody looks."""

    def settings_heard(self, settings: Settings) -> None:
        """Not measured."""


def echo(server: socket.socket) -> None:
    """Sends back what comes: the bare network."""
    line, _ = server.accept()
    line.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
    with line:
        while data := line.recv(65536):
            line.sendall(data)


def main() -> None:
    """`folder hub-url token`."""
    folder, url, token = sys.argv[1:]
    logs.configure(quiet=True)
    with socket.create_server(("127.0.0.1", 0)) as server:
        threading.Thread(target=echo, args=(server,), daemon=True).start()
        say("echo", now_ms(), port=server.getsockname()[1])
        store = Store.open(Path(folder), "front-door")
        screen = Screen()
        sync = Sync(store, url, token, screen)
        sync.start()
        for line in sys.stdin:
            words = line.split()
            if words == ["quit"]:
                break
            _, visit, ticket = words
            at = now_ms()
            future = store.append(
                lambda stamp, visit=visit, ticket=ticket: Arrived(**stamp, visit=UUID(visit), ticket=ticket)  # type: ignore[misc]
            )
            screen.add(future.result())
            say("tapped", at, visit=visit)
        sync.stop()
        store.close()


if __name__ == "__main__":
    main()
