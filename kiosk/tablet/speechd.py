"""The voice of speech-dispatcher, by Qt, in a thread of its own."""

import structlog
from PySide6.QtCore import QLocale, QObject, QThread, Signal, Slot
from PySide6.QtTextToSpeech import QTextToSpeech, QVoice

log = structlog.get_logger(__name__)

_ENGINE = "speechd"
_LATER = "none"
"""So Qt calls the engine that it does not load yet."""

_NAMED = {"zh_CN": (QLocale.c(), "Chinese (Mandarin"), "pt_BR": (QLocale("pt_BR"), "Portuguese (Brazil")}
"""Voices of eSpeak NG that only names tell, by our locale: the one under which Qt lists them, and the name's start.

QLocale knows no `cmn`, so Mandarin comes as C, and takes both `pt` and `pt-br` for Brazil's.
"""

_END_MS = 3_000


class Speechd(QObject):
    """A voice whose every word, and first of all whose start, happens in another thread.

    Qt asks the daemon and waits for the answer: 2 s at the start, when it lists its ten thousand voices, and for ever
    if the daemon hangs. Python would hold the interpreter as long, so none runs in that thread: Qt's own slots are
    called there, by queued signals.
    """

    readied = Signal()
    speakingChanged = Signal(bool)
    _opened = Signal(str)
    _located = Signal(QLocale)
    _voiced = Signal(QVoice)
    _loud = Signal(float)
    _said = Signal(str)
    _stopped = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._thread = QThread(self)
        self._thread.start()
        self._engine: QTextToSpeech | None = None
        self._locales: list[QLocale] = []
        self._named: dict[str, QVoice] = {}
        self._unlisted: list[str] = []
        self._speaking = False

    def open(self) -> None:
        """Gets ready, unless it is or is about to."""
        if self._engine is None and self._thread.isRunning():
            engine = QTextToSpeech(_LATER)
            engine.moveToThread(self._thread)
            self._thread.finished.connect(engine.deleteLater)
            self._opened.connect(engine.setEngine)
            self._located.connect(engine.setLocale)
            self._voiced.connect(engine.setVoice)
            self._loud.connect(engine.setVolume)
            self._said.connect(engine.enqueue)
            self._stopped.connect(engine.stop)
            engine.engineChanged.connect(self._ready)
            engine.localeChanged.connect(self._list)
            engine.stateChanged.connect(self._follow)
            engine.errorOccurred.connect(self._fail)
            self._engine = engine
            self._opened.emit(_ENGINE)

    def close(self) -> None:
        """Is silent for ever."""
        self._stopped.emit()
        self._thread.quit()
        if not self._thread.wait(_END_MS):
            log.warning("speech-hangs")
            self._thread.terminate()
            self._thread.wait()

    def speaks(self, locale: str) -> bool:
        """Whether it knows this language, as QLocale writes it. It knows none until it is ready."""
        return locale in self._named or bool(self._alike(locale))

    def say(self, text: str) -> None:
        """Says it, after what is being said."""
        self._set_speaking(True)
        self._said.emit(text)

    def stop(self) -> None:
        """Silence, at once."""
        self._stopped.emit()

    def set_locale(self, locale: str) -> None:
        """A voice of exactly this locale, or else of its language: one that it speaks."""
        if locale in self._named:
            # Both: the daemon would go on treating signs as the language before did.
            self._located.emit(_NAMED[locale][0])
            self._voiced.emit(self._named[locale])
            return
        wanted = QLocale(locale)
        alike = self._alike(locale)
        self._located.emit(wanted if wanted in alike else alike[0])

    def set_volume(self, percent: int) -> None:
        """How loud, 0 to 100."""
        self._loud.emit(percent / 100)

    def _alike(self, locale: str) -> list[QLocale]:
        language = QLocale(locale).language()
        return [other for other in self._locales if other.language() == language]

    @Slot()
    def _ready(self) -> None:
        locales = self._engine.availableLocales() if self._engine else []
        if locales:
            self._unlisted = [ours for ours, (theirs, _) in _NAMED.items() if theirs in locales]
            self._list_next()
        else:
            self._forget("it knows no voice")

    def _list_next(self) -> None:
        # Qt lists the voices of the present locale only.
        if self._unlisted:
            self._located.emit(_NAMED[self._unlisted[0]][0])
        elif self._engine:
            self._locales = [locale for locale in self._engine.availableLocales() if locale != QLocale.c()]
            self.readied.emit()

    @Slot(QLocale)
    def _list(self, locale: QLocale) -> None:
        if self._engine and self._unlisted and locale == _NAMED[self._unlisted[0]][0]:
            ours = self._unlisted.pop(0)
            for voice in reversed(self._engine.availableVoices()):
                if voice.name().startswith(_NAMED[ours][1]):
                    self._named[ours] = voice
            self._list_next()

    @Slot(QTextToSpeech.State)
    def _follow(self, state: QTextToSpeech.State) -> None:
        self._set_speaking(state == QTextToSpeech.State.Speaking)

    @Slot(QTextToSpeech.ErrorReason, str)
    def _fail(self, _reason: QTextToSpeech.ErrorReason, text: str) -> None:
        self._forget(text)
        # The daemon may have ended; Qt starts it again.
        self.open()

    def _forget(self, reason: str) -> None:
        if self._engine:
            log.warning("no-voice", reason=reason)
            self._engine.deleteLater()
            self._engine = None
            self._locales = []
            self._named = {}
            self._unlisted = []
            self._set_speaking(False)
            self.readied.emit()

    def _set_speaking(self, speaking: bool) -> None:
        if speaking != self._speaking:
            self._speaking = speaking
            self.speakingChanged.emit(speaking)
