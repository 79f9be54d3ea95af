"""A tablet as the hub sees it: mints events, pushes them, listens to the stream."""

import contextlib
import gzip
import json
import queue
import socket
import threading
import time
from collections.abc import Callable
from types import TracebackType
from typing import Any, TypeVar
from uuid import UUID, uuid4

import httpx2
from msgspec import Raw

from kiosk.visits.events import Event, encode
from kiosk.visits.wire import EVENTS_PATH, SETTINGS, STREAM_PATH, Answer, Answers, Push, answers_decoder, encoder
from tests.hubs import TOKENS

PATIENCE_S = 10.0

E = TypeVar("E", bound=Event)

opened: list[httpx2.Client] = []
"""Every client of a test; `close_all` ends them after it."""


def close_all() -> None:
    """Closes what the test opened."""
    while opened:
        opened.pop().close()


def now_ms() -> int:
    """This machine's clock, ms UTC."""
    return time.time_ns() // 1_000_000


class Device:
    """One tablet. Its wall clock is `clock_error` ms ahead of this machine's; its monotonic clock is right."""

    def __init__(self, url: str, device: str = "front-door", *, clock_error: int = 0, token: str | None = None) -> None:
        self.device = device
        self.clock_error = clock_error
        self.epoch = uuid4()
        self.boot = uuid4()
        self.boot_at = now_ms() - 86_400_000
        self.n = 0
        bearer = TOKENS[device] if token is None else token
        self.http = httpx2.Client(base_url=url, headers={"Authorization": f"Bearer {bearer}"}, timeout=PATIENCE_S)
        opened.append(self.http)

    def move(self, url: str) -> None:
        """Talks to another hub from now on."""
        self.http.base_url = httpx2.URL(url)

    def reboot(self) -> None:
        """A new boot: the monotonic clock starts anew."""
        self.boot = uuid4()
        self.boot_at = now_ms() - 3_600_000

    def mint(self, kind: Callable[..., E], *, ago_ms: int = 0, **fields: Any) -> E:
        """The next event of this device, which happened `ago_ms` ago."""
        self.n += 1
        at = now_ms() - ago_ms
        stamp: dict[str, Any] = {
            "id": uuid4(),
            "at": at + self.clock_error,
            "device": self.device,
            "epoch": self.epoch,
            "n": self.n,
            "boot": self.boot,
            "mono": at - self.boot_at,
        }
        return kind(**{**stamp, **fields})

    def body(self, *events: Event | bytes, **fields: Any) -> bytes:
        """A push as it goes over the wire."""
        now = now_ms()
        push: dict[str, Any] = {
            "device": self.device,
            "epoch": self.epoch,
            "boot": self.boot,
            "mono": now - self.boot_at,
            "at": now + self.clock_error,
            "events": [Raw(e if isinstance(e, bytes) else encode(e)) for e in events],
        }
        return encoder.encode(Push(**{**push, **fields}))

    def post(self, content: bytes, **headers: str) -> httpx2.Response:
        """A request to push, whatever is in it."""
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        return self.http.post(EVENTS_PATH, content=content, headers=named)

    def push(self, *events: Event | bytes, **fields: Any) -> list[Answer]:
        """Pushes events and returns the hub's answers."""
        response = self.post(gzip.compress(self.body(*events, **fields), 1), Content_Encoding="gzip")
        assert response.status_code == 200, response.text
        answers: Answers = answers_decoder.decode(response.content)
        return answers.answers

    def results(self, *events: Event | bytes, **fields: Any) -> list[str]:
        """Pushes events and returns what became of each."""
        return [str(answer.result) for answer in self.push(*events, **fields)]

    def listen(self, after: str = "", *, store: object = "") -> "Listener":
        """Opens the stream; with `store` as that of this epoch."""
        return Listener(self.http, after, str(store))


class Heard:
    """One server-sent event."""

    def __init__(self, kind: str, cursor: str, data: str) -> None:
        self.kind = kind
        self.cursor = cursor
        self.text = data
        self.data: dict[str, Any] = json.loads(data)

    @property
    def n(self) -> int:
        """The number in the cursor."""
        return int(self.cursor.rpartition("-")[2])


class Listener:
    """An open stream, read by a thread of its own."""

    def __init__(self, http: httpx2.Client, after: str, store: str = "") -> None:
        self._heard: queue.SimpleQueue[Heard | None] = queue.SimpleQueue()
        self.past: list[Heard] = []
        self.settings: queue.SimpleQueue[dict[str, Any]] = queue.SimpleQueue()
        """The practice's settings as they came; they come beside everything else."""
        asked = {"after": after, "store": store}
        self._opened = http.stream("GET", STREAM_PATH, params={key: value for key, value in asked.items() if value})
        self.response = self._opened.__enter__()
        self._thread = threading.Thread(target=self._read, daemon=True)
        self._thread.start()

    def __enter__(self) -> "Listener":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Drops the line."""
        # A socket that another thread reads is not closed before it is shut down.
        line = self.response.extensions["network_stream"].get_extra_info("socket")
        with contextlib.suppress(OSError):
            line.shutdown(socket.SHUT_RDWR)
        self._thread.join(PATIENCE_S)
        self._opened.__exit__(None, None, None)

    def next(self) -> Heard:
        """The next event; AssertionError when the stream ends or patience does."""
        try:
            heard = self._heard.get(timeout=PATIENCE_S)
        except queue.Empty:
            raise AssertionError(f"nothing more was heard after {len(self.past)} events") from None
        assert heard is not None, "the stream has ended"
        self.past.append(heard)
        return heard

    def until(self, wanted: Callable[[Heard], bool]) -> Heard:
        """The next event that is wanted."""
        while not wanted(heard := self.next()):
            pass
        return heard

    def until_caught_up(self) -> list[Heard]:
        """The entries before `caught-up`; the last of `past` is `caught-up` itself."""
        start = len(self.past)
        self.until(lambda heard: heard.kind == "caught-up")
        return [heard for heard in self.past[start:] if heard.kind == "entry"]

    def entry_of(self, event: UUID) -> Heard:
        """The entry of the event with this id."""
        return self.until(lambda h: h.kind == "entry" and h.data["event"]["id"] == str(event))

    def ended(self) -> bool:
        """Waits for the end of the stream."""
        while (heard := self._heard.get(timeout=PATIENCE_S)) is not None:
            self.past.append(heard)
        return True

    def _read(self) -> None:
        kind, cursor, data = "", "", ""
        try:
            for line in self.response.iter_lines():
                name, _, value = line.partition(": ")
                if name == "event":
                    kind = value
                elif name == "id":
                    cursor = value
                elif name == "data":
                    data = value
                elif not line and kind:
                    if kind == SETTINGS:
                        self.settings.put(json.loads(data))
                    else:
                        self._heard.put(Heard(kind, cursor, data))
                    kind, cursor, data = "", "", ""
        except (httpx2.HTTPError, httpx2.StreamError, OSError):
            pass
        self._heard.put(None)
