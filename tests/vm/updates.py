"""Updates of the virtual tablet: back from a broken version, and to one that is well, by the package's own unit."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.vm.desk import HOST
from tests.vm.machine import MachineError
from tests.vm.repository import KEY, PACKAGE, UPDATE, Repository, told
from tests.vm.steps import ARRIVE, BACK, Tablet, stands_still

DEB = Path("build/deb/front-desk-kiosk_0.1.0_amd64.deb")
BROKEN, NEWER = "0.1.1", "0.1.2"
REFUSED = f"/var/lib/{UPDATE}/refused"
"""Versions that were not well, a line each; named in the guide."""
UPDATE_S = 900.0


@contextmanager
def repository(tablet: Tablet) -> Iterator[Repository]:
    """The practice's, which the tablet knows by the guide's commands."""
    repo = Repository(tablet.folder / "repository")
    try:
        tablet.machine.write(KEY, repo.key)
        # The test does not wait for the night.
        tablet.machine.write(f"/etc/default/{UPDATE}", b"WINDOW=00:00-24:00\n")
        for command in told(f"http://{HOST}:{repo.port}")[:-2]:
            tablet.machine.run("sh", "-c", command)
        yield repo
    finally:
        repo.close()


def installed(tablet: Tablet) -> str:
    """The version on the tablet."""
    return tablet.machine.run("dpkg-query", "-W", "-f", "${Version}", PACKAGE)


def broken(tablet: Tablet) -> None:
    """A version whose screen does not start: the one before runs again by itself, and the broken one stays refused.

    The first update: the way back is made of what is installed.
    """
    machine = tablet.machine
    with repository(tablet) as repo:
        now = installed(tablet)
        repo.publish(DEB, BROKEN, broken=True)
        before = tablet.kept()
        machine.run("systemctl", "start", UPDATE, patience_s=UPDATE_S, check=False)
        _says(tablet, now)
        refused = machine.run("cat", REFUSED).split()
        if refused != [BROKEN]:
            raise MachineError(f"refused, once {BROKEN} was there: {refused}")
        machine.until(tablet.shows_welcome, "Welcome")
        stands_still(machine, name="10-rolled-back")
        machine.run("systemctl", "start", UPDATE, patience_s=UPDATE_S)
        _says(tablet, now)
        if not before <= tablet.kept():
            raise MachineError("a rollback lost facts")
        tablet.tell(f"{BROKEN} was broken; {now} runs again by itself, and {BROKEN} is not taken again")


def newer(tablet: Tablet) -> None:
    """Not while somebody is at the screen; after that, to the newer version, with what was tapped."""
    machine = tablet.machine
    with repository(tablet) as repo:
        repo.publish(DEB, NEWER)
        running, before = installed(tablet), tablet.kept()
        machine.until(tablet.shows_welcome, "Welcome")
        machine.tap(*ARRIVE)
        machine.until(lambda: not tablet.shows_welcome(), "the question for a name", 60.0)
        machine.run("systemctl", "start", UPDATE, patience_s=UPDATE_S)
        if installed(tablet) != running:
            raise MachineError("updated while somebody was at the screen")
        machine.tap(*BACK)
        machine.until(tablet.shows_welcome, "Welcome")
        machine.run("systemctl", "start", UPDATE, patience_s=UPDATE_S)
        _says(tablet, NEWER)
        machine.until(tablet.shows_welcome, "Welcome")
        if not before <= tablet.kept():
            raise MachineError("an update lost facts")
        machine.picture("11-updated")
        tablet.tell(f"from {running} to {NEWER} once nobody was at the screen; every fact is there")


def _says(tablet: Tablet, version: str) -> None:
    if (found := installed(tablet)) != version:
        journal = tablet.machine.run("journalctl", "-u", UPDATE, "-n", "40", "--no-pager", "-o", "cat")
        raise MachineError(f"{found} is installed, and not {version}: {journal}")
