"""What the tablet keeps: the event log of one SQLite file, durable before anything is shown."""

from kiosk.store.clock import SYSTEM_CLOCK, Clock
from kiosk.store.fault import StoreFault
from kiosk.store.store import Store

__all__ = ["SYSTEM_CLOCK", "Clock", "Store", "StoreFault"]
