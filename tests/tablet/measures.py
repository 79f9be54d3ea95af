"""Measures what stands on a screen, in millimetres, against what the design promises."""

import math
from collections import Counter
from collections.abc import Iterator
from itertools import combinations

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QImage
from PySide6.QtQml import QQmlExpression, qmlContext
from PySide6.QtQuick import QQuickItem

from kiosk.colour import contrast, rgb
from tests.tablets import TabletDriver

TARGET_MM = 20.0
GAP_MM = 3.0
KEY_MM = 15.0
CAPITAL_MM = 4.8
CONTRAST = 4.5
LAYERS = {"StillThere", "Trouble", "Languages", "Comfort", "Comment"}
"""Screens that lie over others."""

Painted = dict[QQuickItem, QRectF]
"""Texts, and where the glyphs of each are in the scene."""

_RIGHT, _CENTRE, _BOTTOM, _MIDDLE = 2, 4, 64, 128
_SLACK_MM = 0.1
_SLACK_PX = 1.5


def violations(driver: TabletDriver, *, scale: float = 1.0, contrast: float = CONTRAST) -> list[str]:
    """What is too small, too close, too pale, cut off or one over the other, in words.

    `scale`: how much larger than normal the text is meant to be. `contrast`: the least that is promised.
    """
    mm = float(driver.window.property("pixelsPerMm"))
    found: dict[str, None] = {}
    pending: set[str] = set()
    whole: set[str] = set()
    for top in _stops(driver):
        picture = driver.window.grabWindow()
        controls = [item for item in top if _is_control(item)]
        texts = [item for item in top if item.inherits("QQuickText") and str(item.property("text")).strip()]
        room = next((item.height() for item in top if item.objectName() == "pages"), driver.window.height())
        # A text that is higher than half a page is read line by line.
        pending |= {_name(item) for item in controls + texts if _is_control(item) or item.height() < room / 2}
        controls = [item for item in controls if not _is_scrolled_away(item)]
        texts = [item for item in texts if not _is_scrolled_away(item)]
        whole |= {_name(item) for item in controls + texts}
        painted = {item: _painted(item) for item in texts}
        found |= dict.fromkeys(
            (
                *_of_keys(top, mm),
                *_of_controls(controls, mm, driver),
                *_of_texts(painted, mm, driver, scale),
                *_pale(painted, picture, contrast),
                *_overlapping(painted),
            )
        )
    return [*found, *(f"{name} is never seen whole" for name in pending - whole)]


def _stops(driver: TabletDriver) -> Iterator[list[QQuickItem]]:
    """What can be used, once for each place where a tap on the arrow down stops, from the top."""
    driver.draw()
    driver.settle_pages()
    top = _top_layer(driver)
    pages = next((item for item in top if item.objectName() == "pages"), None)
    yield top
    if pages is None or not pages.property("over"):
        return
    height, content = pages.height(), float(pages.property("contentHeight"))
    at = 0.0
    while at < content - height - 1:
        at = min(content - height, at + math.floor(height / 2))
        pages.setProperty("contentY", at)
        driver.draw()
        yield _top_layer(driver)
    pages.setProperty("contentY", 0.0)


def _top_layer(driver: TabletDriver) -> list[QQuickItem]:
    """The items that can be used: only those of the topmost screen that lies over the others."""
    layers: list[list[QQuickItem]] = [[]]
    for item in driver.items():
        if item.metaObject().className().split("_QMLTYPE")[0] in LAYERS:
            layers.append([])
        layers[-1].append(item)
    return layers[-1]


def _is_scrolled_away(item: QQuickItem) -> bool:
    """Whether it lies, in part at least, beyond the edge of something that scrolls."""
    around = item.parentItem()
    while around is not None and not around.inherits("QQuickFlickable"):
        around = around.parentItem()
    return around is not None and not _rect(around).adjusted(-1, -1, 1, 1).contains(_rect(item))


def _is_control(item: QQuickItem) -> bool:
    return bool(item.isEnabled()) and (item.inherits("QQuickAbstractButton") or item.inherits("QQuickTextField"))


def _rect(item: QQuickItem) -> QRectF:
    return item.mapRectToScene(QRectF(0, 0, item.width(), item.height()))


def _name(item: QQuickItem) -> str:
    return item.objectName() or repr(str(item.property("text"))[:30])


def _of_controls(controls: list[QQuickItem], mm: float, driver: TabletDriver) -> Iterator[str]:
    window = QRectF(0, 0, driver.window.width(), driver.window.height()).adjusted(-1, -1, 1, 1)
    for item in controls:
        rect = _rect(item)
        if min(rect.width(), rect.height()) / mm < TARGET_MM - _SLACK_MM:
            yield f"{_name(item)} is {rect.width() / mm:.1f} × {rect.height() / mm:.1f} mm"
        if not window.contains(rect):
            yield f"{_name(item)} lies outside the screen"
    for one, other in combinations(controls, 2):
        gap = _gap(_rect(one), _rect(other)) / mm
        if gap < GAP_MM - _SLACK_MM:
            yield f"{_name(one)} and {_name(other)} are {gap:.1f} mm apart"


