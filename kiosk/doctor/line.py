"""The line to the hub, asked as the tablet asks it: by a push of no events, which changes nothing there."""

import asyncio
import socket
import ssl
from collections.abc import Callable, Iterator
from contextlib import suppress
from email.utils import parsedate_to_datetime
from uuid import UUID, uuid4

import httpx2
from msgspec import Struct

from kiosk.doctor.check import Check, checked, ok
from kiosk.store import Clock
from kiosk.sync import Timing
from kiosk.sync.asking import causes, is_of_certificate
from kiosk.sync.hub import Hub, NoHubError, RefusedError, TooLargeError, UnreachableError
from kiosk.visits.condition import State, of_clock, of_worry
from kiosk.visits.receipt import Receipt
from kiosk.visits.wire import Answers, Push, Worry

Facts = tuple[int, Receipt]
"""How many events are unsent, and what the hub has confirmed."""

_OTHER_NAME = (
    "is of another name",
    "Give the tablet the address that the certificate is of, or the hub a certificate of this address.",
)
_DISTRUSTED = {
    9: ("does not hold yet", "Set the tablet's clock right; if it is right, the hub's was wrong."),
    10: ("has expired", "Renew it at the hub; if it should still hold, set the tablet's clock right."),
    62: _OTHER_NAME,
    64: _OTHER_NAME,
}
"""By what the check ended with. Source: openssl/x509_vfy.h."""
_UNKNOWN = (
    "is one that nobody vouches for",
    "Install who vouches for it (update-ca-certificates); or let the tablet in anew, to pin the hub's own.",
)


class Line(Struct, frozen=True):
    """Who asks, where."""

    hub: str
    tokens: tuple[str, ...]
    """Those that the hub may take, the likeliest first; none of a tablet that was not let in."""
    certificate: str
    device: str
    epoch: str | None
    hub_epoch: str | None
    facts: Facts | None
    """As they were before the hub was asked."""


def look_at_hub(line: Line, clock: Clock, facts: Callable[[], Facts | None]) -> Iterator[Check]:
    """Whether the hub answers, lets this tablet in, has its facts, and has the same time; `facts`: as they are now."""
    try:
        answers, date = asyncio.run(_ask(line, clock))
    except RefusedError:
        yield ok("tablet.hub", f"The hub answers at {line.hub}.")
        if line.tokens:
            yield Check(
                "tablet.token",
                State.FAULT,
                "The hub does not let this tablet in: its token was revoked, or is another hub's.",
                "Let it in anew on the Tablets page; where its settings name a token, give them the right one.",
            )
        return
    except (UnreachableError, TooLargeError, ssl.SSLError, httpx2.InvalidURL) as error:
        yield _unreachable(line, error)
        return
    yield ok("tablet.hub", f"The hub answers at {line.hub}.")
    yield ok("tablet.token", "The hub lets this tablet in.")
    if date:
        yield checked("tablet.clock", of_clock(_ms(date) - clock.now_ms()))
    if line.hub_epoch not in (None, str(answers.hub_epoch)):
        yield Check(
            "tablet.receipt",
            State.WARNING,
            "Another hub answers than before, or it was restored from a backup.",
            "The tablet sends again by itself what it still keeps of the last three days; let it run.",
        )
    elif check := _receipt(line, answers, facts()):
        yield check


def _receipt(line: Line, answers: Answers, after: Facts | None) -> Check | None:
    if line.facts is None or line.epoch is None or answers.receipt is None:
        return None
    unsent, confirmed = line.facts
    if unsent or line.facts != after:
        return ok("tablet.receipt", "What the hub has is compared when nothing is unsent.")
    if confirmed == answers.receipt:
        return ok("tablet.receipt", f"The hub has all {confirmed.count} facts that it has confirmed.")
    told = of_worry(Worry.RECEIPT_DIFFERS)
    return Check(
        "tablet.receipt",
        told.state,
        f"The hub has {answers.receipt.count} facts of this store, and has confirmed {confirmed.count}, not the same.",
        told.do,
    )


def _unreachable(line: Line, error: Exception) -> Check:
    def fault(text: str, do: str) -> Check:
        return Check("tablet.hub", State.FAULT, text, do)

    if isinstance(error, NoHubError):
        return fault(
            f"Something that is no hub answers at {line.hub}: a captive portal or proxy, or the address is wrong.",
            "Sign the tablet in to its network, or have the network let it through; check the hub's address.",
        )
    if is_of_certificate(error):
        if line.certificate:
            return fault(
                f"The hub at {line.hub} shows another certificate than the one that this tablet was let in with.",
                "If the hub's certificate was renewed, enrol the tablet anew; if not, somebody is in between.",
            )
        return fault(*_distrusted(line.hub, error))
    came_from = list(causes(error))
    if any(isinstance(each, socket.gaierror) for each in came_from):
        return fault(f"The name in {line.hub} is not known in this network.", "Check the address, and the name server.")
    if any(isinstance(each, ConnectionRefusedError) for each in came_from):
        return fault(
            f"No hub listens at {line.hub}: the connection is refused.", "Start the hub; check address and port."
        )
    if any(isinstance(each, TimeoutError | httpx2.TimeoutException) for each in came_from):
        return fault(
            f"Nobody answers at {line.hub} in time.",
            "Check the network, and that no firewall drops what goes to the hub.",
        )
    return fault(f"The hub at {line.hub} cannot be reached: {error}.", "Check network and hub.")


def _distrusted(hub: str, error: Exception) -> tuple[str, str]:
    """What is wrong with a certificate that somebody should vouch for, and what to do."""
    cause = next(each for each in causes(error) if isinstance(each, ssl.SSLCertVerificationError))
    wrong, do = _DISTRUSTED.get(cause.verify_code, _UNKNOWN)
    return f"The certificate of the hub at {hub} {wrong}.", do


async def _ask(line: Line, clock: Clock) -> tuple[Answers, str]:
    hub = Hub(line.hub, "", Timing(), line.certificate)
    nothing = Push(
        device=line.device,
        epoch=UUID(line.epoch) if line.epoch else uuid4(),
        boot=clock.boot,
        mono=clock.mono_ms(),
        at=clock.now_ms(),
        events=[],
        hub_epoch=UUID(line.hub_epoch) if line.hub_epoch else None,
    )
    try:
        for token in line.tokens[:-1]:
            hub.use(token)
            with suppress(RefusedError):
                return await hub.push(nothing), hub.date
        if line.tokens:
            hub.use(line.tokens[-1])
        return await hub.push(nothing), hub.date
    finally:
        await hub.close()


def _ms(date: str) -> int:
    """Raises nothing: a date that is none is the epoch's, and so as wrong as can be."""
    try:
        return int(parsedate_to_datetime(date).timestamp() * 1000)
    except ValueError:
        return 0
