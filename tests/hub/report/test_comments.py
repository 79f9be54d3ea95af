"""What patients wrote, as a manager reads it."""

import re
from datetime import timedelta
from pathlib import Path
from uuid import uuid4

import pytest

from kiosk.hub.report.card import Asked
from kiosk.hub.report.comments import comments
from kiosk.visits.events import Event, Rated, RatingExplained, RatingSettled
from tests.databases import home
from tests.hub.device import Device, now_ms
from tests.hub.people import MANAGER, signed_in, with_roles
from tests.hub.report.history import DAY_MS, FIRST, History, fresh, history, mondays, send, since
from tests.hubs import HubProcess

PATH = "/desk/report/comments"


def written(tablet: Device, *comments: str, stars: int = 4, weeks_ago: int = 2) -> list[Event]:
    """A rating with each."""
    events: list[Event] = []
    tablet.boot_at = min(tablet.boot_at, now_ms() - 70 * DAY_MS)
    for n, comment in enumerate(comments):
        visit, rating, ago = uuid4(), uuid4(), since(weeks_ago) + n * 60_000
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
    with_roles(hub, "Maria", MANAGER)
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
    with_roles(hub, MANAGER)
    tablet, side = Device(hub.url), Device(hub.url, "side-door")
    send(tablet, written(tablet, "Alone"))
    noor = signed_in(hub, MANAGER)
    noor.get(PATH)
    assert shown(noor.text) == []
    send(tablet, history(tablet, 20) + written(tablet, "At the front"))
    send(side, written(side, "At the side"))
    noor.get(PATH)
    assert set(shown(noor.text)) == {"Alone", "At the front", "At the side"}
    # Of no site there are enough.
    assert "<bdi>" not in noor.text.partition('class="comments"')[2]
    for site in ("side-door", "front-door"):
        noor.get(f"{PATH}?site={site}")
        assert shown(noor.text) == []


def test_weeks_with_few_ratings_are_told_as_one(hub: HubProcess) -> None:
    with_roles(hub, MANAGER)
    tablet = Device(hub.url)
    send(tablet, history(tablet, 6, weeks_ago=3) + written(tablet, "Early", weeks_ago=3))
    noor = signed_in(hub, MANAGER)
    noor.get(PATH)
    # With the week's mean, this one and its stars would tell what six others gave.
    assert shown(noor.text) == []
    send(tablet, history(tablet, 6) + written(tablet, "Late"))
    noor.get(PATH)
    assert set(shown(noor.text)) == {"Early", "Late"}
    (days,) = set(re.findall(r"<span>(\d[^<]*20\d\d)</span>", noor.text))
    assert "\N{EN DASH}" in days


@pytest.mark.both_databases
def test_a_site_is_named_where_it_has_enough_of_its_own(tmp_path: Path) -> None:
    after = FIRST + timedelta(weeks=4)
    with fresh(home(tmp_path)) as database:
        history = History(database)
        for monday in mondays(4):
            for n in range(12):
                history.rate(monday, 9, 5, "front", "en", comment="At the front" if n == 0 else "")
            for site in ("side", "back"):
                for n in range(4):
                    comment = f"At the {site}" if n == 0 or site == "back" else ""
                    history.rate(monday, 9, 4, site, "en", comment=comment)
        with database.write() as connection:
            history.write(connection, after)

        def told(site: str = "", language: str = "", stars: int = 0) -> set[tuple[str, str]]:
            with database.read() as connection:
                asked = Asked(FIRST, after, site, language)
                found, _ = comments(connection, asked, after, stars=stars, text="", page=0, limit=100)
            return {(each.text, each.site) for each in found}

        # Who wrote nothing at the back is nobody, so the others there may be known.
        everything = {("At the front", "front"), ("At the side", "side"), ("At the back", "")}
        assert told() == everything
        assert told("side") == {("At the side", "side")}
        assert told("back") == set()
        assert told("side", "en") == set()
        assert told(stars=5) == {("At the front", "front")}
