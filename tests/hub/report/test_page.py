"""The report card as a manager finds it."""

import csv
import io
import re

import httpx2

from tests.hub.device import Device
from tests.hub.people import MANAGER, signed_in, with_roles
from tests.hub.report.history import history, send
from tests.hubs import HubProcess

PATHS = ("", "/report.csv", "/report.json", "/report.pdf")


def report(visitor_http: httpx2.Client, query: str = "") -> list[dict[str, str]]:
    response = visitor_http.get("/desk/report/report.csv" + query)
    assert response.status_code == 200
    return list(csv.DictReader(io.StringIO(response.text)))


def test_it_is_for_managers(hub: HubProcess) -> None:
    with_roles(hub, "Maria", MANAGER)
    maria = signed_in(hub, "Maria")
    assert {maria.http.get("/desk/report" + path).status_code for path in PATHS} == {403}
    noor = signed_in(hub, MANAGER)
    assert {noor.http.get("/desk/report" + path).status_code for path in PATHS} == {200}


def test_it_says_what_the_ratings_say_and_nothing_of_a_few(hub: HubProcess) -> None:
    with_roles(hub, MANAGER)
    tablet, side = Device(hub.url), Device(hub.url, "side-door")
    send(tablet, history(tablet, 9))
    noor = signed_in(hub, MANAGER)
    noor.get("/desk/report")
    assert "Too few ratings to say" in noor.text
    send(tablet, history(tablet, 120))
    send(side, history(side, 4))
    noor.get("/desk/report")
    assert "Patients praise the welcome; the waiting costs you most." in noor.text
    assert "Rosalind" not in noor.text
    found = {row["figure"]: row for row in report(noor.http)}
    assert found["stars"]["of"] != "too few to say"
    assert int(found["stars"]["n"]) >= 60
    # All but the front door would be the side door's four.
    for site in ("front-door", "side-door"):
        (row,) = [row for row in report(noor.http, f"?site={site}") if row["figure"] == "stars"]
        assert row["of"] == "too few to say"


def test_what_a_spreadsheet_would_compute_is_a_text(hub: HubProcess) -> None:
    with_roles(hub, MANAGER)
    noor = signed_in(hub, MANAGER)
    (row,) = [row for row in report(noor.http, "?site=%3D1%2B1") if row["figure"] == "site"]
    assert row["of"] == "'=1+1"


def test_it_speaks_spanish_to_a_browser_that_asks_for_it_and_names_its_sites(hub: HubProcess) -> None:
    with_roles(hub, MANAGER)
    tablet = Device(hub.url)
    send(tablet, history(tablet, 40))
    noor = signed_in(hub, MANAGER)
    noor.get("/desk/report", headers={"Accept-Language": "es-MX,es;q=0.9,en;q=0.5"})
    assert '<html lang="es">' in noor.text
    assert re.search(r"<strong>[1-5],\d\d</strong>", noor.text)
    assert re.search(r"<strong>\d+\N{NO-BREAK SPACE}%</strong>", noor.text)
    assert ">Front door</option>" in noor.text
    noor.get("/desk/report?lang=en", headers={"Accept-Language": "es"})
    assert re.search(r"<strong>[1-5]\.\d\d</strong>", noor.text)


def test_periods_are_asked_for_by_name(hub: HubProcess) -> None:
    with_roles(hub, MANAGER)
    tablet = Device(hub.url)
    send(tablet, history(tablet, 40))
    noor = signed_in(hub, MANAGER)
    for period, n in (("4-weeks", 40), ("last-week", 0), ("nonsense", 40)):
        (row,) = [row for row in report(noor.http, f"?period={period}") if row["figure"] == "stars"]
        assert int(row["n"] or 0) == n, period
