"""`make pages`: every page of the hub in its states as a picture, in three sizes, by day and by night.

Usage: python -m tests.pages FOLDER [--only today,phone] [--sizes 1366x768] [--readme FILE]
"""

import argparse
import random
import sys
import tempfile
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path
from typing import Literal
from uuid import UUID, uuid4

import httpx2
from playwright.sync_api import Browser, Page, expect, sync_playwright

from kiosk.visits.events import (
    Acknowledged,
    Arrived,
    Called,
    Closed,
    ConcernClaimed,
    ConcernRaised,
    Event,
    HelpRequested,
    Rated,
    RatingExplained,
    RatingSettled,
)
from kiosk.visits.wire import AUTHORIZATION_PATH, CLIENT_ID
from tests.browsers import CHROMIUM, FLAGS
from tests.hub.browserless import PASSCODE
from tests.hub.device import Device, close_all
from tests.hub.people import IT, let_pass, with_roles
from tests.hub.report.history import send, weeks
from tests.hub.report.test_flags import burst
from tests.hub.test_tablets import report
from tests.hubs import HubProcess

SIZES = ((1366, 768), (1920, 1080), (390, 844))
README_SIZE = (1440, 900)
MINUTE_MS = 60_000

Scheme = Literal["light", "dark"]


@dataclass
class Stage:
    """A hub with two tablets that listen, and one window on it."""

    hub: HubProcess
    front: Device
    side: Device
    page: Page
    visits: dict[str, UUID] = field(default_factory=dict)

    def go(self, path: str) -> Page:
        """Opens a page of the hub."""
        self.page.goto(self.hub.url + path)
        return self.page

    def today(self) -> Page:
        """The Today page, live."""
        page = self.go("/desk")
        expect(page.locator("#live")).to_contain_text("Live ·")
        return page

    def sign_in(self, name: str) -> None:
        """Somebody comes in the place of whoever was there."""
        self.page.context.clear_cookies()
        self.go("/desk/sign-in")
        self.page.get_by_label("Your name").fill(name)
        self.page.get_by_label("Passcode").fill(PASSCODE)
        self.page.get_by_role("button", name="Sign in").click()
        expect(self.page.locator("#live")).to_contain_text("Live ·")


def the_day(tablet: Device) -> list[Event]:
    """What the figures are made of: thirty visits that are over."""
    chance = random.Random(3)
    events: list[Event] = []
    for n in range(1, 31):
        visit, arrived = uuid4(), (160 - n * 4) * MINUTE_MS
        seen = arrived - chance.choice((18, 25, 31, 38, 41, 55, 90)) * 1000
        called = seen - chance.choice((9, 12, 14, 14, 19)) * MINUTE_MS
        events += [
            tablet.mint(Arrived, ago_ms=arrived, visit=visit, ticket=f"K{n}"),
            tablet.mint(Acknowledged, ago_ms=seen, visit=visit, by="Maria", minutes=15),
            tablet.mint(Called, ago_ms=called, visit=visit, by="Sam", place="Room 1"),
            tablet.mint(Closed, ago_ms=called - 5 * MINUTE_MS, visit=visit, by="Sam", how="checked_out"),
        ]
        if n % 3:
            rating = uuid4()
            events += [
                tablet.mint(Rated, ago_ms=5 * MINUTE_MS, visit=visit, rating=rating, stars=chance.choice((5, 5, 4, 3))),
                tablet.mint(RatingSettled, ago_ms=4 * MINUTE_MS, visit=visit, rating=rating),
            ]
    return events


