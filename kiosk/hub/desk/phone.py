"""The phone page: the wait in a pocket, behind a link that nobody can guess and that dies with the visit."""

import asyncio
from collections.abc import AsyncGenerator
from typing import Annotated, Any
from uuid import UUID

import sqlalchemy as sa
from litestar import Controller, Request, Response, get, post
from litestar.enums import MediaType
from litestar.params import FromPath, URLEncodedBody
from litestar.response import Redirect
from litestar.status_codes import HTTP_200_OK, HTTP_303_SEE_OTHER, HTTP_404_NOT_FOUND
from litestar.types import ASGIApp
from msgspec import Meta, Struct

from kiosk.hub.answers import leads, says, shows, streams
from kiosk.hub.database import Database
from kiosk.hub.desk import clicks, phone_actions
from kiosk.hub.desk.actions import Decide
from kiosk.hub.desk.languages import SOURCE, Words, preferred, words
from kiosk.hub.desk.pages import HTMX_HEADER, by_htmx, one_line_feed
from kiosk.hub.desk.phone_view import AFTER_MS, describe, is_alive
from kiosk.hub.desk.today import LANGUAGES
from kiosk.hub.event_stream import EventStream
from kiosk.hub.hubs import hub_of
from kiosk.hub.live import server_sent
from kiosk.hub.projections import load
from kiosk.hub.schema import event, visit
from kiosk.hub.secret import digest
from kiosk.hub.tenant import mine
from kiosk.visits.rating import Stars, Topic
from kiosk.visits.text import COMMENT_LENGTH, clean
from kiosk.visits.visit import Visit

PATH = "/v"

HEARTBEAT_S = 5.0
"""How often an open page is looked at without news: a target passes, a promise ends, a bar grows."""

_COALESCE_S = 0.1
_KEY_LENGTH = 200
_TYPED_LENGTH = 4 * COMMENT_LENGTH
"""Decomposed letters take several characters, and browsers two for each new line."""

_OVER = "over"
_TICK = "tick"


_LANG = {"lang": "Which language was chosen on the page."}
_PAGE = says(
    {200: shows("The page."), 404: shows("No visit has this address, or it is over: the page says so kindly.")},
    query=_LANG,
)
_TAP = says(
    {200: shows("For the page's script: what the page says now."), 303: leads("To the page.")},
    query=_LANG,
    headers={HTMX_HEADER: "`true`: the page's script asks."},
)
_WRITTEN = says(
    {
        200: shows("It cannot be kept as it is: the page to write on says so. For the page's script: it is kept."),
        303: leads("To the page."),
        404: shows("No visit has this address, or it is over."),
    },
    query=_LANG,
    headers={HTMX_HEADER: "`true`: the page's script asks."},
)


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


class Writing(Struct, frozen=True):
    """The page to write on: what was typed so far, if it was sent, and whether it cannot be kept as it is."""

    typed: str | None = None
    refused: bool = False


class ExplainForm(Struct):
    """A topic, and whether it is meant."""

    topic: Topic
    on: bool


class CommentForm(Struct):
    """What the patient wrote."""

    comment: Annotated[str, Meta(max_length=_TYPED_LENGTH)] = ""


class Phone(Controller):
    """Whoever knows the key in the path sees the visit; there is no other sign-in, and no cookie."""

    path = PATH + "/{key:str}"

    @get("/", opt=_PAGE)
    async def page(self, request: Request[Any, Any, Any], key: FromPath[str]) -> Response[str]:
        """The page; 404 with a kind sentence for a key of no visit, or of one that is over."""
        return await _page(request, key)

    @get("/live", opt=says({200: streams("What the page says, now and after every change.")}, query=_LANG))
    async def live(self, request: Request[Any, Any, Any], key: FromPath[str]) -> ASGIApp:
        """What the page says after every change, as server-sent events."""
        return EventStream(_messages(request, key))

    @post("/help", opt=_TAP)
    async def call(
        self, request: Request[Any, Any, Any], key: FromPath[str], data: URLEncodedBody[HelpForm]
    ) -> Response[Any]:
        """ "I need help"."""
        return await _tap(request, key, phone_actions.call_for_help(data.calls))

    @post("/confirm", opt=_TAP)
    async def confirm(
        self, request: Request[Any, Any, Any], key: FromPath[str], data: URLEncodedBody[ConfirmForm]
    ) -> Response[Any]:
        """Whether it is put right."""
        return await _tap(request, key, phone_actions.confirm(data.concern, data.put_right))

    @post("/rate", opt=_TAP)
    async def rate(
        self, request: Request[Any, Any, Any], key: FromPath[str], data: URLEncodedBody[RateForm]
    ) -> Response[Any]:
        """Stars."""
        return await _tap(request, key, phone_actions.rate(data.stars))

    @post("/explain", opt=_TAP)
    async def explain(
        self, request: Request[Any, Any, Any], key: FromPath[str], data: URLEncodedBody[ExplainForm]
    ) -> Response[Any]:
        """What the stars are about."""
        return await _tap(request, key, phone_actions.explain(data.topic, data.on))

    @post("/come", opt=_TAP)
    async def ask_to_come(
        self, request: Request[Any, Any, Any], key: FromPath[str], data: URLEncodedBody[HelpForm]
    ) -> Response[Any]:
        """ "Yes, please": somebody shall come."""
        return await _tap(request, key, phone_actions.ask_to_come(data.calls))

    @get("/comment", opt=_PAGE)
    async def write(self, request: Request[Any, Any, Any], key: FromPath[str]) -> Response[str]:
        """A page to write on, which no news disturbs."""
        return await _page(request, key, writing=Writing())

    @post("/comment", opt=_WRITTEN)
    async def comment(
        self, request: Request[Any, Any, Any], key: FromPath[str], data: URLEncodedBody[CommentForm]
    ) -> Response[Any]:
        """What was written counts; what cannot be kept is shown again, and why."""
        try:
            text = clean(one_line_feed(data.comment), limit=COMMENT_LENGTH, lines=True)
        except ValueError:
            template = "phone_main.html" if by_htmx(request) else "phone.html"
            return await _page(request, key, template, writing=Writing(data.comment, refused=True))
        await _do(request, key, phone_actions.comment(text))
        return _led_to(request, key)


