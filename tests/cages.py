"""A real session of the tablet: the compositor cage, not as root, full screen, on a screen that only a test sees."""

import math
import os
import pwd
import re
import shutil
import signal
import socket
import sqlite3
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import msgspec
from PySide6.QtCore import QPoint, QSize
from PySide6.QtGui import QImage

from tests.tablets import DOTS_PER_INCH

TOOLS = ("Xvfb", "cage", "Xwayland", "xdotool", "import", "setpriv")
USER = "nobody"
OUTPUT = QSize(1280, 800)
PATIENCE_S = 20.0
WATCHDOG_US = 6_000_000
CHECKOUT = Path(__file__).parent.parent

_CONFIG = """
[practice]
name = "Cedar Street Family Practice"
review_link = "https://example.org/reviews/cedar-street"

[tablet]
device = "front-door"
hub = "http://127.0.0.1:9"
token = "any"
data = "{data}"
diagonal_inches = {diagonal}
volume = 0
"""

_SESSION = 'echo "$DISPLAY"; read -r _; exec "$@"'
"""The tablet starts when the screen has its size, as in a practice."""

_READ_ANYTHING = 2
"""The number of CAP_DAC_READ_SEARCH."""

# Asks the window of that title to close, as a title bar's button or a task list would.
_CLOSE = """
import ctypes, sys

class Message(ctypes.Structure):
    _fields_ = [("type", ctypes.c_int), ("serial", ctypes.c_ulong), ("send_event", ctypes.c_int),
                ("display", ctypes.c_void_p), ("window", ctypes.c_ulong), ("message_type", ctypes.c_ulong),
                ("format", ctypes.c_int), ("data", ctypes.c_long * 5), ("rest", ctypes.c_long * 24)]

x = ctypes.CDLL("libX11.so.6")
x.XOpenDisplay.restype = ctypes.c_void_p
x.XInternAtom.restype = ctypes.c_ulong
display = ctypes.c_void_p(x.XOpenDisplay(None))
atom = lambda name: x.XInternAtom(display, name, 0)
message = Message(type=33, window=int(sys.argv[1]), message_type=atom(b"WM_PROTOCOLS"), format=32)
message.data[0] = atom(b"WM_DELETE_WINDOW")
sent = x.XSendEvent(display, ctypes.c_ulong(message.window), 0, ctypes.c_long(0), ctypes.byref(message))
x.XSync(display, 0)
sys.exit(not sent)
"""


