"""Ticket codes: the tablet's letter and a counter of the day, unique without asking anybody.

A practice gives each tablet its own letter; that is what makes "K7" unique across tablets.
"""

import re
from collections.abc import Iterable
from typing import Annotated

from msgspec import Meta

TICKET = re.compile(r"^([A-Z])([1-9][0-9]{0,3})$(?!\n)")

Letter = Annotated[str, Meta(pattern=r"^[A-Z]$(?!\n)", description="the tablet's own ticket letter, A to Z")]
Ticket = Annotated[str, Meta(pattern=TICKET.pattern, description="letter and number, like K7")]


def next_ticket(letter: str, taken: Iterable[str]) -> str:
    """The ticket after the highest of `taken` with this letter.

    `taken`: the tickets of today and of every visit that is still open, so that neither a clock that
    jumps back over midnight nor a patient who stays late can give one code to two people.
    """
    numbers = [int(match[2]) for code in taken if (match := TICKET.match(code)) and match[1] == letter]
    return f"{letter}{max(numbers, default=0) + 1}"
