"""The tablet: its store, its disk, who it is, and what of it the hub has."""

import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

from msgspec import Struct

from kiosk.config import TabletConfig
from kiosk.doctor.check import Check, checked, disk, is_locked, ok
from kiosk.doctor.line import Line, look_at_hub
from kiosk.store import SYSTEM_CLOCK, Clock, StoreFault, log
from kiosk.store.ballast import Ballast
from kiosk.store.compared import Compared
from kiosk.store.fault import in_words
from kiosk.store.key import Key, is_encrypted, key_of
from kiosk.store.opening import DAMAGED, FILE_NAME, SEALED, connect_looking, is_whole, were_put_aside
from kiosk.sync.enrolment import EnrolFault, Enrolment, kept
from kiosk.visits.condition import State, of_rejected, of_unsent, of_worry
from kiosk.visits.receipt import Receipt
from kiosk.visits.wire import Worry

_LONGEST = 120
"""Characters of a reason that are told."""


class Kept(Struct, frozen=True):
    """What the store says of itself."""

    unsent: int
    waiting_ms: int
    rejected: dict[str, int]
    receipt: Receipt
    epoch: str | None
    hub_epoch: str | None
    compared: Compared | None


def look(config: TabletConfig, clock: Clock = SYSTEM_CLOCK) -> Iterator[Check]:
    """Everything about the tablet with these settings, a line at a time; the hub is asked last."""
    folder = Path(config.data)
    # Path.is_dir raises where this user may not look.
    if not os.path.isdir(folder):  # noqa: PTH112
        yield Check(
            "tablet.store",
            State.WARNING,
            f"There is no data folder {folder}: no tablet was ever started with these settings.",
            "Start `kiosk tablet` once, or give the settings that it runs with by --config.",
        )
        before, key = None, None
    else:
        yield _running(folder)
        before, key = None, None
        try:
            yield from disk("tablet", folder)
            yield _reserve(folder)
            key = key_of(config.store_key)
            yield from _put_aside(folder, key)
            before, checks = _store(folder, key, clock)
            yield from checks
        except OSError as error:
            yield _unreadable(folder, error.strerror or str(error))
        except StoreFault as fault:
            yield _faulty(fault)
    enrolment, check = _enrolled(config, folder)
    yield check
    asked = list(look_at_hub(_line(config, enrolment, before), clock, lambda: _kept_or_none(folder, key, clock)))
    yield from asked
    compared = before.compared if before else None
    if compared and not any(each.check == "tablet.receipt" for each in asked):
        yield _compared_before(compared)


def _compared_before(compared: Compared) -> Check:
    """What was found when the hub could still be asked."""
    when = datetime.fromtimestamp(compared.at / 1000, UTC).strftime("%Y-%m-%d %H:%M UTC")
    confirmed = compared.confirmed.count
    if compared.agrees:
        return ok("tablet.receipt", f"On {when} the hub had all {confirmed} facts that it had confirmed.")
    told = of_worry(Worry.RECEIPT_DIFFERS)
    text = (
        f"On {when} the hub had {compared.held.count} facts of this store, and had confirmed {confirmed}, not the same."
    )
    return Check("tablet.receipt", told.state, text, told.do)


def _running(folder: Path) -> Check:
    match is_locked(folder):
        case None:
            return ok("tablet.running", "Whether the tablet's program runs cannot be told here.")
        case True:
            return ok("tablet.running", "The tablet's program runs.")
        case _:
            return Check(
                "tablet.running",
                State.WARNING,
                "The tablet's program does not run, or waits to be let in.",
                "Start it, if it should.",
            )


def _reserve(folder: Path) -> Check:
    if not (folder / FILE_NAME).exists() or Ballast(folder).held:
        return ok("tablet.reserve", "The reserve of disk for an emergency is there.")
    return checked("tablet.reserve", of_worry(Worry.STORAGE_FULL))


def _put_aside(folder: Path, key: Key | None) -> Iterator[Check]:
    damaged = were_put_aside(folder, DAMAGED)
    if damaged:
        told = of_worry(Worry.STORE_SET_ASIDE)
        names = ", ".join(file.name for file in damaged)
        yield Check("tablet.damaged_files", told.state, f"Damaged and set aside in {folder}: {names}.", told.do)
    else:
        yield ok("tablet.damaged_files", "No damaged store was set aside.")
    for file in were_put_aside(folder, SEALED):
        yield _sealed(file, key)


