"""The figures of the report card that are told each for itself, and what each tells apart. Pure."""

from collections.abc import Callable, Mapping
from functools import partial

from kiosk.hub.report.suppression import Classes
from kiosk.hub.report.tally import Counts
from kiosk.visits.rating import Topic

STARS, FLAGGED, PROMISES, WAITS, GREETED, CLOSED, RAISED, RESOLVED, COMMENTS = (
    "stars",
    "flagged",
    "promises",
    "waits",
    "greeted",
    "closed",
    "raised",
    "resolved",
    "comments",
)


def of_topic(topic: Topic) -> str:
    """The name of a topic's figure."""
    return f"topic {topic.value}"


def _stars(tally: Counts) -> Classes:
    return Classes((sum(tally.stars),))


def _promises(tally: Counts) -> Classes:
    kept, broken = sum(tally.kept), sum(tally.broken)
    return Classes((kept, broken), sum(tally.stars) - kept - broken)


def _resolved(tally: Counts) -> Classes:
    resolved = sum(tally.resolved.values())
    return Classes((resolved,), tally.raised - resolved)


def _comments(tally: Counts) -> Classes:
    # Whoever reads every comment's stars must not learn those of the few who wrote none.
    return Classes((sum(tally.stars) - sum(tally.commented),))


def _topic(tally: Counts, topic: str) -> Classes:
    having = sum(tally.topics.get(topic, ()))
    return Classes((having,), sum(tally.stars) - having)


FIGURES: Mapping[str, Callable[[Counts], Classes]] = {
    STARS: _stars,
    FLAGGED: lambda tally: Classes((sum(tally.flagged),)),
    PROMISES: _promises,
    WAITS: lambda tally: Classes((tally.waits_kept + tally.waits_broken,)),
    GREETED: lambda tally: Classes((sum(tally.greeted.values()),)),
    CLOSED: lambda tally: Classes((tally.closed, sum(tally.stars))),
    RAISED: lambda tally: Classes((tally.raised,)),
    RESOLVED: _resolved,
    COMMENTS: _comments,
    **{of_topic(topic): partial(_topic, topic=topic.value) for topic in Topic},
}
