"""The report card on paper and as plain text, in one of the languages of its page. Typst sets the pages."""

import json
import shutil
import tempfile
from pathlib import Path

from kiosk import assets
from kiosk.hub.desk.templating import duration
from kiosk.hub.report.card import Driver, Period, ReportCard, Share, Stars
from kiosk.hub.report.illustrated import bars, charts, heat
from kiosk.hub.report.speaking import Telling
from kiosk.hub.report.statistics import Difference
from kiosk.hub.report.suppression import Standing
from kiosk.hub.report.words import sentences
from kiosk.visits.rating import SCALE, TOPIC_LABELS, Topic

_TEMPLATE = Path(__file__).parent / "card.typ"

Line = tuple[str, str, str]
"""A figure's name, its value, and what there is to know about it."""
Section = tuple[str, list[Line]]


class Paper:
    """What is on it, in one language."""

    def __init__(self, card: ReportCard, tell: Telling, site: str) -> None:
        """`site`: what people call the one that was asked for; empty for all."""
        self._card = card
        self._tell = tell
        self._say = tell.say
        self._site = site

    @property
    def title(self) -> str:
        """Of the whole."""
        return self._say("Report card")

    @property
    def subtitle(self) -> str:
        """Of what it is."""
        card, say = self._card, self._say
        language = card.asked.language
        days = card.stars.period if card.stars else Period(card.asked.first, card.asked.last)
        told = (
            self._tell.period(days),
            self._site or say("all sites"),
            self._tell.language(language) if language else say("all languages"),
        )
        return " · ".join(told)

    @property
    def said(self) -> list[str]:
        """The words before the figures."""
        if self._card.stars is None:
            return [self._say("Too few to say.")]
        return sentences(self._card, self._tell.words) or [self._say("Nothing stands out that could not be chance.")]

    @property
    def headline(self) -> tuple[str, int, str] | None:
        """The mean, as whole stars, and what there is to know about it; None where it must not be told."""
        stars = self._card.stars
        if stars is None:
            return None
        return (
            self._tell.number(stars.mean, 2),
            round(stars.mean),
            f"{self._around(stars)} · {self._n(stars.n)}",
        )

    @property
    def titles(self) -> dict[str, str]:
        """Of what is drawn."""
        say = self._say
        return {
            "bars": say("How patients rated their visit"),
            "service": say("Service"),
            "care": say("Care"),
            "heat": say("Stars by hour and weekday"),
            "trend": say("Trend"),
            "of_dots": say(
                "The broken line is the mean of all ratings; a bar is a {confidence} interval; coloured if certain.",
                confidence=self._tell.confidence,
            ),
            "of_heat": say(
                "Cells with fewer than 10 ratings are left blank, and so are others by which they could be worked out."
            ),
        }

    @property
    def note(self) -> str:
        """At the end."""
        return self._say("Whole weeks that are over. Fewer than 10 ratings are not shown; up to 29 are provisional.")

    def sections(self) -> list[Section]:
        """Everything that may be told, in order."""
        card, say = self._card, self._say
        if card.stars is None:
            return []
        told: list[Section] = [
            (say("How patients rated their visit"), self._stars(card.stars)),
            (say("The welcome, promises, putting right"), self._service()),
        ]
        for title, wanted in ((say("Service"), True), (say("Care"), False)):
            with_it = say("stars with the topic, and against ratings without it")
            told.append((f"{title}: {with_it}", self._drivers(is_service=wanted)))
        trend = [
            (
                self._tell.period(each.period),
                self._tell.number(each.mean, 2),
                f"{self._tell.stars(each.interval)} · {self._n(each.n)}",
            )
            for each in card.trend
        ]
        told.append((say("Trend"), trend))
        return [(title, lines) for title, lines in told if lines]

    def _stars(self, stars: Stars) -> list[Line]:
        say, tell = self._say, self._tell
        shares = [
            (f"{given} ★ {say(SCALE[given])}", tell.percent(n / stars.n), tell.number(n))
            for given, n in sorted(stars.counts.items(), reverse=True)
        ]
        lines = [
            (say("Stars"), tell.number(stars.mean, 2), self._around(stars)),
            (say("Ratings"), tell.number(stars.n), ""),
            (say("Score of 100"), tell.number(stars.score), ""),
            *shares,
        ]
        if before := self._card.before:
            lines.append((say("The period before"), tell.number(before.mean, 2), self._n(before.n)))
        if self._card.change:
            lines.append((say("Change"), *self._difference(self._card.change)))
        return lines

    def _around(self, stars: Stars) -> str:
        return self._standing(self._interval(self._tell.stars(stars.interval)), stars.standing)

    def _service(self) -> list[Line]:
        card, say, tell = self._card, self._say, self._tell
        lines: list[Line] = []
        if card.response:
            lines.append((say("Visits that were rated"), *self._share(card.response)))
        if card.greeting:
            most = say("{most} within {time}", most=tell.percent(0.9), time=duration(card.greeting.ninetieth_ms))
            lines.append((say("median time to greet"), duration(card.greeting.median_ms), most))
            lines.append((say("Greeted within the target"), *self._share(card.greeting.within_target)))
        if card.promises:
            lines.append((say("Promises kept"), *self._share(card.promises.kept)))
        if card.put_right:
            lines.append((say("Put right before the patient left"), *self._share(card.put_right.before_leaving)))
        return [(name[0].upper() + name[1:], value, more) for name, value, more in lines]

    def _drivers(self, *, is_service: bool) -> list[Line]:
        return [
            (
                self._say(TOPIC_LABELS[Topic(each.topic)]),
                self._tell.number(each.mean, 2),
                self._standing(self._driver(each), each.standing),
            )
            for each in self._card.drivers
            if each.mean is not None and each.is_service is is_service
        ]

    def _driver(self, driver: Driver) -> str:
        told = [self._tell.difference(driver.difference)] if driver.difference else []
        return " · ".join([*told, self._n(driver.n or 0)])

    def _share(self, share: Share) -> tuple[str, str]:
        told = self._say("{part} of {n}", part=self._tell.number(share.part), n=self._tell.number(share.n))
        bounds = [self._tell.shares(share.interval)] if share.interval else []
        return self._tell.percent(share.share), " · ".join([told, *bounds])

    def _difference(self, found: Difference) -> tuple[str, str]:
        low, high = (self._tell.signed(each) for each in (found.interval.low, found.interval.high))
        return self._tell.signed(found.value), self._say("{low} to {high}", low=low, high=high)

    def _interval(self, bounds: str) -> str:
        return self._say("{confidence} interval {bounds}", confidence=self._tell.confidence, bounds=bounds)

    def _standing(self, text: str, standing: Standing) -> str:
        return f"{text} · {self._say('provisional')}" if standing is Standing.PROVISIONAL else text

    def _n(self, n: int) -> str:
        return self._say("{n} ratings", n=self._tell.number(n))


