"""The tablet as it is installed: with the packages of its lock, and without those that only tests and the hub need.

That matters: a library that finds pandas beside it imports it, and takes its time and memory.
"""

import importlib.metadata
import re
import sys
from pathlib import Path

import kiosk

LOCK = Path("packaging/requirements/tablet.txt")
_PINNED = re.compile(r"^([\w.-]+)==", re.MULTILINE)


PYTHON = [sys.executable, "-S", "-P"]
"""Without `site` and the folder of a script, which would find everything else again."""


def packages(folder: Path) -> dict[str, str]:
    """Fills `folder` with links to what the lock names and to the tablet itself; the environment for PYTHON.

    Raises PackageNotFoundError where one of them is not installed.
    """
    folder.mkdir()
    own = Path(kiosk.__file__).parent
    places = {own.name: own, "assets": own.parent / "assets"}
    for name in _PINNED.findall(LOCK.read_text()):
        distribution = importlib.metadata.distribution(name)
        for file in distribution.files or ():
            if file.parts[0] != "..":
                places[file.parts[0]] = Path(str(distribution.locate_file(file.parts[0])))
    for name, place in places.items():
        (folder / name).symlink_to(place)
    return {"PYTHONPATH": str(folder)}
