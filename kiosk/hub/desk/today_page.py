"""The Today page and what can be done on it, for those who are signed in."""

import asyncio
from functools import partial
from typing import Any
from uuid import UUID, uuid4
from zoneinfo import ZoneInfo

import sqlalchemy as sa
from litestar import Controller, Request, Response, get, post
from litestar.exceptions import NotFoundException, ValidationException
from litestar.params import FromPath, JSONBody, URLEncodedBody
from litestar.response import Redirect
from litestar.status_codes import HTTP_200_OK, HTTP_204_NO_CONTENT, HTTP_303_SEE_OTHER, HTTP_409_CONFLICT
from litestar.types import ASGIApp
from markupsafe import Markup
from sqlalchemy import Connection

from kiosk.hub.answers import empty, leads, says, shows, streams, tells
from kiosk.hub.desk import actions, audit, clicks, entering
from kiosk.hub.desk.accounts import Account
from kiosk.hub.desk.actions import Decide, Decision
from kiosk.hub.desk.clicks import Click, Outcome
from kiosk.hub.desk.guard import WHEN_IDLE, requires
from kiosk.hub.desk.pages import HTMX_HEADER, by_htmx, csrf_token, html, one_line_feed
from kiosk.hub.desk.roles import Role
from kiosk.hub.desk.sessions import while_open
from kiosk.hub.desk.today import LANGUAGES
from kiosk.hub.desk.today_forms import (
    CallForm,
    CloseForm,
    EnterForm,
    QuoteForm,
    ResolveForm,
    SeenForm,
    ShownReport,
    UndoForm,
)
from kiosk.hub.desk.undo import undo
from kiosk.hub.event_stream import EventStream
from kiosk.hub.hub import Hub
from kiosk.hub.hubs import hub_of
from kiosk.hub.projections import load, load_events
from kiosk.hub.schema import concern
from kiosk.hub.tenant import mine
from kiosk.visits.text import COMMENT_LENGTH, NAME_LENGTH, clean

CLICK_HEADER = "Kiosk-Click"
"""The id that the page gave to a click."""

_CLICK = says(
    {
        200: shows("For the page's script: what came of the click, in one sentence."),
        303: leads("Done; to the Today page."),
        400: tells("The request is not understood."),
        409: shows("Things have changed meanwhile, and nothing was done: the Today page says what."),
    },
    headers={CLICK_HEADER: "The id that the page gave to this click.", HTMX_HEADER: "`true`: the page's script asks."},
)


