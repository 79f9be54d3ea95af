"""The tablets that this hub lets in, and how they are doing. Tokens are kept as their digest only."""

from collections.abc import Mapping
from dataclasses import dataclass

import msgspec
import sqlalchemy as sa
from sqlalchemy import Connection

from kiosk import __version__
from kiosk.config import Config, KnownTablet
from kiosk.hub.schema import event, tablet
from kiosk.hub.tenant import mine, practice_of
from kiosk.visits.condition import Condition, State, lasting, of_clock, of_rejected, of_unsent, of_worry
from kiosk.visits.text import clean
from kiosk.visits.wire import HEALTH_S, Health, Worry

NAME_LENGTH = 40
"""Characters of a name or a place at most."""

_REVOKED: Mapping[str, str | int | None] = {
    "token_sha256": None,
    "next_sha256": None,
    "token_at": None,
    "roll_asked_at": None,
}
"""What becomes of the tokens of a tablet that is let in no more."""

SILENT_MS = int(3 * HEALTH_S * 1000)
"""A tablet that was not heard of for longer is told to be silent."""


class TabletError(ValueError):
    """It cannot be done; the message is one sentence for whoever asked."""


@dataclass(frozen=True)
class Known:
    """A tablet as IT sees it; times in ms UTC."""

    device: str
    name: str
    place: str
    """Empty where nothing is known of it yet."""
    letter: str
    revoked_at: int | None
    heard_at: int | None
    offset_ms: int | None
    """How far its wall clock is behind the hub's."""
    health: Health | None
    in_settings_file: bool
    cloned_at: int | None = None
    """When it gave a number out twice."""
    token_at: int | None = None
    """Since when it has its token; None where that is not known."""
    roll_asked_at: int | None = None
    """When IT asked for another token, which it has not got yet."""

    def is_silent(self, now: int) -> bool:
        """Whether nothing was heard of it for too long."""
        return self.heard_at is None or now - self.heard_at > SILENT_MS

    def conditions(self, now: int, others: "list[Known]") -> list[Condition]:
        """What IT should see to, faults first; `others`: all tablets that are let in."""
        found = []
        if self.is_silent(now):
            found.append(self._silence(now))
        twins = [other.name for other in others if other.device != self.device and other.letter == self.letter != ""]
        if twins:
            found.append(
                Condition(
                    State.WARNING,
                    f"{', '.join(twins)} gives out tickets with the letter {self.letter} too.",
                    "Give one of them another letter, in its settings or by letting it in anew.",
                )
            )
        if self.offset_ms is not None:
            found.append(of_clock(self.offset_ms))
        if self.cloned_at is not None:
            found.append(
                Condition(
                    State.FAULT,
                    "Two devices run with its store, or it was put back to an old state; nothing was lost.",
                    "Revoke it, and let each device in anew.",
                )
            )
        if self.health is not None:
            found += self._reported(self.health)
        told = [each for each in found if each.state is not State.OK]
        return sorted(told, key=lambda each: each.state is not State.FAULT)

    def left_behind(self) -> int:
        """How many events a tablet that is let in no more had not sent, by its last report."""
        return 0 if self.health is None else self.health.unsent

    def _silence(self, now: int) -> Condition:
        if self.heard_at is None:
            return Condition(
                State.WARNING,
                "It has not reported yet.",
                "Start it, and see that its settings name this hub and that its network reaches it.",
            )
        return Condition(
            State.FAULT,
            f"It has been silent for {lasting(now - self.heard_at)}.",
            "See that it is switched on and that its network reaches this hub; what is tapped meanwhile is kept on it.",
        )

    def _reported(self, health: Health) -> list[Condition]:
        found = [of_rejected(health.rejected), of_unsent(health.unsent, health.waiting_ms)]
        if health.version != __version__:
            found.append(
                Condition(
                    State.WARNING,
                    f"It runs version {health.version}, and this hub version {__version__}.",
                    "Bring both to the same version, the hub first.",
                )
            )
        return found + [of_worry(Worry(each)) for each in health.warnings if each in list(Worry)]


def seed(connection: Connection, known: Mapping[str, KnownTablet], now: int) -> None:
    """Brings the table in step with the settings file: who is new there is let in, who is gone is not.

    A name that was changed and a tablet that was revoked on the page stay so until the file has another token.
    """
    rows = {row.device: row for row in connection.execute(sa.select(tablet).where(mine(connection, tablet)))}
    for device, row in rows.items():
        if row.config_sha256 is not None and device not in known:
            connection.execute(
                tablet.update()
                .where(*row_of(connection, device))
                .values(**_REVOKED, config_sha256=None, revoked_at=now)
            )
    for device, wanted in known.items():
        token = wanted.token_sha256
        if device not in rows:
            connection.execute(
                tablet.insert().values(
                    practice=practice_of(connection),
                    device=device,
                    name=wanted.name,
                    place="",
                    letter="",
                    token_sha256=token,
                    config_sha256=token,
                    created_at=now,
                )
            )
        elif rows[device].config_sha256 != token:
            connection.execute(
                tablet.update()
                .where(*row_of(connection, device))
                .values(**{**_REVOKED, "token_sha256": token}, config_sha256=token, revoked_at=None, cloned_at=None)
            )


