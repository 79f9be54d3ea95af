"""The trend as a picture: mean stars over time, and how uncertain they are."""

from typing import Any

from markupsafe import Markup

from kiosk.hub.report.card import Point
from kiosk.hub.report.drawing import PAPER, ChartLocale, Palette, draw, stars_domain, ticks

WIDE, NARROW = 1120, 310
"""Pixels: of a whole page, and of a telephone."""

_NAMED = 14
"""Points that have their days below them; of more, calendar days are named in between."""


def trend_svg(
    points: list[Point], palette: Palette = PAPER, *, width: int = WIDE, locale: ChartLocale = "en-GB"
) -> Markup:
    """Each point stands where its weeks begin; a band where there are several, and always an error bar."""
    domain = stars_domain([each.interval.low for each in points])
    days = [_day(each) for each in points]
    when = {
        "field": "day",
        "type": "temporal",
        "title": None,
        "axis": {
            "grid": False,
            "labelOverlap": "greedy",
            "labelSeparation": 14,
            "format": _format(points),
            **({"values": days} if len(days) <= _NAMED else {"tickCount": max(3, width // 120)}),
        },
        "scale": {"padding": 14},
    }
    stars = {
        "type": "quantitative",
        "title": None,
        "scale": {"domain": domain, "clamp": True},
        "axis": {"values": ticks(domain), "format": ".1f"},
    }
    low = {"y": {"field": "low", **stars}, "y2": {"field": "high"}}
    mean = {"y": {"field": "mean", **stars}}
    layers: list[dict[str, Any]] = [
        {"mark": {"type": "area", "color": palette.teal, "opacity": 0.14}, "encoding": low},
        {"mark": {"type": "rule", "color": palette.soft, "strokeWidth": 1.5}, "encoding": low},
        {"mark": {"type": "line", "color": palette.teal, "strokeWidth": 2.5}, "encoding": mean},
        {"mark": {"type": "point", "filled": True, "opacity": 1, "color": palette.teal, "size": 60}, "encoding": mean},
    ]
    spec = {
        "width": width - 60,
        "height": 190,
        "data": {"values": [_row(each) for each in points]},
        "encoding": {"x": when},
        "layer": layers,
    }
    return draw(spec, palette, locale)


def _row(point: Point) -> dict[str, Any]:
    return {
        "day": _day(point),
        "mean": point.mean,
        "low": max(1.0, point.interval.low),
        "high": min(5.0, point.interval.high),
    }


def _day(point: Point) -> str:
    # A day's noon: the reader's time zone must not make another day of it.
    return f"{point.period.first.isoformat()}T12:00:00"


def _format(points: list[Point]) -> str:
    days = (points[-1].period.last - points[0].period.first).days if points else 0
    return "%b %Y" if days > 366 else "%-d %b"
