"""Taking a click back: by whom, until when, and only while nobody has built on it."""

from typing import Any
from uuid import UUID, uuid4

import pytest

from kiosk.hub.desk.undo import UNDO_MS, undo
from kiosk.visits.events import (
    Acknowledged,
    Arrived,
    Called,
    Closed,
    ConcernClaimed,
    ConcernConfirmed,
    ConcernResolved,
    Event,
    HelpRequested,
    NamesErased,
    RatingAsked,
    Shown,
    Undone,
)
from kiosk.visits.visit import fold

VISIT = UUID(int=7)
EPOCH, BOOT = uuid4(), uuid4()


class Facts:
    """Facts of one visit, one after the other."""

    def __init__(self) -> None:
        self.events: list[Event] = []

    def add(self, kind: Any, *, device: str = "hub", **fields: Any) -> Event:
        n = len(self.events) + 1
        event: Event = kind(id=uuid4(), at=n, device=device, epoch=EPOCH, n=n, boot=BOOT, mono=n, visit=VISIT, **fields)
        self.events.append(event)
        return event

    def undo(self, by: str, *events: Event, after_ms: int = 0) -> tuple[str, list[Event]]:
        """What is said, and all events with those that the undoing adds."""
        now = max(event.at for event in events) + after_ms
        decision = undo(by, {event.id for event in events})(self.events, now)
        stamp = {"at": now, "device": "hub", "epoch": EPOCH, "boot": BOOT, "mono": 0}
        made = [make(id=uuid4(), n=1000 + n, **stamp) for n, make in enumerate(decision.facts)]
        assert decision.done == bool(made)
        return decision.say, [*self.events, *made]


@pytest.fixture
def facts() -> Facts:
    """A patient who has arrived at a tablet."""
    made = Facts()
    made.add(Arrived, device="front-door", ticket="K7", name="Rosa")
    made.add(Shown)
    return made


def test_seen_is_taken_back_and_the_patient_is_as_before(facts: Facts) -> None:
    before = fold(VISIT, facts.events)
    seen = facts.add(Acknowledged, by="Maria", minutes=10)
    say, after = facts.undo("Maria", seen)
    assert say == "Undone. K7 is as before."
    assert fold(VISIT, after) == before


def test_both_facts_of_one_click_go_together(facts: Facts) -> None:
    closed = facts.add(Closed, by="Maria", how="checked_out")
    asked = facts.add(RatingAsked, tablet="front-door")
    _, after = facts.undo("Maria", closed, asked)
    visit = fold(VISIT, after)
    assert (visit.closing, visit.asked) == (None, None)


def test_only_who_did_it_may_undo_it_and_only_at_once(facts: Facts) -> None:
    seen = facts.add(Acknowledged, by="Maria")
    assert facts.undo("Sam", seen)[0] == "There is nothing here that you could undo."
    assert facts.undo("Maria", seen, after_ms=UNDO_MS + 2_001)[0].startswith("Nothing was undone: ")
    assert facts.undo("Maria", seen, after_ms=UNDO_MS)[0].startswith("Undone.")


def test_nothing_is_undone_that_somebody_has_built_on(facts: Facts) -> None:
    seen = facts.add(Acknowledged, by="Maria")
    call = facts.add(Called, by="Sam", place="Room 1")
    assert facts.undo("Maria", seen)[0] == "Nothing was undone: Sam has already gone on from there."
    # Once that is undone too, it stands free again.
    facts.add(Undone, event=call.id, by="Sam")
    assert facts.undo("Maria", seen)[0].startswith("Undone.")


def test_a_patient_who_has_answered_is_not_overruled(facts: Facts) -> None:
    concern = uuid4()
    facts.add(HelpRequested, device="front-door", concern=concern)
    facts.add(ConcernClaimed, by="Maria", concern=concern)
    resolved = facts.add(ConcernResolved, by="Maria", concern=concern, outcome="put_right")
    facts.add(ConcernConfirmed, device="front-door", concern=concern, put_right=True)
    assert facts.undo("Maria", resolved)[0] == "Nothing was undone: the patient has already gone on from there."


def test_what_happened_elsewhere_cannot_be_undone_here(facts: Facts) -> None:
    arrived, shown = facts.events
    at_tablet = facts.add(Acknowledged, device="front-door", by="Maria")
    for event in (arrived, shown, at_tablet):
        assert not undo("Maria", {event.id})(facts.events, 0).done
    assert not undo("Maria", {uuid4()})(facts.events, 0).done
    assert not undo("Maria", set())(facts.events, 0).done


def test_undoing_happens_once(facts: Facts) -> None:
    seen = facts.add(Acknowledged, by="Maria")
    undone = facts.add(Undone, event=seen.id, by="Maria")
    assert facts.undo("Maria", seen)[0] == "This was undone already."
    assert not undo("Maria", {undone.id})(facts.events, 0).done


def test_an_arrival_that_was_entered_by_mistake_takes_its_name_along() -> None:
    facts = Facts()
    arrived = facts.add(Arrived, ticket="D1", name="Rosa")
    seen = facts.add(Acknowledged, by="Maria")
    say, after = facts.undo("Maria", arrived, seen)
    assert say == "Undone. D1 is gone from the page."
    assert any(isinstance(event, NamesErased) for event in after)
    visit = fold(VISIT, after)
    assert (visit.arrived_at, visit.ticket, visit.name, visit.seen) == (None, None, "", None)
