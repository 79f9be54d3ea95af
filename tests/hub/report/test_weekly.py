"""The weekly summary: on time, once, by an e-mail server's own rules, and told where it fails."""

import ssl
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import date, datetime
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default
from pathlib import Path
from typing import Any

import msgspec
import pytest
import trustme
from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP, AuthResult, Envelope, LoginPassword, Session
from click.testing import CliRunner
from sqlalchemy import Connection

from kiosk.cli import cli
from kiosk.config import Config, HubConfig, Practice
from kiosk.doctor import hub as doctor
from kiosk.doctor.check import Check
from kiosk.hub.database import Database, open_database
from kiosk.hub.report.weekly import AGAIN_MS, Outcome, Weekly, due
from kiosk.summary_config import SummaryConfig
from kiosk.visits.condition import State
from tests.databases import home
from tests.hub.report.history import ZONE
from tests.hubs import HubProcess, free_port

MONDAY = date(2026, 11, 23)
NOON = int(datetime(2026, 11, 23, 12, tzinfo=ZONE).timestamp()) * 1000
PASSCODE = "of-the-mail-server"


class Post:
    """A mail server on this machine that asks for TLS and a password, and what it was given."""

    def __init__(self, folder: Path) -> None:
        authority = trustme.CA()
        self.ca = folder / "ca.pem"
        authority.cert_pem.write_to_path(self.ca)
        self.password_file = folder / "password"
        self.password_file.write_text(PASSCODE + "\n")
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        authority.issue_cert("127.0.0.1").configure_cert(context)
        self.mails: list[EmailMessage] = []
        self.unknown: set[str] = set()
        self.port = free_port()
        self._context = context
        self._controller: Controller | None = None

    def start(self, *, encrypted_at_once: bool = False) -> None:
        """`encrypted_at_once`: without STARTTLS and, as its sign-in is the same, without one."""
        how: dict[str, Any] = {
            "tls_context": self._context,
            "require_starttls": True,
            "auth_required": True,
            "authenticator": self._knows,
        }
        if encrypted_at_once:
            how = {"ssl_context": self._context}
        self._controller = Controller(self, hostname="127.0.0.1", port=self.port, **how)
        self._controller.start()

    def stop(self) -> None:
        if self._controller is not None:
            self._controller.stop()
        self._controller = None

    def config(self, **more: Any) -> SummaryConfig:
        fields = {
            "to": ("manager@example.org", "partner@example.org"),
            "sender": "kiosk@example.org",
            "host": "127.0.0.1",
            "port": self.port,
            "ca": str(self.ca),
            "user": "kiosk",
            "password_file": str(self.password_file),
            **more,
        }
        return SummaryConfig(**fields)

    def _knows(self, server: SMTP, session: Session, envelope: Envelope, mechanism: str, data: Any) -> AuthResult:
        assert isinstance(data, LoginPassword)
        return AuthResult(success=data.password == PASSCODE.encode(), handled=False)

    async def handle_RCPT(
        self, server: SMTP, session: Session, envelope: Envelope, address: str, options: list[str]
    ) -> str:
        if address in self.unknown:
            return "550 nobody of that name"
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server: SMTP, session: Session, envelope: Envelope) -> str:
        assert isinstance(envelope.content, bytes)
        mail = message_from_bytes(envelope.content, policy=default)
        assert isinstance(mail, EmailMessage)
        self.mails.append(mail)
        return "250 OK"


@pytest.fixture
def post(tmp_path: Path) -> Iterator[Post]:
    """It runs."""
    made = Post(tmp_path)
    made.start()
    yield made
    made.stop()


@pytest.fixture
def database(tmp_path: Path) -> Iterator[Database]:
    """A hub's."""
    opened = open_database(home(tmp_path / "hub"))
    yield opened
    opened.close()


def weekly(database: Database, config: SummaryConfig, now: int = NOON) -> Weekly:
    practice = Practice(name="Cedar Street", timezone=ZONE.key)

    def write(work: Callable[[Connection], Any]) -> Any:
        with database.write() as connection:
            return work(connection)

    return Weekly(Config(practice=practice, hub=HubConfig(summary=config)), database, lambda: now, write)


@pytest.mark.both_databases
def test_of_several_hubs_one_sends_it_and_none_again_after_a_restart(database: Database, post: Post) -> None:
    hubs = [weekly(database, post.config()) for _ in range(3)]
    with ThreadPoolExecutor() as threads:
        found = list(threads.map(lambda each: each.see_to(), hubs))
    assert [each for each in found if each] == [Outcome(MONDAY)]
    assert weekly(database, post.config(), NOON + 6 * 86_400_000).see_to() is None
    (mail,) = post.mails
    assert mail["Subject"] == "Cedar Street: Report card"
    assert mail["To"] == "manager@example.org, partner@example.org"
    (pdf,) = mail.iter_attachments()
    assert pdf.get_filename() == "report-card-2026-11-23.pdf"
    assert pdf.get_content().startswith(b"%PDF-")
    text = mail.get_body()
    assert text is not None
    assert "Cedar Street" in text.get_content()
    assert weekly(database, post.config(), NOON + 7 * 86_400_000).see_to() == Outcome(date(2026, 11, 30))


