"""What comes where a form's token is expected, and could be none: refused like a wrong one, and no fault of the hub."""

import httpx2
import pytest

from kiosk.hub.desk.pages import CSRF_COOKIE, CSRF_HEADER
from tests.hub.browserless import Visitor, staffed
from tests.hubs import HubProcess

ODD = "é" * 128
"""As long as a token is."""


@pytest.fixture
def maria(hub: HubProcess) -> Visitor:
    """Maria, signed in."""
    staffed(hub, "Maria")
    visitor = Visitor(hub)
    visitor.sign_in("Maria")
    return visitor


def test_letters_that_no_token_has(hub: HubProcess, maria: Visitor) -> None:
    refused = maria.http.post("/desk/arrivals", data={"_csrf_token": ODD})
    assert refused.status_code == 403
    header = (CSRF_HEADER.encode(), ODD.encode("latin-1"))
    assert maria.http.post("/desk/arrivals", headers=[header]).status_code == 403
    both = [(b"Cookie", f"{CSRF_COOKIE}={ODD}".encode("latin-1")), header]
    assert httpx2.post(hub.url + "/desk/sign-in", headers=both).status_code == 403
    assert "own bug" not in hub.log.read_text()


def test_a_file_in_its_place(hub: HubProcess, maria: Visitor) -> None:
    assert maria.http.post("/desk/arrivals", files={"_csrf_token": ("token", b"x" * 128)}).status_code == 403
    assert "own bug" not in hub.log.read_text()
