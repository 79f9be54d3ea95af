"""The one place where other threads meet Qt: the store's writer and the sync thread, by queued signals."""

from collections.abc import Callable, Collection, Sequence
from concurrent.futures import Future
from uuid import UUID

import structlog
from PySide6.QtCore import QObject, Qt, Signal, Slot

from kiosk.store import Store, StoreFault
from kiosk.sync import Link
from kiosk.visits.events import Event, Stamp
from kiosk.visits.settings import Settings

log = structlog.get_logger(__name__)

Saved = Callable[[tuple[Event, ...]], None]
Failed = Callable[[], None]


class Bridge(QObject):
    """Carries facts to the store and news back. Lives on the GUI thread; is a `SyncListener` for the sync thread."""

    linkHeard = Signal(object)
    """A `Link`."""
    confirmationHeard = Signal(object)
    """A sequence of event ids (UUID) that the hub has stored."""
    eventsHeard = Signal(object)
    """A sequence of events from the hub, durable here."""
    lookedFor = Signal(str)
    """Somebody looks for this tablet; what staff call it."""
    settingsHeard = Signal(object)
    """The practice's `Settings`, durable here."""

    _written = Signal(object, object, object)

    def __init__(self, store: Store, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._store = store
        self._written.connect(self._answer, Qt.ConnectionType.QueuedConnection)

    def append(self, *make: Callable[[Stamp], Event], saved: Saved, failed: Failed) -> None:
        """Writes events in one transaction; then calls `saved` or `failed` on the GUI thread.

        `saved` is called only when the events are durable. `failed` says that this is not known: none of them
        is, unless the disk failed so that it could not even be asked.
        """
        future = self._store.append(*make)
        future.add_done_callback(lambda done: self._written.emit(done, saved, failed))

    def erase_names(self, visits: Collection[UUID], *, saved: Saved, failed: Failed) -> None:
        """Blanks the names of visits wherever they are kept here; then calls one of the two on the GUI thread.

        `saved` is given the events that record it.
        """
        future = self._store.erase_names(visits)
        future.add_done_callback(lambda done: self._written.emit(done, saved, failed))

    def tend(self, *, in_need: bool) -> None:
        """Lets the store remove what is old; with `in_need` only if its disk is full. It tells of faults itself."""
        if not (in_need and self._store.has_reserve()):
            self._store.tend()

    def remember(self, key: str, value: str | None, *, saved: Failed, failed: Failed) -> None:
        """Keeps a setting of the program's own; then calls `saved` or `failed` on the GUI thread."""
        future = self._store.remember(key, value)
        future.add_done_callback(lambda done: self._written.emit(done, lambda _: saved(), failed))

    def link_changed(self, link: Link) -> None:
        """Called on the sync thread."""
        self.linkHeard.emit(link)

    def confirmed(self, ids: Sequence[UUID]) -> None:
        """Called on the sync thread."""
        self.confirmationHeard.emit(ids)

    def received(self, events: Sequence[Event]) -> None:
        """Called on the sync thread."""
        self.eventsHeard.emit(events)

    def looked_for(self, name: str) -> None:
        """Called on the sync thread."""
        self.lookedFor.emit(name)

    def settings_heard(self, settings: Settings) -> None:
        """Called on the sync thread."""
        self.settingsHeard.emit(settings)

    @Slot(object, object, object)
    def _answer(self, done: Future[tuple[Event, ...]], saved: Saved, failed: Failed) -> None:
        try:
            events = done.result()
        except StoreFault as fault:
            log.error("not-saved", reason=str(fault))
            failed()
            return
        saved(events)
