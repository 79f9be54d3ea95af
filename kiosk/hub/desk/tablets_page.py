"""The Tablets page: how each is doing, letting new ones in, renaming, revoking, and finding one among several."""

import asyncio
from collections.abc import Callable
from typing import Any

from litestar import Controller, Request, Response, get, post
from litestar.params import URLEncodedBody
from litestar.response import Redirect
from litestar.status_codes import HTTP_200_OK, HTTP_303_SEE_OTHER, HTTP_409_CONFLICT
from msgspec import Struct
from sqlalchemy import Connection

from kiosk.hub import enrolment, tablets, tokens
from kiosk.hub.answers import leads, says, shows
from kiosk.hub.desk import audit
from kiosk.hub.desk.accounts import Account
from kiosk.hub.desk.audit import Area
from kiosk.hub.desk.guard import requires
from kiosk.hub.desk.pages import html
from kiosk.hub.desk.roles import Role
from kiosk.hub.enrolment import Asking
from kiosk.hub.hub import Hub
from kiosk.hub.hubs import hub_of
from kiosk.hub.live import server_sent
from kiosk.hub.tablets import Known, TabletError
from kiosk.hub.writing import Writing
from kiosk.visits.wire import RENEW_TOKEN, SHOW_YOURSELF, ShowYourself, encoder

TABLETS_PATH = "/desk/tablets"
LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"

_SAID = {
    "in": "{} is let in. It begins by itself within a few seconds.",
    "no": "The tablet with the code {} is not let in.",
    "renamed": "It is called {} now.",
    "revoked": "{} is let in no more.",
    "shown": "{} shows its name for 20 seconds.",
    "renewing": "{} gets another token as soon as it is connected; nobody has to go there.",
}


_DONE = says({303: leads("Done; to the page."), 409: shows("It cannot be: the page says why.")})


class DeviceForm(Struct):
    """Which tablet."""

    device: str


class NameForm(Struct):
    """Which tablet, and its new name."""

    device: str
    name: str = ""


class EnrolForm(Struct):
    """Who shows the code, and what it shall be."""

    code: str = ""
    name: str = ""
    place: str = ""
    letter: str = ""


class CodeForm(Struct):
    """Who shows the code."""

    code: str = ""


class Tablets(Controller):
    """Everything below /desk/tablets."""

    path = TABLETS_PATH
    guards = (requires(Role.IT),)

    @get("/", opt=says({200: shows("The page.")}, query={"done": "What was just done, and to which."}))
    async def page(self, request: Request[Account, str, Any]) -> Response[str]:
        """All tablets."""
        done, _, name = request.query_params.get("done", "").partition(" ")
        said = _SAID[done].format(name[: tablets.NAME_LENGTH]) if done in _SAID and name else ""
        return await _page(request, said=said)

    @get("/enrol", opt=says({200: shows("The page.")}, query={"code": "Which the new tablet shows."}))
    async def enrol_page(self, request: Request[Account, str, Any]) -> Response[str]:
        """The page that a new tablet's QR code leads to."""
        return await _enrol_page(request, EnrolForm(code=request.query_params.get("code", "")[:20]))

    @post("/enrol", opt=_DONE)
    async def enrol(self, request: Request[Account, str, Any], data: URLEncodedBody[EnrolForm]) -> Response[Any]:
        """Lets the tablet in that shows the code."""
        hub = hub_of(request)
        actor = audit.actor_of(request)

        def work(connection: Connection, now: int) -> str | None:
            if enrolment.find(connection, data.code, now) is None:
                return None
            device = tablets.admit(
                connection, hub.config, name=data.name, place=data.place, letter=data.letter, now=now
            )
            enrolment.approve(connection, data.code, device)
            known = tablets.get(connection, device)
            changes = {"place": ("", known.place), "letter": ("", known.letter), "device": ("", device)}
            audit.record(connection, now, actor, Area.TABLETS, "let in", known.name, changes)
            return known.name

        try:
            name = await _locked(request, work)
        except ValueError as error:
            return await _enrol_page(request, data, problem=str(error), status=HTTP_409_CONFLICT)
        if name is None:
            return await _enrol_page(request, data, status=HTTP_409_CONFLICT)
        return _done("in", name)

    @post("/deny", opt=_DONE)
    async def deny(self, request: Request[Account, str, Any], data: URLEncodedBody[CodeForm]) -> Response[Any]:
        """Does not let in the tablet that shows the code."""
        actor = audit.actor_of(request)

        def work(connection: Connection, now: int) -> Asking | None:
            found = enrolment.find(connection, data.code, now)
            if found is not None:
                enrolment.deny(connection, data.code)
                changes = {"address": ("", found.address)}
                audit.record(connection, now, actor, Area.TABLETS, "did not let in", found.user_code, changes)
            return found

        found = await _locked(request, work)
        if found is None:
            return await _enrol_page(request, EnrolForm(code=data.code[:20]), status=HTTP_409_CONFLICT)
        return _done("no", found.user_code)

    @post("/rename", opt=_DONE)
    async def rename(self, request: Request[Account, str, Any], data: URLEncodedBody[NameForm]) -> Response[Any]:
        """Gives another name."""
        actor = audit.actor_of(request)

        def work(connection: Connection, now: int) -> str:
            old, new = tablets.rename(connection, data.device, data.name)
            if old != new:
                audit.record(connection, now, actor, Area.TABLETS, "renamed", new, {"name": (old, new)})
            return new

        return await _then(request, "renamed", work)

    @post("/revoke", opt=_DONE)
    async def revoke(self, request: Request[Account, str, Any], data: URLEncodedBody[DeviceForm]) -> Response[Any]:
        """Lets the tablet in no more, from this moment on."""
        hub = hub_of(request)
        actor = audit.actor_of(request)

        def work(connection: Connection, now: int) -> str:
            known = tablets.revoke(connection, data.device, now)
            enrolment.settle(connection, data.device)
            if known.revoked_at is None:
                audit.record(connection, now, actor, Area.TABLETS, "revoked", known.name)
            return known.name

        response = await _then(request, "revoked", work)
        await hub.drop_tablet(data.device)
        return response

    @post("/renew", opt=_DONE)
    async def renew(self, request: Request[Account, str, Any], data: URLEncodedBody[DeviceForm]) -> Response[Any]:
        """Has the tablet get itself another token; the one that it has is good until then."""
        hub = hub_of(request)
        actor = audit.actor_of(request)

        def work(connection: Connection, now: int) -> str:
            name = tokens.ask(connection, data.device, now)
            audit.record(connection, now, actor, Area.TABLETS, "asked for another token", name)
            return name

        response = await _then(request, "renewing", work)
        if isinstance(response, Redirect):
            await hub.tell_tablet(data.device, server_sent(RENEW_TOKEN, b"{}"))
        return response

    @post("/show", opt=_DONE)
    async def show(self, request: Request[Account, str, Any], data: URLEncodedBody[DeviceForm]) -> Response[Any]:
        """Has the tablet show its name, so that whoever stands before several finds it."""
        hub = hub_of(request)
        try:
            known = await asyncio.to_thread(_read, hub, lambda connection: tablets.get(connection, data.device))
        except TabletError as error:
            return await _page(request, problem=str(error), status=HTTP_409_CONFLICT)
        message = server_sent(SHOW_YOURSELF, encoder.encode(ShowYourself(name=known.name)))
        if known.revoked_at is not None or not await hub.tell_tablet(data.device, message):
            return await _page(request, problem=f"{known.name} is not connected just now.", status=HTTP_409_CONFLICT)
        return _done("shown", known.name)


