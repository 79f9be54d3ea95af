"""The page by which everybody changes their own passcode."""

import asyncio
from typing import Any

from litestar import Request, Response, get, post
from litestar.params import URLEncodedBody
from litestar.status_codes import HTTP_200_OK, HTTP_400_BAD_REQUEST
from msgspec import Struct
from sqlalchemy import Connection

from kiosk.hub.answers import says, shows, tells
from kiosk.hub.desk import accounts, audit, passcodes, sessions
from kiosk.hub.desk.accounts import Account
from kiosk.hub.desk.audit import Area
from kiosk.hub.desk.guard import requires
from kiosk.hub.desk.pages import html
from kiosk.hub.desk.passcodes import WrongError
from kiosk.hub.desk.roles import Role
from kiosk.hub.hubs import hub_of
from kiosk.hub.schema import staff
from kiosk.hub.writing import Writing

PASSCODE_PATH = "/desk/passcode"


class PasscodeForm(Struct):
    """The old one, and the new one."""

    old: str = ""
    new: str = ""


@get(PASSCODE_PATH, guards=[requires(Role.RECEPTIONIST)], opt=says({200: shows("The page.")}))
async def passcode_page(request: Request[Account, str, Any]) -> Response[str]:
    """The page."""
    return html(request, "passcode.html", problem="", done=False)


@post(
    PASSCODE_PATH,
    guards=[requires(Role.RECEPTIONIST)],
    status_code=HTTP_200_OK,
    opt=says(
        {
            200: shows("It is changed."),
            400: tells("The new one cannot be, or the request is not understood."),
            401: tells("Nobody is signed in, or the old passcode is another one."),
            429: shows("Too many tries; `Retry-After` says how long to wait."),
        }
    ),
)
async def change_passcode(request: Request[Account, str, Any], data: URLEncodedBody[PasscodeForm]) -> Response[str]:
    """Sets the new passcode; the person's sessions elsewhere end."""
    hub = hub_of(request)
    try:
        hashed = await asyncio.to_thread(accounts.hash_passcode, data.new)
        await passcodes.check(request, request.user.name, data.old)
    except ValueError as error:
        return html(request, "passcode.html", status=HTTP_400_BAD_REQUEST, problem=str(error), done=False)
    except WrongError as wrong:
        problem = "The passcode you have now is another one." if not wrong.retry_after_s else str(wrong)
        response = html(request, "passcode.html", status=wrong.status, problem=problem, done=False)
        response.headers.update(wrong.headers)
        return response
    user, key, actor = request.user, request.auth, audit.actor_of(request)

    def change(connection: Connection, writing: Writing) -> None:
        connection.execute(staff.update().where(*accounts.row_of(connection, user.handle)).values(passcode=hashed))
        sessions.end_all(connection, user.handle, but=key)
        audit.record(connection, writing.now, actor, Area.SIGN_IN, "changed their passcode")

    await asyncio.wrap_future(hub.log.submit(change))
    return html(request, "passcode.html", problem="", done=True)
