"""Who may ask for what. Every route below /desk names a role or says that it is open; else nobody gets in."""

import asyncio
from collections.abc import Awaitable, Callable
from typing import Any

from litestar.connection import ASGIConnection
from litestar.exceptions import HTTPException, NotAuthorizedException, PermissionDeniedException
from litestar.handlers import BaseRouteHandler
from litestar.status_codes import HTTP_423_LOCKED

from kiosk.hub.desk import sessions
from kiosk.hub.desk.roles import Role
from kiosk.hub.hubs import hub_of

OPEN = {"open_to_all": True}
"""The `opt` of a handler of the desk that needs nobody to be signed in."""

WHEN_IDLE = {"when_idle": True}
"""The `opt` of a handler that lets an idle session in too, and does not count as something that the person did: for
what a page asks for by itself."""

_DESK_PATH = "/desk"
_ROLE = "needed_role"

Guard = Callable[[ASGIConnection[Any, Any, Any, Any], BaseRouteHandler], Awaitable[None]]


class IdleError(HTTPException):
    """The session is idle: the passcode is wanted before anything is done."""

    status_code = HTTP_423_LOCKED
    detail = "Nothing was done: please give your passcode first."


class RoleError(PermissionDeniedException):
    """The account's role does not reach."""


def requires(role: Role) -> Guard:
    """A guard that lets in whoever is signed in and has `role` or more; `request.user` is then their Account.

    Raises NotAuthorizedException, RoleError, and IdleError where the handler is not `WHEN_IDLE`.
    """

    async def guard(connection: ASGIConnection[Any, Any, Any, Any], handler: BaseRouteHandler) -> None:
        hub = hub_of(connection)
        now = hub.clock()
        key = connection.cookies.get(sessions.COOKIE, "")
        found = await asyncio.to_thread(sessions.find, hub.database, key, now) if key else None
        if found is None:
            raise NotAuthorizedException("Please sign in.")
        connection.scope["user"] = found.account
        connection.scope["auth"] = key
        if not found.account.role.covers(role):
            raise RoleError(f"This page is for {role.label}.")
        if handler.opt.get(*WHEN_IDLE):
            return
        if found.idle(now):
            raise IdleError
        await asyncio.to_thread(sessions.touch, hub.database, key, found, now)

    setattr(guard, _ROLE, role)
    return guard


async def deny_unguarded(connection: ASGIConnection[Any, Any, Any, Any], handler: BaseRouteHandler) -> None:
    """The guard of the whole application: a route of the desk that forgot its guard lets nobody in."""
    path = connection.scope["path"]
    below = path == _DESK_PATH or path.startswith(_DESK_PATH + "/")
    if below and not handler.opt.get(*OPEN) and role_of(handler) is None:
        raise PermissionDeniedException("Nobody may do this.")


def role_of(handler: BaseRouteHandler) -> Role | None:
    """The role that a route needs; None if it names none."""
    for layer in handler.ownership_layers:
        for guard in layer.guards or ():
            role = getattr(guard, _ROLE, None)
            if isinstance(role, Role):
                return role
    return None
