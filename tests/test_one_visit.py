"""One visit through the real parts: the tablet's QML by touch, a hub in its own process, the desk page in Chromium."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, expect
from PySide6.QtCore import QPointF
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest

from kiosk.hub.desk import accounts
from kiosk.sync import Link
from tests.browsers import Browsers
from tests.hubs import TOKENS, HubProcess
from tests.tablets import STAFF_PIN, TabletDriver, config

PASSCODE = "correct horse"
ONE_SECOND_MS = 1_000


@pytest.fixture
def hub(tmp_path: Path) -> Iterator[HubProcess]:
    """A hub with an account for Maria, not started yet."""
    process = HubProcess(tmp_path / "hub")
    accounts.create(process.config, "Maria", PASSCODE)
    yield process
    process.stop()


@pytest.fixture
def tablet(qapp: QGuiApplication, tmp_path: Path, hub: HubProcess) -> Iterator[TabletDriver]:
    """The tablet at the front door, syncing."""
    driver = TabletDriver(config(tmp_path / "tablet", hub=hub.url, token=TOKENS["front-door"]))
    driver.tablet.sync.start()
    yield driver
    driver.close()


def sign_in(browser: Browsers, hub: HubProcess) -> Page:
    """Maria, on the Today page."""
    page = browser.open()
    page.goto(f"{hub.url}/desk")
    page.get_by_label("Your name").fill("Maria")
    page.get_by_label("Passcode").fill(PASSCODE)
    page.get_by_role("button", name="Sign in").click()
    expect(page.locator("#live")).to_contain_text("Live ·")
    return page


def facts(hub: HubProcess) -> list[dict[str, Any]]:
    """Every event in the hub's database, in the order of its log."""
    return [json.loads(row["body"]) for row in hub.rows("SELECT body FROM event ORDER BY cursor")]


def kinds(hub: HubProcess) -> list[str]:
    """Their kinds."""
    return [fact["kind"] for fact in facts(hub)]


def rate_four_stars(tablet: TabletDriver) -> None:
    """On the way out: four stars, two topics, nobody needs to come."""
    tablet.rate(4)
    tablet.tap("topic-waiting")
    tablet.tap("topic-kindness")
    tablet.tap("noButton")
    tablet.tap("finishButton")


def hold_the_logo(tablet: TabletDriver) -> None:
    """Staff keep a finger on the practice's sign until their screen comes, 3 seconds later."""
    tablet.draw()
    sign = next(item for item in tablet.items() if item.metaObject().className().startswith("Logo"))
    at = sign.mapToScene(QPointF(sign.width() / 2, sign.height() / 2)).toPoint()
    finger = QTest.createTouchDevice()
    QTest.touchEvent(tablet.window, finger).press(0, at, tablet.window).commit()
    tablet.wait(lambda: tablet.screen == "staff", "the staff's screen")
    QTest.touchEvent(tablet.window, finger).release(0, at, tablet.window).commit()


def test_a_visit_from_the_door_to_the_database_with_a_hub_that_is_killed_in_between(
    tablet: TabletDriver, hub: HubProcess, browser: Browsers
) -> None:
    hub.start()
    page = sign_in(browser, hub)
    card = page.get_by_role("region", name="Just arrived").get_by_role("listitem")
    expect(page.locator("#live")).to_have_text("Live · 1 tablet")

    tablet.arrive("Rosa")
    expect(card).to_contain_text("Rosa", timeout=ONE_SECOND_MS)
    tablet.wait(lambda: bool(tablet.find("shownStep").property("done")), "the desk's screen")

    page.get_by_role("button", name="Seen K1, wait about 10 minutes").click()
    tablet.wait(lambda: tablet.reads("Maria has seen you"), "Maria", patience_ms=ONE_SECOND_MS)
    assert tablet.reads("about 10 minutes")

    hub.kill()
    tablet.wait(lambda: not tablet.tablet.day.reachable, "the loss of the hub")
    assert tablet.reads("Maria has seen you")
    tablet.tap("doneButton")
    hub.start()
    expect(page.locator("#live")).to_have_text("Live · 1 tablet", timeout=30_000)

    page.get_by_role("button", name="Call K1 to a place").click()
    page.get_by_role("button", name="Call K1 to Room 2").click()
    tablet.wait(lambda: tablet.reads("to Room 2"), "the call")

    rate_four_stars(tablet)
    tablet.wait(lambda: tablet.tablet.store.unsent() == 0, "everything sent")
    page.get_by_role("button", name="Checked out: K1").click()
    tablet.wait(lambda: not tablet.reads("K1"), "the end of the visit")

    given = ["rated", "rating_explained", "rating_explained", "rating_settled"]
    assert sorted(kinds(hub)) == sorted(["arrived", "shown", "acknowledged", "called", "closed", *given])
    by_kind = {fact["kind"]: fact for fact in facts(hub)}
    assert (by_kind["arrived"]["name"], by_kind["arrived"]["ticket"]) == ("Rosa", "K1")
    assert (by_kind["acknowledged"]["by"], by_kind["acknowledged"]["minutes"]) == ("Maria", 10)
    assert by_kind["called"]["place"] == "Room 2"
    assert by_kind["closed"]["how"] == "checked_out"
    assert len({by_kind[kind]["visit"] for kind in ("arrived", "shown", "acknowledged", "called", "closed")}) == 1
    (rating,) = hub.rows("SELECT stars, topics, settled_at FROM rating")
    assert (rating["stars"], json.loads(rating["topics"])) == (4, ["waiting", "kindness"])
    assert rating["settled_at"] is not None
    ids = [fact["id"] for fact in facts(hub)]
    assert len(ids) == len(set(ids))


