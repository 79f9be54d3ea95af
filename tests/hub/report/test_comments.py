"""What patients wrote, as a manager reads it."""

import re
from uuid import uuid4

from kiosk.visits.events import Event, Rated, RatingExplained, RatingSettled
from tests.hub.device import Device
from tests.hub.people import MANAGER, signed_in, with_roles
from tests.hub.report.test_page import history, send
from tests.hubs import HubProcess

PATH = "/desk/report/comments"
DAY_MS = 86_400_000


def written(tablet: Device, *comments: str, stars: int = 4, days_ago: int = 0) -> list[Event]:
    """A rating with each."""
    events: list[Event] = []
    for n, comment in enumerate(comments):
        visit, rating, ago = uuid4(), uuid4(), days_ago * DAY_MS + 7_200_000 - n * 60_000
        events += [
            tablet.mint(Rated, ago_ms=ago, visit=visit, rating=rating, stars=stars),
            tablet.mint(RatingExplained, ago_ms=ago, visit=visit, rating=rating, topics=("care",), comment=comment),
            tablet.mint(RatingSettled, ago_ms=ago, visit=visit, rating=rating),
        ]
    return events


def shown(text: str) -> list[str]:
    """The comments of a page."""
    return re.findall(r"<blockquote[^>]*>([^<]*)</blockquote>", text)


def test_they_are_found_by_words_and_stars_and_come_page_by_page(hub: HubProcess) -> None:
    with_roles(hub)
    tablet = Device(hub.url)
    send(tablet, history(tablet, 20) + written(tablet, *(f"Thanks {n}" for n in range(30))))
    send(tablet, written(tablet, "El MÉDICO escucha", "<b>loud</b>", stars=2))
    assert signed_in(hub, "Maria").http.get(PATH).status_code == 403
    noor = signed_in(hub, MANAGER)
    noor.get(PATH)
    first = shown(noor.text)
    noor.get(PATH + "?page=2")
    assert len(first) == 25
    assert len({*first, *shown(noor.text)}) == 32
    noor.get(PATH + "?text=medico")
    assert shown(noor.text) == ["El MÉDICO escucha"]
    assert "Front door" in noor.text
    assert "Fair" in noor.text
    noor.get(PATH + "?stars=2")
    assert set(shown(noor.text)) == {"El MÉDICO escucha", "&lt;b&gt;loud&lt;/b&gt;"}
    assert "Rosalind" not in noor.text


def test_a_few_are_not_told_apart(hub: HubProcess) -> None:
    with_roles(hub)
    tablet, side = Device(hub.url), Device(hub.url, "side-door")
    send(tablet, written(tablet, "Alone"))
    noor = signed_in(hub, MANAGER)
    noor.get(PATH)
    assert shown(noor.text) == []
    send(tablet, history(tablet, 20) + written(tablet, "At the front"))
    send(side, written(side, "At the side"))
    noor.get(PATH)
    assert set(shown(noor.text)) == {"Alone", "At the front", "At the side"}
    # All that is not the one site's would be the other's.
    assert "<bdi>" not in noor.text.partition('class="comments"')[2]
    for site in ("side-door", "front-door"):
        noor.get(f"{PATH}?site={site}")
        assert shown(noor.text) == []


def test_days_with_few_ratings_are_told_as_one(hub: HubProcess) -> None:
    with_roles(hub)
    tablet = Device(hub.url)
    tablet.boot_at -= 20 * DAY_MS
    send(tablet, written(tablet, *(["Early"] * 6), days_ago=9) + written(tablet, *(["Late"] * 6), days_ago=7))
    noor = signed_in(hub, MANAGER)
    noor.get(PATH)
    assert len(shown(noor.text)) == 12
    (days,) = set(re.findall(r"<span>(\d[^<]*20\d\d)</span>", noor.text))
    assert "\N{EN DASH}" in days
