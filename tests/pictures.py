"""`make pictures`: draws the stored pictures again, which `tests/tablet/test_pictures.py` compares the screens with."""

import sys
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage

from tests.screens import application, render, save, suffix

FOLDER = Path(__file__).parent / "tablet" / "pictures"

MEAN = 2.0
SHARE = 0.0002
"""What is no change: how much a channel may differ on average, of 255, and how many of the pixels may differ clearly.

Another machine's fonts and rounding move a text by a fraction of a pixel, and the sun's gradient is dithered.
The smallest change that matters, one short line of text, is more than this.
"""
_CLEARLY = 40

Pixels = NDArray[np.int16]


@dataclass(frozen=True)
class Chosen:
    """A screen of which a picture is stored."""

    scene: str
    language: str = "en"
    orientation: str = "landscape"
    comfort: str = "normal"

    @property
    def name(self) -> str:
        """The file's name, without its ending."""
        return f"{self.language}-{self.scene}-{self.orientation}{suffix(self.comfort)}"

    def draw(self) -> QImage:
        """As it is now, in the size in which it is stored."""
        ((_, picture),) = render(self.scene, self.language, (self.comfort,), (self.orientation,))
        return half(picture)


CHOSEN = (
    Chosen("welcome"),
    Chosen("arrive"),
    Chosen("acknowledged-seen"),
    Chosen("acknowledged-unreachable"),
    Chosen("rate"),
    Chosen("followup-4"),
    Chosen("thanks"),
    Chosen("help-coming"),
    Chosen("staff"),
    Chosen("closed"),
    Chosen("welcome", "ar"),
    Chosen("rate", "ar"),
    Chosen("acknowledged-called", orientation="portrait"),
    Chosen("help-sent", comfort="large"),
    Chosen("rate", comfort="strong"),
)


def half(picture: QImage) -> QImage:
    """In half the size, without transparency."""
    size = picture.size() / 2
    small = picture.scaled(size, Qt.AspectRatioMode.IgnoreAspectRatio, Qt.TransformationMode.SmoothTransformation)
    return small.convertToFormat(QImage.Format.Format_RGB888)


@dataclass(frozen=True)
class Difference:
    """How much two pictures differ."""

    mean: float
    """Of the channel that differs most, 0 to 255."""
    share: float
    """Of the pixels that are clearly beyond what is near them in the other picture."""

    @property
    def visible(self) -> bool:
        """Whether somebody would see it."""
        return self.mean > MEAN or self.share > SHARE


def difference(one: QImage, other: QImage) -> Difference:
    """Compares two pictures; those of different sizes have nothing in common."""
    if one.size() != other.size():
        return Difference(255.0, 1.0)
    first, second = _pixels(one), _pixels(other)
    between = np.abs(first - second)
    different = between.max(axis=2) > _CLEARLY
    # What is new stands out from the stored picture, and what is missing from the new one.
    apart = max(_apart(different, first, second), _apart(different, second, first))
    return Difference(float(between.mean(axis=(0, 1)).max()), apart / different.size)


def _pixels(picture: QImage) -> Pixels:
    """Rows of pixels of red, green and blue, 0 to 255; signed, so that they can be subtracted."""
    rgb = picture.convertToFormat(QImage.Format.Format_RGB888)
    rows = np.frombuffer(rgb.constBits(), np.uint8).reshape(rgb.height(), rgb.bytesPerLine())
    return rows[:, : rgb.width() * 3].reshape(rgb.height(), rgb.width(), 3).astype(np.int16)


def _apart(chosen: NDArray[np.bool_], one: Pixels, other: Pixels) -> int:
    """How many of these pixels of one picture are darker or lighter than all nine in their place in the other.

    An edge that moved by less than a pixel is somewhere between its neighbours.
    """
    rows, columns = np.nonzero(chosen)
    around = np.pad(other, ((1, 1), (1, 1), (0, 0)), mode="edge")
    near = np.stack([around[rows + row, columns + column] for row in range(3) for column in range(3)])
    here = one[rows, columns]
    beyond = (here < near.min(axis=0) - _CLEARLY) | (here > near.max(axis=0) + _CLEARLY)
    return int(beyond.any(axis=1).sum())


def main() -> None:
    """Entry point."""
    _app = application()
    for old in FOLDER.glob("*.png"):
        old.unlink()
    for chosen in CHOSEN:
        file = FOLDER / f"{chosen.name}.png"
        save(chosen.draw(), file)
        sys.stdout.write(f"{file}\n")


if __name__ == "__main__":
    main()
