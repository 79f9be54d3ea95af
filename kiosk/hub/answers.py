"""What each route says about itself, for the OpenAPI document: its answers, and what it takes beside its signature."""

from collections.abc import Mapping
from typing import Any

from msgspec import Struct

HTML = "text/html"
TEXT = "text/plain"
JSON = "application/json"
EVENTS = "text/event-stream"
FILES = "multipart/form-data"

_KEY = "documented"


class Fault(Struct, frozen=True):
    """Why the hub did not do what a tablet asked, in one sentence."""

    error: str


class Answer(Struct, frozen=True):
    """One answer: what it means, in which types it comes, and of which shape its JSON is, or that of each event."""

    what: str
    media: tuple[str, ...] = ()
    shape: Any = None


class Documented(Struct, frozen=True):
    """What a route says about itself."""

    answers: Mapping[int, Answer]
    """By status; what guards and the shape of the request make of it is added where the document is made."""
    takes: Any = None
    """The type of a body that the handler reads by itself."""
    media: str = JSON
    """How that body comes."""
    query: Mapping[str, str] = {}
    """The query's parameters that the handler reads by itself, and what they mean."""
    headers: Mapping[str, str] = {}
    """Headers alike."""


def shows(what: str) -> Answer:
    """A page, or a part of one."""
    return Answer(what, (HTML,))


def tells(what: str) -> Answer:
    """A page, or one sentence for the page's script."""
    return Answer(what, (HTML, TEXT))


def leads(what: str) -> Answer:
    """A redirect."""
    return Answer(what, (TEXT,))


def empty(what: str) -> Answer:
    """An answer without a body."""
    return Answer(what)


def gives(what: str, shape: Any) -> Answer:
    """JSON of a type that msgspec knows."""
    return Answer(what, (JSON,), shape)


def streams(what: str, **kinds: Any) -> Answer:
    """Server-sent events, without an end; `kinds` are the types of their JSON by their names, with `_` for `-`."""
    return Answer(what, (EVENTS,), {name.replace("_", "-"): kind for name, kind in kinds.items()})


def says(by_status: Mapping[int, Answer], **others: Any) -> dict[str, Any]:
    """The `opt` of a handler that says so; `others` are further fields of `Documented`."""
    return {_KEY: Documented(by_status, **others)}


def documented(opt: Mapping[str, Any]) -> Documented:
    """What a handler with this `opt` says. Raises KeyError for one that says nothing."""
    found: Documented = opt[_KEY]
    return found
