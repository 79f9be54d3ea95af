"""Runs the hub: a listening socket, the database, the application, until a signal ends it."""

import asyncio
import gc
import ipaddress
import signal
import socket
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Never
from urllib.parse import urlsplit

import structlog
import uvicorn

from kiosk.config import Config
from kiosk.hub import tablets
from kiosk.hub.app import make_app
from kiosk.hub.clock import system_clock
from kiosk.hub.database import Database, DatabaseFault, home_of, open_database, replica_of
from kiosk.hub.desk import accounts, setup_links
from kiosk.hub.desk.sign_in import SETUP_PATH
from kiosk.hub.event_stream import keep_send
from kiosk.hub.hubs import Hubs

if TYPE_CHECKING:
    from kiosk.hub.tls import Tls

_log = structlog.get_logger(__name__)

GRACE_S = 5
"""How long requests may take to end when the hub stops."""

KEEP_ALIVE_S = 75


class HubFault(Exception):
    """The hub cannot run here; the message is one sentence for the person who started it."""


def run(config: Config, *, ready: Callable[[str], None] | None = None) -> None:
    """Serves until SIGTERM or SIGINT. `ready` is given the base URL once the hub listens.

    Raises HubFault for a port in use, a data folder that cannot be written, and a database that is newer than
    this program, where nothing was touched; and for a certificate that cannot be used.
    """
    listening = _listen(config)
    try:
        database = open_database(home_of(config), with_others=True, replica=replica_of(config))
    except DatabaseFault as fault:
        listening.close()
        raise HubFault(str(fault)) from None
    url = base_url(config, listening.getsockname()[1])
    try:
        tls = _prepare_tls(config)
        with database.write() as connection:
            tablets.seed(connection, config.hub.tablets, system_clock())
        _offer_set_up(database, url)
        server = _Server(config, database, listening.getsockname()[:2], url, tls, ready)
        settle()
        _log.info("hub starts", url=url, tablets=len(config.hub.tablets))
        server.run(sockets=[listening])
        if not server.started:
            raise HubFault("The hub could not start; its log says why.")
    finally:
        database.close()
        listening.close()
        _log.info("hub stopped")


def settle() -> None:
    """Most objects live as long as the hub from here on; looking at them over and over makes live updates jitter."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(10_000, 20, 50)


def _prepare_tls(config: Config) -> "Tls | None":
    if not config.hub.tls:
        return None
    # It brings cryptography, 5 MiB that a hub without TLS of its own does not need.
    from kiosk.hub.tls import TlsFault, prepare

    try:
        tls = prepare(config.hub)
    except TlsFault as fault:
        raise HubFault(str(fault)) from None
    if tls is not None:
        print(f"Certificate SHA-256: {tls.fingerprint}", flush=True)  # noqa: T201
    return tls


def _offer_set_up(database: Database, url: str) -> None:
    """Prints a new one-time link while nobody has an account."""
    if not accounts.exist(database):
        with database.write() as connection:
            key = setup_links.new(connection, system_clock())
        _log.info("set-up link printed")
        print(f"Set-up link, good once and for a day: {url}{SETUP_PATH}/{key}", flush=True)  # noqa: T201


def base_url(config: Config, port: int, host: str = "") -> str:
    """How browsers reach the hub: the configured address, else the one it listens on; `host` is a practice's own."""
    if config.hub.public_url:
        public = urlsplit(config.hub.public_url.rstrip("/"))
        return (public._replace(netloc=host) if host else public).geturl()
    listens = {"0.0.0.0": "127.0.0.1", "::": "[::1]"}.get(config.hub.host, config.hub.host)  # noqa: S104
    return f"{'https' if config.hub.tls else 'http'}://{host or listens}:{port}"


class _Server(uvicorn.Server):
    """uvicorn, which tells when it listens, ends the endless streams first when it stops, and then returns."""

    def __init__(
        self,
        config: Config,
        database: Database,
        listens: tuple[str, int],
        url: str,
        tls: "Tls | None",
        ready: Callable[[str], None] | None,
    ) -> None:
        """`listens`: the address and port of its socket."""
        super().__init__(
            uvicorn.Config(
                keep_send(make_app(config, database, self._on_hubs, fingerprint=tls.fingerprint if tls else "")),
                ssl_context_factory=(lambda _config, _default: tls.context) if tls else None,
                log_config=None,
                access_log=False,
                server_header=False,
                timeout_graceful_shutdown=GRACE_S,
                timeout_keep_alive=KEEP_ALIVE_S,
                lifespan="on",
            )
        )
        self._config = config.hub
        self._listens = listens
        self._announcing: asyncio.Task[Never] | None = None
        self._url = url
        self._ready = ready
        self._hubs: Hubs | None = None

    def _on_hubs(self, hubs: Hubs) -> None:
        self._hubs = hubs

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        await super().startup(sockets)
        if not self.started:
            return
        if self._announces():
            # Here alone: most hubs that are tried out need none of it.
            from kiosk.hub.announcing import announce

            self._announcing = asyncio.create_task(announce(self._config, *self._listens))
        if self._ready is not None:
            self._ready(self._url)

    def _announces(self) -> bool:
        if self._config.announce is not None:
            return self._config.announce
        return not ipaddress.ip_address(self._listens[0]).is_loopback

    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        if self._announcing is not None:
            self._announcing.cancel()
            await asyncio.wait([self._announcing], timeout=GRACE_S)
        if self._hubs is not None:
            self._hubs.end_streams()
        await super().shutdown(sockets)

    @contextmanager
    def capture_signals(self) -> Iterator[None]:
        """Ends by SIGTERM and SIGINT; uvicorn's own would raise them again, and so never return to `run`."""
        if threading.current_thread() is not threading.main_thread():
            yield
            return
        before = {sig: signal.signal(sig, self.handle_exit) for sig in (signal.SIGTERM, signal.SIGINT)}
        try:
            yield
        finally:
            for sig, handler in before.items():
                signal.signal(sig, handler)


def _listen(config: Config) -> socket.socket:
    """The socket, before anything is touched, so that a port in use costs nothing."""
    family = socket.AF_INET6 if ":" in config.hub.host else socket.AF_INET
    # asyncio sends small answers at once (TCP_NODELAY) only where the protocol is named: 45 ms less, measured.
    listening = socket.socket(family, socket.SOCK_STREAM, socket.IPPROTO_TCP)
    listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listening.bind((config.hub.host, config.hub.port))
        listening.listen(1024)
    except OSError as error:
        listening.close()
        where = f"{config.hub.host}:{config.hub.port}"
        raise HubFault(f"The hub cannot listen on {where}: {error.strerror}.") from None
    return listening
