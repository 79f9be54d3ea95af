"""`make screens`: every screen in its states as a picture, landscape and portrait, from the running QML.

Usage: python -m tests.screens FOLDER [--languages en,ar] [--comforts normal,large,strong]
"""

import argparse
import dataclasses
import os
import sys
import tempfile
from collections.abc import Callable, Collection, Iterator
from functools import partial
from pathlib import Path
from uuid import UUID, uuid4

from msgspec.structs import replace
from PySide6.QtGui import QFont, QGuiApplication, QImage

from kiosk.config import LANGUAGES
from kiosk.sync import Link
from kiosk.tablet import display
from kiosk.tablet.flow import Timeouts
from kiosk.visits.events import Acknowledged, Arrived, Called, Closed, ConcernClaimed, Event, RatingAsked, Shown, Stamp
from kiosk.visits.hours import WEEKDAYS
from tests.logos import drawn_logo, in_settings
from tests.tablets import LANDSCAPE, PORTRAIT, STAFF_PIN, UNSTARTLED, Elsewhere, TabletDriver, TestClock, config

MINUTE_MS = 60_000

NAMES = {"ar": "وردة", "ru": "Роза", "vi": "Hương", "fr": "André"}
LONG_NAMES = {"ar": "عبدالرحمن الحسيني", "ru": "Александра Викторовна"}
"""Names that the keyboard of the language has the letters for."""


def _arrived(visit: UUID, ticket: str, stamp: Stamp, name: str = "") -> Event:
    return Arrived(**stamp, visit=visit, ticket=ticket, name=name)


IMPATIENT = dataclasses.replace(UNSTARTLED, quiet=1)
"""Nobody counts as still using the tablet who does not touch it now."""


class Stage:
    """A tablet with what a picture needs around it."""

    def __init__(self, folder: Path, language: str = "en", timeouts: Timeouts = IMPATIENT) -> None:
        # A caret that blinks is on half of the pictures.
        QGuiApplication.styleHints().setCursorFlashTime(0)
        self.clock = TestClock()
        self.desk = Elsewhere(self.clock)
        self.others = Elsewhere(self.clock, "side-door")
        settings = config(folder)
        practice = replace(settings.practice, hours=dict.fromkeys(WEEKDAYS[:5], ("08:00-20:00",)))
        self.driver = TabletDriver(replace(settings, practice=practice), self.clock, timeouts)
        self.language = language
        self.name = NAMES.get(language, "Rosa")
        self.long_name = LONG_NAMES.get(language, "Maximiliana Alexandra")
        self.driver.tablet.screens.language.choose(language)
        self.driver.settle()

    def others_wait(self) -> None:
        """Tickets of another tablet in the strip."""
        called, seen, *rest = [uuid4() for _ in range(5)]
        for number, visit in enumerate((called, seen, *rest), start=1):
            self.driver.hear(self.others.mint(partial(_arrived, visit, f"M{number}")))
            # Who arrived in the same instant stands in no order.
            self.clock.advance(1_000)
        self.driver.hear(
            self.desk.mint(lambda s: Acknowledged(**s, visit=seen, by="Maria", minutes=10)),
            self.desk.mint(lambda s: Acknowledged(**s, visit=called, by="Maria")),
            self.desk.mint(lambda s: Called(**s, visit=called, by="Maria", place="Room 3")),
        )
        self.driver.confirm_all()

    def seen(self, *, minutes: int | None) -> UUID:
        """A patient arrives and Maria has seen them."""
        visit = self.driver.arrive(self.name)
        self.driver.link(Link.REACHABLE)
        self.driver.confirm_all()
        self.driver.hear(
            self.desk.mint(lambda s: Shown(**s, visit=visit)),
            self.desk.mint(lambda s: Acknowledged(**s, visit=visit, by="Maria", minutes=minutes)),
        )
        return visit


def _welcome(stage: Stage) -> None:
    stage.others_wait()


def _welcome_evening(stage: Stage) -> None:
    stage.clock.advance(9 * 60 * MINUTE_MS)
    stage.driver.tick()


def _welcome_logo(stage: Stage) -> None:
    stage.driver.tablet.bridge.settings_heard(in_settings(drawn_logo()))
    stage.driver.wait(lambda: stage.driver.shows("practiceLogo"))


def _languages(stage: Stage) -> None:
    stage.driver.tap("languagesButton")


def _arrive(stage: Stage) -> None:
    stage.driver.tap("arriveDoor")
    stage.driver.type_in(stage.name)


