"""The fold: a function of the set of events; and what a patient is told."""

import itertools
from uuid import UUID, uuid4

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.visits.events import (
    Acknowledged,
    Arrived,
    Called,
    Closed,
    ConcernClaimed,
    ConcernConfirmed,
    ConcernRaised,
    ConcernResolved,
    Event,
    HelpRequested,
    NamesErased,
    Rated,
    RatingAsked,
    RatingExplained,
    RatingFlagged,
    RatingSettled,
    Requoted,
    Shown,
    Stamp,
    Undone,
)
from kiosk.visits.promise import Promise
from kiosk.visits.rating import Topic
from kiosk.visits.visit import Stage, Status, Visit, fold, honest_answer, honest_status
from tests import strategies

VISIT = UUID(int=7)
RATING = UUID(int=1)
CONCERN = UUID(int=2)
EPOCH, BOOT = uuid4(), uuid4()

_numbers = itertools.count(1)


def at(ms: int) -> Stamp:
    """A stamp of that time; of two with one time, the one made first comes first."""
    return Stamp(id=uuid4(), at=ms, device="tablet", epoch=EPOCH, n=next(_numbers), boot=BOOT, mono=ms)


@given(strategies.visit_histories(VISIT), st.data())
def test_any_order_and_any_repetition_gives_the_same_visit(history: list[Event], data: st.DataObject) -> None:
    expected = fold(VISIT, history)
    repeated = history + data.draw(st.lists(st.sampled_from(history), max_size=5) if history else st.just([]))
    assert fold(VISIT, data.draw(st.permutations(repeated))) == expected


@given(st.lists(strategies.events(), max_size=12))
def test_any_valid_events_can_be_folded(events: list[Event]) -> None:
    for visit in {getattr(event, "visit", None) or VISIT for event in events}:
        state = fold(visit, events)
        assert isinstance(state.stage, Stage)
        assert state.rating is None or state.rating in state.ratings


@given(strategies.visit_histories(VISIT), strategies.visit_histories(UUID(int=8)))
def test_other_visits_and_unknown_kinds_change_nothing(own: list[Event], others: list[Event]) -> None:
    known = [event for event in own if isinstance(event, strategies.VISIT_KINDS)]
    assert fold(VISIT, [*others, *own]) == fold(VISIT, known)


@given(strategies.visit_histories(VISIT))
def test_a_later_fact_never_takes_a_stage_back(history: list[Event]) -> None:
    history.sort(key=lambda event: event.order)
    stages = [fold(VISIT, history[:length]).stage.value for length in range(len(history) + 1)]
    assert stages == sorted(stages)


@given(strategies.visit_histories(VISIT), st.data())
def test_what_was_undone_has_no_effect_in_whatever_order_it_is_heard_of(
    history: list[Event], data: st.DataObject
) -> None:
    slips = data.draw(st.lists(st.sampled_from(history), unique_by=lambda e: e.id) if history else st.just([]))
    slips = [event for event in slips if not isinstance(event, NamesErased | Undone)]
    undone: list[Event] = [Undone(**at(0), visit=VISIT, event=event.id, by="Anna") for event in slips]
    expected = fold(VISIT, [event for event in history if event not in slips])
    assert fold(VISIT, data.draw(st.permutations([*history, *undone]))) == expected


def test_names_stay_erased_and_what_was_undone_stays_undone() -> None:
    arrived = Arrived(**at(0), visit=VISIT, ticket="K7", name="Ada")
    erased = NamesErased(**at(1), visit=VISIT)
    closed = Closed(**at(2), visit=VISIT, how="left", by="Ben")
    undone = Undone(**at(3), visit=VISIT, event=closed.id, by="Ben")
    again: list[Event] = [Undone(**at(4), visit=VISIT, event=each, by="Ben") for each in (erased.id, undone.id)]
    visit = fold(VISIT, [arrived, erased, closed, undone, *again])
    assert (visit.name, visit.names_erased, visit.closing) == ("", True, None)


