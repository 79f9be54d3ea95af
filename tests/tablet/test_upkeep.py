"""A name goes from the tablet when its purpose is over, also where no hub ever says so."""

from pathlib import Path
from uuid import uuid4

from kiosk.tablet.day import HORIZON_MS
from kiosk.tablet.upkeep import AFTER_CLOSE_MS
from kiosk.visits.events import Arrived, Closed, NamesErased
from tests.tablets import Elsewhere, TabletDriver, TestClock

NAME = "Rosalind"


def is_written(folder: Path) -> bool:
    return any(NAME.encode() in file.read_bytes() for file in folder.iterdir() if file.is_file())


def test_a_name_goes_after_the_visit_has_ended(
    driver: TabletDriver, desk: Elsewhere, clock: TestClock, tmp_path: Path
) -> None:
    visit = uuid4()
    driver.hear(desk.mint(lambda s: Arrived(**s, visit=visit, ticket="M3", name=NAME)))
    driver.hear(desk.mint(lambda s: Closed(**s, visit=visit, how="left")))
    driver.tablet.upkeep.look()
    clock.advance(AFTER_CLOSE_MS - 1)
    driver.tablet.upkeep.look()
    driver.settle()
    assert is_written(tmp_path / "tablet")

    clock.advance(1)
    driver.tablet.upkeep.look()
    driver.wait_kept(NamesErased, 1)
    driver.wait(lambda: not driver.tablet.day.named())
    assert not is_written(tmp_path / "tablet")


def test_a_name_goes_after_half_a_day_whatever_the_date_is_said_to_be(
    driver: TabletDriver, clock: TestClock, tmp_path: Path
) -> None:
    driver.tablet.screens.flow.arrive()
    driver.tablet.screens.arrive.submit(NAME)
    driver.wait_kept(Arrived, 1)
    driver.wait(lambda: bool(driver.tablet.day.named()))
    clock.advance(HORIZON_MS)
    driver.tablet.upkeep.look()

    driver.wait_kept(NamesErased, 1)
    driver.wait(lambda: not driver.tablet.day.named())
    assert not is_written(tmp_path / "tablet")
