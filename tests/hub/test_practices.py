"""Several practices on one hub: each has its own desk, tablets and log, and nobody reaches over to another."""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from uuid import uuid4

import pytest
import schemathesis
from hypothesis import HealthCheck, Phase, given, settings
from msgspec import json as msgjson
from schemathesis.config import SchemathesisConfig

from kiosk.hub.app import ROUTES
from kiosk.hub.desk.pages import CSRF_COOKIE
from kiosk.hub.desk.roles import Role
from kiosk.hub.desk.sessions import COOKIE
from kiosk.hub.desk.sign_in import SIGN_IN_PATH
from kiosk.hub.layout import of_practices
from kiosk.hub.openapi import describe
from kiosk.hub.secret import digest
from kiosk.hub.tenant import FIRST
from kiosk.visits.events import Arrived
from kiosk.visits.wire import AUTHORIZATION_PATH, CLIENT_ID, DEVICE_GRANT, TOKEN_PATH
from tests.hub import device
from tests.hub.browserless import PASSCODE, Visitor
from tests.hub.commands import run
from tests.hub.device import Device
from tests.hub.door import SCRAPER, Door, Known, Person, people_at
from tests.hub.people import with_roles
from tests.hubs import HubProcess

ELM = "elm.example.org"
CANARIES = ("Rosalind", "Noor", "K17", "front-door")
"""What is the first practice's alone: a patient, a manager, a ticket, a tablet."""

_REFUSED = {400, 401, 403, 404, 405, 413, 415, 423}

schema = schemathesis.openapi.from_dict(
    msgjson.decode(msgjson.encode(describe(ROUTES))), config=SchemathesisConfig.from_dict({"seed": 1})
)


@dataclass
class Elm:
    """The second practice, from outside: who signed in there, and its tablet's token."""

    visitor: Visitor
    token: str

    def people(self) -> list[Person]:
        """IT and a tablet of it."""
        cookies = self.visitor.http.cookies
        ida = Person("Quinn", frozenset(Role), session=cookies[COOKIE], form_token=cookies[CSRF_COOKIE])
        return [ida, Person("tablet", tablet=self.token)]


def practices(hub: HubProcess, *words: str, code: int = 0) -> str:
    """What the command prints; its exit code is as expected."""
    return run(hub, "practices", *words, code=code)


def at_elm(hub: HubProcess) -> Visitor:
    """A browser that has come by the second practice's name."""
    visitor = Visitor(hub)
    visitor.http.headers["Host"] = ELM
    return visitor


def open_elm(hub: HubProcess) -> Elm:
    """Opens the practice while the hub runs: its first account by the link, its tablet by a code."""
    link = json.loads(practices(hub, "add", "Elm Street", "--host", ELM, "--organisation", "North", "--json"))["link"]
    key = link.rpartition("/")[2]
    quinn = at_elm(hub)
    while quinn.get(f"/desk/set-up/{key}").status_code == 404:
        pass
    quinn.post("/desk/set-up", key=key, name="Quinn", passcode=PASSCODE)
    assert quinn.path == "/desk"
    asked = quinn.http.post(AUTHORIZATION_PATH, data={"client_id": CLIENT_ID}).json()
    quinn.get("/desk/tablets")
    quinn.post("/desk/tablets/enrol", code=asked["user_code"], name="Elm door", place="Hall", letter="E")
    wanted = {"client_id": CLIENT_ID, "grant_type": DEVICE_GRANT, "device_code": asked["device_code"]}
    token = quinn.http.post(TOKEN_PATH, data=wanted).json()["access_token"]
    return Elm(quinn, token)


def everything_of(hub: HubProcess, practice: str) -> dict[str, list[dict[str, Any]]]:
    """All rows of one practice."""
    rows: dict[str, list[dict[str, Any]]] = {}
    for table in of_practices():
        # Which tablet listens where comes and goes by itself.
        if table.name != "streams":
            found = hub.rows(f"SELECT * FROM {table.name} WHERE practice = ?", practice)  # noqa: S608 - our table
            rows[table.name] = sorted(map(dict, found), key=repr)
    return rows


class Crossing:
    """Two practices on one hub, and what was the first one's before anybody tried anything."""

    def __init__(self, hub: HubProcess) -> None:
        with_roles(hub)
        hub.start()
        self.hub = hub
        self.elm = open_elm(hub)
        self.strangers = people_at(hub)
        self.known = Known(hub)
        # `Known` forgets them now and then, for all.
        hub.execute("DELETE FROM failed_sign_in")
        self.before = everything_of(hub, FIRST)
        self.door = Door(hub, self.strangers, self.known)
        self.let_in: set[str] = set()


