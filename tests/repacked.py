"""A package under another version, so that there is something to update to."""

import re
import shutil
import subprocess
from pathlib import Path


def repacked(deb: Path, version: str, folder: Path, replaced: dict[str, str] | None = None) -> Path:
    """The package as a file in that folder; `replaced`: other contents for some of its files, by path.

    Raises CalledProcessError.
    """
    tree = folder / "tree"
    subprocess.run(["dpkg-deb", "--raw-extract", str(deb), str(tree)], check=True, capture_output=True)
    control = tree / "DEBIAN/control"
    control.write_text(re.sub(r"(?m)^Version: .*", f"Version: {version}", control.read_text("utf-8")), "utf-8")
    for path, content in (replaced or {}).items():
        (tree / path).write_text(content, "utf-8")
    made = packed(tree, folder / f"{deb.name.partition('_')[0]}_{version}_amd64.deb")
    shutil.rmtree(tree)
    return made


def packed(tree: Path, made: Path) -> Path:
    """A package of the files in a folder, quickly rather than small. Raises CalledProcessError."""
    command = ["dpkg-deb", "--root-owner-group", "-Zgzip", "-z1", "--build", str(tree), str(made)]
    subprocess.run(command, check=True, capture_output=True)
    return made
