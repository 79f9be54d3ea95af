"""Each fault that is planted in a tablet that does well is found by the doctor, alone, and with what to do about it."""

import json
import shutil
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from datetime import UTC, datetime, timedelta
from pathlib import Path
from uuid import uuid4

import msgspec
import pytest
import trustme

from kiosk.store import SYSTEM_CLOCK, Store
from kiosk.store.opening import FILE_NAME
from kiosk.sync.enrolment import Enrolment, keep
from kiosk.visits.condition import MANY_UNSENT, State
from kiosk.visits.receipt import Receipt
from kiosk.visits.wire import Answers, Token
from tests.disks import MS_RDONLY, disk, remount
from tests.doctor.command import run
from tests.doctor.sites import Site
from tests.hubs import free_port
from tests.store.conftest import done, rated
from tests.sync.servers import HUB

DAY = timedelta(days=1)


@pytest.fixture(scope="module")
def authority() -> trustme.CA:
    """Vouches for certificates."""
    return trustme.CA()


@pytest.fixture
def site(tmp_path: Path, authority: trustme.CA, monkeypatch: pytest.MonkeyPatch) -> Iterator[Site]:
    """A tablet without a fault."""
    authority.cert_pem.write_to_path(tmp_path / "ca.pem")
    monkeypatch.setenv("SSL_CERT_FILE", str(tmp_path / "ca.pem"))
    with ExitStack() as stack:
        yield Site(tmp_path, stack, authority)


def no_screen(site: Site) -> None:
    (site.screen / "status").write_text("disconnected\n")


def small_screen(site: Site) -> None:
    site.show(110, 69)


def screen_of_nonsense(site: Site) -> None:
    site.show(1600, 900)


def screen_that_tells_nothing(site: Site) -> None:
    (site.screen / "edid").write_bytes(b"")


def wrong_diagonal(site: Site) -> None:
    site.set(diagonal_inches=5.0)


def no_touch(site: Site) -> None:
    (site.touch / "properties").write_text("0\n")


def no_arabic_typeface(site: Site) -> None:
    next(site.root.rglob("NotoSansArabicUI-Regular.ttf")).unlink()


def no_own_typeface(site: Site) -> None:
    next(site.root.rglob("*Next-Bold.ttf")).unlink()


def no_vietnamese(site: Site) -> None:
    next(site.root.rglob("vi.qm")).unlink()


def no_mandarin_voice(site: Site) -> None:
    next(site.root.rglob("cmn_dict")).unlink()


def no_speech(site: Site) -> None:
    (site.root / "usr/bin/speech-dispatcher").unlink()


def no_sound(site: Site) -> None:
    (site.root / "dev/snd/pcmC0D0p").unlink()


def onto_disk(site: Site, mebibytes: int) -> Path:
    site.stop()
    folder = site.stack.enter_context(disk(site.folder / "disk", mebibytes))
    shutil.copytree(site.data, folder, dirs_exist_ok=True)
    site.set(data=str(folder))
    return folder


def little_disk(site: Site) -> None:
    onto_disk(site, 64)


def disk_that_is_only_read(site: Site) -> None:
    remount(onto_disk(site, 1024), MS_RDONLY)


def used_reserve(site: Site) -> None:
    (site.data / "ballast").unlink()


def not_running(site: Site) -> None:
    site.stop()


def damaged_store(site: Site) -> None:
    site.stop()
    (site.data / FILE_NAME).write_bytes(b"this was a database once" * 500)


def damaged_store_set_aside(site: Site) -> None:
    damaged_store(site)
    site.store = Store.open(site.data, "tablet")


def newer_store(site: Site) -> None:
    site.stop()
    connection = sqlite3.connect(site.data / FILE_NAME)
    with connection:
        row = ("kiosk.store", "m999_from_tomorrow", "2031-01-01")
        connection.execute("INSERT INTO _sqlite_migrations (migration_set, name, applied_at) VALUES (?, ?, ?)", row)
    connection.close()


def lost_key(site: Site) -> None:
    site.set(store_key=f"file:{site.folder}/key")


def many_unsent(site: Site) -> None:
    for _ in range(MANY_UNSENT):
        done(site.store.append(rated()))


def refused_event(site: Site) -> None:
    ((event, _),) = site.store.outbox(1, 1)
    site.store.confirm({event: "too large for the hub"}).result()


def clock_ahead(site: Site) -> None:
    site.ahead_ms = 3_600_000


