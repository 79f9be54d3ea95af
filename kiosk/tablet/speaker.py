"""The process that speaks: `python -m kiosk.tablet.speaker`, orders on stdin, answers on stdout (see `speech_lines`).

A process of its own, since the speech library waits for its daemon as long as that takes, and crashes on it now and
then: whatever happens here, the tablet goes on. It says nothing that could hold a name on stderr, and ends with the
tablet.
"""

import ctypes
import os
import signal
import sys
from typing import Never

from PySide6.QtCore import QCoreApplication, QLocale, QObject, QSocketNotifier, QTimer, Slot
from PySide6.QtTextToSpeech import QTextToSpeech, QVoice

from kiosk.tablet.speech_lines import ORDERS, Answer, Hush, Lines, Loud, Order, Ready, Say, Speak, Speaking, line

_ENGINE = "speechd"
_NAMED = {"zh_CN": (QLocale.c(), "Chinese (Mandarin"), "pt_BR": (QLocale("pt_BR"), "Portuguese (Brazil")}
"""Voices of eSpeak NG that only names tell, by our locale: the one under which Qt lists them, and the name's start.

QLocale knows no `cmn`, so Mandarin comes as C, and takes both `pt` and `pt-br` for Brazil's.
"""
_PR_SET_PDEATHSIG = 1
_STDIN, _STDOUT = 0, 1
_CHUNK = 65_536


class Speaker(QObject):
    """Does what it is told, in the order in which it is told."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._turn = 0
        self._lines = Lines()
        self._engine = QTextToSpeech(_ENGINE, self)
        if self._engine.state() == QTextToSpeech.State.Error:
            _end("speech-dispatcher does not answer")
        self._named = {ours: voice for ours in _NAMED if (voice := self._voice(ours))}
        self._locales = [locale for locale in self._engine.availableLocales() if locale != QLocale.c()]
        if not self._locales:
            _end("it knows no voice")
        self._engine.stateChanged.connect(self._follow)
        self._engine.errorOccurred.connect(self._fail)
        _answer(Ready((*self._named, *(locale.name() for locale in self._locales))))
        self._orders = QSocketNotifier(_STDIN, QSocketNotifier.Type.Read, self)
        self._orders.activated.connect(self._read)

    def _voice(self, ours: str) -> QVoice | None:
        # Qt lists the voices of the present locale only.
        theirs, name = _NAMED[ours]
        if theirs not in self._engine.availableLocales():
            return None
        self._engine.setLocale(theirs)
        return next((voice for voice in self._engine.availableVoices() if voice.name().startswith(name)), None)

    @Slot()
    def _read(self) -> None:
        arrived = os.read(_STDIN, _CHUNK)
        if not arrived:
            os._exit(0)
        for order in self._lines.feed(arrived):
            self._obey(ORDERS.decode(order))

    def _obey(self, order: Order) -> None:
        match order:
            case Speak(locale=locale):
                self._set_locale(locale)
            case Loud(percent=percent):
                self._engine.setVolume(percent / 100)
            case Say(text=text, turn=turn):
                self._turn = turn
                self._engine.enqueue(text)
            case Hush(turn=turn):
                self._turn = turn
                self._engine.stop()
                self._follow(self._engine.state())

    def _set_locale(self, locale: str) -> None:
        if locale in self._named:
            # Both: the daemon would go on treating signs as the language before did.
            self._engine.setLocale(_NAMED[locale][0])
            self._engine.setVoice(self._named[locale])
            return
        wanted = QLocale(locale)
        alike = [other for other in self._locales if other.language() == wanted.language()]
        self._engine.setLocale(wanted if wanted in alike else alike[0])

    @Slot(QTextToSpeech.State)
    def _follow(self, state: QTextToSpeech.State) -> None:
        _answer(Speaking(state == QTextToSpeech.State.Speaking, self._turn))

    @Slot(QTextToSpeech.ErrorReason, str)
    def _fail(self, _reason: QTextToSpeech.ErrorReason, text: str) -> None:
        # The daemon may have ended; the tablet begins anew, and Qt starts it again.
        _end(text)


def _answer(answer: Answer) -> None:
    os.write(_STDOUT, line(answer))


def _end(reason: str) -> Never:
    """At once: what would be tidied up could hang in the library, or crash."""
    sys.stderr.write(f"{reason}\n")
    sys.stderr.flush()
    os._exit(1)


def main() -> None:
    """Entry point; ends when stdin does, or with the process that started it."""
    ctypes.CDLL(None).prctl(_PR_SET_PDEATHSIG, signal.SIGKILL)
    app = QCoreApplication(sys.argv[:1])
    # In the event loop: what fails before it runs would not be heard of.
    QTimer.singleShot(0, app, lambda: Speaker(app))
    sys.exit(app.exec())


if __name__ == "__main__":
    main()
