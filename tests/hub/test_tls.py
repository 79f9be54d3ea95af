"""https by the hub itself, and what browsers are told then."""

import hashlib
import re
import socket
import ssl
import stat
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import httpx2
import pytest
import trustme

from tests.hub.browserless import PASSCODE, staffed
from tests.hub.device import opened
from tests.hubs import HubProcess

Serve = Callable[[str], HubProcess]


@pytest.fixture
def serve(tmp_path: Path) -> Iterator[Serve]:
    """Starts a hub with more lines in its settings."""
    started = []

    def start(lines: str) -> HubProcess:
        hub = HubProcess(tmp_path / "hub-process", hub=lines)
        hub.url = hub.url.replace("http:", "https:")
        staffed(hub, "Maria")
        started.append(hub)
        return hub.start()

    yield start
    for hub in started:
        hub.kill()


def client(hub: HubProcess, context: ssl.SSLContext) -> httpx2.Client:
    made = httpx2.Client(base_url=hub.url, verify=context, timeout=10)
    opened.append(made)
    return made


def served(hub: HubProcess) -> bytes:
    """The certificate that the hub shows, in DER."""
    return ssl.PEM_cert_to_DER_cert(ssl.get_server_certificate(("127.0.0.1", hub.port)))


def printed_fingerprint(hub: HubProcess) -> str:
    (line,) = {line for line in hub.printed if line.startswith("Certificate SHA-256: ")}
    return line.removeprefix("Certificate SHA-256: ").replace(":", "").lower()


def test_a_given_certificate_is_served_and_cookies_are_for_https_alone(serve: Serve, tmp_path: Path) -> None:
    authority = trustme.CA()
    issued = authority.issue_cert("127.0.0.1")
    issued.cert_chain_pems[0].write_to_path(tmp_path / "cert.pem")
    issued.private_key_pem.write_to_path(tmp_path / "key.pem")
    hub = serve(f'tls_cert = "{tmp_path}/cert.pem"\ntls_key = "{tmp_path}/key.pem"')
    context = ssl.create_default_context()
    authority.configure_trust(context)
    http = client(hub, context)
    page = http.get("/desk/sign-in")
    assert page.headers["Strict-Transport-Security"] == "max-age=31536000"
    token = re.search(r'name="_csrf_token" value="([^"]+)"', page.text)
    assert token
    welcome = http.post("/desk/sign-in", data={"_csrf_token": token[1], "name": "Maria", "passcode": PASSCODE})
    assert welcome.status_code == 303
    for response in (page, welcome):
        cookie = response.headers["Set-Cookie"].lower()
        assert "secure" in cookie
        assert "httponly" in cookie
        assert "samesite" in cookie
    assert http.get("/desk").status_code == 200
    assert printed_fingerprint(hub) == hashlib.sha256(served(hub)).hexdigest()
    assert f"Desk: {hub.url}/desk" in hub.printed


def test_a_self_signed_certificate_is_made_once_and_can_be_pinned(serve: Serve) -> None:
    hub = serve("self_signed = true")
    first = served(hub)
    assert printed_fingerprint(hub) == hashlib.sha256(first).hexdigest()
    assert stat.S_IMODE((hub.data / "hub-key.pem").stat().st_mode) == 0o600
    hub.kill()
    hub.start()
    assert served(hub) == first
    pinned = ssl.create_default_context(cadata=first)
    assert client(hub, pinned).get("/desk/sign-in").status_code == 200
    with pytest.raises(httpx2.ConnectError, match="certificate verify failed"):
        client(hub, ssl.create_default_context()).get("/desk/sign-in")


def test_old_versions_of_tls_and_plain_http_get_nothing(serve: Serve) -> None:
    hub = serve("self_signed = true")
    old = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    old.check_hostname = False
    old.verify_mode = ssl.CERT_NONE
    old.set_ciphers("ALL:@SECLEVEL=0")
    with pytest.warns(DeprecationWarning, match="TLSv1_1"):
        old.maximum_version = ssl.TLSVersion.TLSv1_1
    with socket.create_connection(("127.0.0.1", hub.port)) as line, pytest.raises(ssl.SSLError):
        old.wrap_socket(line)
    with pytest.raises(httpx2.RequestError):
        httpx2.get(f"http://127.0.0.1:{hub.port}/desk/sign-in")


@pytest.mark.parametrize("cert", ["missing.pem", "no-certificate.pem"])
def test_a_certificate_that_cannot_be_used_is_one_sentence(tmp_path: Path, cert: str) -> None:
    (tmp_path / "no-certificate.pem").write_text("hello")
    hub = HubProcess(tmp_path / "hub-process")
    given = str(tmp_path / cert)
    command = [sys.executable, "-m", "kiosk", "hub", "--config", str(hub.file), "--tls-cert", given]
    done = subprocess.run([*command, "--tls-key", given], capture_output=True, text=True, timeout=30, check=False)
    assert done.returncode == 1
    (sentence,) = [line for line in done.stderr.splitlines() if not line.startswith("{")]
    assert cert in sentence
    assert "cannot be used for https" in sentence
    alone = subprocess.run(command, capture_output=True, text=True, timeout=30, check=False)
    assert alone.returncode == 2
    assert "expected both or none" in alone.stderr


def test_without_tls_browsers_are_not_told_to_insist_on_it(hub: HubProcess) -> None:
    assert "Strict-Transport-Security" not in httpx2.get(hub.url + "/desk/sign-in").headers


def test_more_than_a_form_may_hold_is_refused(hub: HubProcess) -> None:
    response = httpx2.post(hub.url + "/desk/sign-in", data={"name": "x" * 2_000_000})
    assert response.status_code == 413
    assert "Traceback" not in response.text
    assert httpx2.get(hub.url + "/desk/sign-in").status_code == 200


def test_a_fault_within_shows_no_trace(hub: HubProcess) -> None:
    staffed(hub, "Maria")
    hub.execute("DROP TABLE staff")
    response = httpx2.get(hub.url + "/desk/sign-in")
    assert response.status_code >= 500
    assert "Traceback" not in response.text
    assert "sqlite" not in response.text.lower()
