"""The `kiosk` command as people run it: the demo, and one plain sentence for whatever is wrong."""

import os
import re
import signal
import socket
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import httpx2
import pytest

from kiosk.config import load
from kiosk.store import Store
from kiosk.tablet.pin import matches
from kiosk.tablet.staff import Exit
from tests.dumps import dumps_nothing

KIOSK = [sys.executable, "-m", "kiosk"]


def run(*arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [*KIOSK, *arguments], capture_output=True, text=True, timeout=60, env={**os.environ, **environment}
    )


def sentence(result: subprocess.CompletedProcess[str]) -> str:
    """The one sentence on stderr."""
    (line,) = result.stderr.splitlines()
    assert line.endswith(".")
    assert "Traceback" not in line
    return line


@pytest.fixture
def settings(tmp_path: Path) -> Path:
    """Settings with data folders of the test's own."""
    file = tmp_path / "kiosk.toml"
    file.write_text(
        f'[hub]\nport = 0\ndata = "{tmp_path}/hub"\n[tablet]\ndata = "{tmp_path}/tablet"\n', encoding="utf-8"
    )
    return file


def test_every_command_explains_itself() -> None:
    names = re.findall(r"^  (\w+) ", run("--help").stdout.split("Commands:")[1], flags=re.MULTILINE)
    assert {"tablet", "hub", "demo", "simulate"} <= set(names)
    for name in names:
        assert run(name, "--help").returncode == 0


@pytest.mark.parametrize("program", ["hub", "tablet"])
@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "[hub]\nprot = 1\n",
            "hub.prot: there is no such key; allowed here: host, port, data, database, replica, public_url, ",
        ),
        ('[tablet]\nletter = "k"\n', "tablet.letter: "),
        ('[practice]\ntimezone = "Mars/North"\n', "timezone: expected a time zone like Europe/London"),
        ("[hub\n", "is not TOML"),
    ],
)
def test_a_wrong_setting_is_wrong_use(tmp_path: Path, program: str, text: str, told: str) -> None:
    file = tmp_path / "wrong.toml"
    file.write_text(text, encoding="utf-8")

    result = run(program, "--config", str(file))

    assert result.returncode == 2
    assert told in sentence(result)
    assert str(file) in sentence(result)
    assert list(tmp_path.iterdir()) == [file]


def test_a_pin_becomes_a_line_for_the_settings(settings: Path) -> None:
    result = run("pin", "--pin", "2580")
    assert result.returncode == 0
    assert "2580" not in result.stdout
    with settings.open("a", encoding="utf-8") as file:
        file.write(f'staff = ["Maria"]\n{result.stdout}')
    assert matches(load(settings, {}).tablet.staff_pin, "2580")

    assert run("pin", "--pin", "258").returncode == 2
    assert run("pin", "--pin", "258x").returncode == 2


@pytest.mark.parametrize("code", [Exit.LEAVE, Exit.RESTART])
def test_the_tablet_ends_as_staff_have_told_it(tmp_path: Path, code: Exit) -> None:
    program = f"""
import sys
from pathlib import Path
from PySide6.QtCore import QTimer
from kiosk.config import Config, TabletConfig
from kiosk.tablet import app

class Ending(app.Tablet):
    def __init__(self, config, **options):
        super().__init__(config, **options)
        QTimer.singleShot(0, lambda: self.backroom.staff.exiting.emit({code.value}))

app.Tablet = Ending
sys.exit(app.run(Config(tablet=TabletConfig(data={str(tmp_path)!r}, token='any'))))
"""
    assert subprocess.run([sys.executable, "-c", program], timeout=60, check=False).returncode == code


def test_a_wrong_value_in_the_environment_is_named(settings: Path) -> None:
    result = run("hub", "--config", str(settings), KIOSK_HUB_PORT="many")

    assert result.returncode == 2
    assert "KIOSK_HUB_PORT" in sentence(result)


def test_a_tablet_without_a_display_says_so(settings: Path, tmp_path: Path) -> None:
    unplugged = tmp_path / "screens.json"
    unplugged.write_text('{"screens": [{"name": "none", "width": 0, "height": 0, "dpi": 96}]}')
    result = run("tablet", "--config", str(settings), QT_QPA_PLATFORM=f"offscreen:configfile={unplugged}")
    assert result.returncode == 1
    assert "No display is connected" in result.stderr.splitlines()[-1]


def test_a_port_in_use_is_told(settings: Path, tmp_path: Path) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        result = run("hub", "--config", str(settings), KIOSK_HUB_PORT=str(port))

    assert result.returncode == 1
    assert str(port) in sentence(result)
    assert not (tmp_path / "hub").exists()


@pytest.mark.parametrize("program", ["hub", "tablet"])
def test_a_data_folder_that_cannot_be_is_told(settings: Path, tmp_path: Path, program: str) -> None:
    (tmp_path / program).write_text("a file", encoding="utf-8")

    result = run(program, "--config", str(settings))

    assert result.returncode == 1
    assert str(tmp_path / program) in sentence(result)


def test_a_tablet_database_newer_than_the_program_is_left_alone(settings: Path, tmp_path: Path) -> None:
    Store.open(tmp_path / "tablet", "tablet").close()
    database = tmp_path / "tablet" / "tablet.sqlite3"
    with sqlite3.connect(database) as connection:
        row = ("kiosk.store", "m999_from_tomorrow", "2031-01-01")
        connection.execute("INSERT INTO _sqlite_migrations (migration_set, name, applied_at) VALUES (?, ?, ?)", row)
    connection.close()
    before = database.read_bytes()

    result = run("tablet", "--config", str(settings))

    assert result.returncode == 1
    assert "newer" in sentence(result)
    assert database.read_bytes() == before


@pytest.fixture
def demo() -> Iterator[subprocess.Popen[str]]:
    """A demo with a day, as a user would start it where there is no display."""
    environment = {key: value for key, value in os.environ.items() if key not in ("DISPLAY", "WAYLAND_DISPLAY")}
    process = subprocess.Popen(
        [*KIOSK, "demo", "--with-a-day", "--port", "0"], stdout=subprocess.PIPE, text=True, env=environment
    )
    yield process
    process.kill()
    process.wait()
    assert process.stdout
    process.stdout.close()


def test_the_demo_prints_address_and_sign_in_and_ends_when_asked(demo: subprocess.Popen[str]) -> None:
    assert demo.stdout
    printed = ""
    while "ends the demo" not in printed:
        line = demo.stdout.readline()
        assert line, printed
        printed += line

    address = re.search(r"^Desk: +(\S+)$", printed, flags=re.MULTILINE)
    assert address
    assert re.search(r"^Sign in: Maria, passcode \S{8,}$", printed, flags=re.MULTILINE)
    assert "sign" in httpx2.get(address[1], follow_redirects=True).text.lower()
    assert dumps_nothing(demo.pid)

    demo.send_signal(signal.SIGINT)
    assert demo.wait(timeout=30) == 0
