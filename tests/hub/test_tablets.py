"""Tablets as IT sees them: how they are doing, letting in, renaming, revoking, finding."""

import json
import re
from hashlib import sha256
from pathlib import Path
from typing import Any

import httpx2
import pytest

from kiosk.hub.enrolment import MOST_OPEN
from kiosk.hub.tokens import LIFE_MS
from kiosk.visits.events import Arrived
from kiosk.visits.wire import (
    AUTHORIZATION_PATH,
    CLIENT_ID,
    DEVICE_GRANT,
    HEALTH_PATH,
    MAX_HEALTH_BYTES,
    NEXT_TOKEN_PATH,
    TOKEN_PATH,
)
from tests.hub.browserless import Visitor
from tests.hub.device import Device, now_ms
from tests.hub.people import IT, signed_in, with_roles
from tests.hubs import HubProcess


@pytest.fixture
def ida(hub: HubProcess) -> Visitor:
    """Ida of IT, on the Tablets page."""
    with_roles(hub)
    visitor = signed_in(hub, IT)
    visitor.get("/desk/tablets")
    return visitor


def health(**fields: Any) -> dict[str, Any]:
    report = {
        "boot": "019ab0c4-0000-7000-8000-000000000001",
        "mono": 1000,
        "at": now_ms(),
        "version": "0.1.0",
        "letter": "K",
        "place": "Front door",
        "unsent": 0,
        "rejected": 0,
        "free_bytes": 12_300_000_000,
        "screen_width": 218,
        "screen_height": 136,
        "warnings": [],
    }
    return {**report, **fields}


def report(tablet: Device, **fields: Any) -> httpx2.Response:
    return tablet.http.post(HEALTH_PATH, content=json.dumps(health(**fields)))


def card(visitor: Visitor, device: str) -> str:
    """What the page says of a tablet, as text on one line."""
    found = re.search(rf'id="tablet-{device}">(.*?)</li>\n(?=<li class="sheet|</ul>)', visitor.text, re.S)
    assert found, visitor.text
    return " ".join(re.sub(r"<[^>]+>", " ", found[1]).split())


def ask(hub: HubProcess) -> dict[str, Any]:
    response = httpx2.post(hub.url + AUTHORIZATION_PATH, data={"client_id": CLIENT_ID})
    assert response.status_code == 200, response.text
    assert response.headers["Cache-Control"] == "no-store"
    answer: dict[str, Any] = response.json()
    return answer


def poll(hub: HubProcess, code: str) -> httpx2.Response:
    """Polls as if the interval had passed."""
    hub.execute("UPDATE enrolment SET polled_at = 0")
    return at_once(hub, code)


def at_once(hub: HubProcess, code: str) -> httpx2.Response:
    form = {"grant_type": DEVICE_GRANT, "device_code": code, "client_id": CLIENT_ID}
    response = httpx2.post(hub.url + TOKEN_PATH, data=form)
    assert response.headers["Kiosk-Protocol"] == "1"
    return response


def let_in(hub: HubProcess, ida: Visitor, **fields: str) -> tuple[dict[str, Any], httpx2.Response]:
    """Enrols a tablet; what it was given."""
    codes = ask(hub)
    ida.get(codes["verification_uri_complete"])
    assert codes["user_code"] in ida.text
    wanted = {"name": "Waiting room", "place": "By the window", "letter": "W", **fields}
    ida.post("/desk/tablets/enrol", code=codes["user_code"], **wanted)
    return codes, poll(hub, codes["device_code"])


def test_tablets_of_the_settings_file_are_there_and_report(hub: HubProcess, ida: Visitor) -> None:
    assert "It has not reported yet." in card(ida, "front-door")
    worries = ["receipt-differs", "storage-read-only"]
    tablet, late = Device(hub.url), now_ms() - 300_000
    ill = report(tablet, at=late, unsent=24, waiting_ms=720_000, version="0.0.9", warnings=worries)
    assert ill.status_code == 204
    assert report(Device(hub.url, "side-door")).status_code == 204
    ida.get("/desk/tablets")
    text = card(ida, "front-door")
    assert "12.3 GB" in text
    assert "24 events wait to be sent, the oldest for 12 min." in text
    assert "5 min slow" in text
    assert "218 × 136 mm" in text
    assert "Its clock is 5 min slow" in text
    assert "It runs version 0.0.9" in text
    assert "Its disk can only be read: no tap is kept. Restart the tablet" in text
    assert "does not have the same facts that it has confirmed" in text
    assert "Side door gives out tickets with the letter K too." in text
    assert "has not reported" not in text


def test_a_report_is_small_and_of_a_known_tablet(hub: HubProcess) -> None:
    tablet = Device(hub.url)
    assert report(tablet, version="x" * 41).status_code == 400
    assert report(tablet, unsent=-1).status_code == 400
    assert report(tablet, warnings=["x"] * 21).status_code == 400
    assert tablet.http.post(HEALTH_PATH, content=b"\xff").status_code == 400
    assert tablet.http.post(HEALTH_PATH, content=b" " * (MAX_HEALTH_BYTES + 1)).status_code == 413
    assert report(Device(hub.url, token="stranger")).status_code == 401
    assert hub.rows("SELECT health FROM tablet WHERE device = 'front-door'") == [{"health": None}]
    assert report(tablet, warnings=["of-a-newer-version"], more=1).status_code == 204


