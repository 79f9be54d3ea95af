"""What tablets hear of, and from where on."""

import json
import time
from uuid import UUID, uuid4

from kiosk.visits.events import (
    Acknowledged,
    Arrived,
    Closed,
    ConcernRaised,
    Event,
    HelpRequested,
    Rated,
    RatingExplained,
    RatingFlagged,
    RatingSettled,
    encode,
)
from tests.hub.device import Device, Heard
from tests.hubs import HubProcess

HOUR_MS = 3_600_000


def ids(heard: list[Heard]) -> list[str]:
    return [each.data["event"]["id"] for each in heard]


def test_a_stream_says_hello_then_caught_up_then_what_happens(hub: HubProcess) -> None:
    tablet = Device(hub.url)
    with tablet.listen() as stream:
        hello = stream.next()
        assert hello.kind == "hello"
        epoch = UUID(hello.data["hub_epoch"])
        caught_up = stream.next()
        assert (caught_up.kind, caught_up.cursor) == ("caught-up", f"{epoch}-0")
        arrived = tablet.mint(Arrived, visit=uuid4(), ticket="K7")
        tablet.push(arrived)
        entry = stream.next()
        assert (entry.kind, entry.cursor) == ("entry", f"{epoch}-1")
        assert entry.data["event"]["id"] == str(arrived.id)
    assert stream.response.headers["Content-Type"].startswith("text/event-stream")
    assert stream.response.headers["Kiosk-Protocol"] == "1"


def test_a_stream_resumes_where_it_was_and_misses_nothing(hub: HubProcess) -> None:
    tablet = Device(hub.url)
    with tablet.listen() as stream:
        stream.until_caught_up()
        first = tablet.mint(Arrived, visit=uuid4(), ticket="K1")
        tablet.push(first)
        cursor = stream.entry_of(first.id).cursor
    missed = [tablet.mint(Arrived, visit=uuid4(), ticket=f"K{n}") for n in range(2, 6)]
    tablet.push(*missed)
    with tablet.listen(cursor) as stream:
        assert ids(stream.until_caught_up()) == [str(event.id) for event in missed]
    hub.kill()
    hub.start()
    with tablet.listen(cursor) as stream:
        assert ids(stream.until_caught_up()) == [str(event.id) for event in missed]


def test_a_tablet_is_not_told_what_comes_from_its_own_store_and_its_cursor_moves_on(hub: HubProcess) -> None:
    front, side = Device(hub.url), Device(hub.url, "side-door")
    ours, theirs = ([each.mint(Arrived, visit=uuid4(), ticket=f"K{n}") for n in (1, 2, 3)] for each in (front, side))
    with front.listen(store=front.epoch) as own, side.listen(store=side.epoch) as other:
        own.until_caught_up()
        other.until_caught_up()
        front.push(*ours)
        assert (further := own.next()).kind == "caught-up"
        assert further.n == 3
        assert other.entry_of(ours[-1].id).n == 3
        side.push(*theirs)
        assert ids([own.next() for _ in theirs]) == [str(event.id) for event in theirs]
        assert other.next().n == 6
    # Put back to where it was, it hears of its own, and so does a new store of the same tablet.
    start = f"{hub_epoch(hub)}-0"
    with front.listen(start, store=front.epoch) as again:
        assert ids(again.until_caught_up()) == [str(event.id) for event in (*ours, *theirs)]
    with front.listen(start, store=uuid4()) as anew:
        anew.until_caught_up()
        late = front.mint(Arrived, visit=uuid4(), ticket="K9")
        front.push(late)
        assert anew.entry_of(late.id).n == 7


def test_two_who_say_they_are_the_same_tablet_hear_each_other(hub: HubProcess) -> None:
    front = Device(hub.url)
    with front.listen(store=front.epoch) as one, front.listen(store=front.epoch) as copy:
        for each in (one, copy):
            each.until_caught_up()
        arrived = front.mint(Arrived, visit=uuid4(), ticket="K1")
        front.push(arrived)
        for each in (one, copy):
            assert each.entry_of(arrived.id).n == 1


