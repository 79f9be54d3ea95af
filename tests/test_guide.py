"""What the guide for IT says works: its settings and the packages' own load, its commands and files exist."""

import re
import shlex
from pathlib import Path

import click
import pytest
from jinja2 import Environment, FileSystemLoader, StrictUndefined

from kiosk.cli import cli
from kiosk.config import load
from tests import guide

PACKAGING = Path(__file__).parent.parent / "packaging"
GUIDE = guide.GUIDE.read_text(encoding="utf-8")
PROGRAMS = {"front-desk-kiosk", "front-desk-hub"}
OTHERS = {"caddy"}
"""Units of other packages that it names."""
ROLES = PACKAGING / "ansible/roles"
"""Of hub and tablet."""


def blocks(language: str) -> list[str]:
    return [block for tongue, block in guide.blocks(GUIDE) if tongue == language]


def lines() -> list[list[str]]:
    return [shlex.split(line, comments=True) for block in blocks("sh") for line in block.splitlines()]


def test_the_settings_load(tmp_path: Path) -> None:
    hub, tablet = blocks("toml")
    for name, text in (("hub", hub), ("tablet", tablet)):
        file = tmp_path / f"{name}.toml"
        file.write_text(text, encoding="utf-8")
        config = load(file, {})
        assert (config.hub if name == "hub" else config.tablet).data.startswith("/var/lib/")


@pytest.mark.parametrize("part", ["hub", "tablet"])
def test_the_settings_that_are_installed_keep_data_where_the_unit_may_write(part: str) -> None:
    config = load(PACKAGING / part / f"{part}.toml", {})
    data, package = (config.hub.data, "hub") if part == "hub" else (config.tablet.data, "kiosk")
    unit = (PACKAGING / f"debian/front-desk-{package}.service").read_text(encoding="utf-8")
    writable = re.search(r"^ReadWritePaths=(.*)$", unit, flags=re.MULTILINE)
    assert writable is not None
    assert data in writable.group(1).split()


@pytest.mark.parametrize("part", ["hub", "tablet"])
def test_the_settings_that_ansible_writes_are_those_of_the_guide(tmp_path: Path, part: str) -> None:
    given = {
        "front_desk_address": "desk.example.org",
        "front_desk_practice": "Cedar Street Family Practice",
        "front_desk_timezone": "Europe/Lisbon",
        "front_desk_device": "front-door",
        "front_desk_place": "Front door",
        "front_desk_letter": "K",
    }
    templates = Environment(loader=FileSystemLoader(ROLES / part / "templates"), undefined=StrictUndefined)  # noqa: S701 - no pages
    told = dict(zip(("hub", "tablet"), blocks("toml"), strict=True))[part]
    for name, text in (("role", templates.get_template(f"{part}.toml.j2").render(given)), ("guide", told)):
        (tmp_path / f"{name}.toml").write_text(text, encoding="utf-8")
    assert load(tmp_path / "role.toml", {}) == load(tmp_path / "guide.toml", {})


def test_the_commands_exist_with_their_options_and_are_given_the_settings() -> None:
    ours = [words[words.index("--") + 1 :] for words in lines() if words[0] == "runuser" and words[2] in PROGRAMS]
    ours += [shlex.split(command) for command in re.findall(r"(?<!`)`(front-desk-(?:kiosk|hub) [^`]+)`", GUIDE)]
    assert len(ours) >= 5
    for program, *words in ours:
        assert program in PROGRAMS
        command: click.Command = cli
        while words and isinstance(command, click.Group) and words[0] in command.commands:
            command = command.commands[words.pop(0)]
        known = {option for parameter in command.params for option in parameter.opts}
        assert command is not cli
        assert {word for word in words if word.startswith("--")} <= known, words
        assert "--config" in words or "--config" not in known, f"looks at the defaults: {program} {words}"


def test_the_units_that_it_names_are_there() -> None:
    named = {words[-1] for words in lines() if words[0] == "systemctl"}
    named |= {words[words.index("-u") + 1] for words in lines() if words[0] == "journalctl"}
    assert named
    units = {file.name for file in (PACKAGING / "debian").glob("*.service")}
    for name in named - OTHERS:
        assert f"{name}.service" in units or any(unit.endswith(f".{name}.service") for unit in units)
