"""Every screen keeps the measures that the design promises, on every screen that we say it runs on."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QGuiApplication

from kiosk.tablet.comfort import LARGE
from kiosk.tablet.language import LANGUAGES
from tests.screens import SCENES, Stage, comforts_of
from tests.tablet.measures import violations


@dataclass(frozen=True)
class Hardware:
    """A tablet: its pixels as it hangs, and how many of them make a millimetre."""

    size: QSize
    pixels_per_mm: float


TABLETS = {
    "7-inch": Hardware(QSize(1024, 600), 169.5 / 25.4),
    "7-inch-upright": Hardware(QSize(600, 1024), 169.5 / 25.4),
    "10-inch": Hardware(QSize(1280, 800), 149 / 25.4),
    "10-inch-upright": Hardware(QSize(800, 1280), 149 / 25.4),
    "13-inch": Hardware(QSize(1920, 1280), 173 / 25.4),
    "13-inch-upright": Hardware(QSize(1280, 1920), 173 / 25.4),
}


USUAL = ("10-inch", "10-inch-upright", "13-inch", "13-inch-upright")
"""Where a patient sees everything at once; on smaller ones, or with larger text, what is more comes page by page."""

BOTH_WAYS = ("en", "ar")
"""Read from left and from right: enough where another tablet, in all languages, has less room for the same."""

RATING = ("rate", "checkout")
"""No star may be easier to reach than another, on any tablet."""

PATIENTS = [scene for scene in SCENES if not scene.startswith(("staff", "cleaning"))]

TIGHT = {"normal": ("7-inch", "10-inch"), "large": ("7-inch",), "strong": ()}
"""Tablets that are looked at in all languages. What fits on 10 inches fits on 13; where larger text comes page by page
on 7 inches, and fits, it fits on any. Stronger colours change no size."""


def languages_on(name: str, comfort: str) -> Iterator[str]:
    """Languages that a tablet is looked at in."""
    for language in LANGUAGES:
        if language in BOTH_WAYS or name.removesuffix("-upright") in TIGHT[comfort]:
            yield language


@pytest.mark.parametrize("scene", SCENES)
def test_everything_is_large_enough_apart_readable_and_whole(qapp: QGuiApplication, tmp_path: Path, scene: str) -> None:
    stage = Stage(tmp_path)
    SCENES[scene](stage)
    found = []
    for comfort in comforts_of(scene):
        stage.driver.tablet.screens.comfort.choose(large=comfort == "large", strong=comfort == "strong")
        promised = {"scale": LARGE} if comfort == "large" else {"contrast": 7.0} if comfort == "strong" else {}
        # To turn a tablet costs more than to change its language.
        for name, tablet in TABLETS.items() if comfort != "strong" else [("10-inch", TABLETS["10-inch"])]:
            stage.driver.window.setProperty("pixelsPerMm", tablet.pixels_per_mm)
            stage.driver.turn(tablet.size)
            for language in languages_on(name, comfort):
                stage.driver.speak(language)
                where = f"{comfort}, {language}, {name}"
                found += [f"{where}: {violation}" for violation in violations(stage.driver, **promised)]
                whole = scene in RATING or (scene in PATIENTS and name in USUAL)
                if comfort == "normal" and whole and stage.driver.shows("downButton"):
                    found.append(f"{where}: not everything is seen at once")
    stage.driver.close()

    assert found == []
