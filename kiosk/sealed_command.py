"""`kiosk sealed`: what tablets that are let in no more have left behind on this machine, and how a hub gets it."""

import json
from pathlib import Path

import click

from kiosk.commands import config_option, end_by, load_settings


@click.command()
@config_option("The tablet's settings in TOML; they say where its data is.")
@click.option("--export", type=click.Path(path_type=Path, file_okay=False), help="Write a file for each into it.")
@click.option("--json", "as_json", is_flag=True, help="A line of JSON for each: file, device, unsent, exported.")
def sealed(path: Path | None, export: Path | None, as_json: bool) -> None:
    """Tell which stores were sealed when a tablet was revoked, and how many events in each no hub has heard of.

    --export writes those events, which hold no names, for `kiosk hub take-in` on the hub's machine. It changes nothing
    in the stores: delete them once the hub has what was in them.
    """
    config = load_settings(path)
    from kiosk.store import StoreFault
    from kiosk.store.key import key_of
    from kiosk.store.leftovers import look, write

    try:
        found = look(Path(config.tablet.data), key_of(config.tablet.store_key))
        for each in found:
            to = write(each, export) if export is not None and each.events else None
            if as_json:
                told = {"file": str(each.file), "device": each.device, "unsent": len(each.events)}
                click.echo(json.dumps({**told, "exported": None if to is None else str(to)}))
                continue
            click.echo(f"{each.file.name}: of {each.device or 'nobody'}, {len(each.events)} events that no hub has.")
            if to is not None:
                click.echo(f"  Written to {to}: `kiosk hub take-in` takes it, on the hub's machine.")
    except StoreFault as fault:
        end_by(fault)
    if not found and not as_json:
        click.echo("No store was sealed here.")
