"""The Staff page: who may sign in, as what, and who is signed in now."""

import asyncio
from collections.abc import Callable
from typing import Any, Literal

from litestar import Controller, Request, Response, get, post
from litestar.params import FromPath, URLEncodedBody
from litestar.response import Redirect
from litestar.status_codes import HTTP_200_OK, HTTP_303_SEE_OTHER, HTTP_409_CONFLICT
from msgspec import Struct
from sqlalchemy import Connection

from kiosk.hub.answers import leads, says, shows
from kiosk.hub.desk import audit, staff
from kiosk.hub.desk.accounts import Account
from kiosk.hub.desk.audit import Actor
from kiosk.hub.desk.guard import requires
from kiosk.hub.desk.pages import html, site
from kiosk.hub.desk.roles import Role
from kiosk.hub.desk.sign_in import SETUP_PATH
from kiosk.hub.desk.staff import Member, StaffError
from kiosk.hub.hub import Hub
from kiosk.hub.hubs import hub_of
from kiosk.hub.writing import Writing

STAFF_PATH = "/desk/staff"

_REFUSED = {409: shows("It cannot be: the page says why.")}
_LINK = says({200: shows("The page, with the one-time link."), **_REFUSED})
_DONE = says({303: leads("Done; to the page."), **_REFUSED})

_SAID = {
    "off": "{} is switched off and signed out.",
    "on": "{} can sign in again.",
    "unlock": "{} can sign in at once.",
    "sign-out": "{} is signed out everywhere.",
    "role": "The role of {} is changed.",
}
_STEPS: dict[str, Callable[[Connection, int, Actor, str], str]] = {
    "off": staff.switch_off,
    "on": staff.switch_on,
    "unlock": staff.unlock,
    "sign-out": staff.sign_out,
}


class AddForm(Struct):
    """A new account."""

    name: str = ""
    role: Role = Role.RECEPTIONIST


class RoleForm(Struct):
    """Whose role, and which."""

    handle: str
    role: Role


class WhoForm(Struct):
    """Whose account."""

    handle: str


class Staff(Controller):
    """Everything below /desk/staff."""

    path = STAFF_PATH
    guards = (requires(Role.IT),)

    @get("/", opt=says({200: shows("The page.")}, query={"done": "What was just done, and to whom."}))
    async def page(self, request: Request[Account, str, Any]) -> Response[str]:
        """All accounts."""
        done, _, name = request.query_params.get("done", "").partition(" ")
        said = _SAID[done].format(name[:40]) if done in _SAID and name else ""
        return await _page(request, said=said)

    @post("/add", status_code=HTTP_200_OK, opt=_LINK)
    async def add(self, request: Request[Account, str, Any], data: URLEncodedBody[AddForm]) -> Response[Any]:
        """Makes an account; the answer shows the one-time link."""
        actor = audit.actor_of(request)

        def work(connection: Connection, now: int) -> tuple[str, str]:
            return staff.add(connection, now, actor, data.name, data.role)

        try:
            name, key = await _locked(request, work)
        except ValueError as error:
            return await _page(request, problem=str(error), typed=data, status=HTTP_409_CONFLICT)
        return await _page(request, link=(name, key))

    @post("/reset", status_code=HTTP_200_OK, opt=_LINK)
    async def reset(self, request: Request[Account, str, Any], data: URLEncodedBody[WhoForm]) -> Response[Any]:
        """Voids a passcode; the answer shows the one-time link."""
        if data.handle == request.user.handle:
            problem = "To change your own passcode, use “Change my passcode” behind your name."
            return await _page(request, problem=problem, status=HTTP_409_CONFLICT)
        actor = audit.actor_of(request)

        def work(connection: Connection, now: int) -> tuple[str, str]:
            return staff.reset(connection, now, actor, data.handle)

        try:
            name, key = await _locked(request, work)
        except StaffError as error:
            return await _page(request, problem=str(error), status=HTTP_409_CONFLICT)
        return await _page(request, link=(name, key))

    @post("/role", opt=_DONE)
    async def role(self, request: Request[Account, str, Any], data: URLEncodedBody[RoleForm]) -> Response[Any]:
        """Gives another role."""
        actor = audit.actor_of(request)

        def work(connection: Connection, now: int) -> str:
            return staff.change_role(connection, now, actor, data.handle, data.role)

        return await _then(request, "role", work)

    @post("/{step:str}", opt=_DONE)
    async def step(
        self,
        request: Request[Account, str, Any],
        step: FromPath[Literal["off", "on", "unlock", "sign-out"]],
        data: URLEncodedBody[WhoForm],
    ) -> Response[Any]:
        """Switches off or on, unlocks, or ends the sessions."""
        actor = audit.actor_of(request)

        def work(connection: Connection, now: int) -> str:
            return _STEPS[step](connection, now, actor, data.handle)

        return await _then(request, step, work)


async def _then(
    request: Request[Account, str, Any], done: str, work: Callable[[Connection, int], str]
) -> Response[Any]:
    try:
        name = await _locked(request, work)
    except StaffError as error:
        return await _page(request, problem=str(error), status=HTTP_409_CONFLICT)
    return Redirect(STAFF_PATH, query_params={"done": f"{done} {name}"}, status_code=HTTP_303_SEE_OTHER)


async def _locked(request: Request[Account, str, Any], work: Callable[[Connection, int], Any]) -> Any:
    hub = hub_of(request)

    def job(connection: Connection, writing: Writing) -> Any:
        return work(connection, writing.now)

    return await asyncio.wrap_future(hub.log.submit(job))


async def _page(
    request: Request[Account, str, Any],
    *,
    said: str = "",
    problem: str = "",
    link: tuple[str, str] | None = None,
    typed: AddForm | None = None,
    status: int = HTTP_200_OK,
) -> Response[str]:
    hub = hub_of(request)
    now = hub.clock()
    members = await asyncio.to_thread(_everybody, hub, now)
    return html(
        request,
        "staff.html",
        status=status,
        members=members,
        now=now,
        roles=list(Role),
        said=said,
        problem=problem,
        typed=typed or AddForm(),
        link={"name": link[0], "url": f"{site(request)}{SETUP_PATH}/{link[1]}"} if link else None,
    )


def _everybody(hub: Hub, now: int) -> list[Member]:
    with hub.database.read() as connection:
        return staff.everybody(connection, now)