class Desk(Controller):
    """Everything below /desk that needs a person."""

    path = "/desk"
    guards = (requires(Role.RECEPTIONIST),)

    @get(
        "/",
        opt=WHEN_IDLE
        | says({200: shows("The page.")}, query={"visit": "Whose last click can be taken back.", "undo": "Its facts."}),
    )
    async def today(self, request: Request[Account, str, Any]) -> Response[str]:
        """The whole page, complete without any script."""
        return await _page(request, "", HTTP_200_OK)

    @get("/live", opt=WHEN_IDLE | says({200: streams("The page's content, now and after every change.")}))
    async def live(self, request: Request[Account, str, Any]) -> ASGIApp:
        """The page's content after every change, as server-sent events."""
        hub = hub_of(request)
        return EventStream(while_open(hub.database, hub.clock, request.auth, hub.board.messages(csrf_token(request))))

    @post("/visits/{visit:uuid}/seen", opt=_CLICK)
    async def seen(
        self,
        request: Request[Account, str, Any],
        visit: FromPath[UUID],
        data: URLEncodedBody[SeenForm],
    ) -> Response[Any]:
        """Seen."""
        return await _act(request, visit, actions.see(request.user.name, data.minutes))

    @post("/visits/{visit:uuid}/quote", opt=_CLICK)
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

    @post("/visits/{visit:uuid}/call", opt=_CLICK)
    async def call(
        self,
        request: Request[Account, str, Any],
        visit: FromPath[UUID],
        data: URLEncodedBody[CallForm],
    ) -> Response[Any]:
        """The call to a place."""
        hub = hub_of(request)
        if data.place not in hub.config.practice.places:
            raise ValidationException("There is no such place in this practice.")
        return await _act(request, visit, actions.call(request.user.name, data.place, drawn=_time(data.drawn)))

    @post("/visits/{visit:uuid}/close", opt=_CLICK)
    async def close(
        self,
        request: Request[Account, str, Any],
        visit: FromPath[UUID],
        data: URLEncodedBody[CloseForm],
    ) -> Response[Any]:
        """Checked out, left, or arrived twice."""
        if data.how != "ask":
            return await _act(request, visit, actions.close(request.user.name, data.how))
        hub = hub_of(request)
        if not hub.config.hub.checkout_tablet:
            raise ValidationException("No tablet here asks how it was.")
        decide = actions.close(request.user.name, "checked_out", ask_on=hub.config.hub.checkout_tablet)
        return await _act(request, visit, decide)

    @post("/concerns/{key:uuid}/claim", opt=_CLICK)
    async def claim(self, request: Request[Account, str, Any], key: FromPath[UUID]) -> Response[Any]:
        """ "I'm going"."""
        visit = await asyncio.to_thread(_visit_of, hub_of(request), key)
        return await _act(request, visit, actions.claim(request.user.name, key))

    @post("/concerns/{key:uuid}/resolve", opt=_CLICK)
    async def resolve(
        self,
        request: Request[Account, str, Any],
        key: FromPath[UUID],
        data: URLEncodedBody[ResolveForm],
    ) -> Response[Any]:
        """What came of it."""
        note = _clean(data.note, COMMENT_LENGTH, "note", lines=True)
        visit = await asyncio.to_thread(_visit_of, hub_of(request), key)
        return await _act(request, visit, actions.resolve(request.user.name, key, data.outcome, note))

    @post("/arrivals", opt=_CLICK)
    async def enter(self, request: Request[Account, str, Any], data: URLEncodedBody[EnterForm]) -> Response[Any]:
        """An arrival of somebody who does not use the tablet."""
        hub = hub_of(request)
        if data.language not in hub.config.practice.languages:
            raise ValidationException("The practice does not speak this language.")
        look = partial(
            entering.look,
            key=data.visit,
            by=request.user.name,
            name=_clean(data.name, NAME_LENGTH, "name"),
            language=data.language,
            minutes=data.minutes,
            letter=hub.config.hub.desk_letter,
            zone=ZoneInfo(hub.config.practice.timezone),
        )
        return await _record(request, data.visit, look)

    @post("/visits/{visit:uuid}/undo", opt=_CLICK)
    async def undo(
        self,
        request: Request[Account, str, Any],
        visit: FromPath[UUID],
        data: URLEncodedBody[UndoForm],
    ) -> Response[Any]:
        """Takes a click back."""
        try:
            facts = {UUID(each) for each in data.facts.split(",")}
        except ValueError:
            raise ValidationException("Give the ids of facts.") from None
        decide = undo(request.user.name, facts)
        return await _record(request, visit, lambda connection, now: decide(load_events(connection, visit), now))

    @post("/clicks/{click:uuid}", opt=says({200: shows("What became of it.")}))
    async def ask(self, request: Request[Account, str, Any], click: FromPath[UUID]) -> Response[Any]:
        """What became of a click whose answer did not come; from now on it can have no effect."""
        hub = hub_of(request)
        outcome = await asyncio.wrap_future(hub.log.submit(clicks.ask(Click(click, request.user.handle))))
        return _said(request, None, outcome)

    @post(
        "/shown",
        status_code=HTTP_204_NO_CONTENT,
        opt=WHEN_IDLE | says({204: empty("Noted."), 404: tells("One of the concerns is not known here.")}),
    )
    async def shown(self, request: Request[Account, str, Any], data: JSONBody[ShownReport]) -> None:
        """The page reports what it has drawn."""
        hub = hub_of(request)
        wanted = [(visit, actions.show()) for visit in data.visits]
        for key in data.concerns:
            visit = await asyncio.to_thread(_visit_of, hub, key)
            wanted.append((visit, actions.show(key)))
        jobs = [clicks.perform(_on(visit, decide), None) for visit, decide in wanted]
        await asyncio.gather(*(asyncio.wrap_future(hub.log.submit(job)) for job in jobs))


