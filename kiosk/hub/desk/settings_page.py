"""The Settings page: one form, drawn beside what the tablet makes of it."""

import asyncio
import base64
import functools
from collections.abc import Mapping
from datetime import datetime
from typing import Any
from zoneinfo import available_timezones

from litestar import Controller, Request, Response, get, post
from litestar.datastructures import UploadFile
from litestar.response import Redirect
from litestar.status_codes import (
    HTTP_200_OK,
    HTTP_303_SEE_OTHER,
    HTTP_409_CONFLICT,
    HTTP_422_UNPROCESSABLE_ENTITY,
)
from msgspec.structs import replace
from sqlalchemy import Connection

from kiosk.hub import settings as kept
from kiosk.hub import tablets
from kiosk.hub.answers import FILES, leads, says, shows
from kiosk.hub.desk import audit
from kiosk.hub.desk.accounts import Account
from kiosk.hub.desk.audit import Area
from kiosk.hub.desk.guard import requires
from kiosk.hub.desk.pages import html
from kiosk.hub.desk.roles import Role
from kiosk.hub.desk.settings_drawing import Drawing, draw
from kiosk.hub.desk.settings_form import (
    LABELS,
    PARTS,
    SettingsForm,
    Typed,
    in_words,
    meant,
    merge,
    problem_of_upload,
    problems,
    shown,
    usable,
)
from kiosk.hub.desk.settings_told import differences
from kiosk.hub.desk.today import LANGUAGES as LANGUAGE_NAMES
from kiosk.hub.hub import Hub
from kiosk.hub.hubs import hub_of
from kiosk.hub.settings import StaleError, Version
from kiosk.hub.writing import Writing
from kiosk.visits.hours import WEEKDAYS
from kiosk.visits.rating import TOPIC_LABELS
from kiosk.visits.settings import Settings, changed

SETTINGS_PATH = "/desk/settings"


class SettingsDesk(Controller):
    """Everything below /desk/settings."""

    path = SETTINGS_PATH
    guards = (requires(Role.MANAGER),)

    @get("/", opt=says({200: shows("The page.")}, query={"saved": "There, if it was just saved."}))
    async def page(self, request: Request[Account, str, Any]) -> Response[str]:
        """What holds now."""
        hub = hub_of(request)
        said = "Saved. Tablets show it now." if "saved" in request.query_params else ""
        return await _page(request, shown(hub.settings.settings), hub.settings.number, said=said)

    @post(
        "/",
        opt=says(
            {
                303: leads("Saved; to the page."),
                409: shows("Somebody else has saved meanwhile: the form, with both taken together."),
                422: shows("Something in it cannot be: the form, with what is wrong."),
            },
            takes=SettingsForm,
            media=FILES,
        ),
    )
    async def save(self, request: Request[Account, str, Any]) -> Response[Any]:
        """Saves the whole form, or nothing."""
        hub = hub_of(request)
        typed, wrong, base = await _read_form(request)
        values = meant(typed)
        wrong = problems(values) | wrong
        if not wrong:
            wrong = await asyncio.to_thread(_strange_tablet, hub, values["checkout_tablet"])
        if wrong:
            return await _page(request, typed, base, wrong=wrong, status=HTTP_422_UNPROCESSABLE_ENTITY)
        mine = usable(values, {}, hub.settings.settings)
        actor = audit.actor_of(request)

        def job(connection: Connection, writing: Writing) -> None:
            old = kept.newest(connection, hub.configured).settings
            kept.save(connection, writing, hub.configured, mine, base=base, who=actor.name)
            changes = differences(old, mine)
            if changes:
                audit.record(connection, writing.now, actor, Area.SETTINGS, "changed the settings", "", changes)

        try:
            await asyncio.wrap_future(hub.log.submit(job))
        except StaleError as stale:
            return await _stale(request, mine, base, stale.now)
        return Redirect(SETTINGS_PATH, query_params={"saved": ""}, status_code=HTTP_303_SEE_OTHER)

    @post(
        "/preview",
        status_code=HTTP_200_OK,
        opt=says({200: shows("The drawing.")}, takes=SettingsForm, media=FILES),
    )
    async def preview(self, request: Request[Account, str, Any]) -> Response[str]:
        """How the tablet would draw what stands in the form."""
        hub = hub_of(request)
        typed, wrong, _ = await _read_form(request)
        values = meant(typed)
        wrong = problems(values) | wrong
        drawn = usable(values, wrong, hub.settings.settings)
        return html(request, "settings_preview.html", drawing=_drawing(hub, typed, drawn))


