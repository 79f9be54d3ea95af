"""Each fault that is planted in a hub's database on a PostgreSQL server is found, with what to do about it."""

import json
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest
from psycopg.sql import SQL, Identifier

from kiosk.hub.database import open_database
from kiosk.visits.condition import State
from tests import databases
from tests.doctor.command import run
from tests.doctor.servers import PASSWORD, Server
from tests.hubs import HubProcess, free_port


@pytest.fixture
def server() -> Iterator[Server]:
    """The database of a hub that does not run."""
    with ExitStack() as stack:
        yield Server(stack)


def gone(server: Server) -> None:
    server.stop()


def wrong_port(server: Server) -> None:
    server.elsewhere("127.0.0.1", free_port())


def unknown_name(server: Server) -> None:
    server.elsewhere("nobody.invalid", 5432)


def says_nothing(server: Server) -> None:
    server.listen()


def no_such_database(server: Server) -> None:
    server.set(database="cedar-street")


def no_such_user(server: Server) -> None:
    server.set(username="cedar")


def another_user_of_the_machine(server: Server) -> None:
    server.let_in("peer")


def wrong_password(server: Server) -> None:
    server.let_in("scram-sha-256")
    server.set(password=f"{PASSWORD}-either")


def no_password(server: Server) -> None:
    server.let_in("scram-sha-256")
    server.set(password="")


def nobody_is_let_in(server: Server) -> None:
    server.let_in("reject")


def no_connection_left(server: Server) -> None:
    server.run("ALTER ROLE {} CONNECTION LIMIT 0", server.let_in("trust"))


def not_the_owner(server: Server) -> None:
    server.let_in("trust")


def busy(server: Server) -> None:
    server.hold("LOCK TABLE tablet IN ACCESS EXCLUSIVE MODE")


def other_encoding(server: Server) -> None:
    server.move("ENCODING 'SQL_ASCII' LOCALE 'C' TEMPLATE template0")


def never_used(server: Server) -> None:
    server.move()


def unknown_option(server: Server) -> None:
    server.url = server.url.update_query_dict({"sslmodus": "require"})


Planted = tuple[Callable[[Server], None], str, str, str]
"""What is planted; which check finds it; what it says; what it says to do."""

PLANTED: tuple[Planted, ...] = (
    (gone, "hub.database", "no PostgreSQL server listens there", "systemctl start postgresql"),
    (wrong_port, "hub.database", "no PostgreSQL server listens there", "check the address under [hub]"),
    (unknown_name, "hub.database", "name is not known in this network", "the name server"),
    (says_nothing, "hub.database", "does not answer within 5 seconds", "no firewall drops"),
    (no_such_database, "hub.database", "cedar-street on ", "Check its name under [hub]"),
    (no_such_user, "hub.database", 'does not let this user in as "cedar"', "Run this as the user that the hub runs as"),
    (
        another_user_of_the_machine,
        "hub.database",
        "does not let this user in as",
        "user that the hub runs as (runuser)",
    ),
    (wrong_password, "hub.database", "does not take the password", "Put the right one into the address"),
    (no_password, "hub.database", "wants a password", "postgresql://USER:PASSWORD@HOST/NAME"),
    (nobody_is_let_in, "hub.database", "lets nobody in this way", "pg_hba.conf"),
    (no_connection_left, "hub.database", "no connection left", "raise max_connections"),
    (not_the_owner, "hub.database", "this user may not read it", "Run this as the user that the hub runs as"),
    (busy, "hub.database", "does not answer within 5 seconds", "see what it is busy with"),
    (other_encoding, "hub.database", "encoding is SQL_ASCII; the hub needs UTF8", "createdb --encoding=UTF8"),
    (unknown_option, "hub.database", "sslmodus", "Check the address under [hub]"),
    (never_used, "hub.schema", "The database is empty", "it makes its tables"),
)


@pytest.mark.parametrize("planted", PLANTED, ids=lambda planted: planted[0].__name__)
def test_the_doctor_finds_what_is_planted_and_says_what_to_do(server: Server, planted: Planted) -> None:
    plant, check, text, do = planted
    assert server.look_wrong().keys() == {"hub.running"}
    plant(server)
    wrong = server.look_wrong()
    assert text in wrong[check].text
    assert do in wrong[check].do
    assert wrong.keys() - {check} <= {"hub.running"}
    assert PASSWORD not in str(wrong)


def test_it_is_told_by_the_command_whether_hubs_run(server: Server, tmp_path: Path) -> None:
    first = HubProcess(tmp_path / "first", on=server.url)
    second = HubProcess(tmp_path / "second", beside=first)

    def running(code: int) -> tuple[str, str]:
        result = run("--config", str(first.file), "--json")
        assert result.exit_code == code
        assert PASSWORD not in result.output
        lines = {line["check"]: line for line in map(json.loads, result.stdout.splitlines())}
        assert lines.keys() >= {"hub.disk_space", "hub.database", "hub.schema", "hub.tablet"} or code
        return lines["hub.running"]["state"], lines["hub.running"]["text"]

    try:
        assert running(1) == ("fault", "No hub runs on the database.")
        first.start()
        assert running(0) == ("ok", "The hub runs.")
        second.start()
        assert running(0) == ("ok", "2 hubs run on the database.")
        first.kill()
        second.stop()
        assert running(1)[0] == "fault"
    finally:
        first.kill()
        second.kill()
    alone = open_database(server.url)
    try:
        assert server.look_wrong()["hub.running"].state is State.WARNING
    finally:
        alone.close()


def test_it_needs_no_right_but_to_read_and_leaves_nobody_connected(server: Server) -> None:
    owner = server.url
    name = server.let_in("trust")
    others = "SELECT count(*) AS n FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()"
    with databases.connect(owner) as connection:
        connection.execute(SQL("GRANT SELECT ON ALL TABLES IN SCHEMA public TO {}").format(Identifier(name)))
    assert server.look_wrong().keys() == {"hub.running"}
    with databases.connect(owner) as connection:
        assert connection.execute(SQL(others)).fetchone() == {"n": 0}
