"""The doctor's command, as it is typed."""

from click.testing import CliRunner, Result

from kiosk.cli import cli
from tests.loops import alone


def run(*arguments: str) -> Result:
    """What it prints, and how it ends; a bug of its own is raised."""
    return alone(lambda: CliRunner().invoke(cli, ["doctor", *arguments], catch_exceptions=False))
