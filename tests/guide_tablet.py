"""Follows the tablet's part of the guide for IT in a fresh Debian 12, and both ways of updating.

`python3 -m tests.guide_tablet BASE.tar PACKAGE.deb LOG`, as root, with systemd-nspawn, reprepro and gpg. There is no
screen there: the program draws off screen and without cage; all else is the package's own. `make vm` has a screen.
"""

import re
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.guide import Machine, blocks, booted, packages, say, scripts, section, unpacked, wait
from tests.vm.repository import KEY, PACKAGE, UPDATE, Repository, told

PART = "A tablet"
_, BY_HAND, _ = scripts("Update and rollback")
SETTINGS = "/etc/front-desk-kiosk/tablet.toml"
BEFORE = f"/var/lib/{UPDATE}/before.deb"
"""The way back, as an update has kept it."""
FOREIGN = "cage"
"""A package of Debian's, of which the practice's repository has something newer."""

_NO_SCREEN = f"""[Service]
TTYPath=/dev/null
TTYReset=no
TTYVHangup=no
TTYVTDisallocate=no
StandardInput=null
UtmpIdentifier=
Environment=QT_QPA_PLATFORM=offscreen
ExecStart=
ExecStart=/opt/{PACKAGE}/bin/kiosk tablet --config {SETTINGS}
"""
_ARRIVALS = f"""
import sys
from pathlib import Path
from uuid import uuid4
from kiosk.store import Store
from kiosk.visits.events import Arrived

store = Store.open(Path("/var/lib/{PACKAGE}"), sys.argv[1])
for code in ("K1", "K2", "K3"):
    store.append(lambda stamp: Arrived(**stamp, visit=uuid4(), ticket=code)).result()
store.close()
"""
_KEPT = """
import sqlite3
db = sqlite3.connect("file:/var/lib/front-desk-kiosk/tablet.sqlite3?mode=ro", uri=True)
print(*sorted(fact for (fact,) in db.execute("SELECT id FROM event WHERE n IS NOT NULL")))
"""


class GuideError(Exception):
    """What came of the guide's commands is not what it says."""


def follow(made: Machine) -> None:
    """From a machine with the package's file to a tablet that runs. Raises CalledProcessError and TimeoutError."""
    (settings,) = [block for language, block in blocks(section(PART)) if language == "toml"]
    install, finish = scripts(PART)
    for command in install:
        say(command)
        made.run(command)
    made.write(SETTINGS, settings.encode())
    for command in finish:
        say(command)
        if command == "reboot":
            made.restart(command)
        else:
            ask(made, command)
    runs(made)


def runs(made: Machine) -> None:
    """Waits for the patients' screen. Raises TimeoutError."""
    wait("the screen starts", lambda: made.does(f"systemctl is-active {PACKAGE}"))


def ask(made: Machine, doctor: str) -> None:
    """The doctor, who finds faults here: no screen, and no hub that has let the tablet in. Raises GuideError."""
    told_by = made.run(f"{{ {doctor.partition('#')[0]}; echo ended with $?; }} 2>&1")
    if "can be used" not in told_by or "Traceback" in told_by or told_by.split()[-1] not in ("0", "1"):
        raise GuideError(f"the doctor does not look: {told_by}")


def tap(made: Machine) -> set[str]:
    """Has patients arrive, of whom no hub has heard; what the store then keeps. Raises CalledProcessError."""
    made.write("/root/arrivals.py", _ARRIVALS.encode())
    made.run(f"systemctl stop {PACKAGE}")
    made.run(f"runuser -u {PACKAGE} -- /opt/{PACKAGE}/bin/python3 -I - front-door <arrivals.py")
    made.run(f"systemctl start {PACKAGE}")
    return kept(made)


def kept(made: Machine) -> set[str]:
    """The facts of this tablet in its store. Raises CalledProcessError."""
    made.write("/root/kept.py", _KEPT.encode())
    return set(made.run("python3 kept.py").split())