async def _read_form(request: Request[Account, str, Any]) -> tuple[Typed, dict[str, str], int]:
    """What was typed, what is wrong with the chosen picture, and from which version the form was drawn."""
    form = await request.form()
    texts = {name: value for name, value in form.multi_items() if isinstance(value, str)}
    wrong: dict[str, str] = {}
    chosen = form.get("picture")
    if "no_logo" in texts:
        texts["logo"] = ""
    elif isinstance(chosen, UploadFile) and (data := await chosen.read()):
        if problem := problem_of_upload(data):
            wrong["logo"] = problem
        else:
            texts["logo"] = base64.b64encode(data).decode()
    typed = Typed(
        texts,
        tuple(each for each in form.getall("languages", []) if isinstance(each, str)),
        tuple(each for each in form.getall("topics", []) if isinstance(each, str)),
    )
    version = texts.get("version", "")
    return typed, wrong, int(version) if version.isascii() and version.isdigit() and len(version) < 10 else -1


def _strange_tablet(hub: Hub, device: str) -> dict[str, str]:
    if not device or device == hub.settings.settings.checkout_tablet or device in dict(_let_in(hub)):
        return {}
    return {"checkout_tablet": "Choose one of the tablets."}


def _let_in(hub: Hub) -> list[tuple[str, str]]:
    with hub.database.read() as connection:
        return [(each.device, each.name) for each in tablets.everybody(connection) if each.revoked_at is None]


async def _stale(request: Request[Account, str, Any], mine: Settings, base: int, now: Version) -> Response[str]:
    """Tells what others have changed in the meantime; takes that over, but for what both have changed."""
    hub = hub_of(request)

    def look() -> tuple[Settings, list[str]]:
        with hub.database.read() as connection:
            return kept.get(connection, hub.configured, base).settings, kept.since(connection, base)

    before, who = await asyncio.to_thread(look)
    merged, both = merge(before, now.settings, mine)
    theirs = [
        (what, *values, name in both)
        for name in changed(before, now.settings)
        for what, values in differences(before, replace(before, **{name: getattr(now.settings, name)})).items()
    ]
    notes = {name: f"It is “{in_words(name, now.settings)}” now; yours replaces it if you save." for name in both}
    return await _page(
        request,
        shown(merged),
        now.number,
        wrong=notes,
        theirs=theirs,
        who=" and ".join(who) or "Somebody",
        stale=True,
        status=HTTP_409_CONFLICT,
    )


async def _page(
    request: Request[Account, str, Any],
    typed: Typed,
    version: int,
    *,
    wrong: Mapping[str, str] | None = None,
    theirs: list[tuple[str, str, str, bool]] | None = None,
    who: str = "",
    stale: bool = False,
    said: str = "",
    status: int = HTTP_200_OK,
) -> Response[str]:
    hub = hub_of(request)
    wrong = wrong or {}
    values = meant(typed)
    drawn = usable(values, problems(values), hub.settings.settings)
    return html(
        request,
        "settings.html",
        status=status,
        typed=typed,
        version=version,
        wrong=wrong,
        labels=LABELS,
        theirs=theirs or [],
        who=who,
        stale=stale,
        said=said,
        language_names=LANGUAGE_NAMES,
        parts=PARTS,
        weekdays=WEEKDAYS,
        topic_labels={str(topic): label for topic, label in TOPIC_LABELS.items()},
        zones=_zones(),
        tablets=await asyncio.to_thread(_let_in, hub),
        drawing=_drawing(hub, typed, drawn),
    )


def _drawing(hub: Hub, typed: Typed, settings: Settings) -> Drawing:
    hour = datetime.fromtimestamp(hub.clock() / 1000, settings.zone).hour
    return draw(settings, typed.text("accent").strip(), hour)


@functools.cache
def _zones() -> list[str]:
    return [*sorted(name for name in available_timezones() if "/" in name and not name.startswith("Etc/")), "UTC"]
