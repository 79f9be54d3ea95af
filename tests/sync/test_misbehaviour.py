"""Servers that are no hub, or a hub that does not behave: never success, never a loss, never a busy loop."""

import asyncio
import threading
import time
from collections.abc import Callable
from functools import partial
from uuid import uuid4

import msgspec
import pytest
from structlog.testing import capture_logs

from kiosk.sync import Link, Sync, Timing
from kiosk.sync.backoff import Backoff
from kiosk.sync.hub import Hub
from kiosk.sync.link import LinkState
from kiosk.sync.pace import Pace
from kiosk.sync.stream import Listener
from kiosk.visits.events import Arrived, Event, Stamp, UnknownEvent, encode
from kiosk.visits.identity import uuid7
from kiosk.visits.wire import ENTRY, Answer, Entry, Push, Result
from tests.hubs import TOKENS
from tests.store.conftest import rated
from tests.sync.conftest import WAIT_S, Device, Recorder
from tests.sync.servers import HUB, SSE, FakeHub, Reply, caught_up, message, silent_server

QUICK = Timing(patience_s=0.2, answer_s=0.3, silence_s=0.5)
PORTAL = b"<html><body>Welcome to the guest network. Please sign in.</body></html>"


def reached_then_not(device: Device, fake: FakeHub, push: Callable[[Push], Reply]) -> Recorder:
    """A hub that was reached before it began to answer pushes as given; one event is waiting."""
    heard = device.connect(fake.url, timing=QUICK)
    heard.until_link(Link.REACHABLE)
    fake.on_push = push
    device.rate()
    return heard


@pytest.mark.parametrize("status", [200, 302, 401, 413, 503])
def test_a_captive_portal_is_unreachable_whatever_it_answers(device: Device, fake: FakeHub, status: int) -> None:
    page = (status, {"Content-Type": "text/html", "Location": "http://127.0.0.1:1/"}, PORTAL)
    fake.on_push = lambda _: page
    fake.on_stream = lambda: (page, False)
    (event,) = device.rate()
    heard = device.connect(fake.url, timing=QUICK)
    heard.until(lambda: heard.links and len(fake.pushes) > 1 and len(fake.afters) > 1)
    assert heard.links == [Link.UNREACHABLE]
    assert device.store.unconfirmed_ids() == {event}


def test_even_the_right_answer_without_the_protocol_header_is_no_success(device: Device, fake: FakeHub) -> None:
    def bare(push: Push) -> Reply:
        status, _, body = fake.store_all(push)
        return status, {"Content-Type": "application/json"}, body

    heard = reached_then_not(device, fake, bare)
    heard.until_link(Link.UNREACHABLE)
    assert device.store.unsent() == 1
    fake.on_push = fake.store_all
    heard.until(lambda: heard.confirmed_ids)
    assert heard.links[-1] is Link.REACHABLE


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"{}",
        b"\xff\xff",
        PORTAL,
        b'{"hub_epoch":"5b8cbd3c-4b55-4b38-9a56-000000000002","answers":[{"result":"perhaps"}]}',
        b'{"hub_epoch":"5b8cbd3c-4b55-4b38-9a56-000000000002","answers":[{"result":"stored"},{"result":"stored"}]}',
    ],
)
def test_an_answer_that_does_not_fit_confirms_nothing(device: Device, fake: FakeHub, body: bytes) -> None:
    heard = reached_then_not(device, fake, lambda _: (200, HUB, body))
    heard.until_link(Link.UNREACHABLE)
    assert device.store.unsent() == 1
    assert device.store.hub_epoch == fake.epoch


def test_no_answers_at_all_confirm_nothing(device: Device, fake: FakeHub) -> None:
    heard = reached_then_not(device, fake, lambda _: fake.answer([]))
    heard.until_link(Link.UNREACHABLE)
    assert device.store.unsent() == 1


