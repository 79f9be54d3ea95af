"""What the hub tells those who watch over it from outside."""

import json
import sqlite3
from contextlib import closing
from uuid import uuid4

import httpx2
import msgspec
import pytest
from prometheus_client.parser import text_string_to_metric_families

from kiosk.hub.secret import digest
from kiosk.hub.tablets import SILENT_MS
from kiosk.visits.events import Arrived
from kiosk.visits.wire import HEALTH_PATH, encoder
from tests.hub.device import Device
from tests.hub.test_conditions import report
from tests.hubs import TOKENS, HubProcess

TOKEN = "of-the-monitoring"
NAME = "Ottoline"


@pytest.fixture
def hub(tmp_path_factory: pytest.TempPathFactory) -> HubProcess:
    """One that a monitoring system may read."""
    return HubProcess(tmp_path_factory.mktemp("hub"), hub=f'metrics_token_sha256 = "{digest(TOKEN)}"')


@pytest.fixture(autouse=True)
def ended(hub: HubProcess) -> object:
    """The hub runs for the test."""
    hub.start()
    yield
    hub.kill()


def figures(hub: HubProcess) -> dict[tuple[str, str], float]:
    """By name and device, or any other label."""
    answer = httpx2.get(f"{hub.url}/metrics", headers={"Authorization": f"Bearer {TOKEN}"})
    assert answer.status_code == 200
    assert answer.headers["content-type"].startswith("text/plain; version=")
    return {
        (sample.name, "".join(sample.labels.values())): sample.value
        for family in text_string_to_metric_families(answer.text)
        for sample in family.samples
    }


def reports(hub: HubProcess, **fields: int) -> None:
    """The tablet tells how it is doing."""
    health = msgspec.structs.replace(report(), **fields)
    token = {"Authorization": f"Bearer {TOKENS['front-door']}"}
    assert httpx2.post(hub.url + HEALTH_PATH, content=encoder.encode(health), headers=token).status_code == 204


def test_figures_tell_of_each_tablet_and_of_what_was_taken_in(hub: HubProcess) -> None:
    tablet = Device(hub.url)
    before = figures(hub)
    assert before["kiosk_hub_events_total", ""] == 0
    assert before["kiosk_tablet_stream_open", "front-door"] == 0
    assert ("kiosk_tablet_unsent_events", "front-door") not in before
    tablet.push(tablet.mint(Arrived, visit=uuid4(), ticket="K1", name=NAME), b"{}")
    reports(hub, unsent=3, rejected=1, waiting_ms=90_000)
    after = figures(hub)
    assert after["kiosk_hub_events_total", ""] == 1
    assert after["kiosk_hub_answers_total", "stored"] == 1
    assert after["kiosk_hub_answers_total", "rejected"] == 1
    assert after["kiosk_hub_ingest_seconds_count", ""] == 1
    assert 0 < after["kiosk_hub_ingest_seconds_sum", ""] < 30
    assert after["kiosk_tablet_unsent_events", "front-door"] == 3
    assert after["kiosk_tablet_quarantined_events", "front-door"] == 1
    assert 90 <= after["kiosk_tablet_sync_lag_seconds", "front-door"] < 120
    hub.execute("UPDATE tablet SET heard_at = heard_at - ?", SILENT_MS)
    assert figures(hub)["kiosk_tablet_sync_lag_seconds", "front-door"] >= 90 + SILENT_MS / 1000


def test_figures_hold_no_name_and_are_for_whom_they_are_meant(hub: HubProcess) -> None:
    tablet = Device(hub.url)
    tablet.push(tablet.mint(Arrived, visit=uuid4(), ticket="K1", name=NAME))
    url = f"{hub.url}/metrics"
    for refused in ({}, {"Authorization": "Bearer"}, {"Authorization": "Bearer front-door-token"}):
        answer = httpx2.get(url, headers=refused)
        assert answer.status_code == 401
        assert "kiosk_" not in answer.text
    told = httpx2.get(url, headers={"Authorization": f"Bearer {TOKEN}"}).text
    assert NAME not in told
    assert "Front door" not in told


@pytest.mark.files
def test_a_hub_whose_database_cannot_be_written_is_alive_but_not_ready(hub: HubProcess) -> None:
    assert json.loads(httpx2.get(f"{hub.url}/health/ready").content) == {"ok": True, "reason": ""}
    with closing(sqlite3.connect(hub.database, timeout=10, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        answer = wait_for(hub, 503)
        assert answer["reason"] in ("database", "database-slow")
        assert httpx2.get(f"{hub.url}/health/live").status_code == 200
    assert wait_for(hub, 200) == {"ok": True, "reason": ""}


def wait_for(hub: HubProcess, status: int) -> dict[str, object]:
    """Asks until the hub is as wanted; the test's time limit ends it otherwise."""
    while (answer := httpx2.get(f"{hub.url}/health/ready", timeout=30)).status_code != status:
        pass
    found: dict[str, object] = answer.json()
    return found
