"""A hub in the local network is found by mDNS, on loopback here; what is found is offered, and nothing more."""

import asyncio
import socket
import time
from collections.abc import Iterator
from pathlib import Path
from queue import SimpleQueue

import pytest
from zeroconf import IPVersion, ServiceBrowser, ServiceInfo, ServiceStateChange, Zeroconf

from kiosk.sync.discovery import find
from kiosk.visits.wire import MDNS_TLS, MDNS_TYPE, MDNS_URL
from tests.hubs import HubProcess, free_port
from tests.loops import alone

LOOPBACK = ["127.0.0.1"]


def look(patience_s: float) -> list[str]:
    return alone(lambda: asyncio.run(find(LOOPBACK, patience_s)))


@pytest.fixture
def network() -> Iterator[Zeroconf]:
    """The same network, for others."""
    somebody = Zeroconf(interfaces=LOOPBACK, ip_version=IPVersion.V4Only)
    yield somebody
    somebody.unregister_all_services()
    somebody.close()


@pytest.mark.parametrize("behind", ["", "https://desk.example.org:{port}"])
def test_a_hub_is_found_for_as_long_as_it_runs_and_says_nothing_of_the_practice(
    tmp_path: Path, network: Zeroconf, behind: str
) -> None:
    port = free_port()
    public = behind.format(port=port)
    hub = HubProcess(
        tmp_path, hub="announce = true\nself_signed = true" + (f'\npublic_url = "{public}"' if public else "")
    )
    hub.start()
    address = public or hub.url.replace("http:", "https:")
    heard: SimpleQueue[ServiceInfo] = SimpleQueue()

    def note(zeroconf: Zeroconf, service_type: str, name: str, state_change: ServiceStateChange) -> None:
        if (info := zeroconf.get_service_info(service_type, name)) and info.port == hub.port:
            heard.put(info)

    browser = ServiceBrowser(network, MDNS_TYPE, handlers=[note])
    try:
        until_found(address)
        said = heard.get(timeout=20)
        assert set(said.decoded_properties) <= {MDNS_TLS, MDNS_URL}
        assert "Cedar" not in str(said)
        assert hub.stop() == 0
    finally:
        browser.cancel()
        hub.kill()
    assert "Traceback" not in hub.log.read_text()
    assert address not in look(0.5)


def test_what_cannot_be_the_address_of_a_hub_is_not_offered(network: Zeroconf) -> None:
    urls = "https://desk.example.org@evil.example/", "https://désk.example", "https://a.example/path"
    offers = [*({MDNS_URL: url} for url in urls), {MDNS_TLS: "0"}]
    with socket.create_server(("127.0.0.1", 0)) as listening:
        there, away = listening.getsockname()[1], free_port()
        for said in offers:
            # One with a fault, and then one that is as it should be.
            for port, properties in ((away, said), (there, {MDNS_TLS: "0"})):
                name = f"Front Desk Kiosk {port}.{MDNS_TYPE}"
                server = f"hub-{port}.local."
                service = ServiceInfo(
                    MDNS_TYPE, name, port=port, parsed_addresses=LOOPBACK, server=server, properties=properties
                )
                network.register_service(service)
            found = until_found(f"http://127.0.0.1:{there}")
            assert not {*urls, f"http://127.0.0.1:{away}"} & set(found)
            network.unregister_all_services()


def test_a_hub_on_loopback_is_not_announced_unless_it_is_said(tmp_path: Path) -> None:
    hub = HubProcess(tmp_path).start()
    try:
        assert hub.url not in look(2.0)
    finally:
        hub.kill()


def until_found(address: str) -> list[str]:
    """What is found along with it; other tests may announce hubs of their own just then."""
    deadline = time.monotonic() + 20
    while address not in (found := look(5.0)):
        assert time.monotonic() < deadline, found
    return found