def the_moment(stage: Stage) -> None:
    """Every kind of card at once."""
    front, side = stage.front, stage.side
    calm, late, called, unhappy, helped = (uuid4() for _ in range(5))
    rating, concern, going = uuid4(), uuid4(), uuid4()
    side.push(
        side.mint(Arrived, ago_ms=9_000, visit=uuid4(), ticket="M9", language="es", place="Side door"),
        side.mint(Arrived, ago_ms=9 * MINUTE_MS, visit=calm, ticket="M2", name="Jonas P."),
        side.mint(Acknowledged, ago_ms=8 * MINUTE_MS + 40_000, visit=calm, by="Maria", minutes=10),
        side.mint(HelpRequested, ago_ms=185_000, visit=helped, concern=going, place="Side door"),
        side.mint(ConcernClaimed, ago_ms=120_000, visit=helped, concern=going, by="Sam"),
    )
    front.push(
        front.mint(Arrived, ago_ms=58_000, visit=uuid4(), ticket="K34", name="Ada K.", place="Front door"),
        front.mint(Arrived, ago_ms=25 * MINUTE_MS, visit=late, ticket="K31", name="Wen L."),
        front.mint(Acknowledged, ago_ms=24 * MINUTE_MS, visit=late, by="Maria", minutes=20),
        front.mint(Arrived, ago_ms=9 * MINUTE_MS, visit=called, ticket="K33", name="Rosa"),
        front.mint(Acknowledged, ago_ms=8 * MINUTE_MS, visit=called, by="Sam", minutes=15),
        front.mint(Called, ago_ms=31_000, visit=called, by="Sam", place="Room 3"),
        front.mint(Rated, ago_ms=45_000, visit=unhappy, rating=rating, stars=2),
        front.mint(RatingExplained, ago_ms=44_000, visit=unhappy, rating=rating, topics=("waiting",)),
        front.mint(ConcernRaised, ago_ms=42_000, visit=unhappy, rating=rating, concern=concern, place="Front door"),
    )


def phones(stage: Stage) -> None:
    """A visit for each state of the phone page, by its key; nobody else sees them at the desk."""
    front = stage.front
    states = ("fresh", "seen", "called", "closed", "rated")
    for number, state in enumerate(states, start=40):
        visit = stage.visits[state] = uuid4()
        link = sha256(state.encode()).hexdigest()
        front.push(front.mint(Arrived, ago_ms=50_000, visit=visit, ticket=f"K{number}", link=link))
    front.push(
        front.mint(Acknowledged, ago_ms=40_000, visit=stage.visits["seen"], by="Maria", minutes=10),
        front.mint(Acknowledged, ago_ms=40_000, visit=stage.visits["called"], by="Maria", minutes=10),
        front.mint(Called, visit=stage.visits["called"], by="Sam", place="Room 3"),
        front.mint(Closed, visit=stage.visits["closed"], how="checked_out"),
        front.mint(Closed, visit=stage.visits["rated"], how="checked_out"),
    )
    for state in states[:3]:
        stage.go(f"/v/{state}")


def open_call(stage: Stage) -> None:
    """Where to call somebody."""
    page = stage.today()
    page.get_by_role("button", name="Call M2 to a place").click()


def open_more(stage: Stage) -> None:
    """What is rarer."""
    page = stage.today()
    page.get_by_role("button", name="More for M2").click()


def open_person(stage: Stage) -> None:
    """The menu behind the name."""
    stage.today().locator("button[popovertarget=me]").click()


def open_enter(stage: Stage) -> None:
    """An arrival at the desk."""
    stage.today().get_by_role("button", name="Enter an arrival").click()


def open_keys(stage: Stage) -> None:
    """The keys."""
    stage.today().locator("#keys-open").dispatch_event("click")


def undo(stage: Stage) -> None:
    """A click that can be taken back."""
    stage.front.push(stage.front.mint(Arrived, visit=uuid4(), ticket="K99"))
    page = stage.today()
    page.get_by_role("button", name="Seen K99, wait about 10 minutes").click()
    expect(page.get_by_role("button", name="Undo")).to_be_visible()


def stale(stage: Stage) -> None:
    """A line that has dropped."""
    page = stage.today()
    page.route("**/desk/live", lambda route: route.abort())
    page.evaluate("document.getElementById('board')._htmx.sse.abortController.abort()")
    expect(page.locator("#live")).to_contain_text("Not live since")
    page.unroute("**/desk/live")


def locked(stage: Stage) -> None:
    """A page that nobody has touched for half an hour."""
    page = stage.today()
    let_pass(stage.hub, 30)
    page.get_by_role("button", name="Seen M9", exact=True).click()
    expect(page.get_by_role("dialog")).to_be_visible()


def wrong_passcode(stage: Stage) -> None:
    """Sign-in that does not succeed."""
    page = stage.go("/desk/sign-in")
    page.get_by_label("Your name").fill("Maria")
    page.get_by_label("Passcode").fill("wrong passcode")
    page.get_by_role("button", name="Sign in").click()
    expect(page.get_by_role("alert")).to_be_visible()


def new_person(stage: Stage) -> None:
    """The link of an account that was just made, and then that link's own page."""
    page = stage.go("/desk/staff")
    page.get_by_label("Name, as patients shall read it").fill(f"Zoë {random.randrange(10**6)}")
    page.get_by_role("button", name="Add", exact=True).click()
    expect(page.locator(".once")).to_contain_text("/desk/set-up/")


