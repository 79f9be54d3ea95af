"""What a screen reader is told: of every screen by Qt's own properties, of Rate over a real accessibility bus."""

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import msgspec
import pytest
from PySide6.QtCore import QTranslator
from PySide6.QtGui import QAccessible, QGuiApplication

from kiosk import assets
from kiosk.store import Store
from kiosk.visits.events import Rated, RatingExplained
from kiosk.visits.rating import SCALE, Topic
from tests.screens import SCENES, Stage
from tests.tablets import TabletDriver, TestClock

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
        if told.role() == QAccessible.Role.CheckBox:
            assert told.state().checkable, item.objectName()
            assert bool(told.state().checked) is item.property("checked"), item.objectName()
        names.append(name)
    assert len(names) == len(set(names))
    stage.driver.close()


@pytest.mark.usefixtures("listening")
def test_a_choice_is_told_as_it_is_made(driver: TabletDriver) -> None:
    driver.rate(4)
    topic = QAccessible.queryAccessibleInterface(driver.find("topic-waiting"))
    assert topic is not None
    assert not topic.state().checked
    driver.tap("topic-waiting")
    assert topic.state().checked
    driver.tap("topic-waiting")
    assert not topic.state().checked


@pytest.mark.parametrize("language", ["en", "ar"])
def test_a_screen_reader_finds_the_stars_rates_and_chooses(tmp_path: Path, language: str) -> None:
    data, heard = tmp_path / "data", tmp_path / "heard.json"
    settings = tmp_path / "kiosk.toml"
    settings.write_text(
        f'[practice]\nname = "Cedar Street"\nlanguages = ["{language}"]\n[hub]\n'
        '[tablet]\ndevice = "front-door"\nhub = "http://127.0.0.1:9"\ntoken = "any"\n'
        f'data = "{data}"\nfullscreen = false\nvolume = 0\n'
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
    translator = QTranslator()
    assert translator.load(str(assets.path(f"translations/{language}.qm")))

    def said(context: str, text: str) -> str:
        return translator.translate(context, text) or text

    door = said("Welcome", "I’m leaving")
    star = said("StarButton", "%1, %2 of 5")
    words = [said("Words", word) for word in SCALE.values()]
    names = [star.replace("%1", word).replace("%2", str(stars)) for stars, word in enumerate(words, 1)]
    session = ["xvfb-run", "-a", "-s", "-screen 0 1280x800x24", "dbus-run-session", "--"]
    tablet = [sys.executable, "-m", "kiosk", "tablet", "--config", str(settings)]
    done = subprocess.run(
        [*session, "/usr/bin/python3", str(READER), str(heard), json.dumps([door, *names]), *tablet],
        capture_output=True,
        text=True,
        env=environ,
        timeout=PATIENCE_S,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    told = msgspec.json.decode(heard.read_bytes())
    assert told["stars"] == [[name, "push button", ["Press", "SetFocus"]] for name in names]
    assert len(told["topics"]) == len(Topic)
    assert (told["before"], told["between"]) == ([], told["topics"][:1])
    store = Store.open(data, "front-door", TestClock())
    assert [event.stars for event in store.recent(0) if isinstance(event, Rated)] == [4]
    explained = [event.topics for event in store.recent(0) if isinstance(event, RatingExplained)]
    assert explained[-1] == ()
    assert any(len(topics) == 1 for topics in explained)
    store.close()
