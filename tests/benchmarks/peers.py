"""What a user would pick instead for the sync: PouchDB to pouchdb-server, from npm; only where `--peers` asks."""

import json
import subprocess
import time
from collections.abc import Sequence
from pathlib import Path

import httpx2

from tests.hubs import free_port

PACKAGES = ("pouchdb@9.0.0", "pouchdb-server@4.2.0")
_FOLDER = Path("build/peers").absolute()
_SCRIPT = Path(__file__).with_name("pouchdb.cjs")
_START_S = 30.0


def pouchdb(folder: Path, bodies: Sequence[bytes]) -> float:
    """Events a second from a PouchDB to a pouchdb-server, both on disk. Raises CalledProcessError, also without npm."""
    if not (_FOLDER / "node_modules" / "pouchdb-server").exists():
        _FOLDER.mkdir(parents=True, exist_ok=True)
        subprocess.run(["npm", "install", "--no-audit", "--no-fund", *PACKAGES], cwd=_FOLDER, check=True)
    folder.mkdir()
    given = folder / "events.json"
    given.write_text(json.dumps([json.loads(body) for body in bodies]))
    port = free_port()
    modules = _FOLDER / "node_modules"
    with (folder / "server.log").open("wb") as log:
        server = subprocess.Popen(
            [modules / ".bin" / "pouchdb-server", "--port", str(port), "--dir", folder],
            cwd=folder,
            stdout=log,
            stderr=log,
        )
    try:
        _until_it_answers(f"http://127.0.0.1:{port}/")
        done = subprocess.run(
            ["node", _SCRIPT, modules, given, folder, f"http://127.0.0.1:{port}/events"],
            stdout=subprocess.PIPE,
            check=True,
        )
    finally:
        server.kill()
        server.wait()
    return float(done.stdout)


def _until_it_answers(url: str) -> None:
    deadline = time.monotonic() + _START_S
    while time.monotonic() < deadline:
        try:
            httpx2.get(url)
        except httpx2.TransportError:
            continue
        return
    raise TimeoutError(f"{url} does not answer")
