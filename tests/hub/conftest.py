"""A hub of its own for every test here."""

from collections.abc import Iterator

import pytest

from tests.hub import device
from tests.hubs import hub

__all__ = ["hub"]


@pytest.fixture(autouse=True)
def closed_clients() -> Iterator[None]:
    """No test leaves a connection open."""
    yield
    device.close_all()