def not_let_in(site: Site) -> None:
    site.set(token="")
    site.hub.on_push = lambda _: (401, HUB, b"{}")


def token_refused(site: Site) -> None:
    site.hub.on_push = lambda _: (401, HUB, b"{}")


def no_hub(site: Site) -> None:
    site.set(hub=f"http://127.0.0.1:{free_port()}")


def unknown_name(site: Site) -> None:
    site.set(hub="http://nobody.invalid")


def captive_portal(site: Site) -> None:
    site.hub.on_push = lambda _: (200, {}, b"<html>Please sign in</html>")


def restored_hub(site: Site) -> None:
    site.store.meet_hub(uuid4(), SYSTEM_CLOCK.now_ms()).result()


def forgetful_hub(site: Site) -> None:
    site.store.confirm({event: None for event, _ in site.store.outbox(1, 1)}).result()
    answers = Answers(hub_epoch=uuid4(), at=SYSTEM_CLOCK.now_ms(), answers=[], receipt=Receipt())
    site.hub.on_push = lambda _: (200, HUB, msgspec.json.encode(answers))


def expired_certificate(site: Site) -> None:
    now = datetime.now(UTC)
    site.serve_tls(site.authority.issue_cert("127.0.0.1", not_before=now - 90 * DAY, not_after=now - DAY))


def certificate_of_tomorrow(site: Site) -> None:
    now = datetime.now(UTC)
    site.serve_tls(site.authority.issue_cert("127.0.0.1", not_before=now + DAY, not_after=now + 90 * DAY))


def certificate_of_another_name(site: Site) -> None:
    site.serve_tls(site.authority.issue_cert("desk.example.org"))


def certificate_of_nobody(site: Site) -> None:
    site.serve_tls(trustme.CA().issue_cert("127.0.0.1"))


def other_certificate_than_pinned(site: Site) -> None:
    site.serve_tls(site.authority.issue_cert("127.0.0.1"))
    token = Token(access_token="t", token_type="Bearer", device="hall", name="Hall", place="Hall", letter="H")
    pinned = trustme.CA().cert_pem.bytes().decode()
    keep(site.data, Enrolment(hub=site.hub.url, token=token, certificate=pinned))
    site.set(token="")


Planted = tuple[Callable[[Site], None], str, str, str]
"""What is planted; which check finds it; what it says; what it says to do."""

PLANTED: tuple[Planted, ...] = (
    (no_screen, "tablet.screen", "No screen is connected", "check its cable"),
    (small_screen, "tablet.screen", "too small for targets of 20 mm: 110 × 69 mm", "7 inches or more"),
    (wrong_diagonal, "tablet.screen", "too small for targets of 20 mm: 108 × 67 mm", "7 inches or more"),
    (screen_of_nonsense, "tablet.screen", "does not tell its size", "Set diagonal_inches"),
    (screen_that_tells_nothing, "tablet.screen", "does not tell its size", "Set diagonal_inches"),
    (no_touch, "tablet.touch", "There is no touch screen", "Check the cable"),
    (no_arabic_typeface, "tablet.fonts", "NotoSansArabicUI-Regular is missing: ar", "apt install fonts-noto-ui-core"),
    (no_own_typeface, "tablet.fonts", "AtkinsonHyperlegibleNext-Bold.ttf", "--reinstall ./front-desk-kiosk"),
    (no_vietnamese, "tablet.languages", "missing in vi", "--reinstall ./front-desk-kiosk"),
    (no_mandarin_voice, "tablet.voices", "no voice for zh-Hans", "--reinstall espeak-ng"),
    (no_speech, "tablet.voices", "speech-dispatcher is not installed", "apt install speech-dispatcher"),
    (no_sound, "tablet.sound", "There is no sound device", "Switch sound on"),
    (little_disk, "tablet.disk_space", "0.1 GB are free", "Make room on its disk"),
    (disk_that_is_only_read, "tablet.disk_writable", "can only be read", "replace it"),
    (used_reserve, "tablet.reserve", "its last reserve in use", "Make room on its disk now"),
    (not_running, "tablet.running", "does not run", "Start it"),
    (damaged_store, "tablet.store", "the database is damaged", "Restart the tablet"),
    (damaged_store_set_aside, "tablet.damaged_files", "Damaged and set aside", "Copy the file"),
    (newer_store, "tablet.store", "newer version of this program", "nothing was changed"),
    (lost_key, "tablet.store", "/key", "See what the sentence names"),
    (many_unsent, "tablet.unsent", "21 events wait to be sent", "See that its network reaches the hub"),
    (refused_event, "tablet.rejected", "too large for the hub", "They are kept there"),
    (clock_ahead, "tablet.clock", "1 h 0 min fast", "Let it set its clock by a time server"),
    (not_let_in, "tablet.enrolled", "not let in at any hub yet", "with the code that it shows"),
    (token_refused, "tablet.token", "its token was revoked", "Let it in anew"),
    (no_hub, "tablet.hub", "the connection is refused", "Start the hub"),
    (unknown_name, "tablet.hub", "is not known in this network", "name server"),
    (captive_portal, "tablet.hub", "a captive portal", "Sign the tablet in to its network"),
    (restored_hub, "tablet.receipt", "restored from a backup", "let it run"),
    (forgetful_hub, "tablet.receipt", "The hub has 0 facts of this store, and has confirmed 1", "backup of the hub"),
    (expired_certificate, "tablet.hub", "has expired", "Renew it at the hub"),
    (certificate_of_tomorrow, "tablet.hub", "does not hold yet", "Set the tablet's clock right"),
    (certificate_of_another_name, "tablet.hub", "is of another name", "the address that the certificate is of"),
    (certificate_of_nobody, "tablet.hub", "nobody vouches for", "update-ca-certificates"),
    (other_certificate_than_pinned, "tablet.hub", "shows another certificate", "enrol the tablet anew"),
)


