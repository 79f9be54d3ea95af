"""Between the tablet's store and the hub: what is saved here gets there, what happens there gets here."""

from kiosk.sync.client import Sync
from kiosk.sync.link import Link, SyncListener
from kiosk.sync.timing import Timing

__all__ = ["Link", "Sync", "SyncListener", "Timing"]