def doctor_tells(folder: Path, config: SummaryConfig) -> Check:
    (told,) = [each for each in doctor.look(home(folder), folder, config) if each.check == "hub.summary"]
    return told


@pytest.mark.both_databases
def test_what_failed_is_told_and_tried_again(database: Database, post: Post, tmp_path: Path) -> None:
    post.stop()
    failed = weekly(database, post.config()).see_to()
    assert failed is not None
    assert (failed.is_sent, "cannot be used" in failed.fault) == (False, True)
    told = doctor_tells(tmp_path / "hub", post.config())
    assert (told.state, failed.fault in told.text) == (State.WARNING, True)
    post.start()
    assert weekly(database, post.config(), NOON + AGAIN_MS - 1).see_to() is None
    assert weekly(database, post.config(), NOON + AGAIN_MS).see_to() == Outcome(MONDAY)
    told = doctor_tells(tmp_path / "hub", post.config())
    assert told.state is State.OK
    assert len(post.mails) == 1


def test_a_server_that_cannot_be_trusted_or_does_not_know_us_gets_nothing(database: Database, post: Post) -> None:
    for change, words in (
        ({"ca": ""}, "cannot be trusted"),
        ({"ca": "/nowhere.pem"}, "who vouches"),
        ({"password_file": "/nowhere"}, "password cannot be read"),
    ):
        found = weekly(database, post.config(**change)).see_to(again=True)
        assert found
        assert words in found.fault
    post.password_file.write_text("guessed-wrong")
    found = weekly(database, post.config()).see_to(again=True)
    assert found
    assert "does not let the user in (535)" in found.fault
    assert "guessed-wrong" not in found.fault
    assert not post.mails


def test_who_is_unknown_there_does_not_keep_it_from_the_others(database: Database, post: Post) -> None:
    post.unknown.add("partner@example.org")
    found = weekly(database, post.config()).see_to()
    assert found == Outcome(MONDAY, "The mail server refused 1 of 2 addresses.")
    assert len(post.mails) == 1


def test_a_line_may_be_encrypted_from_its_start(database: Database, post: Post) -> None:
    post.stop()
    post.start(encrypted_at_once=True)
    config = post.config(security="tls", user="", password_file="")
    assert weekly(database, config).see_to() == Outcome(MONDAY)
    assert len(post.mails) == 1


def test_a_running_hub_writes_it_and_the_command_not_again(tmp_path: Path) -> None:
    folder = tmp_path / "summaries"
    hub = HubProcess(tmp_path / "hub", hub=f'summary = {{ folder = "{folder}" }}').start()
    try:
        deadline = time.monotonic() + 30
        while not hub.rows("SELECT day FROM summary WHERE done_at IS NOT NULL"):
            assert time.monotonic() < deadline, hub.log.read_text()
    finally:
        hub.stop()
    (file,) = folder.iterdir()
    assert file.read_bytes().startswith(b"%PDF-")
    written = file.stat().st_mtime_ns
    for line, said, anew in (((), "was delivered, or", False), (("--again",), "was delivered.", True)):
        done = CliRunner().invoke(cli, ["summary", "--config", str(hub.file), *line])
        assert (done.exit_code, said in done.output) == (0, True), done.output
        assert (file.stat().st_mtime_ns != written) is anew


@pytest.mark.parametrize(
    ("now", "expected"),
    [
        (datetime(2026, 11, 23, 6, 59), date(2026, 11, 16)),
        (datetime(2026, 11, 23, 7, 0), date(2026, 11, 23)),
        (datetime(2026, 11, 29, 23, 59), date(2026, 11, 23)),
    ],
)
def test_it_is_due_on_monday_morning(now: datetime, expected: date) -> None:
    assert due(SummaryConfig(), now) == expected
    assert due(SummaryConfig(weekday="sunday", hour=0), now).weekday() == 6


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ({"to": ["a@b.org"]}, "host and sender"),
        ({"to": ["nobody"], "host": "h", "sender": "a@b.org"}, "got 'nobody'"),
        ({"to": ["a@b.org"], "host": "h", "sender": "a@b.org\nBcc: c@d.org"}, "e-mail addresses"),
        ({"user": "kiosk"}, "password_file"),
        ({"security": "none", "host": "mail.example.org"}, "on this machine"),
        ({"hour": 24}, "<= 23"),
    ],
)
def test_settings_that_cannot_be_used_are_refused(text: dict[str, object], words: str) -> None:
    with pytest.raises(msgspec.ValidationError, match=words):
        msgspec.convert(text, SummaryConfig)
