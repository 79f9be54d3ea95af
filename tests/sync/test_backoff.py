"""The waits between attempts."""

from hypothesis import given
from hypothesis import strategies as st

from kiosk.sync.backoff import FIRST_S, MOST_S, Backoff

shares = st.floats(0, 1)


@given(st.lists(shares, min_size=1, max_size=30))
def test_a_wait_is_the_given_share_of_a_ceiling_that_doubles_up_to_a_minute(
    given_shares: list[float],
) -> None:
    source = iter(given_shares)
    backoff = Backoff(lambda: next(source))
    for attempt, share in enumerate(given_shares):
        assert backoff.next_s() == share * min(FIRST_S * 2**attempt, MOST_S)


@given(st.integers(0, 30))
def test_after_a_success_it_begins_anew(failures: int) -> None:
    backoff = Backoff(lambda: 1.0)
    for _ in range(failures):
        backoff.next_s()
    backoff.reset()
    assert backoff.next_s() == FIRST_S


@given(st.lists(st.none() | shares, max_size=60))
def test_no_wait_is_longer_than_a_minute_or_negative(steps: list[float | None]) -> None:
    current = 0.0
    backoff = Backoff(lambda: current)
    for step in steps:
        if step is None:
            backoff.reset()
        else:
            current = step
            assert 0.0 <= backoff.next_s() <= MOST_S


def test_two_tablets_do_not_wait_alike() -> None:
    waits = [[Backoff().next_s() for _ in range(20)] for _ in range(2)]
    assert waits[0] != waits[1]
