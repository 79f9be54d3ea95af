"""The examples for caddy and nginx in front of two hubs: one that is gone takes nothing and nobody with it."""

import re
import subprocess
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from uuid import uuid4

import httpx2
import pytest

from kiosk.hub.watching import READY_PATH
from kiosk.visits.events import Arrived, Event
from kiosk.visits.wire import Answers, Result, answers_decoder
from tests.databases import POSTGRESQL
from tests.hub.device import PATIENCE_S, Device
from tests.hubs import HubProcess, free_port

pytestmark = pytest.mark.parametrize("database_kind", [POSTGRESQL], indirect=True)

ROOT = Path(__file__).parents[2]
PROGRAMS = ROOT / "build" / "balancers" / "usr"
EXAMPLES = ROOT / "packaging" / "hub"


def caddy(example: str, port: int, folder: Path) -> list[str]:
    """The example without a certificate of its own, and without caddy's own port."""
    site = example.replace("desk.example.org {", f"http://127.0.0.1:{port} {{")
    file = folder / "Caddyfile"
    file.write_text("{\n\tadmin off\n}\n" + site)
    return [str(PROGRAMS / "bin" / "caddy"), "run", "--adapter", "caddyfile", "--config", str(file)]


def nginx(example: str, port: int, folder: Path) -> list[str]:
    """The same for nginx, which wants the file around it, too."""
    site = re.sub(r"\n *ssl_certificate[^\n]*", "", example).replace("listen 443 ssl http2", f"listen 127.0.0.1:{port}")
    kinds = ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")
    places = "".join(f"{kind}_temp_path {folder / kind};" for kind in kinds)
    file = folder / "nginx.conf"
    file.write_text(
        f"daemon off; pid {folder / 'pid'}; error_log {folder / 'error.log'}; events {{}}\n"
        f"http {{ access_log off; {places}\n{site}\n}}\n"
    )
    return [str(PROGRAMS / "sbin" / "nginx"), "-c", str(file), "-e", str(folder / "error.log")]


@contextmanager
def balanced(
    make: Callable[[str, int, Path], list[str]], name: str, hubs: list[HubProcess], folder: Path
) -> Iterator[str]:
    """The address of a balancer in front of hubs."""
    example, port = (EXAMPLES / name).read_text(), free_port()
    for written, hub in zip(("127.0.0.1:8484", "127.0.0.1:8485"), hubs, strict=True):
        assert written in example
        example = example.replace(written, f"127.0.0.1:{hub.port}")
    with (folder / "balancer.log").open("wb") as log:
        process = subprocess.Popen(make(example, port, folder), stdout=log, stderr=log, env={"HOME": str(folder)})
    url = f"http://127.0.0.1:{port}"
    try:
        until_ready(url)
        yield url
    finally:
        process.kill()
        process.wait(PATIENCE_S)


def until_ready(url: str) -> None:
    """A balancer that has just begun neither listens nor knows its hubs yet."""
    deadline = time.monotonic() + PATIENCE_S
    said: object = None
    while time.monotonic() < deadline:
        try:
            said = httpx2.get(url + READY_PATH, timeout=PATIENCE_S).status_code
        except httpx2.TransportError as error:
            said = error
        if said == 200:
            return
    pytest.fail(f"{url} is not ready: {said}")


def deliver(tablet: Device, event: Event) -> Result:
    """As a tablet does, until the answer is one of a hub."""
    deadline = time.monotonic() + PATIENCE_S
    while (response := tablet.post(tablet.body(event))).status_code != 200:
        assert response.status_code in {502, 503, 504}, response.text
        assert time.monotonic() < deadline, response.text
    answers: Answers = answers_decoder.decode(response.content)
    [answer] = answers.answers
    assert answer.result in {Result.STORED, Result.DUPLICATE}
    return answer.result


@pytest.mark.parametrize(("make", "name"), [(caddy, "Caddyfile"), (nginx, "nginx.conf")])
def test_one_of_two_hubs_may_go(make: Callable[[str, int, Path], list[str]], name: str, tmp_path: Path) -> None:
    a = HubProcess(tmp_path / "a")
    hubs = [a, HubProcess(tmp_path / "b", beside=a)]
    for hub in hubs:
        hub.start()
    try:
        with balanced(make, name, hubs, tmp_path) as url:
            tablet, listener = Device(url), Device(url, "side-door")
            with listener.listen() as stream:
                stream.until_caught_up()
                # Passed on at once, and not when there is enough of it.
                for n in range(1, 5):
                    arrived = tablet.mint(Arrived, visit=uuid4(), ticket=f"K{n}")
                    assert deliver(tablet, arrived) == "stored"
                    stream.entry_of(arrived.id)
            a.kill()
            with listener.listen(stream.past[-1].cursor) as stream:
                stream.until_caught_up()
                for n in range(5, 9):
                    arrived = tablet.mint(Arrived, visit=uuid4(), ticket=f"K{n}")
                    deliver(tablet, arrived)
                    stream.entry_of(arrived.id)
    finally:
        for hub in hubs:
            hub.kill()
