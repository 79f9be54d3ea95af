"""`kiosk simulate history`: an empty hub gets a history whose truth is known, and is a hub like any other."""

import json
from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner
from msgspec.structs import replace

from kiosk.cli import cli
from kiosk.config import Config, HubConfig
from kiosk.hub.care.files import CareFault
from kiosk.hub.care.simulating import simulate
from kiosk.hub.care.verify import verify
from kiosk.hub.database import home_of, open_database
from kiosk.hub.report.card import Asked
from kiosk.hub.report.queries import report_card
from kiosk.simulated.experience import Effects
from kiosk.simulated.history import Plan
from kiosk.simulated.truth import truth
from kiosk.visits.rating import Topic
from tests.hub.device import now_ms
from tests.hub.report.history import ZONE

EFFECTS = Effects(staff={"Maria": 0.3, "Tom": -0.2}, broken_promise=0.9)
PLAN = Plan(seed=3, first=date(2026, 3, 2), weeks=4, sites=2, visits_a_day=40, effects=EFFECTS)
AFTER = date(2026, 3, 30)
TARGET_MS = 60_000


@pytest.fixture(scope="module")
def hub(tmp_path_factory: pytest.TempPathFactory) -> Config:
    """Over the change of clocks of Los Angeles."""
    config = Config(hub=HubConfig(data=str(tmp_path_factory.mktemp("hub") / "data")))
    config = replace(config, practice=replace(config.practice, timezone=ZONE.key))
    simulate(home_of(config), config, PLAN, now=now_ms(), processes=1)
    return config


def test_the_hub_is_as_if_tablets_had_sent_it(hub: Config) -> None:
    found = verify(home_of(hub))
    assert (found.is_well, found.warnings) == (True, []), found
    assert found.visits > 1_500


def test_the_report_card_holds_the_truth(hub: Config) -> None:
    """Of this seed: how often it may miss, `test_coverage` says."""
    database = open_database(home_of(hub))
    with database.read() as connection:
        card = report_card(connection, Asked(PLAN.first, AFTER), today=AFTER, target_ms=TARGET_MS)
    database.close()
    known = truth(EFFECTS)
    assert card.stars
    assert card.greeting
    within = card.greeting.within_target.interval
    assert within
    assert card.stars.interval.low <= known.mean <= card.stars.interval.high
    assert card.stars.top_interval.low <= known.top_box <= card.stars.top_interval.high
    assert within.low <= known.greeted_within(TARGET_MS) <= within.high
    for driver in card.drivers:
        assert driver.difference
        bounds = driver.difference.interval
        assert bounds.low <= known.drivers[Topic(driver.topic)] <= bounds.high, driver
    assert card.sites == ["site-001", "site-002"]


def test_nothing_is_simulated_where_there_is_a_practice(hub: Config) -> None:
    with pytest.raises(CareFault, match="has visits or tablets"):
        simulate(home_of(hub), hub, PLAN, now=now_ms(), processes=1)


def run(*line: str, data: Path) -> tuple[int, str]:
    done = CliRunner(env={"KIOSK_HUB_DATA": str(data)}).invoke(cli, ["simulate", "history", *line])
    return done.exit_code, done.output


def test_the_command_tells_the_truth_and_the_same_again(tmp_path: Path) -> None:
    line = ("--weeks", "1", "--sites", "1", "--visits", "5", "--until", "2026-06-01", "--staff", "Maria=0.4")
    files = []
    for name in ("one", "other"):
        code, said = run(*line, "--truth", str(tmp_path / f"{name}.json"), data=tmp_path / name)
        assert code == 0, said
        files.append(((tmp_path / f"{name}.json").read_text(), said))
    assert files[0] == files[1]
    told = json.loads(files[0][0])
    assert told["effects"]["staff"] == {"Maria": 0.4}
    assert told["truth"]["mean"] == truth(Effects(staff={"Maria": 0.4})).mean


@pytest.mark.parametrize(
    ("line", "code", "words"),
    [
        (("--staff", "Nobody=1"), 2, "expected one of Maria"),
        (("--staff", "Maria"), 2, "like Maria=0.3"),
        (("--weeks", "0"), 2, "--weeks"),
        (("--until", "2100-01-01"), 1, "must be over"),
        (("--until", "1999-01-01"), 1, "No practice keeps visits"),
    ],
)
def test_what_cannot_be_is_said(line: tuple[str, ...], code: int, words: str, tmp_path: Path) -> None:
    found, said = run(*line, data=tmp_path / "hub")
    assert (found, words in said) == (code, True), said
