"""Clicks by name, over the wire: heard once, and answered for when their answer was lost."""

import re
from typing import Any
from uuid import UUID, uuid4

import httpx2
import pytest

from kiosk.hub.desk.clicks import NOT_RECORDED
from kiosk.hub.desk.today_page import CLICK_HEADER
from kiosk.visits.events import Acknowledged, Arrived, Closed
from tests.hub.browserless import Visitor, staffed
from tests.hub.device import Device
from tests.hubs import HubProcess

MINUTE = 60_000


class Clicker(Visitor):
    """A page whose script names each click."""

    def __init__(self, hub: HubProcess, name: str) -> None:
        super().__init__(hub)
        self.sign_in(name)
        self._form = self.token
        self.http.headers["HX-Request"] = "true"

    def click(self, path: str, click: UUID | str | None = None, **fields: str) -> httpx2.Response:
        """A click on a form of the page."""
        headers = {CLICK_HEADER: str(click)} if click else {}
        return self.http.post(path, data={**fields, "_csrf_token": self._form}, headers=headers)

    def says(self, path: str, click: UUID | str | None = None, **fields: str) -> str:
        """The sentence that the page then shows."""
        answer = self.click(path, click, **fields)
        assert answer.status_code == 200, answer.text
        return told(answer.text)


def told(text: str) -> str:
    """The sentence in a notice."""
    (sentence,) = re.findall("<p>(.*?)</p>", text)
    return str(sentence)


def facts_of(text: str) -> str:
    """What a notice offers to undo."""
    (facts,) = re.findall('name="facts" value="(.*?)"', text)
    return str(facts)


@pytest.fixture
def maria(hub: HubProcess) -> Clicker:
    staffed(hub, "Maria", "Sam")
    return Clicker(hub, "Maria")


def arrive(hub: HubProcess, **fields: Any) -> UUID:
    tablet, visit = Device(hub.url), uuid4()
    tablet.push(tablet.mint(Arrived, visit=visit, ticket="K7", name="Rosa", **fields))
    return visit


def count(hub: HubProcess, kind: str) -> int:
    return len(hub.rows("SELECT 1 FROM event WHERE kind = ?", kind))


def test_a_click_that_comes_twice_counts_once_and_is_answered_alike(hub: HubProcess, maria: Clicker) -> None:
    path = f"/desk/visits/{arrive(hub)}/seen"
    click = uuid4()
    first, second = maria.says(path, click, minutes="10"), maria.says(path, click, minutes="10")
    assert first == second == "K7 is told: Maria has seen you, about 10 minutes."
    assert count(hub, "acknowledged") == 1
    assert maria.says(f"/desk/clicks/{click}") == first


def test_a_click_that_is_asked_for_before_it_comes_is_void(hub: HubProcess, maria: Clicker) -> None:
    path = f"/desk/visits/{arrive(hub)}/seen"
    click = uuid4()
    assert maria.says(f"/desk/clicks/{click}") == NOT_RECORDED
    assert maria.says(path, click) == NOT_RECORDED
    assert count(hub, "acknowledged") == 0
    assert maria.says(path, uuid4()) == "K7 is told: Maria has seen you."


def test_what_became_of_a_click_outlives_a_kill(hub: HubProcess, maria: Clicker) -> None:
    path = f"/desk/visits/{arrive(hub)}/seen"
    click = uuid4()
    maria.says(path, click)
    hub.kill()
    hub.start()
    assert maria.says(f"/desk/clicks/{click}") == "K7 is told: Maria has seen you."
    assert maria.says(path, click) == "K7 is told: Maria has seen you."
    assert count(hub, "acknowledged") == 1


def test_nobody_learns_of_anothers_clicks(hub: HubProcess, maria: Clicker) -> None:
    click = uuid4()
    maria.says(f"/desk/visits/{arrive(hub)}/seen", click)
    assert Clicker(hub, "Sam").says(f"/desk/clicks/{click}") == NOT_RECORDED


def test_a_click_without_a_proper_name_is_refused(hub: HubProcess, maria: Clicker) -> None:
    assert maria.click(f"/desk/visits/{arrive(hub)}/seen", "seven").status_code == 400
    assert maria.click("/desk/clicks/seven").status_code == 404
    assert count(hub, "acknowledged") == 0


