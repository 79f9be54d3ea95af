"""How a tablet comes to its hub: asking to be let in (RFC 8628)."""

import asyncio
import hashlib
import ssl
from collections.abc import Callable, Iterator
from urllib.parse import urlsplit

import httpx2
import msgspec

from kiosk.sync.enrolment import DeniedError, EnrolFault, Enrolment
from kiosk.sync.hub import pinned
from kiosk.visits.wire import (
    AUTHORIZATION_PATH,
    CLIENT_ID,
    DEVICE_GRANT,
    PROTOCOL,
    PROTOCOL_HEADER,
    TOKEN_PATH,
    DeviceCode,
    Token,
    device_code_decoder,
    oauth_error_decoder,
    token_decoder,
)

_ANSWER_S = 10.0
_SLOWER_S = 5.0
"""What `slow_down` adds to the interval. Source: RFC 8628, 3.5."""


class Asking:
    """Asks one hub to be let in, until somebody at the desk has decided."""

    def __init__(self, hub: str) -> None:
        """`hub` is its address, without a path."""
        self._hub = hub
        self.certificate = ""
        """The hub's certificate in PEM, where nobody vouches for it."""

    @property
    def fingerprint(self) -> str:
        """SHA-256 of that certificate, in pairs with colons between; empty without one."""
        if not self.certificate:
            return ""
        return hashlib.sha256(ssl.PEM_cert_to_DER_cert(self.certificate)).digest().hex(":").upper()

    async def run(self, show: Callable[[DeviceCode], None]) -> Enrolment:
        """Asks for a code, shows it, and polls; a code that ran out is followed by a new one.

        Raises EnrolFault where no hub answers, and DeniedError.
        """
        await self._look_at_certificate()
        verify = pinned(self.certificate) if self.certificate else True
        headers = {PROTOCOL_HEADER: PROTOCOL, "User-Agent": CLIENT_ID}
        async with httpx2.AsyncClient(base_url=self._hub, headers=headers, timeout=_ANSWER_S, verify=verify) as client:
            while True:
                code = await _ask(client)
                show(code)
                token = await _await_token(client, code)
                if token is not None:
                    return Enrolment(hub=self._hub, token=token, certificate=self.certificate)

    async def _look_at_certificate(self) -> None:
        """Keeps the hub's certificate if nobody vouches for it: people compare its fingerprint."""
        parts = urlsplit(self._hub)
        if parts.scheme != "https" or not parts.hostname:
            return
        try:
            async with httpx2.AsyncClient(timeout=_ANSWER_S) as client:
                await client.head(self._hub)
        except httpx2.ConnectError as error:
            if not is_of_certificate(error):
                raise EnrolFault(_silent(self._hub)) from None
            where = parts.hostname, parts.port or 443
            try:
                self.certificate = await asyncio.to_thread(ssl.get_server_certificate, where, timeout=_ANSWER_S)
            except OSError:
                raise EnrolFault(_silent(self._hub)) from None
        except httpx2.RequestError:
            raise EnrolFault(_silent(self._hub)) from None


async def _ask(client: httpx2.AsyncClient) -> DeviceCode:
    try:
        response = await client.post(AUTHORIZATION_PATH, data={"client_id": CLIENT_ID})
    except httpx2.RequestError:
        raise EnrolFault(_silent(str(client.base_url))) from None
    if response.headers.get(PROTOCOL_HEADER) != PROTOCOL:
        raise EnrolFault(f"What answers at {client.base_url} is no hub.")
    if response.status_code != httpx2.codes.OK:
        raise EnrolFault(f"The hub gives no code just now (status {response.status_code}).")
    try:
        return device_code_decoder.decode(response.content)
    except msgspec.DecodeError as error:
        raise EnrolFault(f"The hub's answer is not what it should be: {error}.") from None


async def _await_token(client: httpx2.AsyncClient, code: DeviceCode) -> Token | None:
    """The token once there is one; None when the code has run out. Raises EnrolFault."""
    interval = float(code.interval)
    form = {"grant_type": DEVICE_GRANT, "device_code": code.device_code, "client_id": CLIENT_ID}
    ends = asyncio.get_running_loop().time() + code.expires_in
    while asyncio.get_running_loop().time() < ends:
        await asyncio.sleep(interval)
        try:
            response = await client.post(TOKEN_PATH, data=form)
        except httpx2.RequestError:
            # Source: RFC 8628, 3.5: on a connection that times out, poll less often.
            interval = min(60.0, interval * 2)
            continue
        try:
            if response.status_code == httpx2.codes.OK:
                return token_decoder.decode(response.content)
            error = oauth_error_decoder.decode(response.content).error
        except msgspec.DecodeError:
            # Something that is no hub has come between for a while.
            continue
        match error:
            case "slow_down":
                interval += _SLOWER_S
            case "access_denied":
                raise DeniedError("The desk did not let this tablet in.")
            case "expired_token":
                return None
    return None


def is_of_certificate(error: Exception) -> bool:
    """Whether it came to this because the certificate was not trusted."""
    return any(isinstance(cause, ssl.SSLCertVerificationError) for cause in causes(error))


def causes(error: BaseException | None) -> Iterator[BaseException]:
    """The error, and what it came from, back to the first."""
    while error is not None:
        yield error
        error = error.__cause__ or error.__context__


def _silent(hub: str) -> str:
    return f"No hub answers at {hub}."
