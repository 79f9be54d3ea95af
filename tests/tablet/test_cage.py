"""A visit in the real session: cage, full screen, not as root. Each step's picture is kept in build/cage.

A second tablet, drawn off screen, does the same at the same time: it tells where to tap, and how it has to look.
"""

import os
import shutil
import signal
import subprocess
import tempfile
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QColor, QGuiApplication, QImage
from PySide6.QtQuick import QQuickItem
from PySide6.QtTest import QTest

from kiosk.tablet.flow import DEFAULT_TIMEOUTS
from kiosk.tablet.staff import Exit
from tests.cages import CHECKOUT, OUTPUT, PATIENCE_S, USER, CageSession, as_a_user
from tests.pictures import difference, half
from tests.screens import save
from tests.tablets import TabletDriver, config

PICTURES = Path("build/cage")
SCREEN = CHECKOUT / "packaging/tablet/screen"
PAPER = QColor("#FBF6EC")

MEAN = 3.0
SHARE = 0.0005
"""How alike the two tablets are: they draw by other means, with other edges of letters and another sun."""

Start = Callable[[Mapping[str, str]], CageSession]


@pytest.fixture
def start() -> Iterator[Start]:
    """Starts sessions, and ends them."""
    sessions: list[CageSession] = []

    def begin(qt: Mapping[str, str]) -> CageSession:
        sessions.append(CageSession(qt))
        return sessions[-1]

    yield begin
    for session in sessions:
        session.close()


@pytest.fixture
def twin(qapp: QGuiApplication, tmp_path: Path) -> Iterator[TabletDriver]:
    """The second tablet; no hub answers either of them."""
    driver = TabletDriver(config(tmp_path / "twin"))
    driver.tablet.sync.start()
    driver.wait(lambda: not driver.tablet.day.reachable, "the absence of the hub")
    yield driver
    driver.close()


def look(cage: CageSession, twin: TabletDriver, name: str) -> None:
    """Waits until the session shows what the twin shows, over the whole of its screen, and keeps the picture."""

    shown: list[QImage] = []

    def alike() -> bool:
        shown[:] = [cage.picture()]
        assert shown[0].size() == OUTPUT
        found = difference(half(twin.picture()), half(shown[0]))
        return found.mean < MEAN and found.share < SHARE

    try:
        cage.wait(alike, f"{name} to look like its twin on {twin.screen}")
        # Whoever taps before they can have read the new screen means the old one, and is not heard.
        QTest.qWait(DEFAULT_TIMEOUTS.startle)
        # By now nothing moves any more.
        cage.wait(alike, f"{name} to look like its twin on {twin.screen}")
    finally:
        for picture in shown:
            save(picture, PICTURES / f"{name}.png")


def tap(cage: CageSession, twin: TabletDriver, name: str) -> None:
    """Taps a control on both."""
    cage.tap(twin.centre(name))
    twin.tap(name)


def key(twin: TabletDriver, letter: str) -> QPoint:
    """Where a key of the tablet's keyboard is."""
    twin.draw()
    keys = [item for item in twin.items() if item.property("keyPanelDelegate") is not None]
    item: QQuickItem = next(item for item in keys if item.property("key") == ord(letter.upper()))
    return item.mapToScene(QPointF(item.width() / 2, item.height() / 2)).toPoint()


