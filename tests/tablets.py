"""A tablet for tests: the real QML over a real store, driven by touch, on a clock that a test can move."""

import math
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import ClassVar, TypeVar
from uuid import UUID, uuid4

from PySide6.QtCore import QDeadlineTimer, QObject, QPoint, QPointF, QSize, Qt, Signal
from PySide6.QtGui import QGuiApplication, QImage, QPointingDevice
from PySide6.QtQuick import QQuickItem
from PySide6.QtTest import QTest

from kiosk.config import Config, HubConfig, Practice, TabletConfig
from kiosk.store import SYSTEM_CLOCK, Clock
from kiosk.sync import Link
from kiosk.tablet.app import Tablet
from kiosk.tablet.backlight import Backlight
from kiosk.tablet.flow import DEFAULT_TIMEOUTS, Timeouts
from kiosk.tablet.voice import Voice
from kiosk.visits.events import Event, HelpRequested, Stamp, Stamped
from kiosk.visits.identity import uuid7

LANDSCAPE = QSize(1280, 800)
PORTRAIT = QSize(800, 1280)
DOTS_PER_INCH = 149
"""Of a 10.1-inch tablet with 1280 × 800 pixels, as the design was drawn."""

MORNING_MS = 1_795_430_460_000
"""2026-11-23 10:41 UTC."""

UNSTARTLED = replace(DEFAULT_TIMEOUTS, startle=0)
"""For fingers that are quicker than any human's, and know what they do."""

Kind = TypeVar("Kind", bound=Stamped)

REST_MS = 100
PATIENCE_MS = 5_000
LOOK_AGAIN_MS = 5

STAFF_PIN = "2580"
STAFF_PIN_KEPT = (
    "scrypt$821cd9e3b7b20a9c1f8ba2a74472cc8e$2cac19c81f0a27c1a9c8781bb60adc084148c9c60e5191aa61c460b99398e947"
)

_KEYS = {"shift": Qt.Key.Key_Shift.value, "backspace": Qt.Key.Key_Backspace.value}


@dataclass
class TestClock:
    """A clock that stands until it is moved."""

    __test__ = False

    now: int = MORNING_MS
    mono: int = 1_000_000
    boot: UUID = field(default_factory=uuid4)

    def now_ms(self) -> int:
        """Wall clock, ms since 1970 UTC."""
        return self.now

    def mono_ms(self) -> int:
        """Monotonic clock, ms."""
        return self.mono

    def advance(self, milliseconds: int) -> None:
        """Lets time pass."""
        self.now += milliseconds
        self.mono += milliseconds


class Elsewhere:
    """Mints events as another device or the desk would, by their own counter."""

    def __init__(self, clock: TestClock, device: str = "hub") -> None:
        self._clock = clock
        self._device = device
        self._epoch = uuid4()
        self._boot = uuid4()
        self._n = 0

    def mint(self, make: Callable[[Stamp], Event]) -> Event:
        """The event with this device's next stamp."""
        self._n += 1
        now = self._clock.now_ms()
        return make(
            {
                "id": uuid7(now, uuid4().int & ((1 << 74) - 1)),
                "at": now,
                "device": self._device,
                "epoch": self._epoch,
                "n": self._n,
                "boot": self._boot,
                "mono": now % 1_000_000,
            }
        )


def config(folder: Path, *, hub: str = "http://127.0.0.1:9", token: str = "", device: str = "front-door") -> Config:
    """Settings of a test's tablet; the default hub is one that never answers."""
    return Config(
        practice=Practice(name="Cedar Street Family Practice", review_link="https://example.org/reviews/cedar-street"),
        hub=HubConfig(),
        tablet=TabletConfig(
            device=device,
            hub=hub,
            token=token,
            data=str(folder),
            fullscreen=False,
            reduced_motion=True,
            diagonal_inches=_diagonal_inches(),
            volume=0,
            staff_pin=STAFF_PIN_KEPT,
            staff=("Maria", "Sam"),
        ),
    )


def _diagonal_inches() -> float:
    size = QGuiApplication.primaryScreen().size()
    return math.hypot(size.width(), size.height()) / DOTS_PER_INCH


class Listener(QObject):
    """In the place of a voice: notes what would be heard. `said` is what nothing has interrupted."""

    readied = Signal()
    speakingChanged = Signal(bool)

    def __init__(self) -> None:
        super().__init__()
        self.said: list[str] = []
        self.locale = ""
        self.volume = -1
        self.mute: set[str] = set()
        """The locales that it does not speak."""

    def open(self) -> None:
        """Ready at once."""
        self.readied.emit()

    def close(self) -> None:
        """Silence."""

    def speaks(self, locale: str) -> bool:
        """Whatever it was not told otherwise."""
        return locale not in self.mute

    def say(self, text: str) -> None:
        """Noted."""
        self.said.append(text)

    def stop(self) -> None:
        """Silence."""
        self.said.clear()

    def set_locale(self, locale: str) -> None:
        """Noted."""
        self.locale = locale

    def set_volume(self, percent: int) -> None:
        """Noted."""
        self.volume = percent


