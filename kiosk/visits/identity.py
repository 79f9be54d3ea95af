"""Identifiers that are minted where an event happens and never collide."""

from uuid import UUID

RANDOM_BITS = 74


def uuid7(unix_ms: int, randomness: int) -> UUID:
    """A UUID version 7 of the given time (ms since 1970, UTC) and `RANDOM_BITS` random bits.

    Both are arguments, so that this stays pure and a seeded simulation mints the same ids again.
    Layout: RFC 9562, section 5.7.
    """
    if not 0 <= unix_ms < 1 << 48:
        raise ValueError(f"a UUIDv7 holds 48 bits of milliseconds, got {unix_ms}")
    rand_a = (randomness >> 62) & 0xFFF
    rand_b = randomness & ((1 << 62) - 1)
    return UUID(int=unix_ms << 80 | 0x7 << 76 | rand_a << 64 | 0b10 << 62 | rand_b)
