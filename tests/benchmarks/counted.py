"""The tablet's own program, which also writes a byte for each frame that it has drawn: `counted.py file`, and then its
usual arguments. Until a frame is drawn it does nothing more than the program does.
"""

import os
import sys

from PySide6.QtGui import QGuiApplication
from PySide6.QtQuick import QQuickWindow

from kiosk.cli import main
from kiosk.tablet import app


def count_into(file: int) -> None:
    """Counts the frames of all windows from now on."""
    for window in QGuiApplication.allWindows():
        if isinstance(window, QQuickWindow):
            window.frameSwapped.connect(lambda: os.write(file, b"."))


if __name__ == "__main__":
    frames = os.open(sys.argv.pop(1), os.O_WRONLY | os.O_CREAT | os.O_APPEND)
    steady = app.steady

    def steady_and_counting() -> None:
        """Called when everything is built."""
        steady()
        count_into(frames)

    app.steady = steady_and_counting
    main()
