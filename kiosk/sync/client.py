"""The sync as the tablet's program sees it: one thread that is started and stopped."""

import asyncio
import random
import threading
from collections.abc import Callable
from contextlib import suppress
from typing import TYPE_CHECKING

import structlog

from kiosk.store import SYSTEM_CLOCK, Clock, Store, StoreFault
from kiosk.sync.backoff import Backoff
from kiosk.sync.enrolment import EnrolFault
from kiosk.sync.keyring import Keyring
from kiosk.sync.link import LinkState, SyncListener
from kiosk.sync.pace import Pace
from kiosk.sync.timing import Timing
from kiosk.visits.wire import Health

if TYPE_CHECKING:
    from kiosk.sync.hub import Hub

_log = structlog.get_logger(__name__)


class Sync:
    """Keeps store and hub in step on a thread of its own, for as long as it runs; idle, it only waits.

    The hub may come and go. Nothing is ever removed from the store before the hub has answered for it, and
    nothing that was received is told to the listener before it is in the store. A mistake of ours ends the
    thread: it is logged with its traceback, and the link becomes UNREACHABLE.
    """

    def __init__(
        self,
        store: Store,
        hub: str,
        token: str,
        listener: SyncListener,
        clock: Clock = SYSTEM_CLOCK,
        *,
        certificate: str = "",
        keyring: Keyring | None = None,
        health: Callable[[], Health] | None = None,
        timing: Timing | None = None,
        share: Callable[[], float] = random.random,
    ) -> None:
        """`hub` is its address, `token` this tablet's; `store` has to outlive the sync.

        `certificate`: the hub's, in PEM, if no other is to be trusted. `keyring`: the tablet's tokens, where it keeps
        them itself; in the place of `token` then, and the only one to touch their file. `health` is asked on the
        sync's thread how the tablet is doing. `share` is the randomness of the back-off.
        """
        self._certificate = certificate
        self._keyring = keyring
        self._health = health
        self._store = store
        self._url = hub
        self._token = token if keyring is None else keyring.current
        self._listener = listener
        self._link = LinkState(listener)
        self._clock = clock
        self._timing = timing or Timing()
        self._share = share
        self._stopping = asyncio.Event()
        self._thread = threading.Thread(target=self._run, name="sync", daemon=True)

    def start(self) -> None:
        """Begins. May be called once."""
        self._loop = asyncio.new_event_loop()
        self._thread.start()

    def stop(self) -> None:
        """Ends the thread and waits for it; what was under way is sent again the next time. Idempotent."""
        if not self._thread.is_alive():
            return
        self._call(self._stopping.set)
        self._thread.join()

    def _run(self) -> None:
        try:
            with asyncio.Runner(loop_factory=lambda: self._loop) as runner:
                runner.run(self._main())
        except Exception:  # noqa: BLE001 - a mistake of ours, whichever
            _log.exception("sync.died")
            self._link.lost()
        finally:
            self._store.on_unsent = None

    async def _main(self) -> None:
        # Here, on the sync's own thread: the HTTP client comes with it, and takes longer than all the rest of the sync.
        from kiosk.sync.hub import Hub

        hub = Hub(self._url, self._token, self._timing, self._certificate)
        patience = self._loop.call_later(self._timing.patience_s, self._link.waited)
        try:
            while await self._serve(hub):
                pass
        finally:
            patience.cancel()
            await hub.close()

    async def _serve(self, hub: "Hub") -> bool:
        """Until the end; whether to begin again, with another token."""
        from kiosk.sync.health import Reporter
        from kiosk.sync.hub import RefusedError
        from kiosk.sync.push import Pusher
        from kiosk.sync.renewal import Renewer
        from kiosk.sync.stream import Listener

        paces = Pace(Backoff(self._share)), Pace(Backoff(self._share))
        pusher = Pusher(self._store, hub, self._clock, self._link, self._listener, pace=paces[0])
        stream = Listener(self._store, hub, self._link, self._listener, pace=paces[1], timing=self._timing)
        # Whoever reaches the hub first gets the other one going.
        pusher.on_success = paces[1].hurry
        reporter = Reporter(hub, self._health, self._timing)
        renewer = Renewer(hub, self._keyring, pace=Pace(Backoff(self._share)))

        def greeted() -> None:
            paces[0].hurry()
            reporter.wake()
            self._keep_token()

        stream.on_success = greeted
        stream.on_renewal = renewer.wake
        # By the report the hub sees that the tablet uses its new token.
        renewer.on_success = reporter.wake
        self._store.on_unsent = lambda: self._call(pusher.wake)
        works = pusher.run(), stream.run(), reporter.run(), renewer.run(), self._stopping.wait()
        tasks = [asyncio.create_task(work) for work in works]
        try:
            await asyncio.wait(tasks, return_when=asyncio.FIRST_COMPLETED)
            ended = [task for task in tasks if task.done()]
        finally:
            for task in tasks:
                task.cancel()
            await asyncio.gather(*tasks, return_exceptions=True)
        try:
            for task in ended:
                task.result()
        except RefusedError:
            if self._keyring is not None and self._keyring.refused():
                hub.use(self._keyring.current)
                return True
            await self._forget_names()
            self._link.refused()
        return False

    def _keep_token(self) -> None:
        """The hub takes the token: it is the one to begin with, the next time."""
        try:
            if self._keyring is not None:
                self._keyring.accepted()
        except EnrolFault as fault:
            _log.warning("sync.token_not_kept", why=str(fault))

    async def _forget_names(self) -> None:
        """A tablet that is let in no more may be anybody's: what it knows of patients goes first."""
        try:
            erased = await asyncio.wrap_future(self._store.erase_every_name())
        except StoreFault as fault:
            _log.error("sync.names_not_erased", why=str(fault))
            return
        if erased:
            _log.warning("sync.names_erased", visits=len(erased))
            self._listener.received(erased)

    def _call(self, what: Callable[[], object]) -> None:
        # The thread may end at any moment by itself, and the loop with it.
        with suppress(RuntimeError):
            self._loop.call_soon_threadsafe(what)
