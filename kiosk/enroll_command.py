"""`kiosk enroll`: lets this tablet in at its hub, without a screen."""

import asyncio
import json
from pathlib import Path

import click

from kiosk.commands import config_option, end_by, load_settings
from kiosk.config import TabletConfig
from kiosk.visits.settings import check_link


@click.command()
@config_option("The tablet's settings in TOML; they say which hub, and where its data is.")
@click.option("--hub", default="", help="The hub's address, where the settings name none.")
@click.option("--again", is_flag=True, help="Enrol anew, though this tablet has been let in before.")
@click.option("--lose-unsent", is_flag=True, help="Give up events that no hub has heard of yet.")
@click.option("--json", "as_json", is_flag=True, help="Answer in JSON, a line for the code and one for the outcome.")
def enroll(path: Path | None, hub: str, again: bool, lose_unsent: bool, as_json: bool) -> None:
    """Show a code, and wait until somebody of IT lets this tablet in with it on the Tablets page."""
    try:
        check_link(hub)
    except ValueError as error:
        raise click.UsageError(f"--hub: {error}.") from None
    config = load_settings(path)
    from kiosk.store import StoreFault
    from kiosk.sync.asking import Asking
    from kiosk.sync.enrolment import EnrolFault, keep
    from kiosk.visits.wire import DeviceCode

    def show(code: DeviceCode) -> None:
        if as_json:
            told = {"code": code.user_code, "uri": code.verification_uri_complete, "fingerprint": asking.fingerprint}
            click.echo(json.dumps(told))
            return
        click.echo(f"Code:  {code.user_code}")
        click.echo(f"Open:  {code.verification_uri_complete}")
        if asking.fingerprint:
            click.echo(f"Nobody vouches for the hub's certificate. Compare its SHA-256:\n{asking.fingerprint}")

    try:
        _check(config.tablet, again=again, lose_unsent=lose_unsent)
        asking = Asking(hub or config.tablet.hub or _look_for_one(config.tablet))
        enrolment = asyncio.run(asking.run(show))
        keep(Path(config.tablet.data), enrolment)
    except (EnrolFault, StoreFault) as fault:
        end_by(fault)
    except KeyboardInterrupt:
        end_by("Not enrolled.")
    token = enrolment.token
    if as_json:
        click.echo(json.dumps({"device": token.device, "name": token.name, "letter": token.letter}, ensure_ascii=False))
    else:
        click.echo(f"This tablet is {token.name}, with the letter {token.letter}. `kiosk tablet` starts it.")


def _look_for_one(config: TabletConfig) -> str:
    """The hub of this machine, where none is found in the local network. Raises EnrolFault that tells which are."""
    from kiosk.sync.discovery import find
    from kiosk.sync.enrolment import EnrolFault

    if found := asyncio.run(find()):
        raise EnrolFault(f"In this network: {', '.join(found)}. If you know that this is your hub, name it by --hub.")
    return config.hub_url


def _check(config: TabletConfig, *, again: bool, lose_unsent: bool) -> None:
    """Raises EnrolFault where this tablet is enrolled already, or would leave unsent events behind; StoreFault."""
    from kiosk.store import Store
    from kiosk.store.key import key_of
    from kiosk.sync.enrolment import EnrolFault, kept

    folder = Path(config.data)
    if config.token:
        raise EnrolFault("The settings name a token for this tablet already; without it, it can be enrolled.")
    before = kept(folder)
    if before is not None and not again:
        raise EnrolFault(f"This tablet is {before.token.name} at {before.hub} already; --again enrols it anew.")
    device = before.token.device if before else config.device
    store = Store.open(folder, device, key=key_of(config.store_key))
    unsent = store.unsent()
    store.close()
    if unsent and not lose_unsent:
        raise EnrolFault(f"Events here that no hub has heard of: {unsent}. --lose-unsent gives them up.")
