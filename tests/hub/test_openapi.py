"""The whole OpenAPI document, tried by schemathesis against a running hub by everybody who could be at the door.

`KIOSK_FUZZ=2000` tries each route with up to so many random requests instead of the few of every run.
"""

import os
from collections.abc import Iterator, Mapping
from typing import Any

import httpx2
import pytest
import schemathesis
from hypothesis import HealthCheck, Phase, settings
from msgspec import json
from schemathesis import CheckContext, Response
from schemathesis.checks import not_a_server_error
from schemathesis.config import SchemathesisConfig
from schemathesis.generation.hypothesis.builder import HypothesisTestConfig, HypothesisTestMode, create_test
from schemathesis.specs.openapi.checks import (
    content_type_conformance,
    response_headers_conformance,
    response_schema_conformance,
    status_code_conformance,
    unsupported_method,
)

from kiosk.hub.app import ROUTES
from kiosk.hub.desk.roles import Role
from kiosk.hub.desk.sign_in import SIGN_IN_PATH, SIGN_OUT_PATH
from kiosk.hub.openapi import describe
from kiosk.hub.secret import digest
from tests.hub import device
from tests.hub.door import SCRAPER, Door, Known, Person, people_at
from tests.hub.people import IT, with_roles
from tests.hubs import HubProcess

EXAMPLES = int(os.environ.get("KIOSK_FUZZ", "5"))
ENOUGH = max(20, EXAMPLES)
"""Refusals of one person on one route."""

STREAM_S = 0.1
"""Streams are endless: so long without news says that nothing more comes now."""

ANSWER_S = 20.0
_CHECKS = [
    not_a_server_error,
    status_code_conformance,
    content_type_conformance,
    response_headers_conformance,
    response_schema_conformance,
    unsupported_method,
]
Case = schemathesis.Case[Any]
_BY_CHANCE = {"POST /desk/visits/{visit}/undo", "POST /desk/tablets/show"}
"""Routes that need the click just before, or a tablet that listens."""

_REFUSED = {400, 401, 403, 404, 405, 413}

_CONFIG = {"seed": 1, "phases": {"coverage": {"unexpected-methods": ["PUT", "TRACE"]}}}

schema = schemathesis.openapi.from_dict(
    json.decode(json.encode(describe(ROUTES))), config=SchemathesisConfig.from_dict(_CONFIG)
)
_ROUTES = [f"{method.upper()} {path}" for path, methods in schema.raw_schema["paths"].items() for method in methods]


@pytest.fixture(scope="module")
def hub(tmp_path_factory: pytest.TempPathFactory) -> Iterator[HubProcess]:
    """One hub for all routes."""
    process = HubProcess(
        tmp_path_factory.mktemp("hub"),
        hub=f'checkout_tablet = "front-door"\nmetrics_token_sha256 = "{digest(SCRAPER)}"',
    )
    with_roles(process)
    yield process.start()
    process.kill()


@pytest.fixture(scope="module")
def door(hub: HubProcess) -> Iterator[Door]:
    """At the end the hub still runs, has logged no mistake of its own, has let each route work, and kept people in."""
    door = Door(hub, people_at(hub), Known(hub))
    yield door
    door.session.close()
    device.close_all()
    for person in door.people:
        if person.session:
            assert httpx2.get(hub.url + "/desk", headers=person.headers()).status_code == 200, person.name
    assert hub.stop() == 0
    assert "own bug" not in hub.log.read_text()
    idle = door.asked - door.done - _BY_CHANCE
    assert not idle


@pytest.mark.parametrize("route", _ROUTES)
def test_whoever_asks_whatever(route: str, door: Door) -> None:
    """No fault of the hub's own, no answer that is not documented, and nothing for whom it is not meant."""
    operation = schema.find_operation_by_label(route)
    assert operation is not None
    # What `schema.parametrize()` does for all routes wherever tests are only listed, which takes each process seconds.
    config = HypothesisTestConfig(project=schema.config, modes=list(HypothesisTestMode))
    create_test(operation=operation, test_func=_everybody_asks, config=config)(door=door)


@settings(
    max_examples=EXAMPLES,
    derandomize=True,
    deadline=None,
    phases=[Phase.explicit, Phase.generate],
    suppress_health_check=list(HealthCheck),
)
def _everybody_asks(case: Case, door: Door) -> None:
    security = case.operation.definition.raw["security"]
    needed = security[0] if security else {}
    last = None
    for person in _who_asks(case, door, needed):
        let_in = person.may(needed)
        if not let_in and door.refused[case.operation.label, person.name] >= ENOUGH:
            continue  # who is refused before anything is read
        _ask(case, door, person, let_in=let_in)
        last = person if let_in else last
    if last and door.known.aim(case, again=case.operation.label in door.done):
        _ask(case, door, last, let_in=True)


def _who_asks(case: Case, door: Door, needed: Mapping[str, list[str]]) -> Iterator[Person]:
    """Of people who are alike to a route, one."""
    reads = case.operation.method == "get"
    receptionists = needed.get("session") == [Role.RECEPTIONIST]
    alike = {
        "Maria": "session" not in needed,
        IT: receptionists or "tablet" in needed,
        "stranger": reads or "tablet" in needed,
        "forger": reads or "session" not in needed,
        "tablet": "tablet" not in needed and not reads,
        "scraper": "scraper" not in needed,
    }
    for person in door.people:
        # Who is signed in has to go on here; that signing out does it, another test tells.
        if not alike.get(person.name) and not (case.path == SIGN_OUT_PATH and person.session):
            yield person


def _ask(case: Case, door: Door, person: Person, *, let_in: bool) -> None:
    def not_let_in(_: CheckContext, response: Response, __: Case) -> None:
        to_sign_in = response.status_code == 303 and response.headers["location"] == [SIGN_IN_PATH]
        refused = response.status_code in _REFUSED or to_sign_in
        assert let_in or refused, (person.name, response.status_code)

    endless = "text/event-stream" in case.operation.definition.raw["responses"].get("200", {}).get("content", {})
    response = case.call(
        base_url=door.hub.url,
        session=door.session,
        headers=person.headers(),
        timeout=(ANSWER_S, STREAM_S) if endless else ANSWER_S,
        allow_redirects=False,
    )
    door.asked.add(case.operation.label)
    door.refused[case.operation.label, person.name] += not let_in
    if let_in and response.status_code < 400:
        door.done.add(case.operation.label)
    case.validate_response(response, checks=[*_CHECKS, not_let_in], headers=person.headers())


def test_the_document_is_for_it_alone(door: Door) -> None:
    for person in door.people:
        response = httpx2.get(door.hub.url + "/desk/openapi.json", headers=person.headers())
        if person.name in (IT, "forger"):
            assert response.json() == schema.raw_schema
        else:
            assert "openapi" not in response.text, person.name


def test_what_stands_open_is_named_here() -> None:
    """So that nothing is opened by an oversight."""
    open_to_all = {
        f"{method} {path}"
        for path, methods in schema.raw_schema["paths"].items()
        for method, operation in methods.items()
        if not {"session", "tablet", "scraper"} & {name for needed in operation["security"] for name in needed}
    }
    assert {each for each in open_to_all if "/v/{key}" not in each} == {
        "get /",
        "get /desk/set-up/{key}",
        "get /health/live",
        "get /health/ready",
        "get /desk/sign-in",
        "get /static/{version}/{name}",
        "post /api/v1/device_authorization",
        "post /api/v1/token",
        "post /desk/set-up",
        "post /desk/sign-in",
        "post /desk/sign-out",
    }