def test_the_first_call_stays_known_when_the_patient_is_called_again() -> None:
    arrived = Arrived(**at(0), visit=VISIT, ticket="K7")
    calls = [Called(**at(5 + n), visit=VISIT, by="Ben", place=f"Room {n}") for n in range(3)]
    visit = fold(VISIT, [arrived, *calls])
    assert visit.first_call is not None
    assert visit.call is not None
    assert (visit.first_call.at, visit.call.place) == (5, "Room 2")
    slip = Undone(**at(9), visit=VISIT, event=calls[0].id, by="Ben")
    mended = fold(VISIT, [arrived, *calls, slip])
    assert mended.first_call is not None
    assert mended.first_call.place == "Room 1"


def test_a_whole_visit() -> None:
    events: list[Event] = [
        Arrived(**at(0), visit=VISIT, ticket="K7", name="Ada", language="de", place="Front door"),
        Shown(**at(1), visit=VISIT),
        Acknowledged(**at(2), visit=VISIT, by="Anna", minutes=10),
        Requoted(**at(3), visit=VISIT, by="Ben", minutes=20, apology=True),
        Called(**at(4), visit=VISIT, by="Ben", place="Room 2"),
        Rated(**at(5), visit=VISIT, rating=RATING, stars=2),
        Rated(**at(6), visit=VISIT, rating=RATING, stars=4),
        RatingExplained(**at(7), visit=VISIT, rating=RATING, topics=(Topic.WAITING,), comment="long"),
        RatingExplained(**at(8), visit=VISIT, rating=RATING, topics=(Topic.KINDNESS, Topic.CARE)),
        RatingSettled(**at(9), visit=VISIT, rating=RATING),
        Closed(**at(10), visit=VISIT, how="checked_out", by="Anna"),
        Closed(**at(11), visit=VISIT, how="left"),
    ]
    stages = [fold(VISIT, events[:length]).stage for length in range(6)]
    assert stages == [
        Stage.NOT_ARRIVED,
        Stage.ARRIVED,
        Stage.SHOWN,
        Stage.ACKNOWLEDGED,
        Stage.ACKNOWLEDGED,
        Stage.CALLED,
    ]
    visit = fold(VISIT, events)
    assert (visit.ticket, visit.name, visit.language, visit.device) == ("K7", "Ada", "de", "tablet")
    assert visit.seen is not None
    assert (visit.seen.by, visit.seen.at) == ("Anna", 2)
    assert visit.promise == Promise(quoted_at=3, minutes=20)
    assert visit.apologised
    assert visit.call is not None
    assert visit.call.place == "Room 2"
    assert visit.closing is not None
    assert visit.closing.how == "checked_out"
    assert visit.rating is not None
    assert (visit.rating.stars, visit.rating.at, visit.rating.settled_at) == (4, 5, 9)
    assert (visit.rating.topics, visit.rating.comment) == ((Topic.KINDNESS, Topic.CARE), "")
    assert visit.stage is Stage.CLOSED


def test_an_acknowledgement_without_minutes_leaves_the_quote() -> None:
    first = Acknowledged(**at(1), visit=VISIT, by="Anna", minutes=10)
    again = Acknowledged(**at(2), visit=VISIT, by="Ben")
    visit = fold(VISIT, [first, again])
    assert visit.promise == Promise(quoted_at=1, minutes=10)
    assert visit.seen is not None
    assert visit.seen.by == "Anna"


def test_an_erased_name_is_gone_though_the_arrival_still_says_it() -> None:
    arrival = Arrived(**at(5), visit=VISIT, ticket="K7", name="Ada")
    visit = fold(VISIT, [arrival, NamesErased(**at(1), visit=VISIT)])
    assert (visit.name, visit.names_erased, visit.ticket) == ("", True, "K7")


