"""Who gets in, how the first account is made, and what keeps others out."""

import hashlib
import re
from collections.abc import Iterator
from pathlib import Path

import httpx2
import pytest
from litestar import get
from litestar.routes import HTTPRoute
from litestar.testing import TestClient

from kiosk.config import Config
from kiosk.hub.app import make_app
from kiosk.hub.database import Database, open_database
from kiosk.hub.desk import throttle
from kiosk.hub.desk.guard import OPEN, role_of
from kiosk.hub.desk.throttle import LOCK_TRIES, Verdict
from tests.databases import home
from tests.hub.browserless import PASSCODE, Visitor, staffed
from tests.hubs import HubProcess

VISIT = "019ab0c4-0000-7000-8000-000000000001"

# Every address that needs a person, and how a browser would ask for it.
PROTECTED = [
    ("GET", "/desk"),
    ("GET", "/desk/"),
    ("GET", "/desk/live"),
    ("POST", f"/desk/visits/{VISIT}/seen"),
    ("POST", f"/desk/visits/{VISIT}/quote"),
    ("POST", f"/desk/visits/{VISIT}/call"),
    ("POST", f"/desk/visits/{VISIT}/close"),
    ("POST", f"/desk/concerns/{VISIT}/claim"),
    ("POST", f"/desk/concerns/{VISIT}/resolve"),
    ("POST", "/desk/shown"),
]
OPEN_PATHS = {"/desk/sign-in", "/desk/sign-out", "/desk/set-up", "/desk/set-up/{key:str}"}


@pytest.fixture
def database(tmp_path: Path) -> Iterator[Database]:
    """A database of a hub that does not run."""
    opened = open_database(home(tmp_path / "database"))
    yield opened
    opened.close()


def setup_link(hub: HubProcess) -> str:
    (line,) = [line for line in hub.printed if line.startswith("Set-up link")]
    return line.rpartition(": ")[2]


def test_the_first_start_prints_a_link_that_makes_one_account_once(hub: HubProcess) -> None:
    link = setup_link(hub)
    assert link.startswith(hub.url + "/desk/set-up/")
    visitor = Visitor(hub)
    visitor.get(link)
    key = link.rpartition("/")[2]
    assert visitor.post("/desk/set-up", key=key, name="Maria", passcode="short").status_code == 400
    assert "at least 8" in visitor.text
    visitor.post("/desk/set-up", key=key, name="Maria", passcode=PASSCODE)
    assert visitor.path == "/desk"
    assert "Maria" in visitor.text
    again = Visitor(hub)
    assert again.get(link).status_code == 404
    again.get("/desk/sign-in")
    assert again.post("/desk/set-up", key=key, name="Eve", passcode=PASSCODE).status_code == 404
    assert [row["name"] for row in hub.rows("SELECT name FROM staff")] == ["Maria"]
    hub.stop()
    hub.start()
    assert len([line for line in hub.printed if "Set-up" in line]) == 1


def test_a_new_start_voids_the_old_link(hub: HubProcess) -> None:
    old = setup_link(hub)
    hub.stop()
    hub.printed.clear()
    hub.start()
    visitor = Visitor(hub)
    assert visitor.get(old).status_code == 404
    assert visitor.get(setup_link(hub)).status_code == 200


def test_without_a_session_nothing_is_shown_or_done(hub: HubProcess) -> None:
    staffed(hub, "Maria")
    visitor = Visitor(hub)
    visitor.get("/desk/sign-in")
    for method, path in PROTECTED:
        with_token = {"X-CSRFToken": visitor.token}
        response = visitor.http.request(method, path, headers=with_token, follow_redirects=False)
        if method == "GET" and path != "/desk/live":
            assert response.status_code == 303, path
            assert response.headers["Location"] == "/desk/sign-in"
        else:
            assert response.status_code in (303, 401), path
            assert "K7" not in response.text
    assert hub.rows("SELECT count(*) c FROM event") == [{"c": 0}]


