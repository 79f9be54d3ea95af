"""A tablet is let in at its hub, by `kiosk enroll` and the Tablets page."""

import json
import stat
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from kiosk.store import SYSTEM_CLOCK, Store
from kiosk.sync.enrolment import FILE_NAME, EnrolFault, kept
from kiosk.visits.events import Rated
from tests.hub import device as hub_side
from tests.hub.people import IT, signed_in, with_roles
from tests.hubs import HubProcess
from tests.sync.conftest import WAIT_S, Device


class Tablet:
    """A machine that shall become a tablet."""

    def __init__(self, folder: Path, hub: str) -> None:
        self.data = folder / "data"
        self.settings = folder / "tablet.toml"
        self.settings.write_text(f'[tablet]\nhub = "{hub}"\ndata = "{self.data}"\n')
        self.process: subprocess.Popen[str] | None = None

    def enroll(self, *words: str) -> subprocess.Popen[str]:
        command = [sys.executable, "-m", "kiosk", "enroll", "--config", str(self.settings), *words]
        self.process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
        return self.process

    def refused(self, *words: str) -> str:
        process = self.enroll(*words)
        said, wrong = process.communicate(timeout=WAIT_S)
        assert process.returncode == 1, said
        assert "Traceback" not in wrong
        return wrong.strip()

    def end(self) -> None:
        if self.process is not None and self.process.poll() is None:
            self.process.kill()
            self.process.communicate()


@pytest.fixture
def tablet(tmp_path: Path, hub: HubProcess) -> Iterator[Tablet]:
    """A tablet of this hub, which knows nothing of it yet."""
    with_roles(hub)
    (tmp_path / "new").mkdir()
    made = Tablet(tmp_path / "new", hub.url)
    yield made
    made.end()
    hub_side.close_all()


def let_in(hub: HubProcess, process: "subprocess.Popen[str]", name: str = "Waiting room") -> dict[str, str]:
    """Ida lets in the tablet that shows a code; what it says in the end."""
    assert process.stdout is not None
    shown = json.loads(process.stdout.readline())
    assert shown["uri"] == f"{hub.url}/desk/tablets/enrol?code={shown['code']}"
    ida = signed_in(hub, IT)
    ida.get(shown["uri"])
    assert shown["code"] in ida.text
    ida.post("/desk/tablets/enrol", code=shown["code"], name=name, place="By the window", letter="W")
    said, wrong = process.communicate(timeout=WAIT_S)
    assert process.returncode == 0, wrong
    told: dict[str, str] = json.loads(said)
    return told


def test_a_tablet_is_enrolled_and_sends_at_once(hub: HubProcess, tablet: Tablet, tmp_path: Path) -> None:
    told = let_in(hub, tablet.enroll("--json"))
    assert told == {"device": "waiting-room", "name": "Waiting room", "letter": "W"}
    assert stat.S_IMODE((tablet.data / FILE_NAME).stat().st_mode) == 0o600
    enrolment = kept(tablet.data)
    assert enrolment is not None
    assert enrolment.hub == hub.url
    device = Device(tmp_path / "device", enrolment.token.device, SYSTEM_CLOCK)
    try:
        heard = device.connect(enrolment.hub, token=enrolment.token.access_token)
        device.rate()
        heard.until(lambda: len(heard.confirmed_ids) == 1)
    finally:
        device.close()
    assert "is Waiting room at" in tablet.refused()


def test_who_is_not_let_in_is_told(hub: HubProcess, tablet: Tablet) -> None:
    process = tablet.enroll("--json")
    assert process.stdout is not None
    code = json.loads(process.stdout.readline())["code"]
    ida = signed_in(hub, IT)
    ida.post("/desk/tablets/deny", code=code)
    _, wrong = process.communicate(timeout=WAIT_S)
    assert process.returncode == 1
    assert wrong.strip() == "The desk did not let this tablet in."
    assert kept(tablet.data) is None


def test_unsent_events_are_not_left_behind_silently(tablet: Tablet) -> None:
    store = Store.open(tablet.data, "tablet")
    store.append(lambda stamp: Rated(**stamp, visit=store.epoch, rating=store.epoch, stars=5)).result(WAIT_S)
    store.close()
    assert tablet.refused() == "Events here that no hub has heard of: 1. --lose-unsent gives them up."


def test_no_hub_is_one_sentence(tmp_path: Path) -> None:
    assert Tablet(tmp_path, "http://127.0.0.1:9").refused() == "No hub answers at http://127.0.0.1:9."


def test_a_damaged_enrolment_is_told(tmp_path: Path) -> None:
    (tmp_path / FILE_NAME).write_text("{")
    with pytest.raises(EnrolFault, match="is no enrolment"):
        kept(tmp_path)


def test_a_certificate_that_nobody_vouches_for_is_shown_and_kept(tmp_path: Path) -> None:
    hub = HubProcess(tmp_path / "secure", hub="self_signed = true")
    with_roles(hub)
    hub.start()
    tablet = Tablet(tmp_path, hub.url.replace("http:", "https:"))
    try:
        process = tablet.enroll("--json")
        assert process.stdout is not None
        shown = json.loads(process.stdout.readline())
        assert f"Certificate SHA-256: {shown['fingerprint']}" in hub.printed
        assert shown["uri"].startswith("https://")
    finally:
        tablet.end()
        hub.kill()
