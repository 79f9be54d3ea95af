"""What a revoked tablet had not sent gets to the hub by the hands of IT."""

import json
import stat
from pathlib import Path
from uuid import uuid4

from click.testing import CliRunner, Result

from kiosk.cli import cli
from kiosk.store import Store
from kiosk.store.sealing import seal
from kiosk.visits.events import Arrived
from tests.hubs import HubProcess, hub
from tests.store.conftest import done, rated

__all__ = ["hub"]


def kiosk(*words: str) -> Result:
    return CliRunner().invoke(cli, words)


def test_what_was_sealed_is_told_and_handed_to_the_hub_once(hub: HubProcess, tmp_path: Path) -> None:
    data, away = tmp_path / "data", tmp_path / "away"
    settings = tmp_path / "tablet.toml"
    settings.write_text(f'[tablet]\ndata = "{data}"\n')
    assert kiosk("sealed", "--config", str(settings)).stdout == "No store was sealed here.\n"
    store = Store.open(data, "side-door")
    done(store.append(lambda stamp: Arrived(**stamp, visit=uuid4(), ticket="M1", name="Rosalind"), rated()))
    store.close()
    file = seal(data, "side-door")
    before = file.read_bytes()
    result = kiosk("sealed", "--config", str(settings), "--export", str(away), "--json")
    told = json.loads(result.stdout)
    # Two facts, and that the name was erased.
    assert told == {"file": str(file), "device": "side-door", "unsent": 3, "exported": told["exported"]}
    assert file.read_bytes() == before
    exported = Path(told["exported"])
    assert stat.S_IMODE(exported.stat().st_mode) == 0o600
    assert b"Rosalind" not in exported.read_bytes()
    again = kiosk("sealed", "--config", str(settings), "--export", str(away))
    assert (again.exit_code, again.stderr) == (1, f"{exported}: cannot be written (File exists).\n")

    command = "hub", "take-in", str(exported), "--config", str(hub.file)
    running = kiosk(*command)
    assert running.exit_code == 1
    assert "another hub is running" in running.stderr
    hub.stop()
    assert kiosk(*command).stdout == "Of side-door: 3 stored, 0 there already, 0 refused.\n"
    assert kiosk(*command).stdout == "Of side-door: 0 stored, 3 there already, 0 refused.\n"
    assert [row["n"] for row in hub.rows("SELECT n FROM event WHERE device = 'side-door' ORDER BY n")] == [1, 2, 3]
    assert len(hub.rows("SELECT visit FROM visit WHERE ticket = 'M1'")) == 1

    strange = tmp_path / "strange.json"
    strange.write_bytes(exported.read_bytes().replace(b"side-door", b"back-door"))
    for wrong, why in ((strange, "which was never let in here"), (settings, "was not written by")):
        refused = kiosk("hub", "take-in", str(wrong), "--config", str(hub.file))
        assert refused.exit_code == 1
        assert why in refused.stderr
