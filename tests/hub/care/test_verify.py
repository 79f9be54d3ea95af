"""What is wrong in the hub's database is told, and what was made from the log is made again."""

from pathlib import Path
from uuid import uuid4

import pytest

from kiosk.hub.care.files import CareFault
from kiosk.hub.care.rebuild import rebuild
from kiosk.hub.care.verify import verify
from kiosk.hub.sqlite import FILE_NAME
from kiosk.visits.events import Arrived, ConcernRaised, Event, NamesErased, Rated
from tests.hub.practice import NAME, Practice, Tablet

pytestmark = pytest.mark.both_databases


MADE = ("visit", "rating", "concern", "receipt")


@pytest.fixture(autouse=True)
def morning(practice: Practice) -> None:
    """Three visits, one with a problem, one whose name is erased."""
    tablet = Tablet(lambda: practice.now)
    for ticket in ("K7", "K8", "K9"):
        key, rating = uuid4(), uuid4()
        events: list[Event] = [
            tablet.mint(Arrived, visit=key, ticket=ticket, name=NAME),
            tablet.mint(Rated, visit=key, rating=rating, stars=2),
        ]
        if ticket == "K8":
            events.append(tablet.mint(ConcernRaised, visit=key, concern=uuid4(), rating=rating))
        if ticket == "K9":
            events.append(tablet.mint(NamesErased, visit=key))
        practice.take(tablet.push(*events))
        practice.see(key)


def spoil(practice: Practice, *statements: str) -> None:
    with practice.database.write() as connection:
        for statement in statements:
            assert connection.exec_driver_sql(statement).rowcount, statement


@pytest.mark.files
def test_a_running_hub_that_is_well_is_found_well_and_left_as_it_is(practice: Practice) -> None:
    before = {file.name: file.read_bytes() for file in practice.folder.iterdir() if not file.name.endswith("-shm")}
    found = verify(practice.home)
    assert (found.problems, found.warnings, found.visits) == ([], [], 3)
    assert found.events == len(practice.events())
    assert before == {
        file.name: file.read_bytes() for file in practice.folder.iterdir() if not file.name.endswith("-shm")
    }


@pytest.mark.parametrize(
    ("statement", "told"),
    [
        ("DELETE FROM event WHERE cursor = 2", "There is no event at 2."),
        ("DELETE FROM event WHERE cursor IN (2, 3)", "There are no events at 2 to 3."),
        ("UPDATE practice SET cursor = cursor + 5", "was handed out last."),
        ("UPDATE practice SET n = n + 1", "The hub's own last event is number "),
        ("UPDATE event SET body = '{' WHERE cursor = 2", "The event at 2 cannot be read: "),
        ("UPDATE event SET kind = 'closed' WHERE cursor = 2", "The event at 2 says something else than its row."),
        ("UPDATE visit SET closed_how = 'left' WHERE ticket = 'K7'", "What pages show of the visit "),
        ("UPDATE rating SET stars = 5", "What pages show of the visit "),
        ("DELETE FROM concern", "What pages show of the visit "),
        ("UPDATE receipt SET stored = stored + 1", "The receipt of front-door "),
    ],
)
def test_what_is_wrong_is_told(practice: Practice, statement: str, told: str) -> None:
    spoil(practice, statement)
    found = verify(practice.home)
    assert not found.is_well
    assert any(told in sentence for sentence in found.problems), found.problems


def test_a_name_that_was_to_be_erased_is_told_of_without_being_told(practice: Practice) -> None:
    spoil(
        practice,
        """UPDATE event SET body = replace(body, '"name":""', '"name":"Rosalind"') WHERE kind = 'arrived'"""
        " AND visit IN (SELECT visit FROM event WHERE kind = 'names_erased')",
    )
    (sentence, *_) = verify(practice.home).problems
    assert sentence.endswith("has a name that was to be erased.")
    assert NAME not in sentence


def test_a_number_that_never_came_is_no_fault(practice: Practice) -> None:
    tablet = Tablet(lambda: practice.now, "side-door")
    tablet.mint(Arrived, visit=uuid4(), ticket="M1")
    practice.take(tablet.push(tablet.mint(Arrived, visit=uuid4(), ticket="M2")))
    found = verify(practice.home)
    assert found.is_well
    (sentence,) = found.warnings
    assert sentence == f"Of side-door (store {tablet.epoch}) 1 of 2 events are not here."


@pytest.mark.files
def test_a_damaged_file_is_told(practice: Practice) -> None:
    practice.close()
    file = practice.folder / FILE_NAME
    with file.open("r+b") as opened:
        opened.seek(8192)
        opened.write(b"\xff" * 4096)
    found = verify(practice.home)
    assert not found.is_well
    assert "damaged" in found.problems[0] or "cannot be read through" in found.problems[0]


def test_what_was_made_from_the_log_is_made_again_with_the_same_rows(practice: Practice) -> None:
    right = {table: practice.table(table) for table in MADE}
    assert all(right.values())
    spoil(
        practice,
        "UPDATE visit SET closed_how = 'left' WHERE ticket = 'K7'",
        "DELETE FROM concern",
        "UPDATE rating SET stars = 5",
        "UPDATE receipt SET digest = 'x'",
        "INSERT INTO receipt SELECT practice, 'gone', epoch, last, stored, digest FROM receipt",
    )
    practice.close()

    done = rebuild(practice.home)

    assert (done.visits, done.ratings, done.concerns) == (3, 3, 1)
    assert (done.changed_visits, done.changed_receipts) == (3, 2)
    again = Practice(practice.folder)
    assert {table: again.table(table) for table in MADE} == right
    again.close()
    assert rebuild(practice.home).changed_visits == 0


def test_beside_a_running_hub_nothing_is_made_again(practice: Practice) -> None:
    with pytest.raises(CareFault, match="another hub is running"):
        rebuild(practice.home)


def test_an_event_that_cannot_be_read_leaves_all_as_it_was(practice: Practice) -> None:
    spoil(practice, "UPDATE event SET body = '{' WHERE cursor = 2", "UPDATE rating SET stars = 5")
    wrong = practice.table("rating")
    practice.close()
    with pytest.raises(CareFault, match="`kiosk hub verify` says which"):
        rebuild(practice.home)
    again = Practice(practice.folder)
    assert again.table("rating") == wrong
    again.close()


def test_there_is_nothing_to_verify(tmp_path: Path) -> None:
    with pytest.raises(CareFault, match=r"there is no database\.$"):
        verify(tmp_path / "nothing")
