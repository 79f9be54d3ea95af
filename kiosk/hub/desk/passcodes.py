"""A passcode that somebody types, wherever the desk asks for one: slowed, and locked when it is guessed at."""

import asyncio
import math
from typing import Any

import structlog
from litestar import Request
from litestar.status_codes import HTTP_401_UNAUTHORIZED, HTTP_429_TOO_MANY_REQUESTS

from kiosk.hub.desk import accounts, audit, throttle
from kiosk.hub.desk.accounts import Account
from kiosk.hub.desk.audit import Actor, Area
from kiosk.hub.hub import Hub
from kiosk.hub.hubs import hub_of

_log = structlog.get_logger(__name__)

_NAME_LIMIT = 160


class WrongError(Exception):
    """The passcode is not let in; the message is for the person, `status` for the browser."""

    def __init__(self, problem: str, status: int, retry_after_s: int = 0) -> None:
        super().__init__(problem)
        self.status = status
        self.retry_after_s = retry_after_s

    @property
    def headers(self) -> dict[str, str]:
        """What the answer says beside its status."""
        return {"Retry-After": str(self.retry_after_s)} if self.retry_after_s else {}


async def check(request: Request[Any, Any, Any], name: str, passcode: str) -> Account:
    """The account that name and passcode belong to. Raises WrongError."""
    hub = hub_of(request)
    address = audit.address_of(request)
    handle = accounts.handle_of(name[:_NAME_LIMIT])
    verdict = await asyncio.to_thread(throttle.begin, hub.database, handle, address, hub.clock())
    if verdict.wait_ms > 0:
        seconds = math.ceil(verdict.wait_ms / 1000)
        problem = f"Too many tries. Please wait {seconds} seconds."
        if verdict.locked:
            minutes = math.ceil(verdict.wait_ms / 60_000)
            problem = (
                f"Too many wrong passcodes for this name. It is locked for {minutes} minutes; "
                "whoever looks after the hub (IT) can unlock it at once."
            )
        raise WrongError(problem, HTTP_429_TOO_MANY_REQUESTS, seconds)
    account = await asyncio.to_thread(accounts.verify, hub.database, name, passcode)
    if account is None:
        _log.warning("sign-in failed", address=address)
        await _tell(hub, handle, address)
        raise WrongError("This name and passcode do not belong together.", HTTP_401_UNAUTHORIZED)
    await asyncio.to_thread(throttle.succeeded, hub.database, handle, address)
    return account


async def _tell(hub: Hub, handle: str, address: str) -> None:
    """Writes down the failure for an account that there is; made-up names say nothing, and may hold a passcode."""

    def write() -> None:
        with hub.database.write() as connection:
            name = accounts.name_of(connection, handle)
            if name is None:
                return
            now = hub.clock()
            actor = Actor("nobody", address)
            audit.record(connection, now, actor, Area.SIGN_IN, "failed to sign in as", name)
            if throttle.locked_until(connection, [handle], now):
                audit.record(connection, now, actor, Area.SIGN_IN, "locked, by failing too often,", name)

    await asyncio.to_thread(write)
