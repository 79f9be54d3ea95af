"""The phone page: the wait in a pocket, behind a link that nobody can guess and that dies with the visit."""

import asyncio
from collections.abc import AsyncIterator
from typing import Annotated, Any
from uuid import UUID

import sqlalchemy as sa
from jinja2 import Environment
from litestar import Controller, Request, Response, get, post
from litestar.enums import MediaType
from litestar.params import FromPath, URLEncodedBody
from litestar.response import Redirect, Stream
from litestar.status_codes import HTTP_200_OK, HTTP_303_SEE_OTHER, HTTP_404_NOT_FOUND
from msgspec import Meta, Struct

from kiosk.hub.database import Database
from kiosk.hub.desk import clicks, phone_actions
from kiosk.hub.desk.actions import Decide
from kiosk.hub.desk.languages import SOURCE, Words, preferred, words
from kiosk.hub.desk.pages import by_htmx
from kiosk.hub.desk.phone_view import AFTER_MS, describe, is_alive
from kiosk.hub.desk.today import LANGUAGES
from kiosk.hub.hub import Hub
from kiosk.hub.live import server_sent
from kiosk.hub.projections import load
from kiosk.hub.schema import PRACTICE, event, visit
from kiosk.hub.secret import digest
from kiosk.visits.rating import Stars, Topic
from kiosk.visits.visit import Visit

PATH = "/v"

HEARTBEAT_S = 5.0
"""How often an open page is looked at without news: a target passes, a promise ends, a bar grows."""

_COALESCE_S = 0.1
_KEY_LENGTH = 200
_OVER = "over"
_TICK = "tick"


class HelpForm(Struct):
    """How many calls the page knew of, so that a form sent twice calls once."""

    calls: Annotated[int, Meta(ge=0, le=1000)]


class ConfirmForm(Struct):
    """Whether it is put right."""

    concern: UUID
    put_right: bool


class RateForm(Struct):
    """One tap on a star."""

    stars: Stars


class ExplainForm(Struct):
    """A topic, and whether it is meant."""

    topic: Topic
    on: bool


class Phone(Controller):
    """Whoever knows the key in the path sees the visit; there is no other sign-in, and no cookie."""

    path = PATH + "/{key:str}"

    @get("/")
    async def page(self, request: Request[Any, Any, Any], key: FromPath[str]) -> Response[str]:
        """The page; 404 with a kind sentence for a key of no visit, or of one that is over."""
        return await _page(request, key)

    @get("/live")
    async def live(self, request: Request[Any, Any, Any], key: FromPath[str]) -> Stream:
        """What the page says after every change, as server-sent events."""
        return Stream(
            _messages(request, key),
            media_type="text/event-stream",
            headers={"Cache-Control": "no-store", "X-Accel-Buffering": "no"},
        )

    @post("/help")
    async def call(
        self, request: Request[Any, Any, Any], key: FromPath[str], data: URLEncodedBody[HelpForm]
    ) -> Response[Any]:
        """ "I need help"."""
        return await _tap(request, key, phone_actions.call_for_help(data.calls))

    @post("/confirm")
    async def confirm(
        self, request: Request[Any, Any, Any], key: FromPath[str], data: URLEncodedBody[ConfirmForm]
    ) -> Response[Any]:
        """Whether it is put right."""
        return await _tap(request, key, phone_actions.confirm(data.concern, data.put_right))

    @post("/rate")
    async def rate(
        self, request: Request[Any, Any, Any], key: FromPath[str], data: URLEncodedBody[RateForm]
    ) -> Response[Any]:
        """Stars."""
        return await _tap(request, key, phone_actions.rate(data.stars))

    @post("/explain")
    async def explain(
        self, request: Request[Any, Any, Any], key: FromPath[str], data: URLEncodedBody[ExplainForm]
    ) -> Response[Any]:
        """What the stars are about."""
        return await _tap(request, key, phone_actions.explain(data.topic, data.on))