def test_undo_over_the_wire(hub: HubProcess, maria: Clicker) -> None:
    visit = arrive(hub)
    seen = maria.click(f"/desk/visits/{visit}/seen", uuid4()).text
    sam = Clicker(hub, "Sam")
    path = f"/desk/visits/{visit}/undo"
    assert sam.says(path, facts=facts_of(seen)) == "There is nothing here that you could undo."
    undone = maria.click(path, uuid4(), facts=facts_of(seen)).text
    assert told(undone) == "Undone. K7 is as before."
    assert "data-undo" not in undone
    assert maria.says(path, facts=facts_of(seen)) == "This was undone already."
    assert hub.rows("SELECT seen_by, seen_at FROM visit") == [{"seen_by": None, "seen_at": None}]
    assert count(hub, "undone") == 1
    assert maria.says(f"/desk/visits/{visit}/seen") == "K7 is told: Maria has seen you."


def test_an_old_click_is_not_undone(hub: HubProcess, maria: Clicker) -> None:
    tablet, visit = Device(hub.url), uuid4()
    seen = tablet.mint(Acknowledged, ago_ms=MINUTE, visit=visit, by="Maria")
    tablet.push(tablet.mint(Arrived, ago_ms=2 * MINUTE, visit=visit, ticket="K7"), seen)
    # What a tablet recorded is not the desk's to undo, either.
    assert maria.says(f"/desk/visits/{visit}/undo", facts=str(seen.id)).startswith("There is nothing")
    for facts in ("", "x", "7", str(seen.id) + ",", "-" * 36):
        assert maria.click(f"/desk/visits/{visit}/undo", facts=facts).status_code == 400, facts


def test_an_arrival_entered_at_the_desk(hub: HubProcess, maria: Clicker) -> None:
    tablet = Device(hub.url)
    visit = uuid4()
    with tablet.listen() as stream:
        stream.until_caught_up()
        text = maria.click("/desk/arrivals", visit=str(visit), name=" Rosa M. ", language="es", minutes="10").text
        heard = stream.until(lambda h: h.kind == "entry" and h.data["event"]["kind"] == "arrived")
    assert told(text) == "D1 is entered and seen by Maria, wait about 10 minutes. Please tell them their ticket: D1."
    # Other waiting rooms call the ticket; the name stays at the desk.
    assert (heard.data["event"]["ticket"], heard.data["event"]["name"]) == ("D1", "")
    (row,) = hub.rows("SELECT ticket, name, language, seen_by, quoted_minutes, device, place FROM visit")
    assert row == {
        "ticket": "D1",
        "name": "Rosa M.",
        "language": "es",
        "seen_by": "Maria",
        "quoted_minutes": 10,
        "device": "hub",
        "place": "Desk",
    }
    assert maria.says("/desk/arrivals", visit=str(visit), language="en") == "D1 is entered already."
    assert "D2 is entered" in maria.says("/desk/arrivals", visit=str(uuid4()), language="en")
    # A greeting of nought seconds would make the figure better than the day was.
    page = maria.http.get("/desk").text
    assert "time to greet · nobody seen yet today" in page


def test_an_undone_arrival_leaves_no_name(hub: HubProcess, maria: Clicker) -> None:
    visit = uuid4()
    entered = maria.click("/desk/arrivals", visit=str(visit), name="Rosalind", language="en").text
    said = maria.says(f"/desk/visits/{visit}/undo", facts=facts_of(entered))
    assert said == "Undone. D1 is gone from the page."
    assert not hub.rows("SELECT 1 FROM event WHERE body LIKE '%Rosalind%'")
    hub.stop()
    assert not hub.is_written("Rosalind")


def test_no_ticket_is_given_twice(hub: HubProcess, maria: Clicker) -> None:
    tablet = Device(hub.url)
    today, since_yesterday = uuid4(), uuid4()
    tablet.push(
        tablet.mint(Arrived, visit=today, ticket="D9"),
        tablet.mint(Closed, visit=today, how="checked_out"),
        tablet.mint(Arrived, ago_ms=23 * 60 * MINUTE, visit=since_yesterday, ticket="D30"),
        tablet.mint(Arrived, visit=uuid4(), ticket="K50"),
    )
    assert "D31 is entered" in maria.says("/desk/arrivals", visit=str(uuid4()), language="en")


def test_arrivals_that_cannot_be_are_refused(hub: HubProcess, maria: Clicker) -> None:
    wrong: list[dict[str, str]] = [
        {"visit": "7", "language": "en"},
        {"language": "en"},
        {"visit": str(uuid4()), "language": "tlh"},
        {"visit": str(uuid4()), "language": "en", "name": "x" * 25},
        {"visit": str(uuid4()), "language": "en", "name": "\u202ecod"},
        {"visit": str(uuid4()), "language": "en", "minutes": "-1"},
    ]
    for fields in wrong:
        assert maria.click("/desk/arrivals", **fields).status_code == 400, fields
    assert hub.rows("SELECT 1 FROM event") == []
