"""The report card as files, by the settings that hold; from a database that may be in use."""

from base64 import b64decode
from collections.abc import Iterator
from datetime import date

from msgspec import Struct
from sqlalchemy import Connection

from kiosk.config import Config
from kiosk.hub import settings
from kiosk.hub.desk.languages import words
from kiosk.hub.report import sites
from kiosk.hub.report.card import Asked, Period, ReportCard, to_json
from kiosk.hub.report.counts import Counted, choices
from kiosk.hub.report.export import to_csv
from kiosk.hub.report.figures import STARS
from kiosk.hub.report.printed import to_pdf, to_text
from kiosk.hub.report.queries import moments, report_card
from kiosk.hub.report.speaking import Telling
from kiosk.visits.settings import Settings


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


def written(connection: Connection, config: Config, asked: Asked, today: date, *, wanted: str, language: str) -> bytes:
    """The card as `wanted`: text, csv, json or pdf; for people in `language`, one of `SPOKEN`."""
    held = settings.newest(connection, config).settings
    card = report_card(connection, asked, today=today, target_ms=held.greeting_target_seconds * 1000)
    if wanted == "csv":
        return to_csv(card).encode()
    if wanted == "json":
        return to_json(card) + b"\n"
    tell = Telling(words(language))
    site = site_of(connection, asked, tell)
    if wanted == "pdf":
        return printed(card, held, tell, site)
    return to_text(card, held.name, tell, site).encode()


def printed(card: ReportCard, held: Settings, tell: Telling, site: str) -> bytes:
    """On paper, as the practice looks."""
    return to_pdf(card, held.name, tell, site, accent=held.accent, logo=b64decode(held.logo))


def site_of(connection: Connection, asked: Asked, tell: Telling) -> str:
    """What people call the site that was asked for; empty for all."""
    return tell.say(sites.name_of(sites.names(connection), asked.site)) if asked.site else ""


def all_told(connection: Connection, first: date, last: date, today: date) -> Iterator[Told]:
    """Every stretch of time that is told in the period, of the practice, each site and each language."""
    all_sites, languages = choices(connection)
    filters = [("", ""), *((site, "") for site in all_sites), *(("", language) for language in languages)]
    for site, language in filters:
        counted = Counted(connection, Asked(first, last, site, language), today)
        for unit in counted.units(STARS, first, last):
            yield _told(unit, site, language, counted.stars([unit]))


def _told(unit: Period, site: str, language: str, stars: list[int]) -> Told:
    found = moments(stars)
    return Told(unit.first, unit.last, site, language, found.n, found.mean or 0.0, *stars)
