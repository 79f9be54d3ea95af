"""What is done with the virtual tablet. Each step is a function, and raises MachineError where the tablet fails it."""

import random
import re
import shutil
import subprocess
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from PySide6.QtGui import QColor, QImage

from tests.vm.desk import Desk
from tests.vm.image import Image
from tests.vm.machine import Machine, MachineError

UNIT = "front-desk-kiosk"
STORE = "/var/lib/front-desk-kiosk/tablet.sqlite3"
_KEPT = """
import sqlite3, sys
db = sqlite3.connect(f"file:{sys.argv[1]}?mode=ro", uri=True)
for (fact,) in db.execute("SELECT id FROM event WHERE n IS NOT NULL"):
    print(fact)
"""
ACCENT = QColor("#0B6468")
WATCHDOG_S = 420.0

ARRIVE, LEAVE, SKIP, HERE, DONE = (420, 430), (1024, 430), (772, 298), (1085, 280), (150, 710)
"""Buttons on 1280 × 800 at 10.1 inches, as in tests/tablet/pictures, beside their words."""
STARS = tuple((160 + 240 * n, 455) for n in range(5))
NO_THANKS, BACK = (782, 655), (150, 85)
_WAYS = ((ARRIVE, SKIP, DONE), *((LEAVE, star, NO_THANKS) for star in STARS), (BACK,))
"""Where patients tap one after the other."""

ESCAPES = (
    *(
        "alt-f4",
        "alt-tab",
        "alt-esc",
        "meta_l",
        "meta_l-l",
        "esc",
        "f11",
        "print",
        "ctrl-c",
        "ctrl-q",
        "ctrl-w",
        "ctrl-z",
    ),
    *("ctrl-alt-f1", "ctrl-alt-f2", "ctrl-alt-f3", "ctrl-alt-delete", "ctrl-alt-backspace", "ctrl-alt-esc"),
    *("alt-sysrq-b", "alt-sysrq-k", "alt-sysrq-r", "power", "sleep"),
)


class Tablet:
    """The machine, the desk, and what was found."""

    def __init__(self, folder: Path, image: Image, tell: Callable[[str], None], deadline: float) -> None:
        """A fresh copy of the disk; `tell` gets a line for each thing that was seen. `deadline`: as in `Machine`."""
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir(parents=True)
        disk = folder / "disk.img"
        subprocess.run(["cp", "--sparse=always", str(image.disk), str(disk)], check=True)
        self.folder = folder
        self.machine = Machine(folder, disk, image.kernel, image.initrd, image.command_line, deadline)
        self.desk = Desk(folder / "hub")
        self.tell = tell

    def close(self) -> None:
        """Both end."""
        self.machine.close()
        self.desk.hub.kill()

    def tell_why(self) -> None:
        """Keeps what a person would look at after a failure: the screen, and the journal where the guest answers."""
        try:
            self.machine.picture("failed")
            if self.machine.booted():
                (self.folder / "journal.txt").write_text(self.machine.run("journalctl", "-b", "--no-pager"))
        except MachineError as error:
            self.tell(f"nothing more is known: {error}")

    def shows_welcome(self) -> bool:
        """Whether the big button is there."""
        return near(self.machine.colour(*ARRIVE), ACCENT)

    def app(self) -> str:
        """The process of the patients' screen in the guest; empty while there is none."""
        told = self.machine.run("pgrep", "-f", "^/opt/front-desk-kiosk/bin/python3 .*kiosk tablet", check=False)
        return told.split()[0] if told else ""

    def acknowledged(self) -> set[str]:
        """Every fact that the store or the hub has ever said it keeps."""
        told = self.machine.witnessed.read_text(errors="replace") if self.machine.witnessed.exists() else ""
        return set(re.findall(r"^[0-9a-f-]{36}$", told, flags=re.MULTILINE)) | self.desk.of_tablet()

    def kept(self) -> set[str]:
        """What the store in the guest holds now."""
        return set(self.machine.run("python3", "-c", _KEPT, STORE).split())


