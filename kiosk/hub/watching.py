"""For who watches over the hub from outside: is it alive, is it ready, and its figures."""

import asyncio
import hmac
from typing import Any

from litestar import Request, Response, get
from litestar.connection import ASGIConnection
from litestar.exceptions import NotAuthorizedException
from litestar.handlers import BaseRouteHandler
from litestar.status_codes import HTTP_200_OK, HTTP_503_SERVICE_UNAVAILABLE
from prometheus_client import CONTENT_TYPE_LATEST

from kiosk.hub.answers import TEXT, Answer, gives, says
from kiosk.hub.hubs import Hubs, hub_of
from kiosk.hub.readiness import Fitness
from kiosk.hub.secret import digest

METRICS_PATH = "/metrics"
LIVE_PATH = "/health/live"
READY_PATH = "/health/ready"


async def authenticate_scraper(connection: ASGIConnection[Any, Any, Any, Any], _: BaseRouteHandler) -> None:
    """A guard: lets in who knows the token of `metrics_token_sha256`. Raises NotAuthorizedException."""
    wanted = hub_of(connection).configured.hub.metrics_token_sha256
    scheme, _space, token = connection.headers.get("authorization", "").partition(" ")
    if not wanted or scheme.lower() != "bearer" or not hmac.compare_digest(digest(token.strip()), wanted):
        raise NotAuthorizedException("the token is not known here")


@get(LIVE_PATH, opt=says({200: gives("The process answers.", Fitness)}))
async def alive() -> Fitness:
    """Whether the process answers at all. One that does not should be started again."""
    return Fitness(ok=True)


@get(
    READY_PATH,
    opt=says(
        {
            200: gives("Something was written durably a moment ago.", Fitness),
            503: gives("Nothing can be written, or the hub is stopping: ask another one.", Fitness),
        }
    ),
)
async def ready(request: Request[Any, Any, Any]) -> Response[Fitness]:
    """Whether the hub can do its work. One that cannot should be sent nothing, and be left to recover by itself."""
    hubs: Hubs = request.app.state.hubs
    found = Fitness(ok=False, reason="stopping") if hubs.closing else await hubs.readiness.look()
    status = HTTP_200_OK if found.ok else HTTP_503_SERVICE_UNAVAILABLE
    return Response(found, status_code=status, headers={"Cache-Control": "no-store"})


@get(
    METRICS_PATH,
    guards=[authenticate_scraper],
    opt=says({200: Answer("All figures, in the Prometheus text format.", (TEXT,))}),
)
async def metrics(request: Request[Any, Any, Any]) -> Response[bytes]:
    """The figures of this hub process, for Prometheus. Asks for the token of `metrics_token_sha256`."""
    hub = hub_of(request)
    text = await asyncio.to_thread(hub.metrics.text)
    return Response(text, media_type=CONTENT_TYPE_LATEST, headers={"Cache-Control": "no-store"})
