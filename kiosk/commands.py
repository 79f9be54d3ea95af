"""What commands share: settings or a sentence and exit code 2, a fault in a sentence and exit code 1."""

import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any, NoReturn, TypeVar

import click

from kiosk.config import Config, ConfigError, load

if TYPE_CHECKING:
    from kiosk.hub.database import Database

F = TypeVar("F", bound=Callable[..., Any])

json_option = click.option("--json", "as_json", is_flag=True, help="Answer in JSON, for scripts.")


def config_option(told: str) -> "Callable[[F], F]":
    """`--config`, handed over as `path`; `told`: its help."""
    return click.option("--config", "path", type=click.Path(path_type=Path, dir_okay=False), help=told)


def load_settings(path: Path | None) -> Config:
    """The settings; ends the program with a sentence where they cannot be used."""
    try:
        return load(path, os.environ)
    except ConfigError as error:
        click.echo(str(error), err=True)
        sys.exit(2)


def end_by(fault: Exception | str) -> NoReturn:
    """Ends the program with a fault's one sentence."""
    click.echo(str(fault), err=True)
    sys.exit(1)


@contextmanager
def hub_database(config: Config) -> Iterator["Database"]:
    """The hub's database, also beside the running hub; ends the program with a sentence if there is none."""
    from kiosk.hub.database import DatabaseFault, home_of, open_database, replica_of

    try:
        database = open_database(home_of(config), exclusive=False, replica=replica_of(config))
    except DatabaseFault as fault:
        end_by(fault)
    try:
        yield database
    finally:
        database.close()
