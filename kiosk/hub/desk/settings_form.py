"""The settings as a form: what people type, what it means, and what is wrong with it. Pure."""

import base64
import re
from collections.abc import Mapping
from typing import Annotated, Any

import msgspec
from msgspec import Meta, Struct

from kiosk.hub.desk.today import LANGUAGES as LANGUAGE_NAMES
from kiosk.visits.hours import WEEKDAYS
from kiosk.visits.rating import TOPIC_LABELS, Topic
from kiosk.visits.settings import (
    FIELDS,
    LANGUAGES,
    LINE_LENGTH,
    LOGO_BYTES,
    PARTS_OF_DAY,
    Greeting,
    Settings,
    check_png,
    convert,
    plain,
)

LABELS = {
    "name": "Name",
    "logo": "Logo",
    "accent": "Accent colour",
    "greetings": "Lines under the greeting",
    "languages": "Languages",
    "timezone": "Time zone",
    "hours": "Opening hours",
    "places": "Places",
    "greeting_target_seconds": "Target",
    "topics": "Topics",
    "review_link": "Public review page",
    "retention_days": "Retention",
    "checkout_tablet": "Checkout tablet",
}
PARTS = {"always": "All day", "morning": "Morning", "afternoon": "Afternoon", "evening": "Evening"}

_SENTENCES = {
    "name": "Give a name of 1 to 60 characters.",
    "logo": f"The logo is a PNG picture of at most {LOGO_BYTES // 1024} KiB.",
    "accent": "Give a colour like #0B6468.",
    "greetings": f"Each line has at most {LINE_LENGTH} characters.",
    "languages": "Choose at least one language.",
    "timezone": "Choose a time zone like Europe/London.",
    "hours": "Write hours like 08:00-12:30, 14:00-18:00.",
    "places": "Give 1 to 30 places, one on each line, of at most 40 characters.",
    "greeting_target_seconds": "Give a number of seconds from 10 to 3600.",
    "topics": "Choose among the topics.",
    "review_link": "Give an address like https://example.org/reviews of at most 500 characters.",
    "retention_days": "Give a number of days from 30 to 3650.",
    "checkout_tablet": "Choose one of the tablets.",
}

_SPAN = re.compile(r"\s*(\d{1,2}:\d\d)\s*[-–—]\s*(\d{1,2}:\d\d)\s*", re.ASCII)


_TEXTS = (
    *("version", "name", "logo", "accent", "own", "timezone", "review_link", "checkout_tablet"),
    *("greeting_target_seconds", "retention_days", "places", "no_logo"),
    *(f"hours-{day}" for day in WEEKDAYS),
    *(f"greeting-{tag}-{part}" for tag in LANGUAGES for part in PARTS),
)
_Picture = Annotated[bytes, Meta(extra_json_schema={"format": "binary"})]

SettingsForm = msgspec.defstruct(
    "SettingsForm",
    [
        *((name.replace("-", "_"), str, "") for name in _TEXTS),
        ("languages", list[str], []),
        ("topics", list[str], []),
        ("picture", _Picture, b""),
    ],
    rename={name.replace("-", "_"): name for name in _TEXTS},
)
"""The fields that a browser sends; whatever is in them is judged where it is read."""


class Typed(Struct, frozen=True):
    """The form's fields as they are in the browser; `logo` in base64."""

    texts: dict[str, str]
    languages: tuple[str, ...]
    """All that are ticked; `texts["own"]` is the practice's own."""
    topics: tuple[str, ...]

    def text(self, name: str) -> str:
        """One field; empty if the browser did not send it."""
        return self.texts.get(name, "")


def shown(settings: Settings) -> Typed:
    """The form of settings that hold."""
    texts = {name: str(value) for name, value in plain(settings).items() if isinstance(value, str | int)}
    texts["own"] = settings.languages[0]
    texts["places"] = "\n".join(settings.places)
    texts |= {f"hours-{day}": ", ".join(settings.hours.get(day, ())) for day in WEEKDAYS}
    for tag in LANGUAGES:
        greeting = settings.greetings.get(tag, Greeting())
        texts |= {f"greeting-{tag}-{part}": getattr(greeting, part) for part in PARTS}
    return Typed(texts, settings.languages, tuple(str(topic) for topic in settings.topics))


