"""What the store promises while the disk is well."""

import sqlite3
import threading
from contextlib import closing
from pathlib import Path
from uuid import UUID, uuid4

import pytest
from msgspec.structs import replace

from kiosk.store import SYSTEM_CLOCK, Store, StoreFault
from kiosk.store.opening import FILE_NAME
from kiosk.store.sealing import seal
from kiosk.store.store import KEEP_CONFIRMED_MS
from kiosk.visits.events import (
    Acknowledged,
    Arrived,
    Closed,
    InvalidEventError,
    NamesErased,
    Rated,
    Stamp,
    decode,
    encode,
)
from kiosk.visits.identity import uuid7
from kiosk.visits.receipt import Receipt
from tests.store.conftest import WAIT_S, Maker, MovedClock, Stores, done, rated

CANARY = "Ottoline Vxqzy"
HUB = uuid4()
NOW = SYSTEM_CLOCK.now_ms()


def arrived(visit: UUID, name: str = "") -> Maker:
    return lambda stamp: Arrived(**stamp, visit=visit, ticket="K1", name=name)


def closed(visit: UUID) -> Maker:
    return lambda stamp: Closed(**stamp, visit=visit, how="checked_out")


def from_hub() -> Stamp:
    """The common fields of an event of elsewhere."""
    now = SYSTEM_CLOCK.now_ms()
    return Stamp(id=uuid7(now, uuid4().int >> 60), at=now, device="hub", epoch=uuid4(), n=1, boot=uuid4(), mono=1)


def confirm(store: Store, *ids: UUID) -> None:
    store.confirm(dict.fromkeys(ids)).result(WAIT_S)


def hub_says(store: Store, at: int) -> None:
    """The hub answers another push when its clock says `at`."""
    (event,) = done(store.append(rated()))
    store.meet_hub(HUB, at).result(WAIT_S)
    confirm(store, event.id)


def test_an_event_carries_its_stamp(store: Store) -> None:
    before, mono = SYSTEM_CLOCK.now_ms(), SYSTEM_CLOCK.mono_ms()
    first, second = done(store.append(rated(), rated()))
    (third,) = done(store.append(rated()))
    assert [first.n, second.n, third.n] == [1, 2, 3]
    assert {event.epoch for event in (first, second, third)} == {store.epoch}
    assert first.device == store.device == "tablet"
    assert first.boot == SYSTEM_CLOCK.boot
    assert before <= first.at <= third.at <= SYSTEM_CLOCK.now_ms()
    assert mono <= first.mono <= third.mono
    assert first.id.version == 7
    assert first.id.int >> 80 == first.at


def test_what_was_appended_is_there_after_opening_again(store: Store, stores: Stores) -> None:
    events = done(store.append(rated(), rated()))
    store.close()
    again = stores()
    assert again.epoch == store.epoch
    assert again.recent(0) == list(events)
    assert [event for event, _ in again.outbox(10, 1 << 20)] == [event.id for event in events]
    (third,) = done(again.append(rated()))
    assert third.n == 3


