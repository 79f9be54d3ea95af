"""Everything a network does to a request, and everything at once."""

from tests.faults.ledger import Ledger
from tests.faults.proxy import Proxy, Trouble
from tests.faults.tablets import Tablet
from tests.hubs import HubProcess


def test_whatever_a_network_does_nothing_is_lost_or_doubled(
    hub: HubProcess, proxy: Proxy, tablet: Tablet, ledger: Ledger
) -> None:
    for trouble in Trouble:
        proxy.troubles = (trouble,)
        proxy.share = 0.7
        tablet.save_visits(4)
        tablet.saved()
        tablet.until(lambda line: line.get("link") == "reachable")
        while not proxy.done[trouble]:
            tablet.save_visits(1)
            tablet.saved()
            tablet.state()
    proxy.troubles = ()
    tablet.drained()
    verdict = ledger.judge(hub)
    assert verdict.is_clean, verdict
    assert not verdict.unknown
    assert set(proxy.done) == set(Trouble)
    assert tablet.state()["agrees"] is True
