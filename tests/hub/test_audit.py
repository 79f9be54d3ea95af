"""Who did what, when and from where."""

import re
from uuid import uuid4

from kiosk.hub.desk import audit
from kiosk.hub.desk.audit import Actor, Area
from kiosk.visits.events import Arrived
from tests.hub.browserless import Visitor
from tests.hub.device import Device
from tests.hub.people import IT, MANAGER, signed_in, with_roles
from tests.hubs import HubProcess

HOSTILE = "<b>O'Hara</b>"


def rows(visitor: Visitor) -> list[str]:
    """The rows of the page as text, on one line each."""
    bodies = re.findall(r"<tr>(.*?)</tr>", visitor.text.partition("<tbody>")[2], re.S)
    return [" ".join(re.sub(r"<[^>]+>", " ", body).split()) for body in bodies]


def test_what_it_does_is_told_with_old_and_new(hub: HubProcess) -> None:
    with_roles(hub)
    ida = signed_in(hub, IT)
    ida.get("/desk/staff")
    ida.post("/desk/staff/role", handle="maria", role="manager")
    ida.get("/desk/audit")
    newest, before = rows(ida)[:2]
    assert re.fullmatch(
        r"\d\d:\d\d Ida changed the role of Maria role: Receptionist → became Manager 127\.0\.0\.1", newest
    )
    assert "Ida signed in" in before


def test_rows_are_filtered_and_paged(hub: HubProcess) -> None:
    with_roles(hub)
    noor = signed_in(hub, MANAGER)
    from kiosk.hub.database import open_database

    database = open_database(hub.home, exclusive=False)
    with database.write() as connection:
        for n in range(120):
            actor = Actor("Zed" if n % 2 else HOSTILE, "10.1.1.1")
            audit.record(connection, 1_000_000 + n, actor, Area.TABLETS, "renamed", f"tablet {n}")
    database.close()
    noor.get("/desk/audit")
    assert len(rows(noor)) == 50
    assert "tablet 119" in "\n".join(rows(noor))
    assert HOSTILE not in noor.text
    noor.get("/desk/audit?who=Zed&area=tablets&day=1970-01-01")
    seen = rows(noor)
    assert seen[0].startswith("Thu 1 Jan 1970")
    older = re.search(r'href="(/desk/audit\?[^"]*before=[^"]*)">Older', noor.text)
    assert older
    noor.get(older[1].replace("&amp;", "&"))
    seen += rows(noor)
    assert [row for row in seen if "Zed renamed tablet" not in row] == []
    assert len(set(seen)) == 60
    noor.get("/desk/audit?day=1971-01-01")
    assert "Nothing matches" in noor.text
    noor.get("/desk/audit?day=nonsense&area=nonsense&before=nonsense")
    assert len(rows(noor)) == 50


def test_a_receptionist_does_not_see_it(hub: HubProcess) -> None:
    with_roles(hub)
    maria = signed_in(hub, "Maria")
    assert maria.get("/desk/audit").status_code == 403
    assert "for Manager" in maria.text


def test_clicks_at_the_desk_are_told_by_ticket_and_once(hub: HubProcess) -> None:
    with_roles(hub)
    maria, noor = signed_in(hub, "Maria"), signed_in(hub, MANAGER)
    tablet = Device(hub.url)
    visit = uuid4()
    tablet.push(tablet.mint(Arrived, visit=visit, ticket="K7", name="Canary"))
    headers = {"HX-Request": "true", "X-CSRFToken": maria.token, "Kiosk-Click": str(uuid4())}
    for _ in range(2):
        maria.http.post(f"/desk/visits/{visit}/seen", data={"minutes": "10"}, headers=headers)
    maria.post(f"/desk/visits/{visit}/call", place="Room 2")
    maria.post(f"/desk/visits/{visit}/close", how="checked_out")
    maria.http.post("/desk/shown", json={"visits": [str(visit)]}, headers=headers)
    noor.get("/desk/audit?area=visits")
    told = [re.sub(r"^\S+ ", "", row) for row in rows(noor)]
    assert told == [
        "Maria checked out K7 127.0.0.1",
        "Maria called K7 place: Room 2 127.0.0.1",
        "Maria acknowledged K7 wait: 10 minutes 127.0.0.1",
    ]
    assert "Canary" not in noor.text
    assert b"Canary" not in "".join(str(row) for row in hub.rows("SELECT * FROM audit")).encode()
