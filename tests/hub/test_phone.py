"""The phone page: true, nameless, in the patient's language, and gone with the visit."""

from hashlib import sha256
from typing import Any
from uuid import UUID, uuid4

import httpx2
import pytest
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po

from kiosk.config import LANGUAGES
from kiosk.hub.desk import languages, phone_actions
from kiosk.hub.desk.languages import LOCALE, preferred, words
from kiosk.hub.desk.phone_view import describe, rating_of
from kiosk.visits.events import (
    Acknowledged,
    Arrived,
    Called,
    Closed,
    ConcernClaimed,
    ConcernResolved,
    Rated,
    Requoted,
    Shown,
)
from kiosk.visits.promise import Promise
from kiosk.visits.rating import SCALE, TOPIC_LABELS, Topic
from kiosk.visits.visit import Closing, Rating, Seen, Visit
from tests.hub.device import Device
from tests.hubs import HubProcess

MINUTE = 60_000
KEY = "kX9-unguessable_key"
LINK = sha256(KEY.encode()).hexdigest()


class Phone:
    """A patient's phone: no cookies are kept, and every page is checked for what no page may hold."""

    def __init__(self, hub: HubProcess, *, key: str = KEY, accept: str = "") -> None:
        self.url = f"{hub.url}/v/{key}"
        self.headers = {"Accept-Language": accept} if accept else {}

    def get(self, query: str = "", status: int = 200) -> str:
        return self._checked(httpx2.get(self.url + query, headers=self.headers), status)

    def tap(self, action: str, query: str = "", **fields: str) -> str:
        """A form; the page that the browser is led to."""
        answer = httpx2.post(f"{self.url}/{action}{query}", data=fields, headers=self.headers)
        assert answer.status_code == 303, answer.text
        assert answer.headers["Location"] == f"/v/{KEY}{query}"
        return self.get(query)

    def _checked(self, response: httpx2.Response, status: int) -> str:
        assert response.status_code == status
        assert response.headers["Cache-Control"] == "no-store"
        assert "Set-Cookie" not in response.headers
        assert "Rosalind" not in response.text
        return response.text


@pytest.fixture
def tablet(hub: HubProcess) -> Device:
    """The tablet at the front door."""
    return Device(hub.url)


@pytest.fixture
def phone(hub: HubProcess) -> Phone:
    """The phone of the patient."""
    return Phone(hub)


def arrive(tablet: Device, **fields: Any) -> UUID:
    """Rosalind, a quarter of an hour ago."""
    visit = uuid4()
    named: dict[str, Any] = {"ticket": "K7", "name": "Rosalind", "link": LINK, **fields}
    tablet.push(tablet.mint(Arrived, ago_ms=15 * MINUTE, visit=visit, **named))
    return visit


def test_the_page_says_what_is_true_and_dies_with_the_visit(hub: HubProcess, tablet: Device, phone: Phone) -> None:
    assert "please come to the desk" in phone.get(status=404)
    visit = uuid4()
    tablet.push(tablet.mint(Arrived, visit=visit, ticket="K7", name="Rosalind", link=LINK))
    text = phone.get()
    assert "K7" in text
    assert "Sent to the desk" in text
    assert '<noscript><meta http-equiv="refresh" content="10"></noscript>' in text
    assert "Maria" not in text
    tablet.push(tablet.mint(Shown, visit=visit))
    assert "You are on the desk’s screen." in phone.get()
    tablet.push(tablet.mint(Acknowledged, visit=visit, by="Maria", minutes=10))
    text = phone.get()
    assert "Maria has seen you." in text
    assert "About 10 minutes, until " in text
    tablet.push(tablet.mint(Requoted, visit=visit, by="Sam", minutes=1, apology=True))
    assert "Sorry, it takes longer: about 1 minute, until" in phone.get()
    tablet.push(tablet.mint(Called, visit=visit, by="Sam", place="Room 3"))
    assert "Please come to Room 3." in phone.get()
    tablet.push(tablet.mint(Closed, ago_ms=29 * MINUTE, visit=visit, how="checked_out"))
    text = phone.get()
    assert "How was your visit today?" in text
    assert "K7" not in text
    hub.stop()
    assert KEY not in hub.log.read_text()


