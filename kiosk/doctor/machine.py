"""The machine below the tablet: screen, touch, typefaces, languages, voices, sound. Looks at Debian, not at Qt."""

import os
from collections.abc import Iterator
from pathlib import Path

from msgspec import Struct

from kiosk import assets
from kiosk.config import TabletConfig
from kiosk.doctor.check import Check, ok
from kiosk.doctor.screen import look_at_screen
from kiosk.visits.condition import State
from kiosk.visits.settings import LANGUAGES

_INSTALL_AGAIN = (
    "Install the package again, in the folder with its file: apt install --reinstall ./front-desk-kiosk_*.deb"
)
_OWN_FONTS = tuple(f"fonts/AtkinsonHyperlegibleNext-{style}.ttf" for style in ("Regular", "SemiBold", "Bold"))
_FONTS = {
    "NotoSans-Regular": ("ru, vi", "fonts-noto-core"),
    "NotoSansArabicUI-Regular": ("ar", "fonts-noto-ui-core"),
    "NotoSansCJK-Regular": ("zh-Hans", "fonts-noto-cjk"),
}
"""What Atkinson cannot write: the file of a typeface, the languages that need it, the package that has it."""
_VOICES = {"zh-Hans": "cmn"}
"""What eSpeak NG calls a language where it has another name for it than we."""
_INPUT_PROP_DIRECT = 1 << 1
"""It is touched where it shows. Source: linux/input-event-codes.h."""


class Machine(Struct, frozen=True):
    """Where to look."""

    root: Path = Path("/")
    assets: Path = assets.path("")


def look(config: TabletConfig, machine: Machine | None = None) -> Iterator[Check]:
    """Everything that the tablet with these settings needs of the machine, a line at a time."""
    machine = machine or Machine()
    for check, part in (
        ("tablet.screen", look_at_screen(machine.root / "sys", config.diagonal_inches)),
        ("tablet.touch", _touch(machine.root / "sys")),
        ("tablet.fonts", _fonts(machine)),
        ("tablet.languages", _languages(machine)),
        ("tablet.voices", _voices(machine.root, config)),
        ("tablet.sound", _sound(machine.root, config)),
    ):
        try:
            yield from part
        except OSError as error:
            yield Check(check, State.WARNING, f"This cannot be looked at: {error}.", "Run this as root.")


def _touch(sys: Path) -> Iterator[Check]:
    inputs = sys / "class" / "input"
    if not inputs.is_dir():
        yield ok("tablet.touch", "Whether there is a touch screen cannot be told here.")
        return
    for file in sorted(inputs.glob("event*/device/properties")):
        if int(file.read_text(encoding="ascii").split()[-1], 16) & _INPUT_PROP_DIRECT:
            name = (file.parent / "name").read_text(encoding="utf-8").strip()
            yield ok("tablet.touch", f"There is a touch screen: {name}.")
            return
    yield Check(
        "tablet.touch",
        State.FAULT,
        "There is no touch screen.",
        "Check the cable of its touch part, if it has one of its own; see what dmesg says of it: it may need a driver.",
    )


def _fonts(machine: Machine) -> Iterator[Check]:
    missing = [file for file in _OWN_FONTS if not (machine.assets / file).exists()]
    if missing:
        yield Check("tablet.fonts", State.FAULT, f"The product's typeface lacks {', '.join(missing)}.", _INSTALL_AGAIN)
    folders = [machine.root / "usr" / "share" / "fonts", machine.root / "usr" / "local" / "share" / "fonts"]
    there = {file.stem for folder in folders for file in folder.rglob("Noto*")}
    for name, (languages, package) in _FONTS.items():
        if name not in there:
            text = f"The typeface {name} is missing: {languages} cannot be read."
            yield Check("tablet.fonts", State.FAULT, text, f"apt install {package}")
    if not missing and there >= _FONTS.keys():
        yield ok("tablet.fonts", "The typefaces of every language are there.")


def _languages(machine: Machine) -> Iterator[Check]:
    missing = [tag for tag in LANGUAGES if not (machine.assets / "translations" / f"{tag}.qm").exists()]
    if missing:
        text = f"The texts of the screens are missing in {', '.join(missing)}."
        yield Check("tablet.languages", State.FAULT, text, _INSTALL_AGAIN)
    else:
        yield ok("tablet.languages", f"The screens are written in {len(LANGUAGES)} languages.")


def _voices(root: Path, config: TabletConfig) -> Iterator[Check]:
    if not config.speech_volume:
        yield ok("tablet.voices", "Nothing is read aloud: speech_volume is 0.")
        return
    if not (root / "usr" / "bin" / "speech-dispatcher").exists():
        yield Check(
            "tablet.voices",
            State.WARNING,
            "Nothing can be read aloud: speech-dispatcher is not installed.",
            "apt install speech-dispatcher speech-dispatcher-espeak-ng",
        )
    there = {file.name for file in (root / "usr").glob("lib/*/espeak-ng-data/*_dict")}
    missing = [tag for tag in LANGUAGES if f"{_VOICES.get(tag, tag)}_dict" not in there]
    if missing:
        text = f"There is no voice for {', '.join(missing)}: they are not read aloud."
        yield Check("tablet.voices", State.WARNING, text, "apt install --reinstall espeak-ng espeak-ng-data")
    else:
        yield ok("tablet.voices", "There is a voice for every language.")


def _sound(root: Path, config: TabletConfig) -> Iterator[Check]:
    if not config.volume and not config.speech_volume:
        yield ok("tablet.sound", "No sound is wanted: both volumes are 0.")
        return
    devices = list((root / "dev" / "snd").glob("pcm*p"))
    if not devices:
        yield Check(
            "tablet.sound",
            State.WARNING,
            "There is no sound device: a call makes no sound, and nothing is read aloud.",
            "Switch sound on in the machine's firmware, or set volume and speech_volume to 0.",
        )
    elif not any(os.access(device, os.R_OK | os.W_OK) for device in devices):
        yield Check(
            "tablet.sound",
            State.WARNING,
            "There is a sound device, and this user may not use it.",
            "Run this as the user that the tablet runs as; put that user into the group audio.",
        )
    else:
        yield ok("tablet.sound", "There is a sound device.")
