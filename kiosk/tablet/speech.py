"""Read-aloud: what is on the screen, in the patient's language, for the patient who switched it on."""

from collections.abc import Iterator

from PySide6.QtCore import QObject, QTimer, Slot
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtQuick import QQuickItem, QQuickWindow

from kiosk.tablet.comfort import ComfortModel
from kiosk.tablet.flow import Flow
from kiosk.tablet.language import LanguageModel
from kiosk.tablet.voice import Voice

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
        """`volume`: 0 to 100, the same for every patient."""
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
        comfort.choosingChanged.connect(voice.open)
        comfort.readingChanged.connect(self._switch)
        language.currentChanged.connect(self._offer)
        language.currentChanged.connect(self._set_language)
        voice.readied.connect(self._offer)
        voice.readied.connect(self._set_language)
        voice.speakingChanged.connect(self._hold)
        # Before the first patient wants it: it takes seconds.
        voice.open()

    @Slot()
    def _offer(self) -> None:
        self._comfort.offer_reading(self._speaks())

    def _speaks(self) -> bool:
        return self._voice.speaks(str(self._language.locale))

    @Slot()
    def _switch(self) -> None:
        if self._comfort.reading:
            self._set_language()
            self._window.afterAnimating.connect(self._drawn)
        else:
            self._window.afterAnimating.disconnect(self._drawn)
            self._soon.stop()
            self._voice.stop()
            self._voice.set_volume(self._volume)
            self._flow.hold(False)
            self._page = None

    @Slot()
    def _set_language(self) -> None:
        if self._comfort.reading:
            self._voice.stop()
            # Words in the voice of another language are noise.
            if self._speaks():
                self._voice.set_volume(self._volume)
                self._voice.set_locale(str(self._language.locale))
            self._page = None
            self._soon.start()

    @Slot(bool)
    def _hold(self, speaking: bool) -> None:
        self._flow.hold(speaking and bool(self._comfort.reading))

    @Slot()
    def _drawn(self) -> None:
        if not self._soon.isActive():
            self._soon.start()

    @Slot()
    def _look(self) -> None:
        if not self._speaks():
            return
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
    loaders = [child for child in window.contentItem().childItems() if child.inherits("QQuickLoader")]
    loaded = [loader.property("item") for loader in loaders if loader.isVisible()]
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
