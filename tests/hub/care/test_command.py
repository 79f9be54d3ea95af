"""`kiosk hub backup | restore | rebuild | verify` as an administrator types them."""

import json
from pathlib import Path
from uuid import uuid4

import pytest
from click.testing import CliRunner, Result

from kiosk.cli import cli
from kiosk.visits.events import Arrived
from tests.hub.device import Device
from tests.hub.practice import NAME, is_written
from tests.hubs import HubProcess, hub

__all__ = ["hub"]


def kiosk_hub(hub: HubProcess, command: str, *arguments: str) -> Result:
    return CliRunner().invoke(cli, ["hub", command, *arguments, "--config", str(hub.file)])


@pytest.mark.files
def test_a_hub_is_put_back_and_tablets_fill_it_again(hub: HubProcess, tmp_path: Path) -> None:
    tablet = Device(hub.url)
    first = tablet.mint(Arrived, visit=uuid4(), ticket="K7", name=NAME)
    second = tablet.mint(Arrived, visit=uuid4(), ticket="K8", name=NAME)
    tablet.results(first)
    file = str(tmp_path / "away" / "monday.sqlite3")
    Path(file).parent.mkdir()

    done = kiosk_hub(hub, "backup", file)
    assert (done.exit_code, done.stderr) == (0, "")
    assert done.stdout.endswith("without patients' names.\n")
    assert not is_written(Path(file).parent)
    assert json.loads(kiosk_hub(hub, "backup", file, "--force", "--json").stdout)["events"] == 1

    tablet.results(second)
    refused = kiosk_hub(hub, "restore", file, "--force")
    assert (refused.exit_code, refused.stdout) == (1, "")
    assert refused.stderr == f"{hub.data}: a hub is running on this data folder; stop it first.\n"

    hub.stop()
    restored = kiosk_hub(hub, "restore", file, "--force")
    assert (restored.exit_code, restored.stderr) == (0, "")
    assert "Restored: 1 events." in restored.stdout
    assert not is_written(hub.data)
    rebuilt = kiosk_hub(hub, "rebuild")
    assert rebuilt.stdout == "1 visits, 0 ratings and 0 concerns.\nNothing was wrong.\n"

    hub.start()
    assert tablet.results(first, second) == ["duplicate", "stored"]
    found = kiosk_hub(hub, "verify")
    assert (found.exit_code, found.stdout, found.stderr) == (0, "All is well: 2 events of 2 visits.\n", "")
    assert json.loads(kiosk_hub(hub, "verify", "--json").stdout)["is_well"]


@pytest.mark.files
def test_what_is_wrong_is_told_with_a_failing_exit_code(tmp_path: Path) -> None:
    hub = HubProcess(tmp_path)
    for command in (("verify",), ("backup", str(tmp_path / "b"))):
        done = kiosk_hub(hub, *command)
        assert (done.exit_code, done.stdout) == (1, "")
        assert "there is no database" in done.stderr
    assert kiosk_hub(hub, "verify", "--tls-cert", "x").exit_code == 2
