"""A screen reader of few words, run by Debian's own Python, which has pyatspi.

The first argument is a file, the others start the tablet. Opens Rate, writes the stars' names, roles and actions into
the file as JSON, and gives four stars.
"""

import json
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pyatspi  # type: ignore[import-not-found]  # Debian's, for its own Python alone

PATIENCE_S = 40
LOOK_AGAIN_S = 0.1


def everything(accessible: Any) -> Iterator[Any]:
    """An accessible and all that is below it."""
    yield accessible
    for child in accessible:
        if child is not None:
            yield from everything(child)


def buttons() -> list[Any]:
    """The buttons of the tablet that can be seen."""
    # The toolkit keeps what it has read, and the screens change.
    pyatspi.Registry.pumpQueuedEvents()
    found = []
    for application in pyatspi.Registry.getDesktop(0):
        if application is not None:
            application.clearCache()
            found += [a for a in everything(application) if a.getRole() == pyatspi.ROLE_PUSH_BUTTON]
    return found


def wait(condition: Callable[[], Any], what: str) -> Any:
    """What the condition gives once it gives anything."""
    ends = time.monotonic() + PATIENCE_S
    while time.monotonic() < ends:
        try:
            found = condition()
        except Exception:  # noqa: BLE001 - GLib.Error or one of pyatspi: what was read went meanwhile
            found = None
        if found:
            return found
        time.sleep(LOOK_AGAIN_S)
    sys.exit(f"waited in vain for {what}: {[b.name for b in buttons()]}")


def named(name: str) -> Any:
    """The button of that name."""
    return next((b for b in buttons() if b.name == name), None)


def actions(button: Any) -> list[str]:
    """What can be done with it."""
    action = button.queryAction()
    return [action.getName(i) for i in range(action.nActions)]


def press(button: Any) -> None:
    """As a screen reader does it."""
    button.queryAction().doAction(actions(button).index("Press"))


tablet = subprocess.Popen(sys.argv[2:])
try:
    press(wait(lambda: named("I’m leaving"), "the door"))
    stars = wait(lambda: [b for b in buttons() if " of 5" in b.name], "the stars")
    Path(sys.argv[1]).write_text(json.dumps([[b.name, b.getRoleName(), actions(b)] for b in stars]))
    press(stars[3])
    wait(lambda: named("No, thanks"), "the follow-up")
finally:
    tablet.terminate()
    tablet.wait()
