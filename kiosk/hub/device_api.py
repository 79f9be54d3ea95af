"""What tablets talk to: push and stream, sync protocol version 1."""

import asyncio
from typing import Any

import msgspec
import structlog
from litestar import Controller, Request, Response, get, post
from litestar.connection import ASGIConnection
from litestar.exceptions import ClientException, HTTPException, NotAuthorizedException
from litestar.handlers import BaseRouteHandler
from litestar.status_codes import (
    HTTP_200_OK,
    HTTP_204_NO_CONTENT,
    HTTP_409_CONFLICT,
    HTTP_413_REQUEST_ENTITY_TOO_LARGE,
)
from litestar.types import ASGIApp
from msgspec import Raw, Struct
from sqlalchemy import Connection

from kiosk.hub import enrolment, tablets, tokens
from kiosk.hub.answers import Fault, empty, gives, says, streams
from kiosk.hub.body import read_body
from kiosk.hub.event_stream import EventStream
from kiosk.hub.hub import Hub
from kiosk.hub.hubs import hub_of
from kiosk.hub.ingest import ingest, read_events
from kiosk.hub.tablets import TabletError
from kiosk.hub.tokens import Bearer
from kiosk.hub.writing import Writing
from kiosk.visits.settings import Settings
from kiosk.visits.wire import (
    EVENTS_PATH,
    HEALTH_PATH,
    MAX_BYTES,
    MAX_EVENTS,
    MAX_HEALTH_BYTES,
    MAX_SMALL_BYTES,
    NEXT_TOKEN_PATH,
    STREAM_PATH,
    Answers,
    Entry,
    Health,
    Hello,
    NextToken,
    Push,
    ShowYourself,
    encoder,
    health_decoder,
    next_token_decoder,
    push_decoder,
)

_log = structlog.get_logger(__name__)

_WIRE_JSON = "application/json"


_BODY = {415: gives("The body's encoding is neither plain nor gzip.", Fault)}


class _Count(Struct):
    events: list[Raw]


async def authenticate(connection: ASGIConnection[Any, Any, Any, Any], _: BaseRouteHandler) -> None:
    """A guard: lets in known tablets alone and notes which. Raises NotAuthorizedException."""
    hub = hub_of(connection)
    scheme, _space, token = connection.headers.get("authorization", "").partition(" ")
    bearer, token = None, token.strip()
    if scheme.lower() == "bearer" and token:
        bearer = await asyncio.to_thread(_bearer_of, hub, token)
    if bearer is None:
        raise NotAuthorizedException("the token is not known here")
    if bearer.is_next:
        await _settle(hub, bearer.device, token)
    connection.state.device = bearer.device


def _bearer_of(hub: Hub, token: str) -> Bearer | None:
    with hub.database.glance() as connection:
        return tokens.bearer_of(connection, token)


async def _settle(hub: Hub, device: str, token: str) -> None:
    def work(connection: Connection, writing: Writing) -> None:
        tokens.settle(connection, device, token, writing.now)

    await asyncio.wrap_future(hub.log.submit(work))
    _log.info("tablet has another token", device=device)


class DeviceApi(Controller):
    """What a tablet that is let in may ask."""

    guards = (authenticate,)

    @post(
        EVENTS_PATH,
        status_code=HTTP_200_OK,
        opt=says({200: gives("One answer for each event, in order; all is durable.", Answers), **_BODY}, takes=Push),
    )
    async def push(self, request: Request[Any, Any, Any]) -> Response[bytes]:
        """Takes a `Push`, answers `Answers` once the events are durable."""
        hub = hub_of(request)
        received = hub.clock()
        push = _decode(await read_body(request, MAX_BYTES))
        if push.hub_epoch not in (None, hub.database.hub_epoch):
            # Restored from a backup, it may lack what came before these: the tablet sends that first.
            return _answered(Answers(hub_epoch=hub.database.hub_epoch, at=received, answers=[]))
        offered = read_events(push, request.state.device)
        with hub.metrics.ingesting():
            answers, receipt = await asyncio.wrap_future(hub.log.submit(ingest(push, offered, received)))
        hub.metrics.answered(answers)
        return _answered(Answers(hub_epoch=hub.database.hub_epoch, at=received, answers=answers, receipt=receipt))

    @post(HEALTH_PATH, status_code=HTTP_204_NO_CONTENT, opt=says({204: empty("Noted."), **_BODY}, takes=Health))
    async def health(self, request: Request[Any, Any, Any]) -> None:
        """Takes a `Health`."""
        hub = hub_of(request)
        received = hub.clock()
        try:
            report = health_decoder.decode(await read_body(request, MAX_HEALTH_BYTES))
        except (msgspec.DecodeError, UnicodeDecodeError) as error:
            raise ClientException(f"no health: {error}") from None
        device = request.state.device

        def keep(connection: Connection, _: Writing) -> None:
            tablets.hear(connection, device, report, received)
            enrolment.settle(connection, device)

        await asyncio.wrap_future(hub.log.submit(keep))

    @post(
        NEXT_TOKEN_PATH,
        status_code=HTTP_204_NO_CONTENT,
        opt=says(
            {204: empty("Good from now on."), 409: gives("The settings file names its token.", Fault), **_BODY},
            takes=NextToken,
        ),
    )
    async def next_token(self, request: Request[Any, Any, Any]) -> None:
        """Takes a `NextToken`."""
        hub = hub_of(request)
        try:
            told = next_token_decoder.decode(await read_body(request, MAX_SMALL_BYTES))
        except (msgspec.DecodeError, UnicodeDecodeError) as error:
            raise ClientException(f"no next token: {error}") from None
        device = request.state.device

        def work(connection: Connection, _: Writing) -> None:
            tokens.offer(connection, device, told.token_sha256)

        try:
            await asyncio.wrap_future(hub.log.submit(work))
        except TabletError as error:
            raise HTTPException(str(error), status_code=HTTP_409_CONFLICT) from None

    @get(
        STREAM_PATH,
        opt=says(
            {
                200: streams(
                    "`hello`, what was missed or a snapshot, `caught-up`, and then everything as it happens.",
                    hello=Hello,
                    settings=Settings,
                    entry=Entry,
                    caught_up=dict[str, str],
                    show_yourself=ShowYourself,
                    renew_token=dict[str, str],
                )
            },
            query={
                "after": "The cursor of the last event that was heard.",
                "store": "The epoch of the tablet's store: what comes from it meanwhile is not told to it again.",
            },
            headers={"Last-Event-ID": "The same, as browsers send it."},
        ),
    )
    async def stream(self, request: Request[Any, Any, Any]) -> ASGIApp:
        """Server-sent events from the cursor `after` on."""
        hub = hub_of(request)
        after = str(request.query_params.get("after") or request.headers.get("last-event-id") or "")
        store = str(request.query_params.get("store") or "")
        return EventStream(hub.streams.open(request.state.device, after, store))


def _answered(answers: Answers) -> Response[bytes]:
    return Response(encoder.encode(answers), media_type=_WIRE_JSON)


def _decode(body: bytes) -> Push:
    try:
        return push_decoder.decode(body)
    except msgspec.DecodeError as error:
        try:
            too_many = len(msgspec.json.decode(body, type=_Count).events) > MAX_EVENTS
        except msgspec.DecodeError:
            too_many = False
        if too_many:
            raise HTTPException(
                f"more than {MAX_EVENTS} events at once", status_code=HTTP_413_REQUEST_ENTITY_TOO_LARGE
            ) from None
        raise ClientException(f"no push: {error}") from None
    except UnicodeDecodeError:
        raise ClientException("no push: not UTF-8") from None
