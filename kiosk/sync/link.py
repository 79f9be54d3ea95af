"""What is known of the line to the hub, and who is told."""

from collections.abc import Sequence
from enum import StrEnum, auto
from typing import Protocol
from uuid import UUID

import structlog

from kiosk.visits.events import Event
from kiosk.visits.settings import Settings

_log = structlog.get_logger(__name__)


class Link(StrEnum):
    """Whether the hub answers."""

    UNKNOWN = auto()
    """Nothing was heard yet, and not for long."""
    REACHABLE = auto()
    UNREACHABLE = auto()
    REFUSED = auto()
    """The hub does not know this tablet's token: names are erased, and the sync has stopped for good."""


class SyncListener(Protocol):
    """Who hears of the sync.

    All methods are called on the sync's thread; they must return at once and not raise.
    """

    def link_changed(self, link: Link) -> None:
        """The line is now as `link` says; never called twice with the same."""

    def confirmed(self, ids: Sequence[UUID]) -> None:
        """The hub has these of our events, and the store knows it."""

    def received(self, events: Sequence[Event]) -> None:
        """These are new from the hub, and durable here."""

    def looked_for(self, name: str) -> None:
        """Somebody looks for this tablet, which staff call `name`."""

    def settings_heard(self, settings: Settings) -> None:
        """These are the practice's settings now, and durable here."""


class LinkState:
    """The link as it stands; tells the listener of every change."""

    def __init__(self, listener: SyncListener) -> None:
        self._listener = listener
        self._link = Link.UNKNOWN

    def reached(self) -> None:
        """The hub answered as a hub does."""
        self._become(Link.REACHABLE)

    def failed(self, why: str) -> None:
        """An attempt failed. While nothing is known yet, one failure says little: see `waited`."""
        if self._link is Link.REACHABLE:
            self._become(Link.UNREACHABLE, why)

    def waited(self) -> None:
        """The patience of the start is over."""
        if self._link is Link.UNKNOWN:
            self._become(Link.UNREACHABLE, "no answer since the start")

    def lost(self) -> None:
        """The sync itself came to an end that nobody asked for."""
        self._become(Link.UNREACHABLE, "the sync has stopped")

    def refused(self) -> None:
        """The hub does not let this tablet in."""
        self._become(Link.REFUSED)

    def _become(self, link: Link, why: str = "") -> None:
        if link is not self._link:
            self._link = link
            _log.info("sync.link", link=link.value, why=why)
            self._listener.link_changed(link)
