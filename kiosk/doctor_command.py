"""`kiosk doctor`: what is the matter with the tablet or the hub on this machine, for IT."""

import sys
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

import click
import msgspec

from kiosk.commands import config_option, load_settings
from kiosk.config import Config

if TYPE_CHECKING:
    from kiosk.doctor.check import Check

_MARKS = {"ok": "ok     ", "warning": "warning", "fault": "FAULT  "}


@click.command()
@config_option("The settings in TOML that the tablet or the hub runs with.")
@click.option("--json", "as_json", is_flag=True, help="A line of JSON for each check: check, state, text, do.")
def doctor(path: Path | None, as_json: bool) -> None:
    """Tell how the tablet and the hub on this machine are doing. Changes nothing, and works while they run.

    Ends with 0 if nothing is a fault, with 1 if something is, and with 2 for settings that cannot be used.
    """
    config = load_settings(path)
    worst = 0
    for check in _look(config, str(path) if path else "the environment"):
        if as_json:
            click.echo(msgspec.json.encode(check).decode())
        else:
            click.echo(f"{_MARKS[check.state]}  {check.text}" + (f"\n         → {check.do}" if check.do else ""))
        worst = max(worst, int(check.state == "fault"))
    sys.exit(worst)


def _look(config: Config, source: str) -> Iterator["Check"]:
    from kiosk.doctor.check import ok

    yield ok("config", f"The settings of {source} can be used.")
    has_hub = _has_hub(config)
    if _is_there(Path(config.tablet.data)) or not has_hub:
        from kiosk.doctor import machine, tablet

        yield from machine.look(config.tablet)
        yield from tablet.look(config.tablet)
    if has_hub:
        # Here alone: a tablet has none of the hub's libraries.
        from kiosk.doctor import hub
        from kiosk.hub.database import data_folder, home_of

        yield from hub.look(home_of(config), data_folder(config), config.hub.summary)


def _has_hub(config: Config) -> bool:
    if config.hub.database:
        # Tablets may be given the same file, and have none of the hub's libraries.
        return find_spec("sqlalchemy") is not None
    return _is_there(Path(config.hub.data) / "hub.sqlite3")


def _is_there(path: Path) -> bool:
    """Also where this user may not look, if the settings name a place and not the folder in which they stand."""
    try:
        path.stat()
    except PermissionError:
        return path.is_absolute()
    except OSError:
        return False
    return True
