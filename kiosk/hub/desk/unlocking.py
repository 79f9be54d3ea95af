"""The passcode that an idle session asks for before anything is done."""

import asyncio
import re
from typing import Any
from urllib.parse import urlencode

from litestar import Request, Response, get, post
from litestar.enums import MediaType
from litestar.params import URLEncodedBody
from litestar.response import Redirect
from litestar.status_codes import HTTP_200_OK, HTTP_204_NO_CONTENT, HTTP_303_SEE_OTHER, HTTP_423_LOCKED
from msgspec import Struct

from kiosk.hub.answers import TEXT, Answer, empty, leads, says, shows, tells
from kiosk.hub.desk import audit, passcodes, sessions
from kiosk.hub.desk.accounts import Account
from kiosk.hub.desk.audit import Actor, Area
from kiosk.hub.desk.guard import WHEN_IDLE, IdleError, requires
from kiosk.hub.desk.pages import DESK_PATH, HTMX_HEADER, by_htmx, html, page_of
from kiosk.hub.desk.passcodes import WrongError
from kiosk.hub.desk.roles import Role
from kiosk.hub.hub import Hub
from kiosk.hub.hubs import hub_of

UNLOCK_PATH = "/desk/unlock"

# Only pages of the desk, and nothing that a browser could read as another host.
_OURS = re.compile(r"/desk(/[\w\-/]*)?(\?[\w\-.~%=&+]*)?", re.ASCII)
_NEXT_LIMIT = 500


class UnlockForm(Struct):
    """What the dialog sends, or the page for browsers without scripts."""

    passcode: str = ""
    next: str = ""


@get(
    UNLOCK_PATH,
    guards=[requires(Role.RECEPTIONIST)],
    opt=WHEN_IDLE
    | says(
        {
            200: shows("The page."),
            204: empty("For the page's script: the session is awake."),
            423: Answer("For the page's script: it is idle.", (TEXT,)),
        },
        query={"next": "The page of the desk to go to then."},
        headers={HTMX_HEADER: "`true`: the page's script asks."},
    ),
)
async def unlock_page(request: Request[Account, str, Any]) -> Response[str]:
    """The page that asks for the passcode; for the page's script only whether it has to be asked for."""
    if by_htmx(request):
        hub = hub_of(request)
        found = await asyncio.to_thread(sessions.find, hub.database, request.auth, hub.clock())
        idle = found is None or found.idle(hub.clock())
        return Response("", status_code=HTTP_423_LOCKED if idle else HTTP_204_NO_CONTENT, media_type=MediaType.TEXT)
    wanted = safe_path(request.query_params.get("next", ""))
    return html(request, "unlock.html", status=HTTP_200_OK, next=wanted, problem="", refused=False)


@post(
    UNLOCK_PATH,
    guards=[requires(Role.RECEPTIONIST)],
    opt=WHEN_IDLE
    | says(
        {
            204: empty("For the page's script: the session may act again."),
            303: leads("The session may act again; to the page that was wanted."),
            401: tells("Nobody is signed in, or the passcode is another one."),
            429: tells("Too many tries; `Retry-After` says how long to wait."),
        },
        headers={HTMX_HEADER: "`true`: the page's script asks."},
    ),
)
async def unlock(request: Request[Account, str, Any], data: URLEncodedBody[UnlockForm]) -> Response[Any]:
    """Lets the session act again. A wrong passcode is slowed as at sign-in."""
    hub = hub_of(request)
    try:
        await passcodes.check(request, request.user.name, data.passcode)
    except WrongError as wrong:
        if by_htmx(request):
            return Response(str(wrong), status_code=wrong.status, media_type=MediaType.TEXT, headers=wrong.headers)
        return html(
            request,
            "unlock.html",
            status=wrong.status,
            next=safe_path(data.next),
            problem=str(wrong),
            refused=False,
        )
    await asyncio.to_thread(_note, hub, request.auth, Actor(request.user.name, audit.address_of(request)))
    if by_htmx(request):
        return Response("", status_code=HTTP_204_NO_CONTENT, media_type=MediaType.TEXT)
    return Redirect(safe_path(data.next), status_code=HTTP_303_SEE_OTHER)


def ask(request: Request[Any, Any, Any], error: IdleError) -> Response[Any]:
    """The answer to an idle session that wants to do something, or to see more than Today."""
    path = request.scope["path"]
    if by_htmx(request):
        return Response(error.detail, status_code=error.status_code, media_type=MediaType.TEXT)
    if request.method == "GET":
        query = f"?{request.url.query}" if request.url.query else ""
        wanted = urlencode({"next": safe_path(path + query)})
        return Redirect(f"{UNLOCK_PATH}?{wanted}", status_code=HTTP_303_SEE_OTHER)
    return html(request, "unlock.html", status=error.status_code, next=page_of(path).path, problem="", refused=True)


def safe_path(wanted: str) -> str:
    """The address if it is a page of the desk, else the desk itself: nobody is sent elsewhere."""
    return wanted if len(wanted) <= _NEXT_LIMIT and _OURS.fullmatch(wanted) else DESK_PATH


def _note(hub: Hub, key: str, actor: Actor) -> None:
    now = hub.clock()
    with hub.database.write() as connection:
        sessions.wake(connection, key, now)
        audit.record(connection, now, actor, Area.SIGN_IN, "gave the passcode again")
