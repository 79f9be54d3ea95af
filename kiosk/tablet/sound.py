"""The one place where the tablet makes a sound of its own: the chime of a ticket that is called."""

import os
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import UUID

import structlog
from PySide6.QtCore import QObject, QUrl, Signal, Slot

from kiosk import assets
from kiosk.tablet.day import Day
from kiosk.tablet.welcome import CALL_STANDS_MS

if TYPE_CHECKING:
    from PySide6.QtMultimedia import QSoundEffect

log = structlog.get_logger(__name__)


class Calls(QObject):
    """Says when a ticket is newly called. Calls that were known at the start, or stood long ago, are not news."""

    called = Signal()

    def __init__(self, day: Day, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._day = day
        self._known = self._standing()
        day.changed.connect(self._look)

    @Slot()
    def _look(self) -> None:
        standing = self._standing()
        news = standing - self._known
        self._known |= standing
        if news:
            self.called.emit()

    def _standing(self) -> set[tuple[UUID, int]]:
        now = self._day.clock.now_ms()
        return {
            (visit.id, visit.call.at)
            for visit in self._day.waiting()
            if visit.call and now - visit.call.at < CALL_STANDS_MS
        }


class Chime(QObject):
    """Two tones. Silent, and said once in the log, where nothing can sound."""

    def __init__(self, volume: int, parent: QObject | None = None) -> None:
        """`volume`: 0 to 100; 0 is silent and asks for no device."""
        super().__init__(parent)
        self._volume = volume
        self._effect: QSoundEffect | None = None
        self._asked = False

    @Slot()
    def play(self) -> None:
        """Sounds once."""
        if self._volume and not self._asked:
            self._asked = True
            self._effect = _effect(self._volume, self)
            if self._effect is None:
                log.warning("no-sound", reason="there is no sound device")
        if self._effect:
            self._effect.play()


def _effect(volume: int, parent: QObject) -> "QSoundEffect | None":
    if not has_sound(os.environ):
        return None
    try:
        # Only now: it takes a while, and the libraries for sound need not be there.
        from PySide6.QtMultimedia import QMediaDevices, QSoundEffect
    except ImportError:
        return None
    if QMediaDevices.defaultAudioOutput().isNull():
        return None
    effect = QSoundEffect(parent)
    effect.setSource(QUrl.fromLocalFile(str(assets.path("sounds/chime.wav"))))
    effect.setVolume(volume / 100)
    return effect


def has_sound(environ: Mapping[str, str]) -> bool:
    """Whether it is worth asking Qt, which complains loudly where there is no sound at all."""
    server = Path(environ.get("XDG_RUNTIME_DIR", "/nowhere")) / "pulse" / "native"
    return "PULSE_SERVER" in environ or server.exists() or Path("/dev/snd").exists()
