"""How a tablet is doing comes to the hub, and who looks for a tablet comes to it."""

import json
import ssl
from pathlib import Path
from typing import Any
from uuid import uuid4

from structlog.testing import capture_logs

from kiosk.sync import Link, Timing
from kiosk.visits.events import Arrived, NamesErased
from kiosk.visits.wire import Health
from tests.hub import device as hub_side
from tests.hub.people import IT, signed_in, with_roles
from tests.hubs import HubProcess
from tests.sync.conftest import Device

QUICK = Timing(health_s=0.05)


def health(unsent: int) -> Health:
    return Health(
        boot=uuid4(),
        mono=1,
        at=hub_side.now_ms(),
        version="0.1.0",
        letter="K",
        place="Hall",
        unsent=unsent,
        rejected=0,
        free_bytes=1,
        screen_width=218,
        screen_height=136,
    )


def reported(hub: HubProcess) -> dict[str, Any]:
    (row,) = hub.rows("SELECT health FROM tablet WHERE device = 'front-door'")
    found: dict[str, Any] = json.loads(row["health"] or "{}")
    return found


def test_reports_come_at_connecting_and_again_and_again(hub: HubProcess, device: Device) -> None:
    count = iter(range(1000))
    heard = device.connect(hub.url, timing=QUICK, health=lambda: health(next(count)))
    heard.until(lambda: reported(hub).get("unsent", 0) > 2)
    hub.kill()
    heard.until_link(Link.UNREACHABLE)
    before = reported(hub)["unsent"]
    hub.start()
    heard.until(lambda: reported(hub)["unsent"] > before)


def test_a_hub_that_is_away_is_logged_when_it_goes_and_not_with_every_try(hub: HubProcess, device: Device) -> None:
    asked: list[int] = []

    def ask() -> Health:
        asked.append(1)
        return health(0)

    with capture_logs() as logs:
        heard = device.connect(hub.url, timing=QUICK, health=ask)
        heard.until(lambda: reported(hub))
        hub.kill()
        heard.until_link(Link.UNREACHABLE)
        before = len(asked)
        heard.until(lambda: len(asked) > before + 20)
    # The end of an open connection and nobody at the port are two reasons.
    assert 1 <= [each["event"] for each in logs].count("sync.unreported") <= 2
    assert [each["event"] for each in logs].count("sync.link") == 2


def test_a_revoked_tablet_erases_names_and_stops_and_says_so(hub: HubProcess, device: Device) -> None:
    with_roles(hub)
    device.arrive(1, "Rosalind")
    heard = device.connect(hub.url, health=lambda: health(0))
    heard.until(lambda: reported(hub))
    assert [event.name for event in device.store.recent(0) if isinstance(event, Arrived)] == ["Rosalind"]
    ida = signed_in(hub, IT)
    ida.post("/desk/tablets/revoke", device="front-door")
    heard.until_link(Link.REFUSED)
    assert [event.name for event in device.store.recent(0) if isinstance(event, Arrived)] == [""]
    assert [type(event) for event in heard.events] == [NamesErased]
    hub_side.close_all()


def test_who_is_looked_for_hears_of_it(hub: HubProcess, device: Device) -> None:
    with_roles(hub)
    heard = device.connect(hub.url)
    heard.until_link(Link.REACHABLE)
    ida = signed_in(hub, IT)
    ida.post("/desk/tablets/show", device="front-door")
    heard.until(lambda: heard.names == ["Front door"])
    hub_side.close_all()


def test_only_the_pinned_certificate_is_trusted(tmp_path: Path, device: Device) -> None:
    hub = HubProcess(tmp_path / "secure", hub="self_signed = true")
    other = HubProcess(tmp_path / "other", hub="self_signed = true")
    hub.start()
    other.start()
    url = hub.url.replace("http:", "https:")
    try:
        right, wrong = (ssl.get_server_certificate(("127.0.0.1", each.port)) for each in (hub, other))
        heard = device.connect(url, certificate=wrong, timing=Timing(patience_s=0.2))
        heard.until_link(Link.UNREACHABLE)
        heard = device.connect(url, certificate=right)
        heard.until_link(Link.REACHABLE)
        device.rate()
        heard.until(lambda: len(heard.confirmed_ids) == 1)
    finally:
        device.disconnect()
        hub.kill()
        other.kill()


def test_a_hub_that_takes_no_reports_is_a_hub_all_the_same(fake: Any, device: Device) -> None:
    heard = device.connect(fake.url, token="any", timing=QUICK, health=lambda: health(0))
    heard.until_link(Link.REACHABLE)
    device.rate()
    heard.until(lambda: len(heard.confirmed_ids) == 1)
    assert heard.links == [Link.REACHABLE]
