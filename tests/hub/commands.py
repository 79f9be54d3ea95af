"""Commands of `kiosk`, as IT types them beside a hub."""

import subprocess
import sys

from tests.hubs import HubProcess


def run(hub: HubProcess, group: str, *words: str, code: int = 0) -> str:
    """What `kiosk GROUP --config …` prints, on stderr for a fault; its exit code is as expected."""
    command = [sys.executable, "-m", "kiosk", group, "--config", str(hub.file), *words]
    done = subprocess.run(command, capture_output=True, text=True, timeout=60, check=False)
    assert done.returncode == code, done.stderr
    assert "Traceback" not in done.stderr
    return done.stderr.strip() if code else done.stdout.strip()
