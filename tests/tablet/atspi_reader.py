"""A screen reader of few words, run by Debian's own Python, which has pyatspi.

The first argument is a file, the second what the buttons are called, as JSON: the door to Rate, then the stars. The
others start the tablet. Opens Rate, gives four stars, chooses the first topic and lets go of it. Writes what it is told
into the file, as JSON: of each star its name, role and actions; the names of the topics, and which of them were chosen
before and between.
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


def controls(role: int) -> list[Any]:
    """The controls of the tablet that can be seen and have this role."""
    # The toolkit keeps what it has read, and the screens change.
    pyatspi.Registry.pumpQueuedEvents()
    found = []
    for application in pyatspi.Registry.getDesktop(0):
        if application is not None:
            application.clearCache()
            found += [a for a in everything(application) if a.getRole() == role]
    return found


def buttons() -> list[Any]:
    """The buttons of the tablet that can be seen."""
    return controls(pyatspi.ROLE_PUSH_BUTTON)


def topics() -> list[Any]:
    """What there is to choose."""
    return controls(pyatspi.ROLE_CHECK_BOX)


def chosen() -> list[str]:
    """The names of what is chosen."""
    return [topic.name for topic in topics() if topic.getState().contains(pyatspi.STATE_CHECKED)]


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


def do(action: str, control: Any) -> None:
    """As a screen reader does it."""
    control.queryAction().doAction(actions(control).index(action))


door, *names = json.loads(sys.argv[2])
tablet = subprocess.Popen(sys.argv[3:])
try:
    do("Press", wait(lambda: named(door), "the door"))
    stars = wait(lambda: [found for name in names if (found := named(name))], "the stars")
    told: dict[str, Any] = {"stars": [[b.name, b.getRoleName(), actions(b)] for b in stars]}
    do("Press", stars[3])
    wait(topics, "the topics")
    told["topics"] = [topic.name for topic in topics()]
    told["before"] = chosen()
    do("Toggle", topics()[0])
    told["between"] = wait(chosen, "a chosen topic")
    do("Toggle", topics()[0])
    wait(lambda: not chosen(), "no chosen topic")
    Path(sys.argv[1]).write_text(json.dumps(told))
finally:
    tablet.terminate()
    tablet.wait()
