"""A tablet that is let in no more: it forgets names, says so, and can be let in again by whoever stands before it."""

import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtQuick import QQuickItem

from kiosk.store.opening import FILE_NAME
from kiosk.tablet.first_start import FirstStart
from tests.dumps import dumps_nothing
from tests.hub.browserless import Visitor
from tests.hub.device import close_all
from tests.hub.people import IT, signed_in, with_roles
from tests.hubs import TOKENS, HubProcess, hub  # noqa: F401 - a fixture
from tests.tablet.test_first_start import PATIENCE_MS, until
from tests.tablets import TabletDriver, config


@pytest.fixture
def ida(hub: HubProcess) -> Iterator[Visitor]:  # noqa: F811
    """Ida of IT, signed in."""
    with_roles(hub)
    yield signed_in(hub, IT)
    close_all()


def test_names_leave_screen_and_store_and_staff_are_told_how_to_go_on(
    qapp: QGuiApplication,
    tmp_path: Path,
    hub: HubProcess,  # noqa: F811
    ida: Visitor,
) -> None:
    driver = TabletDriver(config(tmp_path / "tablet", hub=hub.url, token=TOKENS["front-door"]))
    try:
        driver.tablet.sync.start()
        driver.arrive("rosalind")
        assert any("osalind" in text for text in driver.texts())
        driver.wait(lambda: driver.tablet.store.unsent() == 0, "the arrival at the hub")
        ida.post("/desk/tablets/revoke", device="front-door")
        driver.wait(lambda: not any("osalind" in text for text in driver.texts()), "the name is gone")
        driver.tap("doneButton")
        driver.open_staff()
        driver.tap("tabletButton")
        assert driver.reads("The desk does not know this tablet")
        assert "IT takes the token out" in str(driver.find("refusedWords").property("text"))
        assert driver.find("refusedWords").property("visible")
    finally:
        driver.close()
    for file in (tmp_path / "tablet").rglob("*"):
        assert not file.is_file() or b"osalind" not in file.read_bytes(), file


def test_the_code_comes_back_with_what_stays_behind(qapp: QGuiApplication, tmp_path: Path) -> None:
    first = FirstStart(config(tmp_path), unsent=3)
    try:
        words = {name: first.window.findChild(QQuickItem, name) for name in ("enrolHeading", "enrolUnsent")}
        texts = {name: item.property("text") for name, item in words.items() if item is not None}
        assert texts["enrolHeading"] == "The desk no longer lets this tablet in."
        assert texts["enrolUnsent"].endswith("without names: 3")
    finally:
        first.close()


def test_the_running_program_asks_to_be_let_in_again(tmp_path: Path, hub: HubProcess, ida: Visitor) -> None:  # noqa: F811
    settings = tmp_path / "tablet.toml"
    data = tmp_path / "data"
    settings.write_text(f'[tablet]\nhub = "{hub.url}"\ndata = "{data}"\nvolume = 0\n')
    command = [sys.executable, "-m", "kiosk", "tablet", "--config", str(settings)]
    environ = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    program = subprocess.Popen(command, env=environ, stderr=subprocess.PIPE)
    try:
        _let_in(hub, ida, "Hall", "H")
        until(_heard(hub, "hall"), "a report")
        ida.post("/desk/tablets/revoke", device="hall")
        _let_in(hub, ida, "Hall again", "J")
        until(_heard(hub, "hall-again"), "a report of the new one")
        assert program.poll() is None
        assert dumps_nothing(program.pid)
        assert dumps_nothing(hub.pid)
    finally:
        program.terminate()
        _, wrong = program.communicate(timeout=PATIENCE_MS / 1000)
    assert program.returncode == 0, wrong
    assert b"Traceback" not in wrong
    assert len(list(data.glob("*-sealed-*.sqlite3"))) == 1
    assert (data / FILE_NAME).exists()


def _heard(hub: HubProcess, device: str) -> Callable[[], list[dict[str, Any]]]:  # noqa: F811
    return lambda: hub.rows("SELECT 1 FROM tablet WHERE device = ? AND heard_at IS NOT NULL", device)


def _let_in(hub: HubProcess, ida: Visitor, name: str, letter: str) -> None:  # noqa: F811
    until(lambda: hub.rows("SELECT user_code FROM enrolment WHERE device IS NULL"), "a code")
    (row,) = hub.rows("SELECT user_code FROM enrolment WHERE device IS NULL")
    assert ida.post("/desk/tablets/enrol", code=row["user_code"], name=name, place="Hall", letter=letter).is_success
