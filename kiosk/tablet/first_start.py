"""The window of the first start, and what a tablet is once it was let in."""

from collections.abc import Awaitable, Callable
from pathlib import Path

import shiboken6
from msgspec.structs import replace
from PySide6.QtCore import QObject
from PySide6.QtGui import QGuiApplication
from PySide6.QtQml import QQmlApplicationEngine
from PySide6.QtQuick import QQuickWindow

from kiosk.config import Config
from kiosk.sync.discovery import find
from kiosk.sync.enrolment import Enrolment
from kiosk.tablet import display
from kiosk.tablet.enrol import AGAIN_MS, EnrolModel
from kiosk.tablet.language import LanguageModel

_QML = Path(__file__).parent / "qml"


class FirstStart(QObject):
    """The window. Needs a QGuiApplication; `close` before it goes."""

    def __init__(
        self,
        config: Config,
        again_ms: int = AGAIN_MS,
        *,
        look: Callable[[], Awaitable[list[str]]] = find,
        unsent: int | None = None,
    ) -> None:
        """`look` gives hubs to choose from, where the settings name none.

        `unsent`: how many facts stay here of a tablet that was let in before, and is no more.
        """
        super().__init__()
        tablet = config.tablet
        self.model = EnrolModel(tablet.hub, tablet.hub_url, again_ms, self, look=look, unsent=unsent)
        self._language = LanguageModel(config.practice.languages, self)
        display.load_fonts()
        self._translator = display.translate(self._language.spoken, self)
        pixels_per_mm = display.pixels_per_mm(QGuiApplication.primaryScreen(), tablet.diagonal_inches)
        self._engine = QQmlApplicationEngine(self)
        self._engine.addImportPath(_QML)
        self._engine.setInitialProperties(
            {
                "model": self.model,
                "language": self._language,
                "pixelsPerMm": pixels_per_mm,
                "fullscreen": tablet.fullscreen,
            }
        )
        self._engine.load(_QML / "Enrol.qml")
        windows = self._engine.rootObjects()
        if not windows or not isinstance(windows[0], QQuickWindow):
            raise RuntimeError("the QML of this installation does not load")
        self.window = windows[0]

    def close(self) -> None:
        """Asks no more; then the window goes. May be called twice."""
        self.model.stop()
        if shiboken6.isValid(self._engine):
            shiboken6.delete(self._engine)
            QGuiApplication.removeTranslator(self._translator)


def as_enrolled(config: Config, enrolment: Enrolment) -> Config:
    """The settings of a tablet that has none of its own for who it is."""
    token = enrolment.token
    tablet = replace(
        config.tablet,
        device=token.device,
        letter=token.letter,
        place=token.place,
        hub=enrolment.hub,
        token=token.access_token,
    )
    return replace(config, tablet=tablet)
