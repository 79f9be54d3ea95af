"""Signing in and out, and the one-time page that makes the first account."""

import asyncio
import time
from typing import Any

import structlog
from litestar import Request, Response, get, post
from litestar.params import FromPath, URLEncodedBody
from litestar.response import Redirect
from litestar.status_codes import (
    HTTP_200_OK,
    HTTP_303_SEE_OTHER,
    HTTP_400_BAD_REQUEST,
    HTTP_401_UNAUTHORIZED,
    HTTP_404_NOT_FOUND,
    HTTP_429_TOO_MANY_REQUESTS,
)
from msgspec import Struct
from sqlalchemy import Connection

from kiosk.hub.desk import accounts, sessions
from kiosk.hub.desk.accounts import Account
from kiosk.hub.desk.pages import html, message
from kiosk.hub.hub import Hub
from kiosk.hub.writing import Writing

_log = structlog.get_logger(__name__)

SIGN_IN_PATH = "/desk/sign-in"
SETUP_PATH = "/desk/set-up"
DESK_PATH = "/desk"


class SignInForm(Struct):
    """What the sign-in page sends."""

    name: str = ""
    passcode: str = ""


class SetupForm(SignInForm):
    """What the set-up page sends."""

    key: str = ""


@get(SIGN_IN_PATH)
async def sign_in_page(request: Request[Any, Any, Any]) -> Response[str]:
    """The page to sign in."""
    hub: Hub = request.app.state.hub
    if not await asyncio.to_thread(accounts.exist, hub.database):
        return message(
            request,
            "Nobody can sign in yet",
            "The hub printed a one-time set-up link when it started. Open it to make the first account.",
            status=HTTP_200_OK,
        )
    return html(request, "sign_in.html", name="", problem="")


@post(SIGN_IN_PATH)
async def sign_in(request: Request[Any, Any, Any], data: URLEncodedBody[SignInForm]) -> Response[Any]:
    """Opens a session. Failures are slowed by account and address together."""
    hub: Hub = request.app.state.hub
    address = request.client.host if request.client else ""
    who = f"{address} {accounts.handle_of(data.name[:160])}"
    pause = hub.throttle.wait(who, time.monotonic())
    if pause > 0:
        problem = f"Too many tries. Please wait {int(pause) + 1} seconds."
        response = html(
            request, "sign_in.html", status=HTTP_429_TOO_MANY_REQUESTS, name=data.name[:160], problem=problem
        )
        response.set_header("Retry-After", str(int(pause) + 1))
        return response
    # Counted before it is known: tries at the same moment must not all be free.
    hub.throttle.failed(who, time.monotonic())
    account = await asyncio.to_thread(accounts.verify, hub.database, data.name, data.passcode)
    if account is None:
        _log.warning("sign-in failed", address=address)
        problem = "This name and passcode do not belong together."
        return html(request, "sign_in.html", status=HTTP_401_UNAUTHORIZED, name=data.name[:160], problem=problem)
    hub.throttle.succeeded(who)
    return await _welcome(hub, account)


@post("/desk/sign-out")
async def sign_out(request: Request[Any, Any, Any]) -> Redirect:
    """Ends the session, here and in the database."""
    hub: Hub = request.app.state.hub
    if key := request.cookies.get(sessions.COOKIE):
        await asyncio.to_thread(sessions.close_session, hub.database, key)
    return Redirect(SIGN_IN_PATH, status_code=HTTP_303_SEE_OTHER, cookies=[sessions.cookie(hub.config, "")])


@get(SETUP_PATH + "/{key:str}")
async def set_up_page(request: Request[Any, Any, Any], key: FromPath[str]) -> Response[str]:
    """The page behind the one-time link."""
    hub: Hub = request.app.state.hub
    if not await asyncio.to_thread(accounts.setup_link_is_good, hub.database, key, hub.clock()):
        return _used_up(request)
    return html(request, "set_up.html", key=key, name="", problem="")


@post(SETUP_PATH)
async def set_up(request: Request[Any, Any, Any], data: URLEncodedBody[SetupForm]) -> Response[Any]:
    """Makes the first account and signs it in; the link is used up."""
    hub: Hub = request.app.state.hub
    try:
        name = accounts.check_name(data.name)
        hashed = await asyncio.to_thread(accounts.hash_passcode, data.passcode)

        def make(connection: Connection, writing: Writing) -> Account | None:
            return accounts.use_setup_link(connection, data.key, name, hashed, writing.now)

        account = await asyncio.wrap_future(hub.log.submit(make))
    except ValueError as error:
        return html(
            request,
            "set_up.html",
            status=HTTP_400_BAD_REQUEST,
            key=data.key,
            name=data.name[:160],
            problem=str(error),
        )
    if account is None:
        return _used_up(request)
    _log.info("first account made")
    return await _welcome(hub, account)


async def _welcome(hub: Hub, account: Account) -> Redirect:
    key = await asyncio.to_thread(sessions.open_session, hub.database, account, hub.clock())
    _log.info("signed in", account=account.name)
    return Redirect(DESK_PATH, status_code=HTTP_303_SEE_OTHER, cookies=[sessions.cookie(hub.config, key)])


def _used_up(request: Request[Any, Any, Any]) -> Response[str]:
    return message(
        request,
        "This link can no longer be used",
        "A set-up link works once and for a day. If nobody has an account, start the hub again for a new one.",
        status=HTTP_404_NOT_FOUND,
        link=SIGN_IN_PATH,
        link_text="Sign in",
    )
