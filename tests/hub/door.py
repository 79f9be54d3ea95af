"""A running hub, everybody who could be at its door, and what is known there, so that requests hit things."""

import itertools
import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from hashlib import sha256
from http.cookiejar import DefaultCookiePolicy
from typing import Any
from uuid import uuid4

import httpx2
from requests import Session
from schemathesis import Case

from kiosk.hub.desk.pages import CSRF_COOKIE, CSRF_HEADER
from kiosk.hub.desk.roles import Role
from kiosk.hub.desk.sessions import COOKIE
from kiosk.hub.desk.settings_page import SETTINGS_PATH
from kiosk.hub.desk.sign_in import SETUP_PATH, SIGN_IN_PATH
from kiosk.hub.desk.unlocking import UNLOCK_PATH
from kiosk.visits.events import Arrived, HelpRequested
from kiosk.visits.wire import AUTHORIZATION_PATH, CLIENT_ID, DEVICE_GRANT, TOKEN_PATH
from tests.hub.browserless import PASSCODE
from tests.hub.device import Device
from tests.hub.people import IT, MANAGER, signed_in
from tests.hub.test_settings import form
from tests.hubs import TOKENS, HubProcess

VISITS = 30
SCRAPER = "scraper-token"

_ROLES = {"Maria": frozenset({Role.RECEPTIONIST}), IT: frozenset(Role)}
_WHOLE: Mapping[str, dict[str, str]] = {
    AUTHORIZATION_PATH: {"client_id": CLIENT_ID},
    TOKEN_PATH: {"client_id": CLIENT_ID, "grant_type": DEVICE_GRANT, "device_code": ""},
    SIGN_IN_PATH: {"name": MANAGER, "passcode": PASSCODE},
    SETUP_PATH: {"key": "", "passcode": PASSCODE},
    UNLOCK_PATH: {"passcode": PASSCODE},
    "/desk/passcode": {"old": PASSCODE, "new": PASSCODE},
    "/desk/visits/{visit}/call": {"place": "Room 1", "drawn": ""},
    "/static/{version}/{name}": {"name": "desk.css"},
    "/desk/tablets/enrol": {"code": "", "name": "Side hall", "place": "Hall", "letter": ""},
    "/desk/tablets/rename": {"device": "", "name": "Side entrance"},
}
"""What a form must have to be taken, where chance would never find it; what is empty is put in from what is known."""


@dataclass
class Person:
    """Who asks, by what they carry."""

    name: str
    roles: frozenset[Role] = frozenset()
    session: str = ""
    form_token: str = ""
    tablet: str = ""
    scraper: str = ""

    def headers(self) -> dict[str, str]:
        """What goes with each of their requests."""
        cookies = {COOKIE: self.session, CSRF_COOKIE: self.form_token}
        token = self.tablet or self.scraper
        carried = {
            "Cookie": "; ".join(f"{name}={value}" for name, value in cookies.items() if value),
            CSRF_HEADER: self.form_token,
            "Authorization": f"Bearer {token}" if token else "",
        }
        return {name: value for name, value in carried.items() if value}

    def may(self, needed: Mapping[str, list[str]]) -> bool:
        """Whether they carry all that a route needs."""
        roles = {role.value for role in self.roles}
        carried = {
            "form-token": self.form_token,
            "form-cookie": self.form_token,
            "tablet": self.tablet,
            "scraper": self.scraper,
        }
        return all(
            set(scopes) <= roles if scheme == "session" else bool(carried[scheme]) for scheme, scopes in needed.items()
        )


def people_at(hub: HubProcess) -> list[Person]:
    """Nobody, a receptionist, IT, two who have only half of what IT has, a tablet, and a monitoring system."""
    people = [Person("nobody")]
    for name, roles in _ROLES.items():
        cookies = signed_in(hub, name).http.cookies
        people.append(Person(name, roles, session=cookies[COOKIE], form_token=cookies[CSRF_COOKIE]))
    staff = people[-1]
    people.append(Person("stranger", form_token=staff.form_token))
    people.append(Person("forger", staff.roles, session=staff.session))
    people.append(Person("tablet", tablet=TOKENS["front-door"]))
    people.append(Person("scraper", scraper=SCRAPER))
    # As if it had been let in by a code: it may renew its token.
    hub.execute("UPDATE tablet SET config_sha256 = NULL WHERE device IN ('front-door', 'side-door')")
    return people


