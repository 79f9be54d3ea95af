"""The key of an encrypted store: where it comes from, and how a file tells that it needs one, and which."""

import hashlib
import os
import re
from collections.abc import Mapping
from pathlib import Path

from kiosk.store.fault import StoreFault

_MARK = b"kiosk\0e1"
"""What an encrypted file begins with. SQLCipher lets us choose the file's first 16 bytes, its salt."""
_SALT_BYTES = 16
_KEY = re.compile(r"[0-9a-fA-F]{64}")
_FILE, _CREDENTIAL = "file:", "credential:"


class Key:
    """256 random bits. Shown nowhere: neither by `repr` nor in an error."""

    __slots__ = ("_raw", "salt")

    def __init__(self, raw: bytes) -> None:
        """`raw`: 32 random bytes."""
        self._raw = raw
        # A salt is there to make equal passwords differ. This is no password, so the salt may say which key it is.
        self.salt = _MARK + hashlib.sha256(b"front desk kiosk store\0" + raw).digest()[: _SALT_BYTES - len(_MARK)]

    def literal(self) -> str:
        """For SQLCipher: the key itself, from which nothing is derived, and the salt."""
        return f"x'{self._raw.hex()}{self.salt.hex()}'"


def key_of(setting: str, environ: Mapping[str, str] = os.environ) -> Key | None:
    """The key that `store_key` names: `file:/path`, or `credential:name` of systemd; None where it names none.

    Raises StoreFault, with one sentence in which nothing of the key is.
    """
    if not setting:
        return None
    if setting.startswith(_CREDENTIAL):
        folder = environ.get("CREDENTIALS_DIRECTORY")
        if not folder:
            raise StoreFault(f"store_key: {setting} needs systemd, which has passed no credentials to this program.")
        path = Path(folder) / setting.removeprefix(_CREDENTIAL)
    else:
        path = Path(setting.removeprefix(_FILE))
    try:
        if path.stat().st_mode & 0o007:
            raise StoreFault(f"store_key: {path} can be read by anybody on this device; take that right away.")
        text = path.read_bytes().decode("ascii", "replace").strip()
    except OSError as error:
        raise StoreFault(f"store_key: {path} cannot be read ({error.strerror}).") from None
    if not _KEY.fullmatch(text):
        raise StoreFault(f"store_key: {path} holds no key; expected 64 hex digits, as `openssl rand -hex 32` makes.")
    return Key(bytes.fromhex(text))


def is_encrypted(path: Path) -> bool:
    """Whether the file says that it needs a key. Raises OSError."""
    return _beginning(path).startswith(_MARK)


def needed(path: Path, key: Key | None) -> Key | None:
    """The key with which the file is opened: `key`, or None for a plain one. An empty file becomes what `key` makes it.

    Raises StoreFault where that is not the key it was encrypted with: no other sign tells that from damage.
    """
    try:
        beginning = _beginning(path)
    except OSError:
        # SQLite will say what is the matter.
        return None
    if not beginning:
        return key
    if not beginning.startswith(_MARK):
        return None
    if key is None:
        raise StoreFault(f"{path}: is encrypted, and the settings name no store_key. Nothing was changed.")
    if beginning != key.salt:
        raise StoreFault(f"{path}: is encrypted with another key than the one of store_key. Nothing was changed.")
    return key


def _beginning(path: Path) -> bytes:
    with path.open("rb") as file:
        return file.read(_SALT_BYTES)
