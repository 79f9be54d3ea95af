"""A signed apt repository, made by reprepro and served to the guest, with packages that are made for the test."""

import os
import shutil
import subprocess
import threading
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

from tests.guide import scripts
from tests.repacked import packed, repacked

PACKAGE = "front-desk-kiosk"
UPDATE = f"{PACKAGE}-update"
"""The unit that updates a tablet, its settings in /etc/default and its folder in /var/lib."""
KEY = "/etc/apt/keyrings/front-desk-kiosk.gpg"
"""Where the guide says to put it on a tablet."""
_DISTRIBUTION = """Origin: Front Desk Kiosk
Label: Front Desk Kiosk
Codename: stable
Architectures: amd64
Components: main
Description: the test's own
SignWith: yes
"""
_FOREIGN = """Package: {package}
Version: {version}
Architecture: amd64
Section: misc
Priority: optional
Maintainer: Somebody else <packages@example.org>
Description: not what a tablet wants of this repository
"""
_BROKEN = """#!/opt/front-desk-kiosk/bin/python3 -I
import sys
from kiosk.cli import main

if "tablet" in sys.argv:
    sys.exit("broken on purpose")
main()
"""


def told(address: str) -> list[str]:
    """The guide's commands by which a tablet learns of a repository; the last two update it, and show the journal."""
    *_, block = scripts("Update and rollback")
    return [command.replace("ADDRESS", address) for command in block]


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, *_: Any) -> None:
        """The log of the test has better things to tell."""


class Repository:
    """`close` ends the serving of it."""

    def __init__(self, folder: Path) -> None:
        shutil.rmtree(folder, ignore_errors=True)
        (folder / "conf").mkdir(parents=True)
        (folder / "conf/distributions").write_text(_DISTRIBUTION)
        self._folder = folder
        home = folder / "gpg"
        home.mkdir(mode=0o700)
        self._environment = {**os.environ, "GNUPGHOME": str(home)}
        self._run("gpg", "--batch", "--passphrase", "", "--quick-generate-key", "packages@example.org", "rsa3072")
        self._run("gpg", "--batch", "--output", str(folder / "key.gpg"), "--export")
        self._server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Quiet, directory=str(folder)))
        self.port = self._server.server_port
        threading.Thread(target=self._server.serve_forever, daemon=True).start()

    @property
    def key(self) -> bytes:
        """The public key that signs it."""
        return (self._folder / "key.gpg").read_bytes()

    def publish(self, deb: Path, version: str, *, broken: bool = False) -> None:
        """The same package under another version; `broken`: its screen ends at once."""
        replaced = {f"opt/{PACKAGE}/bin/kiosk": _BROKEN} if broken else None
        self._include(repacked(deb, version, self._folder, replaced))

    def publish_foreign(self, package: str, version: str) -> None:
        """A package of that name with nothing in it."""
        tree = self._folder / package
        (tree / "DEBIAN").mkdir(parents=True)
        (tree / "DEBIAN/control").write_text(_FOREIGN.format(package=package, version=version))
        self._include(packed(tree, self._folder / f"{package}_{version}_amd64.deb"))

    def _include(self, deb: Path) -> None:
        self._run("reprepro", "--basedir", str(self._folder), "includedeb", "stable", str(deb))

    def close(self) -> None:
        """May be called once."""
        self._server.shutdown()
        self._server.server_close()
        self._run("gpgconf", "--kill", "all")

    def _run(self, *command: str) -> None:
        subprocess.run(command, check=True, capture_output=True, env=self._environment)
