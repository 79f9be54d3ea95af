"""The trend as a picture: drawn on the server, as an image that browsers load like any other."""

import functools
import json
from typing import Any

from kiosk import assets
from kiosk.hub.report.card import Point

FONT = "Atkinson Hyperlegible Next"


def trend_svg(points: list[Point], *, dark: bool) -> bytes:
    """Mean stars with their intervals, as SVG."""
    ink, soft, teal, line = (
        ("#E9F0EF", "#A9BDC1", "#6CC9C4", "#2F434A") if dark else ("#14323A", "#47626A", "#0B6468", "#E5DAC6")
    )
    when = {"field": "day", "type": "temporal", "title": None}
    stars = {
        "type": "quantitative",
        "title": None,
        "scale": {"domain": [1, 5]},
        "axis": {"values": [1, 2, 3, 4, 5], "format": "d"},
    }
    spec: dict[str, Any] = {
        "width": 1040,
        "height": 220,
        "background": None,
        "data": {
            "values": [
                {
                    "day": each.period.last.isoformat(),
                    "mean": each.mean,
                    "low": max(1.0, each.interval.low),
                    "high": min(5.0, each.interval.high),
                }
                for each in points
            ]
        },
        "encoding": {"x": when},
        "layer": [
            {
                "mark": {"type": "errorbar", "ticks": True, "color": soft, "thickness": 1.5},
                "encoding": {"y": {"field": "low", **stars}, "y2": {"field": "high"}},
            },
            {
                "mark": {"type": "line", "color": teal, "strokeWidth": 2.5, "point": {"color": teal, "size": 70}},
                "encoding": {"y": {"field": "mean", **stars}},
            },
        ],
        "config": {
            "font": FONT,
            "axis": {
                "labelColor": ink,
                "labelFontSize": 14,
                "gridColor": line,
                "domainColor": line,
                "tickColor": line,
            },
            "view": {"stroke": None},
        },
    }
    return _drawn(json.dumps(spec))


@functools.lru_cache(maxsize=64)
def _drawn(spec: str) -> bytes:
    # The specification holds the data, so that what is kept is never of older data.
    import vl_convert

    vl_convert.register_font_directory(str(assets.path("fonts")))
    return str(vl_convert.vegalite_to_svg(spec)).encode()
