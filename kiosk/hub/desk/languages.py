"""The languages that patients read: what is said in each, and which one is meant. Texts are in `locale/*.po`."""

import functools
import io
import re
from collections.abc import Sequence
from pathlib import Path

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from babel.support import NullTranslations, Translations

LOCALE = Path(__file__).parent / "locale"
SOURCE = "en"
"""The language that the texts are written in."""

_RIGHT_TO_LEFT = frozenset({"ar"})
_ISOLATE = "\u2068{}\u2069"
_HEADER_LENGTH = 200
_OFFERED = re.compile(r"^\s*([A-Za-z-]{1,20}|\*)\s*(?:;\s*q=([01](?:\.[0-9]{0,3})?)\s*)?$")


class Words:
    """What is said in one language."""

    def __init__(self, tag: str, texts: NullTranslations) -> None:
        """`tag`: BCP 47, one of the tablet's languages."""
        self.tag = tag
        self._texts = texts

    @property
    def direction(self) -> str:
        """`ltr` or `rtl`."""
        return "rtl" if self.tag in _RIGHT_TO_LEFT else "ltr"

    def say(self, text: str, **values: object) -> str:
        """The text in this language, with `values` in the places of their names."""
        return self._filled(self._texts.gettext(text), values)

    def count(self, one: str, many: str, n: int, **values: object) -> str:
        """The form of the text that `n` needs; it holds `{n}`."""
        return self._filled(self._texts.ngettext(one, many, n), {"n": n, **values})

    def _filled(self, text: str, values: dict[str, object]) -> str:
        # A name in other letters than the sentence's must not turn the words around it.
        isolate = self.direction == "rtl"
        return text.format(**{name: _ISOLATE.format(value) if isolate else value for name, value in values.items()})


@functools.cache
def words(tag: str) -> Words:
    """What is said in the language `tag`. Raises FileNotFoundError for one that nobody has translated."""
    if tag == SOURCE:
        return Words(tag, NullTranslations())
    # Compiled here, so that the texts are kept once and in a form that people can read.
    compiled = io.BytesIO()
    with (LOCALE / f"{tag}.po").open("rb") as file:
        write_mo(compiled, read_po(file, locale=tag.replace("-", "_")))
    compiled.seek(0)
    return Words(tag, Translations(compiled))


def preferred(header: str, spoken: Sequence[str]) -> str | None:
    """The language of `spoken` that a browser's Accept-Language asks for most; None if it asks for none of them."""
    wanted: list[tuple[float, str]] = []
    for part in header[:_HEADER_LENGTH].split(","):
        if match := _OFFERED.match(part):
            wanted.append((float(match[2] or 1), match[1].lower()))
    for weight, tag in sorted(wanted, key=lambda each: -each[0]):
        for language in spoken:
            if weight and language.lower().partition("-")[0] == tag.partition("-")[0]:
                return language
    return None
