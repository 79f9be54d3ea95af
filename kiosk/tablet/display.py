"""The real screen: its size in millimetres, and where there is none."""

import math
from collections.abc import MutableMapping
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QObject, QTranslator
from PySide6.QtGui import QFont, QFontDatabase, QGuiApplication, QInputDevice, QScreen

from kiosk import assets
from kiosk.visits.condition import PLAUSIBLE_DPI

MM_PER_INCH = 25.4
_USUAL_DPI = 149.0
"""A 10.1-inch tablet of 1280 × 800: the screen the design was drawn for."""

_LAYOUTS = Path(__file__).parent / "keyboard"

FONT_FAMILY = "Atkinson Hyperlegible Next"
_FONT_FILES = ("Regular", "SemiBold", "Bold")
_OTHER_FAMILIES = ("Noto Sans", "Noto Sans Arabic UI", "Noto Sans CJK SC")
"""From the system; `packaging/setup.sh` sees to them."""


class DisplayFault(Exception):
    """There is no display to show anything on; the message is one sentence."""


@dataclass(frozen=True)
class Size:
    """The size of a screen, as it is reckoned with."""

    width_mm: float
    height_mm: float
    believed: bool
    """Whether it comes from the settings, or from a screen that says something likely of itself."""


def require(screen: QScreen) -> None:
    """Raises DisplayFault without a display, where Qt has a screen of no size."""
    if screen.size().isEmpty():
        raise DisplayFault("No display is connected: connect one, and the tablet starts.")


def size_of(screen: QScreen, diagonal_inches: float) -> Size:
    """The screen's size; `diagonal_inches` as in `pixels_per_mm`."""
    size, per_mm = screen.size(), pixels_per_mm(screen, diagonal_inches)
    believed = bool(diagonal_inches) or round(screen.physicalDotsPerInch()) in PLAUSIBLE_DPI
    return Size(size.width() / per_mm, size.height() / per_mm, believed)


def pixels_per_mm(screen: QScreen, diagonal_inches: float) -> float:
    """Device-independent pixels per millimetre; `diagonal_inches` overrides what the screen says, 0 believes it."""
    size = screen.size()
    if diagonal_inches:
        return math.hypot(size.width(), size.height()) / (diagonal_inches * MM_PER_INCH)
    reported = screen.physicalDotsPerInch()
    # Virtual and badly described screens report nonsense, and nonsense would make targets too small to hit.
    return (reported if round(reported) in PLAUSIBLE_DPI else _USUAL_DPI) / MM_PER_INCH


def size_in_words(screen: QScreen, pixels_per_mm: float) -> str:
    """The screen's size in millimetres, as it is reckoned with."""
    size = screen.size()
    return f"{size.width() / pixels_per_mm:.0f} × {size.height() / pixels_per_mm:.0f} mm"


def choose_platform(environ: MutableMapping[str, str]) -> bool:
    """Prepares Qt's environment before it starts.

    Returns whether there is a display; without one Qt draws off screen.
    """
    if environ.get("QT_QUICK_BACKEND") == "software" and environ.get("WAYLAND_DISPLAY") and environ.get("DISPLAY"):
        # Where nothing has changed, Qt's software renderer shows a frame without damage. Debian 12's cage answers such
        # a frame not until something else moves; Qt waits for that answer, and the picture stands still for good.
        # Xwayland, which cage starts, shows only what has changed.
        environ["QT_QPA_PLATFORM"] = "xcb"
    # Under Wayland Qt warns of this name that only a compositor can show the keyboard, which holds for one in a window
    # of its own; ours lies in the tablet's. The keyboard's plug-in answers to no other name, not even in capitals.
    environ.setdefault("QT_IM_MODULE", "qtvirtualkeyboard")
    environ.setdefault("QT_VIRTUALKEYBOARD_STYLE", "FrontDesk")
    environ.setdefault("QT_VIRTUALKEYBOARD_LAYOUT_PATH", str(_LAYOUTS))
    has_display = bool(environ.get("DISPLAY") or environ.get("WAYLAND_DISPLAY") or environ.get("QT_QPA_PLATFORM"))
    if not has_display:
        environ["QT_QPA_PLATFORM"] = "offscreen"
    if environ.get("QT_QPA_PLATFORM") == "offscreen":
        environ.setdefault("QT_QUICK_BACKEND", "software")
    return has_display


def is_touched() -> bool:
    """Whether there is a touch screen: then a pointer is only in the way."""
    return any(device.type() == QInputDevice.DeviceType.TouchScreen for device in QInputDevice.devices())


def load_fonts() -> None:
    """Makes the product's typeface known to Qt. Raises FileNotFoundError if the installation lacks it."""
    for style in _FONT_FILES:
        file = assets.path(f"fonts/AtkinsonHyperlegibleNext-{style}.ttf")
        if QFontDatabase.addApplicationFont(str(file)) < 0:
            raise FileNotFoundError(file)
    # A ticket on an Arabic screen, or a name from elsewhere, is written in another typeface than the text around it.
    for family in (FONT_FAMILY, *_OTHER_FAMILIES):
        QFont.insertSubstitutions(family, [other for other in _OTHER_FAMILIES if other != family])


def translate(language: str, parent: QObject) -> QTranslator:
    """Has Qt speak a language until the translator goes. Raises FileNotFoundError if the installation lacks it."""
    file = assets.path(f"translations/{language}.qm")
    translator = QTranslator(parent)
    if not translator.load(str(file)):
        raise FileNotFoundError(file)
    QGuiApplication.installTranslator(translator)
    return translator
