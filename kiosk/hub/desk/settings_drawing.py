"""What the miniature of the tablet's Welcome needs to be drawn. Pure but for the tablet's own translations."""

import base64
import functools
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from xml.etree import ElementTree

from kiosk import assets
from kiosk.colour import rgb
from kiosk.hub.desk.languages import SOURCE
from kiosk.hub.desk.settings_form import part_of_day
from kiosk.hub.desk.today import LANGUAGES as LANGUAGE_NAMES
from kiosk.visits.settings import READABLE, Settings, accent_contrast, check_png, floored

WIDTH, HEIGHT = 640, 400
"""Of the drawing, in its own units."""

_SIDE = 24
_GAP = 10
_LOGO_HEIGHT = 30
_BUTTON = 58
_LETTER, _IDEOGRAPH = 10.5, 20
_IDEOGRAPHS_BEGIN = 0x2E80
_CONTEXTS = ("Welcome", "WaitingStrip")
_RIGHT_TO_LEFT = "ar"


@dataclass(frozen=True)
class Chip:
    """A button of the bar of languages; an empty text is the globe."""

    text: str
    left: int
    width: int


@dataclass(frozen=True)
class Drawing:
    """Where to draw what, for a language that is read from left to right; the template mirrors it."""

    settings: Settings
    accent: str
    """As it is in the form, even if it is refused, so that people see why."""
    measured: str
    readable: bool
    needed: float
    own: str
    greeting: str
    line: str
    logo_width: int
    chips: tuple[Chip, ...]
    name_width: int
    say: Callable[[str], str]
    """A text of Welcome in the practice's own language."""

    @property
    def mirrored(self) -> bool:
        """Whether it is read from right to left."""
        return self.own == _RIGHT_TO_LEFT


def draw(settings: Settings, accent: str, hour: int) -> Drawing:
    """Welcome at this hour in the practice's own language, with `accent` if that is a colour at all."""
    try:
        rgb(accent)
    except ValueError:
        accent = settings.accent
    measured = accent_contrast(accent)
    own = settings.languages[0]
    words = tablet_words(own)

    def say(text: str) -> str:
        return text if own == SOURCE else words[text]

    part = part_of_day(hour)
    logo_width = _logo_width(settings.logo)
    chips = _chips(settings.languages)
    name_left = _SIDE + logo_width + _GAP
    return Drawing(
        settings=settings,
        accent=accent,
        measured=floored(measured),
        readable=measured >= READABLE,
        needed=READABLE,
        own=own,
        greeting=say(f"Good {part}."),
        line=settings.greeting_line(own, part) or say("We’re glad you’re here."),
        logo_width=logo_width,
        chips=chips,
        name_width=chips[-1].left - _GAP - name_left,
        say=say,
    )


@functools.cache
def tablet_words(tag: str) -> Mapping[str, str]:
    """What Welcome says in the language, by its English; empty for English.

    Raises FileNotFoundError for a language that nobody has translated.
    """
    if tag == SOURCE:
        return {}
    tree = ElementTree.parse(assets.path(f"translations/{tag}.ts"))  # noqa: S314 - our own file
    return {
        message.findtext("source", ""): message.findtext("translation", "")
        for context in tree.iter("context")
        if context.findtext("name") in _CONTEXTS
        for message in context.iter("message")
    }


def _chips(languages: tuple[str, ...]) -> tuple[Chip, ...]:
    """From the end of the line on: Aa, the globe where there are more than three, and the first two others."""
    texts = ["Aa"]
    if len(languages) > 3:
        texts.append("")
    texts += [LANGUAGE_NAMES[tag] for tag in reversed(languages[1:3])]
    chips: list[Chip] = []
    end = WIDTH - _SIDE
    for text in texts:
        wide = sum(_IDEOGRAPH if ord(char) >= _IDEOGRAPHS_BEGIN else _LETTER for char in text)
        width = max(_BUTTON, int(wide) + 2 * _GAP)
        chips.append(Chip(text, end - width, width))
        end -= width + _GAP
    return tuple(chips)


def _logo_width(logo: str) -> int:
    """As the tablet draws it: one to four times as wide as it is high."""
    if not logo:
        return _LOGO_HEIGHT
    width, height = check_png(base64.b64decode(logo))
    return min(4 * _LOGO_HEIGHT, max(_LOGO_HEIGHT, _LOGO_HEIGHT * width // height))
