"""Pushes that share a commit: each sees what those before it wrote, and the pages show what the log says."""

from threading import Event as Gate
from uuid import uuid4

import pytest

from kiosk.hub.care.comparing import compare
from kiosk.hub.ingest import ingest, read_events
from kiosk.visits.events import Arrived, Closed, NamesErased, Rated, RatingSettled, Shown
from kiosk.visits.wire import Push, Result
from tests.hub.practice import Practice, Tablet
from tests.hub.practice import practice as practice

pytestmark = pytest.mark.both_databases

STORED, DUPLICATE = Result.STORED, Result.DUPLICATE


def together(practice: Practice, *pushes: Push) -> list[list[Result]]:
    """All arrive while the hub is busy; what becomes of their events."""
    gate = Gate()
    busy = practice.log.submit(lambda *_: gate.wait(10))
    waiting = [practice.log.submit(ingest(push, read_events(push, push.device), practice.now)) for push in pushes]
    gate.set()
    assert busy.result()
    return [[answer.result for answer in each.result()[0]] for each in waiting]


def test_two_tablets_and_a_repeat_tell_of_one_visit_in_one_group(practice: Practice) -> None:
    front, side = (Tablet(lambda: practice.now, device) for device in ("front-door", "side-door"))
    known, new, rating = uuid4(), uuid4(), uuid4()
    arrived = front.mint(Arrived, visit=known, ticket="K1", name="Wen")
    practice.take(front.push(arrived))
    shown = front.mint(Shown, visit=known)
    rated = side.mint(Rated, visit=known, rating=rating, stars=4)
    first = front.push(shown, front.mint(Arrived, visit=new, ticket="K2", name="Rosalind"))
    second = side.push(rated, side.mint(RatingSettled, visit=known, rating=rating), side.mint(Shown, visit=new))
    third = front.push(arrived, shown, front.mint(Closed, visit=known, how="checked_out"))

    assert together(practice, first, second, third) == [
        [STORED, STORED],
        [STORED, STORED, STORED],
        [DUPLICATE, DUPLICATE, STORED],
    ]

    assert [cursor for cursor, _, _ in practice.events()] == list(range(1, 8))
    assert practice.row(known) == ("Wen", "checked_out")
    assert practice.row(new) == ("Rosalind", None)
    with practice.database.read() as connection:
        assert [each.wrong for each in compare(connection)] == [[]]


@pytest.mark.parametrize("arrival_first", [True, False])
def test_a_name_is_told_and_erased_in_one_group(practice: Practice, arrival_first: bool) -> None:
    tablet, visit = Tablet(lambda: practice.now), uuid4()
    arrival = tablet.push(tablet.mint(Arrived, visit=visit, ticket="K1", name="Rosalind"))
    erasure = tablet.push(tablet.mint(NamesErased, visit=visit))

    together(practice, *((arrival, erasure) if arrival_first else (erasure, arrival)))

    assert practice.row(visit) == ("", None)
    assert not practice.is_written("Rosalind")
