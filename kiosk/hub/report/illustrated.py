"""What is drawn on the paper: the trend and the topics by Vega, bars and hours by typst itself."""

from typing import Any

import structlog

from kiosk.hub.report.card import ReportCard
from kiosk.hub.report.dots import dots_svg
from kiosk.hub.report.pen import DrawingError
from kiosk.hub.report.speaking import Telling
from kiosk.hub.report.trend import trend_svg
from kiosk.visits.rating import SCALE, TOPIC_LABELS

_WIDTH = 860
"""Pixels, of the trend."""

_log = structlog.get_logger(__name__)


def charts(card: ReportCard, tell: Telling) -> dict[str, str]:
    """SVGs by name, as far as there is something to draw; none where it cannot be drawn: the tables say the same."""
    if card.stars is None:
        return {}
    labels = {str(topic): tell.say(label) for topic, label in TOPIC_LABELS.items()}
    found = {}
    try:
        if len(card.trend) > 1:
            found["trend"] = str(trend_svg(card.trend, width=_WIDTH, locale=tell.chart_locale))
        for name, wanted in (("service", True), ("care", False)):
            drivers = [each for each in card.drivers if each.is_service is wanted and each.mean is not None]
            if drivers:
                mean = card.stars.mean
                found[name] = str(dots_svg(drivers, labels, mean, card.drivers, locale=tell.chart_locale))
    except DrawingError as error:
        _log.warning("charts-missing", error=str(error))
        return {}
    return found


def bars(card: ReportCard, tell: Telling) -> list[dict[str, Any]]:
    """How often each number of stars was given, the most stars first; `share` of the longest bar."""
    if card.stars is None:
        return []
    counts, most = card.stars.counts, max(card.stars.counts.values())
    return [
        {"given": given, "name": tell.say(SCALE[given]), "share": counts[given] / most, "n": tell.number(counts[given])}
        for given in sorted(counts, reverse=True)
    ]


def heat(card: ReportCard, tell: Telling) -> dict[str, Any] | None:
    """Stars by weekday and hour: rows of texts, each with its shade from 0 to 5; None where nothing may be told."""
    means = {(cell.weekday, cell.hour): cell.mean for cell in card.heatmap}
    if all(mean is None for mean in means.values()):
        return None
    hours = sorted({hour for _, hour in means})
    weekdays = sorted({weekday for weekday, _ in means})
    rows = [
        {"name": tell.weekday(day), "cells": [_cell(means.get((day, hour)), tell) for hour in hours]}
        for day in weekdays
    ]
    return {"hours": [str(hour) for hour in hours], "rows": rows}


def _cell(mean: float | None, tell: Telling) -> tuple[str, int] | None:
    return None if mean is None else (tell.number(mean, 1), max(0, min(5, int((mean - 3) * 3))))