def _of_keys(top: list[QQuickItem], mm: float) -> Iterator[str]:
    for key in (item for item in top if item.property("keyPanelDelegate") is not None):
        rect = _rect(key)
        if min(rect.width(), rect.height()) / mm < KEY_MM - _SLACK_MM:
            yield f"the key {key.property('displayText')!r} is {rect.width() / mm:.1f} × {rect.height() / mm:.1f} mm"


def _gap(one: QRectF, other: QRectF) -> float:
    across = max(one.left() - other.right(), other.left() - one.right())
    down = max(one.top() - other.bottom(), other.top() - one.bottom())
    return max(across, down)


def _painted(item: QQuickItem) -> QRectF:
    """Where the glyphs are, in the scene."""
    width, height = float(item.property("contentWidth")), float(item.property("contentHeight"))
    left = {_CENTRE: (item.width() - width) / 2, _RIGHT: item.width() - width}.get(
        _flag(item, "effectiveHorizontalAlignment"), 0
    )
    top = {_MIDDLE: (item.height() - height) / 2, _BOTTOM: item.height() - height}.get(
        _flag(item, "verticalAlignment"), 0
    )
    return item.mapRectToScene(QRectF(left, top, width, height))


def _flag(item: QQuickItem, name: str) -> int:
    """An enumeration's value, which PySide does not convert by itself."""
    context = qmlContext(item)
    assert context is not None
    value, _ = QQmlExpression(context, item, f"{name} + 0").evaluate()
    return int(value)


def _of_texts(texts: Painted, mm: float, driver: TabletDriver, scale: float) -> Iterator[str]:
    window = QRectF(0, 0, driver.window.width(), driver.window.height())
    for item, painted in texts.items():
        font = item.property("font")
        assert isinstance(font, QFont)
        capital = QFontMetricsF(font).capHeight() / mm
        if capital < CAPITAL_MM * scale - _SLACK_MM:
            yield f"the capitals of {_name(item)} are {capital:.1f} mm high"
        if item.property("truncated"):
            yield f"{_name(item)} is cut short"
        # A line's box is higher than its glyphs.
        glyphs = painted.adjusted(0, painted.height() * 0.1, 0, -painted.height() * 0.1)
        if not window.adjusted(-_SLACK_PX, -_SLACK_PX, _SLACK_PX, _SLACK_PX).contains(glyphs):
            yield f"{_name(item)} runs out of the screen"
        control = _control_around(item)
        if control is not None and not _rect(control).adjusted(-_SLACK_PX, -_SLACK_PX, _SLACK_PX, _SLACK_PX).contains(
            glyphs
        ):
            yield f"{_name(item)} runs out of its button"


def _control_around(item: QQuickItem) -> QQuickItem | None:
    parent = item.parentItem()
    while parent is not None and not _is_control(parent):
        parent = parent.parentItem()
    return parent


def _overlapping(texts: Painted) -> Iterator[str]:
    # A line's box is higher than its glyphs; the outer fifth above and below is empty.
    shrunk = [(item, box.adjusted(2, box.height() * 0.2, -2, -box.height() * 0.2)) for item, box in texts.items()]
    for (one, first), (other, second) in combinations(shrunk, 2):
        if first.intersects(second):
            yield f"{_name(one)} and {_name(other)} lie over each other"


def _pale(texts: Painted, picture: QImage, least: float) -> Iterator[str]:
    for item, painted in texts.items():
        colour = item.property("color")
        assert isinstance(colour, QColor)
        found = contrast(rgb(colour.name()), rgb(_background(picture, painted).name()))
        if found < least:
            yield f"{_name(item)} has a contrast of {found:.1f}"


def _background(picture: QImage, rect: QRectF) -> QColor:
    """The colour most seen around a text."""
    ratio = picture.devicePixelRatio()
    # Just before and just after a text there are no glyphs.
    across = (round((rect.left() + x) * ratio) for x in (-4, -3, rect.width() + 3, rect.width() + 4))
    down = (round((rect.top() + rect.height() * y / 10) * ratio) for y in range(1, 10))
    rows = [y for y in down if 0 <= y < picture.height()]
    columns = [x for x in across if 0 <= x < picture.width()]
    seen = Counter(picture.pixel(x, y) for x in columns for y in rows)
    return QColor.fromRgb(seen.most_common(1)[0][0]) if seen else QColor("white")