def set_up(stage: Stage) -> None:
    """Where a new person sets their passcode."""
    new_person(stage)
    link = stage.page.locator(".once").inner_text().split()
    address = next(word for word in link if "/desk/set-up/" in word)
    stage.page.goto(address)


def enrol(stage: Stage) -> None:
    """A tablet that asks to be let in."""
    codes = httpx2.post(stage.hub.url + AUTHORIZATION_PATH, data={"client_id": CLIENT_ID}).json()
    stage.go(f"/desk/tablets/enrol?code={codes['user_code']}")


def tablets(stage: Stage) -> None:
    """One tablet in order, one that has something to tell."""
    report(stage.front)
    worries = ["storage-low", "store-set-aside", "receipt-differs"]
    report(stage.side, unsent=24, waiting_ms=720_000, rejected=1, version="0.0.9", warnings=worries)
    httpx2.post(stage.hub.url + AUTHORIZATION_PATH, data={"client_id": CLIENT_ID})
    stage.go("/desk/tablets")


def settings_wrong(stage: Stage) -> None:
    """Settings that cannot be."""
    page = stage.go("/desk/settings")
    page.get_by_label("Accent colour").fill("#FFCC00")
    page.get_by_label("Places").fill("")
    page.get_by_role("button", name="Save settings").click()
    expect(page.get_by_role("alert")).to_be_visible()


def report_card(stage: Stage) -> None:
    """Three months of a practice."""
    if "weeks" not in stage.visits:
        stage.visits["weeks"] = uuid4()
        past = Device(stage.hub.url)
        send(past, weeks(past, 75))
    stage.go("/desk/report")


def flagged(stage: Stage) -> None:
    """Five taps of a child."""
    stage.front.push(*burst(stage.front))
    stage.go("/desk/report/flags")


def report_period(stage: Stage) -> None:
    """What the report card is asked for."""
    page = stage.go("/desk/report?period=last-month")
    page.locator("button[popovertarget=period]").click()


def rate(stage: Stage, language: str) -> None:
    """The phone after the stars."""
    page = stage.go(f"/v/rated?lang={language}")
    page.locator(".rate button").nth(3).click()
    expect(page.locator(".chips")).to_be_visible()


def opened(path: str) -> Callable[[Stage], None]:
    """A page as it is."""

    def scene(stage: Stage) -> None:
        stage.go(path)

    return scene


def live(stage: Stage) -> None:
    """Today."""
    stage.today()


OUTSIDE: dict[str, Callable[[Stage], None]] = {
    "sign-in": opened("/desk/sign-in"),
    "sign-in-wrong": wrong_passcode,
    "set-up-used": opened("/desk/set-up/used"),
}
INSIDE: dict[str, Callable[[Stage], None]] = {
    "today": live,
    "today-call": open_call,
    "today-more": open_more,
    "today-person": open_person,
    "today-enter": open_enter,
    "today-keys": open_keys,
    "today-undo": undo,
    "today-not-live": stale,
    "tablets": tablets,
    "enrol": enrol,
    "staff": opened("/desk/staff"),
    "staff-link": new_person,
    "audit": opened("/desk/audit"),
    "report-few": opened("/desk/report"),
    "report": report_card,
    "report-es": opened("/desk/report?period=last-month&lang=es"),
    "report-period": report_period,
    "report-comments": opened("/desk/report/comments"),
    "report-comments-none": opened("/desk/report/comments?text=nothing+of+the+kind"),
    "report-flags-none": opened("/desk/report/flags"),
    "report-flags": flagged,
    "audit-empty": opened("/desk/audit?day=1999-01-01"),
    "settings": opened("/desk/settings"),
    "settings-wrong": settings_wrong,
    "passcode": opened("/desk/passcode"),
    "not-found": opened("/desk/nothing"),
    "today-locked": locked,
}
PHONE: dict[str, Callable[[Stage], None]] = {
    f"phone-{state}-{language}": opened(f"/v/{state}?lang={language}")
    for language in ("en", "ar")
    for state in ("fresh", "seen", "called", "closed", "nobody")
} | {
    f"phone-{name}-{language}": scene
    for language in ("en", "ar")
    for name, scene in (
        ("rated", lambda stage, language=language: rate(stage, language)),
        ("comment", opened(f"/v/rated/comment?lang={language}")),
    )
}


