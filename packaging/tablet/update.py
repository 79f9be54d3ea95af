#!/usr/bin/python3
"""Brings the tablet up to date from the practice's signed repository, and back if the new version is not well.

Debian's own Python runs it, as root, from a timer. It acts in the window of /etc/default/front-desk-kiosk-update alone,
outside the practice's opening hours, and never while somebody is at the screen. A version that was not well is never
taken again.
"""

import json
import os
import re
import shutil
import subprocess
import sys
import time
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

PACKAGE = UNIT = USER = "front-desk-kiosk"
PROGRAM = "/opt/front-desk-kiosk/bin/kiosk"
CONFIG = "/etc/front-desk-kiosk/tablet.toml"
SOURCE = Path("/etc/apt/sources.list.d/front-desk-kiosk.sources")
STATE = Path("/var/lib/front-desk-kiosk-update")
UNDERWAY, REFUSED, BEFORE, NOW = STATE / "underway.json", STATE / "refused", STATE / "before.deb", STATE / "now.deb"
INTERRUPTED = STATE / "interrupted"
"""The version whose installation the machine did not live to see the end of."""

MAY_NOT = ("Somebody is at the screen", "Patients are expected")
"""How the screen's status begins while nothing may be changed; as in kiosk/tablet/occupancy.py."""
START_S, STEADY_S = 180.0, 45.0
"""How long a version may take to start, and how long it must stay up then."""
PRISTINE = Path("/usr/share/front-desk-kiosk/etc")
"""What the package has in /etc, as nobody has changed it yet."""
KEEP_SETTINGS = ("-o", "Dpkg::Options::=--force-confdef", "-o", "Dpkg::Options::=--force-confold")


def in_window(window: str, now: datetime) -> bool:
    """Whether a time lies in a span like 22:00-05:00. Raises ValueError in words."""
    match = re.fullmatch(r"([01]\d|2[0-3]):([0-5]\d)-(?:([01]\d|2[0-3]):([0-5]\d)|24:00)", window)
    if match is None:
        raise ValueError(f"WINDOW: expected a span like 01:00-05:00, got {window!r}")
    begins = int(match[1]) * 60 + int(match[2])
    ends = int(match[3]) * 60 + int(match[4]) if match[3] else 24 * 60
    minute = now.hour * 60 + now.minute
    return begins <= minute < ends if begins < ends else minute >= begins or minute < ends


def hindrance(window: str, now: datetime, status: str) -> str:
    """Why nothing may be changed now; empty if it may. `status`: what the screen says of itself."""
    if not in_window(window, now):
        return f"it is not the time for updates ({window})"
    return next((status for begins in MAY_NOT if status.startswith(begins)), "")


def newly_faulty(before: set[str], told: str, code: int) -> str:
    """What the doctor calls a fault and did not before, in words; `told` and `code`: its output and its exit code."""
    if code not in (0, 1):
        return "the doctor does not run"
    checks = [json.loads(line) for line in told.splitlines()]
    return "; ".join(each["text"] for each in checks if each["state"] == "fault" and each["check"] not in before)


def say(words: str) -> None:
    """A line of the journal."""
    print(f"update: {words}", flush=True)


def output(*command: str) -> str:
    """What a command prints. Raises CalledProcessError."""
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout.strip()


def settle(part: Path, file: Path) -> None:
    """Gives a file its name once a power cut cannot take what is in it, and returns once it cannot take the name."""
    os.sync()
    part.replace(file)
    os.sync()


def note(file: Path, text: str) -> None:
    """Writes a file that is there as a whole, or as it was."""
    part = file.with_suffix(".part")
    part.write_text(text)
    settle(part, file)


def works(*command: str) -> bool:
    """Whether a command did what it should; what it says goes to the journal."""
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive", "LC_ALL": "C.UTF-8"}
    return subprocess.run(command, check=False, env=environment).returncode == 0


def of_unit(what: str) -> str:
    """A property of the screen's unit."""
    return output("systemctl", "show", "--property", what, "--value", UNIT)


def versions() -> tuple[str, str]:
    """What is installed, and what apt would take."""
    told = output("apt-cache", "policy", PACKAGE)
    installed, candidate = (re.search(rf"{word}: (\S+)", told) for word in ("Installed", "Candidate"))
    return (installed[1] if installed else "", candidate[1] if candidate else "")


def refused() -> list[str]:
    """The versions that were not well here."""
    return REFUSED.read_text().split() if REFUSED.exists() else []


def ask_doctor() -> tuple[str, int]:
    """Its lines, and its exit code."""
    command = ["runuser", "-u", USER, "--", PROGRAM, "doctor", "--json", "--config", CONFIG]
    done = subprocess.run(command, check=False, capture_output=True, text=True)
    return done.stdout, done.returncode


def faults() -> set[str]:
    """The checks that are faults now, of a version whose doctor runs."""
    told, code = ask_doctor()
    if code not in (0, 1):
        return set()
    return {check["check"] for check in map(json.loads, told.splitlines()) if check["state"] == "fault"}


def waits_for(holds: Callable[[], bool], span_s: float) -> bool:
    """Whether it came to hold in that time; asked each second, since systemd's answer is all there is."""
    deadline = time.monotonic() + span_s
    while time.monotonic() < deadline:
        if holds():
            return True
        time.sleep(1)
    return False


