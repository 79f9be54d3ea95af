"""Server-sent events as an answer, written straight to the server: with thousands of streams, each layer counts."""

import asyncio
from collections.abc import AsyncGenerator
from typing import Any, cast

from litestar.types import ASGIApp, Receive, Scope, Send

_HEADERS = (
    (b"content-type", b"text/event-stream; charset=utf-8"),
    (b"cache-control", b"no-store"),
    (b"x-accel-buffering", b"no"),
)


_SERVERS_OWN = "kiosk.send"


def keep_send(app: ASGIApp) -> ASGIApp:
    """`app`, with the server's own way of sending at hand: the framework's layers on it cost more than the writing."""

    async def keeping(scope: Scope, receive: Receive, send: Send) -> None:
        cast(dict[str, Any], scope)[_SERVERS_OWN] = send
        await app(scope, receive, send)

    return keeping


class EventStream:
    """Passes on what `events` gives, until they end or the client has gone."""

    def __init__(self, events: AsyncGenerator[bytes, None]) -> None:
        self._events = events

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """The ASGI application."""
        straight = cast(dict[str, Any], scope).get(_SERVERS_OWN, send)
        telling = asyncio.create_task(self._tell(send, straight))
        gone = asyncio.create_task(_gone(receive))
        try:
            await asyncio.wait((telling, gone), return_when=asyncio.FIRST_COMPLETED)
        finally:
            gone.cancel()
            telling.cancel()
            await asyncio.wait((telling,))
            await self._events.aclose()
        if not telling.cancelled():
            telling.result()

    async def _tell(self, send: Send, straight: Send) -> None:
        await send({"type": "http.response.start", "status": 200, "headers": _HEADERS})
        async for piece in self._events:
            await straight({"type": "http.response.body", "body": piece, "more_body": True})
        await send({"type": "http.response.body", "body": b"", "more_body": False})


async def _gone(receive: Receive) -> None:
    while (await receive())["type"] != "http.disconnect":
        pass