def test_a_tap_after_the_settling_waits_for_its_own() -> None:
    events: list[Event] = [
        Rated(**at(1), visit=VISIT, rating=RATING, stars=2),
        RatingSettled(**at(2), visit=VISIT, rating=RATING),
        Rated(**at(3), visit=VISIT, rating=RATING, stars=5),
    ]
    assert [rating.stars for rating in fold(VISIT, events).ratings] == [2]
    events.append(RatingSettled(**at(4), visit=VISIT, rating=RATING))
    assert [rating.stars for rating in fold(VISIT, events).ratings] == [5]


def test_a_settling_before_every_tap_is_a_clock_set_back() -> None:
    tap = Rated(**at(9), visit=VISIT, rating=RATING, stars=3)
    visit = fold(VISIT, [tap, RatingSettled(**at(1), visit=VISIT, rating=RATING)])
    assert visit.rating is not None
    assert visit.rating.stars == 3


def test_flags_come_and_go() -> None:
    flag = RatingFlagged(**at(2), visit=VISIT, rating=RATING, flag="burst")
    manual = RatingFlagged(**at(3), visit=VISIT, rating=RATING, flag="manual", by="Anna")
    cleared = RatingFlagged(**at(4), visit=VISIT, rating=RATING, flag="burst", on=False)
    tap = Rated(**at(1), visit=VISIT, rating=RATING, stars=1)
    (rating,) = fold(VISIT, [tap, flag, manual, cleared]).ratings
    assert rating.flags == {"manual"}


def test_a_concern_from_the_bell_to_the_last_word() -> None:
    asked = HelpRequested(**at(10), visit=VISIT, concern=CONCERN, place="Front door")
    # The desk's clock is behind the tablet's.
    claimed = ConcernClaimed(**at(1), visit=VISIT, concern=CONCERN, by="Anna")
    resolved = ConcernResolved(**at(12), visit=VISIT, concern=CONCERN, by="Anna", outcome="put_right", note="ok")
    confirmed = ConcernConfirmed(**at(13), visit=VISIT, concern=CONCERN, put_right=False)
    shown = Shown(**at(11), visit=VISIT, concern=CONCERN)
    visit = fold(VISIT, [asked])
    (concern,) = visit.concerns
    assert concern.is_open
    assert visit.shown_at is None
    visit = fold(VISIT, [asked, claimed, resolved, confirmed, shown])
    found = visit.concern(CONCERN)
    assert found is not None
    assert found.claim is not None
    assert (found.claim.by, found.outcome, found.note, found.confirmed) == ("Anna", "put_right", "ok", False)
    assert found.shown_at == 11
    assert not found.is_open
    assert visit.shown_at is None
    assert visit.concern(uuid4()) is None


def test_the_patients_word_alone_closes_a_concern_only_if_all_is_well() -> None:
    raised = ConcernRaised(**at(1), visit=VISIT, concern=CONCERN, rating=RATING)
    for put_right in (True, False):
        confirmed = ConcernConfirmed(**at(2), visit=VISIT, concern=CONCERN, put_right=put_right)
        (concern,) = fold(VISIT, [raised, confirmed]).concerns
        assert concern.is_open is not put_right
        assert concern.rating == RATING


TARGET_MS = 60_000
ARRIVED: list[Event] = [Arrived(**at(0), visit=VISIT, ticket="K7")]
SHOWN: list[Event] = [*ARRIVED, Shown(**at(1), visit=VISIT)]
SEEN: list[Event] = [*SHOWN, Acknowledged(**at(2), visit=VISIT, by="Anna")]
CALLED: list[Event] = [*SEEN, Called(**at(3), visit=VISIT, by="Anna", place="Room 1")]
CLOSED: list[Event] = [*CALLED, Closed(**at(4), visit=VISIT, how="left")]
NO, YES = False, True
SOON, LATE = TARGET_MS - 1, TARGET_MS