def test_without_a_cursor_of_this_hub_there_is_a_snapshot_of_open_visits(hub: HubProcess) -> None:
    tablet = Device(hub.url)
    waiting, just_left, long_gone, rated, troubled = (uuid4() for _ in range(5))
    concern = uuid4()
    told: list[Event] = [
        tablet.mint(Arrived, ago_ms=2 * HOUR_MS, visit=waiting, ticket="K1"),
        tablet.mint(Acknowledged, ago_ms=HOUR_MS, visit=waiting, by="Maria", minutes=10),
        tablet.mint(Arrived, ago_ms=HOUR_MS, visit=just_left, ticket="K2"),
        tablet.mint(Closed, ago_ms=300_000, visit=just_left, how="checked_out"),
        tablet.mint(HelpRequested, visit=troubled, concern=concern, place="Front door"),
    ]
    untold: list[Event] = [
        tablet.mint(Arrived, ago_ms=2 * HOUR_MS, visit=long_gone, ticket="K3"),
        tablet.mint(Closed, ago_ms=HOUR_MS, visit=long_gone, how="left"),
        tablet.mint(Rated, visit=rated, rating=uuid4(), stars=5),
    ]
    tablet.push(*told, *untold)
    foreign = f"{uuid4()}-3"
    for after in ("", foreign, "nonsense", f"{uuid4()}-", "-1", "0", f"{hub_epoch(hub)}-99"):
        with tablet.listen(after) as stream:
            assert ids(stream.until_caught_up()) == [str(event.id) for event in told]
            assert stream.past[-1].n == 8


def test_who_is_too_far_behind_gets_a_snapshot(hub: HubProcess) -> None:
    tablet = Device(hub.url)
    old = tablet.mint(Arrived, visit=uuid4(), ticket="K1")
    gone = uuid4()
    tablet.push(old)
    for _ in range(11):
        tablet.push(*(tablet.mint(Closed, ago_ms=HOUR_MS, visit=gone, how="left") for _ in range(500)))
    with tablet.listen(f"{hub_epoch(hub)}-0") as stream:
        assert ids(stream.until_caught_up()) == [str(old.id)]
    with tablet.listen(f"{hub_epoch(hub)}-501") as stream:
        assert len(stream.until_caught_up()) == 5000


def test_names_stay_at_the_tablet_that_took_them(hub: HubProcess) -> None:
    front, side = Device(hub.url), Device(hub.url, "side-door")
    early = front.mint(Arrived, visit=uuid4(), ticket="K1", name="Rosalind")
    front.push(early)
    with side.listen() as stream:
        stream.until_caught_up()
        late = front.mint(Arrived, visit=uuid4(), ticket="K2", name="Rosalind")
        front.push(json.dumps({**json.loads(encode(late)), "mood": "good"}).encode())
        live = stream.entry_of(late.id)
    with side.listen(f"{hub_epoch(hub)}-0") as again:
        replayed = again.until_caught_up()
    for heard in [*stream.past, *replayed]:
        assert "Rosalind" not in heard.text
    assert live.data["event"]["name"] == ""
    assert live.data["event"]["mood"] == "good"
    hub.stop()
    assert "Rosalind" not in hub.log.read_text()


def test_what_was_rated_is_not_streamed(hub: HubProcess) -> None:
    tablet = Device(hub.url)
    visit, rating = uuid4(), uuid4()
    with tablet.listen() as stream:
        stream.until_caught_up()
        concern = tablet.mint(ConcernRaised, visit=visit, rating=rating, concern=uuid4())
        tablet.push(
            tablet.mint(Rated, visit=visit, rating=rating, stars=1),
            tablet.mint(RatingExplained, visit=visit, rating=rating, comment="slow"),
            tablet.mint(RatingSettled, visit=visit, rating=rating),
            tablet.mint(RatingFlagged, visit=visit, rating=rating, flag="burst"),
            concern,
        )
        heard = stream.next()
    assert heard.data["event"]["id"] == str(concern.id)
    assert heard.n == 5


def test_entries_carry_the_true_time(hub: HubProcess) -> None:
    tablet = Device(hub.url, clock_error=-7 * HOUR_MS)
    with tablet.listen() as stream:
        stream.until_caught_up()
        before = time.time_ns() // 1_000_000
        arrived = tablet.mint(Arrived, ago_ms=5_000, visit=uuid4(), ticket="K1")
        tablet.push(arrived)
        heard = stream.entry_of(arrived.id)
    assert abs(heard.data["at"] - (before - 5_000)) < 1_000
    assert heard.data["event"]["at"] == arrived.at


def test_streams_end_when_the_hub_stops(hub: HubProcess) -> None:
    with Device(hub.url).listen() as stream:
        stream.until_caught_up()
        begin = time.monotonic()
        assert hub.stop() == 0
        assert stream.ended()
        assert time.monotonic() - begin < 3


def hub_epoch(hub: HubProcess) -> str:
    return str(hub.rows("SELECT hub_epoch FROM practice")[0]["hub_epoch"])
