"""What the tablet knows of visits, and when it lets go of it: months of patients must not make it grow."""

from uuid import UUID, uuid4

from kiosk.tablet.day import HORIZON_MS
from kiosk.visits.events import Arrived, Closed, NamesErased, Rated
from tests.tablets import Elsewhere, TabletDriver, TestClock


def arrived(driver: TabletDriver, desk: Elsewhere, ticket: str, name: str = "") -> UUID:
    visit = uuid4()
    driver.hear(desk.mint(lambda s: Arrived(**s, visit=visit, ticket=ticket, name=name)))
    return visit


def close(driver: TabletDriver, desk: Elsewhere, visit: UUID) -> None:
    driver.hear(desk.mint(lambda s: Closed(**s, visit=visit, how="checked_out", by="Maria")))


def test_a_visit_that_is_over_is_forgotten_after_half_a_day(
    driver: TabletDriver, desk: Elsewhere, clock: TestClock
) -> None:
    day = driver.tablet.day
    visit = arrived(driver, desk, "M3")
    close(driver, desk, visit)
    rated = uuid4()
    driver.hear(desk.mint(lambda s: Rated(**s, visit=rated, rating=uuid4(), stars=5)))
    clock.advance(HORIZON_MS - 1)
    arrived(driver, desk, "M4")
    assert day.visit(visit).closing
    assert day.visit(rated).ratings

    clock.advance(1)
    arrived(driver, desk, "M5")
    assert day.visit(visit).closing is None
    assert not day.visit(rated).ratings
    assert [waits.ticket for waits in day.waiting()] == ["M4", "M5"]


def test_an_open_ticket_and_a_name_are_known_until_they_are_over(
    driver: TabletDriver, desk: Elsewhere, clock: TestClock
) -> None:
    day = driver.tablet.day
    waits = arrived(driver, desk, "M3")
    named = arrived(driver, desk, "M4", "Rosalind")
    close(driver, desk, named)
    clock.advance(HORIZON_MS)
    arrived(driver, desk, "M5")
    assert day.tickets() == ["M3", "M5"]
    assert [visit.name for visit in day.named()] == ["Rosalind"]

    close(driver, desk, waits)
    driver.hear(desk.mint(lambda s: NamesErased(**s, visit=named)))
    clock.advance(HORIZON_MS)
    arrived(driver, desk, "M6")
    assert day.visit(waits).closing is None
    assert day.visit(named).closing is None
