"""The desk's addresses as a browser uses them, and the figures on the page."""

import re
from pathlib import Path
from uuid import UUID, uuid4

import pytest

from kiosk.visits.events import (
    Acknowledged,
    Arrived,
    Called,
    Closed,
    Event,
    HelpRequested,
    Rated,
    RatingAsked,
    RatingSettled,
    decode,
)
from tests.hub.browserless import Visitor, staffed
from tests.hub.device import Device
from tests.hubs import HubProcess

MINUTE = 60_000


@pytest.fixture
def maria(hub: HubProcess) -> Visitor:
    staffed(hub, "Maria")
    visitor = Visitor(hub)
    visitor.sign_in("Maria")
    return visitor


def figures(page: str) -> list[str]:
    """The figures and what is said below them."""
    found = re.findall(r"<dt>(.*?)</dt><dd>(.*?)</dd>", page.partition('class="columns"')[0])
    plain = [re.sub(r"<span class=\"unseen\">.*?</span>|<[^>]+>", "", text) for pair in found for text in pair]
    return [re.sub(r"\s+", " ", text).strip() for text in plain]


def test_a_day_without_patients_shows_dashes_and_no_made_up_figures(maria: Visitor) -> None:
    assert figures(maria.text) == [
        "time to greet · nobody seen yet today",
        "–",
        "everybody here has been seen",
        "0 waiting unseen",
        "wait promises · nobody called yet today",
        "–",
        "stars · no rating yet today",
        "–",
        "to put right",
        "0 open",
    ]


def test_the_figures_are_those_of_the_facts(hub: HubProcess, maria: Visitor) -> None:
    tablet = Device(hub.url)
    events: list[Event] = []
    for n, (greet, called) in enumerate([(20_000, 5), (40_000, 15), (90_000, None)], start=1):
        visit = uuid4()
        ago = 30 * 1000
        events += [
            tablet.mint(Arrived, ago_ms=ago + greet, visit=visit, ticket=f"K{n}"),
            tablet.mint(Acknowledged, ago_ms=ago, visit=visit, by="Sam", minutes=0 if called == 15 else 10),
        ]
        if called:
            events.append(tablet.mint(Called, visit=visit, by="Sam", place="Room 1"))
            events.append(tablet.mint(Closed, visit=visit, how="checked_out", by="Sam"))
    for stars in (4, 5, 5):
        rating = uuid4()
        events += [
            tablet.mint(Rated, visit=rating, rating=rating, stars=stars),
            tablet.mint(RatingSettled, visit=rating, rating=rating),
        ]
    unsettled = uuid4()
    events.append(tablet.mint(Rated, visit=unsettled, rating=unsettled, stars=1))
    events.append(tablet.mint(HelpRequested, visit=uuid4(), concern=uuid4()))
    tablet.push(*events)
    maria.get("/desk")
    assert figures(maria.text) == [
        "median time to greet · today",
        "40 s",
        "everybody here has been seen",
        "0 waiting unseen",
        "wait promises kept",
        "1 of 2",
        "3 ratings for 2 visits",
        "4.7 ★",
        "to put right",
        "1 open",
    ]


def test_a_promise_is_kept_or_broken_by_the_first_call(hub: HubProcess, maria: Visitor) -> None:
    tablet = Device(hub.url)
    kept, broken = uuid4(), uuid4()
    for visit, ticket, first_call_min in ((kept, "K1", 12), (broken, "K2", 2)):
        tablet.push(
            tablet.mint(Arrived, ago_ms=16 * MINUTE, visit=visit, ticket=ticket),
            tablet.mint(Acknowledged, ago_ms=15 * MINUTE, visit=visit, by="Sam", minutes=10),
            tablet.mint(Called, ago_ms=first_call_min * MINUTE, visit=visit, by="Sam", place="Room 1"),
            # Who did not hear it is called again, when the promise is long over.
            tablet.mint(Called, ago_ms=MINUTE, visit=visit, by="Sam", place="Room 1"),
        )
    maria.get("/desk")
    assert "1 of 2" in figures(maria.text)


def test_a_form_is_answered_by_the_page_and_an_old_card_by_what_happened(hub: HubProcess, maria: Visitor) -> None:
    tablet = Device(hub.url)
    visit = uuid4()
    tablet.push(tablet.mint(Arrived, visit=visit, ticket="K7", name="Rosa"))
    response = maria.post(f"/desk/visits/{visit}/seen", minutes="10")
    assert [r.status_code for r in response.history] == [303]
    assert "seen by Maria" in maria.text
    response = maria.post(f"/desk/visits/{visit}/seen")
    assert response.status_code == 409
    assert "Maria has already seen K7." in maria.text
    assert hub.rows("SELECT count(*) c FROM event WHERE kind = 'acknowledged'") == [{"c": 1}]


def test_checked_out_and_asked_is_offered_only_where_a_tablet_asks(hub: HubProcess, maria: Visitor) -> None:
    visit = arrived_and_seen(hub, maria)
    assert "ask how it was" not in maria.text
    assert maria.post(f"/desk/visits/{visit}/close", how="ask").status_code == 400
    assert hub.rows("SELECT count(*) c FROM event WHERE kind = 'closed'") == [{"c": 0}]


