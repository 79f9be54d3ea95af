"""The one place where the tablet is built and wired."""

import gc
import os
import signal
import socket
import sys
from pathlib import Path
from types import TracebackType

import shiboken6
import structlog
from PySide6.QtCore import QObject, QSocketNotifier, Qt, QtMsgType, qInstallMessageHandler
from PySide6.QtGui import QColor, QFont, QGuiApplication
from PySide6.QtQml import QQmlApplicationEngine
from PySide6.QtQuick import QQuickWindow

from kiosk.config import Config
from kiosk.store import Store
from kiosk.store.clock import SYSTEM_CLOCK, Clock
from kiosk.store.key import key_of
from kiosk.store.sealing import seal
from kiosk.sync import Link, Sync
from kiosk.sync.enrolment import Enrolment, keep, kept
from kiosk.sync.keyring import Keyring
from kiosk.sync.settings import last_settings
from kiosk.tablet import display
from kiosk.tablet.backlight import BACKLIGHTS, Backlight
from kiosk.tablet.backroom import Backroom
from kiosk.tablet.bridge import Bridge
from kiosk.tablet.day import HORIZON_MS, Day
from kiosk.tablet.first_frame import FirstFrame
from kiosk.tablet.first_start import FirstStart, as_enrolled
from kiosk.tablet.flow import DEFAULT_TIMEOUTS, Timeouts
from kiosk.tablet.hands import Hands
from kiosk.tablet.health import HealthReport
from kiosk.tablet.occupancy import Occupancy
from kiosk.tablet.qr import QrCode
from kiosk.tablet.recorder import Recorder
from kiosk.tablet.screens import Screens
from kiosk.tablet.speech import Speech
from kiosk.tablet.upkeep import Upkeep
from kiosk.tablet.voice import Voice, system_voice
from kiosk.tablet.watchdog import Watchdog
from kiosk.visits.settings import Settings

log = structlog.get_logger(__name__)

QML = Path(__file__).parent / "qml"
_SWITCH_S = 0.00002
"""After how long a thread that computes lets the screen's have its turn."""
_REFUSED = -1
"""How the event loop ends when the hub lets the tablet in no more; no exit code of the program."""

_QML_TYPES = (QrCode,)
"""Classes that only QML makes; named here so that they are registered."""


