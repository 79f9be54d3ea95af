"""The outbox's way to the hub."""

import asyncio
from collections.abc import Callable
from typing import TypeAlias
from uuid import UUID

import msgspec
import structlog
from msgspec import Raw

from kiosk.store import Clock, Store, StoreFault
from kiosk.sync.hub import Hub, TooLargeError, UnreachableError
from kiosk.sync.link import LinkState, SyncListener
from kiosk.sync.pace import Pace
from kiosk.sync.told import Told
from kiosk.visits.receipt import Receipt
from kiosk.visits.wire import MAX_BYTES, MAX_EVENTS, Answers, Push, Result

_ENVELOPE_BYTES = 1_000
"""More than a push takes beside its events."""

_log = structlog.get_logger(__name__)
_any = msgspec.json.Decoder(Raw)


Batch: TypeAlias = list[tuple[UUID, bytes]]
"""Ids and wire JSON."""


class Pusher:
    """Sends what is unsent, the oldest first, one batch at a time, until the hub has answered for each.

    While the hub has one, the next is read and the answers to the one before are noted.
    """

    def __init__(
        self, store: Store, hub: Hub, clock: Clock, link: LinkState, listener: SyncListener, *, pace: Pace
    ) -> None:
        self._store = store
        self._hub = hub
        self._clock = clock
        self._link = link
        self._listener = listener
        self._pace = pace
        self._work = asyncio.Event()
        self._work.set()
        self._limit = MAX_EVENTS
        self._again_at_once = True
        self._told = Told("sync.store_fault")
        self._held: Receipt | None = None
        self._ahead: Batch = []
        """What was read while the last batch was under way."""
        self._settling: asyncio.Task[None] | None = None
        """What notes the answers to the last batch."""
        self.on_success: Callable[[], None] = lambda: None
        """Called after every push of which the answers are noted."""

    def wake(self) -> None:
        """There may be something to send."""
        self._work.set()

    async def run(self) -> None:
        """Sends for ever. Raises RefusedError."""
        try:
            while True:
                await self._work.wait()
                self._work.clear()
                while await self._step():
                    pass
                # What was too much at once lies behind; the next batch is another.
                self._limit = MAX_EVENTS
        finally:
            if self._settling is not None:
                self._settling.cancel()
                await asyncio.gather(self._settling, return_exceptions=True)

    async def _step(self) -> bool:
        """One attempt and the pause after it if it failed; False when nothing is left to send."""
        try:
            batch, self._ahead = self._ahead, []
            if not batch:
                # Only then does the store know what is left.
                await self._settled()
                batch = self._read()
            if not batch:
                self._compare()
                return False
            if damaged := _damaged(batch):
                await self._settled()
                await self._settle(damaged)
            else:
                await self._send(batch)
        except TooLargeError:
            await self._halve(batch)
        except UnreachableError as error:
            if error.broke and self._again_at_once:
                self._again_at_once = False
                return True
            self._link.failed(str(error))
            await self._pace.pause(error.retry_after_s)
        except StoreFault as fault:
            self._told.fault(str(fault))
            await self._pace.pause()
        return True

    def _read(self, after: UUID | None = None) -> Batch:
        return self._store.outbox(self._limit, MAX_BYTES - _ENVELOPE_BYTES, after=after)

    async def _read_ahead(self, batch: Batch) -> Batch:
        if len(batch) < self._limit:
            return []
        try:
            return await asyncio.to_thread(self._read, batch[-1][0])
        except StoreFault:
            # Told when it is read in its turn.
            return []

    async def _send(self, batch: Batch) -> None:
        clock, store = self._clock, self._store
        push = Push(
            device=store.device,
            epoch=store.epoch,
            boot=clock.boot,
            mono=clock.mono_ms(),
            at=clock.now_ms(),
            events=[Raw(body) for _, body in batch],
            hub_epoch=store.hub_epoch,
        )
        answers, ahead = await asyncio.gather(self._hub.push(push), self._read_ahead(batch))
        self._again_at_once = True
        self._link.reached()
        # Before the answers are noted: another hub takes the earlier confirmations back, but not these.
        await asyncio.wrap_future(store.meet_hub(answers.hub_epoch, answers.at))
        if not answers.answers:
            return
        await self._settled()
        self._settling = asyncio.create_task(self._note(_outcome(batch, answers), answers.receipt))
        if store.hub_epoch == push.hub_epoch:
            # Another hub wants the earlier ones again, and first.
            self._ahead = ahead

    async def _note(self, outcome: dict[UUID, str | None], held: Receipt | None) -> None:
        await self._settle(outcome)
        self._told.over()
        self._held = held
        self._pace.succeeded()
        self.on_success()

    def _compare(self) -> None:
        """Raises StoreFault."""
        held, self._held = self._held, None
        if held is not None and not (compared := self._store.compare(held)).agrees:
            _log.error("sync.receipt_differs", confirmed=compared.confirmed.count, held=held.count)

    async def _settled(self) -> None:
        settling, self._settling = self._settling, None
        if settling is not None:
            await settling

    async def _settle(self, outcome: dict[UUID, str | None]) -> None:
        await asyncio.wrap_future(self._store.confirm(outcome))
        for event, reason in outcome.items():
            if reason is not None:
                _log.error("sync.event_rejected", id=str(event), reason=reason)
        if arrived := [event for event, reason in outcome.items() if reason is None]:
            self._listener.confirmed(arrived)

    async def _halve(self, batch: Batch) -> None:
        if len(batch) > 1:
            self._limit = len(batch) // 2
            return
        # It cannot become smaller, and must not keep the others from getting through.
        try:
            await self._settle({batch[0][0]: "too large for the hub"})
        except StoreFault as fault:
            self._told.fault(str(fault))
            await self._pace.pause()


def _outcome(batch: Batch, answers: Answers) -> dict[UUID, str | None]:
    return {
        event: (answer.reason or "no reason given") if answer.result is Result.REJECTED else None
        for (event, _), answer in zip(batch, answers.answers, strict=True)
    }


def _damaged(batch: Batch) -> dict[UUID, str | None]:
    """What is no JSON any more on this disk: one such event would spoil every batch that it is in.

    Of what is, the hub judges each alone.
    """
    damaged: dict[UUID, str | None] = {}
    for event, body in batch:
        try:
            _any.decode(body)
        except msgspec.DecodeError as error:
            damaged[event] = f"unreadable on this tablet: {error}"
    return damaged