def test_checked_out_and_asked_are_one_click_and_two_facts(tmp_path: Path) -> None:
    hub = HubProcess(tmp_path, hub='checkout_tablet = "side-door"').start()
    try:
        staffed(hub, "Maria")
        maria = Visitor(hub)
        maria.sign_in("Maria")
        visit = arrived_and_seen(hub, maria)
        assert 'value="ask"' in maria.text

        maria.post(f"/desk/visits/{visit}/close", how="ask")
        again = maria.post(f"/desk/visits/{visit}/close", how="ask")

        assert again.status_code == 409
        facts = [decode(row["body"]) for row in hub.rows("SELECT body FROM event ORDER BY cursor DESC LIMIT 2")]
        asked, closed = facts
        assert isinstance(closed, Closed)
        assert isinstance(asked, RatingAsked)
        assert (closed.how, closed.by, asked.visit, asked.tablet) == ("checked_out", "Maria", visit, "side-door")
    finally:
        hub.kill()


def arrived_and_seen(hub: HubProcess, maria: Visitor) -> UUID:
    """A patient whom Maria has seen; her page shows them."""
    tablet = Device(hub.url)
    visit = uuid4()
    tablet.push(tablet.mint(Arrived, visit=visit, ticket="K7"))
    maria.get("/desk")
    maria.post(f"/desk/visits/{visit}/seen")
    return visit


def test_a_script_is_answered_by_a_sentence(hub: HubProcess, maria: Visitor) -> None:
    tablet = Device(hub.url)
    visit = uuid4()
    tablet.push(tablet.mint(Arrived, visit=visit, ticket="K7"))
    maria.http.headers["HX-Request"] = "true"
    token = maria.token
    said = [maria.post(f"/desk/visits/{visit}/close", token=token, how="left").text for _ in range(2)]
    assert said[0].startswith('<div class="done" data-for="10000"><p>K7 is noted as having left.</p>')
    assert said[1] == '<div class="instead"><p>K7 was already noted as having left by Maria.</p></div>'


def test_what_no_form_sends_is_refused(hub: HubProcess, maria: Visitor) -> None:
    tablet = Device(hub.url)
    visit, token = uuid4(), maria.token
    tablet.push(tablet.mint(Arrived, visit=visit, ticket="K7"))
    wrong: list[tuple[str, dict[str, str]]] = [
        ("seen", {"minutes": "-1"}),
        ("seen", {"minutes": "241"}),
        ("seen", {"minutes": "soon"}),
        ("quote", {}),
        ("quote", {"minutes": "5", "more": "5"}),
        ("quote", {"more": "5", "drawn": "yesterday"}),
        ("call", {"place": "The moon"}),
        ("call", {}),
        ("close", {"how": "not_closed_by_staff"}),
    ]
    for action, fields in wrong:
        response = maria.post(f"/desk/visits/{visit}/{action}", token=token, **fields)
        assert response.status_code == 400, (action, fields)
    assert hub.rows("SELECT count(*) c FROM event") == [{"c": 1}]


def test_visits_and_concerns_that_are_unknown(hub: HubProcess, maria: Visitor) -> None:
    token = maria.token
    assert maria.post(f"/desk/visits/{uuid4()}/seen", token=token).status_code == 409
    assert maria.post("/desk/visits/7/seen", token=token).status_code == 404
    assert maria.post(f"/desk/concerns/{uuid4()}/claim", token=token).status_code == 404
    assert hub.rows("SELECT count(*) c FROM event") == [{"c": 0}]


def test_shown_is_recorded_once_however_often_it_is_reported(hub: HubProcess, maria: Visitor) -> None:
    tablet = Device(hub.url)
    visit, concern = uuid4(), uuid4()
    tablet.push(
        tablet.mint(Arrived, visit=visit, ticket="K7"),
        tablet.mint(HelpRequested, visit=visit, concern=concern),
    )

    def report(*visits: UUID) -> int:
        content = {"visits": [str(v) for v in visits], "concerns": [str(concern)]}
        return maria.http.post("/desk/shown", json=content, headers={"X-CSRFToken": maria.token}).status_code

    assert [report(visit, visit), report(visit, uuid4()), report()] == [204, 204, 204]
    assert hub.rows("SELECT kind, n FROM event WHERE device = 'hub' ORDER BY n") == [
        {"kind": "shown", "n": 1},
        {"kind": "shown", "n": 2},
    ]


def test_a_name_that_is_markup_is_text(hub: HubProcess, maria: Visitor) -> None:
    tablet = Device(hub.url)
    tablet.push(tablet.mint(Arrived, visit=uuid4(), ticket="K7", name="<b>&\"'"))
    maria.get("/desk")
    assert '<b>&"' not in maria.text
    assert "&lt;b&gt;&amp;" in maria.text


def test_the_hubs_own_numbers_go_on_after_a_kill(hub: HubProcess, maria: Visitor) -> None:
    tablet = Device(hub.url)
    for n in range(1, 4):
        visit = uuid4()
        tablet.push(tablet.mint(Arrived, visit=visit, ticket=f"K{n}"))
        maria.post(f"/desk/visits/{visit}/seen")
        hub.kill()
        hub.start()
    rows = hub.rows("SELECT n, epoch FROM event WHERE device = 'hub' ORDER BY cursor")
    assert [row["n"] for row in rows] == [1, 2, 3]
    assert {row["epoch"] for row in rows} == {row["hub_epoch"] for row in hub.rows("SELECT hub_epoch FROM practice")}
