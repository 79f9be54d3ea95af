"""Ratings that look like misuse, as a manager reviews them."""

import re
from uuid import uuid4

from kiosk.visits.events import Event, Rated, RatingFlagged, RatingSettled
from tests.hub.device import Device
from tests.hub.people import MANAGER, signed_in, with_roles
from tests.hub.report.history import history, send, since
from tests.hub.report.test_page import report
from tests.hubs import HubProcess

PATH = "/desk/report/flags"


def burst(tablet: Device, n_ratings: int = 5, *, ago_ms: int = 1_800_000) -> list[Event]:
    """Poor ratings within a minute; the tablet flags those after the third."""
    events: list[Event] = []
    for n in range(n_ratings):
        visit, rating, ago = uuid4(), uuid4(), ago_ms - n * (50_000 // n_ratings)
        events += [
            tablet.mint(Rated, ago_ms=ago, visit=visit, rating=rating, stars=1),
            tablet.mint(RatingSettled, ago_ms=ago - 1, visit=visit, rating=rating),
        ]
        if n >= 3:
            events.append(tablet.mint(RatingFlagged, ago_ms=ago - 1, visit=visit, rating=rating, flag="burst"))
    return events


def test_a_manager_flags_and_clears_with_a_reason_and_the_card_counts_anew(hub: HubProcess) -> None:
    with_roles(hub, "Maria", MANAGER)
    tablet = Device(hub.url)
    send(tablet, history(tablet, 30) + burst(tablet, 13, ago_ms=since(2) + 30 * 60_000))
    maria = signed_in(hub, "Maria")
    assert maria.http.get(PATH).status_code == 403
    noor = signed_in(hub, MANAGER)

    def counted() -> tuple[int, int | None]:
        rows = {row["figure"]: int(row["n"] or 0) for row in report(noor.http)}
        return rows["stars"], rows.get("stars with flagged")

    assert counted() == (33, 43)
    noor.get(PATH)
    ratings = re.findall(r'name="rating" value="([^"]+)"( checked)?', noor.text)
    assert [bool(checked) for _, checked in ratings] == [False] * 3 + [True] * 10
    # The three that came before the tablet could know.
    for key, _ in ratings[:3]:
        assert noor.post(PATH, rating=key, step="flag", reason="One child, five taps").status_code == 200
    assert "Flagged by Noor: One child, five taps" in noor.text
    assert counted() == (30, 43)
    noor.post(PATH, rating=ratings[4][0], step="clear", reason="His own rating")
    assert "Cleared by Noor: His own rating" in noor.text
    assert counted() == (31, 43)
    for key, _ in ratings[5:8]:
        noor.post(PATH, rating=key, step="clear", reason="His own rating")
    # The mean with nine flagged ones would tell theirs.
    assert counted() == (34, None)
    noor.get("/desk/audit?area=report")
    assert "cleared a flag of" in noor.text
    assert "One child, five taps" in noor.text


def test_nothing_is_decided_without_a_rating_and_a_reason(hub: HubProcess) -> None:
    with_roles(hub, MANAGER)
    tablet = Device(hub.url)
    send(tablet, burst(tablet))
    noor = signed_in(hub, MANAGER)
    noor.get(PATH)
    (key, *_) = re.findall(r'name="rating" value="([^"]+)"', noor.text)
    assert noor.post(PATH, rating=key, step="flag", reason="  ").status_code == 409
    assert "Say why, in a few words." in noor.text
    assert noor.post(PATH, step="flag", reason="Misuse").status_code == 409
    assert noor.post(PATH, rating="no id", step="flag", reason="Misuse").status_code == 409
    assert "Flagged by Noor" not in noor.text