class Tablet(QObject):
    """The whole tablet in a window. Needs a QGuiApplication; `close` before it goes.

    Raises StoreFault where the store cannot be opened.
    """

    def __init__(
        self,
        config: Config,
        clock: Clock = SYSTEM_CLOCK,
        timeouts: Timeouts = DEFAULT_TIMEOUTS,
        voice: Voice | None = None,
        *,
        enrolment: Enrolment | None = None,
        backlight: Backlight | None = None,
    ) -> None:
        """`voice`: what reads aloud, if not the system's. `enrolment`: what `config` was made of, if it was.

        `backlight`: what goes off in the dark; None where the screen is not the tablet's alone.
        """
        super().__init__()
        tablet = config.tablet
        self.store = Store.open(Path(tablet.data), tablet.device, clock, key=key_of(tablet.store_key))
        self.bridge = Bridge(self.store, self)
        settings = last_settings(self.store) or config.first_settings
        self.day = Day(self.bridge, clock, settings.greeting_target_seconds * 1000, self)
        self.day.load(self.store.recent(clock.now_ms() - HORIZON_MS), self.store.unconfirmed_ids())
        self.upkeep = Upkeep(self.bridge, self.day, self)
        recorder = Recorder(self.bridge, self.day, letter=tablet.letter, place=tablet.place, parent=self)
        self.screens = Screens(config, settings, self.day, recorder, timeouts, self)
        screen = QGuiApplication.primaryScreen()
        pixels_per_mm = display.pixels_per_mm(screen, tablet.diagonal_inches)
        self.backroom = Backroom(
            config,
            settings,
            self.store,
            self.bridge,
            self.day,
            recorder,
            self.screens,
            timeouts,
            backlight,
            screen=display.size_in_words(screen, pixels_per_mm),
            parent=self,
        )
        self.sync = Sync(
            self.store,
            tablet.hub_url,
            tablet.token,
            self.bridge,
            clock,
            certificate=enrolment.certificate if enrolment else "",
            keyring=Keyring(Path(tablet.data), enrolment) if enrolment else None,
            health=HealthReport(tablet, self.store, clock, display.size_of(screen, tablet.diagonal_inches)),
        )

        display.load_fonts()
        self._translator = display.translate(self.screens.language.spoken, self)
        self._properties = {
            **self.screens.models(),
            **self.backroom.models(),
            "pixelsPerMm": pixels_per_mm,
            "fullscreen": tablet.fullscreen,
            "accent": QColor(settings.accent),
            "motion": not tablet.reduced_motion,
        }
        self._engine = QQmlApplicationEngine(self)
        self._engine.addImportPath(QML)
        self._engine.setInitialProperties(self._properties)
        self._engine.load(QML / "Main.qml")
        windows = self._engine.rootObjects()
        if not windows or not isinstance(windows[0], QQuickWindow):
            raise RuntimeError("the QML of this installation does not load")
        self.window = windows[0]
        self.hands = Hands(
            self.window,
            self.screens.flow,
            self.backroom.dimmer,
            pixels_per_mm=pixels_per_mm,
            startle_ms=timeouts.startle,
        )
        if tablet.fullscreen and display.is_touched():
            QGuiApplication.setOverrideCursor(Qt.CursorShape.BlankCursor)
        self.screens.language.currentChanged.connect(self._speak)
        self._voice = None
        if tablet.speech_volume:
            self._voice = voice or system_voice(self)
        if self._voice:
            # After the line above: it hears of a language when the screen already speaks it.
            Speech(
                self.window,
                self.screens.flow,
                self.screens.comfort,
                self.screens.language,
                self._voice,
                volume=tablet.speech_volume,
            )

        self.bridge.settingsHeard.connect(self._follow)

    def _follow(self, settings: Settings) -> None:
        if not shiboken6.isValid(self.window):
            # What was queued before the end comes after it.
            return
        self.day.aim(settings.greeting_target_seconds * 1000)
        self.screens.follow(settings)
        self.backroom.follow(settings)
        self.window.setProperty("accent", QColor(settings.accent))

    def _speak(self) -> None:
        if not shiboken6.isValid(self._engine):
            # Whoever was still there when it ended, their time may be up after it.
            return
        old, self._translator = self._translator, display.translate(self.screens.language.spoken, self)
        QGuiApplication.removeTranslator(old)
        old.deleteLater()
        self._engine.retranslate()

    def close(self) -> None:
        """Ends sync and store, then the window; everything appended is durable afterwards. May be called twice."""
        self.backroom.dimmer.close()
        self.sync.stop()
        self.store.close()
        if self._voice:
            self._voice.close()
        # The window goes before the models that its bindings read.
        if shiboken6.isValid(self._engine):
            shiboken6.delete(self._engine)
            QGuiApplication.removeTranslator(self._translator)


def run(config: Config) -> int:
    """Runs the tablet until it is told to end; the exit code, as in `staff.Exit`.

    A tablet that has no token is let in first. Raises DisplayFault without a display, StoreFault where the store cannot
    be opened, and EnrolFault where it cannot be read or written who the tablet is.
    """
    qInstallMessageHandler(_log_qt)
    sys.excepthook = _log_bug
    app = QGuiApplication(sys.argv[:1])
    app.setApplicationName("Front Desk Kiosk")
    app.setFont(QFont(display.FONT_FAMILY))
    display.require(app.primaryScreen())
    _end_on_signals(app)
    watchdog = Watchdog(os.environ, app)
    # A window among others must not darken those.
    backlight = Backlight(BACKLIGHTS) if config.tablet.fullscreen else None
    if config.tablet.token:
        return _serve(app, config, watchdog, backlight)
    enrolment = kept(Path(config.tablet.data)) or _enrol(app, config)
    while enrolment is not None:
        code = _serve(app, as_enrolled(config, enrolment), watchdog, backlight, enrolment)
        if code != _REFUSED:
            return code
        enrolment = _enrol(app, config, before=enrolment)
    return 0


