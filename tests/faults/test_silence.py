"""A network that swallows every packet and says nothing: no refusal, no reset. Hub and tablet have a network each."""

import os
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.faults.ledger import Ledger
from tests.faults.tablets import Tablet
from tests.hubs import HubProcess

HUB_ADDRESS, TABLET_ADDRESS = "10.199.0.1", "10.199.0.2"


def ip(*words: str) -> None:
    """Needs root: without it the test fails, and says so."""
    subprocess.run(["ip", *words], check=True)


class Cable:
    """Two networks of their own and what joins them; both end with `pull`."""

    def __init__(self) -> None:
        self.hub, self.tablet = (f"kiosk-{end}-{os.getpid()}" for end in ("hub", "tablet"))

    def lay(self) -> None:
        """Joins them."""
        assert os.geteuid() == 0, "a network of its own takes root"
        for name in (self.hub, self.tablet):
            ip("netns", "add", name)
        ip("-n", self.hub, "link", "add", "name", "h0", "type", "veth", "peer", "name", "t0", "netns", self.tablet)
        for name, end, address in ((self.hub, "h0", HUB_ADDRESS), (self.tablet, "t0", TABLET_ADDRESS)):
            ip("-n", name, "address", "add", f"{address}/24", "dev", end)
            ip("-n", name, "link", "set", end, "up")

    def swallow(self) -> None:
        """What the hub answers ends nowhere; what the tablet sends comes to the hub."""
        ip("-n", self.hub, "route", "add", "blackhole", TABLET_ADDRESS)

    def mend(self) -> None:
        """Lets everything through again."""
        ip("-n", self.hub, "route", "del", "blackhole", TABLET_ADDRESS)

    def pull(self) -> None:
        """Ends both networks."""
        for name in (self.hub, self.tablet):
            subprocess.run(["ip", "netns", "del", name], check=False)


@pytest.fixture
def cable() -> Iterator[Cable]:
    """Laid, and lets everything through."""
    between = Cable()
    try:
        between.lay()
        yield between
    finally:
        between.pull()


def test_a_network_that_swallows_everything_is_noticed_and_costs_nothing(
    cable: Cable, ledger: Ledger, tmp_path: Path
) -> None:
    within = ("ip", "netns", "exec")
    hub = HubProcess(tmp_path / "hub", host=HUB_ADDRESS, before=(*within, cable.hub)).start()
    tablet = Tablet(tmp_path / "tablet", hub.url, ledger, log=tmp_path / "tablet.log", before=(*within, cable.tablet))
    try:
        tablet.start()
        tablet.save_visits(3)
        tablet.drained()
        cable.swallow()
        before = len(ledger.acknowledged)
        tablet.save_visits(3)
        tablet.saved()
        assert len(ledger.acknowledged) > before, "nobody waits for the network"
        tablet.until(lambda line: line.get("link") == "unreachable")
        assert tablet.state()["unsent"] > 0
        cable.mend()
        tablet.drained()
        # The hub had stored what came to it; its answers had not come back.
        verdict = ledger.judge(hub)
        assert verdict.is_clean, verdict
        assert not verdict.unknown
    finally:
        tablet.close()
        hub.kill()
