"""What differs between the places that a database can be in: `sqlite` has it in a file, `postgresql` on a server."""

from collections.abc import AsyncGenerator, Awaitable, Callable
from contextlib import AbstractAsyncContextManager
from typing import Protocol

import sqlalchemy as sa
from msgspec import Struct
from sqlalchemy import Connection, Engine
from sqlalchemy.exc import OperationalError

from kiosk.hub.schema import practice
from kiosk.hub.tenant import whose


class DatabaseFault(Exception):
    """The database cannot be used; the message is one sentence for the person who runs the hub."""


class OutcomeUnknownError(OperationalError):
    """The database went away in a commit and is not back to say what became of it."""


class Start(Struct, frozen=True):
    """What a transaction that writes has found of its practice; nobody else changes it until the commit."""

    hub_epoch: str
    cursor: int
    """The last one that was handed out."""
    n: int
    """The hub's own last number."""
    timezone: str | None
    """Where the weeks that were counted begin; None is UTC."""
    mark: str = ""
    """By which `Home.has_committed` knows the transaction."""


START = sa.select(practice.c.hub_epoch, practice.c.cursor, practice.c.n, practice.c.timezone).where(whose(practice))
"""What a `Start` begins with; it is executed with `tenant.served`."""

Tell = Callable[[str], Awaitable[None]]
"""Passes a message on."""


class Home(Protocol):
    """Where the tables are."""

    @property
    def reading(self) -> Engine:
        """Its transactions see one state throughout."""

    @property
    def glancing(self) -> Engine:
        """For one statement alone: each sees a state of its own."""

    @property
    def reporting(self) -> Engine:
        """The same for what takes long and may be a moment old; elsewhere if there is a copy."""

    @property
    def writing(self) -> Engine:
        """Its transactions are durable once they are committed."""

    def begin(self, connection: Connection) -> Start:
        """Keeps other writers of the practice out until the commit."""

    def has_committed(self, mark: str, error: Exception) -> bool:
        """Whether a transaction became durable although its commit ended in `error`. Raises OutcomeUnknownError."""

    def will_pass(self, error: Exception) -> bool:
        """Whether the same transaction, of which nothing was written, may well succeed a moment later."""

    @property
    def is_shared(self) -> bool:
        """Whether other hubs may work on the same database at the same time."""

    def tell(self, connection: Connection, message: str) -> None:
        """The other hubs hear of `message`, at most 8,000 bytes, as soon as the transaction is durable."""

    def telling(self) -> AbstractAsyncContextManager[Tell]:
        """The other hubs hear of what is given to it, at most 8,000 bytes at once. Both raise ConnectionError."""

    def listen(self) -> AsyncGenerator[str, None]:
        """What hubs tell, this one too; "" once it begins to hear them. Raises ConnectionError when it is deaf."""

    def leads(self) -> bool:
        """Whether this is the one hub that sees to what is due; another takes over when it ends."""

    def forget(self) -> None:
        """Takes what was erased out of the files, as far as nobody is in the way just now."""

    def close(self) -> None:
        """Closes everything."""
