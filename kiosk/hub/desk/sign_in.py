"""Signing in and out, and the one-time links that make the first account or set a passcode."""

import asyncio
from typing import Any

import structlog
from litestar import Request, Response, get, post
from litestar.params import FromPath, URLEncodedBody
from litestar.response import Redirect
from litestar.status_codes import (
    HTTP_200_OK,
    HTTP_303_SEE_OTHER,
    HTTP_400_BAD_REQUEST,
    HTTP_404_NOT_FOUND,
)
from msgspec import Struct
from sqlalchemy import Connection

from kiosk.hub.answers import leads, says, shows, tells
from kiosk.hub.desk import accounts, audit, passcodes, sessions, setup_links
from kiosk.hub.desk.accounts import Account
from kiosk.hub.desk.audit import Actor, Area
from kiosk.hub.desk.guard import OPEN
from kiosk.hub.desk.pages import DESK_PATH, html, message
from kiosk.hub.desk.passcodes import WrongError
from kiosk.hub.hub import Hub
from kiosk.hub.hubs import hub_of
from kiosk.hub.writing import Writing

_log = structlog.get_logger(__name__)

SIGN_IN_PATH = "/desk/sign-in"
SIGN_OUT_PATH = "/desk/sign-out"
SETUP_PATH = "/desk/set-up"


class SignInForm(Struct):
    """What the sign-in page sends."""

    name: str = ""
    passcode: str = ""


class SetupForm(SignInForm):
    """What the set-up page sends."""

    key: str = ""


@get(SIGN_IN_PATH, opt=OPEN | says({200: shows("The page.")}))
async def sign_in_page(request: Request[Any, Any, Any]) -> Response[str]:
    """The page to sign in."""
    hub = hub_of(request)
    if not await asyncio.to_thread(accounts.exist, hub.database):
        return message(
            request,
            "Nobody can sign in yet",
            "The hub printed a one-time set-up link when it started. Open it to make the first account.",
            status=HTTP_200_OK,
        )
    return html(request, "sign_in.html", name="", problem="")


@post(
    SIGN_IN_PATH,
    opt=OPEN
    | says(
        {
            303: leads("Signed in; to the Today page."),
            401: shows("Name and passcode do not belong together."),
            429: shows("Too many tries; `Retry-After` says how long to wait."),
        }
    ),
)
async def sign_in(request: Request[Any, Any, Any], data: URLEncodedBody[SignInForm]) -> Response[Any]:
    """Opens a session. Failures are slowed, and told to IT."""
    try:
        account = await passcodes.check(request, data.name, data.passcode)
    except WrongError as wrong:
        response = html(request, "sign_in.html", status=wrong.status, name=data.name[:160], problem=str(wrong))
        response.headers.update(wrong.headers)
        return response
    return await _welcome(request, account)


@post(SIGN_OUT_PATH, opt=OPEN | says({303: leads("Signed out; to the sign-in.")}))
async def sign_out(request: Request[Any, Any, Any]) -> Redirect:
    """Ends the session, here and in the database."""
    hub = hub_of(request)
    if key := request.cookies.get(sessions.COOKIE):
        await asyncio.to_thread(_end, hub, key, audit.address_of(request))
    return Redirect(SIGN_IN_PATH, status_code=HTTP_303_SEE_OTHER, cookies=[sessions.cookie(hub.config, "")])


@get(SETUP_PATH + "/{key:str}", opt=OPEN | says({200: shows("The page.")}))
async def set_up_page(request: Request[Any, Any, Any], key: FromPath[str]) -> Response[str]:
    """The page behind a one-time link."""
    hub = hub_of(request)
    whose = await asyncio.to_thread(setup_links.whose, hub.database, key, hub.clock())
    if whose is None:
        return _used_up(request)
    return html(request, "set_up.html", key=key, whose=whose, name="", problem="")


@post(
    SETUP_PATH,
    opt=OPEN
    | says(
        {
            303: leads("Signed in; to the Today page."),
            400: tells("The name or the passcode cannot be, or the request is not understood."),
            404: shows("The link can no longer be used."),
        }
    ),
)
async def set_up(request: Request[Any, Any, Any], data: URLEncodedBody[SetupForm]) -> Response[Any]:
    """Makes the first account or sets the passcode, and signs in; the link is used up."""
    hub = hub_of(request)
    whose = await asyncio.to_thread(setup_links.whose, hub.database, data.key, hub.clock())
    if whose is None:
        return _used_up(request)
    try:
        if not whose:
            accounts.check_name(data.name)
        hashed = await asyncio.to_thread(accounts.hash_passcode, data.passcode)

        def use(connection: Connection, writing: Writing) -> Account | None:
            account = setup_links.use(connection, data.key, data.name, hashed, writing.now)
            if account is not None:
                actor = Actor(account.name, audit.address_of(request))
                what = "set a passcode by a one-time link" if whose else "made the first account"
                audit.record(connection, writing.now, actor, Area.STAFF, what)
            return account

        account = await asyncio.wrap_future(hub.log.submit(use))
    except ValueError as error:
        return html(
            request,
            "set_up.html",
            status=HTTP_400_BAD_REQUEST,
            key=data.key,
            whose=whose,
            name=data.name[:160],
            problem=str(error),
        )
    if account is None:
        return _used_up(request)
    return await _welcome(request, account)


async def _welcome(request: Request[Any, Any, Any], account: Account) -> Redirect:
    hub = hub_of(request)
    key = await asyncio.to_thread(_open, hub, account, audit.address_of(request))
    _log.info("signed in", account=account.name)
    return Redirect(DESK_PATH, status_code=HTTP_303_SEE_OTHER, cookies=[sessions.cookie(hub.config, key)])


def _open(hub: Hub, account: Account, address: str) -> str:
    now = hub.clock()
    with hub.database.write() as connection:
        key = sessions.open_session(connection, account, address, now)
        audit.record(connection, now, Actor(account.name, address), Area.SIGN_IN, "signed in")
    return key


def _end(hub: Hub, key: str, address: str) -> None:
    now = hub.clock()
    found = sessions.find(hub.database, key, now)
    with hub.database.write() as connection:
        sessions.close_session(connection, key)
        if found is not None:
            audit.record(connection, now, Actor(found.account.name, address), Area.SIGN_IN, "signed out")


def _used_up(request: Request[Any, Any, Any]) -> Response[str]:
    return message(
        request,
        "This link can no longer be used",
        "A set-up link works once and for a day. Whoever looks after the hub (IT) can make another; if nobody has an "
        "account yet, starting the hub again does.",
        status=HTTP_404_NOT_FOUND,
        link=SIGN_IN_PATH,
        link_text="Sign in",
    )
