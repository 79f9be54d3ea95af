"""What is not for patients, wired: staff, cleaning, closing, the dark, the desk's questions, the chime, misuse."""

from pathlib import Path
from uuid import UUID

from PySide6.QtCore import QObject

from kiosk.config import Config
from kiosk.store import Store
from kiosk.tablet.backlight import Backlight
from kiosk.tablet.bridge import Bridge
from kiosk.tablet.checkout import Checkout
from kiosk.tablet.cleaning import CleaningModel
from kiosk.tablet.closed import CLOSED_BY_STAFF, ClosedModel
from kiosk.tablet.day import Day
from kiosk.tablet.dimmer import DimmerModel
from kiosk.tablet.flow import Screen, Timeouts
from kiosk.tablet.misuse import Misuse
from kiosk.tablet.nametag import NameTagModel
from kiosk.tablet.pinpad import PinPadModel
from kiosk.tablet.recorder import Recorder
from kiosk.tablet.screens import Screens
from kiosk.tablet.sound import Calls, Chime
from kiosk.tablet.staff import StaffModel
from kiosk.tablet.status import StatusModel
from kiosk.visits.settings import Settings


class Backroom(QObject):
    """Owns the view models of staff, and what happens by itself. All of it lives on the GUI thread."""

    def __init__(
        self,
        config: Config,
        settings: Settings,
        store: Store,
        bridge: Bridge,
        day: Day,
        recorder: Recorder,
        screens: Screens,
        timeouts: Timeouts,
        backlight: Backlight | None,
        *,
        screen: str,
        parent: QObject | None = None,
    ) -> None:
        """`backlight`: None where it is not the tablet's. `screen`: the screen's size in words. Raises StoreFault."""
        super().__init__(parent)
        tablet, zone = config.tablet, settings.zone
        self._flow = screens.flow
        self._rate = screens.rate
        self.staff = StaffModel(recorder, day, names=tablet.staff, set_up=bool(tablet.staff_pin), parent=self)
        self.pin_pad = PinPadModel(tablet.staff_pin, day.clock, self)
        self.status = StatusModel(store, Path(tablet.data), day, zone=zone, screen=screen, parent=self)
        self.cleaning = CleaningModel(timeouts.cleaning, self)
        self.closed = ClosedModel(
            bridge,
            day,
            settings,
            by_staff=store.remembered(CLOSED_BY_STAFF) is not None,
            parent=self,
        )
        self.name_tag = NameTagModel(parent=self)
        self.dimmer = DimmerModel(
            self._flow, self.closed, self.name_tag, backlight, after_ms=timeouts.dark, parent=self
        )
        self.checkout = Checkout(bridge, day, self._flow, device=tablet.device, quiet_ms=timeouts.quiet, parent=self)
        self.calls = Calls(day, self)
        self._chime = Chime(tablet.volume, self)
        self._misuse = Misuse(recorder, day.clock)

        self._flow.staffing.connect(self._open_staff)
        self._flow.screenChanged.connect(self._forget)
        self.pin_pad.opened.connect(self.staff.enter)
        self.staff.viewChanged.connect(lambda: self.status.watch(self.staff.looking_at_status))
        self.staff.cleaning.connect(self._clean)
        self.cleaning.done.connect(self._flow.home)
        self.closed.shutChanged.connect(self._close)
        self.closed.decided.connect(self._flow.home)
        self.closed.failed.connect(self._flow.report_trouble)
        bridge.lookedFor.connect(self.name_tag.show)
        recorder.failed.connect(self.staff.unlock)
        self.checkout.asking.connect(self._ask)
        self.calls.called.connect(self._chime.play)
        self._rate.rated.connect(self._rated)
        self._close()

    def follow(self, settings: Settings) -> None:
        """The practice is so from now on."""
        self.closed.follow(settings)
        self.status.tell_time(settings.zone)

    def models(self) -> dict[str, QObject]:
        """The initial properties of the window."""
        return {
            "staff": self.staff,
            "pinPad": self.pin_pad,
            "status": self.status,
            "cleaning": self.cleaning,
            "closed": self.closed,
            "nameTag": self.name_tag,
            "dimmer": self.dimmer,
        }

    def _open_staff(self) -> None:
        self.staff.begin()
        self._flow.show(Screen.STAFF)

    def _clean(self) -> None:
        self.cleaning.begin()
        self._flow.show(Screen.CLEANING)

    def _close(self) -> None:
        self._flow.set_closed(bool(self.closed.shut))

    def _ask(self, visit: UUID, ticket: str) -> None:
        self._rate.begin(visit, ticket)
        self._flow.offer(Screen.RATE)

    def _rated(self, visit: UUID, rating: UUID, _stars: int) -> None:
        self._misuse.rated(visit, rating)

    def _forget(self) -> None:
        if self._flow.current is not Screen.STAFF:
            self.staff.reset()
            self.pin_pad.reset()
