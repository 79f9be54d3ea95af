"""What the tablet and the hub count, beside each other."""

from msgspec import Struct

from kiosk.visits.receipt import Receipt


class Compared(Struct, frozen=True):
    """What the hub was found to have, when nothing was left to send."""

    confirmed: Receipt
    """Of what it has told this tablet to have."""
    held: Receipt
    """Of what it has."""
    at: int
    """ms UTC, by this tablet's wall clock."""

    @property
    def agrees(self) -> bool:
        """Whether the hub has every fact that it confirmed, and no other of this store."""
        return self.confirmed == self.held
