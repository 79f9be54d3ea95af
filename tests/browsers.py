"""Real Chromium for tests. Anything a page complains about fails the test."""

import os
import shutil
from collections.abc import Iterator
from dataclasses import dataclass, field

import pytest
from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Error, Page, sync_playwright

CHROMIUM = os.environ.get("KIOSK_CHROMIUM") or shutil.which("chromium") or shutil.which("google-chrome") or ""
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
PATIENCE_MS = 10_000

# What a browser says by itself of a hub that is away, or of an answer that is meant to be an error.
_OF_THE_NETWORK = (
    "SSE reconnect failed with status 401",
    "net::ERR_",
    "Failed to load resource",
    "TypeError: Failed to fetch",
    "TypeError: network error",
)


@dataclass
class Browsers:
    """Opens windows that share nothing, and collects what their pages complain about."""

    browser: Browser
    complaints: list[str] = field(default_factory=list)
    contexts: list[BrowserContext] = field(default_factory=list)

    def open(self, *, width: int = 1366, height: int = 768, scripts: bool = True) -> Page:
        """A page in a window of its own, with cookies of its own. `scripts=False` is a browser without JavaScript."""
        context = self.browser.new_context(viewport={"width": width, "height": height}, java_script_enabled=scripts)
        context.set_default_timeout(PATIENCE_MS)
        self.contexts.append(context)
        page = context.new_page()
        page.on("console", self._on_console)
        page.on("pageerror", self._on_error)
        return page

    def close(self) -> None:
        """Closes all windows."""
        while self.contexts:
            self.contexts.pop().close()

    def _on_console(self, message: ConsoleMessage) -> None:
        if message.type in ("error", "warning") and not any(part in message.text for part in _OF_THE_NETWORK):
            self.complaints.append(f"{message.type}: {message.text}")

    def _on_error(self, error: Error) -> None:
        self.complaints.append(f"error: {error}")


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    """One Chromium for the whole run."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM or None, args=FLAGS)
        yield browser
        browser.close()


@pytest.fixture
def browser(chromium: Browser) -> Iterator[Browsers]:
    """Windows for one test; fails it if a page wrote an error or a warning, a breach of its policy included."""
    browsers = Browsers(chromium)
    yield browsers
    browsers.close()
    assert not browsers.complaints, browsers.complaints


@pytest.fixture
def page(browser: Browsers) -> Page:
    """One page."""
    return browser.open()
