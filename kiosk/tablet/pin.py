"""The staff's PIN: how it is kept, how it is checked, and how guessing is slowed down."""

import hashlib
import hmac
import re

SHORTEST, LONGEST = 4, 8
_PIN = re.compile(rf"[0-9]{{{SHORTEST},{LONGEST}}}")
_SCHEME = "scrypt"
SALT_BYTES = 16
_HASH_BYTES = 32
_FREE_TRIES = 3
_FIRST_WAIT_MS = 5_000
_LONGEST_WAIT_MS = 300_000


def is_pin(text: str) -> bool:
    """Whether this can be a PIN: 4 to 8 digits."""
    return _PIN.fullmatch(text) is not None


def keep(pin: str, salt: bytes) -> str:
    """The PIN as the setting `staff_pin` holds it, `scrypt$salt$hash`, from which it cannot be read."""
    return f"{_SCHEME}${salt.hex()}${_hash(pin, salt).hex()}"


def matches(kept: str, pin: str) -> bool:
    """Whether `pin` is the one that was kept as `kept`."""
    _, salt, digest = kept.split("$")
    return hmac.compare_digest(_hash(pin, bytes.fromhex(salt)), bytes.fromhex(digest))


def wait_ms(wrong: int) -> int:
    """How long the pad rests after so many wrong PINs in a row: not at first, then 5 s, doubling to 5 minutes."""
    if wrong < _FREE_TRIES:
        return 0
    return min(_LONGEST_WAIT_MS, _FIRST_WAIT_MS << min(wrong - _FREE_TRIES, 16))


def _hash(pin: str, salt: bytes) -> bytes:
    # 16 MiB and some 50 ms: so few digits are protected by the pad's rest, not by the hash.
    return hashlib.scrypt(pin.encode(), salt=salt, n=1 << 14, r=8, p=1, dklen=_HASH_BYTES)
