"""The phone page: true, nameless, and gone with the visit."""

from hashlib import sha256
from uuid import uuid4

import httpx2

from kiosk.visits.events import Acknowledged, Arrived, Called, Closed, Requoted, Shown
from tests.hub.device import Device
from tests.hubs import HubProcess

MINUTE = 60_000
KEY = "kX9-unguessable_key"


def test_the_page_says_what_is_true_and_dies_with_the_visit(hub: HubProcess) -> None:
    tablet = Device(hub.url)
    visit = uuid4()

    def page(status: int = 200) -> str:
        response = httpx2.get(f"{hub.url}/v/{KEY}")
        assert response.status_code == status
        assert response.headers["Cache-Control"] == "no-store"
        assert "Rosalind" not in response.text
        return response.text

    assert "please come to the desk" in page(404)
    link = sha256(KEY.encode()).hexdigest()
    tablet.push(tablet.mint(Arrived, visit=visit, ticket="K7", name="Rosalind", link=link))
    text = page()
    assert "K7" in text
    assert "Sent to the desk" in text
    assert '<meta http-equiv="refresh" content="10">' in text
    assert "Maria" not in text
    tablet.push(tablet.mint(Shown, visit=visit))
    assert "You are on the desk’s screen." in page()
    tablet.push(tablet.mint(Acknowledged, visit=visit, by="Maria", minutes=10))
    text = page()
    assert "Maria has seen you." in text
    assert "About 10 minutes, until " in text
    tablet.push(tablet.mint(Requoted, visit=visit, by="Sam", minutes=20, apology=True))
    assert "Sorry, it takes longer: about 20 minutes" in page()
    tablet.push(tablet.mint(Called, visit=visit, by="Sam", place="Room 3"))
    assert "Please come to Room 3." in page()
    tablet.push(tablet.mint(Closed, visit=visit, how="checked_out"))
    page(404)
    hub.stop()
    assert KEY not in hub.log.read_text()


def test_a_wait_that_is_broken_and_a_greeting_that_never_came_are_told(hub: HubProcess) -> None:
    tablet = Device(hub.url)
    links = [sha256(key.encode()).hexdigest() for key in ("one", "two")]
    alone, late = uuid4(), uuid4()
    tablet.push(
        tablet.mint(Arrived, ago_ms=2 * MINUTE, visit=alone, ticket="K1", link=links[0]),
        tablet.mint(Arrived, ago_ms=20 * MINUTE, visit=late, ticket="K2", link=links[1]),
        tablet.mint(Acknowledged, ago_ms=19 * MINUTE, visit=late, by="Sam", minutes=10),
    )
    assert "Nobody has answered yet." in httpx2.get(f"{hub.url}/v/one").text
    text = httpx2.get(f"{hub.url}/v/two").text
    assert "It takes longer than we said." in text
    assert "About 10 minutes" not in text


def test_the_hash_of_a_key_is_no_key(hub: HubProcess) -> None:
    tablet = Device(hub.url)
    link = sha256(KEY.encode()).hexdigest()
    tablet.push(tablet.mint(Arrived, visit=uuid4(), ticket="K7", link=link))
    for key in (link, KEY[:-1], KEY + "x", "x" * 5000):
        assert httpx2.get(f"{hub.url}/v/{key}").status_code == 404
