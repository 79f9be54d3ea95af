"""When things really happened, whatever the tablets' clocks say."""

import json
from uuid import UUID, uuid4

from hypothesis import given
from hypothesis import strategies as st

from kiosk.hub.truetime import BootClock, TrueTime, true_time
from kiosk.visits.events import Arrived, Shown
from tests.hub.device import Device
from tests.hubs import HubProcess

NOW = 1_795_430_460_000
HOUR = 3_600_000
BOOT, EARLIER = UUID(int=1), UUID(int=2)


def event(*, at: int, mono: int, boot: UUID = BOOT) -> Shown:
    return Shown(id=uuid4(), visit=uuid4(), device="front-door", epoch=uuid4(), n=1, at=at, mono=mono, boot=boot)


def test_within_one_boot_the_monotonic_clock_counts_and_the_wall_clock_does_not() -> None:
    clock = BootClock.heard(boot=BOOT, mono=100_000, at=0, received=NOW)
    for at in (0, NOW, NOW + HOUR):
        found = true_time(event(at=at, mono=40_000), received=NOW, clocks={BOOT: clock}, last=None)
        assert found == TrueTime(at=NOW - 60_000, verified=True)


def test_an_earlier_boot_that_was_heard_still_tells_the_true_time() -> None:
    heard = BootClock.heard(boot=EARLIER, mono=100_000, at=0, received=NOW - HOUR)
    now = BootClock.heard(boot=BOOT, mono=5_000, at=0, received=NOW)
    found = true_time(
        event(at=7, mono=130_000, boot=EARLIER),
        received=NOW,
        clocks={EARLIER: heard, BOOT: now},
        last=heard,
    )
    assert found == TrueTime(at=NOW - HOUR + 30_000, verified=True)


def test_a_boot_that_was_never_heard_takes_the_last_known_offset_and_is_not_verified() -> None:
    last = BootClock.heard(boot=EARLIER, mono=0, at=NOW - 2 * HOUR, received=NOW - HOUR)
    found = true_time(event(at=NOW - 3 * HOUR, mono=9, boot=uuid4()), received=NOW, clocks={}, last=last)
    assert found == TrueTime(at=NOW - 2 * HOUR, verified=False)


def test_without_anything_known_the_wall_clock_counts_unverified() -> None:
    found = true_time(event(at=NOW - HOUR, mono=9), received=NOW, clocks={}, last=None)
    assert found == TrueTime(at=NOW - HOUR, verified=False)


def test_a_monotonic_time_from_the_future_is_not_believed() -> None:
    clock = BootClock.heard(boot=BOOT, mono=100_000, at=NOW, received=NOW)
    found = true_time(event(at=NOW - HOUR, mono=200_000), received=NOW, clocks={BOOT: clock}, last=None)
    assert found == TrueTime(at=NOW - HOUR, verified=False)


@given(
    at=st.integers(0, (1 << 48) - 1),
    mono=st.integers(0, (1 << 48) - 1),
    heard=st.tuples(st.integers(0, (1 << 48) - 1), st.integers(0, (1 << 48) - 1)),
    known=st.booleans(),
    last=st.booleans(),
)
def test_nothing_happens_before_1970_or_after_it_was_heard_of(
    at: int, mono: int, heard: tuple[int, int], known: bool, last: bool
) -> None:
    clock = BootClock.heard(boot=BOOT, mono=heard[0], at=heard[1], received=NOW)
    found = true_time(
        event(at=at, mono=mono),
        received=NOW,
        clocks={BOOT: clock} if known else {},
        last=clock if last else None,
    )
    assert 0 <= found.at <= NOW


def test_the_hub_keeps_the_raw_and_the_true_time(hub: HubProcess) -> None:
    tablet = Device(hub.url, clock_error=-5 * HOUR)
    early = tablet.mint(Arrived, ago_ms=20_000, visit=uuid4(), ticket="K1")
    tablet.push(early)
    of_first_boot = tablet.mint(Arrived, ago_ms=1_000, visit=uuid4(), ticket="K2")
    tablet.reboot()
    tablet.push(of_first_boot)
    tablet.reboot()
    unheard = tablet.mint(Arrived, ago_ms=9_000, visit=uuid4(), ticket="K3")
    tablet.reboot()
    tablet.push(unheard)
    rows = hub.rows("SELECT true_at, received_at, verified, body FROM event ORDER BY cursor")
    for row, error in zip(rows, (early, of_first_boot, unheard), strict=True):
        assert json.loads(row["body"])["at"] == error.at
        assert abs(row["true_at"] - (error.at + 5 * HOUR)) < 500
        assert row["true_at"] <= row["received_at"]
    assert [row["verified"] for row in rows] == [1, 1, 0]
    arrived = hub.rows("SELECT arrived_at FROM visit ORDER BY ticket")
    assert [row["arrived_at"] for row in arrived] == [row["true_at"] for row in rows]
