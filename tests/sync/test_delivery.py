"""Store and real hub: what is saved arrives, once, whatever happens to the line or to the hub."""

import shutil
import sqlite3
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from uuid import UUID

import pytest

from kiosk.store import SYSTEM_CLOCK
from kiosk.store.opening import FILE_NAME
from kiosk.sync import Link, Timing
from kiosk.visits.events import Arrived, decode
from tests.hubs import HubProcess
from tests.sync.conftest import Device, Devices
from tests.sync.servers import LossyProxy, epoch_of


@pytest.fixture
def proxy(hub: HubProcess) -> Iterator[LossyProxy]:
    between = LossyProxy(hub.port)
    yield between
    between.close()


def stored(hub: HubProcess) -> list[UUID]:
    """What the hub has of `front-door`, in the order in which it came."""
    rows = hub.rows("SELECT id FROM event WHERE device = 'front-door' ORDER BY cursor")
    return [UUID(row["id"]) for row in rows]


def test_everything_arrives_once_and_in_order(hub: HubProcess, device: Device) -> None:
    before = device.rate(600)
    heard = device.connect(hub.url)
    heard.until(lambda: len(heard.confirmed_ids) == 600)
    after = device.rate(3)
    heard.until(lambda: len(heard.confirmed_ids) == 603)
    heard.until(lambda: device.store.compared is not None and device.store.compared.confirmed.count == 603)
    assert device.store.compared is not None
    assert device.store.compared.agrees
    assert stored(hub) == before + after == heard.confirmed_ids
    assert device.store.unsent() == 0
    assert device.store.unconfirmed_ids() == set()
    assert heard.links == [Link.REACHABLE]


def test_a_hub_that_is_killed_again_and_again_loses_and_doubles_nothing(hub: HubProcess, device: Device) -> None:
    heard = device.connect(hub.url)
    ids: list[UUID] = []
    for _ in range(2):
        ids += device.rate(40)
        hub.kill()
        ids += device.rate(40)
        heard.until_link(Link.UNREACHABLE)
        hub.start()
        heard.until_link(Link.REACHABLE)
    heard.until(lambda: set(heard.confirmed_ids) == set(ids))
    assert sorted(stored(hub)) == sorted(ids)


def test_what_happened_before_the_hub_first_ran_arrives_when_it_does(hub: HubProcess, device: Device) -> None:
    hub.stop()
    heard = device.connect(hub.url, timing=Timing(patience_s=0.2))
    ids = device.rate(5)
    heard.until_link(Link.UNREACHABLE)
    assert device.store.unconfirmed_ids() == set(ids)
    hub.start()
    heard.until(lambda: heard.confirmed_ids == ids)
    assert heard.links == [Link.UNREACHABLE, Link.REACHABLE]


def test_an_answer_lost_after_the_commit_doubles_nothing(hub: HubProcess, device: Device, proxy: LossyProxy) -> None:
    heard = device.connect(proxy.url)
    heard.until_link(Link.REACHABLE)
    proxy.lose_answers.set()
    ids = device.rate(10)
    heard.until_link(Link.UNREACHABLE)
    assert proxy.lost >= 2
    assert heard.confirmed_ids == []
    # The hub has some of them, and the tablet cannot know.
    assert set(stored(hub)) <= set(ids)
    assert stored(hub)
    proxy.lose_answers.clear()
    heard.until(lambda: sorted(heard.confirmed_ids) == sorted(ids))
    assert stored(hub) == ids


def test_a_refused_tablet_stops_and_keeps_everything(hub: HubProcess, device: Device) -> None:
    ids = device.rate(2)
    heard = device.connect(hub.url, token="not-the-token")
    heard.until_link(Link.REFUSED)
    assert device.sync is not None
    device.sync.stop()
    assert heard.links == [Link.REFUSED]
    assert device.store.unconfirmed_ids() == set(ids)
    heard = device.connect(hub.url)
    heard.until(lambda: heard.confirmed_ids == ids)


def test_no_token_is_refused_too(hub: HubProcess, device: Device) -> None:
    device.connect(hub.url, token="").until_link(Link.REFUSED)


def test_a_rejected_event_does_not_hold_up_those_behind_it(hub: HubProcess, device: Device) -> None:
    first, poison, damaged, wrong, last = device.rate(5)
    spoil(device, poison, "replace(body, 'front-door', 'side-door')")
    spoil(device, damaged, "substr(body, 10)")
    spoil(device, wrong, "CAST(replace(CAST(body AS BLOB), 'stars', x'737461ff73') AS TEXT)")
    heard = device.connect(hub.url)
    heard.until(lambda: set(heard.confirmed_ids) == {first, last})
    assert stored(hub) == [first, last]
    assert device.store.unsent() == 0
    # All three are kept, and not said to be sent.
    assert device.store.unconfirmed_ids() == {poison, damaged, wrong}
    assert device.store.rejected() == 3