def to_text(card: ReportCard, practice: str, tell: Telling, site: str = "") -> str:
    """For a terminal or the body of an e-mail. `site`: what people call the one that was asked for."""
    paper = Paper(card, tell, site)
    lines = [practice, paper.title, paper.subtitle, "", *paper.said]
    for title, rows in paper.sections():
        lines += ["", title]
        lines += [f"  {name:<34} {value:>12}  {more}".rstrip() for name, value, more in rows]
    return "\n".join([*lines, "", paper.note, ""])


def to_pdf(card: ReportCard, practice: str, tell: Telling, site: str = "", *, accent: str, logo: bytes = b"") -> bytes:
    """A4, as many pages as it takes. `logo`: a PNG; without one the name alone stands at the top.

    Without its charts where they cannot be drawn: the tables say the same.
    """
    import typst

    paper, drawn = Paper(card, tell, site), charts(card, tell)
    told = {
        "practice": practice,
        "title": paper.title,
        "subtitle": paper.subtitle,
        "said": paper.said,
        "headline": paper.headline,
        "bars": bars(card, tell),
        "heat": heat(card, tell),
        "charts": {name: name in drawn for name in ("trend", "service", "care")},
        "titles": paper.titles,
        "note": paper.note,
        "page": tell.say("Page"),
        "language": tell.words.tag,
        "accent": accent,
        "logo": bool(logo),
        "sections": [{"title": title, "rows": rows} for title, rows in paper.sections()],
    }
    with tempfile.TemporaryDirectory(prefix="kiosk-card-") as root:
        folder = Path(root)
        (folder / "card.json").write_text(json.dumps(told), encoding="utf-8")
        shutil.copyfile(_TEMPLATE, folder / "card.typ")
        for name, svg in drawn.items():
            (folder / f"{name}.svg").write_text(svg, encoding="utf-8")
        if logo:
            (folder / "logo.png").write_bytes(logo)
        fonts = [str(assets.path("fonts"))]
        return typst.compile(str(folder / "card.typ"), root=root, font_paths=fonts, ignore_system_fonts=True)