def test_appends_from_many_threads_count_without_a_gap(store: Store) -> None:
    def append() -> None:
        for _ in range(20):
            done(store.append(rated(), rated()))

    threads = [threading.Thread(target=append) for _ in range(5)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    bodies = [decode(body) for _, body in store.outbox(1000, 1 << 20)]
    assert [event.n for event in bodies] == list(range(1, 201))


def test_a_call_that_makes_one_bad_event_stores_none(store: Store) -> None:
    with pytest.raises(InvalidEventError, match="stars"):
        done(store.append(rated(), rated(stars=6)))
    with pytest.raises(ZeroDivisionError):
        done(store.append(rated(), lambda stamp: rated(stars=1 // 0)(stamp)))
    with pytest.raises(ValueError, match="stamp"):
        done(store.append(lambda stamp: rated()(Stamp(**{**stamp, "n": 77}))))
    assert store.unsent() == 0
    (event,) = done(store.append(rated()))
    assert event.n == 1


def test_an_event_is_given_as_it_will_be_read(store: Store) -> None:
    (event,) = done(store.append(arrived(uuid4(), "  Zoe\u0308 ")))
    assert isinstance(event, Arrived)
    assert event.name == "Zoë"
    assert store.recent(0) == [event]


def test_the_outbox_is_cut_by_count_and_by_size(store: Store) -> None:
    events = done(store.append(*[rated() for _ in range(10)]))
    sizes = [len(encode(event)) for event in events]
    assert [event for event, _ in store.outbox(4, 1 << 20)] == [event.id for event in events[:4]]
    assert len(store.outbox(10, sum(sizes[:3]) + 3)) == 3
    assert len(store.outbox(10, sum(sizes[:3]) + 2)) == 2
    assert len(store.outbox(10, 1)) == 1
    assert [body for _, body in store.outbox(10, 1 << 20)] == [encode(event) for event in events]
    assert [event for event, _ in store.outbox(2, 1 << 20, after=events[0].id)] == [event.id for event in events[1:3]]


def test_what_the_hub_answered_leaves_the_outbox(store: Store) -> None:
    events = done(store.append(*[rated() for _ in range(4)]))
    first, second, third, fourth = (event.id for event in events)
    store.confirm({first: None, third: "stars: too many", uuid4(): None}).result(WAIT_S)
    assert [event for event, _ in store.outbox(10, 1 << 20)] == [second, fourth]
    assert store.unsent() == 2
    assert store.unconfirmed_ids() == {second, third, fourth}
    # A rejected event is kept.
    assert store.recent(0) == list(events)


def test_the_sync_is_woken_only_by_what_is_to_be_sent(store: Store) -> None:
    woken = threading.Semaphore(0)
    store.on_unsent = lambda: woken.release()
    (event,) = done(store.append(rated()))
    assert woken.acquire(timeout=WAIT_S)
    confirm(store, event.id)
    done(store.receive([Rated(**from_hub(), visit=uuid4(), rating=uuid4(), stars=3)], "c"))
    done(store.append())
    assert not woken.acquire(blocking=False)


def test_what_came_from_the_hub_is_kept_once_and_never_sent(store: Store, stores: Stores) -> None:
    visit = uuid4()
    (own,) = done(store.append(arrived(visit)))
    seen = Acknowledged(**from_hub(), visit=visit, by="Anna", minutes=10)
    called = Acknowledged(**from_hub(), visit=visit, by="Anna", minutes=5)
    assert done(store.receive([own, seen, seen], "c-1")) == (seen,)
    assert done(store.receive([seen, called], "c-2")) == (called,)
    assert done(store.receive([], None)) == ()
    assert store.cursor == "c-2"
    assert store.recent(0) == [own, seen, called]
    assert store.unconfirmed_ids() == {own.id}
    store.close()
    assert stores().cursor == "c-2"


def test_recent_gives_whole_visits(store: Store) -> None:
    old, young = uuid4(), uuid4()
    long_ago = from_hub() | {"at": 1000}
    first = Arrived(**long_ago, visit=young, ticket="K1")
    other = Arrived(**(from_hub() | {"at": 1000}), visit=old, ticket="K2")
    done(store.receive([first, other], None))
    (last,) = done(store.append(closed(young)))
    assert store.recent(last.at) == [first, last]
    assert store.recent(1000) == [first, other, last]
    assert store.recent(last.at + 1) == []


def test_another_hub_gets_everything_again(store: Store, stores: Stores) -> None:
    first, second, third = (event.id for event in done(store.append(*[rated() for _ in range(3)])))
    hub, restored = uuid4(), uuid4()
    assert store.meet_hub(hub, NOW).result(WAIT_S) is False
    store.confirm({first: None, second: "no"}).result(WAIT_S)
    done(store.receive([], "c-1"))
    assert store.meet_hub(hub, NOW).result(WAIT_S) is False
    assert (store.unsent(), store.cursor) == (1, "c-1")
    assert store.meet_hub(restored, NOW).result(WAIT_S) is True
    assert store.cursor is None
    assert store.hub_epoch == restored
    assert [event for event, _ in store.outbox(9, 1 << 20)] == [first, third]
    store.close()
    assert stores().hub_epoch == restored


def test_an_erased_name_is_in_no_file(store: Store, tmp_path: Path) -> None:
    own, received, unsent, other = uuid4(), uuid4(), uuid4(), uuid4()
    (event,) = done(store.append(arrived(own, CANARY)))
    confirm(store, event.id)
    theirs = Arrived(**from_hub(), visit=received, ticket="M1", name=CANARY)
    done(store.receive([theirs], "c"))
    done(store.append(arrived(unsent, CANARY), arrived(other, "Kept")))
    assert_readable(tmp_path, CANARY)
    events = done(store.erase_names([own, received, unsent]))
    assert_gone(tmp_path, CANARY)
    assert [(type(event), event.visit) for event in events if isinstance(event, NamesErased)] == [
        (NamesErased, own),
        (NamesErased, received),
        (NamesErased, unsent),
    ]
    names = [event.name for event in store.recent(0) if isinstance(event, Arrived)]
    assert sorted(names) == ["", "", "", "Kept"]
    # Nothing else of the event changed, and it is on record once.
    assert store.recent(0)[0] == replace(event, name="")
    assert done(store.erase_names([own, received])) == ()


def test_a_sealed_store_keeps_its_facts_without_a_name_and_the_next_begins_empty(store: Store, tmp_path: Path) -> None:
    folder = next(tmp_path.rglob(FILE_NAME)).parent
    (kept,) = done(store.append(arrived(uuid4(), CANARY)))
    theirs = Arrived(**from_hub(), visit=uuid4(), ticket="M1", name=CANARY)
    done(store.receive([theirs], "c"))
    store.close()
    sealed = seal(folder, store.device)
    assert_gone(tmp_path, CANARY)
    assert sealed.parent == folder
    fresh = Store.open(folder, "another")
    assert fresh.recent(0) == []
    fresh.close()
    sealed.rename(folder / FILE_NAME)
    again = Store.open(folder, store.device)
    assert again.recent(0)[:2] == [replace(kept, name=""), replace(theirs, name="")]
    assert again.unsent() == 3
    again.close()


def test_a_name_that_the_hub_erased_is_in_no_file_here_either(store: Store, tmp_path: Path) -> None:
    visit = uuid4()
    done(store.append(arrived(visit, CANARY)))
    done(store.receive([NamesErased(**from_hub(), visit=visit)], "c"))
    assert_gone(tmp_path, CANARY)


def test_erasing_keeps_fields_that_a_newer_version_added(store: Store) -> None:
    visit = uuid4()
    body = encode(Arrived(**from_hub(), visit=visit, ticket="M1", name=CANARY))
    done(store.receive([decode(body)], None))
    done(store.erase_names([visit]))
    assert encode(store.recent(0)[0]) == body.replace(CANARY.encode(), b"")


def test_the_name_in_an_arrival_that_the_disk_has_damaged_goes_with_the_others(store: Store, tmp_path: Path) -> None:
    by_tablet, by_hub, by_revoking = uuid4(), uuid4(), uuid4()
    done(store.append(*(arrived(visit, CANARY) for visit in (by_tablet, by_hub, by_revoking))))
    file = next(tmp_path.rglob(FILE_NAME))
    with closing(sqlite3.connect(file)) as raw, raw:
        raw.execute("UPDATE event SET body = substr(body, 10)")
    assert_readable(tmp_path, CANARY)
    done(store.erase_names([by_tablet]))
    # Nor does it keep the tablet from hearing the hub.
    done(store.receive([NamesErased(**from_hub(), visit=by_hub)], "c"))
    assert [event.visit for event in done(store.erase_every_name()) if isinstance(event, NamesErased)] == [by_revoking]
    assert_gone(tmp_path, CANARY)
    assert done(store.erase_every_name()) == ()


def assert_readable(folder: Path, text: str) -> None:
    assert any(text.encode() in file.read_bytes() for file in folder.rglob("*") if file.is_file())


def assert_gone(folder: Path, text: str) -> None:
    files = [file for file in folder.rglob("*") if file.is_file()]
    assert files
    assert [file for file in files if text.encode() in file.read_bytes()] == []


def test_only_what_is_confirmed_closed_and_old_is_pruned(store: Store, stores: Stores) -> None:
    over, waiting, half, refused, alone = (uuid4() for _ in range(5))
    events = done(
        store.append(
            arrived(over),
            closed(over),
            arrived(waiting),
            arrived(half),
            closed(half),
            rated(refused),
            rated(alone),
        )
    )
    ids = [event.id for event in events]
    theirs = Arrived(**from_hub(), visit=uuid4(), ticket="M1")
    done(store.receive([theirs, Closed(**from_hub(), visit=theirs.visit, how="left")], "c"))
    store.meet_hub(HUB, NOW).result(WAIT_S)
    store.confirm(dict.fromkeys((ids[0], ids[1], ids[2], ids[3], ids[6])) | {ids[5]: "no"}).result(WAIT_S)
    done(store.append(rated()))

    hub_says(store, NOW + KEEP_CONFIRMED_MS)
    assert store.tend().result(WAIT_S) == 0
    hub_says(store, NOW + KEEP_CONFIRMED_MS + 1)
    assert store.tend().result(WAIT_S) == 3
    kept = {event.id for event in store.recent(0)}
    assert kept >= {ids[2], ids[3], ids[4], ids[5], theirs.id}
    assert not kept & {ids[0], ids[1], ids[6]}
    assert len(kept) == 9
    store.close()

    late = stores(clock=MovedClock(KEEP_CONFIRMED_MS + 60_000))
    assert theirs.id not in {event.id for event in late.recent(0)}
    assert len(late.recent(0)) == 7


def test_a_tablets_clock_that_jumps_makes_it_forget_nothing_early(store: Store, stores: Stores) -> None:
    events = done(store.append(rated(), rated(), rated()))
    store.meet_hub(HUB, NOW).result(WAIT_S)
    confirm(store, *[event.id for event in events])
    store.close()
    for ahead_ms in (3650 * 86_400_000, -3650 * 86_400_000):
        moved = stores(clock=MovedClock(ahead_ms))
        assert moved.recent(0) == list(events)
        assert moved.meet_hub(uuid4(), NOW).result(WAIT_S) is True
        assert [event for event, _ in moved.outbox(9, 1 << 20)] == [event.id for event in events]
        confirm(moved, *[event.id for event in events])
        moved.close()


def test_pruning_everything_does_not_begin_to_count_anew(store: Store, stores: Stores) -> None:
    events = done(store.append(rated(), rated(), rated()))
    store.meet_hub(HUB, NOW).result(WAIT_S)
    confirm(store, *[event.id for event in events])
    hub_says(store, NOW + 2 * KEEP_CONFIRMED_MS)
    assert store.tend().result(WAIT_S) == 3
    store.close()
    late = stores()
    assert len(late.recent(0)) == 1
    (event,) = done(late.append(rated()))
    assert event.n == 5


def test_closing_writes_what_is_queued_and_may_be_repeated(store: Store, stores: Stores) -> None:
    pending = [store.append(rated()) for _ in range(200)]
    store.close()
    assert [done(future)[0].n for future in pending] == list(range(1, 201))
    store.close()
    with pytest.raises(StoreFault, match="closed"):
        done(store.append(rated()))
    assert stores().unsent() == 200


def test_a_setting_of_the_program_is_kept_until_it_is_forgotten(stores: Stores) -> None:
    store = stores()
    assert store.remembered("cursor") is None
    store.remember("cursor", "mine").result(WAIT_S)
    assert (store.remembered("cursor"), store.cursor) == ("mine", None)
    store.close()

    again = stores()
    assert again.remembered("cursor") == "mine"
    again.remember("cursor", None).result(WAIT_S)
    assert again.remembered("cursor") is None


def test_rejected_events_are_counted(store: Store) -> None:
    first, second = done(store.append(rated(), rated()))
    store.confirm({first.id: None, second.id: "no"}).result(WAIT_S)
    assert (store.rejected(), store.unsent()) == (1, 0)


def test_what_was_compared_is_known_after_a_restart_and_not_held_against_another_hub(stores: Stores) -> None:
    store = stores()
    store.meet_hub(HUB, NOW).result(WAIT_S)
    assert store.compared is None
    (event,) = done(store.append(rated()))
    confirm(store, event.id)
    assert not store.compare(Receipt()).agrees
    agreed = store.compare(Receipt().plus([(event.n, event.id)]))
    assert agreed.agrees
    store.close()
    again = stores()
    assert again.compared == agreed
    again.meet_hub(uuid4(), NOW).result(WAIT_S)
    again.close()
    assert [each.compared for each in (again, stores())] == [None, None]
