"""The tablet beside a browser in kiosk mode on the same X server: start, memory, and what it does when idle.

The tablet has the packages it is installed with, and none besides.
"""

import contextlib
import mmap
import os
import signal
import statistics
import struct
import subprocess
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.benchmarks import counted, installed
from tests.benchmarks.rows import record
from tests.benchmarks.visits import pss_mib

STARTS = 5
WINDOWS = 5
WINDOW_S = 12.0
WINDOW_BESIDE_S = 2.0
"""For the browser, which is never idle."""
SETTLE_S = 5.0
PATIENCE_S = 60.0
DRAWN = 4
"""Colours of a screen that shows something; an empty window has one."""
CHROMIUM = "Debian's Chromium in kiosk mode"

_PAGE = """<!doctype html><meta charset="utf-8"><title>Welcome</title>
<style>body{font:24px sans-serif;background:#f7f5f0;margin:48px}button{font:inherit;width:45%;height:300px;margin:2%}
</style><h1>Cedar Street</h1><p>Welcome. Are you arriving or leaving?</p>
<button>I am arriving</button><button>I am leaving</button>"""


class Screen:
    """An X server of a tablet's size, whose picture can be read without asking it."""

    def __init__(self, folder: Path) -> None:
        ours, theirs = os.pipe()
        self._server = subprocess.Popen(
            ["Xvfb", "-displayfd", str(theirs), "-screen", "0", "1280x800x24", "-fbdir", str(folder)],
            pass_fds=(theirs,),
            stderr=subprocess.DEVNULL,
        )
        os.close(theirs)
        with os.fdopen(ours) as told:
            self.display = f":{told.readline().strip()}"
        with (folder / "Xvfb_screen0").open("rb") as file:
            self._picture = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
        # X11/XWDFile.h: 32-bit numbers, the first the header's size, the 20th how many colours of 12 bytes follow.
        numbers = struct.unpack(">25I", self._picture[:100])
        self._start, self._line = numbers[0] + 12 * numbers[19], numbers[12]

    def colours(self) -> int:
        """How many different colours there are at points all over the screen."""
        points = ((x, y) for x in range(8, 1280, 16) for y in range(8, 800, 8))
        at = (self._start + y * self._line + 4 * x for x, y in points)
        return len({self._picture[here : here + 4] for here in at})

    def close(self) -> None:
        """Ends it."""
        self._picture.close()
        self._server.terminate()
        self._server.wait()


@pytest.fixture
def screen(tmp_path: Path) -> Iterator[Screen]:
    """A screen with nothing on it."""
    made = Screen(tmp_path)
    yield made
    made.close()


class Shown:
    """A program in a session of its own that has drawn its first frame."""

    def __init__(self, command: list[str], environment: dict[str, str], screen: Screen, home: Path) -> None:
        home.mkdir(exist_ok=True)
        whole = {
            **{key: value for key, value in os.environ.items() if not key.startswith("QT_")},
            **environment,
            "DISPLAY": screen.display,
            "HOME": str(home),
            "KIOSK_TABLET_DATA": str(home / "data"),
            "KIOSK_TABLET_TOKEN": "token",
            "KIOSK_TABLET_HUB": "http://127.0.0.1:9",
            "QT_QUICK_BACKEND": "software",
        }
        began = time.perf_counter()
        self._process = subprocess.Popen(
            command, env=whole, start_new_session=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
        )
        try:
            while screen.colours() < DRAWN:
                assert self._process.poll() is None, "the program has ended"
                assert time.perf_counter() - began < PATIENCE_S, "nothing was drawn"
                time.sleep(0.01)
        except BaseException:
            self.close()
            raise
        self.took_s = time.perf_counter() - began

    def memory(self) -> float:
        """Its own and its children's, MiB."""
        return pss_mib(self._process.pid)

    def busy_s(self) -> float:
        """Seconds of a core that its whole session has used."""
        ticks = 0
        for stat in Path("/proc").glob("[0-9]*/stat"):
            with contextlib.suppress(OSError):
                fields = stat.read_text().rpartition(")")[2].split()
                if int(fields[3]) == self._process.pid:
                    ticks += int(fields[11]) + int(fields[12])
        return ticks / os.sysconf("SC_CLK_TCK")

    def close(self) -> None:
        """Ends it and its children."""
        with contextlib.suppress(ProcessLookupError):
            os.killpg(self._process.pid, signal.SIGKILL)
        self._process.wait()


def _chromium(folder: Path) -> tuple[list[str], dict[str, str]]:
    page = folder / "page.html"
    page.write_text(_PAGE)
    profile = f"--user-data-dir={folder / 'profile'}"
    return ["chromium", "--no-sandbox", "--kiosk", "--no-first-run", profile, str(page)], {}


def test_start_memory_and_idle(screen: Screen, tmp_path: Path) -> None:
    packages = installed.packages(tmp_path / "packages")
    programs = {"tablet": ([*installed.PYTHON, "-m", "kiosk", "tablet"], packages), "chromium": _chromium(tmp_path)}
    starts: dict[str, list[float]] = {name: [] for name in programs}
    memory: dict[str, list[float]] = {name: [] for name in programs}
    idle: dict[str, list[float]] = {name: [] for name in programs}
    drawn = tmp_path / "frames"
    frames: list[float] = []
    # The first start of each fills its caches and is not counted: a tablet is started again every day.
    for turn in range(STARTS + 1):
        for name, (command, environment) in programs.items():
            if turn == STARTS and name == "tablet":
                command = [*installed.PYTHON, counted.__file__, str(drawn), "tablet"]
            shown = Shown(command, environment, screen, tmp_path / name)
            try:
                time.sleep(SETTLE_S)
                if turn:
                    starts[name].append(shown.took_s)
                    memory[name].append(shown.memory())
                while turn == STARTS and len(idle[name]) < WINDOWS:
                    before, seen = shown.busy_s(), drawn.stat().st_size
                    window_s = WINDOW_S if name == "tablet" else WINDOW_BESIDE_S
                    time.sleep(window_s)
                    idle[name].append(100 * (shown.busy_s() - before) / window_s)
                    if name == "tablet":
                        frames.append(drawn.stat().st_size - seen)
            finally:
                shown.close()
            # The X server clears what a program leaves behind when it has noticed that it is gone.
            while screen.colours() > 1:
                time.sleep(0.01)
    for row, unit, found, times in (("start", "s", starts, 0.6), ("memory", "MiB", memory, 0.35)):
        beside = statistics.median(found["chromium"])
        record(f"tablet.{row}", unit, found["tablet"], times_peer=times, peer=CHROMIUM, peer_value=beside)
    beside = statistics.median(idle["chromium"])
    record("tablet.idle_cpu", "% of a core", idle["tablet"], limit=0.3, peer=CHROMIUM, peer_value=beside)
    record("tablet.idle_frames", "in 60 s", frames, value=sum(frames), limit=0)
