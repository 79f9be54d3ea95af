"""Tells the local network by mDNS where the hub is, so that a new tablet can offer it. A hint: nobody trusts it."""

import asyncio
import ipaddress
import socket
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Never

import ifaddr
import structlog
from zeroconf import Error as ZeroconfError
from zeroconf import InterfaceChoice, IPVersion, ServiceInfo
from zeroconf.asyncio import AsyncZeroconf

from kiosk.config import HubConfig
from kiosk.visits.wire import MDNS_TLS, MDNS_TYPE, MDNS_URL

_LOOK_AGAIN_S = 30.0
"""How often it is looked whether this machine has other addresses by now: at its start it may have none yet."""

_ANY = ("0.0.0.0", "::")  # noqa: S104 - compared, not bound

_log = structlog.get_logger(__name__)


async def announce(config: HubConfig, host: str, port: int) -> Never:
    """Announces the hub that listens on this address and port until it is cancelled; a fault of the network is told."""
    while True:
        addresses = _addresses(host)
        try:
            if addresses:
                async with _announced(config, host, port, addresses):
                    _log.info("hub announced", addresses=addresses)
                    while _addresses(host) == addresses:
                        await asyncio.sleep(_LOOK_AGAIN_S)
        except (OSError, ZeroconfError) as error:
            _log.warning("hub not announced", why=str(error) or type(error).__name__)
        await asyncio.sleep(_LOOK_AGAIN_S)


@asynccontextmanager
async def _announced(config: HubConfig, host: str, port: int, addresses: list[str]) -> AsyncIterator[None]:
    interfaces = InterfaceChoice.All if host in _ANY else [host]
    network = AsyncZeroconf(interfaces=interfaces, ip_version=IPVersion.V4Only)
    try:
        await (await network.async_register_service(_service(config, port, addresses), allow_name_change=True))
        yield
        await network.async_unregister_all_services()
    finally:
        await network.async_close()


def _service(config: HubConfig, port: int, addresses: list[str]) -> ServiceInfo:
    """What is said: the machine's name and addresses, and how the hub is reached. Nothing of the practice."""
    machine = socket.gethostname().partition(".")[0][:40] or "hub"
    said = {MDNS_TLS: "1" if config.tls else "0"}
    if config.public_url:
        said[MDNS_URL] = config.public_url
    return ServiceInfo(
        MDNS_TYPE,
        f"Front Desk Kiosk on {machine}.{MDNS_TYPE}",
        port=port,
        parsed_addresses=addresses,
        server=f"kiosk-hub-{machine}.local.",
        properties=said,
    )


def _addresses(host: str) -> list[str]:
    """The IPv4 addresses under which the hub is there for others; the one it listens on, where it is but one.

    None where that is of IPv6: such a network needs the address in the tablets' settings.
    """
    if host not in _ANY:
        return [] if ":" in host else [host]
    found = {ip.ip for adapter in ifaddr.get_adapters() for ip in adapter.ips if isinstance(ip.ip, str)}
    return sorted(ip for ip in found if not ipaddress.ip_address(ip).is_loopback and not ip.startswith("169.254."))
