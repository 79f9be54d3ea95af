"""A fact is said to be saved only when a power cut cannot take it: every byte of it was synced before.

A kill shows nothing of this, because the kernel keeps what was written; so the system calls are looked at.
"""

import re
import shutil
from collections import defaultdict
from pathlib import Path

from tests.faults.conftest import Tablets
from tests.faults.tablet_process import FACTS

_CALL = re.compile(r"^\d+\s+(?P<call>\w+)\((?P<fd>\d+)<(?P<path>[^>]*)>(?P<rest>.*)")


def test_nothing_is_said_to_be_saved_before_it_is_on_the_disk(tablets: Tablets, tmp_path: Path) -> None:
    strace = shutil.which("strace")
    assert strace, "what a power cut leaves can only be told with strace"
    trace = tmp_path / "calls"
    calls = "trace=write,pwrite64,fsync,fdatasync"
    tablet = tablets(before=(strace, "-f", "-y", "-qq", "-s", "12", "-e", calls, "-o", str(trace)))
    tablet.start(syncing=False)
    for visit in range(3):
        for fact in FACTS:
            # One at a time: what is written now belongs to what is said next.
            tablet.save([(f"019ab0c4-0000-7000-8000-{visit:012}", fact)])
            tablet.saved()
    tablet.stop()
    assert unsynced_at_acknowledgements(trace.read_text()) == [set()] * (3 * len(FACTS))


def unsynced_at_acknowledgements(trace: str) -> list[set[str]]:
    """For each `saved` that was said: the store's files that had been written and not synced by then."""
    dirty: dict[str, bool] = defaultdict(bool)
    said: list[set[str]] = []
    for line in trace.splitlines():
        if not (found := _CALL.match(line)):
            continue
        call, path = found["call"], Path(found["path"]).name
        if call == "write" and '"{\\"saved' in found["rest"]:
            said.append({name for name, is_dirty in dirty.items() if is_dirty})
        elif path.endswith((".sqlite3", ".sqlite3-wal")):
            dirty[path] = call in ("write", "pwrite64")
    return said
