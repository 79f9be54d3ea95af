"""The page of what patients wrote."""

import asyncio
from typing import Any

from litestar import Request, Response, get

from kiosk.hub.answers import says, shows
from kiosk.hub.desk.accounts import Account
from kiosk.hub.desk.guard import requires
from kiosk.hub.desk.pages import html
from kiosk.hub.desk.roles import Role
from kiosk.hub.hub import Hub
from kiosk.hub.report import sites
from kiosk.hub.report.asking import IN_WORDS, asked_of, query_of, telling_of, today_of
from kiosk.hub.report.card import ReportCard
from kiosk.hub.report.comments import Comment, comments
from kiosk.hub.report.page import card_of
from kiosk.hub.report.periods import Choice
from kiosk.visits.rating import SCALE, TOPIC_LABELS

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
    """The newest comments first; of a period, site or language that the report card does not show, none."""
    hub: Hub = request.app.state.hub
    asked, tell = asked_of(request), telling_of(request)
    stars, page = _number(request, "stars", 5), max(1, _number(request, "page", 1_000))
    text = request.query_params.get("text", "")[:_LENGTH].strip()
    zone = hub.settings.settings.zone

    def read() -> tuple[ReportCard, list[Comment], bool, dict[str, str]]:
        card = card_of(hub, asked)
        found: list[Comment] = []
        more = False
        with hub.database.read() as connection:
            if card.stars:
                period = card.stars.period
                found, more = comments(
                    connection, zone, asked, period, stars=stars, text=text, page=page - 1, limit=PAGE_ROWS
                )
            return card, found, more, sites.names(connection)

    card, found, more, known = await asyncio.to_thread(read)
    return html(
        request,
        "comments.html",
        card=card,
        found=found,
        page=page,
        more=more,
        stars=stars,
        text=text,
        scale=SCALE,
        labels={str(topic): label for topic, label in TOPIC_LABELS.items()},
        sites=sorted(((each, tell.say(sites.name_of(known, each))) for each in card.sites), key=lambda each: each[1]),
        site_name=lambda site: tell.say(sites.name_of(known, site)),
        choices=list(Choice),
        named=tell.asked(asked, today_of(hub)),
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
