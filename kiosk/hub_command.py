"""`kiosk hub`: the running of it, and the care of its database: backup, restore, rebuild, verify, take-in, moving."""

import json
import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple, NoReturn

import click

from kiosk.config import Config, ConfigError, load

if TYPE_CHECKING:
    from kiosk.hub.care.rebuild import Rebuilt
    from kiosk.hub.care.restore import Restored
    from kiosk.hub.care.verify import Verdict

_json_option = click.option("--json", "as_json", is_flag=True, help="Answer in JSON, for scripts.")
_force_option = click.option("--force", is_flag=True, help="Also where something is there already.")
_File = click.Path(path_type=Path, dir_okay=False)


class _Where(NamedTuple):
    """What was said of the settings before the name of a command."""

    path: Path | None
    database: str


def _where_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """Where the settings and the database are."""
    config = click.option(
        "--config",
        "path",
        type=_File,
        help="Settings in TOML; without it the defaults and the environment (KIOSK_HUB_DATA, …) count.",
    )
    database = click.option(
        "--database",
        default="",
        metavar="URL",
        help="The database is on this PostgreSQL server: postgresql://user@host/name. Other users of the machine see a "
        "password in it; ~/.pgpass or KIOSK_HUB_DATABASE keep it to yourself.",
    )
    return config(database(command))


@click.group(invoke_without_command=True)
@_where_options
@click.option("--tls-cert", default="", help="Serve https with this certificate, and those that vouch for it, in PEM.")
@click.option("--tls-key", default="", help="The certificate's key in PEM, without a passphrase.")
@click.option("--self-signed", is_flag=True, help="Serve https with a certificate that the hub makes for itself.")
@click.pass_context
def hub(
    context: click.Context, path: Path | None, database: str, tls_cert: str, tls_key: str, self_signed: bool
) -> None:
    """Run the hub: it takes the tablets' events and serves the desk page. With a command: care for its database."""
    if context.invoked_subcommand is not None:
        if tls_cert or tls_key or self_signed:
            raise click.UsageError(f"{context.invoked_subcommand} serves nothing, so it takes no certificate.")
        context.obj = _Where(path, database)
        return
    config = _load(path, database)
    if tls_cert or tls_key or self_signed:
        config = _with_tls(config, tls_cert, tls_key, self_signed=self_signed)
    from kiosk import logs
    from kiosk.hub.serve import HubFault, run

    logs.configure()
    try:
        run(config, ready=lambda url: click.echo(f"Desk: {url}/desk"))
    except HubFault as fault:
        _fault(fault)


@hub.command()
@click.argument("file", type=_File)
@_where_options
@_force_option
@_json_option
@click.pass_obj
def backup(above: _Where, file: Path, path: Path | None, database: str, force: bool, as_json: bool) -> None:
    """Copy the database to FILE, also while the hub runs. Patients' names and who is signed in stay out of it."""
    folder = _folder(_config(above, path, database))
    from kiosk.hub.care.backup import backup as write
    from kiosk.hub.care.files import CareFault

    try:
        done = write(folder, file, force=force)
    except CareFault as fault:
        _fault(fault)
    if as_json:
        click.echo(json.dumps({"file": str(file), "events": done.events, "bytes": done.bytes}))
    else:
        click.echo(f"{file}: {done.events} events in {done.bytes} bytes, without patients' names.")


@hub.command()
@click.argument("file", type=_File)
@_where_options
@_force_option
@_json_option
@click.pass_obj
def restore(above: _Where, file: Path, path: Path | None, database: str, force: bool, as_json: bool) -> None:
    """Put the backup FILE in the place of the database, while the hub is stopped.

    --force sets a database aside that has events or accounts; nothing is deleted. Tablets then send again what they
    still keep, of the last 72 hours.
    """
    folder = _folder(_config(above, path, database))
    from kiosk.hub.care.files import CareFault
    from kiosk.hub.care.restore import restore as put_back
    from kiosk.hub.clock import system_clock

    try:
        done = put_back(folder, file, now=system_clock(), force=force)
    except CareFault as fault:
        _fault(fault)
    if as_json:
        aside = None if done.set_aside is None else str(done.set_aside)
        told = {"events": done.events, "hub_epoch": str(done.hub_epoch), "set_aside": aside, "nameless": done.nameless}
        click.echo(json.dumps(told))
    else:
        _tell_restored(done)


@hub.command()
@_where_options
@_json_option
@click.pass_obj
def rebuild(above: _Where, path: Path | None, database: str, as_json: bool) -> None:
    """Make anew what pages and reports read, from the log, while the hub is stopped."""
    config = _config(above, path, database)
    from msgspec.structs import asdict

    from kiosk.hub.care.files import CareFault
    from kiosk.hub.care.rebuild import rebuild as make_anew
    from kiosk.hub.database import home_of

    try:
        done = make_anew(home_of(config))
    except CareFault as fault:
        _fault(fault)
    if as_json:
        click.echo(json.dumps(asdict(done)))
    else:
        _tell_rebuilt(done)


