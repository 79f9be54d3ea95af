"""The Today page and what can be done on it, for those who are signed in."""

import asyncio
from typing import Annotated, Any, Literal
from uuid import UUID

import sqlalchemy as sa
from litestar import Controller, Request, Response, get, post
from litestar.enums import MediaType
from litestar.exceptions import NotFoundException, ValidationException
from litestar.params import FromPath, JSONBody, URLEncodedBody
from litestar.response import Redirect, Stream
from litestar.status_codes import HTTP_200_OK, HTTP_204_NO_CONTENT, HTTP_303_SEE_OTHER, HTTP_409_CONFLICT
from markupsafe import Markup, escape
from msgspec import Meta, Struct
from sqlalchemy import Connection

from kiosk.hub.desk import actions
from kiosk.hub.desk.accounts import Account
from kiosk.hub.desk.actions import Decide, Decision
from kiosk.hub.desk.guard import WHEN_IDLE, requires
from kiosk.hub.desk.pages import by_htmx, csrf_token, html
from kiosk.hub.desk.roles import Role
from kiosk.hub.desk.sessions import while_open
from kiosk.hub.hub import Hub
from kiosk.hub.log import Work
from kiosk.hub.projections import load
from kiosk.hub.schema import PRACTICE, concern
from kiosk.hub.writing import Writing
from kiosk.visits.promise import Minutes
from kiosk.visits.text import COMMENT_LENGTH, clean

More = Annotated[int, Meta(ge=1, le=60)]
Drawn = Annotated[str, Meta(pattern="^[0-9]{0,15}$")]
"""The time in ms that the card on the page showed; empty if there was none."""


class SeenForm(Struct):
    """Seen, with or without a wait."""

    minutes: Minutes | None = None


class QuoteForm(Struct):
    """A wait from now, or so much more than is left."""

    minutes: Minutes | None = None
    more: More | None = None
    drawn: Drawn = ""


class CallForm(Struct):
    """Where to."""

    place: str
    drawn: Drawn = ""


class CloseForm(Struct):
    """How the visit ended; `ask` is checked out, and asked how it was on the tablet for that."""

    how: actions.How | Literal["ask"]


class ResolveForm(Struct):
    """What came of a concern."""

    outcome: actions.Result
    note: str = ""


class ShownReport(Struct):
    """Cards that the page has really drawn."""

    visits: Annotated[list[UUID], Meta(max_length=500)] = []
    concerns: Annotated[list[UUID], Meta(max_length=500)] = []


