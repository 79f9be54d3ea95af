"""What a manager asks the report card for, as the address says it; what cannot be understood asks for nothing."""

from collections.abc import Iterable, Mapping
from datetime import date, timedelta
from typing import Any
from urllib.parse import urlencode

from litestar import Request

from kiosk.hub.desk.languages import preferred, words
from kiosk.hub.hub import Hub
from kiosk.hub.hubs import hub_of
from kiosk.hub.report.card import Asked
from kiosk.hub.report.periods import FIRST_DAYS, Choice, day_of, days_of
from kiosk.hub.report.speaking import SPOKEN, Telling

MOST_DAYS = 1_100
_LENGTH = 60

QUERY = {
    "period": f"One of {', '.join(Choice)}; the days below count for more.",
    "first": "The first day, as 2026-10-01.",
    "last": "The last day.",
    "site": "Only this tablet.",
    "language": "Only patients of this language.",
}
IN_WORDS = {**QUERY, "lang": f"The page's own language, one of {', '.join(SPOKEN)}; else as the browser asks."}
"""Of pages that people read."""


def today_of(hub: Hub) -> date:
    """The practice's day."""
    return day_of(hub.clock(), hub.settings.settings.zone)


def asked_of(request: Request[Any, Any, Any]) -> Asked:
    """Of the last four weeks that are over, if nothing else is asked for."""
    values = {key: request.query_params.get(key, "")[:_LENGTH] for key in QUERY}
    first, last = _days(values, today_of(hub_of(request)))
    return Asked(max(first, last - timedelta(days=MOST_DAYS - 1)), last, values["site"], values["language"])


def telling_of(request: Request[Any, Any, Any]) -> Telling:
    """As chosen on the page, else as the browser asks."""
    chosen = request.query_params.get("lang", "")
    header = request.headers.get("accept-language", "")
    return Telling(words(chosen if chosen in SPOKEN else preferred(header, SPOKEN) or SPOKEN[0]))


def query_of(request: Request[Any, Any, Any], also: Iterable[str] = (), **changes: str | int) -> str:
    """The address's question with `changes`; empty takes away. `also`: what is kept beside `IN_WORDS`."""
    keys = (*IN_WORDS, *also)
    kept = {key: request.query_params[key][:_LENGTH] for key in keys if key in request.query_params}
    if "period" in changes:
        kept.pop("first", None)
        kept.pop("last", None)
    return urlencode({key: value for key, value in {**kept, **changes}.items() if value != ""})


def _days(values: Mapping[str, str], today: date) -> tuple[date, date]:
    first, last = _day(values["first"]), _day(values["last"])
    if first is None and last is None:
        chosen = values["period"]
        return days_of(Choice(chosen) if chosen in list(Choice) else Choice.FOUR_WEEKS, today)
    last = last or today
    first = first or last - timedelta(days=FIRST_DAYS - 1)
    return min(first, last), max(first, last)


def _day(text: str) -> date | None:
    try:
        found = date.fromisoformat(text)
    except ValueError:
        return None
    # The period before must be in the calendar, too.
    return found if 1980 <= found.year < 9000 else None
