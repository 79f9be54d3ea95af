"""What a click means, decided on the visit as it is and not as the page showed it."""

from uuid import UUID, uuid4

import pytest

from kiosk.hub.desk import actions
from kiosk.hub.desk.actions import Decision
from kiosk.visits.events import Closed, RatingAsked
from kiosk.visits.promise import Promise
from kiosk.visits.visit import Call, Closing, Concern, Seen, Visit

NOW = 1_795_430_460_000
MINUTE = 60_000
VISIT = UUID(int=7)
STAMP = {"id": uuid4(), "at": NOW, "device": "hub", "epoch": uuid4(), "n": 1, "boot": uuid4(), "mono": 0}

ARRIVED = Visit(id=VISIT, ticket="K7", name="Rosa", arrived_at=NOW - 5 * MINUTE)
SEEN = Visit(
    id=VISIT,
    ticket="K7",
    arrived_at=NOW - 5 * MINUTE,
    seen=Seen(by="Sam", at=NOW - 4 * MINUTE),
    promise=Promise(quoted_at=NOW - 4 * MINUTE, minutes=10),
)
LATE = Visit(
    id=VISIT, ticket="K7", arrived_at=0, seen=SEEN.seen, promise=Promise(quoted_at=NOW - 30 * MINUTE, minutes=10)
)
CALLED = Visit(
    id=VISIT, ticket="K7", arrived_at=0, seen=SEEN.seen, call=Call(by="Sam", at=NOW - MINUTE, place="Room 2")
)
CLOSED = Visit(id=VISIT, ticket="K7", arrived_at=0, closing=Closing(by="Sam", at=NOW, how="checked_out"))


def fields(decision: Decision) -> dict[str, object]:
    """What the one recorded fact says, apart from its stamp."""
    (make,) = decision.facts
    fact = make(**STAMP)
    return {name: getattr(fact, name) for name in fact.__struct_fields__ if name not in (*STAMP, "visit")}


def test_seen_is_recorded_once() -> None:
    assert fields(actions.see("Maria", 10)(ARRIVED, NOW)) == {"by": "Maria", "minutes": 10}
    assert actions.see("Maria", None)(SEEN, NOW) == Decision("Sam has already seen K7.")


@pytest.mark.parametrize(
    ("visit", "wanted", "minutes", "sorry"),
    [
        (SEEN, {"more": 5}, 11, True),
        (SEEN, {"minutes": 3}, 3, False),
        (LATE, {"more": 10}, 10, True),
        (LATE, {"more": 5}, 5, True),
        (Visit(id=VISIT, arrived_at=0, seen=SEEN.seen), {"minutes": 20}, 20, False),
    ],
)
def test_a_quote_counts_from_now_and_is_an_apology_if_it_is_longer(
    visit: Visit, wanted: dict[str, int], minutes: int, sorry: bool
) -> None:
    drawn = visit.promise.quoted_at if visit.promise else None
    decision = actions.quote("Maria", drawn=drawn, **wanted)(visit, NOW)
    assert fields(decision) == {"by": "Maria", "minutes": minutes, "apology": sorry}
    assert ("sorry" in decision.say) is sorry


def test_a_quote_is_never_longer_than_can_be_quoted() -> None:
    long = Visit(id=VISIT, arrived_at=0, seen=SEEN.seen, promise=Promise(quoted_at=NOW, minutes=238))
    assert fields(actions.quote("Maria", more=10, drawn=NOW)(long, NOW))["minutes"] == 240


def test_a_quote_on_an_old_card_is_not_recorded() -> None:
    assert actions.quote("Maria", more=5, drawn=None)(SEEN, NOW) == Decision("K7 has just been told about 6 minutes.")
    assert not actions.quote("Maria", more=5, drawn=None)(CALLED, NOW).done


def test_a_call_on_an_old_card_is_not_recorded() -> None:
    assert fields(actions.call("Maria", "Room 1", drawn=None)(SEEN, NOW)) == {"by": "Maria", "place": "Room 1"}
    assert actions.call("Maria", "Room 1", drawn=None)(CALLED, NOW) == Decision("Sam has already called K7 to Room 2.")
    assert actions.call("Maria", "Room 1", drawn=NOW - MINUTE)(CALLED, NOW).done


def test_nothing_is_recorded_of_a_visit_that_is_closed_or_unknown() -> None:
    concern = uuid4()
    for decide in (
        actions.see("Maria", None),
        actions.quote("Maria", minutes=5, drawn=None),
        actions.call("Maria", "Room 1", drawn=None),
        actions.close("Maria", "left"),
    ):
        assert decide(CLOSED, NOW) == Decision("K7 was already checked out by Sam.")
        assert not decide(Visit(id=VISIT), NOW).done
    for decide in (actions.claim("Maria", concern), actions.resolve("Maria", concern, "put_right", "")):
        assert decide(CLOSED, NOW) == Decision("This concern is not known here.")


def test_whoever_is_checked_out_can_be_asked_how_it_was() -> None:
    decision = actions.close("Maria", "checked_out", ask_on="front-door")(SEEN, NOW)
    assert decision.say == "K7 is checked out and asked how it was."
    closed, asked = (make(**STAMP) for make in decision.facts)
    assert isinstance(closed, Closed)
    assert isinstance(asked, RatingAsked)
    assert (asked.visit, asked.tablet) == (VISIT, "front-door")
    assert not actions.close("Maria", "checked_out", ask_on="front-door")(CLOSED, NOW).done


def test_a_concern_is_claimed_once_and_resolved_once() -> None:
    key = uuid4()

    def with_concern(**changes: object) -> Visit:
        concern = Concern(**{"id": key, "at": 0, "device": "d", "place": "", **changes})  # type: ignore[arg-type]
        return Visit(id=VISIT, concerns=(concern,))

    sam = Seen(by="Sam", at=NOW)
    assert actions.claim("Maria", key)(with_concern(), NOW).done
    assert actions.claim("Maria", key)(with_concern(claim=sam), NOW) == Decision("Sam is already on it.")
    resolved = with_concern(claim=sam, resolved=sam, outcome="not_found")
    assert actions.claim("Maria", key)(resolved, NOW) == Decision("Sam has already noted: nobody found.")
    assert actions.resolve("Maria", key, "put_right", "")(resolved, NOW).done is False
    assert fields(actions.resolve("Maria", key, "could_not", "gone")(with_concern(), NOW)) == {
        "concern": key,
        "by": "Maria",
        "outcome": "could_not",
        "note": "gone",
    }
    assert actions.show(key)(with_concern(), NOW).done
    assert not actions.show(key)(with_concern(shown_at=NOW), NOW).done


def test_an_arrival_is_shown_once() -> None:
    assert actions.show()(ARRIVED, NOW).done
    assert not actions.show()(Visit(id=VISIT, arrived_at=0, shown_at=NOW), NOW).done
    assert not actions.show()(Visit(id=VISIT), NOW).done
