"""What this tablet was given by its hub when it was let in, kept in its data folder."""

import os
from pathlib import Path

import msgspec
from msgspec import Struct

from kiosk.visits.wire import Token

FILE_NAME = "enrolment.json"


class EnrolFault(Exception):
    """The tablet cannot be enrolled; the message is one sentence."""


class DeniedError(EnrolFault):
    """Somebody at the desk did not let it in."""


class Enrolment(Struct, frozen=True, kw_only=True):
    """What the tablet is, at which hub."""

    hub: str
    token: Token
    certificate: str = ""
    """The hub's, in PEM, if it is one that nobody vouches for; no other is trusted then."""
    next_token: str = ""
    """What is to follow the access token; the hub may know it already."""
    token_before: str = ""
    """What the access token has followed: a hub that was restored from a backup knows no other."""

    @property
    def tokens(self) -> list[str]:
        """Every token that the hub may take, the likeliest first."""
        return [self.token.access_token, *filter(None, (self.next_token, self.token_before))]


def kept(folder: Path) -> Enrolment | None:
    """What was kept in the tablet's data folder; None if nothing was. Raises EnrolFault."""
    file = folder / FILE_NAME
    try:
        return msgspec.json.decode(file.read_bytes(), type=Enrolment)
    except FileNotFoundError:
        return None
    except OSError as error:
        raise EnrolFault(f"{file}: cannot be read: {error.strerror}.") from None
    except msgspec.DecodeError as error:
        raise EnrolFault(f"{file}: is no enrolment: {error}.") from None


def keep(folder: Path, enrolment: Enrolment) -> None:
    """Keeps it durably, whole or not at all, and readable by this user alone. Raises EnrolFault."""
    file, part = folder / FILE_NAME, folder / f"{FILE_NAME}.part"
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        part.unlink(missing_ok=True)
        with os.fdopen(os.open(part, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as opened:
            opened.write(msgspec.json.encode(enrolment))
            opened.flush()
            os.fsync(opened.fileno())
        part.replace(file)
        opened_folder = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
        try:
            os.fsync(opened_folder)
        finally:
            os.close(opened_folder)
    except OSError as error:
        raise EnrolFault(f"{file}: cannot be written: {error.strerror}.") from None
