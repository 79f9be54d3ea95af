"""A name that was erased is in no file any more, of the tablet or of the hub, nor in a backup that knew it."""

from collections.abc import Iterable
from pathlib import Path
from uuid import uuid4

from kiosk.hub.care.backup import backup
from tests.faults.ledger import Ledger
from tests.faults.tablets import Tablet
from tests.hubs import HubProcess

NAMES = 300


def found(names: Iterable[str], folder: Path) -> set[str]:
    """Those of the names that any file has, whatever kind of file."""
    contents = [file.read_bytes() for file in folder.rglob("*") if file.is_file()]
    return {name for name in names if any(name.encode() in content for content in contents)}


def test_not_one_of_300_names_can_be_found_after_its_visit(
    hub: HubProcess, tablet: Tablet, ledger: Ledger, tmp_path: Path
) -> None:
    # As different from each other as words are, so that no part of one file happens to be another's.
    names = [f"Zx{uuid4().hex[:12]}" for _ in range(NAMES)]
    visits = [str(uuid4()) for _ in names]
    for visit, name in zip(visits, names, strict=True):
        tablet.save([(visit, "arrived")], name)
    tablet.drained()
    assert found(names, tablet.folder) == set(names)
    assert found(names, hub.data) == set(names)
    backup(hub.data, tmp_path / "monday.sqlite3")
    for start in range(0, NAMES, 20):
        tablet.tell(do="erase", visits=visits[start : start + 20])
    tablet.until(lambda line: "erased" in line)
    tablet.drained()
    tablet.stop()
    assert found(names, tablet.folder) == set()
    # A reader may put the hub's tidying off to the next commit; none reads now.
    assert found(names, hub.data) == set()
    assert found(names, tmp_path) == set()
    assert len(ledger.acknowledged) == NAMES