def find(database: Database, key: str, now: int) -> Visit | None:
    """The visit that the link's `key` opens at `now`, ms UTC."""
    if len(key) > _KEY_LENGTH:
        return None
    lately = sa.or_(visit.c.closed_at.is_(None), visit.c.closed_at > now - AFTER_MS)
    with database.read() as connection:
        row = connection.execute(
            sa.select(visit.c.visit).where(mine(connection, visit), visit.c.link == digest(key), lately)
        ).first()
        found = load(connection, UUID(row.visit)) if row else None
    return found if found and is_alive(found, now) else None


async def _tap(request: Request[Any, Any, Any], key: str, decide: Decide) -> Response[Any]:
    await _do(request, key, decide)
    if by_htmx(request):
        return await _page(request, key, "phone_main.html")
    return _led_to(request, key)


async def _do(request: Request[Any, Any, Any], key: str, decide: Decide) -> None:
    hub = hub_of(request)
    found = await asyncio.to_thread(find, hub.database, key, hub.clock())
    if found:
        job = clicks.perform(lambda connection, now: decide(load(connection, found.id), now), None)
        await asyncio.wrap_future(hub.log.submit(job))


def _led_to(request: Request[Any, Any, Any], key: str) -> Response[Any]:
    """To the page itself: a reload then loads it and does not tap again."""
    address = f"{PATH}/{key}" + (f"?lang={tag}" if (tag := _chosen(request)) else "")
    if by_htmx(request):
        return Response("", status_code=HTTP_200_OK, media_type=MediaType.HTML, headers={"HX-Redirect": address})
    return Redirect(address, status_code=HTTP_303_SEE_OTHER)


async def _page(
    request: Request[Any, Any, Any], key: str, template: str = "phone.html", *, writing: Writing | None = None
) -> Response[str]:
    hub = hub_of(request)
    found = await asyncio.to_thread(find, hub.database, key, hub.clock())
    status = HTTP_200_OK if found or by_htmx(request) else HTTP_404_NOT_FOUND
    text = _render(request, key, found, template, writing)
    return Response(text, status_code=status, media_type=MediaType.HTML, headers={"Cache-Control": "no-store"})


async def _messages(request: Request[Any, Any, Any], key: str) -> AsyncGenerator[bytes, None]:
    """What the page says now, after every change of its visit, and when time alone changes it; until it closes."""
    hub = hub_of(request)
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
        newest = sa.select(sa.func.max(event.c.cursor)).where(mine(connection, event), event.c.visit == str(key))
        return int(connection.execute(newest).scalar_one() or 0)


def _render(
    request: Request[Any, Any, Any], key: str, found: Visit | None, template: str, writing: Writing | None = None
) -> str:
    hub = hub_of(request)
    environment = hub_of(request).templates
    practice = hub.config.practice
    spoken = _language(request, found, practice.languages)
    page = None
    if found:
        target_ms = practice.greeting_target_seconds * 1000
        topics = hub.settings.settings.topics
        page = describe(found, hub.clock(), target_ms, spoken, environment.filters["clock_time"], topics)
    return environment.get_template(template).render(
        page=page,
        writing=writing if page and page.rated else None,
        longest=COMMENT_LENGTH,
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
    hub = hub_of(request)
    tag = str(request.query_params.get("lang", ""))
    return tag if tag in hub.config.practice.languages else ""
