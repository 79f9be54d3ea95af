"""A report card for programs beside the hub: by the settings that hold, from a database that may be in use."""

from base64 import b64decode
from collections.abc import Iterator
from datetime import UTC, date, datetime

from msgspec import Struct
from sqlalchemy import Connection

from kiosk.config import Config
from kiosk.hub import settings
from kiosk.hub.report.card import Asked, Period, ReportCard, to_json
from kiosk.hub.report.counts import Counted, choices
from kiosk.hub.report.export import to_csv
from kiosk.hub.report.figures import STARS
from kiosk.hub.report.printed import to_pdf, to_text
from kiosk.hub.report.queries import moments, report_card
from kiosk.visits.settings import Settings

FORMATS = ("text", "csv", "json", "pdf")


class Told(Struct, frozen=True):
    """The settled, unflagged ratings of some whole weeks, of the practice (both empty), a site or a language."""

    first: date
    last: date
    site: str
    language: str
    n: int
    mean: float
    stars_1: int
    stars_2: int
    stars_3: int
    stars_4: int
    stars_5: int


def day_of(now: int, held: Settings) -> date:
    """The practice's day at `now`, ms UTC."""
    return datetime.fromtimestamp(now / 1000, UTC).astimezone(held.zone).date()


def card_of(connection: Connection, config: Config, asked: Asked, today: date) -> tuple[ReportCard, Settings]:
    """The card, and the settings that hold."""
    held = settings.newest(connection, config).settings
    target_ms = held.greeting_target_seconds * 1000
    return report_card(connection, asked, today=today, target_ms=target_ms), held


def written(card: ReportCard, held: Settings, wanted: str, language: str) -> bytes:
    """The card in one of `FORMATS`; for people in `language`."""
    if wanted == "csv":
        return to_csv(card).encode()
    if wanted == "json":
        return to_json(card) + b"\n"
    if wanted == "pdf":
        return to_pdf(card, held.name, language, accent=held.accent, logo=b64decode(held.logo))
    return to_text(card, held.name, language).encode()


def all_told(connection: Connection, first: date, last: date, today: date) -> Iterator[Told]:
    """Every stretch of time that is told in the period, of the practice, each site and each language."""
    sites, languages = choices(connection)
    filters = [("", ""), *((site, "") for site in sites), *(("", language) for language in languages)]
    for site, language in filters:
        counted = Counted(connection, Asked(first, last, site, language), today)
        for unit in counted.units(STARS, first, last):
            yield _told(unit, site, language, counted.stars([unit]))


def _told(unit: Period, site: str, language: str, stars: list[int]) -> Told:
    found = moments(stars)
    return Told(unit.first, unit.last, site, language, found.n, found.mean or 0.0, *stars)