@pytest.mark.parametrize(
    "reply",
    [
        (200, HUB, PORTAL),
        (200, SSE, b"event: caught-up\ndata: {}\n\n"),
        (200, SSE, b"event: hello\ndata: {}\n\n"),
        (200, SSE, b""),
        (404, SSE, b""),
    ],
)
def test_a_stream_that_does_not_begin_with_hello_reaches_nobody(device: Device, fake: FakeHub, reply: Reply) -> None:
    fake.on_stream = lambda: (reply, False)
    heard = device.connect(fake.url, timing=QUICK)
    heard.until(lambda: heard.links and len(fake.afters) > 2)
    assert heard.links == [Link.UNREACHABLE]


def test_a_server_that_never_answers_is_unreachable_soon(device: Device) -> None:
    device.rate()
    with silent_server() as url:
        heard = device.connect(url, timing=QUICK)
        heard.until_link(Link.UNREACHABLE)
        device.disconnect()
    assert device.store.unsent() == 1


def test_a_hub_that_hangs_is_unreachable_while_its_stream_still_stands(device: Device, fake: FakeHub) -> None:
    def hang(push: Push) -> Reply:
        fake.closing.wait(5 * QUICK.answer_s)
        return fake.store_all(push)

    heard = reached_then_not(device, fake, hang)
    heard.until_link(Link.UNREACHABLE)
    fake.on_push = fake.store_all
    heard.until_link(Link.REACHABLE)
    heard.until(lambda: heard.confirmed_ids)


def test_a_batch_that_is_too_large_is_halved_until_it_fits(device: Device, fake: FakeHub) -> None:
    def at_most_three(push: Push) -> Reply:
        return fake.store_all(push) if len(push.events) <= 3 else (413, HUB, b"")

    fake.on_push = at_most_three
    ids = device.rate(10)
    heard = device.connect(fake.url)
    heard.until(lambda: len(heard.confirmed_ids) == 10)
    assert heard.confirmed_ids == ids
    assert [len(push.events) for _, push in fake.pushes] == [10, 5, 2, 2, 2, 2, 2]
    # The next ones are tried at full length again.
    fake.on_push = fake.store_all
    confirmed = 10
    while len(fake.pushes[-1][1].events) != 5:
        # The first of them may still belong to what was too much, if they come before that is known to be over.
        device.store.append(*[rated() for _ in range(5)])
        confirmed += 5
        heard.until(partial(lambda wanted: len(heard.confirmed_ids) == wanted, confirmed))


def test_an_event_that_is_always_too_large_does_not_hold_up_the_others(device: Device, fake: FakeHub) -> None:
    first, giant, last = device.rate(3)

    def refuse_giant(push: Push) -> Reply:
        if any(str(giant) in bytes(event).decode() for event in push.events):
            return 413, HUB, b""
        return fake.store_all(push)

    fake.on_push = refuse_giant
    heard = device.connect(fake.url)
    heard.until(lambda: set(heard.confirmed_ids) == {first, last})
    heard.until(lambda: device.store.unsent() == 0)
    assert device.store.unconfirmed_ids() == {giant}


def test_each_event_has_its_own_answer(device: Device, fake: FakeHub) -> None:
    stored, rejected, doubled = device.rate(3)
    fake.on_push = lambda _: fake.answer(
        [Answer(Result.STORED), Answer(Result.REJECTED, "stars: too many"), Answer(Result.DUPLICATE)]
    )
    heard = device.connect(fake.url)
    heard.until(lambda: heard.confirmed_ids)
    assert heard.confirmed_ids == [stored, doubled]
    assert device.store.unconfirmed_ids() == {rejected}
    assert device.store.unsent() == 0
    assert len(fake.pushes) == 1


def test_retry_after_is_obeyed(device: Device, fake: FakeHub) -> None:
    replies = iter([(503, HUB | {"Retry-After": "1"}, b"")])
    fake.on_push = lambda push: next(replies, None) or fake.store_all(push)
    (first,) = device.rate()
    heard = device.connect(fake.url)
    heard.until(lambda: fake.pushes)
    (second,) = device.rate()  # which must not hurry it
    heard.until(lambda: heard.confirmed_ids)
    assert heard.confirmed_ids == [first, second]
    (asked, _), (came, _) = fake.pushes
    assert came - asked >= 1.0


