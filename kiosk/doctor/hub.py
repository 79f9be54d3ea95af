"""The hub: its disk, its database, whether it runs, and how its tablets are doing."""

from collections.abc import Iterator
from pathlib import Path

from sqlalchemy import URL

from kiosk.doctor import hub_file
from kiosk.doctor.check import Check, disk, fault, ok
from kiosk.summary_config import SummaryConfig


def look(home: Path | URL, folder: Path, summary: SummaryConfig = SummaryConfig()) -> Iterator[Check]:  # noqa: B008 - frozen
    """Everything about the hub whose database is in the folder or on the server `home`, and whose data is in `folder`.

    In a folder there is a database.
    """
    if isinstance(home, Path):
        yield from _disk(folder)
        yield from hub_file.look(home, summary)
        return
    # Only who has a server pays for its driver.
    from kiosk.doctor import hub_server

    if folder.exists():
        yield from _disk(folder)
    else:
        yield ok("hub.disk_space", f"There is no data folder {folder}; nothing had to be kept there.")
    yield from hub_server.look(home, summary)


def _disk(folder: Path) -> Iterator[Check]:
    try:
        yield from disk("hub", folder)
    except OSError as error:
        yield fault("hub.disk_space", f"{folder}: cannot be read: {error.strerror}.", "Check the disk.")