@pytest.mark.parametrize(("how", "minutes"), [("checked_out", 31), ("not_closed_by_staff", 31), ("duplicate", 0)])
def test_a_link_does_not_outlive_its_purpose(tablet: Device, phone: Phone, how: str, minutes: int) -> None:
    visit = arrive(tablet)
    tablet.push(tablet.mint(Closed, ago_ms=minutes * MINUTE, visit=visit, how=how))
    assert "This page has closed" in phone.get(status=404)
    answer = httpx2.post(f"{phone.url}/rate", data={"stars": "5"}, follow_redirects=True)
    assert answer.status_code == 404


def test_help_is_called_once_answered_by_name_and_confirmed(hub: HubProcess, tablet: Device, phone: Phone) -> None:
    visit = arrive(tablet)
    assert "I need help</button>" in phone.get()
    text = phone.tap("help", calls="0")
    assert "We have told the desk." in text
    assert "I need help</button>" not in text
    # Sent twice, or again from a page of before.
    phone.tap("help", calls="0")
    (concern,) = hub.rows("SELECT concern, device, place FROM concern")
    assert (concern["device"], concern["place"]) == ("hub", "")
    key = UUID(concern["concern"])
    tablet.push(tablet.mint(Shown, visit=visit, concern=key))
    assert "Your call for help is on the desk’s screen." in phone.get()
    tablet.push(tablet.mint(ConcernClaimed, visit=visit, concern=key, by="Sam"))
    assert "Sam is coming." in phone.get()
    tablet.push(tablet.mint(ConcernResolved, visit=visit, concern=key, by="Sam", outcome="put_right"))
    text = phone.tap("confirm", concern=str(key), put_right="false")
    assert "Thank you for telling us." in text
    phone.tap("confirm", concern=str(key), put_right="true")
    assert hub.rows("SELECT confirmed FROM concern") == [{"confirmed": 0}]
    # It was not put right: there is another call to make, and an old page cannot make it by itself.
    assert "I need help</button>" in text
    phone.tap("help", calls="0")
    assert len(hub.rows("SELECT 1 FROM concern")) == 1
    phone.tap("help", calls="1")
    assert len(hub.rows("SELECT 1 FROM concern")) == 2


def test_stars_are_one_rating_however_often_they_are_tapped(hub: HubProcess, tablet: Device, phone: Phone) -> None:
    visit = arrive(tablet)
    phone.tap("rate", stars="5")
    assert hub.rows("SELECT 1 FROM rating") == []
    tablet.push(tablet.mint(Closed, visit=visit, how="checked_out"))
    assert "Excellent. Thank you." in phone.tap("rate", stars="5")
    phone.tap("rate", stars="5")
    phone.tap("explain", topic="kindness", on="true")
    phone.tap("explain", topic="care", on="true")
    phone.tap("explain", topic="care", on="true")
    phone.tap("explain", topic="kindness", on="false")
    assert "Fair. Thank you." in phone.tap("rate", stars="2")
    (rating,) = hub.rows("SELECT visit, stars, topics, settled_at FROM rating")
    assert (rating["visit"], rating["stars"], rating["topics"]) == (str(visit), 2, '["care"]')
    assert rating["settled_at"] is not None
    assert len(hub.rows("SELECT 1 FROM event WHERE kind = 'rated'")) == 2
    assert len(hub.rows("SELECT 1 FROM event WHERE kind = 'rating_explained'")) == 3


def test_who_has_rated_on_a_tablet_is_not_asked_again(hub: HubProcess, tablet: Device, phone: Phone) -> None:
    visit = arrive(tablet)
    tablet.push(
        tablet.mint(Closed, visit=visit, how="checked_out"),
        tablet.mint(Rated, visit=visit, rating=uuid4(), stars=3),
    )
    text = phone.get()
    assert "Your visit has ended. Take care." in text
    assert 'name="stars"' not in text
    phone.tap("rate", stars="5")
    assert [row["stars"] for row in hub.rows("SELECT stars FROM rating")] == [3]


def test_words_of_ones_own_are_kept_with_the_stars(hub: HubProcess, tablet: Device, phone: Phone) -> None:
    visit = arrive(tablet)
    tablet.push(tablet.mint(Closed, visit=visit, how="checked_out"))
    phone.tap("comment", comment="Too early")
    assert "<textarea" not in phone.get("/comment")
    phone.tap("rate", stars="3")
    text = phone.get("/comment")
    assert "What would you like to tell us?" in text
    # No news and no refreshing takes what is being typed.
    assert "hx-sse:connect" not in text
    assert 'http-equiv="refresh"' not in text
    phone.tap("explain", topic="care", on="true")
    assert "Written ✓" in phone.tap("comment", comment="Kind.\r\nQuick. ")
    phone.tap("comment", comment="Kind.\nQuick.")
    assert "Kind.\nQuick.</textarea>" in phone.get("/comment")
    assert hub.rows("SELECT comment, topics FROM rating") == [{"comment": "Kind.\nQuick.", "topics": '["care"]'}]
    assert len(hub.rows("SELECT 1 FROM event WHERE kind = 'rating_explained'")) == 2
    refused = httpx2.post(f"{phone.url}/comment", data={"comment": "<b>\u202eback"}).text
    assert "Please use letters only." in refused
    assert "&lt;b&gt;\u202eback</textarea>" in refused
    assert hub.rows("SELECT comment FROM rating") == [{"comment": "Kind.\nQuick."}]
    assert "Write a comment" in phone.tap("comment", comment="")


