"""A practice's logo for tests."""

from base64 import b64encode

from PySide6.QtCore import QBuffer, QIODevice
from PySide6.QtGui import QColor, QImage, QImageWriter

from kiosk.visits.settings import Settings

LOGO_COLOUR = QColor("#A02060")


def drawn_logo(width: int = 600, height: int = 200, colour: QColor = LOGO_COLOUR) -> bytes:
    """A PNG of one colour."""
    image = QImage(width, height, QImage.Format.Format_ARGB32)
    image.fill(colour)
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    QImageWriter(buffer, b"png").write(image)
    return bytes(buffer.data().data())


def in_settings(png: bytes) -> Settings:
    """Settings with this logo, or with none."""
    return Settings(logo=b64encode(png).decode())
