"""A signed apt repository, made by reprepro and served to the guest, with packages that are made for the test."""

import os
import shutil
import subprocess
import threading
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

PACKAGE = "front-desk-kiosk"
_OPT = f"opt/{PACKAGE}"
_DISTRIBUTION = """Origin: Front Desk Kiosk
Label: Front Desk Kiosk
Codename: stable
Architectures: amd64
Components: main
Description: the test's own
SignWith: yes
"""
_BROKEN = """#!/opt/front-desk-kiosk/bin/python3 -I
import sys
from kiosk.cli import main

if "tablet" in sys.argv:
    sys.exit("broken on purpose")
main()
"""


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
        tree = self._folder / "tree"
        shutil.rmtree(tree, ignore_errors=True)
        self._run("dpkg-deb", "--raw-extract", str(deb), str(tree))
        control = tree / "DEBIAN/control"
        lines = control.read_text().splitlines()
        control.write_text("\n".join(f"Version: {version}" if x.startswith("Version:") else x for x in lines) + "\n")
        if broken:
            (tree / _OPT / "bin/kiosk").write_text(_BROKEN)
        made = self._folder / f"{PACKAGE}_{version}_amd64.deb"
        self._run("dpkg-deb", "--root-owner-group", "-Zgzip", "-z1", "--build", str(tree), str(made))
        self._run("reprepro", "--basedir", str(self._folder), "includedeb", "stable", str(made))

    def close(self) -> None:
        """May be called once."""
        self._server.shutdown()
        self._server.server_close()

    def _run(self, *command: str) -> None:
        subprocess.run(command, check=True, capture_output=True, env=self._environment)
