"""The `kiosk` command. Imports lazily, so that each program pays only for itself.

Exit codes: 0 for success, 2 for wrong use (also of the configuration), 1 with one plain sentence on stderr for
a fault of the world; `kiosk tablet` ends with 75 when staff want it started again.
"""

import gc
import os
import sys
from pathlib import Path

import click

from kiosk import __version__, hardening
from kiosk.commands import config_option, end_by, load_settings
from kiosk.doctor_command import doctor
from kiosk.enroll_command import enroll
from kiosk.hub_command import hub
from kiosk.practices_command import practices
from kiosk.report_command import export, report, summary
from kiosk.sealed_command import sealed
from kiosk.simulate_command import simulate
from kiosk.staff_command import staff

_config_option = config_option(
    "Settings in TOML; without it the defaults and the environment (KIOSK_TABLET_TOKEN, …) count."
)


def main() -> None:
    """Entry point of the console script."""
    cli(prog_name="kiosk")


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="kiosk")
def cli() -> None:
    """Front Desk Kiosk: every patient is greeted, acknowledged and heard."""
    hardening.forbid_core_dumps()


cli.add_command(hub)
cli.add_command(staff)
cli.add_command(practices)
cli.add_command(enroll)
cli.add_command(doctor)
cli.add_command(sealed)
cli.add_command(report)
cli.add_command(export)
cli.add_command(summary)
cli.add_command(simulate)


@cli.command()
@_config_option
def tablet(path: Path | None) -> None:
    """Run the patients' screen, full screen, until it is told to end."""
    # What is loaded and built stays: to look through it for garbage again and again would keep the screen waiting.
    gc.disable()
    config = load_settings(path)
    from kiosk import logs
    from kiosk.store.fault import StoreFault
    from kiosk.sync.enrolment import EnrolFault
    from kiosk.tablet import display

    logs.configure()
    if not display.choose_platform(os.environ):
        click.echo("There is no display here, so the tablet is drawn off screen.", err=True)
    from kiosk.tablet.app import run

    try:
        sys.exit(run(config))
    except (display.DisplayFault, StoreFault, EnrolFault) as fault:
        end_by(fault)


@cli.command()
@click.option(
    "--data",
    type=click.Path(path_type=Path, file_okay=False),
    help="Keep the demo's data here; else it is thrown away at the end.",
)
@click.option("--with-a-day", is_flag=True, help="Begin in the middle of a busy day.")
@click.option(
    "--port",
    type=click.IntRange(0, 65535),
    default=8484,
    show_default=True,
    help="The desk page's port; 0 takes a free one.",
)
@click.option("--windowed", is_flag=True, help="Show the tablet in a window instead of full screen.")
def demo(data: Path | None, with_a_day: bool, port: int, windowed: bool) -> None:
    """Run a hub and a tablet side by side on this machine."""
    from kiosk import logs
    from kiosk.demo import DemoFault, run

    logs.configure(quiet=True)
    try:
        sys.exit(run(data, with_a_day=with_a_day, port=port, windowed=windowed))
    except DemoFault as fault:
        end_by(fault)


@cli.command()
@click.password_option(
    "--pin",
    prompt="PIN for the staff's screen, 4 to 8 digits",
    confirmation_prompt="Once more",
    help="Better not given here, but typed when asked.",
)
def pin(pin: str) -> None:
    """Ask for the staff's PIN and print the line that keeps it in the settings."""
    import secrets

    from kiosk.tablet.pin import SALT_BYTES, is_pin, keep

    if not is_pin(pin):
        raise click.UsageError("A PIN has 4 to 8 digits.")
    click.echo(f'staff_pin = "{keep(pin, secrets.token_bytes(SALT_BYTES))}"')
