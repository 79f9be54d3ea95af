"""The screen, as the kernel tells of it: whether one is there, and large enough for the targets of the design."""

import math
from collections.abc import Iterator
from pathlib import Path

from kiosk.doctor.check import Check, checked, ok
from kiosk.visits.condition import LEAST_SCREEN_MM, PLAUSIBLE_DPI, State, of_worry
from kiosk.visits.wire import Worry

_CHECK = "tablet.screen"
_MM_PER_INCH = 25.4
_SMALLEST_EDID = 128
"""Bytes of the block that every screen has."""


def look_at_screen(sys: Path, diagonal_inches: float) -> Iterator[Check]:
    """`sys`: where sysfs is; `diagonal_inches`: as in the settings. Raises OSError."""
    connectors = sorted((sys / "class" / "drm").glob("card*-*"))
    if not connectors:
        yield ok(_CHECK, "Whether a screen is connected cannot be told here.")
        return
    connected = [each for each in connectors if (each / "status").read_text(encoding="ascii").strip() == "connected"]
    if not connected:
        yield Check(
            _CHECK,
            State.FAULT,
            "No screen is connected.",
            "Switch the screen on, check its cable and its power, and restart the tablet.",
        )
    for each in connected:
        yield _of_size(each, diagonal_inches)


def _of_size(connector: Path, diagonal_inches: float) -> Check:
    _, _, name = connector.name.partition("-")
    pixels = _pixels((connector / "modes").read_text(encoding="ascii"))
    width, height = _size_mm((connector / "edid").read_bytes())
    if pixels and diagonal_inches:
        per_mm = math.hypot(*pixels) / (diagonal_inches * _MM_PER_INCH)
        width, height = pixels[0] / per_mm, pixels[1] / per_mm
    elif not pixels or not width or round(pixels[0] / width * _MM_PER_INCH) not in PLAUSIBLE_DPI:
        return checked(_CHECK, of_worry(Worry.SCREEN_SIZE_DOUBTFUL))
    told = f"{width:.0f} × {height:.0f} mm, {pixels[0] / width * _MM_PER_INCH:.0f} dots per inch ({name})"
    if min(width, height) < LEAST_SCREEN_MM:
        small = of_worry(Worry.SCREEN_TOO_SMALL)
        return Check(_CHECK, small.state, f"{small.text.rstrip('.')}: {told}.", small.do)
    return ok(_CHECK, f"The screen is large enough: {told}.")


def _pixels(modes: str) -> tuple[int, int] | None:
    """Of the first mode, which is the one that the screen prefers: `1280x800`."""
    first, _, _ = modes.partition("\n")
    width, _, height = first.partition("x")
    return (int(width), int(height)) if width.isdecimal() and height.isdecimal() else None


def _size_mm(edid: bytes) -> tuple[float, float]:
    """Width and height in mm; 0 where the screen does not tell.

    Source: VESA E-EDID 1.4, 3.10.2 (the first timing, in mm), and 3.6.2 (the basic parameters, in cm).
    """
    if len(edid) < _SMALLEST_EDID:
        return 0, 0
    timing = edid[54:72]
    if timing[0] or timing[1]:
        width, height = timing[12] | (timing[14] & 0xF0) << 4, timing[13] | (timing[14] & 0x0F) << 8
        if width and height:
            return width, height
    return edid[21] * 10, edid[22] * 10