@pytest.mark.parametrize("stars", SCALE)
def test_somebody_can_be_asked_to_come_at_any_star(hub: HubProcess, tablet: Device, phone: Phone, stars: int) -> None:
    visit = arrive(tablet)
    tablet.push(tablet.mint(Closed, visit=visit, how="checked_out"))
    phone.tap("come", calls="0")
    assert "Shall someone come to you now?" in phone.tap("rate", stars=str(stars))
    text = phone.tap("come", calls="0")
    assert "We have told the desk." in text
    assert "Shall someone come to you now?" not in text
    phone.tap("come", calls="0")
    (concern,) = hub.rows("SELECT concern, rating, device FROM concern")
    assert (concern["rating"], concern["device"]) == (str(rating_of(visit)), "hub")
    key = UUID(concern["concern"])
    tablet.push(tablet.mint(ConcernClaimed, visit=visit, concern=key, by="Sam"))
    assert "Sam is coming." in phone.get()
    tablet.push(tablet.mint(ConcernResolved, visit=visit, concern=key, by="Sam", outcome="put_right"))
    text = phone.tap("confirm", concern=str(key), put_right="true")
    assert "Thank you for telling us." in text
    assert "Shall someone come to you now?" not in text


def test_who_is_not_helped_may_ask_again(hub: HubProcess, tablet: Device, phone: Phone) -> None:
    visit = arrive(tablet)
    tablet.push(tablet.mint(Closed, visit=visit, how="checked_out"))
    phone.tap("rate", stars="2")
    phone.tap("come", calls="0")
    key = UUID(hub.rows("SELECT concern FROM concern")[0]["concern"])
    tablet.push(tablet.mint(ConcernResolved, visit=visit, concern=key, by="Sam", outcome="could_not"))
    assert "Shall someone come to you now?" in phone.tap("confirm", concern=str(key), put_right="false")
    phone.tap("come", calls="0")
    phone.tap("come", calls="1")
    assert len(hub.rows("SELECT 1 FROM concern")) == 2


def test_only_the_topics_of_the_practice_are_asked_about() -> None:
    own = Rating(id=rating_of(UUID(int=7)), at=0, device="hub", stars=4, settled_at=0)
    seen = Visit(id=UUID(int=7), arrived_at=0, closing=Closing(by="Sam", at=0, how="checked_out"), ratings=(own,))
    page = describe(seen, 1, MINUTE, words("en"), str, (Topic.CARE, Topic.WELCOME))
    assert page.rated
    assert [chip.label for chip in page.rated.chips] == ["The welcome", "My care"]


def test_reviews_are_invited_alike_at_every_star() -> None:
    seen = Visit(id=UUID(int=7), arrived_at=0, closing=Closing(by="Sam", at=0, how="checked_out"))
    pages = [
        describe(
            Visit(
                id=seen.id,
                arrived_at=0,
                closing=seen.closing,
                ratings=(Rating(id=rating_of(seen.id), at=0, device="hub", stars=stars, settled_at=0),),
            ),
            1,
            MINUTE,
            words("en"),
            str,
        )
        for stars in SCALE
    ]
    assert all(page.rated and page.stars for page in pages)
    assert (
        len(
            {
                (page.headline, page.detail, page.foot, len(page.rated.chips), page.rated.can_ask)
                for page in pages
                if page.rated
            }
        )
        == 1
    )


