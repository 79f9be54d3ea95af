"""The OpenAPI document: Litestar lists the routes, msgspec the types, and guards say who may and what they refuse."""

import asyncio
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

import msgspec
from litestar import Litestar, Request, Response, get
from litestar.enums import RequestEncodingType
from litestar.handlers import HTTPRouteHandler
from litestar.openapi.config import OpenAPIConfig
from litestar.openapi.plugins import JsonRenderPlugin
from litestar.params import BodyKwarg
from litestar.routes import HTTPRoute
from litestar.types import ControllerRouterHandler

from kiosk import __version__
from kiosk.hub.answers import EVENTS, JSON, Answer, Documented, Fault, documented, gives, leads, says, tells
from kiosk.hub.desk.accounts import Account
from kiosk.hub.desk.guard import WHEN_IDLE, requires, role_of
from kiosk.hub.desk.pages import CSRF_COOKIE, CSRF_HEADER
from kiosk.hub.desk.roles import Role
from kiosk.hub.desk.sessions import COOKIE
from kiosk.hub.device_api import authenticate
from kiosk.hub.errors import PROGRAMS
from kiosk.hub.watching import authenticate_scraper
from kiosk.visits.events import KnownEvent, VisitEvent
from kiosk.visits.wire import Push

_REF = "#/components/schemas/{name}"
_SESSION, _FORM_TOKEN, _FORM_COOKIE, _TABLET, _SCRAPER = "session", "form-token", "form-cookie", "tablet", "scraper"
_SCHEMES = {
    _SESSION: {"type": "apiKey", "in": "cookie", "name": COOKIE, "description": "Given at sign-in."},
    _FORM_TOKEN: {
        "type": "apiKey",
        "in": "header",
        "name": CSRF_HEADER,
        "description": "The same as the cookie's; forms may carry it as the field `_csrf_token` instead.",
    },
    _FORM_COOKIE: {"type": "apiKey", "in": "cookie", "name": CSRF_COOKIE, "description": "Given with any page."},
    _TABLET: {"type": "http", "scheme": "bearer", "description": "A tablet's token, given when it is let in."},
    _SCRAPER: {"type": "http", "scheme": "bearer", "description": "The token of `metrics_token_sha256`."},
}
_ABOUT = """\
What the front desk's hub answers. Below `/api` it speaks JSON with tablets; below `/desk` it serves pages to the
browsers of staff; below `/v` is the phone page, whose unguessable address is its only key. Whatever is refused is told
in one plain sentence: as JSON, as a page, or as bare text for the page's own script (`HX-Request: true`)."""


@get("/desk/openapi.json", guards=[requires(Role.IT)], opt=says({200: gives("This document.", dict[str, Any])}))
async def openapi_document(request: Request[Account, str, Any]) -> Response[bytes]:
    """What this hub answers to whom, as OpenAPI; for IT alone, as it helps whoever looks for a way in."""
    make: Callable[[], bytes] = request.app.state.document
    content = await asyncio.to_thread(make)
    return Response(content, media_type=JSON, headers={"Cache-Control": "no-store"})


def describe(handlers: Sequence[ControllerRouterHandler]) -> dict[str, Any]:
    """The document of an application with these route handlers. Raises KeyError for one that documents nothing."""
    listing = Litestar(
        route_handlers=handlers,
        openapi_config=OpenAPIConfig(
            title="Front Desk Kiosk: the hub",
            version=__version__,
            description=_ABOUT,
            use_handler_docstrings=True,
            render_plugins=[JsonRenderPlugin()],
        ),
        logging_config=None,
    )
    document: dict[str, Any] = listing.openapi_schema.to_schema()
    told = {(route.path_format, method): handler for route, method, handler in _operations(listing)}
    shapes = _Shapes(told.values())
    for (path, method), handler in told.items():
        operation = document["paths"][path or "/"][method.lower()]
        operation |= _operation(path, method, handler, shapes, operation)
    document["components"] = {"schemas": shapes.components, "securitySchemes": _SCHEMES}
    return document


def _operations(listing: Litestar) -> Iterator[tuple[HTTPRoute, str, HTTPRouteHandler]]:
    for route in listing.routes:
        if isinstance(route, HTTPRoute):
            for handler in route.route_handlers:
                if handler.resolve_include_in_schema():
                    for method in handler.http_methods:
                        yield route, method, handler


class _Shapes:
    """The schemas of every type that is sent or answered."""

    def __init__(self, handlers: Any) -> None:
        types: list[Any] = [KnownEvent, Fault]
        bodies: list[tuple[Any, str]] = []
        for handler in handlers:
            told = documented(handler.opt)
            for answer in told.answers.values():
                types += answer.shape.values() if EVENTS in answer.media else [answer.shape]
            bodies += _body(handler)
        types = list(dict.fromkeys(each for each in [*types, *(body for body, _ in bodies)] if each is not None))
        schemas, self.components = msgspec.json.schema_components(types, ref_template=_REF)
        self._schemas = dict(zip(types, schemas, strict=True))
        for body, media in bodies:
            if media != JSON:
                _without_null(self.components[body.__name__])
        # Kinds of a newer tablet are kept, too.
        others = {"type": "object", "required": list(VisitEvent.__struct_fields__)}
        self.components[Push.__name__]["properties"]["events"]["items"] = {"anyOf": [self._schemas[KnownEvent], others]}

    def of(self, shape: Any) -> Mapping[str, Any]:
        """The schema, mostly a reference."""
        found: Mapping[str, Any] = self._schemas[shape]
        return found