def _sealed(file: Path, key: Key | None) -> Check:
    try:
        with closing(connect_looking(file, key, alone=True)) as db:
            unsent = log.unsent(db)
    except sqlite3.Error as error:
        return Check("tablet.sealed", State.WARNING, str(in_words(error, file)), "Keep the file; check the disk.")
    except StoreFault as fault:
        return Check("tablet.sealed", State.WARNING, str(fault), "Keep the file, and the key that it was made with.")
    if not unsent:
        return ok("tablet.sealed", f"{file.name}, of a tablet that was revoked, holds nothing that the hub lacks.")
    return Check(
        "tablet.sealed",
        State.WARNING,
        f"{file.name}, of a tablet that was revoked, holds {unsent} events that no hub has heard of, without names.",
        "“kiosk sealed --export” writes them for “kiosk hub take-in”; delete the file once the hub has them.",
    )


def _store(folder: Path, key: Key | None, clock: Clock) -> tuple[Kept | None, list[Check]]:
    path = folder / FILE_NAME
    if not path.exists():
        do = "Start `kiosk tablet` once."
        return None, [Check("tablet.store", State.WARNING, f"There is no store {path} yet.", do)]
    try:
        if not is_whole(path, key, alone=False):
            text = f"{path}: the database is damaged."
            do = "Restart the tablet: it sets the file aside whole and begins a new one. Check the disk."
            return None, [Check("tablet.store", State.FAULT, text, do)]
        kept_now = _kept(folder, key, clock)
        encrypted = is_encrypted(path)
    except StoreFault as fault:
        return None, [_faulty(fault)]
    except sqlite3.Error as error:
        return None, [_unreadable(folder, str(in_words(error, path)))]
    reasons = "; ".join(f"{count} × {reason[:_LONGEST]}" for reason, count in kept_now.rejected.items())
    return kept_now, [
        ok("tablet.store", f"{path}: the store is whole, and of this version."),
        _encryption(encrypted=encrypted, wanted=key is not None),
        checked("tablet.unsent", of_unsent(kept_now.unsent, kept_now.waiting_ms)),
        checked("tablet.rejected", of_rejected(sum(kept_now.rejected.values()), reasons)),
    ]


def _encryption(*, encrypted: bool, wanted: bool) -> Check:
    if encrypted:
        return ok("tablet.encrypted", "The store is encrypted.")
    if wanted:
        text = "The store is not encrypted yet, although the settings name a key."
        return Check("tablet.encrypted", State.WARNING, text, "Restart the tablet: it encrypts the store then.")
    return ok("tablet.encrypted", "The store is not encrypted; store_key in the settings would do that.")


def _faulty(fault: StoreFault) -> Check:
    return Check("tablet.store", State.FAULT, str(fault), "See what the sentence names; nothing was changed.")


def _unreadable(folder: Path, why: str) -> Check:
    return Check(
        "tablet.store",
        State.FAULT,
        f"{folder}: cannot be read: {why.rstrip('.')}.",
        "Run this as the user that the tablet runs as, or as root; if that is so, check the disk.",
    )


def _kept(folder: Path, key: Key | None, clock: Clock) -> Kept:
    """Raises sqlite3.Error and StoreFault."""
    with closing(connect_looking(folder / FILE_NAME, key, alone=False)) as db:
        oldest = log.oldest_unsent(db)
        return Kept(
            unsent=log.unsent(db),
            waiting_ms=0 if oldest is None else oldest.age_ms(clock),
            rejected=log.rejections(db),
            receipt=log.receipt(db),
            epoch=log.get(db, "epoch"),
            hub_epoch=log.get(db, "hub_epoch"),
            compared=log.compared(db),
        )


def _kept_or_none(folder: Path, key: Key | None, clock: Clock) -> tuple[int, Receipt] | None:
    try:
        now = _kept(folder, key, clock)
    except (sqlite3.Error, StoreFault):
        return None
    return now.unsent, now.receipt


def _enrolled(config: TabletConfig, folder: Path) -> tuple[Enrolment | None, Check]:
    if config.token:
        return None, ok("tablet.enrolled", f"Its settings name a token, for the device {config.device}.")
    try:
        enrolment = kept(folder)
    except EnrolFault as fault:
        return None, Check("tablet.enrolled", State.FAULT, str(fault), "Enrol it anew: `kiosk enroll --again`.")
    if enrolment is None:
        return None, Check(
            "tablet.enrolled",
            State.FAULT,
            "It was not let in at any hub yet.",
            "Start it, or `kiosk enroll`, and let it in with the code that it shows, on the hub's Tablets page.",
        )
    token = enrolment.token
    return enrolment, ok("tablet.enrolled", f"It was let in at {enrolment.hub} as {token.name} ({token.device}).")


def _line(config: TabletConfig, enrolment: Enrolment | None, kept_now: Kept | None) -> Line:
    facts = (kept_now.unsent, kept_now.receipt) if kept_now else None
    epochs = (kept_now.epoch, kept_now.hub_epoch) if kept_now else (None, None)
    if enrolment is None:
        return Line(config.hub_url, (config.token,) if config.token else (), "", config.device, *epochs, facts)
    return Line(enrolment.hub, tuple(enrolment.tokens), enrolment.certificate, enrolment.token.device, *epochs, facts)
