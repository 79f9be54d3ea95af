"""The Report card page, and the same as files."""

import asyncio
from typing import Any

import structlog
from litestar import Request, Response, get
from markupsafe import Markup
from msgspec import Struct

from kiosk.hub.answers import JSON, Answer, gives, says, shows
from kiosk.hub.desk.accounts import Account
from kiosk.hub.desk.guard import requires
from kiosk.hub.desk.pages import html
from kiosk.hub.desk.roles import Role
from kiosk.hub.desk.today import LANGUAGES
from kiosk.hub.hub import Hub
from kiosk.hub.hubs import hub_of
from kiosk.hub.report import files, sites
from kiosk.hub.report.asking import IN_WORDS, QUERY, asked_of, query_of, telling_of, today_of
from kiosk.hub.report.card import Asked, ReportCard, to_json
from kiosk.hub.report.dots import dots_svg
from kiosk.hub.report.drawing import PAGE
from kiosk.hub.report.export import to_csv
from kiosk.hub.report.pen import DrawingError
from kiosk.hub.report.periods import Choice
from kiosk.hub.report.queries import report_card
from kiosk.hub.report.speaking import SPOKEN, Telling
from kiosk.hub.report.trend import NARROW, WIDE, trend_svg
from kiosk.hub.report.words import sentences
from kiosk.visits.rating import SCALE, TOPIC_LABELS

REPORT_PATH = "/desk/report"

_log = structlog.get_logger(__name__)
_CSV, _PDF = "text/csv", "application/pdf"
_MANAGERS = [requires(Role.MANAGER)]


class _Charts(Struct, frozen=True):
    """What is drawn of a card."""

    service: Markup
    care: Markup
    wide: Markup
    narrow: Markup


@get(REPORT_PATH, guards=_MANAGERS, opt=says({200: shows("The page.")}, query=IN_WORDS))
async def report_page(request: Request[Account, str, Any]) -> Response[str]:
    """Of the last four weeks that are over, if nothing else is asked for; what cannot be understood filters nothing."""
    hub = hub_of(request)
    asked, tell, today = asked_of(request), telling_of(request), today_of(hub)

    def read() -> tuple[ReportCard, dict[str, str], _Charts | None]:
        card = card_of(hub, asked)
        with hub.database.report() as connection:
            known = sites.names(connection)
        return card, known, _charts(card, tell)

    card, known, charts = await asyncio.to_thread(read)
    return html(
        request,
        "report.html",
        card=card,
        earlier=card.service_before,
        charts=charts,
        said=sentences(card, tell.words),
        scale=SCALE,
        labels={str(topic): label for topic, label in TOPIC_LABELS.items()},
        hours=sorted({cell.hour for cell in card.heatmap}),
        weekdays=sorted({cell.weekday for cell in card.heatmap}),
        cells={(cell.weekday, cell.hour): cell.mean for cell in card.heatmap},
        sites=sorted(((each, tell.say(sites.name_of(known, each))) for each in card.sites), key=lambda each: each[1]),
        site=tell.say(sites.name_of(known, asked.site)),
        languages=card.languages,
        choices=list(Choice),
        named=tell.asked(asked, today),
        link=lambda **changes: query_of(request, **changes),
        exported=query_of(request, period="", lang="", first=str(asked.first), last=str(asked.last)),
        others=[(tag, LANGUAGES[tag]) for tag in SPOKEN if tag != tell.words.tag],
        asked=asked,
        path=REPORT_PATH,
        tell=tell,
        say=tell.say,
        lang=tell.words.tag,
    )


@get(REPORT_PATH + "/report.csv", guards=_MANAGERS, opt=says({200: Answer("The table.", (_CSV,))}, query=QUERY))
async def report_csv(request: Request[Account, str, Any]) -> Response[bytes]:
    """The figures for a spreadsheet."""
    card = await asyncio.to_thread(card_of, hub_of(request), asked_of(request))
    return _file(to_csv(card).encode(), _CSV, "report-card.csv")


@get(REPORT_PATH + "/report.json", guards=_MANAGERS, opt=says({200: gives("The figures.", ReportCard)}, query=QUERY))
async def report_json(request: Request[Account, str, Any]) -> Response[bytes]:
    """The figures for a program."""
    card = await asyncio.to_thread(card_of, hub_of(request), asked_of(request))
    return _file(to_json(card), JSON, "report-card.json")


@get(REPORT_PATH + "/report.pdf", guards=_MANAGERS, opt=says({200: Answer("To print.", (_PDF,))}, query=IN_WORDS))
async def report_pdf(request: Request[Account, str, Any]) -> Response[bytes]:
    """The figures on paper, in the page's language."""
    hub = hub_of(request)
    asked, tell = asked_of(request), telling_of(request)

    def printed() -> bytes:
        card = card_of(hub, asked)
        with hub.database.report() as connection:
            site = files.site_of(connection, asked, tell)
        return files.printed(card, hub.settings.settings, tell, site)

    return _file(await asyncio.to_thread(printed), _PDF, "report-card.pdf")


def card_of(hub: Hub, asked: Asked) -> ReportCard:
    """What the hub's database says now."""
    target_ms = hub.config.practice.greeting_target_seconds * 1000
    with hub.database.report() as connection:
        return report_card(connection, asked, today=today_of(hub), target_ms=target_ms)


def _charts(card: ReportCard, tell: Telling) -> _Charts | None:
    """None where there is nothing to draw, or where it cannot be drawn: the tables say the same."""
    if card.stars is None:
        return None
    try:
        return _drawn(card, card.stars.mean, tell)
    except DrawingError as error:
        _log.warning("charts-missing", error=str(error))
        return None


def _drawn(card: ReportCard, overall: float, tell: Telling) -> _Charts:
    labels = {str(topic): tell.say(label) for topic, label in TOPIC_LABELS.items()}
    service, care = (
        dots_svg(
            [each for each in card.drivers if each.is_service is wanted],
            labels,
            overall,
            card.drivers,
            PAGE,
            locale=tell.chart_locale,
        )
        for wanted in (True, False)
    )
    wide, narrow = (trend_svg(card.trend, PAGE, width=each, locale=tell.chart_locale) for each in (WIDE, NARROW))
    return _Charts(service, care, wide, narrow)


def _file(content: bytes, media: str, name: str) -> Response[bytes]:
    headers = {"Cache-Control": "no-store", "Content-Disposition": f'attachment; filename="{name}"'}
    return Response(content, media_type=media, headers=headers)