async def _then(
    request: Request[Account, str, Any], done: str, work: Callable[[Connection, int], str]
) -> Response[Any]:
    try:
        name = await _locked(request, work)
    except ValueError as error:
        return await _page(request, problem=str(error), status=HTTP_409_CONFLICT)
    return _done(done, name)


def _done(done: str, name: str) -> Redirect:
    return Redirect(TABLETS_PATH, query_params={"done": f"{done} {name}"}, status_code=HTTP_303_SEE_OTHER)


async def _locked(request: Request[Account, str, Any], work: Callable[[Connection, int], Any]) -> Any:
    hub = hub_of(request)

    def job(connection: Connection, writing: Writing) -> Any:
        return work(connection, writing.now)

    return await asyncio.wrap_future(hub.log.submit(job))


def _read(hub: Hub, work: Callable[[Connection], Any]) -> Any:
    with hub.database.read() as connection:
        return work(connection)


async def _page(
    request: Request[Account, str, Any], *, said: str = "", problem: str = "", status: int = HTTP_200_OK
) -> Response[str]:
    hub = hub_of(request)
    now = hub.clock()

    def look(connection: Connection) -> tuple[list[Known], list[Asking]]:
        return tablets.everybody(connection), enrolment.waiting(connection, now)

    found, waiting = await asyncio.to_thread(_read, hub, look)
    let_in = [each for each in found if each.revoked_at is None]
    return html(
        request,
        "tablets.html",
        status=status,
        tablets=[(each, each.conditions(now, let_in), hub.live.is_listening(each.device)) for each in let_in],
        revoked=[each for each in found if each.revoked_at is not None],
        waiting=waiting,
        fingerprint=hub.fingerprint,
        now=now,
        said=said,
        problem=problem,
    )


async def _enrol_page(
    request: Request[Account, str, Any], typed: EnrolForm, *, problem: str = "", status: int = HTTP_200_OK
) -> Response[str]:
    hub = hub_of(request)
    now = hub.clock()

    def look(connection: Connection) -> tuple[Asking | None, set[str]]:
        taken = {each.letter for each in tablets.everybody(connection) if each.revoked_at is None}
        return enrolment.find(connection, typed.code, now), taken

    found, taken = await asyncio.to_thread(_read, hub, look)
    free = [letter for letter in LETTERS if letter not in taken and letter != hub.config.hub.desk_letter]
    return html(
        request,
        "enrol.html",
        status=status,
        asking=found,
        typed=typed,
        problem=problem,
        letters=free,
        fingerprint=hub.fingerprint,
        now=now,
    )