def test_the_language_is_the_tablets_then_the_browsers_and_can_be_chosen(hub: HubProcess, tablet: Device) -> None:
    arrive(tablet, language="ar")
    text = Phone(hub, accept="fr").get()
    assert '<html lang="ar" dir="rtl">' in text
    assert "لم يُجب أحد بعد." in text
    chosen = Phone(hub).get("?lang=es")
    assert '<html lang="es" dir="ltr">' in chosen
    assert f"/v/{KEY}/help?lang=es" in chosen
    assert "Hemos avisado a recepción." in Phone(hub).tap("help", "?lang=es", calls="0")
    assert '<html lang="ar"' in Phone(hub).get("?lang=xx")
    gone = Phone(hub, key="another", accept="de, fr-CA;q=0.8, en;q=0.1").get(status=404)
    assert "Cette page est fermée" in gone


def test_a_wait_has_the_form_that_its_number_needs() -> None:
    def said(tag: str, minutes: int) -> str:
        visit = Visit(
            id=UUID(int=7),
            ticket="K7",
            arrived_at=0,
            seen=Seen(by="Мария", at=0),
            promise=Promise(quoted_at=0, minutes=minutes),
        )
        return describe(visit, 1, MINUTE, words(tag), lambda _: "10:52").detail

    assert [said("ru", n) for n in (1, 3, 10)] == [
        "Примерно 1 минута, до 10:52",
        "Примерно 3 минуты, до 10:52",
        "Примерно 10 минут, до 10:52",
    ]
    arabic = [said("ar", n).replace("\u2068", "").replace("\u2069", "") for n in (2, 10, 15)]
    assert arabic == ["نحو دقيقتين، حتى 10:52", "نحو 10 دقائق، حتى 10:52", "نحو 15 دقيقة، حتى 10:52"]


def test_every_text_of_the_page_is_there_in_every_language() -> None:
    folder = LOCALE.parent
    pages = [(f"templates/{name}.html", "jinja2.ext.babel_extract") for name in ("phone", "phone_main")]
    mapping = [("phone_*.py", "python"), *pages]
    found = extract_from_dir(folder, mapping, keywords={"say": None, "count": (1, 2)})
    texts = {message for _, _, message, _, _ in found} | set(SCALE.values()) | set(TOPIC_LABELS.values())
    assert len(texts) > 40
    for tag in set(LANGUAGES) - {languages.SOURCE}:
        with (LOCALE / f"{tag}.po").open("rb") as file:
            catalog = read_po(file, locale=tag.replace("-", "_"))
        there = {message.id for message in catalog if message.id}
        # The report card has one language more than the source, and shares its catalogue.
        assert there == texts if tag != "es" else there > texts, tag
        for message in catalog:
            forms = (message.string,) if isinstance(message.string, str) else message.string or ("",)
            assert all(forms), (tag, message.id)
        assert not [error for _, errors in catalog.check() for error in errors], tag


@pytest.mark.parametrize(
    ("header", "language"),
    [
        ("fr-CH, fr;q=0.9, en;q=0.8", "fr"),
        ("de, pt-BR;q=0.5, en;q=0.7", "en"),
        ("zh-CN,zh", "zh-Hans"),
        ("en;q=0, es", "es"),
        ("*", None),
        ("de", None),
        ("en;q=nonsense" + ",x" * 9999, None),
        ("", None),
    ],
)
def test_what_a_browser_asks_for(header: str, language: str | None) -> None:
    assert preferred(header, LANGUAGES) == language


def test_nothing_is_recorded_for_a_visit_that_is_not_there_to_be_helped_or_rated() -> None:
    waiting = Visit(id=UUID(int=7), ticket="K7", arrived_at=0)
    unknown = Visit(id=UUID(int=8))
    assert phone_actions.call_for_help(0)(waiting, 1).done
    assert not phone_actions.call_for_help(0)(unknown, 1).done
    assert not phone_actions.call_for_help(1)(waiting, 1).done
    assert not phone_actions.rate(5)(waiting, 1).done
    assert not phone_actions.explain(Topic.CARE, True)(waiting, 1).done
    assert not phone_actions.confirm(uuid4(), True)(waiting, 1).done


def test_what_no_page_sends_is_refused(hub: HubProcess, tablet: Device, phone: Phone) -> None:
    arrive(tablet)
    wrong: list[tuple[str, dict[str, str]]] = [
        ("rate", {"stars": "6"}),
        ("rate", {}),
        ("help", {"calls": "-1"}),
        ("help", {}),
        ("explain", {"topic": "money", "on": "true"}),
        ("come", {}),
        ("comment", {"comment": "x" * 2001}),
        ("confirm", {"concern": "7", "put_right": "true"}),
    ]
    for action, fields in wrong:
        assert httpx2.post(f"{phone.url}/{action}", data=fields).status_code == 400, action
    assert len(hub.rows("SELECT 1 FROM event")) == 1


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
