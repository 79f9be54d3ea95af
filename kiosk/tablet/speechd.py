"""The voice of speech-dispatcher, in a process of its own (see `speaker`)."""

import sys

import structlog
from PySide6.QtCore import QLocale, QObject, QProcess, QTimer, Signal, Slot

from kiosk.tablet.speech_lines import ANSWERS, Hush, Lines, Loud, Order, Ready, Say, Speak, Speaking, line

log = structlog.get_logger(__name__)

_OBEY_MS = 2_000
"""How long silence may take to come before it is brought about."""
_END_MS = 500
_FIRST_PAUSE_MS, _LONGEST_PAUSE_MS = 500, 60_000
"""Between the end of a process that nobody ended and the next."""


class Speechd(QObject):
    """A voice that can neither stop the tablet nor hold it up: every call returns at once."""

    readied = Signal()
    speakingChanged = Signal(bool)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._locales: tuple[str, ...] = ()
        self._speaking = False
        self._turn = 0
        self._closed = False
        self._lines = Lines()
        self._process = QProcess(self)
        self._process.setProgram(sys.executable)
        self._process.setArguments(["-m", "kiosk.tablet.speaker"])
        self._process.readyReadStandardOutput.connect(self._read)
        self._process.finished.connect(self._ended)
        self._process.errorOccurred.connect(self._failed)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_FIRST_PAUSE_MS)
        self._pause.timeout.connect(self.open)
        self._obedience = QTimer(self)
        self._obedience.setSingleShot(True)
        self._obedience.setInterval(_OBEY_MS)
        self._obedience.timeout.connect(self._process.kill)

    @Slot()
    def open(self) -> None:
        """Gets ready, unless it is or is about to."""
        if self._process.state() == QProcess.ProcessState.NotRunning and not self._closed:
            self._pause.stop()
            self._lines = Lines()
            self._process.start()

    def close(self) -> None:
        """Is silent for ever."""
        self._closed = True
        self._pause.stop()
        self._obedience.stop()
        self._process.closeWriteChannel()
        if not self._process.waitForFinished(_END_MS):
            self._process.kill()
            self._process.waitForFinished(_END_MS)

    def speaks(self, locale: str) -> bool:
        """Whether it knows this language, as QLocale writes it. It knows none until it is ready."""
        language = QLocale(locale).language()
        return any(other == locale or QLocale(other).language() == language for other in self._locales)

    def say(self, text: str) -> None:
        """Says it, after what is being said."""
        if self._locales:
            self._turn += 1
            self._set_speaking(True)
            self._order(Say(text, self._turn))

    def stop(self) -> None:
        """Silence, at once."""
        if self._locales:
            self._turn += 1
            self._obedience.start()
            self._order(Hush(self._turn))

    def set_locale(self, locale: str) -> None:
        """A voice of exactly this locale, or else of its language: one that it speaks."""
        self._order(Speak(locale))

    def set_volume(self, percent: int) -> None:
        """How loud, 0 to 100."""
        self._order(Loud(percent))

    def _order(self, order: Order) -> None:
        if self._locales:
            self._process.write(line(order))

    @Slot()
    def _read(self) -> None:
        for answer in self._lines.feed(bytes(self._process.readAllStandardOutput().data())):
            match ANSWERS.decode(answer):
                case Ready(locales=locales):
                    self._locales = locales
                    self._pause.setInterval(_FIRST_PAUSE_MS)
                    self.readied.emit()
                case Speaking(speaking=speaking, turn=turn) if turn == self._turn:
                    self._obedience.stop()
                    self._set_speaking(speaking)

    @Slot(int, QProcess.ExitStatus)
    def _ended(self, _code: int, status: QProcess.ExitStatus) -> None:
        self._obedience.stop()
        if self._closed:
            return
        said = bytes(self._process.readAllStandardError().data()).decode(errors="replace").splitlines()
        crashed = status == QProcess.ExitStatus.CrashExit
        log.warning("no-voice", reason="it crashed" if crashed else said[-1] if said else "it ended")
        known, self._locales = self._locales, ()
        self._set_speaking(False)
        if known:
            self.readied.emit()
        self._pause.start()
        self._pause.setInterval(min(2 * self._pause.interval(), _LONGEST_PAUSE_MS))

    @Slot(QProcess.ProcessError)
    def _failed(self, error: QProcess.ProcessError) -> None:
        if error == QProcess.ProcessError.FailedToStart:
            log.error("no-voice", reason=self._process.errorString())

    def _set_speaking(self, speaking: bool) -> None:
        if speaking != self._speaking:
            self._speaking = speaking
            self.speakingChanged.emit(speaking)
