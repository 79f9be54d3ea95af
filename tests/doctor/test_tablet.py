"""What the doctor finds at a tablet, beside the running program, without touching anything."""

import shutil
import sqlite3
import ssl
from collections.abc import Callable, Iterator
from pathlib import Path
from uuid import uuid4

import msgspec
import pytest
import trustme

from kiosk.config import TabletConfig
from kiosk.doctor import tablet
from kiosk.doctor.check import Check
from kiosk.store import SYSTEM_CLOCK, Store
from kiosk.store.opening import FILE_NAME
from kiosk.store.sealing import seal
from kiosk.sync.enrolment import Enrolment, keep
from kiosk.visits.condition import LONG_UNSENT_MS, State
from kiosk.visits.events import Arrived
from kiosk.visits.receipt import Receipt
from kiosk.visits.wire import Answers, Push, Token
from tests.hubs import TOKENS, HubProcess, free_port
from tests.loops import alone
from tests.store.conftest import MovedClock, done, rated
from tests.sync.servers import HUB, FakeHub, Reply

NAME = "Rosalind"
TOKEN = "secret-token"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """The tablet's data."""
    return tmp_path / "data"


@pytest.fixture
def store(folder: Path) -> Iterator[Store]:
    """The running tablet's, with one arrival that is not sent."""
    opened = Store.open(folder, "tablet")
    done(opened.append(lambda stamp: Arrived(**stamp, visit=uuid4(), ticket="K1", name=NAME)))
    yield opened
    opened.close()


def look(folder: Path, hub: str, *, token: str = TOKEN, device: str = "tablet", ahead_ms: int = 0) -> dict[str, Check]:
    config = TabletConfig(hub=hub, token=token, device=device, data=str(folder))
    clock = MovedClock(ahead_ms) if ahead_ms else SYSTEM_CLOCK
    found = alone(lambda: list(tablet.look(config, clock)))
    told = msgspec.json.encode(found).decode()
    assert NAME not in told
    assert TOKEN not in told
    assert all(each.do or each.state is State.OK for each in found)
    return {each.check: each for each in found}


def faults(found: dict[str, Check]) -> set[str]:
    return {each.check for each in found.values() if each.state is not State.OK}


def send(store: Store, receipt: Receipt) -> Callable[[Push], Reply]:
    """Confirms what is unsent; how a hub with this receipt answers from then on."""
    batch = store.outbox(100, 1 << 20)
    store.confirm({event: None for event, _ in batch}).result()
    answers = Answers(hub_epoch=uuid4(), at=SYSTEM_CLOCK.now_ms(), answers=[], receipt=receipt)
    return lambda _: (200, HUB, msgspec.json.encode(answers))


def receipt_of(store: Store) -> Receipt:
    return store.compare(Receipt()).confirmed


def contents(folder: Path) -> dict[str, bytes]:
    # The index of the log is scratch memory of whoever has it open.
    return {file.name: file.read_bytes() for file in folder.iterdir() if not file.name.endswith("-shm")}


def test_a_tablet_that_does_well_runs_on_untouched(folder: Path, store: Store, fake: FakeHub) -> None:
    send(store, Receipt())
    fake.on_push = send(store, receipt_of(store))
    before = contents(folder)
    found = look(folder, fake.url)
    assert faults(found) == set()
    assert contents(folder) == before
    assert found["tablet.running"].text == "The tablet's program runs."
    assert found["tablet.receipt"].text == "The hub has all 1 facts that it has confirmed."
    assert [push.events for _, push in fake.pushes] == [[]]
    done(store.append(rated()))
    store.close()
    before = contents(folder)
    found = look(folder, fake.url)
    assert faults(found) == {"tablet.running"}
    assert found["tablet.unsent"].text.startswith("1 event waits to be sent, for ")
    assert contents(folder) == before


def test_what_waits_for_long_was_refused_or_differs_is_told(folder: Path, store: Store, fake: FakeHub) -> None:
    found = look(folder, fake.url, ahead_ms=LONG_UNSENT_MS)
    assert faults(found) == {"tablet.clock"}
    assert found["tablet.clock"].text == "Its clock is 10 min fast; the hub corrects its times."
    ((event, _),) = store.outbox(1, 1)
    store.confirm({event: "too large for the hub"}).result()
    found = look(folder, fake.url)
    assert found["tablet.rejected"].text.endswith("set aside on the tablet: 1 × too large for the hub.")
    done(store.append(rated()))
    fake.on_push = send(store, Receipt())
    found = look(folder, fake.url)
    assert faults(found) == {"tablet.rejected", "tablet.receipt"}
    assert found["tablet.receipt"].text.startswith("The hub has 0 facts of this store, and has confirmed 1")


def test_a_store_that_cannot_be_used_is_told_and_left_as_it_is(
    folder: Path, store: Store, fake: FakeHub, tmp_path: Path
) -> None:
    store.close()
    newer, damaged = tmp_path / "newer", tmp_path / "damaged"
    for copy in (newer, damaged):
        shutil.copytree(folder, copy)
    connection = sqlite3.connect(newer / FILE_NAME)
    with connection:
        row = ("kiosk.store", "m999_from_tomorrow", "2031-01-01")
        connection.execute("INSERT INTO _sqlite_migrations (migration_set, name, applied_at) VALUES (?, ?, ?)", row)
    connection.close()
    (damaged / FILE_NAME).write_bytes(b"this was a database once" * 500)
    for broken, told in ((newer, "newer version of this program"), (damaged, "the database is damaged")):
        before = contents(broken)
        found = look(broken, fake.url)
        assert told in found["tablet.store"].text
        assert found["tablet.store"].state is State.FAULT
        assert contents(broken) == before


