"""How this tablet is doing, for those who look after it; asked on the sync's thread."""

import os
import shutil
from pathlib import Path

from kiosk import __version__
from kiosk.config import TabletConfig
from kiosk.store import Clock, Store, StoreFault
from kiosk.store.fault import DiskFullFault
from kiosk.store.opening import DAMAGED, were_put_aside
from kiosk.tablet.display import Size
from kiosk.visits.condition import LEAST_SCREEN_MM, LITTLE_BYTES
from kiosk.visits.wire import Health, Worry


class HealthReport:
    """Makes reports; each looks anew. Knows nothing of Qt, so that it may be asked on any thread."""

    def __init__(self, config: TabletConfig, store: Store, clock: Clock, screen: Size) -> None:
        self._config = config
        self._store = store
        self._clock = clock
        self._screen = screen

    def __call__(self) -> Health:
        """The report of this moment."""
        worries = self._standing()
        try:
            unsent, rejected, waiting = self._store.unsent(), self._store.rejected(), self._store.waiting_ms()
        except StoreFault:
            unsent = rejected = waiting = 0
            worries.append(Worry.STORE_FAILING)
        try:
            worries += self._of_folder(Path(self._config.data))
            free = shutil.disk_usage(Path(self._config.data)).free
        except OSError:
            free = 0
        if worry := self._of_writing(worries):
            worries.append(worry)
        if free < LITTLE_BYTES:
            worries.append(Worry.STORAGE_LOW)
        return Health(
            boot=self._clock.boot,
            mono=self._clock.mono_ms(),
            at=self._clock.now_ms(),
            version=__version__[:40],
            letter=self._config.letter,
            place=self._config.place,
            unsent=unsent,
            rejected=rejected,
            waiting_ms=waiting,
            free_bytes=free,
            screen_width=round(self._screen.width_mm),
            screen_height=round(self._screen.height_mm),
            warnings=[worry.value for worry in worries],
        )

    def _of_writing(self, known: list[Worry]) -> Worry | None:
        """What is wrong if the last write failed, and nothing that is known already tells it."""
        fault = self._store.fault
        if fault is None:
            return None
        worry = Worry.STORAGE_FULL if isinstance(fault, DiskFullFault) else Worry.STORE_FAILING
        return None if {worry, Worry.STORAGE_READ_ONLY} & set(known) else worry

    @staticmethod
    def _of_folder(folder: Path) -> list[Worry]:
        worries = []
        if os.statvfs(folder).f_flag & os.ST_RDONLY:
            worries.append(Worry.STORAGE_READ_ONLY)
        if were_put_aside(folder, DAMAGED):
            # For as long as the file is there: somebody has to look at it, also after a restart.
            worries.append(Worry.STORE_SET_ASIDE)
        return worries

    def _standing(self) -> list[Worry]:
        """What nobody has to be asked for."""
        worries = []
        if not self._store.has_reserve():
            worries.append(Worry.STORAGE_FULL)
        if self._store.compared is not None and not self._store.compared.agrees:
            worries.append(Worry.RECEIPT_DIFFERS)
        if not self._screen.believed:
            worries.append(Worry.SCREEN_SIZE_DOUBTFUL)
        elif min(self._screen.width_mm, self._screen.height_mm) < LEAST_SCREEN_MM:
            worries.append(Worry.SCREEN_TOO_SMALL)
        if not self._config.staff_pin:
            worries.append(Worry.STAFF_PIN_MISSING)
        return worries