async def _act(request: Request[Account, str, Any], visit: UUID, decide: Decide) -> Response[Any]:
    return await _record(request, visit, _on(visit, decide))


async def _record(request: Request[Account, str, Any], visit: UUID, look: clicks.Look) -> Response[Any]:
    """Decides within the log's transaction, so that of two clicks at once the second sees the first."""
    hub = hub_of(request)
    outcome = await asyncio.wrap_future(hub.log.submit(clicks.perform(look, _click(request), audit.actor_of(request))))
    if by_htmx(request):
        return _said(request, visit, outcome)
    if outcome.done:
        undoable = ",".join(map(str, outcome.undoable))
        query = f"?visit={visit}&undo={undoable}" if undoable else ""
        return Redirect(f"/desk{query}", status_code=HTTP_303_SEE_OTHER)
    return await _page(request, outcome.say, HTTP_409_CONFLICT)


def _on(visit: UUID, decide: Decide) -> clicks.Look:
    def look(connection: Connection, now: int) -> Decision:
        return decide(load(connection, visit), now)

    return look


def _click(request: Request[Account, str, Any]) -> Click | None:
    named = request.headers.get(CLICK_HEADER)
    if not named:
        return None
    try:
        return Click(UUID(named), request.user.handle)
    except ValueError:
        raise ValidationException("A click is named by a UUID.") from None


def _said(request: Request[Account, str, Any], visit: UUID | None, outcome: Outcome) -> Response[Any]:
    """The sentence for the page's script, with what takes the click back."""
    return html(request, "notice.html", said=outcome.say, done=outcome.done, visit=visit, undoable=outcome.undoable)


async def _page(request: Request[Account, str, Any], notice: str, status: int) -> Response[str]:
    hub = hub_of(request)
    rendered = await hub.board.latest(fresh=True)
    board = Markup(rendered.for_page(csrf_token(request), hub.clock()))  # noqa: S704 - made by our own template
    return html(
        request,
        "today.html",
        status=status,
        account=request.user,
        notice=notice,
        undo=_undo_offered(request),
        board=board,
        languages={tag: LANGUAGES[tag] for tag in hub.config.practice.languages},
        letter=hub.config.hub.desk_letter,
        new_visit=uuid4(),
    )


def _undo_offered(request: Request[Account, str, Any]) -> tuple[UUID, tuple[UUID, ...]] | None:
    """What a browser without scripts has just done, by the address it was sent to; checked when it is used."""
    try:
        visit = UUID(request.query_params.get("visit", ""))
        return visit, tuple(UUID(each) for each in request.query_params.get("undo", "").split(",")[:4])
    except ValueError:
        return None


def _clean(text: str, limit: int, what: str, *, lines: bool = False) -> str:
    try:
        return clean(one_line_feed(text), limit=limit, lines=lines)
    except ValueError as error:
        raise ValidationException(f"The {what} cannot be kept: {error}.") from None


def _visit_of(hub: Hub, key: UUID) -> UUID:
    with hub.database.read() as connection:
        row = connection.execute(
            sa.select(concern.c.visit).where(mine(connection, concern), concern.c.concern == str(key))
        ).first()
    if row is None:
        raise NotFoundException("This concern is not known here.")
    return UUID(row.visit)


def _time(drawn: str) -> int | None:
    return int(drawn) if drawn else None
