"""A real voice without a loudspeaker: speech-dispatcher and eSpeak NG, sounding into a file."""

import contextlib
import os
import signal
import subprocess
from pathlib import Path

import pytest

_BYTES_PER_SECOND = 22_050 * 2
"""eSpeak NG's: one channel of 16 bits."""


class Loudspeaker:
    """The file that everything sounds into, and the daemon that speech-dispatcher's library starts for it."""

    def __init__(self, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        """`folder`: empty."""
        self._sound = folder / "sound.raw"
        self._daemon = folder / "speech-dispatcher" / "pid" / "speech-dispatcher.pid"
        settings = folder / "config" / "speech-dispatcher"
        settings.mkdir(parents=True)
        (settings / "speechd.conf").write_text(
            'AudioOutputMethod "alsa"\nAddModule "espeak-ng" "sd_espeak-ng" "espeak-ng.conf"\nDefaultModule espeak-ng\n'
        )
        alsa = folder / "alsa.conf"
        alsa.write_text(
            f'pcm.!default {{ type file slave.pcm nothing file "{self._sound}" format raw }}\n'
            "pcm.nothing { type null }\nctl.!default { type null }\n"
        )
        address = folder / "speech-dispatcher" / "speechd.sock"
        address.parent.mkdir()
        monkeypatch.setenv("XDG_CONFIG_HOME", str(folder / "config"))
        monkeypatch.setenv("XDG_RUNTIME_DIR", str(folder))
        monkeypatch.setenv("SPEECHD_ADDRESS", f"unix_socket:{address}")
        monkeypatch.setenv("ALSA_CONFIG_PATH", str(alsa))
        # There is sound, as far as the tablet looks.
        (folder / "pulse").mkdir()
        (folder / "pulse" / "native").touch()

    def sounded_s(self) -> float:
        """How long it has sounded since the start of the file, in seconds."""
        return self._sound.stat().st_size / _BYTES_PER_SECOND if self._sound.exists() else 0.0

    def end_daemon(self) -> None:
        """As if it had crashed. Nothing if it does not run."""
        # What is told to end, and not killed, may hang in ending while its modules are busy.
        if self._daemon.exists():
            with contextlib.suppress(ProcessLookupError):
                os.kill(int(self._daemon.read_text()), signal.SIGKILL)


def reading_time_s(text: str, voice: str) -> float:
    """How long eSpeak NG itself reads a text with one of its voices, in seconds."""
    said = subprocess.run(["espeak-ng", "-v", voice, "-s", "170", "--stdout", text], capture_output=True, check=True)
    return len(said.stdout) / _BYTES_PER_SECOND
