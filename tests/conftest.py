"""Set-up for every test: Qt draws off screen, and any of its warnings fails the test."""

import os

os.environ["QT_QPA_PLATFORM"] = "offscreen"

from kiosk import logs
from kiosk.tablet import display
from tests.browsers import browser, chromium, page
from tests.disks import small_disk

__all__ = ["browser", "chromium", "page", "small_disk"]

logs.configure()
display.choose_platform(os.environ)
