"""What IT does to accounts, and what each role may open."""

import re

import pytest

from kiosk.hub.desk.pages import PAGES
from kiosk.hub.desk.roles import Role
from tests.hub.browserless import PASSCODE, Visitor
from tests.hub.people import IT, MANAGER, let_pass, signed_in, with_roles
from tests.hubs import HubProcess


@pytest.fixture(autouse=True)
def people(hub: HubProcess) -> None:
    """Everybody of the practice."""
    with_roles(hub)


def link_on(visitor: Visitor) -> str:
    """The one-time link that the page shows."""
    found = re.search(r'class="once">([^<]+)<', visitor.text)
    assert found
    return found[1]


def test_each_role_sees_its_pages_and_no_others(hub: HubProcess) -> None:
    for name, role in (("Maria", Role.RECEPTIONIST), (MANAGER, Role.MANAGER), (IT, Role.IT)):
        visitor = signed_in(hub, name)
        links = set(re.findall(r'href="(/desk[^"]*)"', re.search(r"<nav.*?</nav>", visitor.text, re.S)[0]))  # type: ignore[index]
        for page in PAGES:
            if page.path in links:
                assert role.covers(page.role)
                assert visitor.get(page.path).status_code == 200
                assert 'aria-current="page">' + page.title in visitor.text
            elif not role.covers(page.role):
                assert visitor.get(page.path).status_code in (403, 404)
        assert {"/desk"} <= links
        assert ("/desk/staff" in links) is (role is Role.IT)
        assert ("/desk/audit" in links) is (role is not Role.RECEPTIONIST)


def test_nobody_but_it_changes_accounts(hub: HubProcess) -> None:
    visitor = signed_in(hub, MANAGER)
    for step in ("off", "on", "unlock", "sign-out", "reset", "role", "add"):
        response = visitor.post(f"/desk/staff/{step}", handle="maria", name="Eve", role="it")
        assert response.status_code == 403, step
        assert "for IT" in visitor.text
        visitor.get("/desk")
    assert {row["role"] for row in hub.rows("SELECT role FROM staff WHERE name IN ('Maria', 'Sam')")} == {
        "receptionist"
    }


def test_somebody_new_sets_a_passcode_by_a_link_that_works_once(hub: HubProcess) -> None:
    ida = signed_in(hub, IT)
    ida.get("/desk/staff")
    ida.post("/desk/staff/add", name="Zoë", role="manager")
    link = link_on(ida)
    assert link.startswith(hub.url + "/desk/set-up/")
    zoe = Visitor(hub)
    assert zoe.sign_in("Zoë", "").status_code == 401
    zoe.get(link)
    assert "Zoë" in zoe.text
    key = link.rpartition("/")[2]
    assert zoe.post("/desk/set-up", key=key, passcode="short").status_code == 400
    zoe.post("/desk/set-up", key=key, passcode="a long passcode")
    assert zoe.path == "/desk"
    assert zoe.get("/desk/audit").status_code == 200
    assert Visitor(hub).get(link).status_code == 404
    assert hub.rows("SELECT name, role FROM staff WHERE handle = 'zoë'") == [{"name": "Zoë", "role": "manager"}]


def test_a_name_is_given_once(hub: HubProcess) -> None:
    ida = signed_in(hub, IT)
    ida.get("/desk/staff")
    assert ida.post("/desk/staff/add", name="  MARIA", role="it").status_code == 409
    assert "There is an account MARIA already." in ida.text
    assert ida.post("/desk/staff/add", name=" ", role="it").status_code == 409


def test_switched_off_means_out_at_once_and_not_in_again(hub: HubProcess) -> None:
    maria, ida = signed_in(hub, "Maria"), signed_in(hub, IT)
    ida.get("/desk/staff")
    ida.post("/desk/staff/off", handle="maria")
    assert "Maria is switched off" in ida.text
    maria.get("/desk")
    assert maria.path == "/desk/sign-in"
    assert maria.sign_in("Maria").status_code == 401
    ida.post("/desk/staff/on", handle="maria")
    assert maria.sign_in("Maria").status_code == 200


