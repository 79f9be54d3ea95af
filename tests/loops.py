"""Where what starts an event loop of its own can be called."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import TypeVar

Given = TypeVar("Given")


def alone(call: Callable[[], Given]) -> Given:
    """What the call gives, in a thread of its own: a browser of another test may keep an event loop running here."""
    with ThreadPoolExecutor(1) as thread:
        return thread.submit(call).result()
