"""A hub, a network and tablets, all of them real; the ledger knows every acknowledged fact."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.faults.ledger import Ledger
from tests.faults.proxy import Proxy
from tests.faults.tablets import Tablet
from tests.hubs import HubProcess, hub

__all__ = ["hub"]

Tablets = Callable[..., Tablet]


@pytest.fixture
def ledger() -> Ledger:
    """Nothing happened yet."""
    return Ledger()


@pytest.fixture
def proxy(hub: HubProcess) -> Iterator[Proxy]:
    """The network, which does no harm before it is told to."""
    between = Proxy(hub.port)
    yield between
    between.close()


@pytest.fixture
def tablets(tmp_path: Path, proxy: Proxy, ledger: Ledger) -> Iterator[Tablets]:
    """Makes tablets by name; they end with the test."""
    made: list[Tablet] = []

    def make(device: str = "front-door", *, folder: Path | None = None, before: tuple[str, ...] = ()) -> Tablet:
        log = tmp_path / f"tablet-{len(made)}.log"
        made.append(Tablet(folder or tmp_path / device, proxy.url, ledger, device, log=log, before=before))
        return made[-1]

    yield make
    for tablet in made:
        tablet.close()


@pytest.fixture
def tablet(tablets: Tablets) -> Tablet:
    """The tablet at the front door, running."""
    return tablets().start()
