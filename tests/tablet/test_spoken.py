"""What a screen reader is told: of every screen by Qt's own properties, of Rate over a real accessibility bus."""

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import msgspec
import pytest
from PySide6.QtGui import QAccessible, QGuiApplication

from kiosk.store import Store
from kiosk.visits.events import Rated
from kiosk.visits.rating import SCALE
from tests.screens import SCENES, Stage
from tests.tablets import TestClock

READER = Path(__file__).parent / "atspi_reader.py"
PATIENCE_S = 60
ROLES = (QAccessible.Role.Button, QAccessible.Role.CheckBox, QAccessible.Role.EditableText)
PATIENTS = [name for name in SCENES if not name.startswith(("staff", "cleaning"))]


@pytest.fixture
def listening(qapp: QGuiApplication) -> Iterator[None]:
    """As if a screen reader ran: only then Qt knows the roles of its own controls."""
    QAccessible.setActive(True)
    yield
    QAccessible.setActive(False)


@pytest.mark.usefixtures("listening")
@pytest.mark.parametrize("scene", PATIENTS)
def test_every_control_has_a_name_a_role_and_its_value(tmp_path: Path, scene: str) -> None:
    stage = Stage(tmp_path)
    SCENES[scene](stage)
    stage.driver.draw()
    items = [
        item for item in stage.driver.items() if item.activeFocusOnTab() and item.isEnabled() and item.objectName()
    ]
    assert items or scene == "closed"
    names = []
    for item in items:
        told = QAccessible.queryAccessibleInterface(item)
        assert told is not None, item.objectName()
        name = told.text(QAccessible.Text.Name)
        assert name.strip("‹› "), item.objectName()
        assert told.role() in ROLES, item.objectName()
        if told.role() == QAccessible.Role.EditableText:
            assert told.text(QAccessible.Text.Value) == item.property("text")
        names.append(name)
    assert len(names) == len(set(names))
    stage.driver.close()


def test_a_screen_reader_finds_the_stars_and_rates(tmp_path: Path) -> None:
    data, heard = tmp_path / "data", tmp_path / "heard.json"
    settings = tmp_path / "kiosk.toml"
    settings.write_text(
        '[practice]\nname = "Cedar Street"\n[hub]\n[tablet]\ndevice = "front-door"\nhub = "http://127.0.0.1:9"\n'
        f'data = "{data}"\nfullscreen = false\nvolume = 0\ntoken = "any"\n'
    )
    environ = {name: value for name, value in os.environ.items() if not name.startswith(("QT_", "DBUS_", "DISPLAY"))}
    # A bus, a screen and a home of its own: nothing of this machine's session is heard or disturbed.
    environ |= {
        "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1",
        "QT_QPA_PLATFORM": "xcb",
        "QT_QUICK_BACKEND": "software",
        "XDG_RUNTIME_DIR": str(tmp_path),
        "HOME": str(tmp_path),
    }
    session = ["xvfb-run", "-a", "-s", "-screen 0 1280x800x24", "dbus-run-session", "--"]
    tablet = [sys.executable, "-m", "kiosk", "tablet", "--config", str(settings)]
    done = subprocess.run(
        [*session, "/usr/bin/python3", str(READER), str(heard), *tablet],
        capture_output=True,
        text=True,
        env=environ,
        timeout=PATIENCE_S,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    assert msgspec.json.decode(heard.read_bytes()) == [
        [f"{word}, {stars} of 5", "push button", ["Press", "SetFocus"]] for stars, word in SCALE.items()
    ]
    store = Store.open(data, "front-door", TestClock())
    assert [event.stars for event in store.recent(0) if isinstance(event, Rated)] == [4]
    store.close()
