"""Whether the tablet may be disturbed, as the status of its unit: `systemctl status` shows it, and updates ask."""

from collections.abc import Callable

from PySide6.QtCore import QObject

from kiosk.tablet.closed import ClosedModel
from kiosk.tablet.flow import Flow

SOMEBODY = "Somebody is at the screen."
EXPECTED = "Patients are expected; nobody is at the screen."
CLOSED = "Closed; nobody is at the screen."
ALWAYS_OPEN = "Nobody is at the screen; no opening hours are set."


def occupancy(*, at_screen: bool, shut: bool, always_open: bool) -> str:
    """The status, in words that `packaging/tablet/update.py` knows."""
    if at_screen:
        return SOMEBODY
    if shut:
        return CLOSED
    return ALWAYS_OPEN if always_open else EXPECTED


class Occupancy(QObject):
    """Tells each change, and the first state at once."""

    def __init__(self, flow: Flow, closed: ClosedModel, tell: Callable[[str], None], parent: QObject) -> None:
        super().__init__(parent)
        self._flow = flow
        self._closed = closed
        self._tell = tell
        self._told = ""
        for signal in (flow.screenChanged, flow.touched, flow.gone, closed.shutChanged, closed.settingsChanged):
            signal.connect(self._refresh)
        self._refresh()

    def _refresh(self) -> None:
        at_screen = self._flow.current is not self._flow.rest or self._flow.adapted
        status = occupancy(at_screen=at_screen, shut=self._closed.is_shut, always_open=self._closed.always_open)
        if status != self._told:
            self._told = status
            self._tell(status)
