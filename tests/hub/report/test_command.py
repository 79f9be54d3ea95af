"""`kiosk report` and `kiosk export` on a hub's database."""

import csv
import io
import json
from datetime import timedelta
from pathlib import Path

import pytest
from click.testing import CliRunner

from kiosk.cli import cli
from kiosk.config import load
from kiosk.hub.care.simulating import simulate
from kiosk.simulated.history import Plan
from tests.hub.device import now_ms
from tests.hub.report.history import FIRST

WEEKS = 12
AFTER = FIRST + timedelta(weeks=WEEKS)
PERIOD = ("--from", FIRST.isoformat(), "--to", AFTER.isoformat())


@pytest.fixture(scope="module")
def config(tmp_path_factory: pytest.TempPathFactory) -> str:
    folder = tmp_path_factory.mktemp("hub")
    file = folder / "kiosk.toml"
    file.write_text(
        f'[practice]\nname = "Cedar Street"\ntimezone = "America/Los_Angeles"\n[hub]\ndata = "{folder}/data"\n'
    )
    plan = Plan(seed=2, first=FIRST, weeks=WEEKS, sites=2, visits_a_day=20)
    simulate(folder / "data", load(file, {}), plan, now=now_ms(), processes=1)
    return str(file)


def run(*line: str) -> bytes:
    done = CliRunner().invoke(cli, line)
    assert done.exit_code == 0, done.output
    return done.stdout_bytes


def test_a_report_card_in_each_format_says_the_same(config: str) -> None:
    text, table, card = (
        run("report", "--config", config, *PERIOD, "--format", each) for each in ("text", "csv", "json")
    )
    found = json.loads(card)["stars"]
    (row,) = [row for row in csv.DictReader(io.StringIO(table.decode())) if row["figure"] == "stars"]
    assert (int(row["n"]), float(row["value"])) == (found["n"], found["mean"])
    assert f"{found['mean']:.2f}" in text.decode()
    assert f"{found['mean']:.2f}".replace(".", ",") in run("report", "--config", config, *PERIOD, "--in", "es").decode()


def test_the_paper_is_a_pdf_in_two_languages(config: str, tmp_path: Path) -> None:
    for language in ("en", "es"):
        file = tmp_path / f"{language}.pdf"
        run("report", "--config", config, *PERIOD, "--format", "pdf", "--in", language, "-o", str(file))
        assert file.read_bytes().startswith(b"%PDF-")


def test_an_export_tells_no_few_and_adds_up_to_the_card(config: str) -> None:
    rows = json.loads(run("export", "--config", config, *PERIOD, "--format", "json"))
    whole = [row for row in rows if not row["site"] and not row["language"]]
    card = json.loads(run("report", "--config", config, *PERIOD, "--format", "json"))
    assert sum(row["n"] for row in whole) == card["stars"]["n"]
    assert min(row["n"] for row in rows) >= 10
    assert {row["site"] for row in rows} == {"", "site-001", "site-002"}
    table = list(csv.DictReader(io.StringIO(run("export", "--config", config, *PERIOD).decode())))
    assert [int(row["n"]) for row in table] == [row["n"] for row in rows]
    assert set(table[0]) == set(json.loads(run("export", "--schema"))["$defs"]["Told"]["properties"])


def test_what_cannot_be_asked_is_said(config: str) -> None:
    both = CliRunner().invoke(cli, ["report", "--config", config, "--site", "site-001", "--language", "en"])
    assert both.exit_code == 2
    early = (FIRST - timedelta(days=1)).isoformat()
    wrong = CliRunner().invoke(cli, ["export", "--config", config, "--from", AFTER.isoformat(), "--to", early])
    assert wrong.exit_code == 2
