"""A patient asks for help and sees the answer live."""

from kiosk.sync import Link
from kiosk.visits.events import ConcernClaimed, ConcernConfirmed, HelpRequested, Shown
from tests.tablets import Elsewhere, TabletDriver, TestClock


def test_the_answer_comes_live(driver: TabletDriver, desk: Elsewhere) -> None:
    driver.link(Link.REACHABLE)
    visit, concern = driver.ask_for_help()
    assert driver.reads("We are telling the desk.")

    driver.confirm_all()
    assert driver.reads("We have told the desk.")
    assert not driver.find("shownStep").property("done")

    driver.hear(desk.mint(lambda s: Shown(**s, visit=visit, concern=concern)))
    assert driver.find("shownStep").property("done")

    driver.hear(desk.mint(lambda s: ConcernClaimed(**s, visit=visit, concern=concern, by="Sam")))
    assert driver.reads("Sam is coming.")
    assert driver.reads("Sam is on the way, since 10:41")

    driver.tap("putRightButton")
    (confirmed,) = driver.wait_kept(ConcernConfirmed, 1)
    assert confirmed.put_right
    assert driver.screen == "welcome"


def test_not_yet_is_kept_and_the_screen_stays(driver: TabletDriver, desk: Elsewhere) -> None:
    visit, concern = driver.ask_for_help()
    driver.hear(desk.mint(lambda s: ConcernClaimed(**s, visit=visit, concern=concern, by="Sam")))

    driver.tap("notYetButton")

    (confirmed,) = driver.wait_kept(ConcernConfirmed, 1)
    assert not confirmed.put_right
    assert driver.screen == "help"


def test_help_from_the_ticket_screen_belongs_to_that_visit(driver: TabletDriver) -> None:
    visit = driver.arrive()

    asked, _ = driver.ask_for_help()

    assert asked == visit
    assert driver.kept(HelpRequested)[0].place == "Front door"


def test_without_the_desk_the_patient_is_sent_to_it(driver: TabletDriver) -> None:
    driver.ask_for_help()

    driver.link(Link.UNREACHABLE)

    assert driver.reads("Please come to the desk.")
    assert driver.reads("We can’t reach the desk from here just now. Your call is kept.")


def test_when_nobody_answers_the_patient_is_told_so(driver: TabletDriver, clock: TestClock) -> None:
    driver.link(Link.REACHABLE)
    driver.ask_for_help()
    driver.confirm_all()

    clock.advance(60_000)
    driver.tick()

    assert driver.reads("Nobody has answered yet.")


def test_two_quick_taps_ring_once(driver: TabletDriver) -> None:
    point = driver.centre("helpButton")

    driver.touch(point)
    driver.touch(point)
    driver.wait(lambda: driver.screen == "help")

    assert len(driver.kept(HelpRequested)) == 1
