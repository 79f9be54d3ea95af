"""The tokens of a tablet that was let in by a code: the one in use, the one that is to follow, the one of before.

They stand in the enrolment's file, and are there before the hub is told of anything. So a tablet that is killed at any
moment, or whose hub was restored from a backup, still has a token that works, and tries until it has found it.
"""

import hashlib
import secrets
from pathlib import Path

from msgspec.structs import replace

from kiosk.sync.enrolment import Enrolment, keep


class Keyring:
    """Used by one thread at a time. What writes raises EnrolFault where the file cannot be written."""

    def __init__(self, folder: Path, enrolment: Enrolment) -> None:
        """`enrolment`: what was kept in this data folder."""
        self._folder = folder
        self._kept = enrolment
        self._untried = list(enrolment.tokens)
        self.current = self._untried.pop(0)
        """The token to use now."""

    def refused(self) -> bool:
        """The hub does not take the current token; whether there is another to try, which is the current one then."""
        if not self._untried:
            return False
        self.current = self._untried.pop(0)
        return True

    def accepted(self) -> None:
        """The hub takes the current token. Another than was kept as such is kept from now on."""
        self._untried = [token for token in self._kept.tokens if token != self.current]
        if self.current != self._kept.token.access_token:
            self._adopt()

    def make_next(self) -> str:
        """Makes the token that is to follow, if there is none yet, and keeps it; its SHA-256 in hex digits."""
        if not self._kept.next_token:
            self._keep(replace(self._kept, next_token=secrets.token_urlsafe(32)))
        return hashlib.sha256(self._kept.next_token.encode()).hexdigest()

    def use_next(self) -> None:
        """The hub knows the token that is to follow: it is the current one from now on, on the disk, too."""
        self.current = self._kept.next_token
        self._untried = []
        self._adopt()

    def _adopt(self) -> None:
        before = self._kept.token
        after = "" if self._kept.next_token == self.current else self._kept.next_token
        token = replace(before, access_token=self.current)
        self._keep(replace(self._kept, token=token, next_token=after, token_before=before.access_token))
        self._untried = [token for token in self._kept.tokens if token != self.current]

    def _keep(self, enrolment: Enrolment) -> None:
        keep(self._folder, enrolment)
        self._kept = enrolment
