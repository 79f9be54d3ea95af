"""A practice with a morning behind it."""

from tests.hub.practice import practice

__all__ = ["practice"]
