"""The hub as the tablet sees it: few requests, and strict about who answers."""

import asyncio
import gzip
import ssl
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from http import HTTPStatus
from uuid import UUID

import httpx2
import msgspec

from kiosk.sync.timing import Timing
from kiosk.visits.wire import (
    EVENTS_PATH,
    HEALTH_PATH,
    NEXT_TOKEN_PATH,
    PROTOCOL,
    PROTOCOL_HEADER,
    STREAM_PATH,
    Answers,
    Health,
    NextToken,
    Push,
    answers_decoder,
    encoder,
)

GZIP_FROM = 1_000
"""Bytes from which packing a push pays: less fits one packet anyway."""

MOST_RETRY_AFTER_S = 600.0
"""A hub that asks for more is not believed: a wrong clock must not silence a tablet for a year."""


class UnreachableError(Exception):
    """Nobody who speaks our protocol took the request; it may or may not have arrived."""

    def __init__(self, why: str, *, broke: bool = False, retry_after_s: float = 0.0) -> None:
        """`broke`: a line that was open broke, which says nothing yet of the next attempt."""
        super().__init__(why)
        self.broke = broke
        self.retry_after_s = retry_after_s


class NoHubError(UnreachableError):
    """Something else answered in the hub's place: a captive portal, perhaps."""


class RefusedError(Exception):
    """The hub does not know the token."""


class TooLargeError(Exception):
    """The hub does not take so much at once."""


class Hub:
    """The requests of the protocol. All raise UnreachableError and RefusedError."""

    def __init__(self, url: str, token: str, timing: Timing, certificate: str = "") -> None:
        """`url` is the hub's address, without a path; `certificate`, in PEM, is the only one that is trusted."""
        headers = {PROTOCOL_HEADER: PROTOCOL, "User-Agent": "front-desk-kiosk"}
        self._timing = timing
        self._client = httpx2.AsyncClient(
            base_url=url, headers=headers, timeout=timing.answer_s, verify=pinned(certificate) if certificate else True
        )
        self.date = ""
        """When the last push was answered, by the hub's clock: an HTTP date; empty before, or without one."""
        if token:
            self.use(token)
        self._stream_timeout = httpx2.Timeout(timing.answer_s, read=timing.silence_s)

    def use(self, token: str) -> None:
        """Asks by this token from now on; a stream that is open stays so."""
        self._client.headers["Authorization"] = f"Bearer {token}"

    async def close(self) -> None:
        """Ends all connections."""
        await self._client.aclose()

    async def push(self, push: Push) -> Answers:
        """Sends a batch; one answer per event, in order, or none from another hub than it was meant for.

        Raises TooLargeError too.
        """
        content = encoder.encode(push)
        headers = {"Content-Type": "application/json"}
        if len(content) >= GZIP_FROM:
            content = gzip.compress(content, compresslevel=1, mtime=0)
            headers["Content-Encoding"] = "gzip"
        try:
            async with (
                asyncio.timeout(self._timing.push_s),
                self._client.stream("POST", EVENTS_PATH, content=content, headers=headers) as response,
            ):
                self.date = response.headers.get("Date", "")
                _check(response)
                answers = answers_decoder.decode(await response.aread())
        except TimeoutError:
            raise UnreachableError(f"the push took more than {self._timing.push_s} s") from None
        except httpx2.RequestError as error:
            raise unreachable(error) from error
        except (msgspec.DecodeError, UnicodeDecodeError) as error:
            raise UnreachableError(f"the hub's answer is not what it should be: {error}") from error
        refused = push.hub_epoch not in (None, answers.hub_epoch) and not answers.answers
        if len(answers.answers) != len(push.events) and not refused:
            raise UnreachableError(f"{len(answers.answers)} answers came to {len(push.events)} events")
        return answers

    async def report(self, health: Health) -> None:
        """Tells how the tablet is doing."""
        try:
            response = await self._client.post(
                HEALTH_PATH, content=encoder.encode(health), headers={"Content-Type": "application/json"}
            )
        except httpx2.RequestError as error:
            raise unreachable(error) from error
        _check(response)

    async def announce_token(self, token_sha256: str) -> bool:
        """Tells the digest of the token that is to follow; whether the hub takes it."""
        content = encoder.encode(NextToken(token_sha256=token_sha256))
        try:
            response = await self._client.post(
                NEXT_TOKEN_PATH, content=content, headers={"Content-Type": "application/json"}
            )
        except httpx2.RequestError as error:
            raise unreachable(error) from error
        if response.status_code == HTTPStatus.CONFLICT and response.headers.get(PROTOCOL_HEADER) == PROTOCOL:
            return False
        _check(response)
        return True

    @asynccontextmanager
    async def stream(self, after: str | None, store: UUID) -> AsyncIterator[httpx2.EventSource]:
        """Opens the stream from the cursor `after` on, for the store of this epoch.

        Iterating it raises httpx2.RequestError.
        """
        parameters = {"store": str(store)} if after is None else {"after": after, "store": str(store)}
        try:
            async with self._client.sse(STREAM_PATH, params=parameters, timeout=self._stream_timeout) as source:
                _check(source.response)
                yield source
        except httpx2.RequestError as error:
            raise unreachable(error) from error


def pinned(certificate: str) -> ssl.SSLContext:
    """Trusts this certificate (PEM) and no other, under whatever name or address the hub is reached."""
    context = ssl.create_default_context(cadata=certificate)
    context.check_hostname = False
    # The certificate itself is the root of trust, whoever signed it.
    context.verify_flags |= ssl.VERIFY_X509_PARTIAL_CHAIN
    return context


def unreachable(error: httpx2.RequestError) -> UnreachableError:
    """What an error of the network says about the hub."""
    broke = isinstance(error, httpx2.NetworkError | httpx2.RemoteProtocolError)
    return UnreachableError(
        f"{type(error).__name__}: {error}", broke=broke and not isinstance(error, httpx2.ConnectError)
    )


def _check(response: httpx2.Response) -> None:
    status = response.status_code
    if response.headers.get(PROTOCOL_HEADER) != PROTOCOL:
        raise NoHubError(f"something that is no hub answered, with status {status}")
    if status == HTTPStatus.UNAUTHORIZED:
        raise RefusedError
    if status == HTTPStatus.REQUEST_ENTITY_TOO_LARGE:
        raise TooLargeError
    if status not in (HTTPStatus.OK, HTTPStatus.NO_CONTENT):
        wait = _retry_after_s(response.headers.get("Retry-After", ""))
        raise UnreachableError(f"the hub answered with status {status}", retry_after_s=wait)


def _retry_after_s(value: str) -> float:
    """Seconds to wait: the header gives either seconds or a date. 0 for anything else."""
    try:
        seconds = float(value) if value.isdecimal() else _until(parsedate_to_datetime(value))
    except ValueError:
        return 0.0
    return min(max(seconds, 0.0), MOST_RETRY_AFTER_S)


def _until(date: datetime) -> float:
    aware = date if date.tzinfo else date.replace(tzinfo=UTC)
    return (aware - datetime.now(UTC)).total_seconds()
