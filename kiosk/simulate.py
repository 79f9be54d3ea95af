"""Plays a seeded day through the hub's public API, as a tablet would send it; the day itself is `kiosk.simulated`."""

import gzip
import time
from collections.abc import Iterable, Iterator
from itertools import islice
from typing import TypeVar

import httpx2
import msgspec
from msgspec import Raw

from kiosk.simulated.day import day
from kiosk.visits.events import Event, encode
from kiosk.visits.wire import (
    EVENTS_PATH,
    MAX_EVENTS,
    PROTOCOL,
    PROTOCOL_HEADER,
    Push,
    Result,
    answers_decoder,
    encoder,
)

TIMEOUT_S = 30.0

T = TypeVar("T")

__all__ = ["SimulateFault", "day", "play"]


class SimulateFault(Exception):
    """The day cannot be played; the message is one sentence."""


def play(
    hub: str,
    token: str,
    device: str,
    *,
    seed: int,
    opens_ms: int,
    closes_ms: int,
    until_ms: int | None = None,
) -> int:
    """Sends the day's facts to the hub at the URL `hub`; how many there were. Times in ms UTC.

    Played again, nothing is doubled. Raises SimulateFault if the hub cannot be reached, refuses the token, or
    rejects a fact.
    """
    facts = day(seed, device, opens_ms=opens_ms, closes_ms=closes_ms, until_ms=until_ms)
    sent = 0
    with httpx2.Client(base_url=hub, headers={"Authorization": f"Bearer {token}"}, timeout=TIMEOUT_S) as client:
        for batch in _batches(facts, MAX_EVENTS):
            _send(client, device, batch)
            sent += len(batch)
    return sent


def _send(client: httpx2.Client, device: str, batch: list[Event]) -> None:
    now = time.time_ns() // 1_000_000
    first = batch[0]
    push = Push(
        device=device,
        epoch=first.epoch,
        boot=first.boot,
        # The simulated boot's clock as it would be now, so that the hub finds the simulated times to be true.
        mono=max(0, now - (first.at - first.mono)),
        at=now,
        events=[Raw(encode(event)) for event in batch],
    )
    body = gzip.compress(encoder.encode(push), compresslevel=1, mtime=0)
    headers = {"Content-Encoding": "gzip", "Content-Type": "application/json"}
    try:
        response = client.post(EVENTS_PATH, content=body, headers=headers)
    except httpx2.HTTPError as error:
        raise SimulateFault(f"The hub at {client.base_url} cannot be reached: {error}.") from None
    if response.headers.get(PROTOCOL_HEADER) != PROTOCOL:
        raise SimulateFault(f"What answers at {client.base_url} is no hub.")
    if response.status_code == httpx2.codes.UNAUTHORIZED:
        raise SimulateFault(f"The hub does not know this token for the device {device}.")
    if response.status_code != httpx2.codes.OK:
        raise SimulateFault(f"The hub answered {response.status_code}: {response.text[:200]}")
    try:
        answers = answers_decoder.decode(response.content).answers
    except msgspec.DecodeError as error:
        raise SimulateFault(f"The hub's answer cannot be read: {error}.") from None
    refused = [answer.reason for answer in answers if answer.result is Result.REJECTED]
    if refused or len(answers) != len(batch):
        raise SimulateFault(f"The hub rejected {len(refused)} facts: {refused[0] if refused else 'no answer'}.")


def _batches(items: Iterable[T], size: int) -> Iterator[list[T]]:
    source = iter(items)
    while batch := list(islice(source, size)):
        yield batch