def draw(browser: Browser, folder: Path, size: tuple[int, int], scheme: Scheme, only: Callable[[str], bool]) -> None:
    """Every scene in one size on a hub of its own."""
    width, height = size
    suffix = f"-{width}x{height}" + ("-dark" if scheme == "dark" else "")
    context = browser.new_context(viewport={"width": width, "height": height}, color_scheme=scheme)

    def picture(name: str, scene: Callable[[Stage], None]) -> None:
        if not only(name):
            return
        scene(stage)
        settled(stage.page)
        file = folder / f"{name}{suffix}.png"
        stage.page.screenshot(path=file, full_page=True)
        sys.stdout.write(f"{file}\n")

    with tempfile.TemporaryDirectory() as data:
        hub = _hub(Path(data))
        stage = Stage(hub, _listener(hub, "front-door"), _listener(hub, "side-door"), context.new_page())
        with stage.front.listen(), stage.side.listen():
            for name, scene in OUTSIDE.items():
                picture(name, scene)
            stage.sign_in("Maria")
            picture("today-empty", live)
            picture("not-allowed", opened("/desk/staff"))
            stage.sign_in(IT)
            picture("set-up", set_up)
            stage.front.push(*the_day(stage.front))
            the_moment(stage)
            for name, scene in INSIDE.items():
                picture(name, scene)
            phones(stage)
            for name, scene in PHONE.items():
                picture(name, scene)
        close_all()
        hub.kill()
    context.close()


def draw_readme(browser: Browser, file: Path) -> None:
    """The desk page as the README shows it."""
    width, height = README_SIZE
    context = browser.new_context(viewport={"width": width, "height": height}, color_scheme="light")
    with tempfile.TemporaryDirectory() as data:
        hub = _hub(Path(data))
        stage = Stage(hub, _listener(hub, "front-door"), _listener(hub, "side-door"), context.new_page())
        with stage.front.listen(), stage.side.listen():
            stage.front.push(*the_day(stage.front))
            stage.sign_in("Maria")
            the_moment(stage)
            expect(stage.page.get_by_role("listitem")).to_have_count(7)
            # The one who waits too long, for as long as it takes.
            expect(stage.page.locator(".card.hot")).to_have_count(3)
            stage.page.get_by_role("heading", level=1).click()
            expect(stage.page.locator("#sound-blocked")).to_be_hidden()
            settled(stage.page)
            stage.page.screenshot(path=file)
        close_all()
        hub.kill()
    context.close()


def settled(page: Page) -> None:
    """Nothing moves any more, and nothing has the focus that nobody has put there."""
    page.evaluate(
        """() => Promise.allSettled(
             document.getAnimations()
               .filter((each) => each.effect.getComputedTiming().endTime < 1000)
               .map((each) => each.finished)
           ).then(() => null)"""
    )
    page.evaluate("() => document.fonts.ready.then(() => null)")


def _listener(hub: HubProcess, device: str) -> Device:
    made = Device(hub.url, device)
    # Its stream stays open while nothing happens.
    made.http.timeout = None
    return made


def _hub(folder: Path) -> HubProcess:
    hub = HubProcess(folder / "hub-process", hub='checkout_tablet = "side-door"')
    # Wherever it is eleven in the morning: a day has passed, and not over midnight.
    east = (11 - datetime.now(UTC).hour + 12) % 24 - 12
    hub.file.write_text(hub.file.read_text().replace("Europe/London", f"Etc/GMT{-east:+d}"))
    with_roles(hub)
    return hub.start()


def main() -> None:
    """Entry point."""
    parser = argparse.ArgumentParser()
    parser.add_argument("folder", type=Path)
    parser.add_argument("--only", default="", help="beginnings of names, with commas")
    parser.add_argument("--sizes", default=",".join(f"{width}x{height}" for width, height in SIZES))
    parser.add_argument("--readme", type=Path, help="draw the README's picture into this file, and nothing else")
    arguments = parser.parse_args()
    arguments.folder.mkdir(parents=True, exist_ok=True)
    beginnings = tuple(filter(None, arguments.only.split(","))) or ("",)
    schemes: tuple[Scheme, ...] = ("light", "dark")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM or None, args=FLAGS)
        if arguments.readme:
            draw_readme(browser, arguments.readme)
        else:
            for size in arguments.sizes.split(","):
                width, height = map(int, size.split("x"))
                for scheme in schemes:
                    draw(browser, arguments.folder, (width, height), scheme, lambda name: name.startswith(beginnings))
        browser.close()


if __name__ == "__main__":
    main()
