"""Where fonts, icons, sounds, web files and translations lie, in a checkout and in an installed package."""

from pathlib import Path

_INSTALLED = Path(__file__).parent / "assets"
_CHECKOUT = Path(__file__).parent.parent / "assets"


def path(relative: str) -> Path:
    """The file or folder of that name below `assets/`."""
    return (_INSTALLED if _INSTALLED.is_dir() else _CHECKOUT) / relative
