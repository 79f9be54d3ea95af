"""Which screen stands, and when it goes by itself."""

from dataclasses import dataclass
from enum import StrEnum, auto

from PySide6.QtCore import Property, QObject, QTimer, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.visits.rating import SETTLE_AFTER_MS

QML_IMPORT_NAME = "Kiosk.Models"
QML_IMPORT_MAJOR_VERSION = 1


class Screen(StrEnum):
    """The screens of the tablet, by the names that QML knows."""

    WELCOME = auto()
    ARRIVE = auto()
    ACKNOWLEDGED = auto()
    RATE = auto()
    FOLLOWUP = auto()
    THANKS = auto()
    HELP = auto()
    CLOSED = auto()
    STAFF = auto()
    CLEANING = auto()


_RESTING = (Screen.WELCOME, Screen.CLOSED)
"""Nobody is at the tablet; these stand for ever."""


@dataclass(frozen=True)
class Timeouts:
    """How long a screen stands without a touch, ms."""

    idle: int = 45_000
    ring: int = 20_000
    """How long "Still there?" is asked."""
    acknowledged: int = 30_000
    thanks: int = 8_000
    settle: int = SETTLE_AFTER_MS
    """When a rating that nobody touches counts."""
    help: int = 180_000
    """Longer than the others: who waits for help has nothing to touch."""
    staff: int = 45_000
    """It shows names, so it goes without a question."""
    cleaning: int = 30_000
    quiet: int = 5_000
    """Without a touch for so long, nobody is using the tablet."""
    reading: int = 30_000
    """Longer than its time no screen waits for what is being read aloud."""
    dark: int = 60_000
    """Without a touch for so long, the screen goes dark where nobody is expected."""
    startle: int = 400
    """So soon after a screen has come, a tap may have been meant for the one before."""


DEFAULT_TIMEOUTS = Timeouts()


