"""The Report card page, and the same as files."""

import asyncio
from datetime import UTC, date, datetime, timedelta
from typing import Any
from urllib.parse import urlencode

from litestar import Request, Response, get

from kiosk.hub.answers import JSON, Answer, gives, says, shows
from kiosk.hub.desk.accounts import Account
from kiosk.hub.desk.guard import requires
from kiosk.hub.desk.pages import html
from kiosk.hub.desk.roles import Role
from kiosk.hub.hubs import hub_of
from kiosk.hub.report.card import Asked, ReportCard, to_json
from kiosk.hub.report.export import to_csv
from kiosk.hub.report.queries import report_card
from kiosk.hub.report.trend import trend_svg
from kiosk.hub.report.words import sentences
from kiosk.visits.rating import SCALE, TOPIC_LABELS

REPORT_PATH = "/desk/report"
FIRST_DAYS = 28
MOST_DAYS = 1_100

_SVG = "image/svg+xml"
_CSV = "text/csv"
_QUERY = {
    "first": "The first day, as 2026-10-01.",
    "last": "The last day.",
    "site": "Only this tablet.",
    "language": "Only patients of this language.",
}
_MANAGERS = [requires(Role.MANAGER)]
_WEEKDAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")


@get(REPORT_PATH, guards=_MANAGERS, opt=says({200: shows("The page.")}, query=_QUERY))
async def report_page(request: Request[Account, str, Any]) -> Response[str]:
    """Of the last four weeks, if nothing else is asked for; what cannot be understood filters nothing."""
    card = await _card(request)
    hours = sorted({cell.hour for cell in card.heatmap})
    cells = {(cell.weekday, cell.hour): cell.mean for cell in card.heatmap}
    asked = {"first": card.asked.first.isoformat(), "last": card.asked.last.isoformat()}
    asked |= {"site": card.asked.site, "language": card.asked.language}
    return html(
        request,
        "report.html",
        card=card,
        said=sentences(card),
        scale=SCALE,
        labels={str(topic): label for topic, label in TOPIC_LABELS.items()},
        hours=hours,
        weekdays=[(n, _WEEKDAYS[n]) for n in sorted({cell.weekday for cell in card.heatmap})],
        cells=cells,
        query=urlencode(asked),
        asked=asked,
    )


@get(
    REPORT_PATH + "/trend.svg",
    guards=_MANAGERS,
    opt=says({200: Answer("The trend.", (_SVG,))}, query={**_QUERY, "dark": "1 for a dark page."}),
)
async def report_trend(request: Request[Account, str, Any]) -> Response[bytes]:
    """The trend as a picture."""
    card = await _card(request)
    dark = request.query_params.get("dark") == "1"
    return _file(await asyncio.to_thread(trend_svg, card.trend, dark=dark), _SVG)


@get(REPORT_PATH + "/report.csv", guards=_MANAGERS, opt=says({200: Answer("The table.", (_CSV,))}, query=_QUERY))
async def report_csv(request: Request[Account, str, Any]) -> Response[bytes]:
    """The figures for a spreadsheet."""
    return _file(to_csv(await _card(request)).encode(), _CSV, "report-card.csv")


@get(REPORT_PATH + "/report.json", guards=_MANAGERS, opt=says({200: gives("The figures.", ReportCard)}, query=_QUERY))
async def report_json(request: Request[Account, str, Any]) -> Response[bytes]:
    """The figures for a program."""
    return _file(to_json(await _card(request)), JSON, "report-card.json")


async def _card(request: Request[Account, str, Any]) -> ReportCard:
    hub = hub_of(request)
    zone = hub.settings.settings.zone
    today = datetime.fromtimestamp(hub.clock() / 1000, UTC).astimezone(zone).date()
    asked = _asked({key: request.query_params.get(key, "")[:60] for key in _QUERY}, today)

    def read() -> ReportCard:
        with hub.database.read() as connection:
            return report_card(connection, zone, asked, target_ms=hub.config.practice.greeting_target_seconds * 1000)

    return await asyncio.to_thread(read)


def _asked(values: dict[str, str], today: date) -> Asked:
    last = _day(values["last"]) or today
    first = _day(values["first"]) or last - timedelta(days=FIRST_DAYS - 1)
    first, last = min(first, last), max(first, last)
    return Asked(max(first, last - timedelta(days=MOST_DAYS - 1)), last, values["site"], values["language"])


def _day(text: str) -> date | None:
    try:
        found = date.fromisoformat(text)
    except ValueError:
        return None
    # The period before must be in the calendar, too.
    return found if 1980 <= found.year < 9000 else None


def _file(content: bytes, media: str, name: str = "") -> Response[bytes]:
    headers = {"Cache-Control": "no-store"}
    if name:
        headers["Content-Disposition"] = f'attachment; filename="{name}"'
    return Response(content, media_type=media, headers=headers)
