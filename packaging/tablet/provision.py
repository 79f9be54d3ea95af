#!/usr/bin/python3
"""Takes this tablet's settings from the boot partition or a USB stick, before it was let in at a hub.

Debian's own Python runs it, as root, before the screen starts. Once the tablet was let in, nothing is looked at.
"""

import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path

NAME = "front-desk-kiosk.toml"
LABEL = "KIOSK"
TARGET = Path("/etc/front-desk-kiosk/tablet.toml")
PROGRAM = "/opt/front-desk-kiosk/bin/kiosk"
USER = "front-desk-kiosk"
IMAGE = (Path("/boot/efi") / NAME, Path("/boot/firmware") / NAME, Path("/boot") / NAME)
STORAGE_CLASS = "08"
PATIENCE_S = 60.0
PLUGGED_S = 5.0
"""Once the USB has its driver, a stick takes about a second to be told of."""
LARGEST = 1 << 20
_WRONG_USE = 2
"""The exit code of `kiosk doctor` for settings that cannot be used."""


def has_stick(devices: Path) -> bool:
    """Whether anything on the USB is storage; `devices`: as in /sys/bus/usb/devices."""
    return any(file.read_text().strip() == STORAGE_CLASS for file in devices.glob("*/bInterfaceClass"))


def refusal(file: Path, doctor: Sequence[str]) -> str:
    """Why these settings cannot be used, in a sentence; empty where they can."""
    if file.stat().st_size > LARGEST:
        return f"{file}: is too large for settings."
    done = subprocess.run([*doctor, "--config", str(file)], capture_output=True, text=True, check=False)
    return done.stderr.strip() if done.returncode == _WRONG_USE else ""


def take(file: Path, target: Path, doctor: Sequence[str]) -> bool:
    """Makes these the tablet's settings; False, and told, where they cannot be used. Raises OSError."""
    if why := refusal(file, doctor):
        print(f"<3>provision: {why}", flush=True)
        return False
    if target.exists() and target.read_bytes() == file.read_bytes():
        return True
    new = target.with_name(target.name + ".new")
    new.write_bytes(file.read_bytes())
    new.chmod(0o640)
    shutil.chown(new, "root", USER)
    new.replace(target)
    print(f"provision: the settings of {file} are this tablet's now", flush=True)
    return True


def run(*command: str) -> bool:
    """Whether a command of the system did what it should."""
    return subprocess.run(command, check=False).returncode == 0


def waits_for(holds: Callable[[], bool], span_s: float) -> bool:
    """Whether it came to hold in that time."""
    deadline = time.monotonic() + span_s
    while not holds():
        if time.monotonic() > deadline:
            return False
        time.sleep(0.2)
    return True


def from_stick() -> None:
    """Looks at a stick with our label, read only. USB storage is shut again afterwards. Raises OSError."""
    run("modprobe", "usb-storage")
    device = Path("/dev/disk/by-label") / LABEL
    try:
        if waits_for(device.exists, PATIENCE_S):
            with tempfile.TemporaryDirectory(dir=os.environ["RUNTIME_DIRECTORY"]) as folder:
                if not run("mount", "-o", "ro,nosuid,nodev,noexec", str(device), folder):
                    return
                try:
                    if (file := Path(folder) / NAME).is_file():
                        take(file, TARGET, (PROGRAM, "doctor"))
                finally:
                    run("umount", folder)
        else:
            print(f"<4>provision: there is USB storage, and none of it is named {LABEL}", flush=True)
    finally:
        run("modprobe", "-r", "uas", "usb-storage")


def main() -> None:
    """Entry point; the screen starts whatever comes of this."""
    for file in IMAGE:
        if file.is_file():
            take(file, TARGET, (PROGRAM, "doctor"))
            return
    # The drivers of the USB itself are still on their way this early.
    run("udevadm", "settle", f"--timeout={PATIENCE_S:.0f}")
    if waits_for(lambda: has_stick(Path("/sys/bus/usb/devices")), PLUGGED_S):
        from_stick()


if __name__ == "__main__":
    try:
        main()
    except OSError as error:
        print(f"<3>provision: {error}", file=sys.stderr)
        sys.exit(1)
