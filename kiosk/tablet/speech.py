"""Read-aloud: what is on the screen, in the patient's language, for the patient who switched it on."""

import ctypes
import os
import shutil
from collections.abc import Iterator
from typing import TYPE_CHECKING, Protocol

import structlog
from PySide6.QtCore import QLocale, QObject, QTimer, Slot
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtQuick import QQuickItem, QQuickWindow

from kiosk.tablet.comfort import ComfortModel
from kiosk.tablet.flow import Flow
from kiosk.tablet.language import LanguageModel
from kiosk.tablet.sound import has_sound

if TYPE_CHECKING:
    from PySide6.QtTextToSpeech import QTextToSpeech

log = structlog.get_logger(__name__)

_LOOK_MS = 150
"""A screen comes in several steps; it is read once, when they are done."""

_TEXTS = frozenset(
    {
        QAccessible.Role.Heading,
        QAccessible.Role.StaticText,
        QAccessible.Role.AlertMessage,
        QAccessible.Role.Graphic,
        QAccessible.Role.EditableText,
    }
)
_BUTTONS = frozenset({QAccessible.Role.Button, QAccessible.Role.CheckBox, QAccessible.Role.RadioButton})
_ENDS = ".!?:;…。！？؟"

SPEECHD = "speechd"


class Voice(Protocol):
    """What says a text."""

    def is_there(self) -> bool:
        """Whether anything could be heard. Must be quick."""

    def say(self, text: str) -> None:
        """Says it, after what is being said."""

    def stop(self) -> None:
        """Silence, at once."""

    def set_locale(self, locale: str) -> None:
        """The language of what is said from now on, as QLocale writes it."""

    def set_volume(self, percent: int) -> None:
        """How loud, 0 to 100."""


class SystemVoice:
    """The voice of speech-dispatcher. Qt's part is loaded when the first patient wants it."""

    def __init__(self, engine: str = SPEECHD) -> None:
        """`engine`: as Qt calls it."""
        self._name = engine
        self._there: bool | None = None
        self._mute = False
        self._engine: QTextToSpeech | None = None

    def is_there(self) -> bool:
        """Whether speech-dispatcher and sound are installed; says once in the log if not."""
        if self._there is None:
            missing = _missing() if self._name == SPEECHD else ""
            self._there = not missing
            if missing:
                log.info("no-read-aloud", reason=missing)
        return self._there

    def say(self, text: str) -> None:
        """Says it, after what is being said; nothing in a language without a voice."""
        if not self._mute:
            self._open().enqueue(text)

    def stop(self) -> None:
        """Silence, at once."""
        if self._engine:
            self._engine.stop()

    def set_locale(self, locale: str) -> None:
        """A voice of exactly this locale, or else of its language."""
        engine = self._open()
        wanted = QLocale(locale)
        known = engine.availableLocales()
        alike = [other for other in known if other.language() == wanted.language()]
        # Words in the voice of another language are noise.
        self._mute = not alike
        if self._mute:
            log.info("no-voice", locale=locale)
        else:
            engine.setLocale(wanted if wanted in alike else alike[0])

    def set_volume(self, percent: int) -> None:
        """How loud, 0 to 100."""
        self._open().setVolume(percent / 100)

    def _open(self) -> "QTextToSpeech":
        if self._engine is None:
            from PySide6.QtTextToSpeech import QTextToSpeech

            self._engine = QTextToSpeech(self._name)
        return self._engine


class Speech(QObject):
    """Reads what a screen reader would: a new screen whole, and then what is new on it."""

    def __init__(
        self,
        window: QQuickWindow,
        flow: Flow,
        comfort: ComfortModel,
        language: LanguageModel,
        voice: Voice,
        *,
        volume: int,
    ) -> None:
        """`volume`: 0 to 100, the same for every patient; 0 offers nothing."""
        super().__init__(window)
        self._window = window
        self._flow = flow
        self._comfort = comfort
        self._language = language
        self._voice = voice
        self._volume = volume
        self._page: object = None
        self._said: set[str] = set()
        # What changes on a screen is drawn, so drawing says when to look; a screen that stands still costs nothing.
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(_LOOK_MS)
        self._soon.timeout.connect(self._look)
        comfort.choosingChanged.connect(self._offer)
        comfort.readingChanged.connect(self._switch)
        language.currentChanged.connect(self._set_language)

    @Slot()
    def _offer(self) -> None:
        self._comfort.offer_reading(bool(self._volume) and self._voice.is_there())

    @Slot()
    def _switch(self) -> None:
        if self._comfort.reading:
            self._voice.set_volume(self._volume)
            self._set_language()
            self._window.afterAnimating.connect(self._drawn)
            self._soon.start()
        else:
            self._window.afterAnimating.disconnect(self._drawn)
            self._soon.stop()
            self._voice.stop()
            self._voice.set_volume(self._volume)
            self._page = None

    @Slot()
    def _set_language(self) -> None:
        if self._comfort.reading:
            self._voice.stop()
            self._voice.set_locale(str(self._language.locale))
            self._page = None
            self._soon.start()

    @Slot()
    def _drawn(self) -> None:
        if not self._soon.isActive():
            self._soon.start()

    @Slot()
    def _look(self) -> None:
        layer = _top(self._window)
        page = (self._flow.current, layer)
        lines = _lines(self._window, layer)
        if page != self._page:
            self._page = page
            self._said = set()
            self._voice.stop()
        elif self._flow.current is self._flow.rest:
            # What changes there is about other people's tickets.
            return
        news = [line for line in lines if line not in self._said]
        self._said |= set(news)
        if news:
            self._voice.say(" ".join(line if line[-1] in _ENDS else line + "." for line in news))


def _top(window: QQuickWindow) -> QQuickItem:
    """The screen, or what lies over it."""
    loaded = [child.property("item") for child in window.contentItem().childItems() if child.inherits("QQuickLoader")]
    items = [item for item in loaded if isinstance(item, QQuickItem)]
    return items[-1]


def _lines(window: QQuickWindow, layer: QQuickItem) -> list[str]:
    """Texts in reading order, then buttons, each once."""
    # Qt knows what is accessible of a window, but not of an item that says nothing of itself.
    everything = _parts(QAccessible.queryAccessibleInterface(window))
    parts = [part for part in everything if isinstance(o := part.object(), QQuickItem) and layer.isAncestorOf(o)]
    ordered = [*_named(parts, _TEXTS), *_named(parts, _BUTTONS)]
    return [*dict.fromkeys(ordered)]


def _named(parts: list[QAccessibleInterface], roles: frozenset[QAccessible.Role]) -> Iterator[str]:
    for part in parts:
        if part.role() in roles and (name := " ".join(part.text(QAccessible.Text.Name).split())):
            yield name


def _parts(part: QAccessibleInterface) -> Iterator[QAccessibleInterface]:
    for index in range(part.childCount()):
        child = part.child(index)
        if child and not child.state().invisible:
            yield child
            yield from _parts(child)


def _missing() -> str:
    # Asked before Qt is, which complains loudly, and lists its own plug-in even where it cannot be loaded.
    try:
        ctypes.CDLL("libspeechd.so.2")
    except OSError:
        return "libspeechd is not installed"
    if not shutil.which("speech-dispatcher"):
        return "speech-dispatcher is not installed"
    if not has_sound(os.environ):
        return "there is no sound device"
    return ""