def test_no_route_of_the_desk_is_without_a_guard(database: Database) -> None:
    app = make_app(Config(), database, lambda _: None)
    handlers = [
        (route.path, handler)
        for route in app.routes
        if isinstance(route, HTTPRoute)
        for handler in route.route_handlers
        if route.path.startswith("/desk") and handler.fn.__module__.startswith("kiosk.")
    ]
    assert len(handlers) > 10
    for path, handler in handlers:
        assert bool(handler.opt.get(*OPEN)) != (role_of(handler) is not None), f"{path}: open, or for which role?"
    assert {path for path, handler in handlers if handler.opt.get(*OPEN)} == OPEN_PATHS


def test_a_route_that_forgot_its_guard_lets_nobody_in(database: Database) -> None:
    @get("/desk/forgotten")
    async def forgotten() -> str:
        return "secrets"

    app = make_app(Config(), database, lambda _: None)
    app.register(forgotten)
    with TestClient(app) as client:
        assert client.get("/desk/forgotten").status_code == 403


def test_a_change_needs_the_token_of_the_page(hub: HubProcess) -> None:
    staffed(hub, "Maria")
    visitor = Visitor(hub)
    visitor.sign_in("Maria")
    for token in ("", "0" * 128, visitor.token[:-1] + "x"):
        for method, path in PROTECTED:
            if method == "POST":
                response = visitor.http.post(path, data={"_csrf_token": token, "how": "left"})
                assert response.status_code == 403, path
        assert visitor.http.post("/desk/sign-out", data={"_csrf_token": token}).status_code == 403
    assert visitor.get("/desk").status_code == 200
    assert visitor.path == "/desk"


def test_a_wrong_passcode_and_an_unknown_name_look_alike(hub: HubProcess) -> None:
    staffed(hub, "Maria")
    said = []
    for name in ("Maria", "Nobody"):
        visitor = Visitor(hub)
        response = visitor.sign_in(name, "wrong passcode")
        assert response.status_code == 401
        said.append(re.sub(r'value="[^"]*"', "", visitor.text))
    assert said[0] == said[1]


def test_case_and_form_of_the_name_do_not_matter(hub: HubProcess) -> None:
    staffed(hub, "Zoë")
    visitor = Visitor(hub)
    visitor.sign_in("zoe\u0308 ")
    assert visitor.path == "/desk"
    assert "Zoë" in visitor.text


def test_guessing_is_slowed_and_others_are_not(hub: HubProcess) -> None:
    staffed(hub, "Maria", "Sam")
    visitor = Visitor(hub)
    codes = [visitor.sign_in("Maria", "wrong passcode").status_code for _ in range(5)]
    assert codes == [401, 401, 401, 429, 429]
    response = visitor.sign_in("Maria")
    assert response.status_code == 429
    assert int(response.headers["Retry-After"]) >= 1
    assert visitor.sign_in("Sam").status_code == 200


def test_waits_double_up_to_a_minute_then_the_account_locks_and_all_is_forgotten(database: Database) -> None:
    waits = []
    now = 1_000_000
    for _ in range(LOCK_TRIES):
        waits.append(throttle.begin(database, "maria", "10.0.0.1", now).wait_ms)
        now += waits[-1]
        if waits[-1]:
            assert throttle.begin(database, "maria", "10.0.0.1", now) == Verdict()
    assert waits == [0, 0, 0, 1000, 2000, 4000, 8000, 16000, 32000, 60000]
    assert throttle.begin(database, "maria", "10.0.0.2", now) == Verdict(15 * 60_000, locked=True)
    assert throttle.begin(database, "sam", "10.0.0.1", now).wait_ms == 0
    assert throttle.begin(database, "maria", "10.0.0.1", now + 15 * 60_000) == Verdict()


def test_one_address_that_tries_many_names_is_slowed(database: Database) -> None:
    verdicts = [throttle.begin(database, f"name {n}", "10.0.0.1", 1_000_000) for n in range(21)]
    assert verdicts == [Verdict()] * 20 + [Verdict(1000)]
    assert throttle.begin(database, "name 99", "10.0.0.2", 1_000_000) == Verdict()


