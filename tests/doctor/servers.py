"""A hub's database on a PostgreSQL server of the tests' own, which may be stopped: for faults to be planted in."""

import socket
from contextlib import ExitStack, closing
from uuid import uuid4

from psycopg.sql import SQL, Identifier

from kiosk.doctor import hub_server
from kiosk.doctor.check import Check
from kiosk.hub.database import open_database
from kiosk.summary_config import SummaryConfig
from kiosk.visits.condition import State
from tests import databases

PASSWORD = "not-to-be-told"


class Server:
    """All is well but that no hub runs, until something is planted."""

    def __init__(self, stack: ExitStack) -> None:
        """`stack`: what has to be undone afterwards is put there."""
        self._stack = stack
        self.url = databases.embedded_url().set(password=PASSWORD)
        """As the settings name it."""
        self.move()
        open_database(self.url).close()

    def move(self, how: str = "TEMPLATE template1") -> None:
        """To a new and empty database; `how`: with which options it is made."""
        name = f"kiosk_{uuid4().hex}"
        self.run(f"CREATE DATABASE {{}} {how}", name)
        self.set(database=name)
        self._stack.callback(databases.drop, self.url)

    def set(self, **parts: str) -> None:
        """Another user, password or database in the settings."""
        self.url = self.url.set(**parts)  # type: ignore[arg-type]

    def elsewhere(self, host: str, port: int) -> None:
        """The address of another server."""
        self.url = self.url.set(host=host, port=port, query={})

    def run(self, statement: str, name: str) -> None:
        """On the server, as who may do anything; {} is the name."""
        with closing(databases.connect(databases.embedded_url())) as connection:
            connection.autocommit = True
            connection.execute(SQL(statement).format(Identifier(name)))

    def let_in(self, how: str) -> str:
        """As another user; the name. `how` the server lets that one in: see pg_hba.conf in PostgreSQL's manual."""
        name = f"kiosk_{uuid4().hex}"
        self.run(f"CREATE ROLE {{}} LOGIN PASSWORD '{PASSWORD}'", name)
        self._stack.callback(self.run, "DROP ROLE {}", name)
        # It may have been given rights in there.
        self._stack.callback(databases.drop, self.url)
        rules = databases.embedded().pgdata / "pg_hba.conf"
        before = rules.read_text()
        self._stack.callback(rules.write_text, before)
        rules.write_text(f"local all {name} {how}\n{before}")
        databases.embedded().psql("SELECT pg_reload_conf()")
        self.set(username=name)
        return name

    def hold(self, statement: str) -> None:
        """Somebody else has begun with something and does not end it."""
        other = databases.connect(self.url)
        self._stack.callback(other.close)
        other.execute(SQL(statement))

    def listen(self) -> None:
        """Somebody who says nothing is there in the server's place."""
        silent = self._stack.enter_context(socket.create_server(("127.0.0.1", 0)))
        self.elsewhere(*silent.getsockname())

    def stop(self) -> None:
        """The server ends."""
        running = databases.embedded()
        self._stack.callback(running.ensure_postgres_running)
        running.stop()

    def look(self) -> list[Check]:
        """What the doctor says."""
        return hub_server.look(self.url, SummaryConfig(folder="/summaries"))

    def look_wrong(self) -> dict[str, Check]:
        """What the doctor says is wrong."""
        return {each.check: each for each in self.look() if each.state is not State.OK}
