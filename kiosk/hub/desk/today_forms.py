"""What the forms of the Today page send."""

from typing import Annotated, Literal
from uuid import UUID

from msgspec import Meta, Struct

from kiosk.hub.desk import actions
from kiosk.visits.promise import Minutes

More = Annotated[int, Meta(ge=1, le=60)]
Drawn = Annotated[str, Meta(pattern="^[0-9]{0,15}$")]
"""The time in ms that the card on the page showed; empty if there was none."""


class SeenForm(Struct):
    """Seen, with or without a wait."""

    minutes: Minutes | None = None


class QuoteForm(Struct):
    """A wait from now, or so much more than is left."""

    minutes: Minutes | None = None
    more: More | None = None
    drawn: Drawn = ""


class CallForm(Struct):
    """Where to."""

    place: str
    drawn: Drawn = ""


class CloseForm(Struct):
    """How the visit ended; `ask` is checked out, and asked how it was on the tablet for that."""

    how: actions.How | Literal["ask"]


class EnterForm(Struct):
    """An arrival that the desk enters; `visit` is made by the page, so that a form sent twice enters one patient."""

    visit: UUID
    name: str = ""
    language: str = "en"
    minutes: Minutes | None = None


class UndoForm(Struct):
    """The facts of one click, their ids with commas between."""

    facts: Annotated[str, Meta(pattern=r"^[0-9a-f-]{36}(,[0-9a-f-]{36}){0,3}\Z")]


class ResolveForm(Struct):
    """What came of a concern."""

    outcome: actions.Result
    note: str = ""


class ShownReport(Struct):
    """Cards that the page has really drawn."""

    visits: Annotated[list[UUID], Meta(max_length=500)] = []
    concerns: Annotated[list[UUID], Meta(max_length=500)] = []
