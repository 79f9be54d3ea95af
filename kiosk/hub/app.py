"""The web application: routes, headers that every answer carries, and what a fault looks like from outside."""

from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from typing import Any

import msgspec
import structlog
from litestar import Litestar, Request, Response
from litestar.datastructures import MutableScopeHeaders
from litestar.exceptions import HTTPException
from litestar.status_codes import HTTP_500_INTERNAL_SERVER_ERROR, HTTP_503_SERVICE_UNAVAILABLE
from litestar.types import Message, Scope
from sqlalchemy.exc import DBAPIError

from kiosk.config import Config
from kiosk.hub.database import Database
from kiosk.hub.device_api import DeviceApi
from kiosk.hub.hub import Hub
from kiosk.hub.log import LogClosedError
from kiosk.visits.wire import MAX_BYTES, PROTOCOL, PROTOCOL_HEADER

_log = structlog.get_logger(__name__)

API_PREFIX = "/api/v1/"
RETRY_AFTER_S = 5

# No inline script or style anywhere: what a patient typed could never run, even if it were not escaped.
CONTENT_SECURITY_POLICY = "; ".join(
    (
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self'",
        "connect-src 'self'",
        "img-src 'self' data:",
        "font-src 'self'",
        "form-action 'self'",
        "frame-ancestors 'none'",
        "base-uri 'none'",
    )
)
_HEADERS = {
    "Content-Security-Policy": CONTENT_SECURITY_POLICY,
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
}


def make_app(config: Config, database: Database, on_hub: Callable[[Hub], None]) -> Litestar:
    """The application on an open database; `on_hub` is given the parts once the event loop runs."""

    @asynccontextmanager
    async def lifespan(app: Litestar) -> AsyncIterator[None]:
        hub = Hub(config, database)
        app.state.hub = hub
        on_hub(hub)
        try:
            yield
        finally:
            hub.close()

    return Litestar(
        route_handlers=[DeviceApi],
        lifespan=[lifespan],
        before_send=[_add_headers],
        exception_handlers={Exception: _on_error},
        request_max_body_size=MAX_BYTES,
        openapi_config=None,
        logging_config=None,
    )


async def _add_headers(message: Message, scope: Scope) -> None:
    if message["type"] != "http.response.start":
        return
    headers = MutableScopeHeaders.from_message(message)
    for name, value in _HEADERS.items():
        headers[name] = value
    if scope["path"].startswith(API_PREFIX):
        headers[PROTOCOL_HEADER] = PROTOCOL


def _on_error(request: Request[Any, Any, Any], error: Exception) -> Response[bytes]:
    status, detail, headers = describe(request, error)
    return Response(
        msgspec.json.encode({"error": detail}),
        status_code=status,
        headers=headers,
        media_type="application/json",
    )


def describe(request: Request[Any, Any, Any], error: Exception) -> tuple[int, str, dict[str, str]]:
    """What is said of `error`: status, one plain sentence, headers. Own bugs are logged with their traceback."""
    if isinstance(error, HTTPException):
        return error.status_code, error.detail, dict(error.headers or {})
    retry = {"Retry-After": str(RETRY_AFTER_S)}
    if isinstance(error, LogClosedError):
        return HTTP_503_SERVICE_UNAVAILABLE, "The hub is stopping.", retry
    if isinstance(error, DBAPIError):
        _log.error("database failed", reason=str(error.orig))
        return HTTP_503_SERVICE_UNAVAILABLE, "The hub cannot write to its disk just now.", retry
    _log.error("own bug", method=request.method, route=_route(request), exc_info=error)
    return HTTP_500_INTERNAL_SERVER_ERROR, "Something went wrong in the hub; it has been logged.", {}


def _route(request: Request[Any, Any, Any]) -> str:
    """The route's pattern: a path itself may hold a secret link."""
    return str(request.scope.get("path_template", ""))
