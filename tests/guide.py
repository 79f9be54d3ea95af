"""Follows the hub's part of the guide for IT in a fresh Debian 12: `python3 -m tests.guide BASE.tar PACKAGE.deb LOG`.

As root, with systemd-nspawn. Every command and every setting of that part is taken from the guide as it stands, in its
order; whatever stands for something of the reader's own (`ADDRESS`, `FILE`) is filled in, and nothing else is done.
"""

import os
import re
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.repacked import repacked

GUIDE = Path(__file__).parent.parent / "packaging/README.md"
SETTINGS = "/etc/front-desk-hub/hub.toml"
ADDRESS = "localhost"
BACKUPS = "/var/backups/front-desk-hub"
PATIENCE_S = 300.0

_ENVIRONMENT = (
    "HOME=/root",
    "LANG=C.UTF-8",
    "DEBIAN_FRONTEND=noninteractive",
    "PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin",
)
_LINK = r"Set-up link, good once and for a day: (https://localhost/\S+)"
_READY = 'import urllib.request as r; print(r.urlopen("http://127.0.0.1:8484/health/ready", timeout=9).status)'
_OPEN = (
    "import ssl, sys, urllib.request as r; "
    "print(r.urlopen(sys.argv[1], context=ssl._create_unverified_context(), timeout=9).status)"
)


def section(title: str) -> str:
    """The part of the guide below a heading."""
    text = GUIDE.read_text(encoding="utf-8")
    return re.split(r"^## ", text.split(f"\n## {title}", 1)[1], maxsplit=1, flags=re.MULTILINE)[0]


def blocks(text: str) -> list[tuple[str, str]]:
    """The language and the content of each block, in order."""
    return re.findall(r"^```(\w+)\n(.*?)^```", text, flags=re.MULTILINE | re.DOTALL)


def scripts(title: str) -> list[list[str]]:
    """The commands of the part below a heading, by block."""
    return [block.splitlines() for language, block in blocks(section(title)) if language == "sh"]


def say(words: str) -> None:
    """A line for whoever waits."""
    print(f"guide: {words}", flush=True)  # noqa: T201 - what the command is for


class Machine:
    """A Debian in a folder, as root sees it; its own systemd starts it, on this machine's network."""

    def __init__(self, root: Path, log: Path) -> None:
        self.root = root
        self._log = log

    def start(self) -> None:
        """Until its services have started. Raises TimeoutError."""
        options = ["--register=no", "--keep-unit", "--link-journal=no", "--resolv-conf=off", "--quiet", "--boot"]
        # It is thrown away: nothing of it needs to outlive a power cut.
        command = ["systemd-nspawn", f"--directory={self.root}", "--suppress-sync=yes", *options]
        with self._log.with_suffix(".console").open("ab") as console:
            self._nspawn = subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=console, stderr=console)
        wait("its systemd starts", lambda: bool(systemds(self._nspawn.pid)))
        wait("its services start", lambda: self.does("systemctl is-active multi-user.target"))

    def restart(self, command: str) -> None:
        """By a command that restarts it, until its services run again. Raises TimeoutError and TimeoutExpired."""
        self.does(command)
        # With --keep-unit it leaves starting again to whoever has started it.
        self._nspawn.wait(PATIENCE_S)
        self.start()

    def cut(self) -> None:
        """All of its programs end at once. Raises TimeoutExpired."""
        os.kill(systemds(self._nspawn.pid)[0], signal.SIGKILL)
        self._nspawn.wait(PATIENCE_S)

    def close(self) -> None:
        """Whatever it does."""
        self._nspawn.terminate()
        self._nspawn.wait()

    def run(self, command: str) -> str:
        """What a command prints. Raises CalledProcessError where it does not do what it should."""
        done = subprocess.run(
            [
                "nsenter",
                f"--target={systemds(self._nspawn.pid)[0]}",
                "--all",
                "--wdns=/root",
                "env",
                "-i",
                *_ENVIRONMENT,
                "sh",
                "-c",
                command,
            ],
            capture_output=True,
            text=True,
            check=False,
            input="y\n",
        )
        with self._log.open("a", encoding="utf-8") as log:
            log.write(f"# {command}\n{done.stdout}{done.stderr}[{done.returncode}]\n")
        done.check_returncode()
        return done.stdout

    def does(self, command: str) -> bool:
        """Whether a command does what it should."""
        try:
            self.run(command)
        except subprocess.CalledProcessError:
            return False
        return True

    def write(self, path: str, content: bytes) -> None:
        """A file of it, by its whole path."""
        (self.root / path.removeprefix("/")).write_bytes(content)


def wait(what: str, holds: Callable[[], bool]) -> None:
    """Until it holds, asked each second, since there is nobody to tell. Raises TimeoutError."""
    deadline = time.monotonic() + PATIENCE_S
    while not holds():
        if time.monotonic() > deadline:
            raise TimeoutError(what)
        time.sleep(1)


