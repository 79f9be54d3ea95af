"""Commands of `kiosk`, as IT types them beside a hub."""

import os

from tests.hubs import HubProcess
from tests.processes import forked

PATIENCE_S = 60.0


def run(hub: HubProcess, group: str, *words: str, code: int = 0) -> str:
    """What `kiosk GROUP --config …` prints, on stderr for a fault; its exit code is as expected."""
    log = hub.file.with_name("command.log")
    log.unlink(missing_ok=True)
    done = forked((group, "--config", str(hub.file), *words), log)
    with os.fdopen(done.stdout, encoding="utf-8") as stdout:
        printed = stdout.read()
    ended = done.wait(PATIENCE_S)
    told = log.read_text(encoding="utf-8")
    assert ended == code, told
    assert "Traceback" not in told
    return told.strip() if code else printed.strip()
