"""From the tap on a tablet to the card in a browser, and from Seen to the tablet's screen: 200 runs over loopback.

The tablet is a process with the real QML, store and sync, touched and painted off screen, the hub the real one, the
browser a real Chromium. The bare network's round trip, between the same two processes and in the same run, stands
beside them.
"""

import json
import os
import queue
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from kiosk.hub.desk import accounts
from kiosk.visits.events import Closed
from tests.benchmarks.rows import percentile, record
from tests.browser.test_accessible import busy
from tests.browsers import Browsers, browser, chromium
from tests.hub.browserless import PASSCODE
from tests.hub.device import Device, close_all
from tests.hubs import TOKENS, HubProcess

__all__ = ["browser", "chromium"]

RUNS = 200
LIMIT_MS = 150.0
PATIENCE_S = 20.0

# When a card came into the page, by its id; and the page's clock, in ms since 1970.
WATCH = """() => {
  window.clock = () => performance.timeOrigin + performance.now();
  window.appeared = {};
  new MutationObserver(() => {
    const at = clock();
    for (const card of document.querySelectorAll("#board .card")) appeared[card.id] ??= at;
  }).observe(document.getElementById("board"), { childList: true, subtree: true, attributes: true });
}"""
PRESS = """(id) => {
  const at = clock();
  document.querySelector(`#${id} [data-seen]`).click();
  return at;
}"""


class Tablet:
    """The other process, and what it says."""

    def __init__(self, folder: Path, url: str) -> None:
        self._process = subprocess.Popen(
            [sys.executable, "-m", "tests.benchmarks.tablet", str(folder), url, TOKENS["front-door"]],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            env={**os.environ, "PYTHONUNBUFFERED": "1"},
        )
        self._said: queue.SimpleQueue[dict[str, Any]] = queue.SimpleQueue()
        self._heard: list[dict[str, Any]] = []
        threading.Thread(target=self._listen, daemon=True).start()
        port = self.until("echo")["port"]
        self.until("link reachable")
        self._line = socket.create_connection(("127.0.0.1", port))
        self._line.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)

    def arrive(self) -> tuple[str, float]:
        """A tap: the visit, and the tap's time in ms."""
        self._write("arrive")
        tapped = self.until("tapped")
        return tapped["visit"], float(tapped["at"])

    def until(self, what: str, visit: str = "") -> dict[str, Any]:
        """The first thing of that kind that it says, of that visit or of any; the rest can be asked for later."""
        while True:
            for said in self._heard:
                if said["what"] == what and visit in ("", said.get("visit")):
                    self._heard.remove(said)
                    return said
            self._heard.append(self._said.get(timeout=PATIENCE_S))

    def round_trip_ms(self) -> float:
        """The bare network there and back, with about as much as an event."""
        began = time.perf_counter()
        self._line.sendall(b"x" * 400)
        left = 400
        while left:
            left -= len(self._line.recv(left))
        return (time.perf_counter() - began) * 1000

    def close(self) -> None:
        """Ends it."""
        self._line.close()
        self._write("quit")
        self._process.wait(timeout=PATIENCE_S)
        for pipe in (self._process.stdin, self._process.stdout):
            if pipe:
                pipe.close()

    def _write(self, line: str) -> None:
        assert self._process.stdin is not None
        self._process.stdin.write(line + "\n")
        self._process.stdin.flush()

    def _listen(self) -> None:
        assert self._process.stdout is not None
        for line in self._process.stdout:
            self._said.put(json.loads(line))


@pytest.fixture
def hub(tmp_path: Path) -> Iterator[HubProcess]:
    """A running hub with an account for Maria."""
    process = HubProcess(tmp_path / "hub-process")
    accounts.create(process.config, "Maria", PASSCODE)
    yield process.start()
    close_all()
    process.kill()


@pytest.fixture
def tablet(hub: HubProcess, tmp_path: Path) -> Iterator[Tablet]:
    """The tablet at the front door, connected."""
    process = Tablet(tmp_path / "tablet", hub.url)
    yield process
    process.close()


def offset_ms(page: Page) -> float:
    """How far the page's clock is ahead of this machine's; by the quickest of many looks."""
    looks = []
    for _ in range(50):
        before = time.time_ns() / 1e6
        there = float(page.evaluate("clock()"))
        after = time.time_ns() / 1e6
        looks.append((after - before, there - (before + after) / 2))
    return min(looks)[1]


def test_arrival_to_card_and_seen_to_tablet(hub: HubProcess, tablet: Tablet, browser: Browsers) -> None:
    page = browser.open()
    page.goto(hub.url + "/desk")
    page.get_by_label("Your name").fill("Maria")
    page.get_by_label("Passcode").fill(PASSCODE)
    page.get_by_role("button", name="Sign in").click()
    expect(page.locator("#live")).to_contain_text("Live ·")
    # A page as it is on a busy day.
    other = Device(hub.url, "side-door")
    other.push(*busy(other))
    expect(page.get_by_role("listitem")).to_have_count(8)
    page.evaluate(WATCH)

    ahead = offset_ms(page)
    to_card: list[float] = []
    to_tablet: list[float] = []
    network: list[float] = []
    for _ in range(RUNS):
        network.append(tablet.round_trip_ms())
        visit, tapped = tablet.arrive()
        card = f"arrival-{visit}"
        page.wait_for_function("(id) => appeared[id]", arg=card)
        to_card.append(float(page.evaluate("(id) => appeared[id]", card)) - ahead - tapped)
        # The page reports the card as drawn; what follows is another exchange.
        tablet.until("on_screen", visit)
        pressed = float(page.evaluate(PRESS, card)) - ahead
        to_tablet.append(tablet.until("seen", visit)["at"] - pressed)
        page.wait_for_function("(id) => appeared[id]", arg=f"waiting-{visit}")
        other.push(other.mint(Closed, visit=visit, how="checked_out", by="Maria"))
        page.wait_for_function("(id) => !document.getElementById(id)", arg=f"waiting-{visit}")
    drift = offset_ms(page) - ahead

    assert abs(drift) < 5, "the clocks went apart; nothing was measured"
    beside: Any = {"peer": "the bare network, there and back", "peer_value": percentile(network, 99)}
    record("desk.arrival_to_card", "ms", to_card, value=percentile(to_card, 99), limit=LIMIT_MS, **beside)
    record("desk.seen_to_tablet", "ms", to_tablet, value=percentile(to_tablet, 99), limit=LIMIT_MS, **beside)
