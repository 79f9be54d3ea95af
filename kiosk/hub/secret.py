"""Keys that are only ever kept as their digest."""

import hashlib


def digest(key: str) -> str:
    """SHA-256 in hex. For random keys alone: a passcode needs a slow hash."""
    return hashlib.sha256(key.encode()).hexdigest()
