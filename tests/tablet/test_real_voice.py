"""Read-aloud through the real chain: Qt, speech-dispatcher and eSpeak NG, down to the sound that comes out."""

import os
import signal
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QElapsedTimer, QTimer
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from kiosk.tablet.language import LANGUAGES
from kiosk.tablet.voice import Voice, system_voice
from tests.tablets import TabletDriver, TestClock, config
from tests.voices import Loudspeaker, reading_time_s

PATIENCE_MS = 20_000
LONGEST_GAP_MS = 400

# In the voice of another language each of them takes far longer, or far shorter.
TEXTS = {
    "en": ("en-gb", "Your ticket is K1. Please tell the desk if you need help."),
    "es": ("es", "Su número es K1. Avise en recepción si necesita ayuda."),
    "zh-Hans": ("cmn", "您的号码是 K1。如需帮助，请告诉前台。"),
    "vi": ("vi", "Số của bạn là K1. Hãy báo quầy nếu bạn cần giúp đỡ."),
    "ar": ("ar", "رقمك هو K1. أخبر مكتب الاستقبال إذا كنت بحاجة إلى مساعدة."),
    "fr": ("fr", "Votre numéro est K1. Dites-le à l’accueil si vous avez besoin d’aide."),
    "ru": ("ru", "Ваш номер K1. Скажите на стойке, если нужна помощь."),
    "pt": ("pt-br", "Sua senha é K1. Avise a recepção se precisar de ajuda."),
}


@pytest.fixture
def loudspeaker(monkeypatch: pytest.MonkeyPatch) -> Iterator[Loudspeaker]:
    """The only one there is."""
    # A socket's path has at most 107 bytes: a longer one is cut, and what a killed daemon leaves of it never removed.
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        sounding = Loudspeaker(Path(folder), monkeypatch)
        yield sounding
        sounding.end_daemon()


@pytest.fixture
def voice(qapp: QGuiApplication, loudspeaker: Loudspeaker) -> Iterator[Voice]:
    """The system's, not yet open."""
    speechd = system_voice(qapp)
    assert speechd is not None
    yield speechd
    speechd.close()


def speakers() -> list[int]:
    """The processes that speak for this one."""
    children = Path(f"/proc/{os.getpid()}/task/{os.getpid()}/children").read_text(encoding="ascii").split()
    return [int(child) for child in children if b"kiosk.tablet.speaker" in Path(f"/proc/{child}/cmdline").read_bytes()]


class Ear:
    """Waits for the end of what is said."""

    def __init__(self, voice: Voice) -> None:
        self.ends = 0
        voice.speakingChanged.connect(self._count)

    def _count(self, speaking: bool) -> None:
        self.ends += not speaking


def test_every_language_is_really_spoken_in_its_own_voice(qtbot: QtBot, voice: Voice, loudspeaker: Loudspeaker) -> None:
    ear = Ear(voice)
    voice.open()
    qtbot.waitUntil(lambda: voice.speaks("en_GB"), timeout=PATIENCE_MS)
    voice.set_volume(70)
    assert TEXTS.keys() == LANGUAGES.keys()
    for code, (espeak, text) in TEXTS.items():
        ear.ends = 0
        before = loudspeaker.sounded_s()
        assert voice.speaks(LANGUAGES[code].keyboard)
        voice.set_locale(LANGUAGES[code].keyboard)
        voice.say(text)
        qtbot.waitUntil(lambda: ear.ends == 1, timeout=PATIENCE_MS)
        assert loudspeaker.sounded_s() - before == pytest.approx(reading_time_s(text, espeak), rel=0.1), code


def test_no_frame_waits_for_the_voice(qtbot: QtBot, voice: Voice) -> None:
    gaps: list[int] = []
    since = QElapsedTimer()
    since.start()
    ticking = QTimer(interval=10)
    ticking.timeout.connect(lambda: gaps.append(since.restart()))
    ticking.start()
    ear = Ear(voice)
    voice.open()
    qtbot.waitUntil(lambda: voice.speaks("en_GB"), timeout=PATIENCE_MS)
    voice.set_volume(70)
    voice.set_locale("en_GB")
    voice.say("Hello.")
    qtbot.waitUntil(lambda: ear.ends == 1, timeout=PATIENCE_MS)
    assert max(gaps) < LONGEST_GAP_MS


def test_a_daemon_that_crashed_is_started_again(qtbot: QtBot, voice: Voice, loudspeaker: Loudspeaker) -> None:
    ready: list[bool] = []
    voice.readied.connect(lambda: ready.append(voice.speaks("en_GB")))
    voice.open()
    qtbot.waitUntil(lambda: ready == [True], timeout=PATIENCE_MS)
    loudspeaker.end_daemon()
    voice.say("Hello.")
    qtbot.waitUntil(lambda: ready == [True, False, True], timeout=PATIENCE_MS)
    ear = Ear(voice)
    voice.say("Hello again.")
    qtbot.waitUntil(lambda: ear.ends == 1, timeout=PATIENCE_MS)


def test_when_what_speaks_is_killed_the_tablet_lives_and_reads_again(
    qtbot: QtBot, tmp_path: Path, voice: Voice, loudspeaker: Loudspeaker
) -> None:
    driver = TabletDriver(config(tmp_path / "tablet"), TestClock(), voice=voice)
    driver.tap("comfortButton")
    qtbot.waitUntil(lambda: driver.shows("readChip"), timeout=PATIENCE_MS)
    for speaking in speakers():
        os.kill(speaking, signal.SIGKILL)
    qtbot.waitUntil(lambda: not driver.shows("readChip"), timeout=PATIENCE_MS)
    qtbot.waitUntil(lambda: driver.shows("readChip"), timeout=PATIENCE_MS)

    ear = Ear(voice)
    driver.tap("readChip")
    qtbot.waitUntil(lambda: ear.ends == 1, timeout=PATIENCE_MS)
    assert loudspeaker.sounded_s() > 2
    driver.close()


def test_what_speaks_ends_with_the_tablet(qtbot: QtBot, voice: Voice) -> None:
    voice.open()
    qtbot.waitUntil(lambda: voice.speaks("en_GB"), timeout=PATIENCE_MS)
    assert len(speakers()) == 1
    voice.close()
    assert speakers() == []


def test_a_patient_hears_the_screen_in_arabic(
    qtbot: QtBot, tmp_path: Path, voice: Voice, loudspeaker: Loudspeaker
) -> None:
    ear = Ear(voice)
    driver = TabletDriver(config(tmp_path / "tablet"), TestClock(), voice=voice)
    driver.speak("ar")
    driver.tap("comfortButton")
    qtbot.waitUntil(lambda: driver.shows("readChip"), timeout=PATIENCE_MS)
    driver.tap("readChip")
    qtbot.waitUntil(lambda: ear.ends == 1, timeout=PATIENCE_MS)
    assert loudspeaker.sounded_s() > 3
    driver.close()
