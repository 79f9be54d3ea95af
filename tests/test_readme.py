"""What the README says works: its settings load, its commands and options exist, its pictures are there."""

import re
import subprocess
from pathlib import Path

import click
import pytest

from kiosk.cli import cli
from kiosk.config import load
from tests.logos import drawn_logo

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")


def blocks(language: str) -> list[str]:
    return re.findall(rf"^```{language}\n(.*?)^```", README, flags=re.MULTILINE | re.DOTALL)


def commands(program: str) -> list[str]:
    lines = [line.split("#")[0].strip() for block in blocks("sh") for line in block.splitlines()]
    return [line for line in lines if line.startswith(f"{program} ")]


def test_the_settings_load(tmp_path: Path) -> None:
    example, summary = blocks("toml")
    file = tmp_path / "kiosk.toml"
    file.write_text(summary, encoding="utf-8")
    assert load(file, {}).hub.summary.is_on
    file.write_text(example, encoding="utf-8")
    (tmp_path / "logo.png").write_bytes(drawn_logo())

    config = load(file, {})

    assert config.hub.tablets[config.tablet.device].name == config.tablet.place


@pytest.mark.parametrize("command", commands("make"))
def test_make_knows_its_targets(command: str) -> None:
    subprocess.run([*command.split(), "--dry-run"], cwd=ROOT, check=True, capture_output=True)


@pytest.mark.parametrize("command", commands("kiosk"))
def test_the_command_and_its_options_exist(command: str) -> None:
    named: click.Command = cli
    _, *words = command.split()
    while isinstance(named, click.Group):
        known = {option for parameter in named.params for option in parameter.opts}
        # A group's own options stand before the name of the command.
        while words and words[0] not in named.commands:
            assert words[0] in known or not words[0].startswith("-")
            words.pop(0)
        if not words:
            break
        named = named.commands[words.pop(0)]
    assert named is not cli
    known = {option for parameter in named.params for option in parameter.opts}
    assert {word for word in words if word.startswith("--")} <= known


def test_pictures_and_links_are_there() -> None:
    targets = re.findall(r"\]\(([^)#]+)\)", README)
    assert targets
    assert [target for target in targets if not (ROOT / target).exists()] == []
