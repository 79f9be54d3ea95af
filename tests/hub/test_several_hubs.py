"""Two hubs on one PostgreSQL: to a tablet and to the desk they are one."""

import json
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from uuid import UUID, uuid4

import httpx2
import pytest

from kiosk.hub import postgresql
from kiosk.visits.events import Arrived
from kiosk.visits.wire import HELLO, RENEW_TOKEN, SHOW_YOURSELF
from tests.databases import POSTGRESQL, connect
from tests.hub.browserless import Visitor, staffed
from tests.hub.device import PATIENCE_S, Device
from tests.hub.people import IT, signed_in, with_roles
from tests.hub.test_settings import form
from tests.hubs import HubProcess

pytestmark = pytest.mark.parametrize("database_kind", [POSTGRESQL], indirect=True)


@dataclass
class Pair:
    """Two hubs beside one another."""

    a: HubProcess
    b: HubProcess


@pytest.fixture
def hubs(tmp_path: Path) -> Iterator[Pair]:
    a = HubProcess(tmp_path / "a")
    b = HubProcess(tmp_path / "b", beside=a)
    a.start()
    b.start()
    yield Pair(a, b)
    a.kill()
    b.kill()


def at(hub: HubProcess, visitor: Visitor) -> Visitor:
    """The same browser, by way of another hub."""
    other = Visitor(hub)
    other.http.cookies = visitor.http.cookies
    return other


@contextmanager
def desk_page(visitor: Visitor) -> Iterator[Iterator[str]]:
    """The lines of an open desk page's live content."""
    with visitor.http.stream("GET", "/desk/live", timeout=PATIENCE_S) as response:
        assert response.status_code == 200
        yield response.iter_lines()


def until(lines: Iterator[str], wanted: str) -> None:
    """Reads on until a line has it; the client's patience ends it otherwise."""
    for line in lines:
        if wanted in line:
            return
    pytest.fail(f"the page ended without {wanted}")


def test_what_one_stores_the_other_shows_at_once_to_tablets_and_desk(hubs: Pair) -> None:
    staffed(hubs.a, "Maria")
    maria = Visitor(hubs.a)
    maria.sign_in("Maria")
    tablet, elsewhere = Device(hubs.a.url), Device(hubs.b.url, "side-door")
    with desk_page(at(hubs.b, maria)) as page, elsewhere.listen() as stream:
        stream.until_caught_up()
        until(page, 'data-tablets="1"')
        arrived = tablet.mint(Arrived, visit=uuid4(), ticket="K71", name="Rosalind")
        tablet.push(arrived)
        assert stream.entry_of(arrived.id).data["event"]["name"] == ""
        until(page, "Rosalind")
        # And back: a click at one ends the wait on the other's page, and the tablet hears of it.
        maria.get("/desk")
        maria.post(f"/desk/visits/{arrived.visit}/seen", minutes="5")
        stream.until(lambda heard: heard.kind == "entry" and heard.data["event"]["kind"] == "acknowledged")
        until(page, "Maria")
    assert "Rosalind" in at(hubs.b, maria).get("/desk").text


def test_order_holds_when_both_store_at_once(hubs: Pair) -> None:
    listeners = [Device(hub.url, "side-door").listen() for hub in (hubs.a, hubs.b)]
    tablets = [Device(hubs.a.url), Device(hubs.b.url, "side-door")]
    for listener in listeners:
        listener.until_caught_up()

    def push(tablet: Device) -> None:
        for n in range(40):
            tablet.push(tablet.mint(Arrived, visit=uuid4(), ticket=f"K{n + 1}"))

    threads = [threading.Thread(target=push, args=[tablet]) for tablet in tablets]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    for listener in listeners:
        heard = [listener.next().n for _ in range(80)]
        assert heard == list(range(1, 81))
        listener.close()


def test_who_is_known_to_one_is_known_to_both(hubs: Pair) -> None:
    with_roles(hubs.a)
    ida = signed_in(hubs.a, IT)
    there = at(hubs.b, ida)
    with Device(hubs.b.url).listen() as stream:
        stream.until_caught_up()
        saved = dict(form_of(ida), name="Elm Street")
        ida.post("/desk/settings", **saved)
        while stream.settings.get(timeout=PATIENCE_S)["name"] != "Elm Street":
            pass
        assert "Elm Street" in there.get("/desk").text
        while at_tablets(ida, "show").status_code == 409:
            pass
        stream.until(lambda heard: heard.kind == SHOW_YOURSELF)
        hubs.a.execute("UPDATE tablet SET config_sha256 = NULL WHERE device = 'front-door'")
        at_tablets(ida, "renew")
        stream.until(lambda heard: heard.kind == RENEW_TOKEN)
        at_tablets(ida, "revoke")
        assert stream.ended()
    there.get("/desk")
    there.post("/desk/sign-out")
    assert ida.get("/desk").url.path == "/desk/sign-in"