def by_hand(made: Machine) -> None:
    """To the newer version and back, a line at a time. Raises CalledProcessError, GuideError and TimeoutError."""
    for command in BY_HAND:
        say(command)
        if " doctor " in command:
            ask(made, command)
            continue
        made.run(command)
        (version,) = re.findall(rf"\./{PACKAGE}_([^_]+)_", command)
        has(made, version)
        runs(made)


def has(made: Machine, version: str) -> None:
    """Raises GuideError unless that version is installed."""
    if (found := made.run(f"dpkg-query -W -f '${{Version}}' {PACKAGE}")) != version:
        raise GuideError(f"{found} is installed, and not {version}")


@contextmanager
def repository(folder: Path) -> Iterator[Repository]:
    """The practice's."""
    made = Repository(folder)
    try:
        yield made
    finally:
        made.close()


def by_itself(made: Machine, repo: Repository) -> None:
    """To what the practice's repository has, and to nothing else of it. Raises CalledProcessError and GuideError."""
    made.write(KEY, repo.key)
    # The test does not wait for the night.
    made.write(f"/etc/default/{UPDATE}", b"WINDOW=00:00-24:00\n")
    for command in told(f"http://127.0.0.1:{repo.port}"):
        say(command)
        printed = made.run(command)
    if "is well" not in printed:
        raise GuideError(f"the journal does not tell of an update: {printed}")
    policy = made.run(f"apt-cache policy {FOREIGN}")
    if f":{repo.port} " not in policy or re.search(r"Candidate: 99", policy):
        raise GuideError(f"the tablet would take what it should not: {policy}")


def back_and_on(made: Machine, repo: Repository, package: Path) -> None:
    """By the way back, and to the next version: the tablet's settings are its own. Raises as `by_itself` does."""
    settings = made.run(f"cat {SETTINGS}")
    made.run(f"apt install --allow-downgrades {BEFORE}")
    has(made, "0.1.0")
    runs(made)
    repo.publish(package, "0.4.0")
    made.run(f"systemctl start {UPDATE}")
    has(made, "0.4.0")
    if made.run(f"cat {SETTINGS}") != settings:
        raise GuideError("an update after a way back has replaced the tablet's settings")


def torn(made: Machine, repo: Repository, package: Path) -> None:
    """A power cut in the middle: the version before comes back, and the newer one is tried once more."""
    repo.publish(package, "0.5.0")
    made.run(f"systemctl start --no-block {UPDATE}")
    begun = f"upgrade {PACKAGE}:[^ ]+ 0.4.0 0.5.0$"
    wait("dpkg installs the newer version", lambda: made.does(f"grep -qE '{begun}' /var/log/dpkg.log"))
    made.cut()
    made.start()
    for version in ("0.4.0", "0.5.0"):
        made.run(f"systemctl start {UPDATE}")
        has(made, version)
        runs(made)


def main() -> None:
    """Entry point."""
    base, package, log = map(Path, sys.argv[1:])
    log.write_text("", encoding="utf-8")
    with unpacked(base, log.parent) as root:
        packages(root, package, " ".join((*scripts(PART)[0], *BY_HAND)))
        drop_in = root / f"etc/systemd/system/{PACKAGE}.service.d/no-screen.conf"
        drop_in.parent.mkdir(parents=True)
        drop_in.write_text(_NO_SCREEN, encoding="utf-8")
        with booted(root, log) as made, repository(log.parent / "repository") as repo:
            follow(made)
            before = tap(made)
            by_hand(made)
            repo.publish(package, "0.3.0")
            repo.publish_foreign(FOREIGN, "99")
            by_itself(made, repo)
            has(made, "0.3.0")
            back_and_on(made, repo, package)
            torn(made, repo, package)
            if len(before) < 3 or kept(made) != before:
                raise GuideError("the updates have lost facts")
    say("the tablet's part of the guide works as it stands; updates by hand and by themselves keep every fact")


if __name__ == "__main__":
    try:
        main()
    except subprocess.CalledProcessError as error:
        sys.exit(f"guide: {error}: {error.stdout}{error.stderr}")