def near(one: QColor, other: QColor, by: int = 12) -> bool:
    """Whether two colours look the same."""
    parts = ((one.red(), other.red()), (one.green(), other.green()), (one.blue(), other.blue()))
    return all(abs(a - b) <= by for a, b in parts)


def welcome(tablet: Tablet) -> None:
    """First boot with a stick: it asks to be let in, and after IT has typed the code it greets patients."""
    machine, desk = tablet.machine, tablet.desk
    desk.hub.start()
    machine.stick = desk.stick()
    machine.start()
    let_in(tablet)
    machine.stick = None
    failed = machine.run("systemctl", "list-units", "--state=failed", "--no-legend", "--plain")
    gettys = machine.run("systemctl", "list-units", "getty@*", "--state=active", "--no-legend", "--plain")
    if failed.strip() or gettys.strip():
        raise MachineError(f"units that failed, or a login on the screen: {failed} {gettys}")
    tablet.tell("no unit has failed, and there is no login")


def let_in(tablet: Tablet) -> None:
    """From power: IT types in the code that the screen shows, and the tablet greets patients."""
    machine, desk = tablet.machine, tablet.desk
    asked = machine.until(lambda: bool(desk.code()), "the tablet to ask to be let in")
    tablet.tell(f"the code is on the screen {asked:.0f} s after power")
    machine.until(machine.booted, "the agent")
    stands_still(machine, name="1-code")
    desk.let_in()
    machine.until(tablet.shows_welcome, "Welcome", 120.0)
    machine.picture("2-welcome")


def visit(tablet: Tablet) -> None:
    """From the door to five stars by taps, with Maria at the desk."""
    machine, desk = tablet.machine, tablet.desk
    machine.tap(*ARRIVE)
    machine.until(lambda: near(machine.colour(*HERE), ACCENT), "the question for a name", 60.0)
    screen = stands_still(machine, name="3-arrive")
    _tap_until(tablet, SKIP, lambda: "arrived" in desk.kinds(), "the arrival at the hub")
    (arrival,) = [fact["visit"] for fact in desk.facts() if fact["kind"] == "arrived"]
    screen = stands_still(machine, name="4-ticket", unlike=screen)
    desk.click(arrival, "seen", minutes="10")
    machine.until(lambda: "acknowledged" in desk.kinds(), "Maria", 30.0)
    screen = stands_still(machine, name="5-seen", unlike=screen)
    desk.click(arrival, "call", place="Room 2")
    screen = stands_still(machine, name="6-called", unlike=screen)
    _tap_until(tablet, DONE, tablet.shows_welcome, "Welcome")
    screen = stands_still(machine)
    machine.tap(*LEAVE)
    screen = stands_still(machine, name="7-rate", unlike=screen)
    _tap_until(tablet, STARS[4], lambda: "rated" in desk.kinds(), "the rating at the hub")
    stands_still(machine, name="8-followup", unlike=screen)
    desk.click(arrival, "close", how="checked_out")
    machine.until(tablet.shows_welcome, "Welcome by itself", 240.0)
    tablet.tell(f"the hub has of the visit: {', '.join(desk.kinds())}")


def escapes(tablet: Tablet) -> None:
    """No key changes what is on the screen, and none ends a program or the machine."""
    machine = tablet.machine
    machine.until(tablet.shows_welcome, "Welcome")
    boot, app = machine.run("cat", "/proc/sys/kernel/random/boot_id"), tablet.app()
    before = stands_still(machine)
    for keys in ESCAPES:
        machine.press(keys)
    time.sleep(3)
    after = stands_still(machine, name="9-after-escapes")
    same_boot = machine.run("cat", "/proc/sys/kernel/random/boot_id") == boot
    if not same_boot or tablet.app() != app or not tablet.shows_welcome():
        raise MachineError("a key has ended something")
    if differ(before, after) > 0.01:
        raise MachineError(f"the keys changed {differ(before, after):.1%} of the picture")
    tablet.tell(f"{len(ESCAPES)} combinations of keys change nothing")