def form_of(visitor: Visitor) -> dict[str, str]:
    visitor.get("/desk/settings")
    return form(visitor)


def at_tablets(visitor: Visitor, what: str) -> httpx2.Response:
    visitor.get("/desk/tablets")
    return visitor.post(f"/desk/tablets/{what}", device="front-door")


def test_wrong_passcodes_are_counted_together(hubs: Pair) -> None:
    staffed(hubs.a, "Maria")
    tries = [Visitor(hub).sign_in("Maria", "wrong").status_code for hub in (hubs.a, hubs.b, hubs.a, hubs.b)]
    assert tries == [401, 401, 401, 429]


def test_a_stream_goes_on_at_another_hub_where_it_ended(hubs: Pair) -> None:
    tablet = Device(hubs.a.url)
    with tablet.listen() as stream:
        stream.until_caught_up()
        first = tablet.mint(Arrived, visit=uuid4(), ticket="K1")
        tablet.push(first)
        cursor = stream.entry_of(first.id).cursor
        hubs.a.kill()
        assert stream.ended()
    tablet.move(hubs.b.url)
    missed = tablet.mint(Arrived, visit=uuid4(), ticket="K2")
    tablet.push(missed)
    with tablet.listen(cursor) as stream:
        assert [heard.data["event"]["id"] for heard in stream.until_caught_up()] == [str(missed.id)]
        assert stream.past[0].kind == HELLO


@pytest.mark.parametrize("how", ["kill", "stop"])
def test_hubs_that_end_one_after_the_other_lose_nothing(hubs: Pair, how: str) -> None:
    """A kill of each, and a rolling restart: what was acknowledged is there once, and nobody has to wait for long."""
    tablets = [Device(hubs.a.url), Device(hubs.b.url, "side-door")]
    acknowledged: list[UUID] = []
    over = threading.Event()

    def push(tablet: Device) -> None:
        homes = [hubs.a.url, hubs.b.url]
        while not over.is_set():
            events = [tablet.mint(Arrived, visit=uuid4(), ticket="K1") for _ in range(3)]
            body = tablet.body(*events)
            while True:
                try:
                    if tablet.post(body).status_code == 200:
                        break
                except httpx2.HTTPError:
                    pass
                homes.reverse()
                tablet.move(homes[0])
            acknowledged.extend(event.id for event in events)

    threads = [threading.Thread(target=push, args=[tablet]) for tablet in tablets]
    for thread in threads:
        thread.start()
    for hub in (hubs.a, hubs.b):
        before = len(acknowledged)
        getattr(hub, how)()
        while len(acknowledged) < before + 30:
            pass
        hub.start()
    over.set()
    for thread in threads:
        thread.join()
    rows = hubs.a.rows("SELECT id, cursor FROM event ORDER BY cursor")
    assert [row["cursor"] for row in rows] == list(range(1, len(rows) + 1))
    assert {row["id"] for row in rows} == set(map(str, acknowledged))
    with Device(hubs.b.url).listen() as stream:
        assert len(stream.until_caught_up()) == len(acknowledged)


def test_a_hub_that_lost_its_line_to_the_server_hears_the_others_again(hubs: Pair) -> None:
    tablet = Device(hubs.a.url)
    with Device(hubs.b.url, "side-door").listen() as stream:
        stream.until_caught_up()
        with connect(hubs.a.home) as server:  # type: ignore[arg-type]
            ended = "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE pid <> pg_backend_pid()"
            server.execute(f"{ended} AND datname = current_database()")
        arrived = tablet.mint(Arrived, visit=uuid4(), ticket="K1")
        tablet.push(arrived)
        stream.entry_of(arrived.id)
    for hub in (hubs.a, hubs.b):
        assert json.loads(httpx2.get(f"{hub.url}/health/ready").content) == {"ok": True, "reason": ""}


def test_one_of_them_sees_to_what_is_due(hubs: Pair) -> None:
    hubs.a.kill()
    hubs.b.kill()
    homes = [postgresql.PostgresqlHome(postgresql.engine(hubs.a.home)) for _ in range(2)]  # type: ignore[arg-type]
    try:
        assert [home.leads() for home in homes] == [True, False]
        assert [home.leads() for home in homes] == [True, False]
        homes[0].close()
        # The server notices the end of a connection by itself.
        while not homes[1].leads():
            pass
    finally:
        for home in homes:
            home.close()
