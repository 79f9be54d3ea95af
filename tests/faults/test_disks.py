"""Disks that are full, broken, read-only or limited: told, got over, and nothing that was acknowledged is lost."""

import shutil
from pathlib import Path

import pytest

from tests.disks import MS_RDONLY, disk, fill, remount
from tests.faults.conftest import Tablets
from tests.faults.ledger import Ledger
from tests.faults.tablets import Tablet
from tests.hubs import HubProcess


def is_kept(hub: HubProcess, tablet: Tablet, ledger: Ledger) -> None:
    """Everything acknowledged reaches the hub, once."""
    tablet.drained()
    verdict = ledger.judge(hub)
    assert verdict.is_clean, verdict


def test_a_disk_fills_up_to_its_last_byte_and_is_cleared(
    hub: HubProcess, tablets: Tablets, ledger: Ledger, tmp_path: Path
) -> None:
    with disk(tmp_path / "disk", mebibytes=12) as folder:
        tablet = tablets(folder=folder / "data").start(syncing=False)
        fillers = [fill(folder)]
        tablet.save_visits(5)
        tablet.saved()
        # The reserve is in use: nobody at the screen was turned away, and IT can know.
        assert tablet.failures == []
        assert tablet.state()["reserve"] is False
        fillers.append(fill(folder, "more"))
        while not tablet.failures:
            tablet.save_visits(20)
            tablet.saved()
        assert "disk is full" in tablet.failures[0]
        for filler in fillers:
            filler.unlink()
        told = len(tablet.failures)
        tablet.save_visits(5)
        tablet.saved()
        assert len(tablet.failures) == told
        tablet.tell(do="sync")
        is_kept(hub, tablet, ledger)
        tablet.stop()


@pytest.mark.parametrize("calls", ["fdatasync,fsync", "pwrite64"])
def test_a_disk_reports_errors_now_and_then(hub: HubProcess, tablets: Tablets, ledger: Ledger, calls: str) -> None:
    strace = shutil.which("strace")
    assert strace, "disk errors can only be tried with strace"
    tablet = tablets(before=(strace, "-f", "-qq", "-e", f"trace={calls}", "-e", f"inject={calls}:error=EIO:when=60+7"))
    tablet.start(syncing=False)
    for _ in range(10):
        tablet.save_visits(2)
        tablet.saved()
    tablet.stop()
    assert "EIO" in tablet.log.read_text(), "no error was met"
    tablet.before = ()
    tablet.start()
    is_kept(hub, tablet, ledger)


def test_a_disk_that_becomes_read_only_is_told_and_used_again_after(
    hub: HubProcess, tablets: Tablets, ledger: Ledger, tmp_path: Path
) -> None:
    with disk(tmp_path / "disk", mebibytes=12) as folder:
        tablet = tablets(folder=folder / "data").start(syncing=False)
        tablet.save_visits(3)
        tablet.saved()
        tablet.stop()
        remount(folder, MS_RDONLY)
        with pytest.raises(AssertionError, match=r"cannot be (used|written)"):
            tablet.start()
        tablet.close()
        remount(folder, 0)
        tablet.start()
        is_kept(hub, tablet, ledger)
        tablet.stop()


def test_a_limit_on_the_size_of_files_is_told_and_got_over(hub: HubProcess, tablets: Tablets, ledger: Ledger) -> None:
    tablet = tablets(before=("prlimit", f"--fsize={400_000}")).start(syncing=False)
    while not tablet.failures:
        tablet.save_visits(20)
        tablet.saved()
    tablet.stop()
    tablet.before = ()
    tablet.start()
    tablet.save_visits(2)
    is_kept(hub, tablet, ledger)
