"""The Audit page: who did what, when and from where."""

import asyncio
from datetime import date, datetime, time, timedelta
from typing import Any
from urllib.parse import urlencode
from uuid import UUID
from zoneinfo import ZoneInfo

from litestar import Request, Response, get

from kiosk.hub.answers import says, shows
from kiosk.hub.desk import audit
from kiosk.hub.desk.accounts import Account
from kiosk.hub.desk.audit import Area, Entry
from kiosk.hub.desk.guard import requires
from kiosk.hub.desk.pages import html
from kiosk.hub.desk.roles import Role
from kiosk.hub.hubs import hub_of

AUDIT_PATH = "/desk/audit"
PAGE_ROWS = 50


@get(
    AUDIT_PATH,
    guards=[requires(Role.MANAGER)],
    opt=says(
        {200: shows("The page.")},
        query={
            "who": "Only what this person did.",
            "area": "Only what was done in this part of the program.",
            "day": "Only what was done on this day, as 2026-11-24.",
            "before": "The id of the row where the page before ended.",
        },
    ),
)
async def audit_page(request: Request[Account, str, Any]) -> Response[str]:
    """The newest rows first; filtered by person, area and day; what cannot be understood filters nothing."""
    hub = hub_of(request)
    asked = {key: request.query_params.get(key, "")[:60] for key in ("who", "area", "day", "before")}
    day = _day(asked["day"])
    before = _id(asked["before"])
    zone = ZoneInfo(hub.config.practice.timezone)
    since, until = _span(day, zone) if day else (0, None)

    def read() -> tuple[list[Entry], list[str]]:
        with hub.database.read() as connection:
            rows = audit.read(
                connection,
                before=before,
                who=asked["who"],
                area=asked["area"] if asked["area"] in list(Area) else "",
                since=since,
                until=until,
                limit=PAGE_ROWS + 1,
            )
            return rows, audit.people(connection)

    rows, people = await asyncio.to_thread(read)
    filters = {key: value for key, value in asked.items() if key != "before" and value}
    older = urlencode({**filters, "before": str(rows[PAGE_ROWS - 1].id)}) if len(rows) > PAGE_ROWS else ""
    return html(
        request,
        "audit.html",
        rows=rows[:PAGE_ROWS],
        people=people,
        areas=list(Area),
        asked={**asked, "day": day.isoformat() if day else ""},
        newest=urlencode(filters) if before else None,
        older=older,
        now=hub.clock(),
    )


def _day(text: str) -> date | None:
    try:
        found = date.fromisoformat(text)
    except ValueError:
        return None
    # A day before or after the calendar of most time zones is no day here.
    return found if 1970 <= found.year < 9999 else None


def _id(text: str) -> UUID | None:
    try:
        return UUID(text)
    except ValueError:
        return None


def _span(day: date, zone: ZoneInfo) -> tuple[int, int]:
    """From midnight to midnight, ms UTC."""
    start, end = (datetime.combine(each, time(), zone) for each in (day, day + timedelta(days=1)))
    return int(start.timestamp() * 1000), int(end.timestamp() * 1000)
