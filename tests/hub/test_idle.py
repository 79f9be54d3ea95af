"""Half an hour without a click: arrivals are still shown, and nothing is done before the passcode was given."""

from uuid import uuid4

import pytest

from kiosk.hub.desk.unlocking import safe_path
from kiosk.visits.events import Arrived
from tests.hub.browserless import PASSCODE, Visitor
from tests.hub.device import Device
from tests.hub.people import IT, let_pass, signed_in, with_roles
from tests.hubs import HubProcess

HTMX = {"HX-Request": "true"}


@pytest.fixture
def maria(hub: HubProcess) -> Visitor:
    """Maria, who left her desk half an hour ago, with a patient who came since."""
    with_roles(hub)
    visitor = signed_in(hub, "Maria")
    let_pass(hub, 30)
    return visitor


def arrival(hub: HubProcess) -> str:
    visit = uuid4()
    tablet = Device(hub.url)
    tablet.push(tablet.mint(Arrived, visit=visit, ticket="K7"))
    return str(visit)


def test_arrivals_are_shown_and_nothing_is_done(hub: HubProcess, maria: Visitor) -> None:
    visit = arrival(hub)
    maria.get("/desk")
    assert "K7" in maria.text
    response = maria.post(f"/desk/visits/{visit}/seen")
    assert response.status_code == 423
    assert "not done" in maria.text
    headers = {**HTMX, "X-CSRFToken": maria.token}
    response = maria.http.post(f"/desk/visits/{visit}/seen", headers=headers)
    assert response.status_code == 423
    assert "passcode" in response.text
    assert hub.rows("SELECT count(*) c FROM event WHERE kind = 'acknowledged'") == [{"c": 0}]


def test_after_the_passcode_it_is_done(hub: HubProcess, maria: Visitor) -> None:
    visit = arrival(hub)
    maria.get("/desk")
    maria.post(f"/desk/visits/{visit}/seen")
    assert maria.post("/desk/unlock", passcode="wrong passcode", next="/desk").status_code == 401
    maria.post("/desk/unlock", passcode=PASSCODE, next="/desk")
    assert maria.path == "/desk"
    maria.post(f"/desk/visits/{visit}/seen")
    assert hub.rows("SELECT count(*) c FROM event WHERE kind = 'acknowledged'") == [{"c": 1}]


def test_guessing_in_the_dialog_is_slowed(maria: Visitor) -> None:
    maria.get("/desk/unlock")
    headers = {**HTMX, "X-CSRFToken": maria.token}
    codes = [maria.http.post("/desk/unlock", data={"passcode": "wrong"}, headers=headers).status_code for _ in range(4)]
    assert codes == [401, 401, 401, 429]


def test_only_today_is_shown_to_who_may_be_somebody_else(hub: HubProcess) -> None:
    with_roles(hub)
    ida = signed_in(hub, IT)
    let_pass(hub, 31)
    ida.get("/desk/audit?who=Ida")
    assert ida.path == "/desk/unlock"
    assert 'value="/desk/audit?who=Ida"' in ida.text
    ida.post("/desk/unlock", passcode=PASSCODE, next="/desk/audit?who=Ida")
    assert ida.path == "/desk/audit"


def test_what_the_page_does_by_itself_is_no_sign_of_a_person(hub: HubProcess) -> None:
    with_roles(hub)
    maria = signed_in(hub, "Maria")
    let_pass(hub, 20)
    maria.get("/desk")
    maria.http.post("/desk/shown", json={}, headers={**HTMX, "X-CSRFToken": maria.token})
    let_pass(hub, 11)
    assert maria.http.get("/desk/unlock", headers=HTMX).status_code == 423


def test_clicks_keep_a_session_awake(hub: HubProcess) -> None:
    with_roles(hub)
    maria = signed_in(hub, "Maria")
    let_pass(hub, 20)
    maria.post(f"/desk/visits/{arrival(hub)}/seen")
    let_pass(hub, 20)
    assert maria.http.get("/desk/unlock", headers=HTMX).status_code == 204


ELSEWHERE = (
    "https://evil.example",
    "//evil.example",
    "/desk//../../evil",
    "/desk/../evil",
    "/\\evil.example",
    "/desk\r\nX: y",
    "/desk?next=//evil@x",
    "/deskx",
    "",
    "/desk/" + "a" * 600,
)


def test_nobody_is_sent_elsewhere(maria: Visitor) -> None:
    for elsewhere in ELSEWHERE:
        assert safe_path(elsewhere) == "/desk"
        maria.get("/desk/unlock", params={"next": elsewhere})
        response = maria.http.post(
            "/desk/unlock",
            data={"passcode": PASSCODE, "next": elsewhere, "_csrf_token": maria.token},
            follow_redirects=False,
        )
        assert response.status_code == 303
        assert response.headers["Location"] == "/desk"
