"""Clicks that are heard once: the page names each one, so that it can learn what became of it.

A click that was cut off by a network or a hub that went away is asked for later. Either it had its effect, and the
page says so, or it is void from then on, even if it should still come.
"""

from collections.abc import Callable
from typing import Any
from uuid import UUID

import sqlalchemy as sa
from msgspec import Struct
from sqlalchemy import Connection

from kiosk.hub.desk import audited
from kiosk.hub.desk.actions import Decision
from kiosk.hub.desk.audit import Actor
from kiosk.hub.log import Work
from kiosk.hub.schema import click
from kiosk.hub.tenant import mine, practice_of
from kiosk.hub.writing import Writing

KEPT_MS = 24 * 3_600_000

NOT_RECORDED = "Not recorded: the hub was away just then. Please do it again."

Look = Callable[[Connection, int], Decision]
"""A decision by what is in the database now, at a time in ms UTC; called within the writer's transaction."""


class Click(Struct, frozen=True):
    """A click, and whose it is."""

    id: UUID
    handle: str


class Outcome(Struct, frozen=True):
    """What became of a click."""

    say: str
    done: bool
    undoable: tuple[UUID, ...] = ()
    """The events that it recorded, if they may be taken back."""


def perform(look: Look, clicked: Click | None, actor: Actor | None = None) -> Work[Outcome]:
    """A job that decides and records, once for each click; without a click, at each time.

    What `actor` does is audited; without one, it is what a page does by itself.
    """

    def work(connection: Connection, writing: Writing) -> Outcome:
        before = _find(connection, clicked) if clicked else None
        if before is not None:
            return before
        decision = look(connection, writing.now)
        facts = [writing.mint(make) for make in decision.facts]
        if actor is not None:
            audited.tell(connection, writing.now, actor, facts)
        outcome = Outcome(decision.say, decision.done, () if decision.final else tuple(fact.id for fact in facts))
        if clicked:
            _remember(connection, clicked, writing.now, outcome)
        return outcome

    return work


def ask(clicked: Click) -> Work[Outcome]:
    """A job that says what became of a click; one that has not come is void from now on."""

    def work(connection: Connection, writing: Writing) -> Outcome:
        outcome = _find(connection, clicked)
        if outcome is None:
            outcome = Outcome(NOT_RECORDED, done=False)
            _remember(connection, clicked, writing.now, None)
        return outcome

    return work


def _find(connection: Connection, clicked: Click) -> Outcome | None:
    row = connection.execute(sa.select(click).where(mine(connection, click), click.c.click == str(clicked.id))).first()
    if row is None:
        return None
    if row.said is None or row.handle != clicked.handle:
        return Outcome(NOT_RECORDED, done=False)
    return Outcome(row.said, row.done)


def _remember(connection: Connection, clicked: Click, now: int, outcome: Outcome | None) -> None:
    connection.execute(click.delete().where(mine(connection, click), click.c.at < now - KEPT_MS))
    row: dict[str, Any] = {
        "practice": practice_of(connection),
        "click": str(clicked.id),
        "handle": clicked.handle,
        "at": now,
    }
    said = outcome.say if outcome else None
    connection.execute(click.insert().values(**row, said=said, done=bool(outcome and outcome.done)))
