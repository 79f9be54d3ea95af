"""Charts: what is in them, and what becomes of them when the process that draws them does not live."""

import re
from datetime import date

import pytest

from kiosk.hub.report.card import Driver, Period, Point
from kiosk.hub.report.dots import dots_svg
from kiosk.hub.report.drawing import PAGE, stars_domain
from kiosk.hub.report.pen import DrawingError, Pen
from kiosk.hub.report.statistics import Difference, Interval
from kiosk.hub.report.suppression import Standing
from kiosk.hub.report.trend import trend_svg

SPEC = '{"data": {"values": [{"a": 1}]}, "mark": "point", "encoding": {"x": {"field": "a"}}}'


def driver(topic: str, mean: float | None, *, sure: bool = False) -> Driver:
    if mean is None:
        return Driver(topic, True, Standing.TOO_FEW, None, None, None, None)
    around = Interval(mean - 0.2, mean + 0.2)
    return Driver(topic, True, Standing.FIRM, 50, mean, around, Difference(mean - 4.2, around, sure))


def test_a_dot_for_each_topic_that_can_be_told_of_best_first_and_coloured_where_it_is_sure() -> None:
    drivers = [driver("a", 3.6, sure=True), driver("b", 4.8, sure=True), driver("c", None), driver("d", 4.3)]
    labels = {"a": "Waiting", "b": "<Kind>", "c": "Nobody knows", "d": "Care"}
    svg = dots_svg(drivers, labels, 4.2, drivers, PAGE, locale="es-ES")
    texts = re.findall(r">([^<>]+)</text>", svg)
    assert [text for text in texts if text[:1].isalpha() or text[:1] == "&"] == ["&lt;Kind&gt;", "Care", "Waiting"]
    assert {"4,80", "4,30", "3,60"} <= set(texts)
    dots = re.findall(r'd="M[^"]*" fill="(var\(--[a-z]+\))"', svg)
    assert dots == ["var(--teal)", "var(--soft)", "var(--attention)"]


def test_the_trend_draws_what_it_is_given_and_nothing_beyond_the_scale() -> None:
    days = [Period(date(2026, 10, day), date(2026, 10, day)) for day in (1, 2, 5)]
    points = [Point(day, 12, 4.5, Interval(3.9, 5.4)) for day in days]
    svg = trend_svg(points, PAGE)
    assert svg.count('fill="var(--teal)"') >= len(points)
    assert "var(--soft)" in svg
    assert stars_domain([3.9]) == [3.5, 5.0]
    assert stars_domain([0.2]) == [1.0, 5.0]


def test_who_draws_is_replaced_when_it_dies_and_ends_when_it_is_told_to() -> None:
    pen = Pen()
    try:
        assert pen.draw(SPEC, "en-GB").startswith("<svg")
        first = pen._process
        assert first is not None
        first.kill()
        first.wait()
        assert pen.draw(SPEC, "en-GB").startswith("<svg")
        with pytest.raises(DrawingError):
            pen.draw("{}", "no locale")
        assert pen.draw(SPEC, "en-GB").startswith("<svg")
        last = pen._process
    finally:
        pen.close()
    assert last is not None
    assert last.poll() is not None
