"""A hub that answers as a test wants."""

from collections.abc import Iterator

import pytest

from tests.sync.servers import FakeHub


@pytest.fixture
def fake() -> Iterator[FakeHub]:
    """Stores everything, and gives no receipt, if it is not told otherwise."""
    hub = FakeHub()
    yield hub
    hub.close()