def test_a_tablet_is_let_in_by_its_code(hub: HubProcess, ida: Visitor) -> None:
    codes, answer = let_in(hub, ida)
    assert re.fullmatch(r"[B-Z]{4}-[B-Z]{4}", codes["user_code"])
    assert codes["verification_uri"] == hub.url + "/desk/tablets/enrol"
    given = answer.json()
    assert given | {"access_token": ""} == {
        "access_token": "",
        "token_type": "Bearer",
        "device": "waiting-room",
        "name": "Waiting room",
        "place": "By the window",
        "letter": "W",
    }
    assert "Waiting room is let in" in ida.text
    tablet = Device(hub.url, "waiting-room", token=given["access_token"])
    assert tablet.results(tablet.mint(Arrived, visit=tablet.epoch, ticket="W1")) == ["stored"]
    assert report(tablet, letter="W", place="By the window").status_code == 204
    assert at_once(hub, codes["device_code"]).json() == {"error": "expired_token", "error_description": ""}
    for secret in (codes["device_code"], given["access_token"]):
        assert not hub.is_written(secret)
        assert secret not in hub.log.read_text()


def test_an_answer_that_is_lost_costs_nothing(hub: HubProcess, ida: Visitor) -> None:
    codes, first = let_in(hub, ida)
    second = poll(hub, codes["device_code"])
    old = Device(hub.url, "waiting-room", token=first.json()["access_token"])
    new = Device(hub.url, "waiting-room", token=second.json()["access_token"])
    assert report(old).status_code == 401
    assert report(new).status_code == 204


def test_until_it_is_let_in_it_waits_and_not_too_eagerly(hub: HubProcess, ida: Visitor) -> None:
    code = ask(hub)["device_code"]
    said = [at_once(hub, code) for _ in range(2)]
    assert [each.status_code for each in said] == [400, 400]
    assert [each.json()["error"] for each in said] == ["authorization_pending", "slow_down"]
    hub.execute("UPDATE enrolment SET expires_at = 0")
    assert poll(hub, code).json()["error"] == "expired_token"
    assert poll(hub, "made up").json()["error"] == "expired_token"
    codes = ask(hub)
    ida.get(codes["verification_uri_complete"])
    ida.post("/desk/tablets/deny", code=codes["user_code"])
    assert "is not let in" in ida.text
    assert poll(hub, codes["device_code"]).json()["error"] == "access_denied"


def test_other_grants_and_clients_are_refused(hub: HubProcess) -> None:
    for path, form, error in (
        (AUTHORIZATION_PATH, {"client_id": "somebody"}, "invalid_client"),
        (TOKEN_PATH, {"client_id": CLIENT_ID, "grant_type": "password"}, "unsupported_grant_type"),
        (TOKEN_PATH, {"client_id": "x", "grant_type": DEVICE_GRANT, "device_code": "x"}, "invalid_client"),
    ):
        response = httpx2.post(hub.url + path, data=form)
        assert response.status_code == 400
        assert response.json()["error"] == error


def test_not_too_many_wait_at_once(hub: HubProcess) -> None:
    for _ in range(MOST_OPEN):
        ask(hub)
    assert httpx2.post(hub.url + AUTHORIZATION_PATH, data={"client_id": CLIENT_ID}).status_code == 429


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({"letter": "D"}, "entered at the desk"),
        ({"letter": "K"}, "Front door gives out tickets with the letter K already."),
        ({"letter": "ÄÖ"}, "Please choose a ticket letter"),
        ({"name": "front DOOR"}, "There is a tablet Front door already."),
        ({"name": " "}, "Please give a name."),
        ({"place": "x" * 41}, "at most 40 characters"),
    ],
)
def test_a_name_and_a_letter_are_given_once(hub: HubProcess, ida: Visitor, fields: dict[str, str], said: str) -> None:
    report(Device(hub.url))
    codes, answer = let_in(hub, ida, **fields)
    assert said in ida.text.replace("&#39;", "'")
    assert answer.json()["error"] == "authorization_pending"
    ida.post("/desk/tablets/enrol", code=codes["user_code"].lower(), name="Third", place="Here", letter="t")
    assert poll(hub, codes["device_code"]).json()["device"] == "third"


def test_a_revoked_tablet_is_out_at_once_and_stays_out(hub: HubProcess, ida: Visitor) -> None:
    tablet = Device(hub.url)
    report(tablet, unsent=3)
    with tablet.listen() as stream:
        stream.until_caught_up()
        ida.post("/desk/tablets/revoke", device="front-door")
        assert stream.ended()
    assert "Front door is let in no more." in ida.text
    assert "Revoked tablets (1)" in ida.text
    assert "3 events that it had not sent stay on it, without names." in ida.text
    assert tablet.post(tablet.body()).status_code == 401
    assert report(tablet).status_code == 401
    hub.stop()
    hub.start()
    assert tablet.post(tablet.body()).status_code == 401
    assert Device(hub.url, "side-door").results() == []