@pytest.mark.parametrize(
    ("events", "sent", "reachable", "waited_ms", "told"),
    [
        (ARRIVED, NO, NO, SOON, Status.UNREACHABLE),
        (ARRIVED, NO, NO, LATE, Status.UNREACHABLE),
        (ARRIVED, NO, YES, SOON, Status.SAVED),
        (ARRIVED, NO, YES, LATE, Status.UNANSWERED),
        (ARRIVED, YES, NO, SOON, Status.SENT),
        (ARRIVED, YES, NO, LATE, Status.UNANSWERED),
        (ARRIVED, YES, YES, SOON, Status.SENT),
        (ARRIVED, YES, YES, LATE, Status.UNANSWERED),
        (SHOWN, YES, NO, SOON, Status.ON_SCREEN),
        (SHOWN, YES, YES, SOON, Status.ON_SCREEN),
        (SHOWN, YES, YES, LATE, Status.UNANSWERED),
        (SHOWN, YES, NO, LATE, Status.UNANSWERED),
        *((SEEN, *line, Status.SEEN) for line in itertools.product((NO, YES), (NO, YES), (SOON, LATE))),
        *((CALLED, *line, Status.CALLED) for line in itertools.product((NO, YES), (NO, YES), (SOON, LATE))),
        *((CLOSED, *line, Status.CLOSED) for line in itertools.product((NO, YES), (NO, YES), (SOON, LATE))),
    ],
)
def test_a_patient_is_told_only_what_is_true(
    events: list[Event], sent: bool, reachable: bool, waited_ms: int, told: Status
) -> None:
    visit = fold(VISIT, events)
    status = honest_status(visit, sent=sent, reachable=reachable, waited_ms=waited_ms, target_ms=TARGET_MS)
    assert status is told


ASKED: list[Event] = [HelpRequested(**at(0), visit=VISIT, concern=CONCERN)]
CLAIMED: list[Event] = [*ASKED, ConcernClaimed(**at(1), visit=VISIT, concern=CONCERN, by="Anna")]
DONE: list[Event] = [*CLAIMED, ConcernConfirmed(**at(2), visit=VISIT, concern=CONCERN, put_right=True)]


@pytest.mark.parametrize(
    ("events", "sent", "reachable", "waited_ms", "told"),
    [
        (ASKED, NO, NO, SOON, Status.UNREACHABLE),
        (ASKED, NO, YES, SOON, Status.SAVED),
        (ASKED, YES, YES, SOON, Status.SENT),
        (ASKED, YES, NO, SOON, Status.SENT),
        (ASKED, YES, YES, LATE, Status.UNANSWERED),
        ([*ASKED, Shown(**at(1), visit=VISIT, concern=CONCERN)], YES, YES, SOON, Status.ON_SCREEN),
        (CLAIMED, YES, NO, LATE, Status.SEEN),
        (DONE, YES, NO, LATE, Status.CLOSED),
    ],
)
def test_whoever_asks_for_help_is_told_only_what_is_true(
    events: list[Event], sent: bool, reachable: bool, waited_ms: int, told: Status
) -> None:
    (concern,) = fold(VISIT, events).concerns
    answer = honest_answer(concern, sent=sent, reachable=reachable, waited_ms=waited_ms, target_ms=TARGET_MS)
    assert answer is told


def test_a_visit_of_nothing_is_nothing() -> None:
    assert fold(VISIT, []) == Visit(id=VISIT)
    assert fold(VISIT, []).stage is Stage.NOT_ARRIVED


def test_the_tablet_that_was_asked_last_is_remembered() -> None:
    asked = [
        RatingAsked(**at(ms), visit=VISIT, tablet=tablet) for ms, tablet in ((20, "side-door"), (10, "front-door"))
    ]
    assert fold(VISIT, asked).asked == "side-door"
    assert fold(VISIT, []).asked is None