def _without_null(schema: dict[str, Any]) -> None:
    """A form leaves a field out where JSON would say null."""
    for field in schema["properties"].values():
        if "anyOf" in field:
            field["anyOf"] = [each for each in field["anyOf"] if each != {"type": "null"}]
            field.pop("default", None)


def _body(handler: HTTPRouteHandler) -> Iterator[tuple[Any, str]]:
    """The type of the body and how it comes, if the handler takes one."""
    told = documented(handler.opt)
    if told.takes is not None:
        yield told.takes, told.media
    field = handler.parsed_fn_signature.parameters.get("data")
    if field and isinstance(field.kwarg_definition, BodyKwarg):
        yield field.annotation, RequestEncodingType(field.kwarg_definition.media_type).value


def _operation(
    path: str, method: str, handler: HTTPRouteHandler, shapes: _Shapes, listed: Mapping[str, Any]
) -> dict[str, Any]:
    told = documented(handler.opt)
    parameters = [*listed.get("parameters", []), *_parameters(told)]
    found: dict[str, Any] = {
        "security": _security(path, method, handler),
        "responses": {
            str(status): _response(answer, shapes)
            for status, answer in sorted({**_common(path, method, handler), **told.answers}.items())
        },
    }
    if parameters:
        found["parameters"] = parameters
    for body, media in _body(handler):
        found["requestBody"] = {"required": True, "content": {media: {"schema": shapes.of(body)}}}
    return found


def _parameters(told: Documented) -> Iterator[dict[str, Any]]:
    for place, names in (("query", told.query), ("header", told.headers)):
        for name, what in names.items():
            yield {"name": name, "in": place, "required": False, "description": what, "schema": {"type": "string"}}


def _security(path: str, method: str, handler: HTTPRouteHandler) -> list[dict[str, list[str]]]:
    needed: dict[str, list[str]] = {}
    if (role := role_of(handler)) is not None:
        needed[_SESSION] = [role.value]
    if _is_desk(path) and method != "GET":
        needed |= {_FORM_TOKEN: [], _FORM_COOKIE: []}
    if authenticate in handler.resolve_guards():
        needed[_TABLET] = []
    if authenticate_scraper in handler.resolve_guards():
        needed[_SCRAPER] = []
    return [needed] if needed else []


def _common(path: str, method: str, handler: HTTPRouteHandler) -> dict[int, Answer]:
    """What guards and the shape of the request make of it."""
    api = path.startswith(PROGRAMS)
    asks = bool(list(_body(handler)))

    def refused(what: str) -> Answer:
        return gives(what, Fault) if api else tells(what)

    found = {
        500: refused("A mistake of the hub's own; it has been logged."),
        503: refused("The hub is stopping, or cannot use its database; `Retry-After` says when to try again."),
    }
    if asks:
        found[400] = refused("The request is not understood.")
        found[413] = refused("That is more than the hub takes at once.")
    if "{" in path:
        found[404] = refused("There is nothing at this address.")
    if {authenticate, authenticate_scraper} & set(handler.resolve_guards()):
        found[401] = refused("The token is not known here.")
    if _is_desk(path) and method != "GET":
        found[403] = refused("The form's token is missing or wrong, or the role does not reach.")
    role = role_of(handler)
    if role is None:
        return found
    found[401] = refused("Nobody is signed in.")
    if method == "GET":
        found[303] = leads("To the sign-in, or to where an idle session gives its passcode again.")
        if role is not Role.RECEPTIONIST:
            found[403] = refused("The role does not reach.")
    if not handler.opt.get(*WHEN_IDLE):
        found[423] = refused("The session is idle: nothing was done, and the passcode is wanted first.")
    return found


def _is_desk(path: str) -> bool:
    return path == "/desk" or path.startswith("/desk/")


def _event(kinds: Mapping[str, Mapping[str, Any]]) -> Mapping[str, Any]:
    """One server-sent event, as OpenAPI describes them: with its fields as they are on the wire."""
    text = {"type": "string"}
    if not kinds:
        return {"type": "object", "properties": {"event": text, "data": text}, "required": ["data"]}
    return {
        "oneOf": [
            {
                "type": "object",
                "properties": {
                    "event": {"const": name},
                    "id": text,
                    "data": {"type": "string", "contentMediaType": JSON, "contentSchema": schema},
                },
                "required": ["event", "data"],
            }
            for name, schema in kinds.items()
        ]
    }


def _schema(answer: Answer, media: str, shapes: _Shapes) -> Mapping[str, Any]:
    if media == EVENTS:
        return _event({name: shapes.of(kind) for name, kind in answer.shape.items()})
    return shapes.of(answer.shape) if media == JSON else {"type": "string"}


def _response(answer: Answer, shapes: _Shapes) -> dict[str, Any]:
    found: dict[str, Any] = {"description": answer.what}
    if answer.media:
        found["content"] = {media: {"schema": _schema(answer, media, shapes)} for media in answer.media}
    return found
