"""Every tap that becomes a fact."""

import hashlib
import secrets
from collections.abc import Callable
from uuid import UUID

from PySide6.QtCore import QObject, Signal

from kiosk.tablet.bridge import Bridge
from kiosk.tablet.day import Day
from kiosk.visits.events import (
    Acknowledged,
    Arrived,
    ConcernConfirmed,
    ConcernRaised,
    Event,
    HelpRequested,
    Rated,
    RatingExplained,
    RatingFlagged,
    RatingSettled,
    Stamp,
)
from kiosk.visits.identity import RANDOM_BITS, uuid7
from kiosk.visits.rating import Topic
from kiosk.visits.ticket import next_ticket

Then = Callable[[], None]


class Recorder(QObject):
    """Writes what patients do. `then` runs once the fact is durable; `failed` is emitted where it could not be kept."""

    failed = Signal()

    def __init__(self, bridge: Bridge, day: Day, *, letter: str, place: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._day = day
        self._letter = letter
        self._place = place

    def new_id(self) -> UUID:
        """A fresh id for a visit, a rating or a concern."""
        return uuid7(self._day.clock.now_ms(), secrets.randbits(RANDOM_BITS))

    def arrive(self, visit: UUID, name: str, language: str, then: Callable[[str], None]) -> None:
        """A patient is here; `then` gets the key of the phone link, which is kept nowhere else."""
        key = secrets.token_urlsafe(16)
        link = hashlib.sha256(key.encode()).hexdigest()
        ticket = next_ticket(self._letter, self._day.tickets())
        self._write(
            lambda stamp: Arrived(
                **stamp,
                visit=visit,
                ticket=ticket,
                name=name,
                language=language,
                place=self._place,
                link=link,
            ),
            then=lambda: then(key),
        )

    def acknowledge(self, visit: UUID, by: str, minutes: int | None) -> None:
        """A person of the staff has seen the patient, and may have quoted a wait."""
        self._write(lambda stamp: Acknowledged(**stamp, visit=visit, by=by, minutes=minutes))

    def rate(self, visit: UUID, rating: UUID, stars: int, then: Then) -> None:
        """One tap on a star, the first or a change."""
        self._write(lambda stamp: Rated(**stamp, visit=visit, rating=rating, stars=stars), then=then)

    def explain(self, visit: UUID, rating: UUID, topics: tuple[Topic, ...], comment: str) -> None:
        """What the rating is about, as it stands now."""
        self._write(lambda stamp: RatingExplained(**stamp, visit=visit, rating=rating, topics=topics, comment=comment))

    def flag_burst(self, visit: UUID, rating: UUID) -> None:
        """The rating is one of too many in too short a time; it stays."""
        self._write(lambda stamp: RatingFlagged(**stamp, visit=visit, rating=rating, flag="burst"))

    def settle(self, visit: UUID, rating: UUID) -> None:
        """The patient is done with the rating."""
        self._write(lambda stamp: RatingSettled(**stamp, visit=visit, rating=rating))

    def ask_for_help(self, visit: UUID, concern: UUID, rating: UUID | None, then: Then) -> None:
        """Somebody shall come: out of a rating, or by the help button."""
        if rating is None:
            self._write(
                lambda stamp: HelpRequested(**stamp, visit=visit, concern=concern, place=self._place),
                then=then,
            )
        else:
            self._write(
                lambda stamp: ConcernRaised(**stamp, visit=visit, concern=concern, rating=rating, place=self._place),
                then=then,
            )

    def confirm(self, visit: UUID, concern: UUID, put_right: bool) -> None:
        """What the patient says came of it."""
        self._write(lambda stamp: ConcernConfirmed(**stamp, visit=visit, concern=concern, put_right=put_right))

    def _write(self, make: Callable[[Stamp], Event], then: Then | None = None) -> None:
        def saved(events: tuple[Event, ...]) -> None:
            self._day.add_own(events)
            if then:
                then()

        self._bridge.append(make, saved=saved, failed=self.failed.emit)