def meant(typed: Typed) -> dict[str, Any]:
    """What was typed, as `convert` takes it; nothing is checked yet."""
    own = typed.text("own")
    values: dict[str, Any] = {
        name: typed.text(name).strip()
        for name in ("name", "logo", "accent", "timezone", "review_link", "checkout_tablet")
    }
    for name in ("greeting_target_seconds", "retention_days"):
        text = typed.text(name).strip()
        values[name] = int(text) if text.isascii() and text.isdigit() and len(text) < 10 else text
    others = [tag for tag in LANGUAGES if tag in typed.languages and tag != own]
    values["languages"] = [own, *others]
    values["topics"] = list(typed.topics)
    values["places"] = [line.strip() for line in typed.text("places").splitlines() if line.strip()]
    spans = {day: [_span(span) for span in typed.text(f"hours-{day}").split(",") if span.strip()] for day in WEEKDAYS}
    values["hours"] = {day: each for day, each in spans.items() if each}
    lines = {tag: {part: typed.text(f"greeting-{tag}-{part}") for part in PARTS} for tag in LANGUAGES}
    values["greetings"] = {tag: each for tag, each in lines.items() if any(text.strip() for text in each.values())}
    return values


def _span(text: str) -> str:
    """Hours as people write them, such as 8:00 – 12:30, in the way that they are kept."""
    spread = _SPAN.fullmatch(text)
    return "-".join(each.zfill(5) for each in spread.groups()) if spread else text.strip()


def problems(values: Mapping[str, Any]) -> dict[str, str]:
    """What is wrong with the values of a form, one sentence for each field that cannot be used."""
    found = {}
    for name in FIELDS:
        try:
            convert({name: values[name]})
        except msgspec.ValidationError as error:
            ours = str(error).removeprefix(f"{name}: ")
            found[name] = _sentence(ours) if ours != str(error) else _SENTENCES[name]
    return found


def problem_of_upload(data: bytes) -> str:
    """What is wrong with a picture that was chosen as logo; empty if nothing is."""
    try:
        check_png(data)
    except ValueError as error:
        return _sentence(str(error))
    return ""


def usable(values: Mapping[str, Any], wrong: Mapping[str, str], instead: Settings) -> Settings:
    """The settings that were typed, with those that hold in the place of what is wrong."""
    return convert({**values, **{name: plain(instead)[name] for name in wrong}})


def in_words(name: str, settings: Settings) -> str:
    """One setting, for the audit and for somebody whose form is stale."""
    value = getattr(settings, name)
    match name:
        case "logo":
            return _logo_in_words(value)
        case "languages":
            return ", ".join(LANGUAGE_NAMES[tag] for tag in value)
        case "topics":
            return ", ".join(TOPIC_LABELS[Topic(topic)] for topic in value) or "none"
        case "hours":
            days = [f"{day.capitalize()} {', '.join(value[day])}" for day in WEEKDAYS if day in value]
            return "; ".join(days) or "always open"
        case "greetings":
            lines = [
                f"{tag} {PARTS[part].lower()}: {getattr(greeting, part)}"
                for tag, greeting in value.items()
                for part in PARTS
                if getattr(greeting, part)
            ]
            return "; ".join(lines) or "the tablet’s own"
        case "places":
            return ", ".join(value)
        case "greeting_target_seconds":
            return f"{value} s"
        case "retention_days":
            return f"{value} days"
        case _:
            return str(value) or "none"


def merge(base: Settings, now: Settings, mine: Settings) -> tuple[Settings, tuple[str, ...]]:
    """What `mine` changed since `base`, put upon `now`; and which fields both have changed, each otherwise."""
    old, theirs, ours = plain(base), plain(now), plain(mine)
    merged = {name: theirs[name] if ours[name] == old[name] else ours[name] for name in FIELDS}
    both = tuple(name for name in FIELDS if ours[name] != old[name] != theirs[name] and ours[name] != theirs[name])
    return convert(merged), both


def part_of_day(hour: int) -> str:
    """Which of the tablet's greetings stands at this hour."""
    morning, afternoon, evening = PARTS_OF_DAY
    return morning if hour < 12 else afternoon if hour < 18 else evening


def _logo_in_words(logo: str) -> str:
    if not logo:
        return "none"
    data = base64.b64decode(logo)
    width, height = check_png(data)
    return f"PNG, {width} × {height}, {-(-len(data) // 1024)} KiB"


def _sentence(text: str) -> str:
    return f"{text[0].upper()}{text[1:]}."