@pytest.fixture
def crossing(tmp_path: Path) -> Iterator[Crossing]:
    """At the end nothing of the first practice is another than it was."""
    hub = HubProcess(tmp_path, hub=f'metrics_token_sha256 = "{digest(SCRAPER)}"')
    crossing = Crossing(hub)
    yield crossing
    crossing.door.session.close()
    device.close_all()
    after = everything_of(hub, FIRST)
    for table, rows in crossing.before.items():
        assert after[table] == rows, table
    assert hub.stop() == 0
    assert "own bug" not in hub.log.read_text()


@pytest.mark.both_databases
def test_no_route_leads_to_another_practice(crossing: Crossing) -> None:
    """With what is known of the first practice, whoever carries whatever gets at nothing by the second one's name."""
    routes: list[Any] = list(schema.get_all_operations())
    for found in routes:
        _try(found.ok(), crossing)
    # The doors were open to its own people.
    assert len(crossing.let_in) > len(schema.raw_schema["paths"]) / 2


def _try(operation: Any, crossing: Crossing) -> None:
    @given(case=operation.as_strategy())
    @settings(
        max_examples=1,
        derandomize=True,
        database=None,
        deadline=None,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    def attempt(case: schemathesis.Case[Any]) -> None:
        security = operation.definition.raw["security"]
        needed = security[0] if security else {}
        crossing.known.aim(case, again=True)
        for person in crossing.strangers:
            response = _ask(case, crossing, person)
            to_sign_in = response.status_code == 303 and response.headers["location"] == [SIGN_IN_PATH]
            guarded = {"session", "tablet"} & set(needed)
            refused = response.status_code in _REFUSED or to_sign_in
            assert not guarded or refused, (operation.label, person.name, response.status_code)
        for person in crossing.elm.people():
            if _ask(case, crossing, person).status_code < 400:
                crossing.let_in.add(operation.label)

    attempt()


def _ask(case: schemathesis.Case[Any], crossing: Crossing, person: Person) -> Any:
    endless = "text/event-stream" in case.operation.definition.raw["responses"].get("200", {}).get("content", {})
    response = case.call(
        base_url=crossing.hub.url,
        session=crossing.door.session,
        headers={**person.headers(), "Host": ELM},
        timeout=(20.0, 0.1) if endless else 20.0,
        allow_redirects=False,
    )
    asked = str((case.path_parameters, case.query, case.body))
    for canary in CANARIES:
        assert canary not in response.text or canary in asked, (person.name, canary)
    return response


@pytest.mark.both_databases
def test_each_practice_has_a_desk_and_a_log_of_its_own(hub: HubProcess) -> None:
    with_roles(hub)
    elm = open_elm(hub)
    maria = Visitor(hub)
    maria.sign_in("Maria")
    assert maria.path == "/desk"
    # The same name and passcode are nobody's there, and neither is the session.
    assert at_elm(hub).sign_in("Maria").status_code == 401
    stolen = at_elm(hub)
    stolen.http.cookies = maria.http.cookies
    assert stolen.get("/desk").url.path == SIGN_IN_PATH
    here, there = Device(hub.url), Device(hub.url, _device_of(elm), token=elm.token)
    there.http.headers["Host"] = ELM
    with here.listen() as stream, there.listen() as elsewhere:
        for tablet, heard, name in ((here, stream, "Rosalind"), (there, elsewhere, "Orlando")):
            heard.until_caught_up()
            arrived = tablet.mint(Arrived, visit=uuid4(), ticket="K1", name=name)
            tablet.push(arrived)
            # Each log counts by itself, from 1.
            assert heard.entry_of(arrived.id).n == 1
    assert "Rosalind" in maria.get("/desk").text
    assert "Orlando" not in maria.text
    assert "Orlando" in elm.visitor.get("/desk").text
    assert "Rosalind" not in elm.visitor.text
    assert "Elm Street" in elm.visitor.text


def _device_of(elm: Elm) -> str:
    elm.visitor.get("/desk/tablets")
    found = re.search(r'name="device" value="([^"]+)"', elm.visitor.text)
    assert found
    return found[1]


def test_practices_are_listed_and_what_cannot_be_is_one_sentence(hub: HubProcess) -> None:
    practices(hub, "add", "Elm Street", "--host", ELM, "--organisation", "North")
    practices(hub, "add", "Oak Lane", "--host", "OAK.example.org.", "--organisation", "North")
    listed = json.loads(practices(hub, "list", "--json"))
    assert [(each["name"], each["host"], each["organisation"]) for each in listed] == [
        ("", None, ""),
        ("Elm Street", ELM, "North"),
        ("Oak Lane", "oak.example.org", "North"),
    ]
    assert "another practice" in practices(hub, "add", "Again", "--host", ELM, code=1)
    assert "no name of a host" in practices(hub, "add", "Oak", "--host", "https://oak", code=1)
    assert "a name" in practices(hub, "add", "  ", "--host", "a.example.org", code=1)
