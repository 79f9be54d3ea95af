"""`kiosk practices`: the practices that one hub serves, each under a name of its own, also while it runs."""

import json
from pathlib import Path

import click

from kiosk.commands import config_option, end_by, hub_database, json_option, load_settings
from kiosk.config import Config


@click.group()
@config_option("The hub's settings in TOML; they say where its data is.")
@click.pass_context
def practices(context: click.Context, path: Path | None) -> None:
    """Have one hub serve several practices. None of them sees anything of another."""
    context.obj = load_settings(path)


@practices.command("list")
@json_option
@click.pass_obj
def list_(config: Config, as_json: bool) -> None:
    """Show all practices."""
    from kiosk.hub import practices as tenants

    with hub_database(config) as database, database.read() as connection:
        everybody = tenants.everybody(connection)
    if as_json:
        told = [{"name": each.name, "host": each.host, "organisation": each.organisation} for each in everybody]
        click.echo(json.dumps(told, ensure_ascii=False))
        return
    for each in everybody:
        name = each.name or "The first practice"
        click.echo("  ".join(filter(None, (each.host or "every other name", name, each.organisation))))


@practices.command()
@click.argument("name")
@click.option("--host", required=True, help="The name that its tablets and browsers reach it by: elm.example.org.")
@click.option("--organisation", default="", help="To which it belongs.")
@json_option
@click.pass_obj
def add(config: Config, name: str, host: str, organisation: str, as_json: bool) -> None:
    """Open a practice; prints the link that makes its first account, good once and for a day."""
    from kiosk.hub import practices as tenants
    from kiosk.hub.clock import system_clock
    from kiosk.hub.desk import setup_links
    from kiosk.hub.desk.sign_in import SETUP_PATH
    from kiosk.hub.serve import base_url
    from kiosk.hub.tenant import serve

    try:
        with hub_database(config) as database, database.write() as connection:
            now = system_clock()
            made = tenants.add(connection, name, host, organisation, now)
            key = setup_links.new(serve(connection, made.practice), now)
    except tenants.PracticeError as error:
        end_by(error)
    link = f"{base_url(config, config.hub.port, made.host or '')}{SETUP_PATH}/{key}"
    if as_json:
        click.echo(json.dumps({"name": made.name, "host": made.host, "link": link}, ensure_ascii=False))
    else:
        click.echo(f"{made.name} is served as {made.host}. Its set-up link, good once and for a day: {link}")
