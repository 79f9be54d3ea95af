"""Promises, the rating scale, tickets, ids and what people type."""

import unicodedata
from uuid import RFC_4122

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.visits.identity import RANDOM_BITS, uuid7
from kiosk.visits.promise import MINUTE_MS, Promise
from kiosk.visits.rating import BURST_COUNT, BURST_WINDOW_MS, SCALE, TOPIC_LABELS, Topic, is_burst
from kiosk.visits.text import clean
from kiosk.visits.ticket import TICKET, next_ticket

QUOTED = 1_000_000


@pytest.mark.parametrize(
    ("minutes", "called_after_ms", "kept", "late_minutes"),
    [
        (10, 0, True, 0),
        (10, 10 * MINUTE_MS, True, 0),
        (10, 10 * MINUTE_MS + 1, False, 1),
        (10, 11 * MINUTE_MS, False, 1),
        (10, 11 * MINUTE_MS + 1, False, 2),
        (0, 0, True, 0),
        (0, 1, False, 1),
        (240, 240 * MINUTE_MS, True, 0),
    ],
)
def test_a_promise_is_kept_to_the_minute(minutes: int, called_after_ms: int, kept: bool, late_minutes: int) -> None:
    promise = Promise(quoted_at=QUOTED, minutes=minutes)
    assert promise.kept(QUOTED + called_after_ms) is kept
    assert promise.late_minutes(QUOTED + called_after_ms) == late_minutes


@given(st.integers(0, 240), st.integers(-(10**9), 10**9))
def test_lateness_and_share_agree_with_whether_it_is_kept(minutes: int, after_ms: int) -> None:
    promise = Promise(quoted_at=QUOTED, minutes=minutes)
    now = QUOTED + after_ms
    assert (promise.late_minutes(now) == 0) is promise.kept(now)
    assert 0.0 <= promise.share_used(now) <= 1.0
    if not promise.kept(now):
        assert promise.share_used(now) == 1.0


def test_the_scale_has_the_agreed_words() -> None:
    assert SCALE == {1: "Poor", 2: "Fair", 3: "Average", 4: "Good", 5: "Excellent"}
    assert set(TOPIC_LABELS) == set(Topic)
    assert [topic for topic in Topic if not topic.is_service] == [Topic.CARE]


def test_the_fourth_rating_in_a_minute_is_a_burst() -> None:
    earlier = [0, 20_000, 40_000]
    assert len(earlier) == BURST_COUNT
    assert not is_burst(earlier[:2], 40_000)
    assert is_burst(earlier, 59_999)
    assert not is_burst(earlier, BURST_WINDOW_MS)
    # After the clock was set back, what seems to lie ahead does not count.
    assert not is_burst([100, 200, 300], 50)


@given(st.from_regex("^[A-Z]$", fullmatch=True), st.lists(st.from_regex(TICKET, fullmatch=True)))
def test_a_ticket_is_new_and_follows_the_highest(letter: str, taken: list[str]) -> None:
    ticket = next_ticket(letter, taken)
    assert ticket not in taken
    numbers = [int(code[1:]) for code in taken if code[0] == letter]
    assert ticket == f"{letter}{max(numbers, default=0) + 1}"


def test_tickets_count_by_letter() -> None:
    assert next_ticket("K", []) == "K1"
    assert next_ticket("K", ["K9", "K10", "M70", "nonsense"]) == "K11"


@given(st.integers(0, (1 << 48) - 1), st.integers(0, (1 << RANDOM_BITS) - 1))
def test_an_id_is_a_uuid_of_version_7_that_sorts_by_time(ms: int, randomness: int) -> None:
    made = uuid7(ms, randomness)
    assert (made.version, made.variant) == (7, RFC_4122)
    assert made.int >> 80 == ms
    if ms:
        assert uuid7(ms - 1, (1 << RANDOM_BITS) - 1) < made
    assert uuid7(ms, randomness ^ 1) != made


@pytest.mark.parametrize("ms", [-1, 1 << 48])
def test_an_id_needs_a_time_that_fits(ms: int) -> None:
    with pytest.raises(ValueError, match="48 bits"):
        uuid7(ms, 0)


@given(st.text(max_size=60), st.integers(0, 60), st.booleans())
def test_cleaned_text_is_clean(text: str, limit: int, lines: bool) -> None:
    try:
        tidy = clean(text, limit=limit, lines=lines)
    except ValueError as error:
        assert "not allowed" in str(error) or "at most" in str(error)  # noqa: PT017 - of many inputs
        return
    assert tidy == unicodedata.normalize("NFC", tidy) == tidy.strip()
    assert len(tidy) <= limit
    assert all((char == "\n" and lines) or unicodedata.category(char) != "Cc" for char in tidy)
    assert clean(tidy, limit=limit, lines=lines) == tidy