def illness(before: set[str]) -> str:
    """What is wrong with the version that runs; empty if it started, stays up and has no new fault."""
    if not waits_for(lambda: of_unit("ActiveState") == "active", START_S):
        return "the screen does not start"
    restarts = of_unit("NRestarts")
    if waits_for(lambda: of_unit("NRestarts") != restarts or of_unit("ActiveState") != "active", STEADY_S):
        return "the screen does not stay up"
    return newly_faulty(before, *ask_doctor())


def made_of_installed(folder: Path) -> bool:
    """Whether the package that runs is a file of that folder again, with its own settings and not with those of here.

    dpkg would take the latter for the package's own, and replace them at the next update.
    """
    if not works("dpkg-repack", "--generate", PACKAGE):
        return False
    tree = next(folder.glob("dpkg-repack.*"))
    shutil.copytree(PRISTINE, tree / "etc", dirs_exist_ok=True)
    # Quickly: a tablet's processor would need minutes for the usual compression.
    return works("dpkg-deb", "-Zgzip", "-z1", "--build", str(tree), str(folder))


def keep_way_back(version: str) -> bool:
    """The package that runs now, as a file: the one that was kept, the repository's, or made of what is installed."""
    for kept in (NOW, BEFORE):
        if kept.exists() and output("dpkg-deb", "--field", str(kept), "Version") == version:
            kept.replace(BEFORE)
            return True
    folder = STATE / "fetched"
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    old = Path.cwd()
    os.chdir(folder)
    try:
        if not works("apt-get", "download", f"{PACKAGE}={version}") and not made_of_installed(folder):
            return False
    finally:
        os.chdir(old)
    settle(next(folder.glob("*.deb")), BEFORE)
    shutil.rmtree(folder)
    return True


def after_a_stop() -> int:
    """Back from an update that the machine did not live to see the end of: once that may be nobody's fault."""
    to = json.loads(UNDERWAY.read_text())["to"]
    again = INTERRUPTED.exists() and INTERRUPTED.read_text() == to
    note(INTERRUPTED, to)
    return go_back("the machine stopped in the middle of the update", refuse=again)


def go_back(why: str, *, refuse: bool = True) -> int:
    """Puts the version of before in place again; the exit code. `refuse`: the newer one is never taken again."""
    underway = json.loads(UNDERWAY.read_text())
    say(f"{underway['to']} is not well: {why}; going back to {underway['from']}")
    if refuse:
        note(REFUSED, "\n".join({*refused(), underway["to"]}) + "\n")
    works("dpkg", "--force-confold", "--configure", "-a")
    done = works("dpkg", "--force-confold", "--install", str(BEFORE)) or works("apt-get", "-y", "-f", "install")
    works("systemctl", "restart", UNIT)
    if not done or (why := illness(set(underway["faults"]))):
        say(f"going back failed: {why}")
        return 1
    # In this order: what is under way needs its way back.
    UNDERWAY.unlink()
    BEFORE.replace(NOW)
    os.sync()
    what_next = "will not be taken again" if refuse else "is tried once more"
    say(f"{underway['from']} runs again; {underway['to']} {what_next}")
    return 0


def update(window: str) -> int:
    """One look, and at most one step; the exit code. Raises CalledProcessError and OSError."""
    if UNDERWAY.exists():
        return after_a_stop()
    if not SOURCE.exists():
        return 0
    if why := hindrance(window, datetime.now().astimezone(), of_unit("StatusText")):
        say(f"not now: {why}")
        return 0
    # This list alone: what Debian has is for unattended-upgrades.
    only = ("-o", f"Dir::Etc::SourceList={SOURCE}", "-o", "Dir::Etc::SourceParts=-", "-o", "APT::Get::List-Cleanup=0")
    if not works("apt-get", "-q", *only, "-o", "APT::Update::Error-Mode=any", "update"):
        say("the repository cannot be read, or its signature is not the one that this tablet knows")
        return 1
    installed, candidate = versions()
    if candidate in ("", "(none)", installed, *refused()):
        return 0
    target = f"{PACKAGE}={candidate}"
    if not works("apt-get", "-q", "-y", "--download-only", *KEEP_SETTINGS, "install", target):
        return 1
    if not keep_way_back(installed):
        say(f"there is no way back to {installed}, so {candidate} is not taken")
        return 1
    before = faults()
    # Downloading took its time.
    if why := hindrance(window, datetime.now().astimezone(), of_unit("StatusText")):
        say(f"not now: {why}")
        return 0
    note(UNDERWAY, json.dumps({"from": installed, "to": candidate, "faults": sorted(before)}))
    say(f"from {installed} to {candidate}")
    if not works("apt-get", "-q", "-y", "--no-remove", *KEEP_SETTINGS, "install", target):
        return go_back("it cannot be installed")
    if why := illness(before):
        return go_back(why)
    for file in Path("/var/cache/apt/archives").glob(f"{PACKAGE}_*.deb"):
        if output("dpkg-deb", "--field", str(file), "Version") == candidate:
            settle(Path(shutil.copy(file, NOW.with_suffix(".part"))), NOW)
    UNDERWAY.unlink()
    os.sync()
    say(f"{candidate} is well")
    return 0


def main() -> int:
    """Entry point."""
    STATE.mkdir(mode=0o700, parents=True, exist_ok=True)
    try:
        return update(os.environ.get("WINDOW", "01:00-05:00"))
    except (OSError, ValueError, subprocess.CalledProcessError) as error:
        say(str(error))
        return 1


if __name__ == "__main__":
    sys.exit(main())