class CageSession:
    """The tablet as it hangs on the wall: `python -m kiosk tablet` in cage. `close` ends it.

    `qt`: environment variables of Qt's; empty for what the tablet takes by itself. A watchdog asks for frames all the
    time, as systemd's does.
    """

    def __init__(self, qt: Mapping[str, str]) -> None:
        missing = [tool for tool in TOOLS if shutil.which(tool, path=_PATH) is None]
        assert not missing, f"packaging/setup.sh test installs what is missing here: {', '.join(missing)}"
        # Not below the folder of the test: a socket's path must be short.
        self._folder = Path(tempfile.mkdtemp(prefix="kiosk-"))
        self.log = self._folder / "log"
        """What cage and the tablet have to say."""
        self._data = self._folder / "data"
        diagonal = math.hypot(OUTPUT.width(), OUTPUT.height()) / DOTS_PER_INCH
        config = self._folder / "kiosk.toml"
        config.write_text(_CONFIG.format(data=self._data, diagonal=diagonal), encoding="utf-8")
        for folder in (self._data, self._folder / "run", self._folder / "home"):
            folder.mkdir(mode=0o700)
        # What it hears is not read: the tablet does not wait for systemd either.
        self._systemd = socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM)
        self._systemd.bind(str(self._folder / "notify"))
        if os.geteuid() == 0:
            user = pwd.getpwnam(USER)
            for path in (self._folder, *self._folder.iterdir()):
                os.chown(path, user.pw_uid, user.pw_gid)
        self._processes: list[subprocess.Popen[str]] = []
        try:
            self._start(config, qt)
        except BaseException:
            self.close()
            raise

    def _start(self, config: Path, qt: Mapping[str, str]) -> None:
        size = f"{OUTPUT.width()}x{OUTPUT.height()}x24"
        screen = self._run(["Xvfb", "-displayfd", "1", "-screen", "0", size, "-nolisten", "tcp"])
        assert screen.stdout is not None
        self._display = f":{screen.stdout.readline().strip()}"
        self._environment = {
            "PATH": _PATH,
            "LANG": "C.UTF-8",
            "HOME": str(self._folder / "home"),
            "XDG_RUNTIME_DIR": str(self._folder / "run"),
            "PYTHONDONTWRITEBYTECODE": "1",
            "NOTIFY_SOCKET": str(self._folder / "notify"),
            "WATCHDOG_USEC": str(WATCHDOG_US),
        }
        # Cage's screen is a window of the other one, without a graphics card.
        wlroots = {"WLR_BACKENDS": "x11", "WLR_RENDERER": "pixman", "DISPLAY": self._display}
        tablet = [sys.executable, "-m", "kiosk", "tablet", "--config", str(config)]
        command = ["cage", "-d", "--", "sh", "-c", _SESSION, "sh", *tablet]
        self._cage = self._run([*as_a_user(), *command], **self._environment, **wlroots, **qt)
        assert self._cage.stdout is not None
        assert self._cage.stdin is not None
        self._inside = self._cage.stdout.readline().strip()
        assert self._inside, self.log.read_text()
        window = self.xdotool("search", "--onlyvisible", "--name", ".*").split()[-1]
        self.xdotool("windowsize", "--sync", window, str(OUTPUT.width()), str(OUTPUT.height()))
        self.xdotool("windowfocus", "--sync", window)
        self._cage.stdin.write("go\n")
        self._cage.stdin.flush()

    def _run(self, command: list[str], **environment: str) -> subprocess.Popen[str]:
        with self.log.open("a", encoding="utf-8") as log:
            process = subprocess.Popen(
                command,
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=log,
                text=True,
                cwd=CHECKOUT,
                env=environment or {"PATH": _PATH},
            )
        self._processes.append(process)
        return process

    @property
    def alive(self) -> bool:
        """Whether the session, and with it the tablet, still runs."""
        return self._cage.poll() is None

    @property
    def user_ids(self) -> set[int]:
        """Of all the processes of the session."""
        return {(Path("/proc") / str(pid)).stat().st_uid for pid in _family(self._cage.pid)}

    def xdotool(self, *arguments: str) -> str:
        """What somebody does at the screen."""
        return subprocess.run(
            ["xdotool", *arguments],
            env={"PATH": _PATH, "DISPLAY": self._display},
            check=True,
            capture_output=True,
            text=True,
            timeout=PATIENCE_S,
        ).stdout

    def tap(self, point: QPoint) -> None:
        """A press and a release of the pointer."""
        self.xdotool("mousemove", str(point.x()), str(point.y()), "click", "1")

    def picture(self) -> QImage:
        """What the whole screen shows."""
        bitmap = subprocess.run(
            ["import", "-silent", "-window", "root", "bmp:-"],
            env={"PATH": _PATH, "DISPLAY": self._display},
            check=True,
            capture_output=True,
            timeout=PATIENCE_S,
        ).stdout
        return QImage.fromData(bitmap)

    def facts(self) -> list[dict[str, Any]]:
        """Every event in the tablet's database, in the order in which they became durable."""
        connection = sqlite3.connect(f"file:{self._data}/tablet.sqlite3?mode=ro", uri=True)
        try:
            return [msgspec.json.decode(body) for (body,) in connection.execute("SELECT body FROM event ORDER BY seq")]
        finally:
            connection.close()

    def ask_to_close(self, title: str) -> None:
        """Asks the tablet's window, where it is one of X11, to close."""
        inside = {**self._environment, "DISPLAY": self._inside}

        def run(*command: str) -> str:
            return subprocess.run(
                [*as_a_user(), *command], env=inside, check=True, capture_output=True, text=True, timeout=PATIENCE_S
            ).stdout

        window = run("xdotool", "search", "--onlyvisible", "--name", title).split()[-1]
        run(sys.executable, "-c", _CLOSE, window)

    def wait(self, condition: Callable[[], bool], what: str) -> None:
        """Waits for a condition. Raises AssertionError, with what the session had to say, when patience ends."""
        deadline = time.monotonic() + PATIENCE_S
        while not condition():
            assert self.alive, f"the session has ended:\n{self.log.read_text()}"
            assert time.monotonic() < deadline, f"waited in vain for {what}:\n{self.log.read_text()}"

    def close(self) -> None:
        """Ends everything and removes what it had kept."""
        for process in reversed(self._processes):
            process.send_signal(signal.SIGTERM)
            process.wait(timeout=PATIENCE_S)
            for pipe in (process.stdin, process.stdout):
                if pipe is not None:
                    pipe.close()
        self._systemd.close()
        shutil.rmtree(self._folder, ignore_errors=True)


_PATH = f"{os.environ.get('PATH', '')}:/usr/sbin:/usr/bin:/sbin:/bin"


def as_a_user() -> list[str]:
    """Before a command: cage does not run as root, and neither does anything in a practice."""
    if os.geteuid():
        return []
    user = pwd.getpwnam(USER)
    command = ["setpriv", f"--reuid={user.pw_uid}", f"--regid={user.pw_gid}", "--clear-groups"]
    bounds = re.search(r"^CapBnd:\s*(\w+)$", Path("/proc/self/status").read_text(), flags=re.MULTILINE)
    assert bounds is not None
    if int(bounds[1], 16) >> _READ_ANYTHING & 1:
        # The checkout, and the Python of its .venv, may lie where only their owner reads.
        command += ["--inh-caps=-all,+dac_read_search", "--ambient-caps=-all,+dac_read_search"]
    return command


def _family(pid: int) -> list[int]:
    """The process and all that it has started."""
    children = [
        int(child)
        for task in (Path("/proc") / str(pid) / "task").iterdir()
        for child in (task / "children").read_text().split()
    ]
    return [pid, *(member for child in children for member in _family(child))]
