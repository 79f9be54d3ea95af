"""Equal receipts mean the same facts, in whichever order they came."""

from uuid import UUID

from hypothesis import given
from hypothesis import strategies as st

from kiosk.visits.receipt import Receipt

facts = st.lists(st.tuples(st.integers(1, (1 << 63) - 1), st.uuids()), unique=True, max_size=20)


@given(facts, st.randoms(use_true_random=False))
def test_the_order_does_not_matter(known: list[tuple[int, UUID]], random: object) -> None:
    shuffled = list(known)
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    assert Receipt().plus(known) == Receipt().plus(shuffled)


@given(facts.filter(bool), facts)
def test_one_fact_more_or_less_is_seen(known: list[tuple[int, UUID]], others: list[tuple[int, UUID]]) -> None:
    whole = Receipt().plus(known)
    assert whole.minus(known[:1]) == Receipt().plus(known[1:])
    assert whole.digest != whole.minus(known[:1]).digest
    # The same fact twice is not the same as none.
    assert whole.plus(known[:1]).plus(known[:1]) != whole
    assert whole.plus(others).minus(others) == whole


@given(st.integers(1, 1000), st.uuids(), st.uuids())
def test_another_id_under_the_same_number_is_another_fact(n: int, one: UUID, other: UUID) -> None:
    assert (Receipt().plus([(n, one)]) == Receipt().plus([(n, other)])) is (one == other)
