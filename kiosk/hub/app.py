"""The web application: its routes, and the headers that every answer carries."""

import functools
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager

import msgspec
from litestar import Litestar, get
from litestar.config.csrf import CSRFConfig
from litestar.datastructures import MutableScopeHeaders, State
from litestar.middleware import DefineMiddleware
from litestar.response import Redirect
from litestar.status_codes import HTTP_303_SEE_OTHER
from litestar.types import ControllerRouterHandler, Message, Scope

from kiosk.config import Config
from kiosk.hub.answers import leads, says
from kiosk.hub.clock import Clock, system_clock
from kiosk.hub.database import Database
from kiosk.hub.desk.audit_page import audit_page
from kiosk.hub.desk.form_token import FormToken
from kiosk.hub.desk.guard import deny_unguarded
from kiosk.hub.desk.pages import CSRF_COOKIE, CSRF_HEADER
from kiosk.hub.desk.passcode_page import change_passcode, passcode_page
from kiosk.hub.desk.phone import PATH as PHONE_PATH
from kiosk.hub.desk.phone import Phone
from kiosk.hub.desk.settings_page import SettingsDesk
from kiosk.hub.desk.sign_in import set_up, set_up_page, sign_in, sign_in_page, sign_out
from kiosk.hub.desk.staff_page import Staff
from kiosk.hub.desk.static_files import static_file
from kiosk.hub.desk.tablets_page import Tablets
from kiosk.hub.desk.templating import STATIC_PATH
from kiosk.hub.desk.today_page import Desk
from kiosk.hub.desk.unlocking import unlock, unlock_page
from kiosk.hub.device_api import DeviceApi
from kiosk.hub.enrol_api import authorize_device, give_token
from kiosk.hub.errors import API_PREFIX, PROGRAMS, on_error
from kiosk.hub.hubs import Hubs
from kiosk.hub.openapi import describe, openapi_document
from kiosk.hub.report.comments_page import comments_page
from kiosk.hub.report.flags_page import flag_ratings, flags_page
from kiosk.hub.report.page import report_csv, report_json, report_page, report_pdf
from kiosk.hub.watching import alive, metrics, ready
from kiosk.visits.wire import MAX_BYTES, PROTOCOL, PROTOCOL_HEADER

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

HSTS_S = 31_536_000


@get("/", opt=says({303: leads("To the desk.")}))
async def front() -> Redirect:
    """The hub's address alone leads to the desk."""
    return Redirect("/desk", status_code=HTTP_303_SEE_OTHER)


ROUTES: list[ControllerRouterHandler] = [
    DeviceApi,
    authorize_device,
    give_token,
    Desk,
    sign_in_page,
    sign_in,
    sign_out,
    set_up_page,
    set_up,
    unlock_page,
    unlock,
    passcode_page,
    change_passcode,
    Tablets,
    Staff,
    SettingsDesk,
    audit_page,
    report_page,
    report_csv,
    report_json,
    report_pdf,
    comments_page,
    flags_page,
    flag_ratings,
    openapi_document,
    Phone,
    static_file,
    alive,
    ready,
    metrics,
    front,
]
"""Everything that is served."""


def make_app(
    config: Config,
    database: Database,
    on_hubs: Callable[[Hubs], None],
    *,
    fingerprint: str = "",
    clock: Clock = system_clock,
) -> Litestar:
    """The application on an open database; `on_hubs` is given the parts once the event loop runs.

    `fingerprint`: of the certificate that is served, for people to compare.
    """

    @asynccontextmanager
    async def lifespan(app: Litestar) -> AsyncIterator[None]:
        hubs = Hubs(config, database, fingerprint=fingerprint, clock=clock)
        app.state.hubs = hubs
        on_hubs(hubs)
        try:
            yield
        finally:
            hubs.close()

    return Litestar(
        route_handlers=ROUTES,
        guards=[deny_unguarded],
        lifespan=[lifespan],
        state=State({"document": _document}),
        middleware=[DefineMiddleware(FormToken, config=_form_tokens(config, database))],
        before_send=[_headers(secure=config.hub.secure)],
        exception_handlers={Exception: on_error},
        request_max_body_size=MAX_BYTES,
        openapi_config=None,
        logging_config=None,
    )


@functools.cache
def _document() -> bytes:
    return msgspec.json.encode(describe(ROUTES))


def _form_tokens(config: Config, database: Database) -> CSRFConfig:
    return CSRFConfig(
        secret=database.form_secret,
        cookie_name=CSRF_COOKIE,
        header_name=CSRF_HEADER,
        cookie_httponly=True,
        cookie_samesite="strict",
        cookie_secure=config.hub.secure,
        # Tablets carry a token that no browser sends by itself; a phone page's address is its only key, and it
        # has no cookie that another site could abuse, not even by way of a file that it loads.
        exclude=[*(f"^{each}" for each in PROGRAMS), f"^{PHONE_PATH}/", f"^{STATIC_PATH}/"],
    )


def _headers(*, secure: bool) -> Callable[[Message, Scope], Awaitable[None]]:
    """Adds to each answer what every answer carries; `secure`: browsers shall never again come without TLS."""
    common = _HEADERS | ({"Strict-Transport-Security": f"max-age={HSTS_S}"} if secure else {})

    async def add(message: Message, scope: Scope) -> None:
        if message["type"] != "http.response.start":
            return
        headers = MutableScopeHeaders.from_message(message)
        for name, value in common.items():
            headers[name] = value
        if scope["path"].startswith(API_PREFIX):
            headers[PROTOCOL_HEADER] = PROTOCOL

    return add
