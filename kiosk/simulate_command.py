"""`kiosk simulate`: a day through a hub's public API, or the years of many sites straight into an empty hub."""

import os
import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path

import click

from kiosk.commands import config_option, end_by, load_settings

MOST_WEEKS = 516
"""A practice keeps visits for ten years at most."""
HOUR_MS = 3_600_000

_Stars = click.FloatRange(-4, 4)


@click.group(invoke_without_command=True)
@click.option("--hub", "url", default="", help="The hub's address, like http://127.0.0.1:8484.")
@click.option("--device", default="", help="The device whose token is used; all facts are its facts.")
@click.option("--token", envvar="KIOSK_TABLET_TOKEN", default="", help="Its token; better given as KIOSK_TABLET_TOKEN.")
@click.option("--seed", type=int, default=1, show_default=True, help="The same seed and day give the same facts.")
@click.option("--day", type=click.DateTime(["%Y-%m-%d"]), help="The day to play; default: today.")
@click.option("--opens", type=click.IntRange(0, 23), default=8, show_default=True, help="Opening hour, UTC.")
@click.option("--closes", type=click.IntRange(1, 24), default=18, show_default=True, help="Closing hour, UTC.")
@click.pass_context
def simulate(
    context: click.Context,
    url: str,
    device: str,
    token: str,
    seed: int,
    day: datetime | None,
    opens: int,
    closes: int,
) -> None:
    """Play a seeded day through the hub's public API. With a command: write a history into an empty hub."""
    if context.invoked_subcommand is not None:
        if url or device or day:
            raise click.UsageError(f"{context.invoked_subcommand} plays nothing to a hub: its options come after it.")
        return
    for name, given in (("--hub", url), ("--device", device), ("--token", token)):
        if not given:
            raise click.UsageError(f"Missing option '{name}'.")
    from kiosk.simulate import SimulateFault, play

    if opens >= closes:
        raise click.UsageError("--opens must be before --closes.")
    date = day or datetime.now(UTC)
    midnight = int(datetime(date.year, date.month, date.day, tzinfo=UTC).timestamp()) * 1000
    opens_ms, closes_ms = midnight + opens * HOUR_MS, midnight + closes * HOUR_MS
    try:
        facts = play(url, token, device, seed=seed, opens_ms=opens_ms, closes_ms=closes_ms)
    except SimulateFault as fault:
        end_by(fault)
    click.echo(f"{facts} facts of {date:%Y-%m-%d} are at the hub.")


@simulate.command()
@config_option(
    "The settings in TOML of a hub of its own; without it the defaults and the environment (KIOSK_HUB_DATA, …)."
)
@click.option("--seed", type=int, default=1, show_default=True, help="The same options give the same facts.")
@click.option("--weeks", type=click.IntRange(1, MOST_WEEKS), default=52, show_default=True)
@click.option("--sites", type=click.IntRange(1, 999), default=3, show_default=True)
@click.option(
    "--visits", type=click.IntRange(1, 1_000), default=60, show_default=True, help="A day and site, on average."
)
@click.option(
    "--until", type=click.DateTime(["%Y-%m-%d"]), help="The weeks before the one of this day; default: today."
)
@click.option("--slow-greeting", type=_Stars, default=0.5, show_default=True, help="Stars that a slow welcome costs.")
@click.option("--broken-promise", type=_Stars, default=0.5, show_default=True, help="… a wait longer than quoted.")
@click.option("--very-late", type=_Stars, default=0.8, show_default=True, help="… and more than 6 minutes longer.")
@click.option(
    "--staff", multiple=True, metavar="NAME=STARS", help="What it adds that they have acknowledged the visit."
)
@click.option("--truth", type=click.Path(path_type=Path, dir_okay=False), help="Where to; default: standard output.")
def history(
    path: Path | None,
    seed: int,
    weeks: int,
    sites: int,
    visits: int,
    until: datetime | None,
    slow_greeting: float,
    broken_promise: float,
    very_late: float,
    staff: tuple[str, ...],
    truth: Path | None,
) -> None:
    """Write years of many sites into an empty hub, and what is true of them, in JSON.

    The hub must have no visits and no tablets, and must not run. The truth is what the figures of endless such visits
    would be; the report card's intervals should hold it.
    """
    config = load_settings(path)
    import msgspec

    from kiosk.hub.care.files import CareFault
    from kiosk.hub.care.simulating import simulate as write
    from kiosk.hub.clock import system_clock
    from kiosk.hub.database import home_of
    from kiosk.hub.report.periods import day_of
    from kiosk.hub.report.tally import monday
    from kiosk.simulated import truth as known
    from kiosk.simulated.experience import Effects
    from kiosk.simulated.history import Plan

    effects = Effects(
        slow_greeting=slow_greeting, broken_promise=broken_promise, very_late=very_late, staff=_by_name(staff)
    )
    now = system_clock()
    over = monday(until.date() if until else day_of(now, config.first_settings.zone))
    plan = Plan(seed=seed, first=over - timedelta(weeks=weeks), weeks=weeks, sites=sites, visits_a_day=visits)
    plan = msgspec.structs.replace(plan, effects=effects)
    try:
        done = write(home_of(config), config, plan, now=now, processes=os.cpu_count() or 1)
    except CareFault as fault:
        end_by(fault)
    click.echo(f"{done.events} events: {done.visits} visits, {done.ratings} ratings.", err=True)
    told = known.truth(effects)
    within = told.greeted_within(config.practice.greeting_target_seconds * 1000)
    content = msgspec.json.format(
        msgspec.json.encode({"effects": effects, "truth": told, "greeted_within_target": within})
    )
    if truth is None:
        sys.stdout.buffer.write(content + b"\n")
        return
    try:
        truth.write_bytes(content + b"\n")
    except OSError as error:
        end_by(f"{truth}: cannot be written: {error.strerror}.")


def _by_name(given: tuple[str, ...]) -> dict[str, float]:
    from kiosk.simulated.people import STAFF

    found: dict[str, float] = {}
    for each in given:
        name, _, stars = each.partition("=")
        try:
            found[name] = float(stars)
        except ValueError:
            raise click.UsageError(f"--staff {each}: expected a name and stars, like Maria=0.3.") from None
        if name not in STAFF or not -4 <= found[name] <= 4:
            raise click.UsageError(f"--staff {each}: expected one of {', '.join(STAFF)}, and -4 to 4 stars.")
    return found
