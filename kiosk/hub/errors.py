"""What a fault looks like from outside: one plain sentence, as JSON for tablets and as a page for people."""

from typing import Any

import msgspec
import structlog
from litestar import Request, Response
from litestar.exceptions import HTTPException, NotAuthorizedException
from litestar.response import Redirect
from litestar.status_codes import (
    HTTP_303_SEE_OTHER,
    HTTP_400_BAD_REQUEST,
    HTTP_403_FORBIDDEN,
    HTTP_404_NOT_FOUND,
    HTTP_405_METHOD_NOT_ALLOWED,
    HTTP_413_REQUEST_ENTITY_TOO_LARGE,
    HTTP_500_INTERNAL_SERVER_ERROR,
    HTTP_503_SERVICE_UNAVAILABLE,
)
from sqlalchemy.exc import DataError, DBAPIError
from sqlalchemy.exc import TimeoutError as PoolTimeoutError

from kiosk.hub.desk.guard import IdleError, RoleError
from kiosk.hub.desk.pages import DESK_PATH, by_htmx, message
from kiosk.hub.desk.sign_in import SIGN_IN_PATH
from kiosk.hub.desk.unlocking import ask
from kiosk.hub.log import LogClosedError

_log = structlog.get_logger(__name__)

API_PREFIX = "/api/"
PROGRAMS = (API_PREFIX, "/metrics", "/health/")
"""How the paths begin that programs ask for, and no browser: a fault is told as JSON there."""
RETRY_AFTER_S = 5

_PLAIN = {
    HTTP_400_BAD_REQUEST: "The hub did not understand this request.",
    HTTP_403_FORBIDDEN: "This page was too old to be used. Please reload it and try again.",
    HTTP_404_NOT_FOUND: "There is no such page here.",
    HTTP_405_METHOD_NOT_ALLOWED: "There is no such page here.",
    HTTP_413_REQUEST_ENTITY_TOO_LARGE: "That is more than the hub takes at once.",
}


def on_error(request: Request[Any, Any, Any], error: Exception) -> Response[Any]:
    """The answer to any request that failed."""
    status, detail, headers = _describe(request, error)
    if request.scope["path"].startswith(PROGRAMS):
        return Response(
            msgspec.json.encode({"error": detail}),
            status_code=status,
            headers=headers,
            media_type="application/json",
        )
    if isinstance(error, NotAuthorizedException) and request.method == "GET" and _is_navigation(request):
        return Redirect(SIGN_IN_PATH, status_code=HTTP_303_SEE_OTHER)
    if isinstance(error, IdleError):
        return ask(request, error)
    own_words = status >= HTTP_500_INTERNAL_SERVER_ERROR or isinstance(error, RoleError)
    text = detail if own_words else _PLAIN.get(status, detail)
    response = message(request, "That did not work", text, status=status, link=DESK_PATH, link_text="Back to the desk")
    for name, value in headers.items():
        response.set_header(name, value)
    return response


def _is_navigation(request: Request[Any, Any, Any]) -> bool:
    return not by_htmx(request) and "text/event-stream" not in request.headers.get("accept", "")


def _describe(request: Request[Any, Any, Any], error: Exception) -> tuple[int, str, dict[str, str]]:
    """Status, one plain sentence, headers. Own bugs are logged with their traceback."""
    if isinstance(error, HTTPException):
        return error.status_code, error.detail, dict(error.headers or {})
    retry = {"Retry-After": str(RETRY_AFTER_S)}
    if isinstance(error, LogClosedError):
        return HTTP_503_SERVICE_UNAVAILABLE, "The hub is stopping.", retry
    if isinstance(error, DataError):
        # A NUL in a text, a number that is too great: a database on a server takes neither.
        return HTTP_400_BAD_REQUEST, "There is something in it that cannot be kept.", {}
    if isinstance(error, DBAPIError):
        _log.error("database failed", reason=str(error.orig))
        return HTTP_503_SERVICE_UNAVAILABLE, "The hub cannot use its database just now.", retry
    if isinstance(error, PoolTimeoutError):
        _log.error("database failed", reason="all connections are busy")
        return HTTP_503_SERVICE_UNAVAILABLE, "The hub cannot use its database just now.", retry
    # The route's pattern, not the path: that may hold a secret link.
    route = str(request.scope.get("path_template", ""))
    _log.error("own bug", method=request.method, route=route, exc_info=error)
    return HTTP_500_INTERNAL_SERVER_ERROR, "Something went wrong in the hub; it has been logged.", {}