def _saved(stage: Stage) -> None:
    stage.driver.arrive(stage.name)


def _sent(stage: Stage) -> None:
    stage.driver.arrive()
    stage.driver.link(Link.REACHABLE)
    stage.driver.confirm_all()


def _seen(stage: Stage) -> None:
    stage.seen(minutes=10)


def _called(stage: Stage) -> None:
    visit = stage.seen(minutes=None)
    stage.driver.hear(stage.desk.mint(lambda s: Called(**s, visit=visit, by="Maria", place="Room 3")))


def _unreachable(stage: Stage) -> None:
    stage.driver.arrive(stage.long_name)
    stage.driver.link(Link.UNREACHABLE)


def _unanswered(stage: Stage) -> None:
    stage.driver.arrive(stage.name)
    stage.driver.link(Link.REACHABLE)
    stage.driver.confirm_all()
    stage.clock.advance(2 * MINUTE_MS)
    stage.driver.tick()


def _rate(stage: Stage) -> None:
    stage.driver.tap("leaveDoor")


def _followup_good(stage: Stage) -> None:
    stage.driver.rate(4)
    stage.driver.tap("topic-waiting")


def _followup_excellent(stage: Stage) -> None:
    stage.driver.rate(5)
    stage.driver.tap("topic-listened")
    stage.driver.tap("topic-kindness")


def _followup_large(stage: Stage) -> None:
    stage.driver.tablet.screens.comfort.choose(large=True, strong=False)
    stage.driver.rate(4)
    stage.driver.tap("nextButton")


def _comment(stage: Stage) -> None:
    stage.driver.rate(4)
    stage.driver.tap("writeButton")
    stage.driver.type_in(stage.name)


def _thanks(stage: Stage) -> None:
    stage.driver.rate(3)
    stage.driver.tap("noButton")


def _help_sent(stage: Stage) -> None:
    stage.driver.link(Link.REACHABLE)
    stage.driver.ask_for_help()
    stage.driver.confirm_all()


def _help_coming(stage: Stage) -> None:
    stage.driver.link(Link.REACHABLE)
    visit, concern = stage.driver.ask_for_help()
    stage.driver.confirm_all()
    stage.driver.hear(stage.desk.mint(lambda s: ConcernClaimed(**s, visit=visit, concern=concern, by="Sam")))


def _help_unreachable(stage: Stage) -> None:
    stage.driver.ask_for_help()
    stage.driver.link(Link.UNREACHABLE)


def _still_there(stage: Stage) -> None:
    stage.driver.tap("leaveDoor")
    stage.driver.time_out()


def _staff_pin(stage: Stage) -> None:
    stage.driver.tablet.screens.flow.staff()
    stage.driver.tap("key2")
    stage.driver.tap("key5")


def _staff_wrong(stage: Stage) -> None:
    stage.driver.tablet.screens.flow.staff()
    for _ in range(3):
        stage.driver.enter_pin("0000")


def _staff_who(stage: Stage) -> None:
    stage.driver.tablet.screens.flow.staff()
    stage.driver.enter_pin(STAFF_PIN)


def _staff(stage: Stage) -> None:
    stage.driver.link(Link.REACHABLE)
    for ticket, name in (("R4", "Ada K."), ("T9", "")):
        visit = uuid4()
        arrival = partial(_arrived, visit, ticket, name=name)
        stage.driver.hear(stage.others.mint(arrival))
        stage.clock.advance(63_000)
    stage.driver.open_staff()


def _staff_seen(stage: Stage) -> None:
    _staff(stage)
    stage.driver.tap("seen-R4-10")
    stage.driver.wait_kept(Acknowledged, 1)


def _staff_status(stage: Stage) -> None:
    _staff(stage)
    stage.driver.tap("tabletButton")


def _staff_leave(stage: Stage) -> None:
    stage.driver.open_staff()
    stage.driver.tap("leaveButton")


def _cleaning(stage: Stage) -> None:
    stage.driver.open_staff()
    stage.driver.tap("cleaningButton")


def _closed(stage: Stage) -> None:
    stage.driver.link(Link.REACHABLE)
    stage.clock.advance(10 * 60 * MINUTE_MS)
    stage.driver.tick()
    # Who comes then chooses a language too.
    stage.driver.speak(stage.language)