def test_slowing_holds_when_the_hub_starts_again(hub: HubProcess) -> None:
    staffed(hub, "Maria")
    visitor = Visitor(hub)
    for _ in range(3):
        visitor.sign_in("Maria", "wrong passcode")
    hub.kill()
    hub.start()
    assert 429 in [visitor.sign_in("Maria", "wrong passcode").status_code for _ in range(2)]


def test_a_session_outlives_a_kill_and_ends_by_signing_out(hub: HubProcess) -> None:
    staffed(hub, "Maria")
    visitor = Visitor(hub)
    visitor.sign_in("Maria")
    key = visitor.http.cookies["desk"]
    hub.kill()
    hub.start()
    visitor.get("/desk")
    assert visitor.path == "/desk"
    visitor.post("/desk/sign-out")
    assert visitor.path == "/desk/sign-in"
    response = httpx2.get(hub.url + "/desk", cookies={"desk": key})
    assert response.status_code == 303
    assert hub.rows("SELECT count(*) c FROM session") == [{"c": 0}]


def test_a_session_key_is_made_at_sign_in_whatever_the_browser_brings(hub: HubProcess) -> None:
    staffed(hub, "Maria")
    visitor = Visitor(hub)
    visitor.http.cookies.set("desk", "planted", path="/desk")
    visitor.sign_in("Maria")
    assert httpx2.get(hub.url + "/desk", cookies={"desk": "planted"}).status_code == 303


def test_secrets_are_kept_as_hashes_and_logged_nowhere(hub: HubProcess) -> None:
    link = setup_link(hub)
    staffed(hub, "Maria")
    visitor = Visitor(hub)
    visitor.sign_in("Maria")
    key = visitor.http.cookies["desk"]
    visitor.sign_in("Maria", "a wrong passcode")
    assert hub.rows("SELECT key_sha256 k FROM session") == [{"k": hashlib.sha256(key.encode()).hexdigest()}]
    hub.stop()
    for secret in (key, link.rpartition("/")[2], PASSCODE, "a wrong passcode", "front-door-token"):
        assert not hub.is_written(secret)
        assert secret not in hub.log.read_text()


def test_pages_forbid_what_they_do_not_need(hub: HubProcess) -> None:
    staffed(hub, "Maria")
    visitor = Visitor(hub)
    responses = [visitor.get(path) for path in ("/desk/sign-in", "/v/nothing", "/nothing", "/")]
    responses += [visitor.sign_in("Maria"), visitor.get("/desk")]
    for response in responses:
        policy = response.headers["Content-Security-Policy"]
        assert "default-src 'none'" in policy
        assert "unsafe" not in policy
        assert response.headers["X-Content-Type-Options"] == "nosniff"
        assert response.headers["Referrer-Policy"] == "no-referrer"
        assert not re.search(r"<style|style=|<script(?![^>]* src=)|\son\w+=", response.text)
    cookies = "\n".join(c for r in responses for h in r.history for c in h.headers.get_list("Set-Cookie"))
    assert "desk=" in cookies
    for cookie in cookies.splitlines():
        assert "httponly" in cookie.lower()
        assert "samesite" in cookie.lower()


@pytest.mark.parametrize("public", ["https://desk.example.org"])
def test_cookies_are_for_https_alone_where_the_hub_is(tmp_path: Path, public: str) -> None:
    hub = HubProcess(tmp_path, hub=f'public_url = "{public}"')
    staffed(hub, "Maria")
    hub.start()
    try:
        assert f"Desk: {public}/desk" in hub.printed
        response = httpx2.get(hub.url + "/desk/sign-in")
        assert "secure" in response.headers["Set-Cookie"].lower()
    finally:
        hub.stop()


def test_a_page_that_is_not_there_says_so_plainly(hub: HubProcess) -> None:
    response = Visitor(hub).get("/desk/nothing/at/all")
    assert response.status_code == 404
    assert "There is no such page here." in response.text
    assert "Traceback" not in response.text
