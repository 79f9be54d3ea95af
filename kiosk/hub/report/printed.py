"""The report card on paper and as plain text, in English or Spanish. Typst sets the pages."""

import json
import shutil
import tempfile
from datetime import date
from pathlib import Path

from babel.dates import format_date
from babel.numbers import format_decimal, format_percent

from kiosk import assets
from kiosk.hub.report.card import ReportCard, Share, Stars
from kiosk.hub.report.printed_texts import TEXTS
from kiosk.hub.report.statistics import Difference, Interval
from kiosk.hub.report.suppression import Standing

LANGUAGES = tuple(TEXTS)

_TEMPLATE = Path(__file__).parent / "card.typ"

Line = tuple[str, str, str]
"""A figure's name, its value, and what there is to know about it."""
Section = tuple[str, list[Line]]


class Paper:
    """What is on it, in one language."""

    def __init__(self, card: ReportCard, language: str) -> None:
        self._card = card
        self._locale = language
        self._say = TEXTS[language]

    @property
    def title(self) -> str:
        """Of the whole."""
        return self._say["Report card"]

    @property
    def subtitle(self) -> str:
        """Of what it is."""
        stars = self._card.stars
        first, last = (
            (stars.period.first, stars.period.last) if stars else (self._card.asked.first, self._card.asked.last)
        )
        asked = self._card.asked
        of = asked.site or asked.language or self._say["All sites, all languages"]
        return f"{self._day(first)} – {self._day(last)} · {of}"

    @property
    def empty(self) -> str:
        """In the place of figures, where there are none."""
        return "" if self._card.stars else self._say["Too few ratings to say."]

    @property
    def note(self) -> str:
        """At the end."""
        return self._say["note"]

    def sections(self) -> list[Section]:
        """Everything that may be told, in order."""
        card = self._card
        if card.stars is None:
            return []
        told: list[Section] = [(self._say["Stars"], self._stars(card.stars))]
        if card.before:
            told[0][1].append((self._say["The period before"], self._number(card.before.mean), self._n(card.before.n)))
        if card.change:
            told[0][1].append((self._say["Change"], *self._difference(card.change)))
        told.append((self._say["Welcome, promises, help"], self._service()))
        drivers = [
            (self._say[each.topic], *(self._difference(each.difference) if each.difference else ("–", "")))
            for each in card.drivers
            if each.n is not None
        ]
        told.append((self._say["What goes with more or fewer stars"], drivers))
        trend = [
            (
                f"{self._day(each.period.first)} – {self._day(each.period.last)}",
                self._number(each.mean),
                self._n(each.n),
            )
            for each in card.trend
        ]
        told.append((self._say["Trend"], trend))
        return [(title, lines) for title, lines in told if lines]

    def _stars(self, stars: Stars) -> list[Line]:
        provisional = f" · {self._say['provisional']}" if stars.standing is Standing.PROVISIONAL else ""
        shares = [
            (f"{given} ★", self._percent(n / stars.n), str(n))
            for given, n in sorted(stars.counts.items(), reverse=True)
        ]
        return [
            (self._say["Mean of 5"], self._number(stars.mean), self._interval(stars.interval) + provisional),
            (self._say["Ratings"], format_decimal(stars.n, locale=self._locale), ""),
            (self._say["Score of 100"], self._number(stars.score, 0), ""),
            *shares,
        ]

    def _service(self) -> list[Line]:
        card = self._card
        lines: list[Line] = []
        if card.response:
            lines.append((self._say["Response rate"], *self._share(card.response)))
        if card.greeting:
            ninetieth = f"90 %: {self._time(card.greeting.ninetieth_ms)}"
            lines.append((self._say["Time to greet, median"], self._time(card.greeting.median_ms), ninetieth))
            lines.append((self._say["Greeted within the target"], *self._share(card.greeting.within_target)))
        if card.promises:
            lines.append((self._say["Promised waits kept"], *self._share(card.promises.kept)))
        if card.put_right:
            lines.append((self._say["Put right before leaving"], *self._share(card.put_right.before_leaving)))
        return lines

    def _share(self, share: Share) -> tuple[str, str]:
        return self._percent(share.share), self._n(share.n)

    def _difference(self, found: Difference) -> tuple[str, str]:
        sign = "+" if found.value > 0 else ""
        return sign + self._number(found.value), self._interval(found.interval)

    def _interval(self, interval: Interval) -> str:
        return f"95 %: {self._number(interval.low)} – {self._number(interval.high)}"

    def _n(self, n: int) -> str:
        return f"n = {format_decimal(n, locale=self._locale)}"

    def _number(self, value: float, places: int = 2) -> str:
        return str(format_decimal(value, "0." + "0" * places if places else "0", locale=self._locale))

    def _percent(self, share: float) -> str:
        return str(format_percent(share, locale=self._locale))

    def _time(self, ms: float) -> str:
        minutes, seconds = divmod(round(ms / 1000), 60)
        return f"{minutes} min {seconds} s" if minutes else f"{seconds} s"

    def _day(self, day: date) -> str:
        return str(format_date(day, "medium", locale=self._locale))


def to_text(card: ReportCard, practice: str, language: str) -> str:
    """For a terminal or the body of an e-mail."""
    paper = Paper(card, language)
    lines = [practice, paper.title, paper.subtitle, *([paper.empty] if paper.empty else [])]
    for title, rows in paper.sections():
        lines += ["", title]
        lines += [f"  {name:<32} {value:>12}  {more}".rstrip() for name, value, more in rows]
    return "\n".join([*lines, "", paper.note, ""])


def to_pdf(card: ReportCard, practice: str, language: str, *, accent: str, logo: bytes = b"") -> bytes:
    """A4, as many pages as it takes. `logo`: a PNG; without one the name alone stands at the top."""
    import typst

    paper = Paper(card, language)
    told = {
        "practice": practice,
        "title": paper.title,
        "subtitle": paper.subtitle,
        "empty": paper.empty,
        "note": paper.note,
        "page": TEXTS[language]["Page"],
        "language": language,
        "accent": accent,
        "logo": bool(logo),
        "sections": [{"title": title, "rows": rows} for title, rows in paper.sections()],
    }
    with tempfile.TemporaryDirectory(prefix="kiosk-card-") as name:
        folder = Path(name)
        (folder / "card.json").write_text(json.dumps(told), encoding="utf-8")
        shutil.copyfile(_TEMPLATE, folder / "card.typ")
        if logo:
            (folder / "logo.png").write_bytes(logo)
        fonts = [str(assets.path("fonts"))]
        return typst.compile(str(folder / "card.typ"), root=name, font_paths=fonts, ignore_system_fonts=True)
