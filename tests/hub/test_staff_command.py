"""`kiosk staff`, as IT types it, while the hub runs."""

import json

from tests.hub.browserless import PASSCODE, Visitor
from tests.hub.commands import run
from tests.hub.people import IT, signed_in, with_roles
from tests.hubs import HubProcess


def staff(hub: HubProcess, *words: str, code: int = 0) -> str:
    """What the command prints; its exit code is as expected."""
    return run(hub, "staff", *words, code=code)


def test_the_first_account_without_a_browser(hub: HubProcess) -> None:
    (printed,) = [line for line in hub.printed if line.startswith("Set-up link")]
    assert staff(hub, "list") == "There is no account yet."
    made = json.loads(staff(hub, "add", "Zoë", "--role", "it", "--json"))
    assert made["name"] == "Zoë"
    assert made["link"].startswith(hub.url)
    # The link of the first start is void: it would make another of IT.
    assert Visitor(hub).get(printed.rpartition(": ")[2]).status_code == 404
    zoe = Visitor(hub)
    zoe.get(made["link"])
    zoe.post("/desk/set-up", key=made["link"].rpartition("/")[2], passcode=PASSCODE)
    zoe.get("/desk/audit")
    assert "(command line)" in zoe.text
    assert "this machine" in zoe.text


def test_accounts_are_listed_changed_and_audited(hub: HubProcess) -> None:
    with_roles(hub)
    maria = signed_in(hub, "Maria")
    assert staff(hub, "role", "MARIA", "manager") == "Maria is now: manager."
    assert maria.get("/desk/audit").status_code == 200
    listed = {each["name"]: each for each in json.loads(staff(hub, "list", "--json"))}
    assert listed["Maria"]["role"] == "manager"
    assert len(listed["Maria"]["signed_in_since"]) == 1
    assert staff(hub, "off", "Maria") == "Maria is switched off and signed out."
    assert maria.get("/desk").url.path == "/desk/sign-in"
    assert "Maria" in staff(hub, "list")
    assert staff(hub, "on", "Maria") == "Maria can sign in again."
    link = staff(hub, "reset", "Maria").rpartition(": ")[2]
    assert maria.sign_in("Maria").status_code == 401
    assert maria.get(link).status_code == 200
    for _ in range(4):
        maria.sign_in("Sam", "wrong")
    assert staff(hub, "unlock", "Sam") == "Sam can sign in at once."
    assert maria.sign_in("Sam").status_code == 200


def test_what_cannot_be_done_is_one_sentence(hub: HubProcess) -> None:
    with_roles(hub)
    assert staff(hub, "off", "Nobody", code=1) == "There is no such account."
    assert "last IT account" in staff(hub, "off", IT, code=1)
    assert "There is an account Sam already." in staff(hub, "add", "Sam", code=1)
    assert "receptionist" in staff(hub, "add", "Zoë", "--role", "boss", code=2)
    assert hub.rows("SELECT count(*) c FROM staff") == [{"c": 4}]