def _checkout(stage: Stage) -> None:
    # It never comes up before somebody who has chosen a language and is not gone.
    stage.driver.time_out()
    stage.driver.time_out()
    visit = uuid4()
    stage.driver.hear(stage.others.mint(partial(_arrived, visit, "K7")))
    stage.driver.hear(stage.desk.mint(lambda s: Closed(**s, visit=visit, how="checked_out", by="Maria")))
    stage.driver.hear(stage.desk.mint(lambda s: RatingAsked(**s, visit=visit, tablet="front-door")))
    stage.driver.wait(lambda: stage.driver.screen == "rate")
    stage.driver.speak(stage.language)


def _trouble(stage: Stage) -> None:
    stage.driver.tablet.screens.flow.report_trouble()


SCENES: dict[str, Callable[[Stage], None]] = {
    "welcome": _welcome,
    "welcome-evening": _welcome_evening,
    "welcome-logo": _welcome_logo,
    "languages": _languages,
    "arrive": _arrive,
    "acknowledged-saved": _saved,
    "acknowledged-sent": _sent,
    "acknowledged-seen": _seen,
    "acknowledged-called": _called,
    "acknowledged-unreachable": _unreachable,
    "acknowledged-unanswered": _unanswered,
    "rate": _rate,
    "followup-4": _followup_good,
    "followup-5": _followup_excellent,
    "followup-large-second": _followup_large,
    "comment": _comment,
    "thanks": _thanks,
    "help-sent": _help_sent,
    "help-coming": _help_coming,
    "help-unreachable": _help_unreachable,
    "still-there": _still_there,
    "staff-pin": _staff_pin,
    "staff-wrong-pin": _staff_wrong,
    "staff-who": _staff_who,
    "staff": _staff,
    "staff-seen": _staff_seen,
    "staff-status": _staff_status,
    "staff-leave": _staff_leave,
    "cleaning": _cleaning,
    "closed": _closed,
    "checkout": _checkout,
    "trouble": _trouble,
}


ORIENTATIONS = {"landscape": LANDSCAPE, "portrait": PORTRAIT}
PHONE_LINK = "http://127.0.0.1:9/w/" + 22 * "A"
"""Instead of the visit's link, which is another every time."""
COMFORTS = ("normal", "large", "strong")
"""What a patient may choose behind "Aa"."""


def comforts_of(scene: str) -> tuple[str, ...]:
    """In what the scene is worth a picture: what patients choose ends when staff open their screens."""
    return ("normal",) if scene.startswith(("staff", "cleaning")) else COMFORTS


def suffix(comfort: str) -> str:
    """The end of a picture's name."""
    return "" if comfort == "normal" else f"-{comfort}"


def render(
    scene: str, language: str = "en", comforts: Collection[str] = COMFORTS, orientations: Collection[str] = ORIENTATIONS
) -> Iterator[tuple[str, QImage]]:
    """Plays the scene once, and yields a name and a picture for each comfort and orientation."""
    with tempfile.TemporaryDirectory() as data:
        stage = Stage(Path(data), language)
        SCENES[scene](stage)
        for comfort in comforts_of(scene):
            if comfort not in comforts:
                continue
            if comfort != "normal":
                stage.driver.tablet.screens.comfort.choose(large=comfort == "large", strong=comfort == "strong")
            for orientation in orientations:
                stage.driver.turn(ORIENTATIONS[orientation])
                if stage.driver.shows("phoneQr"):
                    stage.driver.find("phoneQr").setProperty("text", PHONE_LINK)
                yield f"{scene}-{orientation}{suffix(comfort)}", stage.driver.picture()
        stage.driver.close()


def save(picture: QImage, file: Path) -> None:
    """Writes a picture, and the folder it belongs to."""
    file.parent.mkdir(parents=True, exist_ok=True)
    if not picture.save(str(file)):
        raise OSError(f"{file} cannot be written")


def application() -> QGuiApplication:
    """For a program that draws off screen."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    display.choose_platform(os.environ)
    app = QGuiApplication(sys.argv[:1])
    app.setFont(QFont(display.FONT_FAMILY))
    return app


def main() -> None:
    """Entry point."""
    parser = argparse.ArgumentParser()
    parser.add_argument("folder", type=Path)
    parser.add_argument("--languages", default=",".join(LANGUAGES))
    parser.add_argument("--comforts", default=",".join(COMFORTS))
    arguments = parser.parse_args()
    _app = application()
    for language in arguments.languages.split(","):
        for scene in SCENES:
            for name, picture in render(scene, language, arguments.comforts.split(",")):
                file = arguments.folder / language / f"{name}.png"
                save(picture, file)
                sys.stdout.write(f"{file}\n")


if __name__ == "__main__":
    main()
