"""The settings of the weekly summary, `[hub.summary]`."""

import ipaddress
import re
from typing import Annotated, Literal

from msgspec import Meta, Struct

WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")

_ADDRESS = re.compile(r"[A-Za-z0-9.+_'-]{1,64}@[A-Za-z0-9.-]{1,190}")


class SummaryConfig(Struct, frozen=True, forbid_unknown_fields=True):
    """The report card of the last four weeks, once a week; off without a folder and without somebody to send it to."""

    folder: str = ""
    """Where it is written as a PDF."""
    to: Annotated[tuple[str, ...], Meta(max_length=20, description="at most 20 addresses")] = ()
    """To whom it is sent by e-mail, with the same PDF."""
    sender: str = ""
    """The address that it comes from."""
    host: str = ""
    """The mail server (SMTP)."""
    port: Annotated[int, Meta(ge=1, le=65535, description="a port, 1 to 65535")] = 587
    security: Literal["starttls", "tls", "none"] = "starttls"
    """How the line to it is encrypted: from its first answer on, or from the start; none is for this machine alone."""
    ca: str = ""
    """A file with who vouches for its certificate, in PEM; empty: whom the system trusts."""
    user: str = ""
    password_file: str = ""
    """The file that holds the user's password."""
    weekday: Literal["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"] = "monday"
    hour: Annotated[int, Meta(ge=0, le=23, description="0 to 23")] = 7
    """From when on that day, by the practice's time."""
    language: Literal["en", "es"] = "en"

    def __post_init__(self) -> None:
        if self.to and not (self.host and self.sender):
            raise ValueError("to: expected along with host and sender")
        for each in filter(None, (*self.to, self.sender)):
            if not _ADDRESS.fullmatch(each):
                raise ValueError(f"to and sender: expected e-mail addresses, got {each!r}")
        if bool(self.user) != bool(self.password_file):
            raise ValueError("user and password_file: expected both or none")
        if self.security == "none" and (self.user or not _is_this_machine(self.host)):
            raise ValueError("security: none is for a mail server on this machine, without a user")

    @property
    def is_on(self) -> bool:
        """Whether anything is to be done."""
        return bool(self.folder or self.to)


def _is_this_machine(host: str) -> bool:
    try:
        return host == "localhost" or ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False
