"""`kiosk report` and `kiosk export`: what the report card tells, as files; beside a running hub or without it."""

import sys
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from kiosk.commands import config_option, end_by, hub_database, load_settings
from kiosk.config import Config

if TYPE_CHECKING:
    from collections.abc import Callable

    from sqlalchemy import Connection

_config_option = config_option("The hub's settings in TOML; they say where its data is.")
_from_option = click.option(
    "--from", "first", type=click.DateTime(["%Y-%m-%d"]), help="Default: four weeks before --to."
)
_to_option = click.option("--to", "last", type=click.DateTime(["%Y-%m-%d"]), help="Default: today.")
_output_option = click.option(
    "--output", "-o", type=click.Path(path_type=Path, dir_okay=False), help="Default: standard output."
)


@click.command()
@_config_option
@_from_option
@_to_option
@click.option("--site", default="", help="Only this tablet; by four whole weeks.")
@click.option("--language", default="", help="Only patients of this language, like es; by four whole weeks.")
@click.option(
    "--format", "wanted", type=click.Choice(("text", "csv", "json", "pdf")), default="text", show_default=True
)
@click.option(
    "--in", "spoken", type=click.Choice(("en", "es")), default="en", show_default=True, help="For text and PDF."
)
@_output_option
def report(
    path: Path | None,
    first: datetime | None,
    last: datetime | None,
    site: str,
    language: str,
    wanted: str,
    spoken: str,
    output: Path | None,
) -> None:
    """Write the report card: of the whole weeks that end from --from to --to and are over."""
    config = load_settings(path)
    from kiosk.hub.report.card import Asked
    from kiosk.hub.report.files import written

    if site and language:
        raise click.UsageError("--site and --language: expected one of them; both at once would tell of too few.")
    with hub_database(config) as database, database.report() as connection:
        begin, end, today = _period(connection, config, first, last)
        asked = Asked(begin, end, site, language)
        content = written(connection, config, asked, today, wanted=wanted, language=spoken)
    _put(content, output)


@click.command()
@_config_option
@_from_option
@_to_option
@click.option("--format", "wanted", type=click.Choice(("csv", "json")), default="csv", show_default=True)
@click.option("--schema", is_flag=True, help="Write the JSON schema that describes the columns, and nothing else.")
@_output_option
def export(
    path: Path | None,
    first: datetime | None,
    last: datetime | None,
    wanted: str,
    schema: bool,
    output: Path | None,
) -> None:
    """Write how often each number of stars was given, by whole weeks.

    A row for each week of the practice, and for each four weeks of a site or a language. Single ratings are not
    exported: from them, few patients' ratings could be told. Whole databases are copied by `kiosk hub backup`.
    """
    import msgspec

    from kiosk.hub.report.export import rows_to_csv
    from kiosk.hub.report.files import Told, all_told

    if schema:
        _put(msgspec.json.format(msgspec.json.encode(msgspec.json.schema(list[Told]))) + b"\n", output)
        return
    config = load_settings(path)
    with hub_database(config) as database, database.report() as connection:
        rows = list(all_told(connection, *_period(connection, config, first, last)))
    if wanted == "json":
        _put(msgspec.json.format(msgspec.json.encode(rows)) + b"\n", output)
    else:
        columns = Told.__struct_fields__
        _put(rows_to_csv(columns, ([getattr(row, name) for name in columns] for row in rows)).encode(), output)


@click.command()
@_config_option
@click.option("--again", is_flag=True, help="Also if this week's was delivered already.")
def summary(path: Path | None, *, again: bool) -> None:
    """Deliver this week's summary as [hub.summary] says, once: what a running hub does by itself."""
    config = load_settings(path)
    if not config.hub.summary.is_on:
        raise click.UsageError("The settings have no [hub.summary] with a folder, or with addresses in `to`.")
    from kiosk.hub.clock import system_clock
    from kiosk.hub.report.weekly import Weekly

    with hub_database(config) as database:

        def write(work: "Callable[[Connection], Any]") -> Any:
            with database.write() as connection:
                return work(connection)

        outcome = Weekly(config, database, system_clock, write).see_to(again=again)
    if outcome is None:
        click.echo("This week's summary was delivered, or is about to be.")
    elif outcome.fault:
        end_by(outcome.fault)
    else:
        click.echo(f"The summary of {outcome.day} was delivered.")


def _period(
    connection: "Connection", config: Config, first: datetime | None, last: datetime | None
) -> tuple[date, date, date]:
    """The period, and today; days of the practice."""
    from kiosk.hub import settings
    from kiosk.hub.clock import system_clock
    from kiosk.hub.report.periods import day_of

    today = day_of(system_clock(), settings.newest(connection, config).settings.zone)
    end = last.date() if last else today
    begin = first.date() if first else end - timedelta(days=27)
    if begin > end:
        raise click.UsageError("--from must not be after --to.")
    if begin.year < 1980 or end.year >= 9000:
        raise click.UsageError("--from and --to: expected days from 1980 on.")
    return begin, end, today


def _put(content: bytes, output: Path | None) -> None:
    if output is None:
        sys.stdout.buffer.write(content)
        return
    try:
        output.write_bytes(content)
    except OSError as error:
        end_by(f"{output}: cannot be written: {error.strerror}.")
