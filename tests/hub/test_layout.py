"""The tables spread over partitions by practice, and what Citus asks of tables that it spreads."""

from pathlib import Path
from uuid import uuid4

import pytest

from kiosk.hub.care.verify import verify
from kiosk.hub.database import open_database
from kiosk.hub.layout import KEY, for_citus, in_partitions, of_practices
from kiosk.hub.schema import OF_ALL
from kiosk.visits.events import Arrived, Rated
from tests.databases import POSTGRESQL, connect
from tests.hub.browserless import Visitor, staffed
from tests.hub.device import Device
from tests.hubs import HubProcess

pytestmark = pytest.mark.parametrize("database_kind", [POSTGRESQL], indirect=True)


def test_a_hub_works_on_partitions(tmp_path: Path) -> None:
    hub = HubProcess(tmp_path)
    open_database(hub.home).close()
    with connect(hub.home) as server:  # type: ignore[arg-type]
        for statement in in_partitions(3):
            server.execute(statement)
    staffed(hub, "Maria")
    hub.start()
    tablet = Device(hub.url)
    with tablet.listen() as stream:
        stream.until_caught_up()
        arrived = tablet.mint(Arrived, visit=uuid4(), ticket="K1", name="Rosalind")
        tablet.push(arrived, tablet.mint(Rated, visit=arrived.visit, rating=uuid4(), stars=5))
        assert stream.entry_of(arrived.id).n == 1
    maria = Visitor(hub)
    maria.sign_in("Maria")
    assert "Rosalind" in maria.get("/desk").text
    assert hub.stop() == 0
    assert verify(hub.home).is_well
    spread = hub.rows("SELECT relname AS name FROM pg_class WHERE relkind = 'p'")
    assert {row["name"] for row in spread} == {table.name for table in of_practices()}


def test_every_key_has_the_practice_and_nothing_refers_across(tmp_path: Path) -> None:
    """What https://docs.citusdata.com asks of distributed tables, read from a database that has been migrated."""
    hub = HubProcess(tmp_path)
    open_database(hub.home).close()
    assert hub.rows("SELECT conname FROM pg_constraint WHERE contype = 'f'") == []
    keys = hub.rows(
        "SELECT t.relname AS name, array_agg(a.attname::text) AS columns FROM pg_index i "
        "JOIN pg_class t ON t.oid = i.indrelid JOIN pg_namespace s ON s.oid = t.relnamespace "
        "JOIN pg_attribute a ON a.attrelid = t.oid AND a.attnum = ANY(i.indkey) "
        "WHERE i.indisunique AND s.nspname = 'public' GROUP BY i.indexrelid, t.relname"
    )
    spread = {table.name for table in of_practices()}
    assert spread <= {row["name"] for row in keys}
    assert [row for row in keys if row["name"] in spread and KEY not in row["columns"]] == []
    statements = list(for_citus())
    assert len(statements) == len(spread) + len(OF_ALL)
    assert all(any(f"'{name}'" in each for each in statements if "distributed" in each) for name in spread)