@QmlElement
class Flow(QObject):
    """The way through the screens.

    `arriving`, `leaving` and `helping` say which door was tapped; whoever wires the screens answers them.
    """

    screenChanged = Signal()
    askingChanged = Signal()
    troubleChanged = Signal()
    byKeysChanged = Signal()
    arriving = Signal()
    leaving = Signal()
    helping = Signal()
    staffing = Signal()
    """Somebody held the logo for long enough."""
    touched = Signal()
    gone = Signal()
    """The patient is gone, and with them what they had chosen for themselves."""

    def __init__(self, timeouts: Timeouts, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._timeouts = timeouts
        self._screen = Screen.WELCOME
        self._asking = False
        self._trouble = False
        self._by_keys = False
        self._adapted = False
        self._rest = Screen.WELCOME
        self._offered = False
        self._held = False
        self._overdue = False
        self._idle = QTimer(self)
        self._idle.setSingleShot(True)
        self._idle.timeout.connect(self.time_out)

    @property
    def current(self) -> Screen:
        """The screen that stands."""
        return self._screen

    @property
    def adapted(self) -> bool:
        """Whether somebody has adapted the tablet to themselves and is not gone yet."""
        return self._adapted

    @property
    def rest(self) -> Screen:
        """The screen that stands while nobody is there: Welcome or Closed."""
        return self._rest

    @Property(str, notify=screenChanged)
    def screen(self) -> str:
        """The screen that stands, by name."""
        return self._screen

    @Property(bool, notify=askingChanged)
    def asking(self) -> bool:
        """Whether "Still there?" is asked."""
        return self._asking

    @Property(int, constant=True)
    def ringMs(self) -> int:
        """How long it is asked, ms."""
        return self._timeouts.ring

    @Property(bool, notify=troubleChanged)
    def trouble(self) -> bool:
        """Whether the last tap could not be kept, so that the patient has to be told."""
        return self._trouble

    @Property(bool, notify=byKeysChanged)
    def byKeys(self) -> bool:
        """Whether whoever is there uses keys or a switch, and so has to see where they are."""
        return self._by_keys

    def use_keys(self, by_keys: bool) -> None:
        """The last thing used was a key, or a finger."""
        if by_keys != self._by_keys:
            self._by_keys = by_keys
            self.byKeysChanged.emit()

    def show(self, screen: Screen) -> None:
        """Puts up a screen."""
        if screen is not self._screen:
            left, self._screen = self._screen, screen
            self.screenChanged.emit()
            # Who only went back is still there, and reads on as they chose. Staff are not that patient.
            if screen is Screen.STAFF or (screen in _RESTING and left not in (Screen.ARRIVE, Screen.RATE)):
                self._end()
        self.touch()

    def offer(self, screen: Screen) -> None:
        """Puts up a screen for which nobody has asked here: without a touch it goes again without a question."""
        self.show(screen)
        self._offered = True

    def set_closed(self, closed: bool) -> None:
        """Closed in the place of Welcome, or not. Whoever is in the middle of something goes on."""
        self._rest = Screen.CLOSED if closed else Screen.WELCOME
        if self._screen in _RESTING and self._screen is not self._rest:
            self.show(self._rest)

    @Slot()
    def adapt(self) -> None:
        """Somebody has adapted the tablet to themselves; it stays so until they are gone."""
        self._adapted = True
        self.touch()

    def report_trouble(self) -> None:
        """Tells the patient that the tap was not kept."""
        self._trouble = True
        self.troubleChanged.emit()
        self.touch()

    def hold(self, held: bool) -> None:
        """While the screen is read aloud, it does not go; it goes at the end of it, if its time was up before."""
        self._held = held
        if self._overdue and not held:
            self.time_out()

    @Slot()
    def touch(self) -> None:
        """Somebody is there: starts the time anew."""
        self._overdue = False
        self._set_asking(False)
        self._offered = False
        self.touched.emit()
        # These stand until something happens, and a timer that runs is a wake-up that nobody needs.
        resting = self._screen in _RESTING and not self._trouble and not self._adapted
        if resting or self._screen is Screen.CLEANING:
            self._idle.stop()
        else:
            self._idle.start(self._time_of(self._screen))

    @Slot()
    def home(self) -> None:
        """Back to Welcome, or to Closed; nothing of the patient stays."""
        if self._trouble:
            self._trouble = False
            self.troubleChanged.emit()
        self.show(self._rest)

    @Slot()
    def arrive(self) -> None:
        """ "I've just arrived"."""
        self.arriving.emit()

    @Slot()
    def leave(self) -> None:
        """ "I'm leaving"."""
        self.leaving.emit()

    @Slot()
    def help(self) -> None:
        """ "I need help"."""
        self.helping.emit()

    @Slot()
    def staff(self) -> None:
        """The logo was held."""
        self.staffing.emit()

    def _time_of(self, screen: Screen) -> int:
        match screen:
            case Screen.ACKNOWLEDGED:
                return self._timeouts.acknowledged
            case Screen.THANKS:
                return self._timeouts.thanks
            case Screen.HELP:
                return self._timeouts.help
            case Screen.STAFF:
                return self._timeouts.staff
        return self._timeouts.idle

    @Slot()
    def time_out(self) -> None:
        """Nobody has touched the screen for its time."""
        if self._held and not self._overdue:
            self._overdue = True
            self._idle.start(self._timeouts.reading)
            return
        self._overdue = False
        if self._screen in _RESTING and not self._trouble:
            self._end()
            return
        asks_first = self._screen not in (Screen.ACKNOWLEDGED, Screen.THANKS, Screen.STAFF) and not self._offered
        if asks_first and not self._asking and not self._trouble:
            self._set_asking(True)
            self._idle.start(self._timeouts.ring)
            return
        self._set_asking(False)
        self.home()
        self._end()

    def _end(self) -> None:
        self._adapted = False
        self.gone.emit()
        self.touch()

    def _set_asking(self, asking: bool) -> None:
        if asking != self._asking:
            self._asking = asking
            self.askingChanged.emit()