def everybody(connection: Connection) -> list[Known]:
    """All tablets by name, those that were revoked last."""
    rows = connection.execute(sa.select(tablet).where(mine(connection, tablet)))
    found = [_known(row) for row in rows]
    return sorted(found, key=lambda each: (each.revoked_at is not None, each.name.casefold(), each.device))


def get(connection: Connection, device: str) -> Known:
    """One tablet. Raises TabletError."""
    row = connection.execute(sa.select(tablet).where(*row_of(connection, device))).first()
    if row is None:
        raise TabletError("There is no such tablet.")
    return _known(row)


def hear(connection: Connection, device: str, health: Health, received: int) -> None:
    """Keeps a tablet's report of the time `received`, ms UTC."""
    values = {"heard_at": received, "offset_ms": received - health.at, "health": msgspec.to_builtins(health)}
    connection.execute(tablet.update().where(*row_of(connection, device)).values(**values))


def rename(connection: Connection, device: str, name: str) -> tuple[str, str]:
    """Gives another name; the old and the new one. Raises ValueError in words."""
    before = get(connection, device)
    name = check_text(name, "name")
    _refuse_twin(connection, device, name=name)
    connection.execute(tablet.update().where(*row_of(connection, device)).values(name=name))
    return before.name, name


def revoke(connection: Connection, device: str, now: int) -> Known:
    """Lets the tablet in no more. Raises TabletError."""
    before = get(connection, device)
    if before.revoked_at is None:
        connection.execute(tablet.update().where(*row_of(connection, device)).values(**_REVOKED, revoked_at=now))
    return before


def admit(connection: Connection, config: Config, *, name: str, place: str, letter: str, now: int) -> str:
    """Makes a tablet that has no token yet; its device id. Raises ValueError in words."""
    name, place, letter = check_text(name, "name"), check_text(place, "place"), letter.strip().upper()
    if len(letter) != 1 or not "A" <= letter <= "Z":
        raise TabletError("Please choose a ticket letter, A to Z.")
    if letter == config.hub.desk_letter:
        raise TabletError(f"{letter} is the letter of arrivals that are entered at the desk.")
    _refuse_twin(connection, "", name=name, letter=letter)
    device = _free_device(connection, name)
    connection.execute(
        tablet.insert().values(
            practice=practice_of(connection),
            device=device,
            name=name,
            place=place,
            letter=letter,
            token_sha256=None,
            created_at=now,
        )
    )
    return device


def suspect(connection: Connection, device: str, now: int) -> None:
    """Notes at `now`, ms UTC, that two devices seem to be this one."""
    connection.execute(tablet.update().where(*row_of(connection, device)).values(cloned_at=now))


def check_text(text: str, what: str) -> str:
    """A name or a place, tidied. Raises ValueError in words."""
    tidy = clean(text, limit=NAME_LENGTH)
    if not tidy:
        raise TabletError(f"Please give a {what}.")
    return tidy


def row_of(connection: Connection, device: str) -> tuple[sa.ColumnElement[bool], ...]:
    """The condition that finds a tablet."""
    return mine(connection, tablet), tablet.c.device == device


def _known(row: sa.Row[tuple[object, ...]]) -> Known:
    health = msgspec.convert(row.health, Health) if row.health else None
    return Known(
        device=row.device,
        name=row.name,
        place=row.place or (health.place if health else ""),
        letter=row.letter or (health.letter if health else ""),
        revoked_at=row.revoked_at,
        heard_at=row.heard_at,
        offset_ms=row.offset_ms,
        health=health,
        in_settings_file=row.config_sha256 is not None,
        cloned_at=row.cloned_at,
        token_at=row.token_at,
        roll_asked_at=row.roll_asked_at,
    )


def _refuse_twin(connection: Connection, device: str, *, name: str, letter: str = "") -> None:
    for other in everybody(connection):
        if other.device == device or other.revoked_at is not None:
            continue
        if other.name.casefold() == name.casefold():
            raise TabletError(f"There is a tablet {other.name} already.")
        if letter and other.letter == letter:
            raise TabletError(f"{other.name} gives out tickets with the letter {letter} already.")


def _free_device(connection: Connection, name: str) -> str:
    """An id that no tablet ever had: its events stay in the log for good."""
    plain = "".join(char if char.isascii() and char.isalnum() else "-" for char in name.lower())
    base = "-".join(filter(None, plain.split("-")))[:32] or "tablet"
    taken = {row.device for row in connection.execute(sa.select(tablet.c.device).where(mine(connection, tablet)))}
    taken |= {
        row.device
        for row in connection.execute(
            sa.select(event.c.device).where(mine(connection, event), event.c.device.startswith(base)).distinct()
        )
    }
    taken.add("hub")
    return next(each for n in range(1, len(taken) + 2) if (each := base if n == 1 else f"{base}-{n}") not in taken)
