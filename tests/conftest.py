"""Set-up for every test: Qt draws off screen, and any of its warnings fails the test."""

import os

os.environ["QT_QPA_PLATFORM"] = "offscreen"

from kiosk import logs
from kiosk.tablet import display
from tests.browsers import browser, chromium, page
from tests.databases import _without_the_template, database_kind, pytest_generate_tests
from tests.disks import small_disk

__all__ = [
    "_without_the_template",
    "browser",
    "chromium",
    "database_kind",
    "page",
    "pytest_generate_tests",
    "small_disk",
]

logs.configure()
display.choose_platform(os.environ)
