"""The address of a PostgreSQL server, as settings name it."""

import re

_SCHEME = "postgresql://"
_WHERE = re.compile(_SCHEME + r"(?:[^:/]*(?::[^@]*)?@)?([^?]*)")
"""What follows user and password, up to the options, as SQLAlchemy divides it: the first @ ends a password."""


def check_server(address: str) -> None:
    """Raises ValueError for what is no such address, nor empty; it tells nothing of it, which may hold a password."""
    if not address:
        return
    found = _WHERE.match(address)
    if found is None:
        raise ValueError(f"expected an address that begins with {_SCHEME}, or nothing")
    if "@" in found[1]:
        raise ValueError("expected each @ of a user or a password to be written %40")
    port = found[1].partition("/")[0].rpartition("]")[2].partition(":")[2]
    if port and not port.isdecimal():
        raise ValueError("expected a number as the port")
