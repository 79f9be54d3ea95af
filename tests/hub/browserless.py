"""The desk as a browser without scripts uses it: cookies, forms, and the tokens in them."""

import re
from functools import cache
from html import unescape
from typing import Any

import argon2
import httpx2

from kiosk.hub.clock import system_clock
from kiosk.hub.database import open_database
from kiosk.hub.desk import accounts
from kiosk.hub.desk.roles import Role
from tests.hub.device import PATIENCE_S, opened
from tests.hubs import HubProcess

PASSCODE = "correct horse"


class Visitor:
    """Somebody with a browser. `text` is the last page."""

    def __init__(self, hub: HubProcess) -> None:
        self.http = httpx2.Client(base_url=hub.url, follow_redirects=True, timeout=PATIENCE_S)
        opened.append(self.http)
        self.text = ""
        self.path = ""

    def get(self, path: str, **options: Any) -> httpx2.Response:
        """Opens a page."""
        return self._keep(self.http.get(path, **options))

    def post(self, path: str, *, token: str | None = None, **fields: str) -> httpx2.Response:
        """Sends a form with the token of the last page, or with another."""
        fields["_csrf_token"] = self.token if token is None else token
        return self._keep(self.http.post(path, data=fields))

    @property
    def token(self) -> str:
        """The token in the forms of the last page."""
        found = re.search(r'name="_csrf_token" value="([^"]+)"', self.text)
        return unescape(found[1]) if found else ""

    def sign_in(self, name: str, passcode: str = PASSCODE) -> httpx2.Response:
        """Signs in by the form."""
        self.get("/desk/sign-in")
        return self.post("/desk/sign-in", name=name, passcode=passcode)

    def _keep(self, response: httpx2.Response) -> httpx2.Response:
        if response.headers.get("Content-Type", "").startswith("text/html"):
            self.text = response.text
        self.path = response.url.path
        return response


def staffed(hub: HubProcess, *names: str, role: Role = Role.RECEPTIONIST) -> None:
    """Makes accounts; works while the hub runs, too."""
    database = open_database(hub.home, exclusive=False)
    with database.write() as connection:
        for name in names:
            accounts.add(connection, name, _hashed(), role, system_clock())
    database.close()


@cache
def _hashed() -> str:
    """Of the passcode. What takes a while on purpose would be taken by every test that has anybody sign in."""
    return argon2.PasswordHasher(time_cost=1, memory_cost=8, parallelism=1).hash(PASSCODE)