def frozen(tablet: Tablet) -> None:
    """A screen that hangs is started again."""
    machine = tablet.machine
    app = tablet.app()
    machine.run("kill", "-STOP", app)
    took = machine.until(lambda: tablet.app() not in ("", app), "another process", WATCHDOG_S)
    machine.until(tablet.shows_welcome, "Welcome")
    tablet.tell(f"a frozen screen was replaced after {took:.0f} s")


def cuts(tablet: Tablet, count: int = 20, seed: int = 1) -> None:
    """Power cuts while somebody taps at random: what was acknowledged is there after the next boot."""
    machine, chance = tablet.machine, random.Random(seed)
    for number in range(1, count + 1):
        known = len(tablet.acknowledged())
        # The screen takes longer to come than people to tap: the span counts from the first new fact that is durable.
        span, since = chance.uniform(0.0, 5.0), None
        for place in _hurried(chance):
            if since is None and len(tablet.acknowledged()) > known:
                since = time.monotonic()
            if since is not None and time.monotonic() - since > span:
                break
            machine.tap(*place)
            time.sleep(chance.uniform(0.1, 2.0))
        machine.cut()
        acknowledged = tablet.acknowledged()
        machine.start()
        machine.until(machine.booted, "the agent")
        machine.until(lambda: bool(tablet.app()), "the screen")
        lost = acknowledged - tablet.kept()
        if lost:
            raise MachineError(f"power cut {number}: {len(lost)} of {len(acknowledged)} acknowledged facts are lost")
        tablet.tell(
            f"power cut {number}: {len(acknowledged)} acknowledged, {len(acknowledged) - known} of them new, 0 lost"
        )
    machine.until(lambda: tablet.acknowledged() <= tablet.desk.of_tablet(), "everything at the hub", 120.0)
    ids = [fact["id"] for fact in tablet.desk.facts()]
    if len(ids) != len(set(ids)):
        raise MachineError("the hub has a fact twice")
    tablet.tell(f"the hub has all {len(tablet.acknowledged())} facts, each once")


def _hurried(chance: random.Random) -> Iterator[tuple[int, int]]:
    """Places to tap, for ever, with no regard for what is on the screen."""
    while True:
        yield from chance.choice(_WAYS)


def _tap_until(tablet: Tablet, place: tuple[int, int], holds: Callable[[], bool], what: str) -> None:
    """Like a patient: taps again if nothing has come of it; right after a screen has come, taps are not meant."""
    deadline = time.monotonic() + 90.0
    while True:
        tablet.machine.tap(*place)
        try:
            tablet.machine.until(holds, what, 8.0)
        except MachineError:
            if time.monotonic() > deadline:
                tablet.machine.picture("in-vain")
                raise
        else:
            return


def stands_still(
    machine: Machine, *, name: str = "now", unlike: QImage | None = None, patience_s: float = 120.0
) -> QImage:
    """The picture once two in a row are the same, and another than `unlike`; kept as `name`."""
    pictures = [machine.picture(name)]

    def same() -> bool:
        time.sleep(1.0)
        pictures.append(machine.picture(name))
        return pictures[-1] == pictures[-2] and (unlike is None or differ(unlike, pictures[-1]) > 0.0)

    machine.until(same, "a screen that stands still", patience_s)
    return pictures[-1]


def differ(one: QImage, other: QImage) -> float:
    """The part of the pixels that are not the same, of a sample."""
    points = [(x, y) for x in range(0, one.width(), 8) for y in range(0, one.height(), 8)]
    return sum(one.pixel(*point) != other.pixel(*point) for point in points) / len(points)
