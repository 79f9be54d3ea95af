"""The five-star scale, what a rating may be about, when it counts, and when it looks like misuse."""

from collections.abc import Sequence
from enum import StrEnum
from typing import Annotated

from msgspec import Meta

Stars = Annotated[int, Meta(ge=1, le=5, description="1 (Poor) to 5 (Excellent)")]

SCALE: dict[int, str] = {1: "Poor", 2: "Fair", 3: "Average", 4: "Good", 5: "Excellent"}
"""The word of each star value, in English; screens translate it."""

SETTLE_AFTER_MS = 20_000
"""A rating that nobody touches for this long counts as given."""

BURST_COUNT = 3
BURST_WINDOW_MS = 60_000


class Topic(StrEnum):
    """What a patient may say the rating is about."""

    WELCOME = "welcome"
    WAITING = "waiting"
    KINDNESS = "kindness"
    LISTENED = "listened"
    ANSWERS = "answers"
    CARE = "care"

    @property
    def is_service(self) -> bool:
        """Being treated well, as opposed to the medical care."""
        return self is not Topic.CARE


TOPIC_LABELS: dict[Topic, str] = {
    Topic.WELCOME: "The welcome",
    Topic.WAITING: "The waiting",
    Topic.KINDNESS: "Kindness",
    Topic.LISTENED: "Being listened to",
    Topic.ANSWERS: "Clear answers",
    Topic.CARE: "My care",
}


def is_burst(earlier: Sequence[int], now: int) -> bool:
    """Whether a rating at `now` is one too many on its tablet: more than 3 within 60 s.

    `earlier`: the times of the ratings before it on the same tablet, ms of one clock. A burst is
    flagged, never refused.
    """
    recent = sum(1 for at in earlier if 0 <= now - at < BURST_WINDOW_MS)
    return recent + 1 > BURST_COUNT
