"""A tablet in its place: its data, its hub, and the machine below it, all of it well, for faults to be planted in."""

import ssl
from contextlib import ExitStack
from pathlib import Path
from typing import Any
from uuid import uuid4

import trustme
from msgspec.structs import replace

from kiosk.config import TabletConfig
from kiosk.doctor import machine, tablet
from kiosk.doctor.check import Check
from kiosk.doctor.machine import Machine
from kiosk.store import SYSTEM_CLOCK, Store
from kiosk.visits.events import Arrived
from kiosk.visits.settings import LANGUAGES
from tests.loops import alone
from tests.store.conftest import MovedClock, done
from tests.sync.servers import FakeHub

_FILES = (
    "usr/bin/speech-dispatcher",
    "usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc",
    "usr/share/fonts/truetype/noto/NotoSans-Regular.ttf",
    "usr/share/fonts/truetype/noto/NotoSansArabicUI-Regular.ttf",
    "dev/snd/pcmC0D0p",
    *(
        f"usr/lib/x86_64-linux-gnu/espeak-ng-data/{name}_dict"
        for name in ("en", "es", "cmn", "vi", "ar", "fr", "ru", "pt")
    ),
    *(f"assets/fonts/AtkinsonHyperlegibleNext-{style}.ttf" for style in ("Regular", "SemiBold", "Bold")),
    *(f"assets/translations/{tag}.qm" for tag in LANGUAGES),
)


class Site:
    """A tablet that runs and does well until something is planted."""

    def __init__(self, folder: Path, stack: ExitStack, authority: trustme.CA) -> None:
        """`stack`: what has to be undone afterwards is put there; `authority`: that is trusted here."""
        self.folder = folder
        self.authority = authority
        self.stack = stack
        self.root = folder / "root"
        for file in _FILES:
            (self.root / file).parent.mkdir(parents=True, exist_ok=True)
            (self.root / file).touch()
        self.screen = self.root / "sys/class/drm/card0-eDP-1"
        self.screen.mkdir(parents=True)
        (self.screen / "status").write_text("connected\n")
        self.show(217, 136)
        self.touch = self.root / "sys/class/input/event3/device"
        self.touch.mkdir(parents=True)
        (self.touch / "properties").write_text("2\n")
        (self.touch / "name").write_text("Goodix Capacitive TouchScreen\n")
        self.data = folder / "data"
        self.store = Store.open(self.data, "tablet")
        stack.callback(self.stop)
        done(self.store.append(lambda stamp: Arrived(**stamp, visit=uuid4(), ticket="K1")))
        self.hub = FakeHub()
        stack.callback(self.hub.close)
        self.config = TabletConfig(hub=self.hub.url, token="secret-token", data=str(self.data))
        self.ahead_ms = 0

    def stop(self) -> None:
        """Ends the tablet's program."""
        self.store.close()

    def set(self, **settings: Any) -> None:
        """Other settings."""
        self.config = replace(self.config, **settings)

    def show(self, width_mm: int, height_mm: int) -> None:
        """A screen of 1280 × 800 that tells this size of itself. Source: VESA E-EDID 1.4, 3.10.2."""
        edid = bytearray(128)
        edid[54:56] = (7100).to_bytes(2, "little")
        edid[66:69] = (width_mm & 0xFF, height_mm & 0xFF, width_mm >> 8 << 4 | height_mm >> 8)
        (self.screen / "edid").write_bytes(edid)
        (self.screen / "modes").write_text("1280x800\n640x480\n")

    def serve_tls(self, certificate: trustme.LeafCert) -> None:
        """The hub shows this certificate."""
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        certificate.configure_cert(context)
        self.hub = FakeHub(context)
        self.stack.callback(self.hub.close)
        self.set(hub=self.hub.url)

    def look(self) -> list[Check]:
        """What the doctor says."""
        below = Machine(root=self.root, assets=self.root / "assets")
        clock = MovedClock(self.ahead_ms) if self.ahead_ms else SYSTEM_CLOCK
        return alone(lambda: [*machine.look(self.config, below), *tablet.look(self.config, clock)])
