"""A tablet without a hub, on a clock that the test moves."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication

from tests.tablets import Elsewhere, TabletDriver, TestClock, config


@pytest.fixture(autouse=True)
def only_one() -> Iterator[None]:
    """A test that failed leaves no tablet behind that would hold the keyboard of the next."""
    yield
    for driver in [*TabletDriver.standing]:
        driver.close()


@pytest.fixture
def clock() -> TestClock:
    """10:41 in the morning, until it is moved."""
    return TestClock()


@pytest.fixture
def driver(qapp: QGuiApplication, tmp_path: Path, clock: TestClock) -> Iterator[TabletDriver]:
    """The tablet on Welcome, with an empty store."""
    tablet = TabletDriver(config(tmp_path / "tablet"), clock)
    yield tablet
    tablet.close()


@pytest.fixture
def desk(clock: TestClock) -> Elsewhere:
    """The desk: mints the facts that the hub would bring."""
    return Elsewhere(clock)
