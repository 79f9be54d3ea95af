"""What differs between two settings, in words for the audit. Pure.

The audit keeps the beginning of a long value and passes over values that read alike. So each line, day and place is
told by itself, and a picture by its sum: nothing that changed may read as if it had not.
"""

import base64
import hashlib
from collections.abc import Iterator

from kiosk.hub.desk.audit import VALUE_LENGTH
from kiosk.hub.desk.settings_form import LABELS, PARTS, in_words
from kiosk.hub.desk.today import LANGUAGES as LANGUAGE_NAMES
from kiosk.visits.hours import WEEKDAYS
from kiosk.visits.settings import LANGUAGES, Greeting, Settings, changed

_SUM_DIGITS = 8
_BEFORE = 20
"""Characters that are kept of what is alike, before what differs."""

Difference = tuple[str, str, str]
"""What, how it was, and how it is."""


def differences(old: Settings, new: Settings) -> dict[str, tuple[str, str]]:
    """Old and new by what differs; empty for settings that are equal."""
    found: dict[str, tuple[str, str]] = {}
    for name in changed(old, new):
        match name:
            case "greetings":
                rows = _lines(old, new)
            case "hours":
                rows = _days(old, new)
            case "places":
                rows = _places(old, new)
            case "logo":
                rows = iter([(LABELS[name], _picture(old), _picture(new))])
            case _:
                rows = iter([(LABELS[name], *_apart(in_words(name, old), in_words(name, new)))])
        found |= {what: (before, now) for what, before, now in rows if before != now}
    return found


def _apart(old: str, new: str) -> tuple[str, str]:
    """Both without what they have in common at the beginning, where they are long."""
    if max(len(old), len(new)) < VALUE_LENGTH:
        return old, new
    same = next((n for n, (a, b) in enumerate(zip(old, new, strict=False)) if a != b), min(len(old), len(new)))
    begin = max(0, same - _BEFORE)
    return (f"…{old[begin:]}", f"…{new[begin:]}") if begin else (old, new)


def _lines(old: Settings, new: Settings) -> Iterator[Difference]:
    for tag in LANGUAGES:
        for part, label in PARTS.items():
            before, now = (getattr(each.greetings.get(tag, Greeting()), part) for each in (old, new))
            yield f"Line under the greeting, {LANGUAGE_NAMES[tag]}, {label.lower()}", before or "none", now or "none"


def _days(old: Settings, new: Settings) -> Iterator[Difference]:
    for day in WEEKDAYS:
        before, now = (_day(each, day) for each in (old, new))
        yield f"{LABELS['hours']}, {day.capitalize()}", before, now


def _day(settings: Settings, day: str) -> str:
    if settings.opening.always:
        return "always open"
    return ", ".join(settings.hours.get(day, ())) or "closed"


def _places(old: Settings, new: Settings) -> Iterator[Difference]:
    for place in (*old.places, *new.places):
        before, now = ("there" if place in each.places else "none" for each in (old, new))
        yield f"Place {place}", before, now
    kept = [place for place in new.places if place in old.places]
    if kept != [place for place in old.places if place in new.places]:
        yield "Order of the places", *_apart(", ".join(old.places), ", ".join(new.places))


def _picture(settings: Settings) -> str:
    if not settings.logo:
        return in_words("logo", settings)
    digest = hashlib.sha256(base64.b64decode(settings.logo)).hexdigest()[:_SUM_DIGITS]
    return f"{in_words('logo', settings)}, SHA-256 {digest}"
