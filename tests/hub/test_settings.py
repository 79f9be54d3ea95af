"""The Settings page without scripts, and what the hub makes of what is saved."""

import json
import re
from html import unescape
from typing import Any

import httpx2
import pytest

from kiosk.visits.events import SettingsChanged
from tests.hub.browserless import Visitor
from tests.hub.device import Device
from tests.hub.people import IT, MANAGER, signed_in, with_roles
from tests.hubs import HubProcess
from tests.visits.test_settings import png

PATH = "/desk/settings"


@pytest.fixture
def noor(hub: HubProcess) -> Visitor:
    """Noor the manager, on the Settings page."""
    with_roles(hub)
    visitor = signed_in(hub, MANAGER)
    visitor.get(PATH)
    return visitor


def form(visitor: Visitor) -> dict[str, Any]:
    """What the browser would send of the page's form."""
    fields: dict[str, Any] = {}
    for tag in re.findall(r"<input[^>]*>", visitor.text):
        found = dict(re.findall(r'(\w+)="([^"]*)"', tag))
        name, value = found.get("name", ""), unescape(found.get("value", ""))
        if found.get("type") == "checkbox":
            if re.search(r"\schecked", tag):
                fields.setdefault(name, []).append(value)
        elif name and found.get("type") not in ("file", "password"):
            fields[name] = value
    for name, body in re.findall(r'<select id="\w+" name="(\w+)"[^>]*>(.*?)</select>', visitor.text, re.S):
        chosen = re.search(r'<option value="([^"]*)" selected', body)
        fields[name] = chosen[1] if chosen else ""
    places = re.search(r'<textarea[^>]*name="places"[^>]*>(.*?)</textarea>', visitor.text, re.S)
    assert places
    fields["places"] = unescape(places[1])
    return fields


def save(visitor: Visitor, path: str = PATH, *, picture: bytes = b"", **changes: Any) -> httpx2.Response:
    """Sends the page's form with changes."""
    fields = {**form(visitor), **changes}
    response = visitor.http.post(path, data=fields, files={"picture": ("logo.png", picture, "image/png")})
    if path == PATH:
        visitor.text = response.text
    return response


def events(hub: HubProcess) -> list[dict[str, Any]]:
    rows = hub.rows("SELECT body FROM event WHERE kind = 'settings_changed' ORDER BY cursor")
    return [json.loads(row["body"]) for row in rows]


def test_what_is_saved_holds_at_once_everywhere_and_after_a_restart(hub: HubProcess, noor: Visitor) -> None:
    tablet = Device(hub.url)
    with tablet.listen() as stream:
        stream.until_caught_up()
        assert stream.settings.get(timeout=5)["name"] == "Cedar Street"
        response = save(
            noor,
            picture=png(),
            accent="#7A1F5C",
            places="Lab\nRoom 9",
            languages=["en", "fr"],
            **{"greeting-en-always": "Do come in."},
        )
        assert response.status_code == 200
        assert "Saved. Tablets show it now." in noor.text
        heard = stream.settings.get(timeout=2)
    assert (heard["accent"], heard["places"], heard["languages"]) == ("#7A1F5C", ["Lab", "Room 9"], ["en", "fr"])
    assert heard["greetings"]["en"] == {"always": "Do come in."}
    assert heard["logo"]
    (event,) = events(hub)
    assert sorted(event["settings"]) == ["accent", "greetings", "languages", "logo", "places"]
    assert event["by"] == MANAGER
    hub.stop()
    hub.start()
    with tablet.listen() as stream:
        assert stream.settings.get(timeout=5) == heard
    noor.get(PATH)
    assert ">Do come in.</text>" in noor.text
    assert form(noor)["places"] == "Lab\nRoom 9"
    assert re.search(r'<image [^>]*href="data:image/png;base64,', noor.text)


def test_the_pages_speak_of_the_practice_as_it_is_now(hub: HubProcess, noor: Visitor) -> None:
    noor.get("/desk")
    save_from = signed_in(hub, MANAGER)
    save_from.get(PATH)
    save(save_from, name="Elm Road", greeting_target_seconds="90", checkout_tablet="side-door")
    noor.get("/desk")
    assert "Elm Road · Desk" in noor.text


NOT_USED = (
    ("name", "", "Give a name of 1 to 60 characters."),
    ("accent", "#FFCC00", "#FFCC00 has a contrast of 1.4 to 1; text needs at least 4.5 to 1."),
    ("accent", "teal", "Expected a colour like #0B6468, got &#39;teal&#39;."),
    ("timezone", "Nowhere", "Expected a time zone like Europe/London."),
    ("hours-monday", "9-17", "Monday: expected a span like 08:00-12:30, got &#39;9-17&#39;."),
    ("places", " ", "Give 1 to 30 places"),
    ("greeting_target_seconds", "soon", "Give a number of seconds from 10 to 3600."),
    ("review_link", "javascript:alert(1)", "Expected an address like"),
    ("retention_days", "1", "Give a number of days from 30 to 3650."),
    ("greeting-en-always", "x" * 61, "Each line has at most 60 characters."),
    ("checkout_tablet", "toaster", "Choose one of the tablets."),
)
"""A field, what is typed there, and what is said about it."""