PROMISED = 15
"""So many faults at the least are found, each with a remedy of its own; those of a hub are planted elsewhere."""


def test_as_many_different_faults_are_planted_as_were_promised() -> None:
    assert len({plant for plant, _, _, _ in PLANTED}) == len(PLANTED)
    assert len({(check, text) for _, check, text, _ in PLANTED}) >= PROMISED
    assert len({do for _, _, _, do in PLANTED}) >= PROMISED


def test_nothing_is_found_where_nothing_is_planted(site: Site) -> None:
    found = site.look()
    assert [each for each in found if each.state is not State.OK] == []
    assert {each.check for each in found} >= {check for _, check, _, _ in PLANTED} - {"tablet.receipt"}
    site.serve_tls(site.authority.issue_cert("127.0.0.1"))
    site.set(diagonal_inches=10.1)
    assert [each for each in site.look() if each.state is not State.OK] == []


@pytest.mark.parametrize("planted", PLANTED, ids=lambda planted: planted[0].__name__)
def test_the_doctor_finds_what_is_planted_and_says_what_to_do(site: Site, planted: Planted) -> None:
    plant, check, text, do = planted
    plant(site)
    wrong = {each.check: each for each in site.look() if each.state is not State.OK}
    assert text in wrong[check].text
    assert do in wrong[check].do
    # For some the tablet's program has to be stopped, which is told as well.
    assert wrong.keys() - {check} <= {"tablet.running"}


def test_the_command_tells_what_is_planted(site: Site, tmp_path: Path) -> None:
    damaged_store(site)
    file = tmp_path / "tablet.toml"
    file.write_text(f'[tablet]\ndata = "{site.data}"\nhub = "{site.hub.url}"\ntoken = "secret"\n', encoding="utf-8")
    result = run("--config", str(file), "--json")
    assert result.exit_code == 1
    told = {line["check"]: line for line in map(json.loads, result.stdout.splitlines())}
    assert told.keys() >= {check for _, check, _, _ in PLANTED} - {"tablet.unsent", "tablet.rejected", "tablet.receipt"}
    assert told["tablet.store"]["state"] == "fault"
    assert told["tablet.store"]["do"].startswith("Restart the tablet")
    # Of this very machine, which `packaging/setup.sh` has set up.
    assert all(told[f"tablet.{part}"]["state"] == "ok" for part in ("fonts", "languages", "voices"))
    result = run("--config", str(file))
    assert result.exit_code == 1
    assert f"FAULT    {site.data / FILE_NAME}: the database is damaged.\n         → Restart the tablet" in result.stdout


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ('hall = "front"', "tablet.hall: there is no such key; allowed here: device, letter"),
        ("volume = 300", "tablet.volume: Expected `int` <= 100"),
        ("letter = ", "is not TOML"),
    ],
)
def test_settings_that_cannot_be_used_are_told_and_what_may_stand_there(tmp_path: Path, line: str, told: str) -> None:
    file = tmp_path / "tablet.toml"
    file.write_text(f"[tablet]\n{line}\n", encoding="utf-8")
    result = run("--config", str(file))
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr.startswith(f"{file}: ")
    assert told in result.stderr
