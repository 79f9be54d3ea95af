"""The hub's stream into the store."""

import asyncio
from collections.abc import Callable, Sequence
from uuid import UUID

import httpx2
import msgspec
import structlog
from msgspec.structs import replace

from kiosk.store import Store, StoreFault
from kiosk.sync.backoff import Backoff
from kiosk.sync.hub import Hub, UnreachableError, unreachable
from kiosk.sync.link import LinkState, SyncListener
from kiosk.sync.pace import Pace
from kiosk.sync.settings import SETTINGS_KEY
from kiosk.sync.timing import Timing
from kiosk.sync.told import Told
from kiosk.visits import settings
from kiosk.visits.events import Event, InvalidEventError, UnknownEvent, decode
from kiosk.visits.wire import (
    CAUGHT_UP,
    ENTRY,
    HELLO,
    MAX_EVENTS,
    RENEW_TOKEN,
    SETTINGS,
    SHOW_YOURSELF,
    entry_decoder,
    hello_decoder,
    show_decoder,
)

_log = structlog.get_logger(__name__)

_Heard = httpx2.ServerSentEvent | Exception


class Listener:
    """Keeps one stream open, and stores what it says before anybody hears of it."""

    def __init__(
        self,
        store: Store,
        hub: Hub,
        link: LinkState,
        listener: SyncListener,
        *,
        pace: Pace,
        timing: Timing,
    ) -> None:
        self._store = store
        self._hub = hub
        self._link = link
        self._listener = listener
        self._pace = pace
        self._timing = timing
        self._drops = Backoff()
        self._told = Told("sync.store_fault")
        self._up_since: float | None = None
        self.on_success: Callable[[], None] = lambda: None
        """Called whenever the hub has said hello."""
        self.on_renewal: Callable[[], None] = lambda: None
        """Called when the hub wants this tablet to have another token."""

    async def run(self) -> None:
        """Listens for ever. Raises RefusedError."""
        while True:
            self._up_since = None
            try:
                await self._listen()
            except UnreachableError as error:
                await self._recover(error)
            except StoreFault as fault:
                self._told.fault(str(fault))
                await self._pace.pause()

    async def _recover(self, error: UnreachableError) -> None:
        """Waits as long as is right before the stream is opened again."""
        if self._up_since is None:
            self._link.failed(str(error))
            await self._pace.pause(error.retry_after_s)
        elif asyncio.get_running_loop().time() - self._up_since >= self._timing.steady_s:
            self._drops.reset()
        else:
            # Something cuts the line again and again, though each attempt succeeds.
            await asyncio.sleep(self._drops.next_s())

    async def _listen(self) -> None:
        """One stream, until it ends. Raises UnreachableError, RefusedError and StoreFault."""
        known, after = self._store.hub_epoch, self._store.cursor
        try:
            async with (
                asyncio.timeout(self._timing.answer_s) as patience,
                self._hub.stream(after, self._store.epoch) as source,
            ):
                heard: asyncio.Queue[_Heard] = asyncio.Queue(MAX_EVENTS)
                pump = asyncio.create_task(_pump(source, heard))
                try:
                    hub_epoch = await self._greet(await _next(heard))
                    patience.reschedule(None)
                    if known not in (None, hub_epoch):
                        raise UnreachableError("another hub answers, which needs another cursor", broke=True)
                    while True:
                        await self._take(await _all(heard), hub_epoch)
                finally:
                    pump.cancel()
                    # Its own cancellation is not raised here; ours is, if the sync stops at this very moment.
                    await asyncio.wait([pump])
        except TimeoutError:
            raise UnreachableError(f"no answer within {self._timing.answer_s} s") from None

    async def _greet(self, first: httpx2.ServerSentEvent) -> UUID:
        if first.event != HELLO:
            raise UnreachableError(f"the stream began with {first.event!r} in place of hello")
        try:
            hello = hello_decoder.decode(first.data)
        except msgspec.DecodeError as error:
            raise UnreachableError(f"the stream's hello is not what it should be: {error}") from error
        # Told of also where the disk does not do its part: that is what the hub should hear then.
        self.on_success()
        await asyncio.wrap_future(self._store.meet_hub(hello.hub_epoch, hello.at))
        self._told.over()
        self._up_since = asyncio.get_running_loop().time()
        self._link.reached()
        return hello.hub_epoch

    async def _take(self, messages: Sequence[httpx2.ServerSentEvent], hub_epoch: UUID) -> None:
        if self._store.hub_epoch != hub_epoch:
            raise UnreachableError("another hub answers elsewhere; this cursor is not its own", broke=True)
        events = [event for message in messages if message.event == ENTRY and (event := _entered(message))]
        if any(message.event == CAUGHT_UP for message in messages):
            self._link.reached()
        for message in messages:
            if message.event == SHOW_YOURSELF:
                self._look(message.data)
            elif message.event == RENEW_TOKEN:
                self.on_renewal()
            elif message.event == SETTINGS:
                await self._set(message.data)
        cursor = messages[-1].id or None
        if events or cursor not in (None, self._store.cursor):
            new = await asyncio.wrap_future(self._store.receive(events, cursor))
            if new:
                self._listener.received(new)
        self._pace.succeeded()

    async def _set(self, data: str) -> None:
        try:
            new = settings.decode(data)
        except msgspec.DecodeError as error:
            _log.error("sync.unusable_settings", error=str(error))
            return
        if self._store.remembered(SETTINGS_KEY) != data:
            await asyncio.wrap_future(self._store.remember(SETTINGS_KEY, data))
        self._listener.settings_heard(new)

    def _look(self, data: str) -> None:
        try:
            self._listener.looked_for(show_decoder.decode(data).name)
        except msgspec.DecodeError as error:
            _log.error("sync.unreadable_message", error=str(error))


async def _pump(source: httpx2.EventSource, heard: asyncio.Queue[_Heard]) -> None:
    """Puts what the stream says into the queue, and at last why it ended."""
    try:
        async for message in source:
            await heard.put(message)
        end: Exception = UnreachableError("the hub ended the stream", broke=True)
    except httpx2.RequestError as error:
        end = unreachable(error)
    except Exception as error:  # noqa: BLE001 - raised again where the queue is read
        end = error
    await heard.put(end)


async def _next(heard: asyncio.Queue[_Heard]) -> httpx2.ServerSentEvent:
    message = await heard.get()
    if isinstance(message, Exception):
        raise message
    return message


async def _all(heard: asyncio.Queue[_Heard]) -> list[httpx2.ServerSentEvent]:
    """What has come by now, at least one message: while one commit lasts, the next one gathers."""
    messages = [await _next(heard)]
    while not heard.empty():
        message = heard.get_nowait()
        if isinstance(message, Exception):
            # First what was said before the end.
            heard.put_nowait(message)
            break
        messages.append(message)
    return messages


def _entered(message: httpx2.ServerSentEvent) -> Event | None:
    """The event of an entry, with the time at which it truly happened; None for one that we cannot read."""
    try:
        entry = entry_decoder.decode(message.data)
    except msgspec.DecodeError as error:
        raise UnreachableError(f"an entry of the stream is not what it should be: {error}") from error
    try:
        event = decode(entry.event)
    except InvalidEventError as error:
        # Of a hub that is newer than we are, perhaps. It must not stop what comes after it.
        _log.error("sync.unreadable_entry", cursor=message.id, error=str(error))
        return None
    return event if isinstance(event, UnknownEvent) else replace(event, at=entry.at)