class Desk(Controller):
    """Everything below /desk that needs a person."""

    path = "/desk"
    guards = (requires(Role.RECEPTIONIST),)

    @get("/", opt=WHEN_IDLE)
    async def today(self, request: Request[Account, str, Any]) -> Response[str]:
        """The whole page, complete without any script."""
        return await _page(request, "", HTTP_200_OK)

    @get("/live", opt=WHEN_IDLE)
    async def live(self, request: Request[Account, str, Any]) -> Stream:
        """The page's content after every change, as server-sent events."""
        hub: Hub = request.app.state.hub
        return Stream(
            while_open(hub.database, hub.clock, request.auth, hub.board.messages(csrf_token(request))),
            media_type="text/event-stream",
            headers={"Cache-Control": "no-store", "X-Accel-Buffering": "no"},
        )

    @post("/visits/{visit:uuid}/seen")
    async def seen(
        self,
        request: Request[Account, str, Any],
        visit: FromPath[UUID],
        data: URLEncodedBody[SeenForm],
    ) -> Response[Any]:
        """Seen."""
        return await _act(request, visit, actions.see(request.user.name, data.minutes))

    @post("/visits/{visit:uuid}/quote")
    async def quote(
        self,
        request: Request[Account, str, Any],
        visit: FromPath[UUID],
        data: URLEncodedBody[QuoteForm],
    ) -> Response[Any]:
        """A new wait."""
        if (data.minutes is None) == (data.more is None):
            raise ValidationException("Give either minutes or more.")
        decide = actions.quote(request.user.name, minutes=data.minutes, more=data.more, drawn=_time(data.drawn))
        return await _act(request, visit, decide)

    @post("/visits/{visit:uuid}/call")
    async def call(
        self,
        request: Request[Account, str, Any],
        visit: FromPath[UUID],
        data: URLEncodedBody[CallForm],
    ) -> Response[Any]:
        """The call to a place."""
        hub: Hub = request.app.state.hub
        if data.place not in hub.config.practice.places:
            raise ValidationException("There is no such place in this practice.")
        return await _act(request, visit, actions.call(request.user.name, data.place, drawn=_time(data.drawn)))

    @post("/visits/{visit:uuid}/close")
    async def close(
        self,
        request: Request[Account, str, Any],
        visit: FromPath[UUID],
        data: URLEncodedBody[CloseForm],
    ) -> Response[Any]:
        """Checked out, left, or arrived twice."""
        if data.how != "ask":
            return await _act(request, visit, actions.close(request.user.name, data.how))
        hub: Hub = request.app.state.hub
        if not hub.config.hub.checkout_tablet:
            raise ValidationException("No tablet here asks how it was.")
        decide = actions.close(request.user.name, "checked_out", ask_on=hub.config.hub.checkout_tablet)
        return await _act(request, visit, decide)

    @post("/concerns/{key:uuid}/claim")
    async def claim(self, request: Request[Account, str, Any], key: FromPath[UUID]) -> Response[Any]:
        """ "I'm going"."""
        visit = await asyncio.to_thread(_visit_of, request.app.state.hub, key)
        return await _act(request, visit, actions.claim(request.user.name, key))

    @post("/concerns/{key:uuid}/resolve")
    async def resolve(
        self,
        request: Request[Account, str, Any],
        key: FromPath[UUID],
        data: URLEncodedBody[ResolveForm],
    ) -> Response[Any]:
        """What came of it."""
        try:
            note = clean(data.note, limit=COMMENT_LENGTH, lines=True)
        except ValueError as error:
            raise ValidationException(f"The note cannot be kept: {error}.") from None
        visit = await asyncio.to_thread(_visit_of, request.app.state.hub, key)
        return await _act(request, visit, actions.resolve(request.user.name, key, data.outcome, note))

    @post("/shown", status_code=HTTP_204_NO_CONTENT, opt=WHEN_IDLE)
    async def shown(self, request: Request[Account, str, Any], data: JSONBody[ShownReport]) -> None:
        """The page reports what it has drawn."""
        hub: Hub = request.app.state.hub
        wanted = [(visit, actions.show()) for visit in data.visits]
        for key in data.concerns:
            visit = await asyncio.to_thread(_visit_of, hub, key)
            wanted.append((visit, actions.show(key)))
        await asyncio.gather(*(asyncio.wrap_future(hub.log.submit(_job(visit, decide))) for visit, decide in wanted))


async def _act(request: Request[Account, str, Any], visit: UUID, decide: Decide) -> Response[Any]:
    hub: Hub = request.app.state.hub
    decision = await asyncio.wrap_future(hub.log.submit(_job(visit, decide)))
    if by_htmx(request):
        tone = "done" if decision.done else "instead"
        text = Markup('<span class="{}">{}</span>').format(tone, escape(decision.say))
        return Response(str(text), status_code=HTTP_200_OK, media_type=MediaType.HTML)
    if decision.done:
        return Redirect("/desk", status_code=HTTP_303_SEE_OTHER)
    return await _page(request, decision.say, HTTP_409_CONFLICT)


async def _page(request: Request[Account, str, Any], notice: str, status: int) -> Response[str]:
    hub: Hub = request.app.state.hub
    rendered = await hub.board.latest(fresh=True)
    board = Markup(rendered.for_page(csrf_token(request), hub.clock()))  # noqa: S704 - made by our own template
    return html(request, "today.html", status=status, account=request.user, notice=notice, board=board)


def _job(visit: UUID, decide: Decide) -> Work[Decision]:
    """The decision within the log's transaction, so that of two clicks at once the second sees the first."""

    def work(connection: Connection, writing: Writing) -> Decision:
        writing.lock()
        decision = decide(load(connection, visit), writing.now)
        for make in decision.facts:
            writing.mint(make)
        return decision

    return work


def _visit_of(hub: Hub, key: UUID) -> UUID:
    with hub.database.read() as connection:
        row = connection.execute(
            sa.select(concern.c.visit).where(concern.c.practice == PRACTICE, concern.c.concern == str(key))
        ).first()
    if row is None:
        raise NotFoundException("This concern is not known here.")
    return UUID(row.visit)


def _time(drawn: str) -> int | None:
    return int(drawn) if drawn else None