NO_LOGOS = (
    (b"GIF89a", "Expected a whole PNG picture."),
    (png(2000, 20), "Expected 16 to 1024 pixels on each side, got 2000 × 20."),
    (png(64, 64, padding=70_000), "Expected at most 64 KiB, got 69 KiB."),
)


def test_what_cannot_be_used_is_told_at_its_field_and_stays_typed(hub: HubProcess, noor: Visitor) -> None:
    for field, value, sentence in NOT_USED:
        changes: dict[str, Any] = {"name": "Elm Road", field: value}
        noor.get(PATH)
        response = save(noor, **changes)
        assert response.status_code == 422, field
        assert sentence in noor.text
        assert form(noor)[field].strip() == value.strip()
        if field != "name":
            assert form(noor)["name"] == "Elm Road"
        assert events(hub) == []


def test_a_picture_that_is_no_logo_is_refused(hub: HubProcess, noor: Visitor) -> None:
    for picture, sentence in NO_LOGOS:
        noor.get(PATH)
        assert save(noor, picture=picture).status_code == 422
        assert sentence in noor.text
        assert events(hub) == []


def test_a_logo_can_be_taken_away_again(hub: HubProcess, noor: Visitor) -> None:
    save(noor, picture=png())
    save(noor, no_logo="yes")
    assert json.loads(hub.rows("SELECT body FROM settings ORDER BY version DESC")[0]["body"])["logo"] == ""


def test_a_stale_form_is_told_what_changed_and_overwrites_nothing(hub: HubProcess, noor: Visitor) -> None:
    ida = signed_in(hub, IT)
    ida.get(PATH)
    save(noor, accent="#7A1F5C", name="Elm Road")
    response = save(ida, name="Oak Lane", retention_days="400")
    assert response.status_code == 409
    assert "Noor saved other settings while you were typing" in ida.text
    assert "#0B6468 → #7A1F5C" in ida.text
    assert "It is “Elm Road” now; yours replaces it if you save." in ida.text
    assert len(events(hub)) == 1
    merged = form(ida)
    assert (merged["accent"], merged["name"], merged["retention_days"]) == ("#7A1F5C", "Oak Lane", "400")
    assert save(ida).status_code == 200
    assert [sorted(event["settings"]) for event in events(hub)] == [["accent", "name"], ["name", "retention_days"]]


def test_a_form_of_a_version_that_is_not_known_is_not_saved_without_a_word(hub: HubProcess, noor: Visitor) -> None:
    """The hub may have been restored from a backup in the meantime."""
    assert save(noor, version="7", name="Elm Road").status_code == 409
    assert "Nothing of yours is saved yet." in noor.text
    assert form(noor)["name"] == "Elm Road"
    assert events(hub) == []
    assert save(noor).status_code == 200
    assert len(events(hub)) == 1


def test_the_audit_tells_old_and_new(hub: HubProcess, noor: Visitor) -> None:
    save(noor, greeting_target_seconds="90", picture=png(), **{"greeting-pt-evening": "Boa noite a todos."})
    noor.get(PATH)
    save(noor, picture=png(padding=10))
    noor.get("/desk/audit")
    text = " ".join(re.sub(r"<[^>]+>", " ", noor.text).split())
    assert text.count("Noor changed the settings") == 2
    assert "Target: 60 s → became 90 s" in text
    assert "Line under the greeting, Português, evening: none → became Boa noite a todos." in text
    assert len(set(re.findall(r"SHA-256 [0-9a-f]{8}", text))) == 2


def test_saving_without_a_change_writes_nothing(hub: HubProcess, noor: Visitor) -> None:
    save(noor)
    assert events(hub) == []
    assert hub.rows("SELECT version FROM settings") == []


def test_receptionists_and_strangers_are_kept_out(hub: HubProcess, noor: Visitor) -> None:
    maria = signed_in(hub, "Maria")
    assert maria.get(PATH).status_code == 403
    assert maria.http.post(PATH, data={**form(noor), "_csrf_token": maria.token}).status_code == 403
    assert save(noor, _csrf_token="another").status_code == 403
    assert events(hub) == []


def test_the_preview_measures_a_colour_without_saving_it(hub: HubProcess, noor: Visitor) -> None:
    answer = save(noor, PATH + "/preview", accent="#FFCC00", name="<b>Elm</b>")
    assert answer.status_code == 200
    assert "#FFCC00 cannot be used: text by it has a contrast of 1.4 to 1 and needs 4.5 to 1." in answer.text
    assert "&lt;b&gt;Elm&lt;/b&gt;" in answer.text
    assert events(hub) == []


def test_the_preview_speaks_the_practices_own_language(hub: HubProcess, noor: Visitor) -> None:
    answer = save(noor, PATH + "/preview", own="ar", languages=["ar", "en"])
    assert 'direction="rtl"' in answer.text
    assert "وصلتُ للتو" in answer.text
    assert "English" in answer.text
    assert "Español" not in answer.text


def test_a_tablet_cannot_change_settings(hub: HubProcess, noor: Visitor) -> None:
    tablet = Device(hub.url)
    with tablet.listen() as stream:
        stream.until_caught_up()
        stream.settings.get(timeout=5)
        tablet.push(tablet.mint(SettingsChanged, settings={}, by="me"))
        noor.get(PATH)
        assert form(noor)["version"] == "0"
        assert stream.settings.empty()
