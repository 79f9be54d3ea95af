"""The disk of the virtual tablet: Debian 12 without a desktop, and the package installed as IT would."""

import hashlib
import os
import shutil
import subprocess
from pathlib import Path

from msgspec import Struct

from tests.guide import scripts

BUILD = Path("build/vm")
MIRROR = "http://deb.debian.org/debian"
SIZE_MB = 5_000
_BASE = (
    *("linux-image-amd64", "systemd-sysv", "systemd-timesyncd", "dbus", "udev", "kmod", "iproute2", "dosfstools"),
    *("ca-certificates", "gnupg", "openssh-server", "python3", "qemu-guest-agent"),
)
"""What any Debian machine has, and the agent by which the test looks inside."""

_WITNESS = '''#!/usr/bin/python3
"""Tells the host each fact that this tablet's store holds durably, as soon as another connection can read it.

SQLite shows a commit to other connections only once its log is synced.
"""
import sqlite3, sys, time
from pathlib import Path

store = Path("/var/lib/front-desk-kiosk/tablet.sqlite3")
with open("/dev/virtio-ports/witness", "w", buffering=1) as port:
    db, last = None, 0
    port.write("boot\\n")
    while True:
        try:
            db = db or sqlite3.connect(f"file:{store}?mode=ro", uri=True, timeout=5)
            new = db.execute("SELECT seq, id FROM event WHERE n IS NOT NULL AND seq > ? ORDER BY seq", (last,))
            for seq, fact in new:
                port.write(f"{fact}\\n")
                last = seq
        except sqlite3.Error:
            db = None
        time.sleep(0.2)
'''
_WITNESS_UNIT = """[Unit]
Description=Tells the host what the store holds
[Service]
ExecStart=/usr/local/lib/witness
Restart=always
RestartSec=1
[Install]
WantedBy=multi-user.target
"""
_NETWORK = """[Match]
Name=e*
[Network]
DHCP=yes
"""
_INITRAMFS = {"conf.d/virtual": "MODULES=list\n", "modules": "virtio_pci\nvirtio_blk\next4\n"}
"""What this machine needs for its disk, and no more: it takes an emulated processor long to unpack all drivers."""
_SLOW = "[Service]\nTimeoutStartSec=15min\nWatchdogSec=2min\n"
"""An emulated machine on a busy one takes longer to start and to draw a screen than the package allows."""
_SOFTWARE = "WLR_RENDERER=pixman\nQT_QUICK_BACKEND=software\n"
"""The virtual tablet has no graphics processor; the guide says to set these."""


class Image(Struct, frozen=True):
    """What a machine starts from."""

    disk: Path
    kernel: Path
    initrd: Path
    command_line: str


def build(deb: Path, *, log: Path) -> Image:
    """A disk with this package; the base is kept between runs. Raises CalledProcessError and FileNotFoundError."""
    folder = BUILD.absolute()
    base = folder / f"base-{hashlib.sha256(repr(_BASE).encode()).hexdigest()[:8]}.tar"
    if not base.exists():
        part = base.with_suffix(".part.tar")
        include = ",".join(_BASE)
        _run(log, "mmdebstrap", "--variant=apt", f"--include={include}", "bookworm", str(part), MIRROR)
        part.replace(base)
    tree = folder / "tree"
    image = Image(folder / "tablet.img", folder / "vmlinuz", folder / "initrd.img", "")
    stamp = folder / "installed"
    made_of = (_WITNESS, _SLOW, repr(_INITRAMFS), base.name)
    digest = hashlib.sha256(deb.read_bytes() + "".join(made_of).encode()).hexdigest()
    if not (stamp.exists() and stamp.read_text() == digest):
        stamp.unlink(missing_ok=True)
        shutil.rmtree(tree, ignore_errors=True)
        tree.mkdir(parents=True)
        _run(log, "tar", "-xf", str(base), "-C", str(tree))
        for name, content in _INITRAMFS.items():
            (tree / "etc/initramfs-tools" / name).write_text(content)
        _install(deb, tree, log)
        _dress(tree, log)
        shutil.copy(next((tree / "boot").glob("vmlinuz-*")), image.kernel)
        shutil.copy(next((tree / "boot").glob("initrd.img-*")), image.initrd)
        image.disk.unlink(missing_ok=True)
        _run(log, "mke2fs", "-q", "-t", "ext4", "-L", "tablet", "-d", str(tree), str(image.disk), f"{SIZE_MB}M")
        stamp.write_text(digest)
    line = ""
    for found in (tree / "etc/default/grub.d").glob("front-desk-kiosk.cfg"):
        words = [each for each in found.read_text().splitlines() if each.startswith("GRUB_CMDLINE_LINUX_DEFAULT=")]
        line = words[0].split("=", 1)[1].strip('"')
    return Image(image.disk, image.kernel, image.initrd, line)


def _install(deb: Path, tree: Path, log: Path) -> None:
    """By the commands of the guide, in the tree as the machine's own system."""
    shutil.copy(deb, tree / "root" / deb.name)
    shutil.copy("/etc/resolv.conf", tree / "etc/resolv.conf")
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive", "LC_ALL": "C.UTF-8"}
    policy = tree / "usr/sbin/policy-rc.d"
    policy.write_text("#!/bin/sh\nexit 101\n")
    policy.chmod(0o755)
    for kind in ("proc", "sysfs"):
        _run(log, "mount", "-t", kind, kind, str(tree / kind.removesuffix("fs")))
    try:
        for command in (*scripts("A tablet")[0], "apt-get clean"):
            _run(log, "chroot", str(tree), "sh", "-c", f"cd /root && yes | {command}", environment=environment)
    finally:
        for kind in ("proc", "sys"):
            _run(log, "umount", str(tree / kind))
    policy.unlink()
    (tree / "root" / deb.name).unlink()


def _dress(tree: Path, log: Path) -> None:
    """What the machine needs to be this virtual one."""
    (tree / "etc/hostname").write_text("tablet\n")
    (tree / "etc/systemd/network/80-dhcp.network").write_text(_NETWORK)
    (tree / "etc/resolv.conf").write_text("nameserver 10.0.2.3\n")
    with (tree / "etc/default/front-desk-kiosk").open("a") as file:
        file.write(_SOFTWARE)
    slow = tree / "etc/systemd/system/front-desk-kiosk.service.d/slow.conf"
    slow.parent.mkdir(parents=True)
    slow.write_text(_SLOW)
    witness = tree / "usr/local/lib/witness"
    witness.write_text(_WITNESS)
    witness.chmod(0o755)
    (tree / "etc/systemd/system/witness.service").write_text(_WITNESS_UNIT)
    for unit in ("witness", "systemd-networkd", "qemu-guest-agent"):
        _run(log, "systemctl", f"--root={tree}", "enable", f"{unit}.service")


def _run(log: Path, *command: str, environment: dict[str, str] | None = None) -> None:
    with log.open("ab") as file:
        file.write(f"$ {' '.join(command)}\n".encode())
        file.flush()
        subprocess.run(command, check=True, stdout=file, stderr=file, env=environment)
