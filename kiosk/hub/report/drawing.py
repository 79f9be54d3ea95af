"""How charts are drawn: Vega-Lite to SVG on the server, in the colours of whatever they stand on."""

import functools
import json
from typing import Any, Literal

from markupsafe import Markup
from msgspec import Struct

from kiosk.hub.report.pen import pen

ChartLocale = Literal["en-GB", "es-ES"]
"""As d3 names the language and country of numbers and dates."""

FONT = "Atkinson Hyperlegible Next"


class Palette(Struct, frozen=True):
    """Colours by what they mean; anything that SVG takes for a colour."""

    ink: str
    soft: str
    line: str
    teal: str
    attention: str
    ground: str
    """What the chart stands on."""


PAPER = Palette(ink="#14323A", soft="#47626A", line="#E5DAC6", teal="#0B6468", attention="#A83A22", ground="#FFFFFF")
"""For print."""

PAGE = Palette(
    ink="var(--ink)",
    soft="var(--soft)",
    line="var(--line)",
    teal="var(--teal)",
    attention="var(--attention)",
    ground="var(--card)",
)
"""The page's own, so that one drawing does for day and night."""


def draw(spec: dict[str, Any], palette: Palette, locale: ChartLocale = "en-GB") -> Markup:
    """The SVG of a Vega-Lite specification; `locale`: of its numbers and dates.

    It may stand in a page as it is: no script, no style, and every text in it escaped. Raises DrawingError.
    """
    axis = {
        "labelColor": palette.ink,
        "titleColor": palette.soft,
        "labelFontSize": 14,
        "titleFontSize": 14,
        "titleFontWeight": "normal",
        "gridColor": palette.line,
        "domain": False,
        "ticks": False,
        "labelPadding": 8,
    }
    config = {"font": FONT, "axis": axis, "view": {"stroke": None}, "aria": False, "text": {"color": palette.ink}}
    return Markup(_drawn(json.dumps({**spec, "background": None, "config": config}), locale))  # noqa: S704


# The specification holds the data, so that what is kept is never of older data.
@functools.lru_cache(maxsize=128)
def _drawn(spec: str, locale: str) -> str:
    return pen.draw(spec, locale)


def stars_domain(lows: list[float]) -> list[float]:
    """A scale of stars that holds `lows` and the best, and that makes no more of a difference than there is."""
    low = min([4.0, *lows])
    return [max(1.0, int(low * 2) / 2), 5.0]


def ticks(domain: list[float]) -> list[float]:
    """Where the scale is named: whole stars, or halves where it is short."""
    step = 1.0 if domain[1] - domain[0] > 2 else 0.5
    count = int((domain[1] - domain[0]) / step)
    return [domain[1] - step * n for n in range(count + 1)]
