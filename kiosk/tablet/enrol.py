"""The first start: the tablet shows a code until somebody of IT has let it in at the hub."""

import asyncio
import threading
from collections.abc import Awaitable, Callable
from contextlib import suppress
from dataclasses import dataclass

from PySide6.QtCore import Property, QObject, Qt, QTimer, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.sync.discovery import find
from kiosk.sync.enrolment import DeniedError, EnrolFault, Enrolment
from kiosk.tablet.values import emit_changes
from kiosk.visits.wire import DeviceCode

QML_IMPORT_NAME = "Kiosk.Models"
QML_IMPORT_MAJOR_VERSION = 1

AGAIN_MS = 10_000
"""How long after a failure the hub is asked again."""


@dataclass(frozen=True)
class EnrolValues:
    """What the screen shows."""

    state: str = "asking"
    """`asking`, `found` where somebody has to say which hub, `code`, `silent` where no hub answers, or `denied`."""
    code: str = ""
    link: str = ""
    """The page that lets this tablet in."""
    fingerprint: str = ""
    """SHA-256 of the hub's certificate, where nobody vouches for it."""
    found: tuple[str, ...] = ()
    """Addresses of hubs that say they are in this network. Nobody vouches for that."""
    hub: str = ""
    """The address of the hub that is asked; empty where none is known."""


@QmlElement
class EnrolModel(QObject):
    """Asks on a thread of its own; tells the screen, and at last `enrolled` with an Enrolment."""

    stateChanged = Signal()
    codeChanged = Signal()
    linkChanged = Signal()
    fingerprintChanged = Signal()
    foundChanged = Signal()
    hubChanged = Signal()
    enrolled = Signal(object)

    _heard = Signal(object)

    def __init__(
        self,
        hub: str,
        fallback: str,
        again_ms: int = AGAIN_MS,
        parent: QObject | None = None,
        *,
        look: Callable[[], Awaitable[list[str]]] = find,
        unsent: int | None = None,
    ) -> None:
        """`hub`: its address; empty: `look` for hubs to choose from, and ask `fallback` where there are none.

        `unsent`: of a tablet that was let in before, how many facts no hub has heard of.
        """
        super().__init__(parent)
        self._hub = hub
        self._fallback = fallback
        self._look = look
        self._unsent = unsent
        self._values = EnrolValues(hub=hub)
        self._again = QTimer(self)
        self._again.setSingleShot(True)
        self._again.setInterval(again_ms)
        self._again.timeout.connect(self.begin)
        self._heard.connect(self._take, Qt.ConnectionType.QueuedConnection)
        self._thread: threading.Thread | None = None
        self._loop: asyncio.AbstractEventLoop | None = None
        self._task: asyncio.Task[Enrolment | EnrolValues] | None = None

    @Property(str, notify=stateChanged)
    def state(self) -> str:
        """How far it is, by name."""
        return self._values.state

    @Property(str, notify=codeChanged)
    def code(self) -> str:
        """What somebody types at the desk."""
        return self._values.code

    @Property(str, notify=linkChanged)
    def link(self) -> str:
        """What the QR code says."""
        return self._values.link

    @Property(str, notify=fingerprintChanged)
    def fingerprint(self) -> str:
        """Of the hub's certificate; empty where somebody vouches for it."""
        return self._values.fingerprint

    @Property(list, notify=foundChanged)
    def found(self) -> list[str]:
        """Addresses of hubs to choose from."""
        return list(self._values.found)

    @Property(str, notify=hubChanged)
    def hub(self) -> str:
        """The address of the hub that is asked; empty where none is known."""
        return self._values.hub

    @Property(bool, constant=True)
    def revoked(self) -> bool:
        """Whether the tablet was let in before, and is no more."""
        return self._unsent is not None

    @Property(int, constant=True)
    def unsent(self) -> int:
        """How many facts stay here that no hub has heard of."""
        return self._unsent or 0

    @Slot()
    def begin(self) -> None:
        """Asks for a code, anew if need be."""
        self.stop()
        # A hub that is away stays so on the screen until it answers.
        if self._values.state != "silent":
            self._show(EnrolValues(hub=self._hub))
        self._loop = asyncio.new_event_loop()
        self._thread = threading.Thread(target=self._run, args=(self._loop,), name="enrol", daemon=True)
        self._thread.start()

    @Slot(str)
    def choose(self, hub: str) -> None:
        """Somebody who stands before the tablet says that this is the hub."""
        if hub in self._values.found:
            self._hub = hub
            self.begin()

    def stop(self) -> None:
        """Asks no more, and waits until that is so. Idempotent."""
        self._again.stop()
        if self._thread is None or self._loop is None:
            return
        # The thread may end at any moment by itself, and the loop with it.
        with suppress(RuntimeError):
            self._loop.call_soon_threadsafe(self._cancel)
        self._thread.join()
        self._thread = None

    def _cancel(self) -> None:
        if self._task is not None:
            self._task.cancel()

    def _run(self, loop: asyncio.AbstractEventLoop) -> None:
        with asyncio.Runner(loop_factory=lambda: loop) as runner, suppress(asyncio.CancelledError):
            self._heard.emit(runner.run(self._ask()))

    async def _ask(self) -> Enrolment | EnrolFault | EnrolValues:
        self._task = asyncio.create_task(self._choose_and_ask())
        try:
            return await self._task
        except EnrolFault as fault:
            return fault

    async def _choose_and_ask(self) -> Enrolment | EnrolValues:
        if not self._hub and (found := await self._look()):
            return EnrolValues("found", found=tuple(found))
        # Here alone, as the HTTP client comes with it: a tablet that was let in asks no more.
        from kiosk.sync.asking import Asking

        asking = Asking(self._hub or self._fallback)

        def show(code: DeviceCode) -> None:
            link = code.verification_uri_complete
            self._heard.emit(EnrolValues("code", code.user_code, link, asking.fingerprint, hub=self._hub))

        return await asking.run(show)

    @Slot(object)
    def _take(self, news: Enrolment | EnrolFault | EnrolValues) -> None:
        if isinstance(news, EnrolValues):
            self._show(news)
        elif isinstance(news, Enrolment):
            self.enrolled.emit(news)
        elif isinstance(news, DeniedError):
            self._show(EnrolValues("denied", hub=self._hub))
        else:
            self._show(EnrolValues("silent", hub=self._hub))
            self._again.start()

    def _show(self, values: EnrolValues) -> None:
        old, self._values = self._values, values
        emit_changes(self, old, values)