def test_an_answered_push_ends_the_wait_of_the_stream(device: Device, fake: FakeHub) -> None:
    standing = fake.on_stream
    fake.on_stream = lambda: ((404, HUB, b""), False)
    device.connect(fake.url, share=half_a_minute)
    device.heard.until(lambda: fake.afters)
    fake.on_stream = standing
    device.rate()
    device.heard.until(lambda: len(fake.afters) == 2)


def test_a_stream_that_opens_ends_the_wait_of_the_push(device: Device, fake: FakeHub) -> None:
    cut = threading.Event()
    fake.on_stream = lambda: (fake.stream(fake.hello()), not (len(fake.afters) == 1 and cut.wait(WAIT_S)))
    replies = iter([(503, HUB, b"")])
    fake.on_push = lambda push: next(replies, None) or fake.store_all(push)
    heard = device.connect(fake.url, timing=Timing(answer_s=WAIT_S, steady_s=0), share=half_a_minute)
    (event,) = device.rate()
    heard.until(lambda: fake.pushes)
    cut.set()
    heard.until(lambda: heard.confirmed_ids == [event])


def half_a_minute() -> float:
    """A share that makes even the first pause longer than any test waits."""
    return 60.0


def test_a_stream_that_falls_silent_is_opened_again(device: Device, fake: FakeHub) -> None:
    arrival = Arrived(**stamp(), visit=uuid4(), ticket="M1")
    fake.on_stream = lambda: (fake.stream(fake.hello(), entry(arrival, "c-1"), caught_up("c-2")), True)
    heard = device.connect(fake.url, timing=QUICK)
    heard.until(lambda: len(fake.afters) >= 3)
    assert fake.afters[:3] == [None, "c-2", "c-2"]
    assert heard.events == [arrival]


def test_a_line_that_is_always_cut_does_not_make_a_busy_loop(device: Device, fake: FakeHub) -> None:
    fake.on_stream = lambda: (fake.stream(fake.hello(), caught_up("c-1")), False)
    heard = device.connect(fake.url)
    heard.until_link(Link.REACHABLE)
    began = time.monotonic()
    heard.until(lambda: time.monotonic() - began > 1.0)
    # Without growing pauses there would be hundreds.
    assert 1 < len(fake.afters) < 60


def test_an_entry_that_we_cannot_read_does_not_stop_those_behind_it(device: Device, fake: FakeHub) -> None:
    arrival = Arrived(**stamp(), visit=uuid4(), ticket="M1")
    bad = encode(arrival).replace(b'"M1"', b'"no ticket"')
    future = (
        encode(arrival).replace(b'"arrived"', b'"teleported"').replace(str(arrival.id).encode(), str(uuid4()).encode())
    )
    fake.on_stream = lambda: (
        fake.stream(
            fake.hello(),
            message("weather", b"{}", "c-1"),
            entry(bad, "c-2"),
            entry(future, "c-3"),
            entry(arrival, "c-4"),
            caught_up("c-5"),
        ),
        True,
    )
    heard = device.connect(fake.url)
    heard.until(lambda: len(heard.events) == 2)
    heard.until(lambda: device.store.cursor == "c-5")
    unknown, known = heard.events
    assert isinstance(unknown, UnknownEvent)
    assert unknown.raw == future
    assert known == arrival
    assert device.store.recent(0) == [unknown, known]


def test_a_hub_with_another_epoch_is_asked_from_the_beginning(device: Device, fake: FakeHub) -> None:
    fake.on_stream = lambda: (fake.stream(fake.hello(), caught_up("old-7")), True)
    heard = device.connect(fake.url)
    ids = device.rate(2)
    heard.until(lambda: heard.confirmed_ids == ids and device.store.cursor == "old-7")
    device.disconnect()
    fake.epoch = uuid4()
    fake.on_stream = lambda: (fake.stream(fake.hello(), caught_up("new-1")), True)
    heard = device.connect(fake.url)
    heard.until(lambda: heard.confirmed_ids == ids and device.store.cursor == "new-1")
    assert fake.afters[-2:] == ["old-7", None]
    assert device.store.hub_epoch == fake.epoch