def test_a_visit_without_a_hub_is_told_truthfully_and_arrives_once_afterwards(
    tablet: TabletDriver, hub: HubProcess, browser: Browsers
) -> None:
    tablet.wait(lambda: not tablet.tablet.day.reachable, "the absence of the hub")

    tablet.arrive("Rosa")
    assert tablet.reads("Please tell the desk you are K1.")
    assert tablet.reads("We can’t reach the desk from here just now. Your arrival is kept.")
    tablet.tap("doneButton")
    assert tablet.reads("Please tell\nthe desk")

    tablet.tap("helpButton")
    tablet.wait(lambda: tablet.screen == "help")
    assert tablet.reads("Please come to the desk.")
    tablet.tap("closeButton")
    rate_four_stars(tablet)
    assert tablet.tablet.store.unsent() == 6

    hub.start()
    tablet.wait(lambda: tablet.tablet.store.unsent() == 0, "everything sent", patience_ms=70_000)

    given = ["rated", "rating_explained", "rating_explained", "rating_settled"]
    assert kinds(hub) == ["arrived", "help_requested", *given]
    (rating,) = hub.rows("SELECT stars, topics FROM rating")
    assert (rating["stars"], json.loads(rating["topics"])) == (4, ["waiting", "kindness"])
    tablet.wait(lambda: tablet.tablet.day.reachable, "the line")
    assert not tablet.reads("Please tell\nthe desk")

    page = sign_in(browser, hub)
    expect(page.get_by_role("region", name="Just arrived")).to_contain_text("Rosa")
    tablet.wait(lambda: tablet.reads("On the desk’s\nscreen"), "the desk's screen")
    assert kinds(hub).count("arrived") == 1


def test_staff_see_a_patient_at_the_tablet_alone_and_a_hub_that_comes_later_learns_it_once(
    tablet: TabletDriver, hub: HubProcess, browser: Browsers
) -> None:
    tablet.wait(lambda: not tablet.tablet.day.reachable, "the absence of the hub")
    visit = tablet.arrive("Rosa")
    assert tablet.reads("Please tell the desk you are K1.")
    tablet.tap("doneButton")

    hold_the_logo(tablet)
    tablet.enter_pin(STAFF_PIN)
    tablet.tap("name-Maria")
    assert tablet.reads("Rosa")
    tablet.tap("seen-K1-10")
    tablet.wait(lambda: tablet.reads("Seen by Maria"), "Maria on the staff's screen")
    tablet.tap("staffDoneButton")
    assert tablet.screen == "welcome"
    assert tablet.reads("K1")
    assert any("Seen by Maria" in text for text in tablet.texts())
    assert any("about 10 min" in text for text in tablet.texts())
    rate_four_stars(tablet)
    assert tablet.screen == "welcome"
    tablet.wait(lambda: tablet.tablet.store.unsent() == 6, "everything on the disk")
    kept = [str(event.id) for event in tablet.tablet.store.recent(0)]
    assert len(kept) == 6

    hub.start()
    tablet.wait(lambda: tablet.tablet.store.unsent() == 0, "everything sent", patience_ms=70_000)

    assert [fact["id"] for fact in facts(hub)] == kept
    given = ["rated", "rating_explained", "rating_explained", "rating_settled"]
    assert kinds(hub) == ["arrived", "acknowledged", *given]
    arrived, seen, *_ = facts(hub)
    assert (arrived["visit"], arrived["name"], arrived["ticket"]) == (str(visit), "Rosa", "K1")
    assert (seen["visit"], seen["by"], seen["minutes"]) == (str(visit), "Maria", 10)
    (rating,) = hub.rows("SELECT stars, topics FROM rating")
    assert (rating["stars"], json.loads(rating["topics"])) == (4, ["waiting", "kindness"])

    page = sign_in(browser, hub)
    card = page.get_by_role("region", name="Waiting").get_by_role("listitem")
    expect(card).to_contain_text("Rosa")
    expect(card).to_contain_text("seen by Maria")
    expect(card).to_contain_text("of 10")
    expect(page.get_by_role("region", name="Just arrived").get_by_role("listitem")).to_have_count(0)
    # Nothing is told twice, and nobody who was seen already is announced as new.
    assert [fact["id"] for fact in facts(hub)] == kept


def test_a_token_that_the_hub_does_not_know_is_told_and_nothing_is_lost(
    qapp: QGuiApplication, tmp_path: Path, hub: HubProcess
) -> None:
    hub.start()
    stranger = TabletDriver(config(tmp_path / "stranger", hub=hub.url, token="another"))
    stranger.tablet.sync.start()
    refused: list[Link] = []
    stranger.tablet.bridge.linkHeard.connect(refused.append)

    stranger.wait(lambda: Link.REFUSED in refused, "the refusal")
    stranger.arrive("Rosa")

    assert stranger.reads("Please tell the desk you are K1.")
    assert stranger.tablet.store.unsent() == 1
    assert facts(hub) == []
    stranger.close()
