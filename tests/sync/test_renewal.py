"""A tablet gets another token without a visit, and has one that works whatever happens on the way."""

from collections.abc import Callable, Iterator
from pathlib import Path

import httpx2
import pytest

from kiosk.sync import Link
from kiosk.sync.enrolment import Enrolment, keep, kept
from kiosk.sync.keyring import Keyring
from kiosk.visits.wire import HEALTH_PATH, NEXT_TOKEN_PATH, Token, encoder
from tests.hub import device as hub_side
from tests.hub.people import IT, signed_in, with_roles
from tests.hubs import TOKENS, HubProcess
from tests.sync.conftest import Device
from tests.sync.test_health import health

FIRST = TOKENS["front-door"]


@pytest.fixture
def enrolled(hub: HubProcess, device: Device) -> Iterator[HubProcess]:
    """A hub that has let the tablet in by a code, of which the tablet has kept its token."""
    with_roles(hub)
    change(hub, "config_sha256 = NULL")
    token = Token(
        access_token=FIRST, token_type="Bearer", device="front-door", name="Front door", place="Hall", letter="K"
    )
    keep(device.folder, Enrolment(hub=hub.url, token=token))
    yield hub
    hub_side.close_all()


def change(hub: HubProcess, what: str) -> None:
    hub.execute(f"UPDATE tablet SET {what} WHERE device = 'front-door'")  # noqa: S608


def keyring(folder: Path) -> Keyring:
    enrolment = kept(folder)
    assert enrolment is not None
    return Keyring(folder, enrolment)


def token_of(device: Device) -> str:
    enrolment = kept(device.folder)
    assert enrolment is not None
    return enrolment.token.access_token


def takes(hub: HubProcess, token: str) -> bool:
    headers = {"Authorization": f"Bearer {token}"}
    return httpx2.post(hub.url + HEALTH_PATH, content=encoder.encode(health(0)), headers=headers).status_code == 204


def begin(hub: HubProcess, device: Device) -> None:
    """The tablet's program starts, and sends."""
    heard = device.connect(hub.url, keyring=keyring(device.folder), health=lambda: health(0))
    device.rate()
    heard.until(lambda: len(heard.confirmed_ids) == 1)


def test_it_wants_another_and_has_it_while_everything_goes_on(enrolled: HubProcess, device: Device) -> None:
    begin(enrolled, device)
    ida = signed_in(enrolled, IT)
    ida.get("/desk/tablets")
    ida.post("/desk/tablets/renew", device="front-door")
    device.heard.until(lambda: enrolled.rows("SELECT 1 FROM tablet WHERE token_at IS NOT NULL"))
    assert token_of(device) != FIRST
    assert device.heard.links == [Link.REACHABLE]
    assert not takes(enrolled, FIRST)
    device.rate()
    device.heard.until(lambda: len(device.heard.confirmed_ids) == 2)
    begin(enrolled, device)


def made(folder: Path, _: HubProcess) -> None:
    """Killed when the next token was on its disk."""
    keyring(folder).make_next()


def announced(folder: Path, hub: HubProcess) -> None:
    """Killed when the hub knew it."""
    body = {"token_sha256": keyring(folder).make_next()}
    headers = {"Authorization": f"Bearer {FIRST}"}
    assert httpx2.post(hub.url + NEXT_TOKEN_PATH, json=body, headers=headers).status_code == 204


def adopted(folder: Path, hub: HubProcess) -> None:
    """Killed when it was about to use it."""
    announced(folder, hub)
    keyring(folder).use_next()


def used(folder: Path, hub: HubProcess) -> None:
    """Killed when it had used it, and its disk has lost that it is the current one."""
    announced(folder, hub)
    before = kept(folder)
    ring = keyring(folder)
    ring.use_next()
    assert takes(hub, ring.current)
    assert before is not None
    keep(folder, before)


def restored(folder: Path, hub: HubProcess) -> None:
    """It has another token, and then the hub is of before that."""
    old = hub.rows("SELECT token_sha256 FROM tablet WHERE device = 'front-door'")[0]["token_sha256"]
    used(folder, hub)
    ring = keyring(folder)
    ring.use_next()
    change(hub, f"token_sha256 = '{old}', next_sha256 = NULL")


@pytest.mark.parametrize("killed", [made, announced, adopted, used, restored])
def test_whatever_happened_on_the_way_it_has_a_token_that_works(
    enrolled: HubProcess, device: Device, killed: Callable[[Path, HubProcess], None]
) -> None:
    killed(device.folder, enrolled)
    begin(enrolled, device)
    assert device.heard.links == [Link.REACHABLE]
    change(enrolled, "roll_asked_at = 1, token_at = NULL")
    before = token_of(device)
    begin(enrolled, device)
    device.heard.until(lambda: enrolled.rows("SELECT 1 FROM tablet WHERE token_at IS NOT NULL"))
    assert token_of(device) != before
    assert not takes(enrolled, before)


def test_who_is_revoked_on_the_way_is_out_with_every_token(enrolled: HubProcess, device: Device) -> None:
    announced(device.folder, enrolled)
    change(enrolled, "token_sha256 = NULL, next_sha256 = NULL, revoked_at = 1")
    heard = device.connect(enrolled.url, keyring=keyring(device.folder))
    heard.until_link(Link.REFUSED)
