"""A hub moves from its file to a PostgreSQL server, whole, and goes on there as the same hub."""

import json
from collections.abc import Iterator
from pathlib import Path
from uuid import uuid4

import pytest
from click.testing import CliRunner, Result
from sqlalchemy import URL

from kiosk.cli import cli
from kiosk.visits.events import Acknowledged, Arrived, ConcernRaised, Event, NamesErased, Rated, RatingSettled
from tests import databases
from tests.hub.device import Device
from tests.hub.people import signed_in, with_roles
from tests.hubs import HubProcess

pytestmark = pytest.mark.files


@pytest.fixture
def url() -> Iterator[URL]:
    made = databases.create()
    yield made
    databases.drop(made)


def kiosk_hub(hub: HubProcess, *arguments: str) -> Result:
    return CliRunner().invoke(cli, ["hub", *arguments, "--config", str(hub.file)])


def test_a_hub_moves_with_all_that_it_has(hub: HubProcess, url: URL, tmp_path: Path) -> None:
    with_roles(hub)
    tablet = Device(hub.url)
    visit, rating = uuid4(), uuid4()
    told: list[Event] = [
        tablet.mint(Arrived, visit=visit, ticket="K7", name="Zo\u00eb \U0001f600"),
        tablet.mint(Rated, visit=visit, rating=rating, stars=2),
        tablet.mint(RatingSettled, visit=visit, rating=rating),
        tablet.mint(ConcernRaised, visit=visit, concern=uuid4(), rating=rating),
        tablet.mint(Arrived, visit=(erased := uuid4()), ticket="K8", name="Rosalind"),
        tablet.mint(NamesErased, visit=erased),
        *(tablet.mint(Arrived, visit=uuid4(), ticket=f"K{n}") for n in range(10, 40)),
    ]
    tablet.results(*told)
    with tablet.listen() as stream:
        cursor = stream.until_caught_up()[-1].cursor
    told.append(tablet.mint(Acknowledged, visit=visit, by="Maria"))
    tablet.results(told[-1])
    signed_in(hub, "Maria")
    server = url.render_as_string(hide_password=False)
    assert "another hub is running" in kiosk_hub(hub, "migrate-to", server).stderr
    hub.stop()

    done = kiosk_hub(hub, "migrate-to", server)
    assert (done.exit_code, done.stderr) == (0, "")
    assert f"event: {len(told)} rows, digest " in done.stdout
    assert "the file and the server have the same." in done.stdout
    again = kiosk_hub(hub, "migrate-to", server)
    assert (again.exit_code, again.stdout) == (1, "")
    assert again.stderr.endswith("the database is not empty; it was not touched.\n")

    found = kiosk_hub(hub, "verify", "--database", server, "--json")
    assert json.loads(found.stdout)["is_well"]
    assert kiosk_hub(hub, "rebuild", "--database", server).stdout.endswith("Nothing was wrong.\n")
    refused = kiosk_hub(hub, "backup", str(tmp_path / "b"), "--database", server)
    assert refused.exit_code == 1
    assert "pg_dump" in refused.stderr

    moved = HubProcess(tmp_path / "moved", hub=f'database = "{server}"').start()
    try:
        tablet.http.base_url = moved.url
        assert tablet.results(*told) == ["duplicate"] * len(told)
        with tablet.listen(after=cursor) as stream:
            (seen,) = stream.until_caught_up()
            assert seen.data["event"]["kind"] == "acknowledged"
        signed_in(moved, "Maria")
    finally:
        moved.kill()


def test_what_is_no_address_of_a_server_is_refused(hub: HubProcess) -> None:
    done = kiosk_hub(hub, "migrate-to", "mysql://somewhere")
    assert done.exit_code == 2
    assert "postgresql://" in done.stderr


def test_a_server_that_is_not_there_is_told(tmp_path: Path) -> None:
    hub = HubProcess(tmp_path)
    assert "there is no database" in kiosk_hub(hub, "migrate-to", "postgresql://127.0.0.1:1/x").stderr
    hub.data.mkdir()
    assert "there is no database" in kiosk_hub(hub, "migrate-to", "postgresql://127.0.0.1:1/x").stderr
