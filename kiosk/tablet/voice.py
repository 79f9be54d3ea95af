"""Whether this tablet has a voice, and what Read-aloud asks of it."""

import ctypes
import os
import shutil
from typing import Protocol

import structlog
from PySide6.QtCore import QObject, SignalInstance

from kiosk.tablet.sound import has_sound

log = structlog.get_logger(__name__)


class Voice(Protocol):
    """What says a text. It may need a while to get ready, and to speak; its calls return at once."""

    @property
    def readied(self) -> SignalInstance:
        """Emitted when `speaks` has new answers."""

    @property
    def speakingChanged(self) -> SignalInstance:
        """Emitted with whether something is being said."""

    def open(self) -> None:
        """Gets ready, unless it is or is about to."""

    def close(self) -> None:
        """Is silent for ever."""

    def speaks(self, locale: str) -> bool:
        """Whether it knows this language, as QLocale writes it. It knows none until it is ready."""

    def say(self, text: str) -> None:
        """Says it, after what is being said."""

    def stop(self) -> None:
        """Silence, at once."""

    def set_locale(self, locale: str) -> None:
        """The language of what is said from now on: one that it speaks."""

    def set_volume(self, percent: int) -> None:
        """How loud, 0 to 100."""


def system_voice(parent: QObject) -> Voice | None:
    """The voice of speech-dispatcher, not yet open; none, and said in the log, where it could not be heard."""
    # Asked before Qt is, which complains loudly, and lists its own plug-in even where it cannot be loaded.
    missing = _missing()
    if missing:
        log.info("no-read-aloud", reason=missing)
        return None
    # Only now: the libraries for speech need not be there.
    from kiosk.tablet.speechd import Speechd

    return Speechd(parent)


def _missing() -> str:
    try:
        ctypes.CDLL("libspeechd.so.2")
    except OSError:
        return "libspeechd is not installed"
    if not shutil.which("speech-dispatcher"):
        return "speech-dispatcher is not installed"
    if not has_sound(os.environ):
        return "there is no sound device"
    return ""
