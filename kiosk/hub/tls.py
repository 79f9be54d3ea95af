"""https by the hub itself: with a certificate that is given, or with one that it makes for itself and keeps."""

import datetime
import ipaddress
import os
import socket
import ssl
from dataclasses import dataclass
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import ExtendedKeyUsageOID, NameOID

from kiosk.config import HubConfig

CERT_NAME = "hub-cert.pem"
KEY_NAME = "hub-key.pem"

_VALID = datetime.timedelta(days=3650)
_ANYWHERE = ("0.0.0.0", "::")  # noqa: S104 - compared, not bound


class TlsFault(Exception):
    """https cannot be served; the message is one sentence for the person who runs the hub."""


@dataclass(frozen=True)
class Tls:
    """What the hub serves https with."""

    context: ssl.SSLContext
    fingerprint: str
    """SHA-256 of the certificate: 64 hex digits, in pairs with colons between."""
    self_signed: bool


def prepare(config: HubConfig) -> Tls | None:
    """What the settings ask for; None for plain http.

    Makes the self-signed certificate at the first call, in the data folder. Raises TlsFault.
    """
    if not config.tls:
        return None
    cert, key = Path(config.tls_cert), Path(config.tls_key)
    if config.self_signed:
        cert, key = Path(config.data) / CERT_NAME, Path(config.data) / KEY_NAME
        if not (cert.exists() and key.exists()):
            _make(cert, key, config)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.minimum_version = ssl.TLSVersion.TLSv1_2
    context.set_alpn_protocols(["http/1.1"])
    try:
        context.load_cert_chain(cert, key)
        found = x509.load_pem_x509_certificate(cert.read_bytes())
    except OSError as error:
        # ssl.SSLError is an OSError too, but speaks of no file.
        raise TlsFault(f"{cert} and {key} cannot be used for https: {error.strerror or error}.") from None
    except ValueError as error:
        raise TlsFault(f"{cert}: is no certificate in PEM: {error}.") from None
    return Tls(context, found.fingerprint(hashes.SHA256()).hex(":").upper(), config.self_signed)


def _make(cert: Path, key: Path, config: HubConfig) -> None:
    """Writes a key that its owner alone can read, and its certificate. Raises TlsFault."""
    private = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "Front Desk Kiosk hub")])
    now = datetime.datetime.now(datetime.UTC)
    made = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(private.public_key())
        .serial_number(x509.random_serial_number())
        # A tablet whose clock is behind must not find it too new.
        .not_valid_before(now - datetime.timedelta(days=2))
        .not_valid_after(now + _VALID)
        .add_extension(x509.SubjectAlternativeName(_names(config)), critical=False)
        .add_extension(x509.BasicConstraints(ca=True, path_length=0), critical=True)
        .add_extension(x509.ExtendedKeyUsage([ExtendedKeyUsageOID.SERVER_AUTH]), critical=False)
        .sign(private, hashes.SHA256())
    )
    pem = private.private_bytes(
        serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    )
    try:
        # A hub whose database is on a server has nothing else in it.
        key.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        _write(key, pem)
        _write(cert, made.public_bytes(serialization.Encoding.PEM))
    except OSError as error:
        raise TlsFault(f"{key.parent}: the certificate cannot be written there: {error.strerror}.") from None


def _names(config: HubConfig) -> list[x509.GeneralName]:
    """Every name that tablets and browsers may call the hub by, as far as it knows them."""
    host = socket.gethostname()
    wanted = ["localhost", "127.0.0.1", "::1", host, f"{host}.local", config.public_host]
    if config.host not in _ANYWHERE:
        wanted.append(config.host)
    names: list[x509.GeneralName] = []
    for each in dict.fromkeys(filter(None, wanted)):
        try:
            names.append(x509.IPAddress(ipaddress.ip_address(each)))
        except ValueError:
            if each.isascii():
                names.append(x509.DNSName(each))
    return names


def _write(path: Path, content: bytes) -> None:
    """Whole or not at all, and readable by its owner alone."""
    part = path.with_suffix(".part")
    part.unlink(missing_ok=True)
    with os.fdopen(os.open(part, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
    part.replace(path)