def test_files_that_were_put_aside_and_a_used_reserve_are_told(folder: Path, store: Store, fake: FakeHub) -> None:
    store.close()
    sealed = seal(folder, "tablet")
    (folder / FILE_NAME).write_bytes(b"this was a database once" * 500)
    opened = Store.open(folder, "tablet")
    assert opened.set_aside is not None
    opened.close()
    (folder / "ballast").unlink()
    found = look(folder, fake.url)
    assert faults(found) == {"tablet.running", "tablet.reserve", "tablet.damaged_files", "tablet.sealed"}
    assert opened.set_aside.name in found["tablet.damaged_files"].text
    assert f"{sealed.name}, of a tablet that was revoked, holds 2 events" in found["tablet.sealed"].text


def test_who_answers_in_the_hubs_place_is_told(folder: Path, store: Store, fake: FakeHub) -> None:
    fake.on_push = lambda _: (200, {}, b"<html>Please sign in</html>")
    assert "captive portal" in look(folder, fake.url)["tablet.hub"].text
    fake.on_push = lambda _: (401, HUB, b"{}")
    found = look(folder, fake.url)
    assert "its token was revoked" in found["tablet.token"].text
    assert found["tablet.hub"].state is State.OK
    store.meet_hub(uuid4(), SYSTEM_CLOCK.now_ms()).result()
    fake.on_push = fake.store_all
    assert "restored from a backup" in look(folder, fake.url)["tablet.receipt"].text
    found = look(folder, f"http://127.0.0.1:{free_port()}")
    assert "No hub listens" in found["tablet.hub"].text
    assert found["tablet.hub"].state is State.FAULT
    assert "is not known in this network" in look(folder, "http://nobody.invalid")["tablet.hub"].text


def test_what_was_compared_last_is_told_while_the_hub_is_away(folder: Path, store: Store) -> None:
    away = f"http://127.0.0.1:{free_port()}"
    assert "tablet.receipt" not in look(folder, away)
    for held, state in ((Receipt(), State.OK), (Receipt().plus([(1, uuid4())]), State.FAULT)):
        store.compare(held)
        store.tend().result()
        assert look(folder, away)["tablet.receipt"].state is state


def test_whose_certificate_is_shown_is_told(folder: Path, tmp_path: Path, store: Store) -> None:
    hub, other = (HubProcess(tmp_path / name, hub="self_signed = true").start() for name in ("hub", "other"))
    url = hub.url.replace("http:", "https:")
    try:
        found = look(folder, url, token=TOKENS["front-door"], device="front-door")
        assert "is one that nobody vouches for" in found["tablet.hub"].text
        for shown, text in ((hub, f"The hub answers at {url}."), (other, "shows another certificate")):
            certificate = ssl.get_server_certificate(("127.0.0.1", shown.port))
            token = Token(
                access_token=TOKENS["front-door"],
                token_type="Bearer",
                device="front-door",
                name="Hall",
                place="Hall",
                letter="H",
            )
            keep(folder, Enrolment(hub=url, token=token, certificate=certificate))
            found = look(folder, "http://127.0.0.1:9", token="")
            assert text in found["tablet.hub"].text
            assert found["tablet.hub"].state is (State.OK if shown is hub else State.FAULT)
            assert ("tablet.token" in found) is (shown is hub)
    finally:
        hub.kill()
        other.kill()


def test_a_certificate_that_somebody_trusted_vouches_for_is_as_it_should_be(
    folder: Path, tmp_path: Path, store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    authority = trustme.CA()
    issued = authority.issue_cert("127.0.0.1")
    issued.cert_chain_pems[0].write_to_path(tmp_path / "cert.pem")
    issued.private_key_pem.write_to_path(tmp_path / "key.pem")
    authority.cert_pem.write_to_path(tmp_path / "ca.pem")
    hub = HubProcess(tmp_path / "hub", hub=f'tls_cert = "{tmp_path}/cert.pem"\ntls_key = "{tmp_path}/key.pem"').start()
    url = hub.url.replace("http:", "https:")
    try:
        token = TOKENS["front-door"]
        assert look(folder, url, token=token, device="front-door")["tablet.hub"].state is State.FAULT
        monkeypatch.setenv("SSL_CERT_FILE", str(tmp_path / "ca.pem"))
        found = look(folder, url, token=token, device="front-door")
        assert found["tablet.hub"].state is State.OK
        assert found["tablet.token"].state is State.OK
    finally:
        hub.kill()


def test_whether_it_was_let_in_is_told(folder: Path, fake: FakeHub) -> None:
    fake.on_push = lambda _: (401, HUB, b"{}")
    found = look(folder, fake.url, token="")
    assert faults(found) == {"tablet.store", "tablet.enrolled"}
    assert not folder.exists()
    token = Token(access_token=TOKEN, token_type="Bearer", device="hall", name="Hall", place="Hall", letter="H")
    keep(folder, Enrolment(hub=fake.url, token=token))
    found = look(folder, "http://127.0.0.1:9", token="")
    assert found["tablet.enrolled"].text == f"It was let in at {fake.url} as Hall (hall)."
    assert "tablet.token" in faults(found)
