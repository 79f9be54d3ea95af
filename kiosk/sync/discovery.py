"""Looks for hubs in the local network by mDNS. What is found is a hint from anybody: a person has to know the address.

A tablet that was let in at a hub never looks: it knows that hub's address, and its certificate where that is pinned.
"""

import asyncio
import ipaddress
from collections.abc import Sequence
from contextlib import suppress
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

import structlog

from kiosk.visits.settings import check_link
from kiosk.visits.wire import MDNS_TLS, MDNS_TYPE, MDNS_URL

if TYPE_CHECKING:
    from zeroconf.asyncio import AsyncServiceInfo

MOST = 3
"""More hubs than that are in no practice."""

PATIENCE_S = 4.0
_OTHERS_S = 0.5
"""How long to wait for a second hub when there is one."""
_ANSWER_S = 1.0
_LONGEST = 200

_log = structlog.get_logger(__name__)


async def find(interfaces: Sequence[str] = (), patience_s: float = PATIENCE_S) -> list[str]:
    """Addresses of at most `MOST` hubs that say they are there; none where mDNS does not work.

    `interfaces`: the addresses of those to look on; all without any.
    """
    from zeroconf import Error, InterfaceChoice, IPVersion, ServiceStateChange, Zeroconf
    from zeroconf.asyncio import AsyncServiceBrowser, AsyncServiceInfo, AsyncZeroconf

    names: dict[str, None] = {}
    heard = asyncio.Event()

    # Called with these names.
    def changed(
        zeroconf: Zeroconf,  # noqa: ARG001
        service_type: str,  # noqa: ARG001
        name: str,
        state_change: ServiceStateChange,
    ) -> None:
        if state_change is ServiceStateChange.Added and len(names) < MOST:
            names[name] = None
            heard.set()

    try:
        network = AsyncZeroconf(interfaces=list(interfaces) or InterfaceChoice.All, ip_version=IPVersion.V4Only)
        try:
            browser = AsyncServiceBrowser(network.zeroconf, MDNS_TYPE, handlers=[changed])
            with suppress(TimeoutError):
                await asyncio.wait_for(heard.wait(), patience_s)
                await asyncio.sleep(_OTHERS_S)
            await browser.async_cancel()
            services = [AsyncServiceInfo(MDNS_TYPE, name) for name in names]
            there = [each for each in services if await each.async_request(network.zeroconf, _ANSWER_S * 1000)]
        finally:
            await network.async_close()
    except (OSError, Error) as error:
        _log.warning("hub.not_looked_for", why=str(error) or type(error).__name__)
        return []
    found = [await _address(each) for each in there]
    return list(dict.fromkeys(filter(None, found)))


async def _address(service: "AsyncServiceInfo") -> str:
    """Where the hub is reached; empty for what cannot be the address of one."""
    said = service.decoded_properties
    url = said.get(MDNS_URL) or ""
    if url:
        return url.rstrip("/") if _is_plain(url) else ""
    scheme = "https" if said.get(MDNS_TLS) == "1" else "http"
    for address in service.parsed_addresses():
        if service.port and ipaddress.ip_address(address).version == 4 and await _listens(address, service.port):
            return f"{scheme}://{address}:{service.port}"
    return ""


async def _listens(address: str, port: int) -> bool:
    """A machine has several addresses, of which not all lead there from here."""
    try:
        async with asyncio.timeout(_ANSWER_S):
            _, writer = await asyncio.open_connection(address, port)
    except OSError:
        return False
    writer.close()
    with suppress(OSError):
        await writer.wait_closed()
    return True


def _is_plain(url: str) -> bool:
    """Whether somebody who reads the address sees where it leads: a host and a port, and nothing else."""
    try:
        parts = urlsplit(check_link(url))
    except ValueError:
        return False
    rest = parts.path.strip("/"), parts.query, parts.fragment, parts.username or "", parts.password or ""
    return url.isascii() and len(url) <= _LONGEST and not any(rest)
