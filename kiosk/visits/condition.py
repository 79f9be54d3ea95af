"""What can be the matter with a tablet, in words that whoever looks after it can act on. Pure; times in ms.

The tablet's own doctor and the hub's Tablets page say the same of the same condition.
"""

from collections.abc import Mapping
from enum import StrEnum, auto

from msgspec import Struct

from kiosk.visits.wire import Worry

LITTLE_BYTES = 500_000_000
"""Less free storage than this is worth a warning."""
SKEW_MS = 2 * 60_000
"""A clock that is further off is worth a look; times are corrected all the same."""
LEAST_SCREEN_MM = 85
"""The shorter side of the smallest screen that the design fits: seven inches."""
PLAUSIBLE_DPI = range(60, 500)
"""What a screen may say of itself, in dots per inch; virtual and badly described ones tell nonsense."""
MANY_UNSENT = 20
LONG_UNSENT_MS = 10 * 60_000

_MINUTE_MS = 60_000


class State(StrEnum):
    """How bad it is."""

    OK = auto()
    WARNING = auto()
    """It works, and somebody should see to it."""
    FAULT = auto()
    """Something does not work, or facts are in danger."""


class Condition(Struct, frozen=True):
    """One thing that is so."""

    state: State
    text: str
    """What is so, in a sentence."""
    do: str = ""
    """What to do about it; empty where nothing has to be."""


_OF_WORRIES: Mapping[Worry, Condition] = {
    Worry.STORAGE_LOW: Condition(
        State.WARNING, "Its storage is nearly full.", "Make room on its disk before taps can no longer be kept."
    ),
    Worry.STORAGE_FULL: Condition(
        State.FAULT,
        "Its storage is full and its last reserve in use.",
        "Make room on its disk now, or taps will soon not be kept; the reserve is taken again by itself.",
    ),
    Worry.STORAGE_READ_ONLY: Condition(
        State.FAULT,
        "Its disk can only be read: no tap is kept.",
        "Restart the tablet; if it stays so, the disk is failing: replace it and copy the data folder off first.",
    ),
    Worry.STORE_SET_ASIDE: Condition(
        State.FAULT,
        "A damaged store was set aside, and a new one begun.",
        "Copy the file with “-damaged-” in its name from its data folder, where unsent facts may be in it; then "
        "delete it there. Check the disk.",
    ),
    Worry.STORE_FAILING: Condition(
        State.FAULT, "Its storage fails.", "Restart the tablet; if it stays so, replace its disk."
    ),
    Worry.RECEIPT_DIFFERS: Condition(
        State.FAULT,
        "The hub does not have the same facts that it has confirmed to this tablet.",
        "Keep this tablet as it is, and look for a backup of the hub: it may have what is missing.",
    ),
    Worry.SCREEN_SIZE_DOUBTFUL: Condition(
        State.WARNING,
        "Its screen does not tell its size, so targets may be too small.",
        "Set diagonal_inches in its settings.",
    ),
    Worry.SCREEN_TOO_SMALL: Condition(
        State.WARNING, "Its screen is too small for targets of 20 mm.", "Use a tablet of 7 inches or more."
    ),
    Worry.STAFF_PIN_MISSING: Condition(
        State.WARNING,
        "No staff PIN is set: staff cannot acknowledge, clean or close at the tablet.",
        "Put the line that “kiosk pin” prints into its settings.",
    ),
}


def of_worry(worry: Worry) -> Condition:
    """What a tablet has found wrong with itself."""
    return _OF_WORRIES[worry]


def of_unsent(count: int, waiting_ms: int) -> Condition:
    """`waiting_ms`: how long the oldest of them has waited."""
    if not count:
        return Condition(State.OK, "Every event has been sent.")
    many = "1 event waits" if count == 1 else f"{count} events wait"
    text = f"{many} to be sent, {'' if count == 1 else 'the oldest '}for {lasting(waiting_ms)}."
    if count <= MANY_UNSENT and waiting_ms < LONG_UNSENT_MS:
        return Condition(State.OK, text)
    return Condition(
        State.WARNING,
        text,
        "See that its network reaches the hub. Leave its data folder alone, and do not enrol it anew before.",
    )


def of_rejected(count: int, reasons: str = "") -> Condition:
    """Events that the hub has refused; `reasons`, where they are known."""
    if not count:
        return Condition(State.OK, "The hub has refused none of its events.")
    many = "1 event was" if count == 1 else f"{count} events were"
    return Condition(
        State.WARNING,
        f"{many} refused by the hub and set aside on the tablet{f': {reasons}' if reasons else ''}.",
        "They are kept there." if reasons else "They are kept there; “kiosk doctor” on the tablet tells the reasons.",
    )


def of_clock(offset_ms: int) -> Condition:
    """`offset_ms`: how far its wall clock is behind the hub's."""
    if abs(offset_ms) <= SKEW_MS:
        return Condition(State.OK, "Its clock agrees with the hub's.")
    return Condition(
        State.WARNING,
        f"Its clock is {lasting(abs(offset_ms))} {'slow' if offset_ms > 0 else 'fast'}; the hub corrects its times.",
        "Let it set its clock by a time server; a dead battery on its board makes it wrong at every start.",
    )


def lasting(ms: int) -> str:
    """How long, as somebody would say it: 40 s, 5 min, 2 h 5 min, 3 days."""
    minutes = ms // _MINUTE_MS
    if minutes < 1:
        return f"{ms // 1000} s"
    if minutes < 60:
        return f"{minutes} min"
    if minutes < 48 * 60:
        return f"{minutes // 60} h {minutes % 60} min"
    return f"{minutes // 1440} days"