def test_a_whole_visit_by_pointer_with_a_picture_of_each_step(start: Start, twin: TabletDriver) -> None:
    # As the package's unit starts a tablet without a graphics processor.
    cage = start({"QT_QPA_PLATFORM": "wayland", "QT_QUICK_BACKEND": "software"})
    look(cage, twin, "01-welcome")
    assert 0 not in cage.user_ids
    corners = [(0, 0), (0, OUTPUT.height() - 1), (OUTPUT.width() - 1, OUTPUT.height() - 1), (OUTPUT.width() // 2, 0)]
    shown = [cage.picture().pixelColor(x, y) for x, y in corners]
    assert shown == [PAPER] * len(corners), "a frame, a title or an edge of something else"

    tap(cage, twin, "arriveDoor")
    look(cage, twin, "02-arrive")
    tap(cage, twin, "skipButton")
    look(cage, twin, "03-acknowledged")
    tap(cage, twin, "doneButton")
    look(cage, twin, "04-welcome-with-the-ticket")
    tap(cage, twin, "leaveDoor")
    look(cage, twin, "05-rate")
    tap(cage, twin, "star4")
    look(cage, twin, "06-follow-up")
    tap(cage, twin, "topic-waiting")
    look(cage, twin, "07-a-topic")
    tap(cage, twin, "noButton")
    look(cage, twin, "08-thanks")
    tap(cage, twin, "finishButton")
    look(cage, twin, "09-welcome-again")

    arrived, rated, explained, settled = cage.facts()
    assert (arrived["kind"], arrived["ticket"], arrived["name"]) == ("arrived", "K1", "")
    assert (rated["kind"], rated["stars"]) == ("rated", 4)
    assert (explained["kind"], explained["topics"]) == ("rating_explained", ["waiting"])
    assert settled["kind"] == "rating_settled"
    assert len({fact["rating"] for fact in (rated, explained, settled)}) == 1
    assert arrived["visit"] != rated["visit"]


@pytest.mark.parametrize("platform", ["wayland", "xcb"])
def test_the_tablets_own_keyboard_types_and_nothing_at_the_screen_ends_it(
    start: Start, twin: TabletDriver, platform: str
) -> None:
    cage = start({"QT_QPA_PLATFORM": platform})
    look(cage, twin, f"{platform}-1-welcome")

    cage.xdotool("key", "alt+F4")
    cage.xdotool("key", "ctrl+q")
    cage.xdotool("key", "ctrl+w")
    if platform == "xcb":  # Under Wayland only cage could ask, and has nothing to ask with.
        cage.ask_to_close("Front Desk Kiosk")
    tap(cage, twin, "arriveDoor")
    look(cage, twin, f"{platform}-2-arrive")
    for letter in "Ro":
        cage.tap(key(twin, letter))
        twin.touch(key(twin, letter))
        look(cage, twin, f"{platform}-3-{letter}")
    # Real keys reach it, so those that would have ended it did too.
    cage.xdotool("key", "s", "a")
    cage.xdotool("key", "alt+F4")
    for real in (Qt.Key.Key_S, Qt.Key.Key_A):
        QTest.keyClick(twin.window, real)
    look(cage, twin, f"{platform}-4-rosa")
    tap(cage, twin, "hereButton")
    look(cage, twin, f"{platform}-5-acknowledged")

    (arrived,) = cage.facts()
    assert (arrived["kind"], arrived["name"]) == ("arrived", "Rosa")
    assert cage.alive


@pytest.mark.parametrize(
    ("program", "code"),
    [("exit 0", Exit.LEAVE), ("exit 75", Exit.RESTART), ("kill -SEGV $$", 128 + signal.SIGSEGV), ("kill $PPID", 1)],
    ids=["left by staff", "restarted by staff", "crashed", "nothing was told"],
)
def test_systemd_learns_how_the_screen_has_ended(program: str, code: int) -> None:
    with tempfile.TemporaryDirectory() as folder:
        if os.geteuid() == 0:
            shutil.chown(folder, USER)
        environment = {"PATH": "/usr/bin:/bin", "XDG_RUNTIME_DIR": folder, "CAGE_OPTIONS": "-r -r"}
        wlroots = {"WLR_BACKENDS": "headless", "WLR_RENDERER": "pixman", "WLR_LIBINPUT_NO_DEVICES": "1"}
        command = [*as_a_user(), str(SCREEN), "sh", "-c", program]
        ended = subprocess.run(command, env=environment | wlroots, capture_output=True, timeout=PATIENCE_S)
    assert ended.returncode == code, ended.stderr.decode()
