"""Whether one colour can be read on another."""

import re

_HEX = re.compile(r"#([0-9A-Fa-f]{2})([0-9A-Fa-f]{2})([0-9A-Fa-f]{2})\Z")

Rgb = tuple[float, float, float]

WHITE: Rgb = (1.0, 1.0, 1.0)


def rgb(text: str) -> Rgb:
    """Red, green and blue, 0.0 to 1.0, of a colour like #0B6468. Raises ValueError in words."""
    match = _HEX.match(text)
    if not match:
        raise ValueError(f"expected a colour like #0B6468, got {text!r}")
    red, green, blue = (int(part, 16) / 255 for part in match.groups())
    return red, green, blue


def tint(colour: Rgb, share: float = 0.12) -> Rgb:
    """The colour as a breath on white; `share` of it, 0.0 to 1.0."""
    red, green, blue = (1 - (1 - part) * share for part in colour)
    return red, green, blue


def contrast(one: Rgb, other: Rgb) -> float:
    """The contrast ratio, 1 to 21. Source: WCAG 2.2, "contrast ratio"."""
    dark, light = sorted((_luminance(one), _luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def _luminance(colour: Rgb) -> float:
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in colour)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
