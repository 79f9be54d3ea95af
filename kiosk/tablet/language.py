"""The patient's language: chosen by them, live on the screen that stands, and gone with them."""

from dataclasses import dataclass

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.tablet.values import Rows

QML_IMPORT_NAME = "Kiosk.Models"
QML_IMPORT_MAJOR_VERSION = 1

_LATIN = "Atkinson Hyperlegible Next"
_ATKINSON_CAPITAL = 0.668
_NOTO_CAPITAL = 0.714


@dataclass(frozen=True)
class Language:
    """One language as the tablet speaks and writes it."""

    code: str
    """BCP 47."""
    name: str
    """As its speakers write it, so that they find it on a screen that they cannot read."""
    keyboard: str
    """The folder of its layout in `keyboard/`."""
    family: str = _LATIN
    """One typeface for all of a text: a word that mixes two is hard to read."""
    capital: float = _ATKINSON_CAPITAL
    """The height of a capital letter, as a share of the type's size."""
    mirrored: bool = False
    """Whether it is read from right to left."""


# Atkinson lacks Cyrillic and most of the marks of Vietnamese. Arabic and Chinese have no capitals: at the size that
# Atkinson needs, the bodies of their letters are as large as its. The Arabic is the one made for screens, whose lines
# are not twice as high as others.
_SPOKEN = (
    Language("en", "English", "en_GB"),
    Language("es", "Español", "es_ES"),
    Language("zh-Hans", "中文", "zh_CN", family="Noto Sans CJK SC"),
    Language("vi", "Tiếng Việt", "vi_VN", family="Noto Sans", capital=_NOTO_CAPITAL),
    Language("ar", "العربية", "ar_AR", family="Noto Sans Arabic UI", mirrored=True),
    Language("fr", "Français", "fr_FR"),
    Language("ru", "Русский", "ru_RU", family="Noto Sans", capital=_NOTO_CAPITAL),
    Language("pt", "Português", "pt_BR"),
)
LANGUAGES = {language.code: language for language in _SPOKEN}


@dataclass(frozen=True)
class LanguageRow:
    """One language to choose."""

    code: str
    name: str
    fontFamily: str


def _row(language: Language) -> LanguageRow:
    return LanguageRow(code=language.code, name=language.name, fontFamily=language.family)


@QmlElement
class LanguageModel(QObject):
    """Knows which language is spoken. Whoever owns the translations follows `currentChanged`."""

    currentChanged = Signal()
    choosingChanged = Signal()
    offeredChanged = Signal()
    used = Signal()
    """Somebody chooses for themselves."""

    def __init__(self, offered: tuple[str, ...], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._own = LANGUAGES[offered[0]]
        self._offered = [LANGUAGES[code] for code in offered]
        self._language = self._own
        self._in_use = False
        self._choosing = False
        self._all = Rows(LanguageRow, self)
        self._all.show([*map(_row, self._offered)])
        self._others = Rows(LanguageRow, self)
        self._show_others()

    def offer(self, offered: tuple[str, ...]) -> None:
        """The practice's languages from now on, its own first; whoever has chosen one of them keeps it."""
        own = LANGUAGES[offered[0]]
        languages = [LANGUAGES[code] for code in offered]
        if languages == self._offered:
            return
        self._own, self._offered = own, languages
        self._all.show([*map(_row, languages)])
        if not self._in_use or self._language not in languages:
            self._speak(own)
        self._show_others()
        self.offeredChanged.emit()

    @property
    def spoken(self) -> str:
        """The code of the language spoken now."""
        return self._language.code

    @Property(Rows, constant=True)
    def offered(self) -> Rows:
        """All languages of the practice, its own first: rows of `LanguageRow`."""
        return self._all

    @Property(Rows, constant=True)
    def others(self) -> Rows:
        """The first two that are not spoken now: rows of `LanguageRow`."""
        return self._others

    @Property(int, notify=offeredChanged)
    def count(self) -> int:
        """How many languages the practice offers."""
        return len(self._offered)

    @Property(str, notify=currentChanged)
    def current(self) -> str:
        """The code of the language spoken now."""
        return self._language.code

    @Property(str, notify=currentChanged)
    def name(self) -> str:
        """The language spoken now, in itself."""
        return self._language.name

    @Property(bool, notify=currentChanged)
    def rightToLeft(self) -> bool:
        """Whether the screen is mirrored."""
        return self._language.mirrored

    @Property(str, notify=currentChanged)
    def fontFamily(self) -> str:
        """The typeface of all text."""
        return self._language.family

    @Property(float, notify=currentChanged)
    def capitalHeight(self) -> float:
        """What a capital letter takes of the type's size."""
        return self._language.capital

    @Property(str, notify=currentChanged)
    def locale(self) -> str:
        """The keyboard's layout."""
        return self._language.keyboard

    @Property(bool, notify=choosingChanged)
    def choosing(self) -> bool:
        """Whether all languages are on the screen."""
        return self._choosing

    @Slot()
    def open(self) -> None:
        """The patient looks for their language."""
        self._set_choosing(True)
        self.used.emit()

    @Slot()
    def close(self) -> None:
        """The patient has seen the list, or is gone."""
        self._set_choosing(False)

    @Slot(str)
    def choose(self, code: str) -> None:
        """The patient wants this one."""
        self._set_choosing(False)
        self._in_use = True
        self._speak(LANGUAGES[code])
        self.used.emit()

    @Slot()
    def reset(self) -> None:
        """The next patient finds the practice's own language."""
        self._set_choosing(False)
        self._in_use = False
        self._speak(self._own)

    def _set_choosing(self, choosing: bool) -> None:
        if choosing != self._choosing:
            self._choosing = choosing
            self.choosingChanged.emit()

    def _speak(self, language: Language) -> None:
        if language is not self._language:
            self._language = language
            self._show_others()
            self.currentChanged.emit()

    def _show_others(self) -> None:
        others = [other for other in self._offered if other is not self._language]
        self._others.show([*map(_row, others[:2])])