class TabletDriver:
    """The tablet and a finger."""

    standing: ClassVar[list["TabletDriver"]] = []
    """Those not closed yet."""

    def __init__(
        self,
        settings: Config,
        clock: Clock = SYSTEM_CLOCK,
        timeouts: Timeouts = UNSTARTLED,
        voice: Voice | None = None,
        backlight: Backlight | None = None,
    ) -> None:
        """`voice`: a real one, in the place of who only notes what would be heard."""
        self.voice = Listener()
        self.tablet = Tablet(settings, clock, timeouts, voice or self.voice, backlight=backlight)
        self.window = self.tablet.window
        self._finger: QPointingDevice = QTest.createTouchDevice()
        self.standing.append(self)
        self.turn(LANDSCAPE)

    def turn(self, size: QSize) -> None:
        """Gives the window another size, as if the tablet were turned."""
        self.window.resize(size)
        self.settle()

    @property
    def screen(self) -> str:
        """The screen that stands, by name."""
        return str(self.tablet.screens.flow.current)

    def settle(self) -> None:
        """Lets Qt do what is due now."""
        QGuiApplication.processEvents()
        QGuiApplication.processEvents()

    def draw(self) -> None:
        """Waits for the next frame: only then has everything its place."""
        frames: list[bool] = []

        def swapped() -> None:
            frames.append(True)

        self.window.frameSwapped.connect(swapped)
        self.window.update()
        self.wait(lambda: bool(frames), "a frame")
        self.window.frameSwapped.disconnect(swapped)

    def rest(self) -> None:
        """Waits until all is made that is made after the start, and a while passes in which nothing is drawn."""
        maker = self.window.findChild(QObject, "keyboardMaker")
        assert maker is not None
        self.wait(lambda: maker.property("item") is not None, "the keyboard")
        frames: list[bool] = [True]
        self.window.frameSwapped.connect(lambda: frames.append(True))
        self.draw()

        def still() -> bool:
            frames.clear()
            QTest.qWait(REST_MS)
            return not frames

        self.wait(still, "rest")

    def settle_pages(self) -> None:
        """Waits until all screens know whether they are longer than the tablet, which takes some frames."""
        while any(item.objectName() == "pages" and item.property("doubtful") for item in self.items()):
            self.draw()

    def wait(self, condition: Callable[[], bool], what: str = "", patience_ms: int = PATIENCE_MS) -> None:
        """Waits for a condition, not for a time. Raises AssertionError when patience ends."""
        patience = QDeadlineTimer(patience_ms)
        while not condition():
            if patience.hasExpired():
                raise AssertionError(f"waited in vain for {what or condition} on {self.screen}: {self.texts()}")
            # Not processEvents: it returns at once, and looking all the time keeps the other threads from running.
            QTest.qWait(LOOK_AGAIN_MS)

    def items(self) -> Iterator[QQuickItem]:
        """All items that can be seen, in painting order."""
        yield from _visible(self.window.contentItem())

    def texts(self) -> list[str]:
        """All text that can be read."""
        return [text for item in self.items() if (text := item.property("text")) and isinstance(text, str)]

    def reads(self, text: str) -> bool:
        """Whether this text, as a whole, can be read."""
        return text in self.texts()

    def find(self, name: str) -> QQuickItem:
        """The visible item of that objectName. Raises AssertionError when there is none."""
        found = [item for item in self.items() if item.objectName() == name]
        if not found:
            raise AssertionError(f"no {name!r} on {self.screen}")
        return found[-1]

    def shows(self, name: str) -> bool:
        """Whether an item of that objectName can be seen."""
        return any(item.objectName() == name for item in self.items())

    def centre(self, name: str) -> QPoint:
        """Where to tap an item, in window coordinates."""
        self.draw()
        item = self.find(name)
        return item.mapToScene(QPointF(item.width() / 2, item.height() / 2)).toPoint()

    def tap(self, name: str) -> None:
        """One tap of a finger."""
        self.touch(self.centre(name))

    def touch(self, point: QPoint) -> None:
        """One tap of a finger at a point of the window."""
        QTest.touchEvent(self.window, self._finger).press(0, point, self.window).commit()
        QTest.touchEvent(self.window, self._finger).release(0, point, self.window).commit()
        self.settle()

    def type_in(self, text: str) -> None:
        """Types on the tablet's own keyboard, key by key, with a finger. Small letters and capitals."""
        self.wait(lambda: self._key(text[0].lower()) is not None, "the keyboard")
        for char in text:
            if char.upper() != char.lower() and self._is_uppercase(char.lower()) != char.isupper():
                self._press("shift")
            self._press(char.lower())

    def _press(self, key: str) -> None:
        self.touch(self.key(key))

    def key(self, key: str) -> QPoint:
        """Where to tap a key of the tablet's own keyboard, in window coordinates."""
        self.draw()
        item = self._key(key)
        if item is None:
            raise AssertionError(f"no key {key!r}")
        return item.mapToScene(QPointF(item.width() / 2, item.height() / 2)).toPoint()

    def has_key(self, key: str) -> bool:
        """Whether the tablet's own keyboard shows that key."""
        return self._key(key) is not None

    def _key(self, key: str) -> QQuickItem | None:
        wanted = _KEYS.get(key, ord(key.upper()[0]))
        keys = [item for item in self.items() if item.property("keyPanelDelegate") is not None]
        return next((item for item in keys if item.property("key") == wanted), None)

    def _is_uppercase(self, char: str) -> bool:
        letter = self._key(char)
        return letter is not None and bool(letter.property("uppercased"))

    def picture(self) -> QImage:
        """What the window shows."""
        self.draw()
        return self.window.grabWindow()

    def arrive(self, name: str = "") -> UUID:
        """A patient arrives; the visit's id."""
        self.tap("arriveDoor")
        if name:
            self.type_in(name)
        self.tap("hereButton" if name else "skipButton")
        self.wait(lambda: self.screen == "acknowledged")
        visit = self.tablet.screens.acknowledged.visit
        assert visit is not None
        return visit

    def rate(self, stars: int) -> None:
        """A patient rates, up to the follow-up."""
        self.tap("leaveDoor")
        self.tap(f"star{stars}")
        self.wait(lambda: self.screen == "followup")

    def ask_for_help(self) -> tuple[UUID, UUID]:
        """A patient taps "I need help"; the visit's and the concern's ids."""
        self.tap("helpButton")
        self.wait(lambda: self.screen == "help")
        asked = self.kept(HelpRequested)[-1]
        return asked.visit, asked.concern

    def open_staff(self, name: str = "Maria") -> None:
        """Staff get in by their PIN, as this person."""
        self.tablet.screens.flow.staff()
        self.settle()
        self.enter_pin(STAFF_PIN)
        self.tap(f"name-{name}")

    def enter_pin(self, pin: str) -> None:
        """Types a PIN on the pad."""
        for digit in pin:
            self.tap(f"key{digit}")
        self.tap("keyOk")

    def link(self, link: Link) -> None:
        """What the sync thread would say of the hub."""
        self.tablet.bridge.link_changed(link)
        self.settle()

    def confirm_all(self) -> None:
        """The hub has everything."""
        self.tablet.bridge.confirmed(list(self.tablet.store.unconfirmed_ids()))
        self.settle()

    def speak(self, language: str) -> None:
        """Has the standing screen in a language, and nothing else changed."""
        asked = self.tablet.screens.flow.asking
        self.tablet.screens.language.choose(language)
        if asked:
            self.tablet.screens.flow.time_out()
        self.settle()

    def time_out(self) -> None:
        """Nobody has touched the screen for its time."""
        self.tablet.screens.flow.time_out()
        self.settle()

    def darken(self) -> None:
        """Nobody has touched the screen for as long as it takes to go dark."""
        self.tablet.backroom.dimmer.time_out()
        self.settle()

    def tick(self) -> None:
        """The screens look at the clock."""
        self.tablet.day.changed.emit()
        self.settle()

    def frames_while_it_ticks(self) -> int:
        """How many frames are drawn while nothing happens but that the screens look at the clock."""
        frames: list[bool] = []
        self.window.frameSwapped.connect(lambda: frames.append(True))
        for _ in range(50):
            self.tick()
        return len(frames)

    def kept(self, kind: type[Kind]) -> list[Kind]:
        """The events of a kind in the store, oldest first."""
        return [event for event in self.tablet.store.recent(0) if isinstance(event, kind)]

    def wait_kept(self, kind: type[Kind], count: int) -> list[Kind]:
        """Waits until that many events of a kind are durable."""
        self.wait(lambda: len(self.kept(kind)) >= count, f"{count} {kind.__name__}")
        return self.kept(kind)

    def hear(self, *events: Event) -> None:
        """News from the hub, as the sync thread would bring them."""
        self.tablet.store.receive(events, None).result(PATIENCE_MS / 1000)
        self.tablet.bridge.received(events)
        self.settle()

    def close(self) -> None:
        """Ends the tablet. May be called twice."""
        if self in self.standing:
            self.standing.remove(self)
        # Qt has one keyboard for all windows, and the next one finds it as it was left.
        QGuiApplication.inputMethod().hide()
        self.tablet.close()
        self.settle()


def _visible(root: QQuickItem) -> Iterator[QQuickItem]:
    # One generator in the place of one for each level: items lie deep, and tests look at all of them often.
    waiting = [root]
    while waiting:
        item = waiting.pop()
        if item.isVisible() and item.opacity() != 0:
            yield item
            waiting += reversed(item.childItems())
