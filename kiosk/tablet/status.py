"""This tablet: how it is doing, for staff and for those who look after it."""

import shutil
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk import __version__
from kiosk.store import Store, StoreFault
from kiosk.sync import Link
from kiosk.tablet.day import Day
from kiosk.tablet.values import emit_changes

QML_IMPORT_NAME = "Kiosk.Models"
QML_IMPORT_MAJOR_VERSION = 1

_GIGABYTE = 1_000_000_000


@dataclass(frozen=True)
class StatusValues:
    """What the screen shows."""

    link: str = str(Link.UNKNOWN)
    """Whether the desk is reached, by name."""
    since: str = ""
    """Since when it is so, hours and minutes in the practice."""
    unsent: int = 0
    """How many facts the desk has not heard of yet; -1 where the disk does not say."""
    rejected: int = 0
    """How many the hub has refused; -1 where the disk does not say."""
    receipt: str = ""
    """Whether the hub `agrees` or `differs` on what it has; empty before it was asked."""
    compared: str = ""
    """How many facts that was about, and when it was asked, like 1234 (10:42)."""
    free: str = ""
    """Free storage in gigabytes; empty where that is not known."""
    clock: str = ""
    """Date and time in the practice."""


@QmlElement
class StatusModel(QObject):
    """Looks only while somebody looks at it."""

    linkChanged = Signal()
    sinceChanged = Signal()
    unsentChanged = Signal()
    rejectedChanged = Signal()
    receiptChanged = Signal()
    comparedChanged = Signal()
    freeChanged = Signal()
    clockChanged = Signal()

    def __init__(
        self, store: Store, folder: Path, day: Day, *, zone: ZoneInfo, screen: str, parent: QObject | None = None
    ) -> None:
        """`screen`: its size in words."""
        super().__init__(parent)
        self._store = store
        self._folder = folder
        self._day = day
        self._zone = zone
        self._screen = screen
        self._link = day.link
        self._link_since = day.clock.now_ms()
        self._watched = False
        self._values = StatusValues()
        day.changed.connect(self._refresh)

    def tell_time(self, zone: ZoneInfo) -> None:
        """Times are told in this zone from now on."""
        self._zone = zone
        self._refresh()

    def watch(self, watched: bool) -> None:
        """Somebody looks, or no longer."""
        self._watched = watched
        self._refresh()

    @Property(str, notify=linkChanged)
    def link(self) -> str:
        """Whether the desk is reached, by name."""
        return self._values.link

    @Property(str, notify=sinceChanged)
    def since(self) -> str:
        """Since when, like 10:42."""
        return self._values.since

    @Property(int, notify=unsentChanged)
    def unsent(self) -> int:
        """How many facts the desk has not heard of yet; -1 if unknown."""
        return self._values.unsent

    @Property(int, notify=rejectedChanged)
    def rejected(self) -> int:
        """How many facts the hub has refused; -1 if unknown."""
        return self._values.rejected

    @Property(str, notify=receiptChanged)
    def receipt(self) -> str:
        """Whether the hub `agrees` or `differs` on what it has; empty before it was asked."""
        return self._values.receipt

    @Property(str, notify=comparedChanged)
    def compared(self) -> str:
        """How many facts that was about, and when, like 1234 (10:42)."""
        return self._values.compared

    @Property(str, notify=freeChanged)
    def free(self) -> str:
        """Free storage in gigabytes; empty if unknown."""
        return self._values.free

    @Property(str, notify=clockChanged)
    def clock(self) -> str:
        """Date and time in the practice."""
        return self._values.clock

    @Property(str, constant=True)
    def version(self) -> str:
        """Of this program."""
        return __version__

    @Property(str, constant=True)
    def screen(self) -> str:
        """The screen's size in millimetres."""
        return self._screen

    @Slot()
    def _refresh(self) -> None:
        now = self._day.clock.now_ms()
        if self._day.link is not self._link:
            self._link, self._link_since = self._day.link, now
        if not self._watched:
            return
        unsent, rejected = self._counts()
        old = self._values
        self._values = StatusValues(
            link=str(self._link),
            since=self._local(self._link_since).strftime("%H:%M"),
            unsent=unsent,
            rejected=rejected,
            receipt=self._receipt(),
            compared=self._compared(),
            free=_free(self._folder),
            clock=self._local(now).strftime("%Y-%m-%d %H:%M"),
        )
        emit_changes(self, old, self._values)

    def _local(self, ms: int) -> datetime:
        return datetime.fromtimestamp(ms / 1000, tz=self._zone)

    def _counts(self) -> tuple[int, int]:
        try:
            return self._store.unsent(), self._store.rejected()
        except StoreFault:
            return -1, -1

    def _receipt(self) -> str:
        compared = self._store.compared
        if compared is None:
            return ""
        return "agrees" if compared.agrees else "differs"

    def _compared(self) -> str:
        compared = self._store.compared
        if compared is None:
            return ""
        at, today = (self._local(ms) for ms in (compared.at, self._day.clock.now_ms()))
        when = f"{at:%H:%M}" if at.date() == today.date() else f"{at:%Y-%m-%d %H:%M}"
        return f"{compared.confirmed.count} ({when})"


def _free(folder: Path) -> str:
    try:
        return f"{shutil.disk_usage(folder).free / _GIGABYTE:.1f}"
    except OSError:
        return ""
