"""What patients tapped and the stars they gave with it, as dots with intervals."""

from collections.abc import Mapping, Sequence

from markupsafe import Markup

from kiosk.hub.report.card import Driver
from kiosk.hub.report.drawing import PAPER, ChartLocale, Palette, draw, stars_domain, ticks
from kiosk.hub.report.statistics import Interval

WIDTH = 350
_ROW = 36
_NAMES = 124
"""Pixels for a topic's name, so that charts below one another have their stars below one another."""


def dots_svg(
    drivers: Sequence[Driver],
    labels: Mapping[str, str],
    overall: float,
    domain_of: Sequence[Driver],
    palette: Palette = PAPER,
    *,
    locale: ChartLocale = "en-GB",
) -> Markup:
    """A row for each of `drivers` that can be told of, the best on top; a broken line at the mean of all ratings.

    `labels`: of the topics; `overall`: that mean; `domain_of`: all drivers that shall have the same scale. Colours
    say only what is certain: teal for more stars than without the topic, red for fewer.
    """
    shown = sorted((each for each in drivers if each.mean is not None), key=lambda each: -(each.mean or 0.0))
    domain = stars_domain([overall, *(bounds.low for each in domain_of if (bounds := each.interval))])
    stars = {
        "type": "quantitative",
        "title": None,
        "scale": {"domain": domain, "clamp": True},
        "axis": {"values": ticks(domain), "format": ".1f", "labelFlush": False},
    }
    written = {"x": {"field": "mean", **stars}, "text": {"field": "mean", "format": ".2f"}}
    text = {"type": "text", "dy": -14, "fontSize": 13}
    topic = {
        "field": "topic",
        "type": "nominal",
        "sort": None,
        "title": None,
        "axis": {"labelLimit": _NAMES, "minExtent": _NAMES, "maxExtent": _NAMES},
    }
    colour = {"field": "colour", "type": "nominal", "scale": None}
    spec = {
        "width": WIDTH - _NAMES - 20,
        "height": _ROW * len(shown),
        "data": {"values": [_row(each, labels, palette) for each in shown]},
        "encoding": {"y": topic},
        "layer": [
            {
                "data": {"values": [{}]},
                "mark": {"type": "rule", "color": palette.soft, "strokeDash": [3, 4]},
                "encoding": {"x": {"datum": overall, **stars}, "y": None},
            },
            {
                "mark": {"type": "rule", "strokeWidth": 3, "strokeCap": "round"},
                "encoding": {"x": {"field": "low", **stars}, "x2": {"field": "high"}, "color": colour},
            },
            {
                "mark": {"type": "point", "filled": True, "opacity": 1, "size": 170},
                "encoding": {"x": {"field": "mean", **stars}, "color": colour},
            },
            # Its ground around it, so that the broken line does not cross it out.
            {"mark": {**text, "stroke": palette.ground, "strokeWidth": 5}, "encoding": written},
            {"mark": text, "encoding": written},
        ],
    }
    return draw(spec, palette, locale)


def _row(driver: Driver, labels: Mapping[str, str], palette: Palette) -> dict[str, object]:
    mean = driver.mean or 0.0
    bounds = driver.interval or Interval(mean, mean)
    sure = driver.difference is not None and driver.difference.is_sure
    better = driver.difference is not None and driver.difference.value > 0
    return {
        "topic": labels[driver.topic],
        "mean": mean,
        "low": max(1.0, bounds.low),
        "high": min(5.0, bounds.high),
        "colour": palette.soft if not sure else palette.teal if better else palette.attention,
    }