@hub.command("take-in")
@click.argument("file", type=_File)
@_where_options
@_json_option
@click.pass_obj
def take_in(above: _Where, file: Path, path: Path | None, database: str, as_json: bool) -> None:
    """Store the events in FILE, which `kiosk sealed --export` wrote on a tablet, while the hub is stopped.

    Of a tablet that was revoked: what it had not sent. May be repeated; what is there already stays as it is.
    """
    config = _config(above, path, database)
    from msgspec.structs import asdict

    from kiosk.hub.care.files import CareFault
    from kiosk.hub.care.taking import take_in as take
    from kiosk.hub.database import home_of

    try:
        done = take(home_of(config), file)
    except CareFault as fault:
        _fault(fault)
    if as_json:
        click.echo(json.dumps(asdict(done)))
    else:
        click.echo(f"Of {done.device}: {done.stored} stored, {done.duplicate} there already, {done.rejected} refused.")
    if done.rejected:
        sys.exit(1)


@hub.command("migrate-to")
@click.argument("url")
@_where_options
@_json_option
@click.pass_obj
def migrate_to(above: _Where, url: str, path: Path | None, database: str, as_json: bool) -> None:
    """Copy the hub, while it is stopped, from its file to an empty database on the PostgreSQL server at URL.

    Like postgresql://user@host/name. All or nothing; the file stays as it is.
    """
    folder = _folder(_config(above, path, database))
    target = _load(path or above.path, url)
    from msgspec.structs import asdict

    from kiosk.hub.care.files import CareFault
    from kiosk.hub.care.moving import move
    from kiosk.hub.database import home_of

    home = home_of(target)
    if isinstance(home, Path):
        raise click.UsageError("expected an address that begins with postgresql://.")
    try:
        done = move(folder, home)
    except CareFault as fault:
        _fault(fault)
    if as_json:
        click.echo(json.dumps({name: asdict(counted) for name, counted in done.tables.items()}))
        return
    for name, counted in done.tables.items():
        click.echo(f"{name}: {counted.rows} rows, digest {counted.digest}")
    click.echo(f"Copied {done.rows} rows and read them again: the file and the server have the same.")
    click.echo(f"Start the hub with --database from now on, and never again without: {folder} is as it was.")


@hub.command()
@_where_options
@_json_option
@click.pass_obj
def verify(above: _Where, path: Path | None, database: str, as_json: bool) -> None:
    """Look the database through, also while the hub runs; ends with 0 only if all is well. Changes nothing."""
    config = _config(above, path, database)
    from kiosk.hub.care.files import CareFault
    from kiosk.hub.care.verify import verify as look_through
    from kiosk.hub.database import home_of

    try:
        found = look_through(home_of(config))
    except CareFault as fault:
        _fault(fault)
    if as_json:
        _print_verdict(found)
    else:
        for sentence in found.warnings:
            click.echo(sentence)
        for sentence in found.problems:
            click.echo(sentence, err=True)
        if found.is_well:
            click.echo(f"All is well: {found.events} events of {found.visits} visits.")
    if not found.is_well:
        sys.exit(1)


def _tell_restored(done: "Restored") -> None:
    click.echo(f"Restored: {done.events} events. Tablets and accounts are as they were then: look them through.")
    if done.set_aside is not None:
        click.echo(f"The database of before is {done.set_aside}.")
        if not done.nameless:
            click.echo("It cannot be read, so patients' names may be in it: delete it when nobody needs it any more.")


def _tell_rebuilt(done: "Rebuilt") -> None:
    click.echo(f"{done.visits} visits, {done.ratings} ratings and {done.concerns} concerns.")
    if done.changed_visits or done.changed_receipts or done.changed_counts:
        click.echo(
            f"Made anew: {done.changed_visits} visits, {done.changed_receipts} receipts of tablets, "
            f"{done.changed_counts} counts of the report card."
        )
    else:
        click.echo("Nothing was wrong.")


def _print_verdict(found: "Verdict") -> None:
    from msgspec.structs import asdict

    click.echo(json.dumps({"is_well": found.is_well, **asdict(found)}, ensure_ascii=False))


def _config(above: _Where, path: Path | None, database: str) -> Config:
    return _load(path or above.path, database or above.database)


def _folder(config: Config) -> Path:
    """The data folder, for what is done to files only."""
    from kiosk.hub.care.files import CareFault
    from kiosk.hub.database import data_folder

    if config.hub.database:
        _fault(
            CareFault(
                "The database is on a PostgreSQL server: back it up and restore it with that server's own tools, "
                "pg_dump and pg_restore."
            )
        )
    return data_folder(config)


def _with_tls(config: Config, cert: str, key: str, *, self_signed: bool) -> Config:
    from msgspec.structs import replace

    try:
        with_tls = replace(config.hub, tls_cert=cert, tls_key=key, self_signed=self_signed)
    except ValueError as error:
        raise click.UsageError(f"{error}.") from None
    return replace(config, hub=with_tls)


def _load(path: Path | None, database: str) -> Config:
    try:
        return load(path, {**os.environ, "KIOSK_HUB_DATABASE": database} if database else os.environ)
    except ConfigError as error:
        click.echo(str(error), err=True)
        sys.exit(2)


def _fault(fault: Exception) -> NoReturn:
    click.echo(str(fault), err=True)
    sys.exit(1)