def _serve(
    app: QGuiApplication,
    config: Config,
    watchdog: Watchdog,
    backlight: Backlight | None,
    enrolment: Enrolment | None = None,
) -> int:
    """Serves patients until it is told to end, or until the hub lets an enrolled tablet in no more: then _REFUSED."""
    tablet = Tablet(config, enrolment=enrolment, backlight=backlight)
    tablet.backroom.staff.exiting.connect(lambda code: app.exit(code))
    if enrolment is not None:
        tablet.bridge.linkHeard.connect(lambda link: app.exit(_REFUSED) if link is Link.REFUSED else None)
    Occupancy(tablet.screens.flow, tablet.backroom.closed, watchdog.tell, tablet)
    first = FirstFrame(tablet.window)
    first.over.connect(steady)
    first.over.connect(tablet.sync.start)
    log.info("tablet-started", device=config.tablet.device, hub=config.tablet.hub_url)
    try:
        return app.exec()
    finally:
        tablet.close()
        log.info("tablet-ended", device=config.tablet.device)


def steady() -> None:
    """Lets no other thread keep the screen waiting for long. For the whole process, once everything is built."""
    # A binding that reads Python waits for the thread that computes: at Python's 5 ms each, many make a frame late.
    sys.setswitchinterval(_SWITCH_S)
    # What is built stays as long as the program; to look through it for garbage would hold every thread up.
    gc.collect()
    gc.freeze()
    gc.enable()


def _enrol(app: QGuiApplication, config: Config, *, before: Enrolment | None = None) -> Enrolment | None:
    """Shows a code until the tablet is let in; None if the program is told to end first.

    `before`: what it was until now. What no hub has heard of that tablet stays in a store that is put aside: another
    tablet cannot speak for it.
    """
    gc.enable()
    folder = Path(config.tablet.data)
    # What keeps the tablet from running is told now, and not after somebody has gone to the desk.
    key = key_of(config.tablet.store_key)
    store = Store.open(folder, before.token.device if before else config.tablet.device, key=key)
    unsent = store.unsent() if before else None
    store.close()
    first = FirstStart(config, unsent=unsent)
    done: list[Enrolment] = []

    def enrolled(enrolment: Enrolment) -> None:
        done.append(enrolment)
        app.exit(0)

    first.model.enrolled.connect(enrolled)
    first.model.begin()
    log.info("tablet-asks-to-be-let-in", hub=config.tablet.hub or "looked for")
    app.exec()
    first.close()
    if not done:
        return None
    if before is not None:
        sealed = seal(folder, before.token.device, key=key)
        log.warning("store-sealed", device=before.token.device, unsent=unsent, file=sealed.name)
    keep(folder, done[0])
    log.info("tablet-let-in", device=done[0].token.device)
    return done[0]


def _end_on_signals(app: QGuiApplication) -> None:
    """SIGTERM and SIGINT end the event loop, which would otherwise sleep through them."""
    ours, woken = socket.socketpair()
    woken.setblocking(False)
    signal.set_wakeup_fd(woken.fileno())
    notifier = QSocketNotifier(ours.fileno(), QSocketNotifier.Type.Read, app)
    app.setProperty("_sockets", (ours, woken))
    notifier.activated.connect(lambda: ours.recv(64))
    for number in (signal.SIGTERM, signal.SIGINT):
        # Not `quit`: that asks the window first, which refuses when it fills the screen.
        signal.signal(number, lambda *_: app.exit(0))


def _log_qt(kind: QtMsgType, _context: object, message: str) -> None:
    level = {
        QtMsgType.QtWarningMsg: "warning",
        QtMsgType.QtCriticalMsg: "error",
        QtMsgType.QtFatalMsg: "error",
    }
    getattr(log, level.get(kind, "debug"))("qt", message=message)


def _log_bug(kind: type[BaseException], bug: BaseException, traceback: TracebackType | None) -> None:
    log.error("bug", exc_info=(kind, bug, traceback))
