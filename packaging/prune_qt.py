"""Leaves of Qt only what the tablet uses: `python prune_qt.py SITE_PACKAGES`.

What is imported by name is listed here; the libraries follow from what those link to.
"""

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

MODULES = ("QtCore", "QtGui", "QtMultimedia", "QtNetwork", "QtOpenGL", "QtQml", "QtQuick", "QtTextToSpeech")
"""QtNetwork and QtOpenGL are imported by QtQml and QtQuick."""
PACKAGE = ("__init__.py", "_config.py", "_git_pyside_version.py", "support")
PLUGINS = (
    "egldeviceintegrations",
    "imageformats/libqjpeg.so",
    "imageformats/libqsvg.so",
    "platforminputcontexts/libqtvirtualkeyboardplugin.so",
    "platforms/libqoffscreen.so",
    "platforms/libqwayland.so",
    "platforms/libqxcb.so",
    "texttospeech/libqtexttospeech_speechd.so",
    "wayland-graphics-integration-client/libqt-plugin-wayland-egl.so",
    "wayland-shell-integration/libxdg-shell.so",
)
QML = (
    "Qt/labs/folderlistmodel",
    "QtQml",
    "QtQuick/Effects",
    "QtQuick/Layouts",
    "QtQuick/Shapes",
    "QtQuick/Templates",
    "QtQuick/VirtualKeyboard",
    "QtQuick/Window",
    "QtQuick/libqtquick2plugin.so",
    "QtQuick/qmldir",
    "builtins.qmltypes",
    "jsroot.qmltypes",
)
FOR_TOOLS = {".qmltypes", ".pyi"}
"""Endings of files that nothing reads when the program runs."""


def needed(library: Path) -> Iterator[str]:
    """The names of the libraries that one links to."""
    told = subprocess.run(["readelf", "-d", library], check=True, capture_output=True, text=True).stdout  # noqa: S607
    for line in told.splitlines():
        if "(NEEDED)" in line:
            yield line.split("[")[1].rstrip("]")


def files_in(root: Path, names: tuple[str, ...]) -> Iterator[Path]:
    """All files under these names. Raises FileNotFoundError for a name that is not there."""
    for name in names:
        path = root / name
        if not path.exists():
            raise FileNotFoundError(path)
        yield from (each for each in path.rglob("*") if each.is_file()) if path.is_dir() else (path,)


def used(pyside: Path) -> set[Path]:
    """Every file of the package PySide6 that the tablet needs."""
    keep = set(files_in(pyside, (*PACKAGE, *(f"{module}.abi3.so" for module in MODULES))))
    keep |= set(files_in(pyside / "Qt/plugins", PLUGINS)) | set(files_in(pyside / "Qt/qml", QML))
    keep = {each for each in keep if each.suffix not in FOR_TOOLS or each.name in QML}
    libraries = {each.name: each for folder in (pyside, pyside / "Qt/lib") for each in folder.glob("lib*.so*")}
    unread = [each for each in keep if ".so" in each.name]
    while unread:
        for name in needed(unread.pop()):
            library = libraries.get(name)
            if library is not None and library not in keep:
                keep.add(library)
                unread.append(library)
    return keep


def main(site_packages: Path) -> None:
    """Deletes the rest."""
    pyside = site_packages / "PySide6"
    keep = used(pyside)
    for path in sorted(pyside.rglob("*"), reverse=True):
        if path.is_dir() and not path.is_symlink():
            if not any(path.iterdir()):
                path.rmdir()
        elif path not in keep:
            path.unlink()


if __name__ == "__main__":
    main(Path(sys.argv[1]))
