"""A fixed set of screens looks as it was agreed: compared with stored pictures, at a tolerance.

Where a change is wanted: `make pictures`, look at what `git diff` says has changed, and commit it with the change.
"""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtGui import QColor, QGuiApplication, QImage
from PySide6.QtQuick import QQuickItem

from tests.pictures import CHOSEN, FOLDER, Chosen, difference, half
from tests.screens import SCENES, Stage, save

NOW = Path("build/pictures")


@pytest.mark.parametrize("chosen", CHOSEN, ids=lambda chosen: chosen.name)
def test_the_screen_looks_as_stored(qapp: QGuiApplication, chosen: Chosen) -> None:
    now = chosen.draw()
    found = difference(QImage(str(FOLDER / f"{chosen.name}.png")), now)
    if found.visible:
        save(now, NOW / f"{chosen.name}.png")
    assert not found.visible, f"{found}; it looks like {NOW / chosen.name}.png now"


def test_no_picture_is_stored_that_nothing_is_compared_with() -> None:
    assert sorted(file.stem for file in FOLDER.glob("*.png")) == sorted(chosen.name for chosen in CHOSEN)


def _another_text_colour(stage: Stage) -> None:
    label = next(item for item in stage.driver.items() if item.property("text") == "Finish" and _is_text(item))
    label.setProperty("color", QColor("#F5B83D"))


def _another_heading_colour(stage: Stage) -> None:
    heading = max((item for item in stage.driver.items() if _is_text(item)), key=QQuickItem.height)
    heading.setProperty("color", QColor("#A83A22"))


def _a_button_missing(stage: Stage) -> None:
    stage.driver.find("finishButton").setOpacity(0)


def _is_text(item: QQuickItem) -> bool:
    return bool(item.inherits("QQuickText"))


@pytest.mark.parametrize("change", [_another_text_colour, _another_heading_colour, _a_button_missing])
def test_a_visible_change_is_found(qapp: QGuiApplication, tmp_path: Path, change: Callable[[Stage], None]) -> None:
    stage = Stage(tmp_path)
    SCENES["thanks"](stage)
    before = half(stage.driver.picture())
    change(stage)
    after = half(stage.driver.picture())
    stage.driver.close()

    assert difference(before, after).visible
    assert difference(QImage(str(FOLDER / "en-thanks-landscape.png")), after).visible


def test_a_text_that_moved_by_a_pixel_is_no_change(qapp: QGuiApplication, tmp_path: Path) -> None:
    stage = Stage(tmp_path)
    SCENES["thanks"](stage)
    before = half(stage.driver.picture())
    heading = max((item for item in stage.driver.items() if _is_text(item)), key=QQuickItem.height)
    heading.setX(heading.x() + 1)
    after = half(stage.driver.picture())
    stage.driver.close()

    assert before != after
    assert not difference(before, after).visible