def find(database: Database, key: str, now: int) -> Visit | None:
    """The visit that the link's `key` opens at `now`, ms UTC."""
    if len(key) > _KEY_LENGTH:
        return None
    lately = sa.or_(visit.c.closed_at.is_(None), visit.c.closed_at > now - AFTER_MS)
    with database.read() as connection:
        row = connection.execute(
            sa.select(visit.c.visit).where(visit.c.practice == PRACTICE, visit.c.link == digest(key), lately)
        ).first()
        found = load(connection, UUID(row.visit)) if row else None
    return found if found and is_alive(found, now) else None


async def _tap(request: Request[Any, Any, Any], key: str, decide: Decide) -> Response[Any]:
    hub: Hub = request.app.state.hub
    found = await asyncio.to_thread(find, hub.database, key, hub.clock())
    if found:
        job = clicks.perform(lambda connection, now: decide(load(connection, found.id), now), None)
        await asyncio.wrap_future(hub.log.submit(job))
    if by_htmx(request):
        return await _page(request, key, "phone_main.html")
    # A reload then loads the page and does not tap again.
    query = f"?lang={tag}" if (tag := _chosen(request)) else ""
    return Redirect(f"{PATH}/{key}{query}", status_code=HTTP_303_SEE_OTHER)


async def _page(request: Request[Any, Any, Any], key: str, template: str = "phone.html") -> Response[str]:
    hub: Hub = request.app.state.hub
    found = await asyncio.to_thread(find, hub.database, key, hub.clock())
    status = HTTP_200_OK if found or by_htmx(request) else HTTP_404_NOT_FOUND
    text = _render(request, key, found, template)
    return Response(text, status_code=status, media_type=MediaType.HTML, headers={"Cache-Control": "no-store"})


async def _messages(request: Request[Any, Any, Any], key: str) -> AsyncIterator[bytes]:
    """What the page says now, after every change of its visit, and when time alone changes it; until it closes."""
    hub: Hub = request.app.state.hub
    live = hub.live
    said, looked_at = "", -1
    while not live.closing:
        found = await asyncio.to_thread(find, hub.database, key, hub.clock())
        text = _render(request, key, found, "phone_main.html")
        yield server_sent("", text.encode()) if text != said else server_sent(_TICK, b"{}")
        said = text
        if found is None:
            yield server_sent(_OVER, b"{}")
            return
        looked_at = await asyncio.to_thread(_last, hub.database, found.id)
        until = asyncio.get_running_loop().time() + HEARTBEAT_S
        # Of what happens to others, only the number of its last event is read.
        while not live.closing and (left := until - asyncio.get_running_loop().time()) > 0:
            if await live.changed.wait(left) and looked_at != await asyncio.to_thread(_last, hub.database, found.id):
                break
            await asyncio.sleep(min(_COALESCE_S, max(0.0, left)))


def _last(database: Database, key: UUID) -> int:
    with database.read() as connection:
        newest = sa.select(sa.func.max(event.c.cursor)).where(event.c.practice == PRACTICE, event.c.visit == str(key))
        return int(connection.execute(newest).scalar_one() or 0)


def _render(request: Request[Any, Any, Any], key: str, found: Visit | None, template: str) -> str:
    hub: Hub = request.app.state.hub
    environment: Environment = request.app.state.templates
    practice = hub.config.practice
    spoken = _language(request, found, practice.languages)
    page = None
    if found:
        target_ms = practice.greeting_target_seconds * 1000
        page = describe(found, hub.clock(), target_ms, spoken, environment.filters["clock_time"])
    return environment.get_template(template).render(
        page=page,
        words=spoken,
        say=spoken.say,
        languages={tag: LANGUAGES[tag] for tag in practice.languages},
        path=f"{PATH}/{key}",
        query=f"?lang={spoken.tag}",
        review_link=practice.review_link,
    )


def _language(request: Request[Any, Any, Any], found: Visit | None, spoken: tuple[str, ...]) -> Words:
    """As chosen on the page, else as on the tablet, else as the browser asks, else the practice's own."""
    if tag := _chosen(request):
        return words(tag)
    if found and found.language in spoken:
        return words(found.language)
    return words(preferred(request.headers.get("accept-language", ""), spoken) or next(iter(spoken), SOURCE))


def _chosen(request: Request[Any, Any, Any]) -> str:
    hub: Hub = request.app.state.hub
    tag = str(request.query_params.get("lang", ""))
    return tag if tag in hub.config.practice.languages else ""
