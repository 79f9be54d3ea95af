"""Dark: no light for nobody, where by the opening hours nobody is about."""

from PySide6.QtCore import Property, QObject, QTimer, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.tablet.backlight import Backlight
from kiosk.tablet.closed import ClosedModel
from kiosk.tablet.flow import Flow, Screen
from kiosk.tablet.nametag import NameTagModel

QML_IMPORT_NAME = "Kiosk.Models"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
class DimmerModel(QObject):
    """Darkens Closed when it has stood for a while without a touch, and nothing lies over it.

    Any touch, any other screen and the hour before people come light it again.
    """

    darkChanged = Signal()

    def __init__(
        self,
        flow: Flow,
        closed: ClosedModel,
        name_tag: NameTagModel,
        backlight: Backlight | None,
        *,
        after_ms: int,
        parent: QObject | None = None,
    ) -> None:
        """`backlight`: None where the light is not the tablet's to switch."""
        super().__init__(parent)
        self._flow = flow
        self._closed = closed
        self._name_tag = name_tag
        self._backlight = backlight
        self._dark = False
        self._untouched = QTimer(self)
        self._untouched.setSingleShot(True)
        self._untouched.setInterval(after_ms)
        self._untouched.timeout.connect(self.time_out)
        # Whatever changes on the screen for a person, or for the lack of one, is a touch to the flow.
        flow.touched.connect(self._light)
        closed.desertedChanged.connect(self._light)
        name_tag.nameChanged.connect(self._light)
        self._light()

    @Property(bool, notify=darkChanged)
    def dark(self) -> bool:
        """Whether the screen is dark."""
        return self._dark

    @Slot()
    def time_out(self) -> None:
        """Nobody has touched the screen for its time."""
        self._set(True)

    def close(self) -> None:
        """Light, and the dimmer's no more: whatever stands next on the screen does not ask it."""
        self._set(False)
        self._backlight = None

    @Slot()
    def _light(self) -> None:
        self._set(False)
        if self._may_darken():
            self._untouched.start()
        else:
            self._untouched.stop()

    def _may_darken(self) -> bool:
        flow = self._flow
        covered = flow.trouble or flow.adapted or self._name_tag.name
        return self._closed.is_deserted and flow.current is Screen.CLOSED and not covered

    def _set(self, dark: bool) -> None:
        if dark == self._dark:
            return
        self._dark = dark
        self.darkChanged.emit()
        if self._backlight:
            self._backlight.switch(on=not dark)
