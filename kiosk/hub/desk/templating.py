"""Templates and the files that pages load. Every text is escaped unless a template says otherwise; none does."""

import functools
import hashlib
from datetime import datetime
from pathlib import Path
from typing import cast
from zoneinfo import ZoneInfo

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from kiosk import assets
from kiosk.config import Practice
from kiosk.visits.promise import MINUTE_MS

_HERE = Path(__file__).parent

STATIC_PATH = "/static"

FILES: dict[str, Path] = {
    "desk.css": _HERE / "static" / "desk.css",
    "phone.css": _HERE / "static" / "phone.css",
    "phone.js": _HERE / "static" / "phone.js",
    **{
        f"{name}.js": _HERE / "static" / f"{name}.js"
        for name in ("desk", "page", "ages", "clicks", "focus", "keys", "live", "news", "shown", "sound")
    },
    "chime.wav": assets.path("sounds/chime.wav"),
    "manage.css": _HERE / "static" / "manage.css",
    "report.css": _HERE / "static" / "report.css",
    "settings.js": _HERE / "static" / "settings.js",
    "settings.css": _HERE / "static" / "settings.css",
    "unlock.js": _HERE / "static" / "unlock.js",
    "htmx.min.js": assets.path("web/htmx.min.js"),
    "hx-sse.min.js": assets.path("web/hx-sse.min.js"),
    **{
        f"AtkinsonHyperlegibleNext-{weight}.ttf": assets.path(f"fonts/AtkinsonHyperlegibleNext-{weight}.ttf")
        for weight in ("Regular", "SemiBold", "Bold")
    },
    "icon.svg": _HERE / "static" / "icon.svg",
}
"""Everything that is served by name; nothing else is."""


@functools.cache
def version() -> str:
    """Changes with the content of any file, so that browsers may keep what has it in its address for ever."""
    digest = hashlib.sha256()
    for path in FILES.values():
        digest.update(path.read_bytes())
    return digest.hexdigest()[:12]


def static_url(name: str) -> str:
    """Where a page finds the file. Files refer to one another by their names alone."""
    if name not in FILES:
        raise KeyError(name)
    return f"{STATIC_PATH}/{version()}/{name}"


def make_environment(practice: Practice) -> Environment:
    """The templates, with what all of them may say."""

    def zone() -> ZoneInfo:
        return ZoneInfo(cast(Practice, environment.globals["practice"]).timezone)

    def clock_time(ms: int) -> str:
        """10:41 in the practice's time zone."""
        return f"{datetime.fromtimestamp(ms / 1000, zone()):%H:%M}"

    def moment(ms: int, now: int) -> str:
        """10:41 of the day of `now`, else Tue 3 Nov 2026, 10:41; in the practice's time zone."""
        at, today = (datetime.fromtimestamp(each / 1000, zone()) for each in (ms, now))
        return f"{at:%H:%M}" if at.date() == today.date() else f"{at:%a} {at.day} {at:%b %Y, %H:%M}"

    environment = Environment(
        loader=FileSystemLoader(_HERE / "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.globals |= {"static_url": static_url}
    follow(environment, practice)
    environment.filters |= {
        "clock_time": clock_time,
        "age": age,
        "duration": duration,
        "minutes_up": minutes_up,
        "moment": moment,
    }
    return environment


def follow(environment: Environment, practice: Practice) -> None:
    """Every page drawn from now on speaks of the practice as it is now."""
    environment.globals["practice"] = practice


def age(ms: float) -> str:
    """How long ago, as 1:12 or 2:05:09; `desk.js` says it alike."""
    seconds = max(0, int(ms // 1000))
    hours, rest = divmod(seconds, 3600)
    minutes, seconds = divmod(rest, 60)
    return f"{hours}:{minutes:02}:{seconds:02}" if hours else f"{minutes}:{seconds:02}"


def duration(ms: float) -> str:
    """How long, in words: 38 s, 1 min 12 s, 2 h 5 min."""
    seconds = max(0, round(ms / 1000))
    if seconds < 60:
        return f"{seconds} s"
    minutes, seconds = divmod(seconds, 60)
    if minutes < 60:
        return f"{minutes} min {seconds} s" if seconds else f"{minutes} min"
    return f"{minutes // 60} h {minutes % 60} min"


def minutes_up(ms: float) -> int:
    """Begun minutes."""
    return max(0, -int(-ms // MINUTE_MS))