def test_another_hub_is_noticed_by_its_answer_to_a_push_too(device: Device, fake: FakeHub) -> None:
    fake.on_stream = lambda: ((404, HUB, b""), False)
    heard = device.connect(fake.url)
    (first,) = device.rate()
    heard.until(lambda: heard.confirmed_ids == [first])
    fake.epoch = uuid4()
    (second,) = device.rate()
    # What it lacks comes before what is new.
    heard.until(lambda: heard.confirmed_ids == [first, first, second])
    assert device.store.hub_epoch == fake.epoch


def test_a_stream_that_stands_is_left_alone(device: Device, fake: FakeHub) -> None:
    heard = device.connect(fake.url, timing=Timing(answer_s=0.1, steady_s=0.1))
    heard.until_link(Link.REACHABLE)
    began = time.monotonic()
    heard.until(lambda: time.monotonic() - began > 0.5)
    assert fake.afters == [None]
    assert heard.links == [Link.REACHABLE]


def test_a_mistake_of_ours_is_loud_and_ends_the_sync(device: Device, fake: FakeHub) -> None:
    class Broken(Recorder):
        def confirmed(self, ids: object) -> None:
            raise ZeroDivisionError

    heard = Broken()
    device.rate()
    sync = Sync(device.store, fake.url, "token", heard)
    with capture_logs() as logs:
        sync.start()
        heard.until_link(Link.UNREACHABLE)
        sync.stop()
    assert ("sync.died", "error") in [(entry["event"], entry["log_level"]) for entry in logs]
    assert device.store.on_unsent is None
    device.rate()  # and the store does not mind


def test_stop_is_quick_and_may_be_repeated(device: Device, fake: FakeHub) -> None:
    device.rate()
    fake.on_push = lambda push: (fake.closing.wait(30), fake.store_all(push))[1]
    heard = device.connect(fake.url)
    heard.until(lambda: fake.pushes)
    sync = device.sync
    assert sync is not None
    began = time.monotonic()
    sync.stop()
    sync.stop()
    assert time.monotonic() - began < 2.0
    fake.closing.set()


def test_a_stop_is_heard_while_a_stream_is_being_given_up(device: Device, fake: FakeHub) -> None:
    device.connect(fake.url).until_link(Link.REACHABLE)
    device.disconnect()
    # A stream of another hub is given up right after its hello.
    fake.epoch = uuid4()

    async def stopped_then() -> bool:
        class Stopper(Recorder):
            def link_changed(self, link: Link) -> None:
                asyncio.get_running_loop().call_soon(listening.cancel)

        hub, heard = Hub(fake.url, TOKENS[device.name], QUICK), Stopper()
        listener = Listener(device.store, hub, LinkState(heard), heard, pace=Pace(Backoff()), timing=QUICK)
        listening = asyncio.create_task(listener.run())
        done, _ = await asyncio.wait([listening], timeout=WAIT_S / 4)
        await hub.close()
        return bool(done)

    assert asyncio.run(stopped_then())


def test_a_sync_that_never_started_can_be_stopped(device: Device) -> None:
    Sync(device.store, "http://127.0.0.1:1", "token", Recorder()).stop()


def stamp() -> Stamp:
    """The common fields of an event of another tablet."""
    now = time.time_ns() // 1_000_000
    return Stamp(id=uuid7(now, 7), at=now, device="side-door", epoch=uuid4(), n=1, boot=uuid4(), mono=1)


def entry(event: Event | bytes, cursor: str) -> bytes:
    """An entry of the stream, with the time that the event itself says."""
    body = event if isinstance(event, bytes) else encode(event)
    at = msgspec.json.decode(body)["at"]
    return message(ENTRY, msgspec.json.encode(Entry(at=at, event=msgspec.Raw(body))), cursor)
