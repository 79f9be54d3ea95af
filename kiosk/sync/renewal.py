"""Gets the tablet another token when the hub wants that, while everything goes on."""

import asyncio
from collections.abc import Callable

import structlog

from kiosk.sync.enrolment import EnrolFault
from kiosk.sync.hub import Hub, UnreachableError
from kiosk.sync.keyring import Keyring
from kiosk.sync.pace import Pace

_log = structlog.get_logger(__name__)


class Renewer:
    """Makes the next token, keeps it, tells the hub its digest, and then uses it: in this order."""

    def __init__(self, hub: Hub, keyring: Keyring | None, *, pace: Pace) -> None:
        """`keyring`: None where the settings name the token; it is renewed there then."""
        self._hub = hub
        self._keyring = keyring
        self._pace = pace
        self._wanted = asyncio.Event()
        self.on_success: Callable[[], None] = lambda: None
        """Called when there is another token to use."""

    def wake(self) -> None:
        """The hub wants this tablet to have another token."""
        self._wanted.set()

    async def run(self) -> None:
        """Waits, and renews, for ever. Raises RefusedError."""
        while True:
            await self._wanted.wait()
            self._wanted.clear()
            while self._keyring is not None and not await self._renew(self._keyring):
                await self._pace.pause()

    async def _renew(self, keyring: Keyring) -> bool:
        """One attempt; whether no other is needed."""
        try:
            if not await self._hub.announce_token(keyring.make_next()):
                _log.warning("sync.token_not_renewed", why="the hub's settings file names it")
                return True
            keyring.use_next()
        except (UnreachableError, EnrolFault) as error:
            _log.warning("sync.token_not_renewed", why=str(error))
            return False
        self._hub.use(keyring.current)
        self._pace.succeeded()
        _log.info("sync.token_renewed")
        self.on_success()
        return True
