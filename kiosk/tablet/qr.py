"""A QR code, drawn by Qt from the matrix of `qrcode`."""

from PySide6.QtCore import Property, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QPainter
from PySide6.QtQml import QmlElement
from PySide6.QtQuick import QQuickItem, QQuickPaintedItem

QML_IMPORT_NAME = "Kiosk.Models"
QML_IMPORT_MAJOR_VERSION = 1

QUIET_MODULES = 4
"""The margin that ISO/IEC 18004 asks for around the code."""


@QmlElement
class QrCode(QQuickPaintedItem):
    """Shows `text` as a square QR code with its quiet zone, in whole pixels per module."""

    textChanged = Signal()
    inkChanged = Signal()

    def __init__(self, parent: QQuickItem | None = None) -> None:
        super().__init__(parent)
        self._text = ""
        self._ink = QColor("black")
        self._matrix: list[list[bool]] = []

    def _get_text(self) -> str:
        return self._text

    def _set_text(self, text: str) -> None:
        if text == self._text:
            return
        self._text = text
        self._matrix = _matrix(text) if text else []
        self.textChanged.emit()
        self.update()

    def _get_ink(self) -> QColor:
        return self._ink

    def _set_ink(self, ink: QColor) -> None:
        if ink != self._ink:
            self._ink = ink
            self.inkChanged.emit()
            self.update()

    text = Property(str, _get_text, _set_text, notify=textChanged)
    """What the code says; nothing is drawn for an empty one."""
    ink = Property(QColor, _get_ink, _set_ink, notify=inkChanged)
    """The colour of the dark modules."""

    def paint(self, painter: QPainter) -> None:
        """Called by the scene graph."""
        size = len(self._matrix)
        if not size:
            return
        side = min(self.width(), self.height())
        module = max(1, int(side // (size + 2 * QUIET_MODULES)))
        offset = int((side - module * size) / 2)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._ink)
        for row, line in enumerate(self._matrix):
            for column, dark in enumerate(line):
                if dark:
                    painter.drawRect(QRectF(offset + column * module, offset + row * module, module, module))


def _matrix(text: str) -> list[list[bool]]:
    # Here, when there is the first code to draw.
    from qrcode.constants import ERROR_CORRECT_M
    from qrcode.main import QRCode

    code = QRCode(error_correction=ERROR_CORRECT_M, border=0)
    code.add_data(text)
    code.make(fit=True)
    return [[bool(cell) for cell in line] for line in code.get_matrix()]
