"""A name that was told to be erased is gone from the hub: log, projections and the database's files."""

from uuid import uuid4

import pytest

from kiosk.visits.events import Arrived, NamesErased
from tests.hub.device import Device
from tests.hubs import HubProcess

NAME = "Rosalind"


@pytest.mark.parametrize("arrival_first", [True, False])
def test_an_erased_name_is_nowhere(hub: HubProcess, arrival_first: bool) -> None:
    tablet = Device(hub.url)
    visit = uuid4()
    arrived = tablet.mint(Arrived, visit=visit, ticket="K7", name=NAME)
    kept = tablet.mint(Arrived, visit=uuid4(), ticket="K8", name="Wen")
    erased = tablet.mint(NamesErased, visit=visit)
    tablet.push(kept)
    for event in (arrived, erased) if arrival_first else (erased, arrived):
        assert tablet.results(event) == ["stored"]
    assert [row["name"] for row in hub.rows("SELECT name FROM visit ORDER BY ticket")] == ["", "Wen"]
    assert not hub.is_written(NAME)
    assert tablet.results(arrived, kept) == ["duplicate", "duplicate"]
    assert not hub.is_written(NAME)
