"""What tablets talk to: push and stream, sync protocol version 1."""

import asyncio
import hashlib
import hmac
from collections.abc import Mapping
from typing import Any

import msgspec
import structlog
from litestar import Controller, Request, Response, get, post
from litestar.connection import ASGIConnection
from litestar.exceptions import ClientException, HTTPException, NotAuthorizedException
from litestar.handlers import BaseRouteHandler
from litestar.response import Stream
from litestar.status_codes import HTTP_200_OK, HTTP_413_REQUEST_ENTITY_TOO_LARGE
from msgspec import Raw, Struct

from kiosk.config import KnownTablet
from kiosk.hub.body import read_body
from kiosk.hub.hub import Hub
from kiosk.hub.ingest import ingest, read_events
from kiosk.visits.wire import (
    EVENTS_PATH,
    MAX_BYTES,
    MAX_EVENTS,
    STREAM_PATH,
    Answers,
    Push,
    encoder,
    push_decoder,
)

_log = structlog.get_logger(__name__)

_WIRE_JSON = "application/json"
_EVENT_STREAM = "text/event-stream"


class _Count(Struct):
    events: list[Raw]


def device_of(authorization: str, tablets: Mapping[str, KnownTablet]) -> str | None:
    """The tablet whose bearer token is in the header; None if there is none. Takes as long for any token."""
    scheme, _, token = authorization.partition(" ")
    offered = hashlib.sha256(token.strip().encode()).hexdigest()
    found = None
    for device, tablet in tablets.items():
        if hmac.compare_digest(offered, tablet.token_sha256):
            found = device
    return found if scheme.lower() == "bearer" else None


def authenticate(connection: ASGIConnection[Any, Any, Any, Any], _: BaseRouteHandler) -> None:
    """A guard: lets in known tablets alone and notes which. Raises NotAuthorizedException."""
    hub: Hub = connection.app.state.hub
    device = device_of(connection.headers.get("authorization", ""), hub.config.hub.tablets)
    if device is None:
        raise NotAuthorizedException("the token is not known here")
    connection.state.device = device


class DeviceApi(Controller):
    """Both paths of the protocol."""

    guards = (authenticate,)

    @post(EVENTS_PATH, status_code=HTTP_200_OK)
    async def push(self, request: Request[Any, Any, Any]) -> Response[bytes]:
        """Takes a `Push`, answers `Answers` once the events are durable."""
        hub: Hub = request.app.state.hub
        received = hub.clock()
        push = _decode(await read_body(request, MAX_BYTES))
        offered = read_events(push, request.state.device)
        answers = await asyncio.wrap_future(hub.log.submit(ingest(push, offered, received)))
        content = encoder.encode(Answers(hub_epoch=hub.database.hub_epoch, answers=answers))
        return Response(content, media_type=_WIRE_JSON)

    @get(STREAM_PATH)
    async def stream(self, request: Request[Any, Any, Any]) -> Stream:
        """Server-sent events from the cursor `after` on."""
        hub: Hub = request.app.state.hub
        after = str(request.query_params.get("after") or request.headers.get("last-event-id") or "")
        return Stream(
            hub.streams.open(request.state.device, after),
            media_type=_EVENT_STREAM,
            headers={"Cache-Control": "no-store", "X-Accel-Buffering": "no"},
        )


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
