"""`kiosk staff`: accounts of the desk from the machine that the hub runs on, also while it runs."""

import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

import click

from kiosk.commands import config_option, end_by, hub_database, json_option, load_settings
from kiosk.config import Config

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from kiosk.hub.desk.audit import Actor

ROLES = ("receptionist", "manager", "it")

Step = Callable[["Connection", int, "Actor", str], Any]


class At(NamedTuple):
    """Whose accounts: those of the practice that is served under `host`; empty for the hub's first."""

    config: Config
    host: str


_name_argument = click.argument("name")


@click.group()
@config_option("The hub's settings in TOML; they say where its data is.")
@click.option("--practice", "host", default="", metavar="HOST", help="The practice that is served under this name.")
@click.pass_context
def staff(context: click.Context, path: Path | None, host: str) -> None:
    """Look after the accounts of the desk. Works while the hub runs; everything is audited."""
    context.obj = At(load_settings(path), host)


@staff.command("list")
@json_option
@click.pass_obj
def list_(at: At, as_json: bool) -> None:
    """Show all accounts."""
    from kiosk.hub.clock import system_clock
    from kiosk.hub.desk import staff as steps

    with _database(at) as connection:
        members = steps.everybody(connection, system_clock())
    told = [
        {
            "name": member.name,
            "role": member.role.value,
            "state": "off" if member.off_at else "locked" if member.locked_until else _ready(pending=member.pending),
            "signed_in_since": [_iso(each.opened_at) for each in member.sessions],
        }
        for member in members
    ]
    if as_json:
        click.echo(json.dumps(told, ensure_ascii=False))
        return
    if not told:
        click.echo("There is no account yet.")
    for each in told:
        signed_in = f"signed in since {', '.join(each['signed_in_since'])}" if each["signed_in_since"] else ""
        click.echo(f"{each['name']:<40}  {each['role']:<12}  {each['state']:<16}  {signed_in}".rstrip())


@staff.command()
@_name_argument
@click.option("--role", type=click.Choice(ROLES), default="receptionist", show_default=True, help="What they may do.")
@json_option
@click.pass_obj
def add(at: At, name: str, role: str, as_json: bool) -> None:
    """Make an account for NAME, as patients shall read it, and print the one-time link that sets its passcode."""
    from kiosk.hub.desk import staff as steps
    from kiosk.hub.desk.roles import Role

    def step(connection: "Connection", now: int, actor: "Actor", name: str) -> tuple[str, str]:
        return steps.add(connection, now, actor, name, Role(role))

    _print_link(at, *_change(at, step, name), as_json=as_json)


@staff.command()
@_name_argument
@json_option
@click.pass_obj
def reset(at: At, name: str, as_json: bool) -> None:
    """Void NAME's passcode, sign them out, and print the one-time link that sets another."""
    from kiosk.hub.desk import staff as steps

    _print_link(at, *_change(at, _by_name(steps.reset), name), as_json=as_json)


@staff.command()
@_name_argument
@click.argument("role", type=click.Choice(ROLES))
@json_option
@click.pass_obj
def role(at: At, name: str, role: str, as_json: bool) -> None:
    """Give NAME another ROLE."""
    from kiosk.hub.desk import staff as steps
    from kiosk.hub.desk.roles import Role

    def step(connection: "Connection", now: int, actor: "Actor", handle: str) -> str:
        return steps.change_role(connection, now, actor, handle, Role(role))

    _print_done(_change(at, _by_name(step), name), f"is now: {role}", as_json=as_json)


@staff.command()
@_name_argument
@json_option
@click.pass_obj
def off(at: At, name: str, as_json: bool) -> None:
    """Sign NAME out and let nobody sign in by the account."""
    from kiosk.hub.desk import staff as steps

    _print_done(_change(at, _by_name(steps.switch_off), name), "is switched off and signed out", as_json=as_json)


@staff.command()
@_name_argument
@json_option
@click.pass_obj
def on(at: At, name: str, as_json: bool) -> None:
    """Let NAME sign in again."""
    from kiosk.hub.desk import staff as steps

    _print_done(_change(at, _by_name(steps.switch_on), name), "can sign in again", as_json=as_json)


@staff.command()
@_name_argument
@json_option
@click.pass_obj
def unlock(at: At, name: str, as_json: bool) -> None:
    """Let NAME sign in at once, after too many wrong passcodes."""
    from kiosk.hub.desk import staff as steps

    _print_done(_change(at, _by_name(steps.unlock), name), "can sign in at once", as_json=as_json)


def _by_name(step: Step) -> Step:
    from kiosk.hub.desk.accounts import handle_of

    return lambda connection, now, actor, name: step(connection, now, actor, handle_of(name))


def _change(at: At, step: Step, name: str) -> Any:
    """Does the step in a transaction of its own. Ends the program with a sentence if it cannot be done."""
    import getpass

    from kiosk.hub.clock import system_clock
    from kiosk.hub.desk.audit import Actor

    actor = Actor(f"{getpass.getuser()[:20]} (command line)", "")
    with _database(at) as connection:
        try:
            return step(connection, system_clock(), actor, name)
        except ValueError as error:
            end_by(error)


@contextmanager
def _database(at: At) -> Iterator["Connection"]:
    """A transaction that keeps the hub's own changes out. Ends the program with a sentence if there is none."""
    from kiosk.hub.practices import PracticeError, at_host

    with hub_database(at.config) as database:
        try:
            with database.read() as connection:
                practice = at_host(connection, at.host)
        except PracticeError as error:
            end_by(error)
        with database.of(practice).write() as connection:
            yield connection


def _print_link(at: At, name: str, key: str, *, as_json: bool) -> None:
    from kiosk.hub.desk.sign_in import SETUP_PATH
    from kiosk.hub.serve import base_url

    link = f"{base_url(at.config, at.config.hub.port, at.host)}{SETUP_PATH}/{key}"
    if as_json:
        click.echo(json.dumps({"name": name, "link": link}, ensure_ascii=False))
    else:
        click.echo(f"A link for {name} alone, good once and for a day: {link}")


def _print_done(name: str, what: str, *, as_json: bool) -> None:
    click.echo(json.dumps({"name": name}, ensure_ascii=False) if as_json else f"{name} {what}.")


def _ready(*, pending: bool) -> str:
    return "no passcode yet" if pending else "active"


def _iso(ms: int) -> str:
    return datetime.fromtimestamp(ms / 1000, UTC).isoformat(timespec="seconds")
