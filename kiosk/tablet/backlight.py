"""The light behind the screen, where the machine lets it be switched (Documentation/ABI/stable/sysfs-class-backlight).

The screen itself stays on: one that is off takes no frames, and the watchdog would take the program for dead.
"""

from pathlib import Path

import structlog

log = structlog.get_logger(__name__)

BACKLIGHTS = Path("/sys/class/backlight")
_ON, _OFF = "0", "4"
"""FB_BLANK_UNBLANK and FB_BLANK_POWERDOWN of the kernel."""


class Backlight:
    """All the lights of the machine, on from now on; a machine without any has nothing to switch."""

    def __init__(self, folder: Path) -> None:
        """`folder`: one folder for each light, and in it the file `bl_power`."""
        self._folder = folder
        self._failed = False
        self.switch(on=True)

    def switch(self, *, on: bool) -> None:
        """On or off. What cannot be written is told once, in the log."""
        for file in self._folder.glob("*/bl_power"):
            try:
                file.write_text(_ON if on else _OFF)
            except OSError as error:
                if not self._failed:
                    log.warning("backlight-not-switched", file=str(file), error=error.strerror)
                self._failed = True