def spoil(device: Device, event: UUID, body: str) -> None:
    """Changes the stored bytes of an event, as a failing disk or an older mistake of ours would have."""
    connection = sqlite3.connect(device.folder / FILE_NAME)
    with connection:
        connection.execute(f"UPDATE event SET body = {body} WHERE id = ?", (str(event),))  # noqa: S608
    connection.close()


def test_the_stream_goes_on_where_it_ended(hub: HubProcess, devices: Devices, proxy: LossyProxy) -> None:
    side = devices("side-door")
    side.connect(hub.url)
    front = devices("front-door")
    first = side.arrive(1, "Ada")
    heard = front.connect(proxy.url)
    heard.until(lambda: [event.id for event in heard.events] == [first.id])
    front.close()
    second = side.arrive(2)

    # A new program on the same data, as after a restart.
    front = devices("front-door")
    cursor = front.store.cursor
    heard = front.connect(proxy.url)
    heard.until(lambda: [event.id for event in heard.events] == [second.id])
    assert proxy.requests[-1].startswith(f"GET /api/v1/stream?after={cursor}&")
    third = side.arrive(3)
    heard.until(lambda: len(heard.events) == 2)
    assert [event.id for event in front.store.recent(0)] == [first.id, second.id, third.id]
    assert front.store.unsent() == 0


def test_what_comes_from_a_tablet_with_a_wrong_clock_has_the_true_time(hub: HubProcess, devices: Devices) -> None:
    class Wrong:
        boot = SYSTEM_CLOCK.boot

        def now_ms(self) -> int:
            return SYSTEM_CLOCK.now_ms() - int(timedelta(days=4000) / timedelta(milliseconds=1))

        def mono_ms(self) -> int:
            return SYSTEM_CLOCK.mono_ms()

    side, front = devices("side-door", Wrong()), devices("front-door")
    heard = front.connect(hub.url)
    before = SYSTEM_CLOCK.now_ms()
    arrival = side.arrive(1, "Ada")
    after = SYSTEM_CLOCK.now_ms()
    side.connect(hub.url)
    heard.until(lambda: heard.events)
    (event,) = heard.events
    assert isinstance(event, Arrived)
    assert arrival.at < before - 1_000_000
    # The clocks of both programs are read a moment apart.
    assert before - 1_000 <= event.at <= after + 1_000
    assert front.store.recent(0) == [event]


@pytest.mark.files
def test_a_hub_that_lost_its_data_is_filled_again(hub: HubProcess, device: Device) -> None:
    heard = device.connect(hub.url)
    ids = device.rate(20)
    arrival = device.arrive(1)
    heard.until(lambda: len(heard.confirmed_ids) == 21 and device.store.cursor)
    assert device.store.cursor is not None
    lost = epoch_of(device.store.cursor)
    hub.kill()
    shutil.rmtree(hub.data)
    hub.start()
    heard.until(lambda: sorted(heard.confirmed_ids) == sorted(2 * [*ids, arrival.id]))
    assert sorted(stored(hub)) == sorted([*ids, arrival.id])
    (row,) = hub.rows("SELECT body FROM event WHERE id = ?", str(arrival.id))
    assert decode(row["body"].encode()) == arrival
    assert device.store.hub_epoch not in (None, lost)
    heard.until(lambda: device.store.cursor and epoch_of(device.store.cursor) == device.store.hub_epoch)
    assert device.store.unsent() == 0


def test_a_fact_that_the_hub_lost_is_missed_in_its_receipt(hub: HubProcess, device: Device) -> None:
    heard = device.connect(hub.url)
    lost, *_ = device.rate(3)
    heard.until(lambda: len(heard.confirmed_ids) == 3)
    device.disconnect()
    hub.kill()
    hub.execute("DELETE FROM event WHERE id = ?", str(lost))
    hub.execute("UPDATE receipt SET stored = stored - 1, digest = ?", "0" * 32)
    hub.start()
    heard = device.connect(hub.url)
    device.rate()
    heard.until(lambda: device.store.compared is not None and not device.store.compared.agrees)


def test_a_copy_of_a_tablet_is_found_out_and_its_facts_are_kept(
    hub: HubProcess, device: Device, tmp_path: Path, devices: Devices
) -> None:
    heard = device.connect(hub.url)
    first = device.rate(2)
    heard.until(lambda: len(heard.confirmed_ids) == 2)
    device.disconnect()
    device.store.close()
    shutil.copytree(device.folder, tmp_path / "copy")
    original, copy = devices("front-door", folder=device.folder), devices("front-door", folder=tmp_path / "copy")
    assert hub.rows("SELECT cloned_at FROM tablet WHERE cloned_at IS NOT NULL") == []
    facts = [*first]
    for each in (original, copy):
        heard = each.connect(hub.url)
        facts += (mine := each.rate(2))
        heard.until(lambda mine=mine, heard=heard: set(mine) <= set(heard.confirmed_ids))  # type: ignore[misc]
    assert stored(hub) == facts
    assert len(hub.rows("SELECT 1 FROM tablet WHERE cloned_at IS NOT NULL AND device = 'front-door'")) == 1
    heard.until(lambda: copy.store.compared is not None and not copy.store.compared.agrees)