class Known:
    """What is there: visits, concerns, phone links, codes and links that are still good, an account, a tablet."""

    def __init__(self, hub: HubProcess) -> None:
        self._hub = hub
        self._opened: set[str] = set()
        visits, concerns, links = _visits(Device(hub.url))
        client = {"client_id": CLIENT_ID}
        codes = [httpx2.post(hub.url + AUTHORIZATION_PATH, data=client).json() for _ in range(10)]
        ida = signed_in(hub, IT)
        ida.get("/desk/staff")
        added = [ida.post("/desk/staff/add", name=f"Zoe {n}", role="receptionist").text for n in range(5)]
        ida.get("/desk/tablets")
        ida.post("/desk/tablets/enrol", code=codes[0]["user_code"], name="Back door", place="Hall", letter="B")
        ida.get(SETTINGS_PATH)
        self._settings = form(ida)
        self._but = itertools.cycle(sorted(self._settings))
        values = {
            "visit": visits,
            "concern": concerns,
            "link": links,
            "set-up": [key for page in added for key in re.findall(rf"{SETUP_PATH}/([\w-]+)", page)],
            # Neither of who asks here, nor of the tablet that does: they are to go on.
            "handle": ["sam"],
            "device": ["side-door"],
            "code": [each["user_code"] for each in codes[1:]],
            "device_code": [codes[0]["device_code"]],
            "letter": list("PQRSTUVW"),
        }
        # Each route has something for itself until it has worked once, whatever the others do to the rest.
        own = {"visit": visits[:12], "link": links[10:22], "concern": concerns[20:25], "code": values["code"][:4]}
        self._own = {name: iter(each) for name, each in own.items()}
        self._owned: dict[tuple[str, str], str] = {}
        shared = {name: [each for each in all_ if each not in own.get(name, [])] for name, all_ in values.items()}
        self._values: dict[str, Iterator[str]] = {name: itertools.cycle(each) for name, each in shared.items()}

    def aim(self, case: Case[Any], *, again: bool) -> bool:
        """Puts something that is there in the place of what was made up; False if there is no place for it.

        `again`: the route has worked before.
        """
        if case.path == SETTINGS_PATH and isinstance(case.body, dict):
            but = next(self._but)
            case.body |= {name: value for name, value in self._settings.items() if name != but}
            return True
        whole = _WHOLE.get(case.path, {})
        in_path = {name: value for name, value in whole.items() if name in case.path_parameters}
        aimed = self._fill(case.path, case.path_parameters, in_path, again=again)
        if isinstance(case.body, dict):
            if PASSCODE in whole.values():
                # Hashing takes long on purpose, so it is done once for each route.
                if case.path in self._opened:
                    return False
                self._opened.add(case.path)
                self._forget_failures()
            aimed |= self._fill(case.path, case.body, whole, again=again)
        return aimed

    def _fill(self, path: str, fields: dict[str, Any], whole: Mapping[str, str], *, again: bool) -> bool:
        fields |= whole
        key = "link" if path.startswith("/v/") else "set-up" if path.startswith(SETUP_PATH) else "concern"
        wanted = {name: key if name == "key" else name for name in fields}
        found = {name: self._next(path, what, again=again) for name, what in wanted.items() if what in self._values}
        fields |= found
        return bool(whole or found)

    def _next(self, path: str, what: str, *, again: bool) -> str:
        if again or what not in self._own:
            return next(self._values[what])
        if (path, what) not in self._owned:
            self._owned[path, what] = next(self._own[what])
        return self._owned[path, what]

    def _forget_failures(self) -> None:
        self._hub.execute("DELETE FROM failed_sign_in")


def _visits(tablet: Device) -> tuple[list[str], list[str], list[str]]:
    """Visits that have just begun, the help that each has asked for, and the keys of their phone pages."""
    visits, concerns = ([uuid4() for _ in range(VISITS)] for _ in range(2))
    keys = [f"key-{n}" for n in range(VISITS)]
    for n, (visit, concern, key) in enumerate(zip(visits, concerns, keys, strict=True), 1):
        link = sha256(key.encode()).hexdigest()
        tablet.push(
            tablet.mint(Arrived, visit=visit, ticket=f"K{n}", name="Rosalind", link=link),
            tablet.mint(HelpRequested, visit=visit, concern=concern),
        )
    return [str(each) for each in visits], [str(each) for each in concerns], keys


class _Forgetful(Session):
    """A connection for all, on which nobody finds the cookies of the one before."""

    def __init__(self) -> None:
        super().__init__()
        # No proxy is looked for: for each request that would take as long as to send it.
        self.trust_env = False
        self.cookies.set_policy(DefaultCookiePolicy(allowed_domains=[]))


@dataclass
class Door:
    """A hub and who is there."""

    hub: HubProcess
    people: list[Person]
    known: Known
    session: Session = field(default_factory=_Forgetful)
    asked: set[str] = field(default_factory=set)
    done: set[str] = field(default_factory=set)
    """Routes that did something for somebody, of all that were asked."""
    refused: Counter[tuple[str, str]] = field(default_factory=Counter)
    """How often each route was asked by whom in vain."""