def systemds(pid: int) -> list[int]:
    """The children of a process that are a systemd; others only make its place. Raises OSError."""
    children = map(int, Path(f"/proc/{pid}/task/{pid}/children").read_text(encoding="ascii").split())
    return [child for child in children if Path(f"/proc/{child}/comm").read_text(encoding="ascii") == "systemd\n"]


@contextmanager
def booted(root: Path, log: Path) -> Iterator[Machine]:
    """The Debian in that folder, as long as it is needed."""
    made = Machine(root, log)
    try:
        made.start()
        yield made
    finally:
        made.close()


@contextmanager
def unpacked(base: Path, beside: Path) -> Iterator[Path]:
    """The folder with the files of a Debian, from their archive, as long as it is needed."""
    with tempfile.TemporaryDirectory(dir=beside) as folder:
        subprocess.run(["tar", "-xf", str(base), "-C", folder, "--numeric-owner"], check=True)
        root = Path(folder)
        shutil.copy("/etc/resolv.conf", root / "etc/resolv.conf")
        # Debian's installer writes it, and whoever makes the archive does not.
        (root / "etc/hosts").write_text("127.0.0.1 localhost\n", encoding="ascii")
        yield root


def follow(made: Machine, text: str) -> None:
    """Raises CalledProcessError, TimeoutError and OSError where something of that text does not work."""
    for language, block in blocks(text):
        if language == "toml":
            (made.root / SETTINGS.removeprefix("/")).write_text(block.replace("desk.example.org", ADDRESS), "utf-8")
            continue
        for line in block.splitlines():
            command = line.replace("ADDRESS", ADDRESS)
            if " FILE" in command:
                command = command.replace("FILE", made.run(f"ls -d {BACKUPS}/*").split()[-1])
            say(command)
            printed = made.run(command)
            if command.startswith("journalctl"):
                opens_the_link(made, command, printed)


def opens_the_link(made: Machine, command: str, printed: str) -> None:
    """Sees that what the journal tells leads through caddy to a page. Raises TimeoutError."""
    wait("the journal tells the link", lambda: re.search(_LINK, made.run(command)) is not None)
    found = re.findall(_LINK, made.run(command))
    wait("the link opens", lambda: made.does(f"python3 -c '{_OPEN}' {found[-1]} | grep -x 200"))
    say("the set-up link opens, through caddy")


def is_ready(made: Machine) -> None:
    """Waits until the hub can take events. Raises CalledProcessError and TimeoutError."""
    wait("the hub is ready", lambda: made.does(f"python3 -c '{_READY}' | grep -x 200"))
    made.run("systemctl is-active front-desk-hub")


def update(made: Machine) -> None:
    """To the newer version by hand, and back. Raises CalledProcessError, TimeoutError and ValueError."""
    for command in scripts("Update and rollback")[0]:
        say(command)
        if " doctor " in command:
            is_ready(made)
        made.run(command)
        if told := re.search(r"\./front-desk-hub_([^_]+)_", command):
            found = made.run("dpkg-query -W -f '${Version}' front-desk-hub")
            if found != told[1]:
                raise ValueError(f"{found} is installed, and not {told[1]}")
    is_ready(made)


def on_postgresql(made: Machine) -> None:
    """Puts the line into the settings that the guide tells, starts the hub and asks the doctor. Raises TimeoutError."""
    told = re.search(r'`(database = "[^"]+")`', section("The hub"))
    if told is None:
        raise ValueError("the guide does not tell the setting for PostgreSQL")
    settings = made.root / SETTINGS.removeprefix("/")
    settings.write_text(settings.read_text("utf-8").replace("[hub]\n", f"[hub]\n{told[1]}\n"), "utf-8")
    made.run("systemctl start front-desk-hub")
    is_ready(made)
    ((_, doctor),) = scripts("When something is wrong")
    say(doctor)
    made.run(doctor)
    say("the hub runs on PostgreSQL, and its doctor finds no fault")


def packages(root: Path, package: Path, commands: str) -> None:
    """Lays each version of a package into root's folder that the commands name. Raises CalledProcessError."""
    name = package.name.partition("_")[0]
    for version in sorted(set(re.findall(rf"\./{name}_([^_]+)_", commands))):
        repacked(package, version, root / "root")


def main() -> None:
    """Entry point."""
    base, package, log = map(Path, sys.argv[1:])
    log.write_text("", encoding="utf-8")
    with unpacked(base, log.parent) as root, booted(root, log) as made:
        packages(root, package, " ".join((*scripts("The hub")[0], *scripts("Update and rollback")[0])))
        first, postgresql = section("The hub").split("**PostgreSQL.**")
        follow(made, first)
        update(made)
        follow(made, postgresql)
        on_postgresql(made)
    say("the hub's part of the guide works as it stands, and its update by hand")


if __name__ == "__main__":
    main()
