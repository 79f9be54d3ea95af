"""Small real servers on loopback that behave as no hub should, and a proxy that loses answers."""

import gzip
import http.server
import select
import socket
import ssl
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from urllib.parse import parse_qs, urlsplit
from uuid import UUID, uuid4

import msgspec

from kiosk.store import SYSTEM_CLOCK
from kiosk.visits.wire import (
    CAUGHT_UP,
    EVENTS_PATH,
    HEALTH_PATH,
    HELLO,
    PROTOCOL,
    PROTOCOL_HEADER,
    Answer,
    Answers,
    Hello,
    Push,
    Result,
    push_decoder,
)

Reply = tuple[int, dict[str, str], bytes]
"""Status, headers, body."""

HUB = {PROTOCOL_HEADER: PROTOCOL}
SSE = HUB | {"Content-Type": "text/event-stream"}


class FakeHub:
    """Takes what is pushed and keeps streams open; a test replaces either behaviour."""

    def __init__(self, tls: ssl.SSLContext | None = None) -> None:
        self.epoch = uuid4()
        self.pushes: list[tuple[float, Push]] = []
        """Every push, and when it came, in seconds of the monotonic clock."""
        self.afters: list[str | None] = []
        """The cursor of every stream that was opened."""
        self.on_push: Callable[[Push], Reply] = self.store_all
        self.on_stream: Callable[[], tuple[Reply, bool]] = lambda: (
            self.stream(self.hello(), caught_up()),
            True,
        )
        """The reply, and whether to keep the line open after it."""
        self.closing = threading.Event()
        self._server = _Server(("127.0.0.1", 0), _handler(self))
        self.url = f"{'https' if tls else 'http'}://127.0.0.1:{self._server.server_port}"
        if tls:
            self._server.socket = tls.wrap_socket(self._server.socket, server_side=True)
        self._thread = threading.Thread(target=self._server.serve_forever, kwargs={"poll_interval": 0.05})
        self._thread.start()

    def store_all(self, push: Push) -> Reply:
        """The reply of a hub that stores every event that is meant for it."""
        if push.hub_epoch not in (None, self.epoch):
            return self.answer([])
        return self.answer([Answer(result=Result.STORED)] * len(push.events))

    def answer(self, answers: list[Answer]) -> Reply:
        """The reply with these answers."""
        return 200, HUB, msgspec.json.encode(Answers(hub_epoch=self.epoch, at=SYSTEM_CLOCK.now_ms(), answers=answers))

    def hello(self) -> bytes:
        """How a stream begins."""
        return message(HELLO, msgspec.json.encode(Hello(hub_epoch=self.epoch, at=SYSTEM_CLOCK.now_ms())))

    def stream(self, *messages: bytes) -> Reply:
        """The reply that begins a stream."""
        return 200, SSE, b"".join(messages)

    def close(self) -> None:
        """Ends the server and every stream."""
        self.closing.set()
        self._server.shutdown()
        self._server.server_close()
        self._thread.join()


def message(kind: str, data: bytes, cursor: str | None = None) -> bytes:
    """One server-sent event."""
    head = b"" if cursor is None else f"id: {cursor}\n".encode()
    return head + f"event: {kind}\n".encode() + b"data: " + data + b"\n\n"


def caught_up(cursor: str | None = None) -> bytes:
    """The message after what was missed."""
    return message(CAUGHT_UP, b"{}", cursor)


class _Server(http.server.ThreadingHTTPServer):
    daemon_threads = True
    block_on_close = True


def _handler(hub: FakeHub) -> type[http.server.BaseHTTPRequestHandler]:
    class Handler(http.server.BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers["Content-Length"]))
            if self.headers.get("Content-Encoding") == "gzip":
                body = gzip.decompress(body)
            if self.path == HEALTH_PATH:
                # As a hub of an older version.
                self._reply((404, HUB, b"{}"))
                return
            assert self.path == EVENTS_PATH
            push = push_decoder.decode(body)
            hub.pushes.append((time.monotonic(), push))
            self._reply(hub.on_push(push))

        def do_GET(self) -> None:
            hub.afters.append(parse_qs(urlsplit(self.path).query).get("after", [None])[0])
            reply, stay = hub.on_stream()
            self.close_connection = True
            self._reply(reply, length=not stay)
            if stay:
                # Until the client or the test hangs up.
                while not hub.closing.is_set():
                    readable, _, _ = select.select([self.connection], [], [], 0.05)
                    if readable:
                        break

        def _reply(self, reply: Reply, *, length: bool = True) -> None:
            status, headers, body = reply
            self.send_response(status)
            for name, value in headers.items():
                self.send_header(name, value)
            if length:
                self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            with suppress(OSError):
                self.wfile.write(body)
                self.wfile.flush()

        def log_message(self, format: str, *args: object) -> None:
            pass

    return Handler


@contextmanager
def silent_server() -> Iterator[str]:
    """Takes connections and never says a word; gives its address."""
    with socket.create_server(("127.0.0.1", 0)) as server:
        yield f"http://127.0.0.1:{server.getsockname()[1]}"


class LossyProxy:
    """Passes everything on to a hub; while `lose_answers` is set, the hub's answer to a push is cut off.

    The hub has received and stored the push then. `requests` holds the first line of each request.
    """

    def __init__(self, port: int) -> None:
        self.lose_answers = threading.Event()
        self.lost = 0
        self.requests: list[str] = []
        self._target = port
        self._closing = threading.Event()
        self._server = socket.create_server(("127.0.0.1", 0))
        self._server.settimeout(0.05)
        self.url = f"http://127.0.0.1:{self._server.getsockname()[1]}"
        self._threads = [threading.Thread(target=self._accept)]
        self._threads[0].start()

    def close(self) -> None:
        """Cuts every line."""
        self._closing.set()
        for thread in self._threads:
            thread.join()
        self._server.close()

    def _accept(self) -> None:
        while not self._closing.is_set():
            try:
                client, _ = self._server.accept()
            except TimeoutError:
                continue
            thread = threading.Thread(target=self._serve, args=(client,))
            self._threads.append(thread)
            thread.start()

    def _serve(self, client: socket.socket) -> None:
        try:
            upstream = socket.create_connection(("127.0.0.1", self._target))
        except OSError:
            client.close()
            return
        pushing = False
        with client, upstream, suppress(OSError):
            while not self._closing.is_set():
                readable, _, _ = select.select([client, upstream], [], [], 0.05)
                for one in readable:
                    data = one.recv(1 << 16)
                    if not data:
                        return
                    if one is client:
                        if data.startswith((b"POST ", b"GET ")):
                            self.requests.append(data.split(b"\r\n", 1)[0].decode())
                            pushing = data.startswith(b"POST ")
                        upstream.sendall(data)
                    elif pushing and self.lose_answers.is_set():
                        self.lost += 1
                        return
                    else:
                        client.sendall(data)


def epoch_of(cursor: str) -> UUID:
    """The hub's epoch in one of its cursors."""
    return UUID(cursor.rpartition("-")[0])
