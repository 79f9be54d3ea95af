"""The page of what patients wrote."""

import asyncio
from typing import Any

from litestar import Request, Response, get

from kiosk.hub.answers import says, shows
from kiosk.hub.desk.accounts import Account
from kiosk.hub.desk.guard import requires
from kiosk.hub.desk.pages import html
from kiosk.hub.desk.roles import Role
from kiosk.hub.hubs import hub_of
from kiosk.hub.report import sites
from kiosk.hub.report.asking import IN_WORDS, asked_of, query_of, telling_of, today_of
from kiosk.hub.report.comments import Comment, comments
from kiosk.hub.report.counts import choices
from kiosk.hub.report.periods import Choice
from kiosk.visits.rating import SCALE

COMMENTS_PATH = "/desk/report/comments"
PAGE_ROWS = 25

_ALSO = {
    "stars": "Only with so many stars, 1 to 5.",
    "text": "Only with these words.",
    "page": "Which page, from 1.",
}
_LENGTH = 60


@get(COMMENTS_PATH, guards=[requires(Role.MANAGER)], opt=says({200: shows("The page.")}, query={**IN_WORDS, **_ALSO}))
async def comments_page(request: Request[Account, str, Any]) -> Response[str]:
    """The newest weeks first; of a period, site or language of which too little may be told, none."""
    hub = hub_of(request)
    asked, tell = asked_of(request), telling_of(request)
    stars, page = _number(request, "stars", 5), max(1, _number(request, "page", 1_000))
    text = request.query_params.get("text", "")[:_LENGTH].strip()
    today = today_of(hub)

    def read() -> tuple[list[Comment], bool, tuple[list[str], list[str]], dict[str, str]]:
        with hub.database.read() as connection:
            found, more = comments(connection, asked, today, stars=stars, text=text, page=page - 1, limit=PAGE_ROWS)
            return found, more, choices(connection), sites.names(connection)

    found, more, (all_sites, languages), known = await asyncio.to_thread(read)
    return html(
        request,
        "comments.html",
        found=found,
        page=page,
        more=more,
        stars=stars,
        text=text,
        scale=SCALE,
        sites=sorted(((each, tell.say(sites.name_of(known, each))) for each in all_sites), key=lambda each: each[1]),
        site_name=lambda site: tell.say(sites.name_of(known, site)),
        languages=languages,
        choices=list(Choice),
        named=tell.asked(asked, today),
        link=lambda **changes: query_of(request, ("stars", "text"), **changes),
        path=COMMENTS_PATH,
        asked=asked,
        tell=tell,
        say=tell.say,
        lang=tell.words.tag,
    )


def _number(request: Request[Any, Any, Any], name: str, most: int) -> int:
    text = request.query_params.get(name, "")[:6]
    return int(text) if text.isascii() and text.isdigit() and int(text) <= most else 0