def test_a_new_token_in_the_settings_file_lets_a_revoked_tablet_in_again(
    hub: HubProcess, ida: Visitor, tmp_path: Path
) -> None:
    ida.post("/desk/tablets/rename", device="side-door", name="Garden door")
    ida.post("/desk/tablets/revoke", device="front-door")
    hub.stop()
    text = hub.file.read_text()
    old = hub.config.hub.tablets["front-door"].token_sha256
    hub.file.write_text(text.replace(old, "ab" * 32))
    hub.start()
    rows = {row["device"]: row for row in hub.rows("SELECT device, name, token_sha256, revoked_at FROM tablet")}
    assert rows["front-door"] | {"name": ""} == {
        "device": "front-door",
        "name": "",
        "token_sha256": "ab" * 32,
        "revoked_at": None,
    }
    assert rows["side-door"]["name"] == "Garden door"
    hub.stop()
    hub.file.write_text(text.partition("[hub.tablets.side-door]")[0])
    hub.start()
    assert Device(hub.url, "side-door").post(b"").status_code == 401


def test_show_yourself_is_heard_by_that_tablet_alone(hub: HubProcess, ida: Visitor) -> None:
    with Device(hub.url).listen() as front, Device(hub.url, "side-door").listen() as side:
        front.until_caught_up()
        side.until_caught_up()
        ida.post("/desk/tablets/show", device="front-door")
        heard = front.next()
        assert heard.kind == "show-yourself"
        assert heard.data == {"name": "Front door"}
        tablet = Device(hub.url, "side-door")
        fact = tablet.mint(Arrived, visit=tablet.epoch, ticket="M1")
        tablet.push(fact)
        side.entry_of(fact.id)
        assert "show-yourself" not in [each.kind for each in side.past]
    assert "shows its name" in ida.text
    assert ida.post("/desk/tablets/show", device="nobody").status_code == 409


def test_what_is_done_to_tablets_is_in_the_audit(hub: HubProcess, ida: Visitor) -> None:
    let_in(hub, ida)
    ida.post("/desk/tablets/rename", device="waiting-room", name="Lounge")
    ida.post("/desk/tablets/revoke", device="waiting-room")
    ida.get("/desk/audit?area=tablets")
    text = " ".join(re.sub(r"<[^>]+>", " ", ida.text.partition("<tbody>")[2]).split())
    for told in ("revoked Lounge", "renamed Lounge name: Waiting room → became Lounge", "let in Waiting room"):
        assert told in text


def offer(tablet: Device, token: str) -> httpx2.Response:
    return tablet.http.post(NEXT_TOKEN_PATH, content=json.dumps({"token_sha256": sha256(token.encode()).hexdigest()}))


def test_a_token_follows_another_and_both_are_good_until_the_new_one_was_used(hub: HubProcess, ida: Visitor) -> None:
    _, answer = let_in(hub, ida)
    old = Device(hub.url, "waiting-room", token=answer.json()["access_token"])
    new = Device(hub.url, "waiting-room", token="what-follows")
    with old.listen() as stream:
        stream.until_caught_up()
        ida.get("/desk/tablets")
        ida.post("/desk/tablets/renew", device="waiting-room")
        assert stream.next().kind == "renew-token"
    assert "Waiting room gets another token as soon as it is connected" in ida.text
    assert "Another token was asked for" in card(ida, "waiting-room")
    with old.listen() as stream:
        stream.until_caught_up()
        # It was not connected, perhaps, or was killed.
        assert stream.next().kind == "renew-token"
    for _ in range(2):
        assert offer(old, "what-follows").status_code == 204
        assert report(old).status_code == 204
    assert report(new).status_code == 204
    assert report(old).status_code == 401
    assert offer(old, "of-a-thief").status_code == 401
    ida.get("/desk/tablets")
    assert "Another token was asked for" not in card(ida, "waiting-room")
    assert not hub.is_written("what-follows")
    assert "what-follows" not in hub.log.read_text()
    offer(new, "and-one-more")
    ida.post("/desk/tablets/revoke", device="waiting-room")
    for token in ("what-follows", "and-one-more"):
        assert report(Device(hub.url, "waiting-room", token=token)).status_code == 401


def test_an_old_token_is_renewed_without_being_asked_for(hub: HubProcess, ida: Visitor) -> None:
    _, answer = let_in(hub, ida)
    hub.execute("UPDATE tablet SET token_at = token_at - ?", LIFE_MS)
    with Device(hub.url, "waiting-room", token=answer.json()["access_token"]).listen() as stream:
        stream.until_caught_up()
        assert stream.next().kind == "renew-token"


def test_a_token_of_the_settings_file_is_renewed_there(hub: HubProcess, ida: Visitor) -> None:
    assert "The settings file names its token" in card(ida, "front-door")
    assert ida.post("/desk/tablets/renew", device="front-door").status_code == 409
    assert "renew it there, and on the tablet" in ida.text
    tablet = Device(hub.url)
    assert offer(tablet, "another").status_code == 409
    assert report(tablet).status_code == 204