def test_a_reset_voids_the_passcode_and_ends_the_sessions(hub: HubProcess) -> None:
    maria, ida = signed_in(hub, "Maria"), signed_in(hub, IT)
    ida.get("/desk/staff")
    ida.post("/desk/staff/reset", handle="maria")
    link = link_on(ida)
    maria.get("/desk")
    assert maria.path == "/desk/sign-in"
    assert maria.sign_in("Maria").status_code == 401
    maria.get(link)
    maria.post("/desk/set-up", key=link.rpartition("/")[2], passcode="another passcode")
    assert maria.path == "/desk"
    assert "Maria" in maria.text


def test_the_last_it_account_stays(hub: HubProcess) -> None:
    ida = signed_in(hub, IT)
    ida.get("/desk/staff")
    for step, fields in (("off", {}), ("role", {"role": "manager"})):
        assert ida.post(f"/desk/staff/{step}", handle="ida", **fields).status_code == 409
        assert "last IT account" in ida.text
    # Who has set no passcode yet could not take over.
    ida.post("/desk/staff/add", name="Pat", role="it")
    assert ida.post("/desk/staff/off", handle="ida").status_code == 409
    ida.post("/desk/staff/role", handle="sam", role="it")
    assert ida.post("/desk/staff/off", handle="ida").url.path == "/desk/sign-in"
    assert signed_in(hub, "Sam").get("/desk/staff").status_code == 200


def test_a_locked_account_is_told_to_it_who_can_unlock_it(hub: HubProcess) -> None:
    ida = signed_in(hub, IT)
    guesser = Visitor(hub)
    for n in range(10):
        guesser.http.headers["X-Forwarded-For"] = f"10.0.0.{n}"
        guesser.sign_in("Maria", "wrong passcode")
    assert guesser.sign_in("Maria").status_code == 429
    assert "locked" in guesser.text
    ida.get("/desk/staff")
    assert "Maria is locked" in ida.text
    ida.post("/desk/staff/unlock", handle="maria")
    assert "Maria is locked" not in ida.text
    assert guesser.sign_in("Maria").status_code == 200
    ida.get("/desk/audit?area=sign-in")
    assert "10.0.0.9" in ida.text
    assert "wrong passcode" not in ida.text


def test_who_is_signed_in_and_ending_it(hub: HubProcess) -> None:
    maria, ida = signed_in(hub, "Maria"), signed_in(hub, IT)
    ida.get("/desk/staff")
    assert ida.text.count("<span>since ") == 2
    ida.post("/desk/staff/sign-out", handle="maria")
    assert ida.text.count("<span>since ") == 1
    maria.get("/desk")
    assert maria.path == "/desk/sign-in"


def test_a_session_ends_after_a_day_of_work(hub: HubProcess) -> None:
    maria = signed_in(hub, "Maria")
    let_pass(hub, 12 * 60)
    maria.get("/desk")
    assert maria.path == "/desk/sign-in"


def test_a_changed_passcode_counts_at_once_and_signs_out_elsewhere(hub: HubProcess) -> None:
    here, elsewhere = signed_in(hub, "Maria"), signed_in(hub, "Maria")
    here.get("/desk/passcode")
    assert here.post("/desk/passcode", old="not mine", new="a new passcode").status_code == 401
    assert here.post("/desk/passcode", old=PASSCODE, new="short").status_code == 400
    assert here.post("/desk/passcode", old=PASSCODE, new="a new passcode").status_code == 200
    assert "is changed" in here.text
    assert here.get("/desk").status_code == 200
    elsewhere.get("/desk")
    assert elsewhere.path == "/desk/sign-in"
    assert elsewhere.sign_in("Maria").status_code == 401
    assert elsewhere.sign_in("Maria", "a new passcode").status_code == 200
