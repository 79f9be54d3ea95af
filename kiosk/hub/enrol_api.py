"""What a tablet without a token asks: a code to show, and then its token. The device grant of RFC 8628."""

import asyncio
from typing import Any

import structlog
from litestar import Request, Response, post
from litestar.params import URLEncodedBody
from litestar.status_codes import HTTP_200_OK, HTTP_400_BAD_REQUEST, HTTP_429_TOO_MANY_REQUESTS
from msgspec import Struct
from sqlalchemy import Connection

from kiosk.hub import enrolment
from kiosk.hub.answers import gives, says
from kiosk.hub.desk.audit import address_of
from kiosk.hub.desk.pages import site
from kiosk.hub.enrolment import EXPIRES_S, INTERVAL_S, PendingError
from kiosk.hub.hubs import hub_of
from kiosk.hub.tablets import Known
from kiosk.hub.writing import Writing
from kiosk.visits.wire import (
    AUTHORIZATION_PATH,
    CLIENT_ID,
    DEVICE_GRANT,
    TOKEN_PATH,
    DeviceCode,
    OAuthError,
    Token,
    encoder,
)

_log = structlog.get_logger(__name__)

ENROL_PATH = "/desk/tablets/enrol"
_CODE_LIMIT = 200


class AuthorizationForm(Struct):
    """Source: RFC 8628, 3.1."""

    client_id: str = ""


class TokenForm(Struct):
    """Source: RFC 8628, 3.4."""

    grant_type: str = ""
    device_code: str = ""
    client_id: str = ""


@post(
    AUTHORIZATION_PATH,
    status_code=HTTP_200_OK,
    opt=says(
        {
            200: gives("A code to show.", DeviceCode),
            400: gives("The request is not understood.", OAuthError),
            429: gives("Too many tablets wait to be let in.", OAuthError),
        }
    ),
)
async def authorize_device(request: Request[Any, Any, Any], data: URLEncodedBody[AuthorizationForm]) -> Response[bytes]:
    """Answers a `DeviceCode` for the tablet to show."""
    hub = hub_of(request)
    if data.client_id != CLIENT_ID:
        return _refuse("invalid_client", f"expected client_id={CLIENT_ID}")
    address = address_of(request)

    def begin(connection: Connection, writing: Writing) -> tuple[str, str] | None:
        return enrolment.begin(connection, address, writing.now)

    codes = await asyncio.wrap_future(hub.log.submit(begin))
    if codes is None:
        return _refuse("slow_down", "too many tablets wait to be let in", HTTP_429_TOO_MANY_REQUESTS)
    _log.info("tablet asks to be let in", address=address)
    where = site(request) + ENROL_PATH
    return _answer(
        DeviceCode(
            device_code=codes[0],
            user_code=codes[1],
            verification_uri=where,
            verification_uri_complete=f"{where}?code={codes[1]}",
            expires_in=EXPIRES_S,
            interval=INTERVAL_S,
        )
    )


@post(
    TOKEN_PATH,
    status_code=HTTP_200_OK,
    opt=says({200: gives("The token.", Token), 400: gives("Why there is none, or not yet.", OAuthError)}),
)
async def give_token(request: Request[Any, Any, Any], data: URLEncodedBody[TokenForm]) -> Response[bytes]:
    """Answers a `Token` once the tablet was approved, else an `OAuthError`."""
    hub = hub_of(request)
    if data.grant_type != DEVICE_GRANT:
        return _refuse("unsupported_grant_type", f"expected grant_type={DEVICE_GRANT}")
    if data.client_id != CLIENT_ID:
        return _refuse("invalid_client", f"expected client_id={CLIENT_ID}")

    def poll(connection: Connection, writing: Writing) -> tuple[Known, str] | str:
        try:
            return enrolment.poll(connection, data.device_code[:_CODE_LIMIT], writing.now)
        except PendingError as pending:
            # Not raised: that a poll came too early is to be remembered.
            return str(pending)

    found = await asyncio.wrap_future(hub.log.submit(poll))
    if isinstance(found, str):
        return _refuse(found)
    known, token = found
    _log.info("tablet is let in", device=known.device)
    return _answer(
        Token(
            access_token=token,
            token_type="Bearer",  # noqa: S106 - what kind of token it is
            device=known.device,
            name=known.name,
            place=known.place,
            letter=known.letter,
        )
    )


def _answer(content: Struct, status: int = HTTP_200_OK) -> Response[bytes]:
    return Response(
        encoder.encode(content),
        status_code=status,
        media_type="application/json",
        headers={"Cache-Control": "no-store"},
    )


def _refuse(error: str, description: str = "", status: int = HTTP_400_BAD_REQUEST) -> Response[bytes]:
    return _answer(OAuthError(error=error, error_description=description), status)
