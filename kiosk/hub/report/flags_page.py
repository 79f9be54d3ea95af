"""The page where managers review ratings that look like misuse."""

import asyncio
from typing import Annotated, Any, get_args
from uuid import UUID

from litestar import Request, Response, get, post
from litestar.response import Redirect
from litestar.status_codes import HTTP_200_OK, HTTP_303_SEE_OTHER, HTTP_409_CONFLICT
from msgspec import Meta, Struct

from kiosk.hub.answers import leads, says, shows
from kiosk.hub.desk import audit, clicks
from kiosk.hub.desk.accounts import Account
from kiosk.hub.desk.guard import requires
from kiosk.hub.desk.pages import html
from kiosk.hub.desk.roles import Role
from kiosk.hub.hubs import hub_of
from kiosk.hub.report import flags, sites
from kiosk.hub.report.asking import IN_WORDS, query_of, telling_of
from kiosk.hub.report.flags import Burst, Step
from kiosk.visits.rating import BURST_COUNT, SCALE
from kiosk.visits.stamp import REASON_LENGTH
from kiosk.visits.text import clean

FLAGS_PATH = "/desk/report/flags"

_FORM = "application/x-www-form-urlencoded"
_MANAGERS = [requires(Role.MANAGER)]
_MOST = 200


class FlagForm(Struct):
    """Which ratings, what shall become of them, and why."""

    rating: Annotated[list[UUID], Meta(min_length=1, max_length=_MOST)]
    step: Step
    reason: Annotated[str, Meta(min_length=1, max_length=REASON_LENGTH)]


@get(
    FLAGS_PATH,
    guards=_MANAGERS,
    opt=says({200: shows("The page.")}, query={**IN_WORDS, "before": "Where the page before ended.", "done": "1"}),
)
async def flags_page(request: Request[Account, str, Any]) -> Response[str]:
    """The newest bursts first, each with the ratings around it."""
    return await _page(request, done=request.query_params.get("done") == "1")


@post(
    FLAGS_PATH,
    guards=_MANAGERS,
    opt=says(
        {303: leads("Done; to the page."), 409: shows("It cannot be: the page says why.")},
        takes=FlagForm,
        media=_FORM,
        query=IN_WORDS,
    ),
)
async def flag_ratings(request: Request[Account, str, Any]) -> Response[Any]:
    """Flags ratings or clears their flags, with a reason; audited."""
    hub = hub_of(request)
    tell = telling_of(request)
    form = await request.form()
    chosen = [found for each in form.getall("rating", [])[:_MOST] if (found := _id(each))]
    step = next((each for each in get_args(Step) if each == form.get("step")), None)
    try:
        reason = clean(str(form.get("reason", "")), limit=REASON_LENGTH)
    except ValueError:
        reason = ""
    if not chosen or step is None:
        return await _page(request, problem=tell.say("Choose the ratings first."))
    if not reason:
        return await _page(request, problem=tell.say("Say why, in a few words."))
    look = flags.decide(request.user.name, chosen, step, reason)
    await asyncio.wrap_future(hub.log.submit(clicks.perform(look, None, audit.actor_of(request))))
    return Redirect(f"{FLAGS_PATH}?{query_of(request, done=1)}", status_code=HTTP_303_SEE_OTHER)


async def _page(request: Request[Account, str, Any], *, problem: str = "", done: bool = False) -> Response[str]:
    hub = hub_of(request)
    tell = telling_of(request)
    before = request.query_params.get("before", "")[:18]

    def read() -> tuple[list[Burst], int | None, dict[str, str]]:
        with hub.database.read() as connection:
            found, older = flags.bursts(connection, int(before) if before.isascii() and before.isdigit() else None)
            return found, older, sites.names(connection)

    found, older, known = await asyncio.to_thread(read)
    return html(
        request,
        "flags.html",
        status=HTTP_409_CONFLICT if problem else HTTP_200_OK,
        bursts=found,
        names={each.site: tell.say(sites.name_of(known, each.site)) for each in found},
        older=older,
        problem=problem,
        done=done,
        count=BURST_COUNT,
        longest=REASON_LENGTH,
        scale=SCALE,
        zone=hub.settings.settings.zone,
        link=lambda **changes: query_of(request, **changes),
        tell=tell,
        say=tell.say,
        lang=tell.words.tag,
    )


def _id(text: object) -> UUID | None:
    try:
        return UUID(str(text))
    except ValueError:
        return None
