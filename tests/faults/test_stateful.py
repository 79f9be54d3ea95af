"""Whatever happens in whatever order, each fact that was said to be saved is in the hub once: a model knows them all.

Store, sync and hub are the real ones, in one process and step by step, so that hypothesis can shorten what it finds;
the network between them is a function here, and a real one in the other tests of this folder.
"""

import os
from collections import Counter, defaultdict
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TypeAlias
from uuid import UUID, uuid4

import pytest
from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, precondition, rule

from kiosk.store.store import KEEP_CONFIRMED_MS
from kiosk.visits.events import Event
from tests.faults.proxy import Trouble
from tests.faults.tablet_process import FACTS, make
from tests.faults.world import DEVICES, HOUR_MS, WAIT_S, Practice, Tablet, found

EXAMPLES = int(os.environ.get("KIOSK_STATEFUL") or 0)
"""How many to make, others each time; without it the same few."""
STEPS = 30
MOST_TABLETS = 4
SPOILT, ANOTHERS = "substr(body, 10)", "replace(body, 'door', 'wall')"
"""What becomes of an event that a failing disk, or nobody knows who, has changed."""
YEAR_MS = 365 * 86_400_000

Visit: TypeAlias = tuple[int, UUID]
"""Which tablet it is of, and its id."""

which_tablet = st.integers(0, MOST_TABLETS - 1)
any_of_them = st.integers(0, 1000)
troubles = st.sampled_from([trouble for trouble in Trouble if trouble is not Trouble.DELAY])


class Machine(RuleBasedStateMachine):
    """A hub and two tablets, which may be copied."""

    def __init__(self) -> None:
        super().__init__()
        self._folder = TemporaryDirectory(prefix="kiosk-stateful-")
        self.practice = Practice(Path(self._folder.name))
        self.tablets = self.practice.tablets
        for device in DEVICES:
            self.practice.add(device)
        self.saved: dict[Visit, list[UUID]] = defaultdict(list)
        """The events of each visit in the order in which they were said to be saved."""
        self.under_way: dict[Visit, int] = {}
        """How many facts of a visit there are, as long as more may come."""
        self.names: dict[Visit, str] = {}
        self.erased: dict[Visit, str] = {}
        self.poisoned: set[UUID] = set()
        self.doubtful: set[Tablet] = set()
        """Those that can not know what the hub has of theirs: copied, or with an event that spoilt."""
        self.backups: list[tuple[int, Path]] = []

    @rule(which=which_tablet, facts=st.integers(1, len(FACTS)))
    def somebody_arrives(self, which: int, facts: int) -> None:
        visit = (which % len(self.tablets), uuid4())
        self.names[visit] = f"Zx{visit[1].hex[:16]}"
        self.under_way[visit] = 0
        self._go_on(visit, facts)
        assert found({self.names[visit]}, self.tablets[visit[0]].folder)

    @precondition(lambda self: self.under_way)
    @rule(which=any_of_them, facts=st.integers(1, len(FACTS)))
    def a_visit_goes_on(self, which: int, facts: int) -> None:
        self._go_on(list(self.under_way)[which % len(self.under_way)], facts)

    @rule(which=which_tablet, trouble=troubles)
    def pushes(self, which: int, trouble: Trouble) -> None:
        self._tablet(which).push(trouble)

    @rule(which=which_tablet)
    def listens(self, which: int) -> None:
        self._tablet(which).listen()

    @rule(which=which_tablet)
    def is_in_step(self, which: int) -> None:
        self._tablet(which).drain()

    @rule(which=which_tablet, reboots=st.booleans())
    def starts_anew(self, which: int, reboots: bool) -> None:
        self._tablet(which).restart(reboot=reboots)

    @rule(which=which_tablet, years=st.integers(-40, 40))
    def has_another_time(self, which: int, years: int) -> None:
        self._tablet(which).clock.shift_ms = years * YEAR_MS

    @rule(hours=st.sampled_from([1, 20, 80]))
    def time_passes(self, hours: int) -> None:
        self.practice.now += hours * HOUR_MS

    @rule(which=which_tablet)
    def tends(self, which: int) -> None:
        self._tablet(which).store.tend().result(WAIT_S)

    @precondition(lambda self: len(self.tablets) < MOST_TABLETS)
    @rule(which=which_tablet)
    def is_copied(self, which: int) -> None:
        original = self._tablet(which)
        self.doubtful |= {original, self.practice.clone(original)}

    @precondition(lambda self: self.saved)
    @rule(which=any_of_them, how=st.sampled_from([SPOILT, ANOTHERS]))
    def an_event_spoils(self, which: int, how: str) -> None:
        visit = list(self.saved)[which % len(self.saved)]
        tablet, event = self.tablets[visit[0]], self.saved[visit][-1]
        # But not the word that a name was erased: the hub would keep it until it erases it by itself.
        spoil = f"UPDATE event SET body = {how} WHERE id = ? AND confirmed IS NULL"  # noqa: S608
        if tablet.rows(f"{spoil} AND kind <> 'names_erased' RETURNING id", str(event)):
            self.poisoned.add(event)
            self.doubtful.add(tablet)

    @precondition(lambda self: self.names)
    @rule(which=any_of_them)
    def a_name_is_erased(self, which: int) -> None:
        visit = list(self.names)[which % len(self.names)]
        self.erased[visit] = self.names.pop(visit)
        tablet = self.tablets[visit[0]]
        self._note(visit, tablet.store.erase_names([visit[1]]).result(WAIT_S))
        assert not found({self.erased[visit]}, tablet.folder), "an erased name is there"

    @rule()
    def the_hub_starts_anew(self) -> None:
        self.practice.restart_hub()

    @rule()
    def the_hub_is_backed_up(self) -> None:
        self.backups.append((self.practice.now, self.practice.backup()))

    @precondition(lambda self: self._backups())
    @rule(which=any_of_them)
    def the_hub_is_restored(self, which: int) -> None:
        backups = self._backups()
        self.practice.restore(backups[which % len(backups)])

    @rule(which=which_tablet)
    def the_hub_forgets_what_was_done_since_the_backup(self, which: int) -> None:
        self.the_hub_is_backed_up()
        self.somebody_arrives(which, len(FACTS))
        self.somebody_arrives(which, 1)
        before = len(self.under_way) - 1
        self.is_in_step(which)
        self.has_another_time(which, 40)
        self.somebody_arrives(which, 1)
        self.tends(which)
        self.practice.restore(self.backups[-1][1])
        self.a_visit_goes_on(before, 1)
        self.pushes(which, Trouble.NONE)

    @rule(which=which_tablet)
    def an_old_answer_is_given_to_another_push(self, which: int) -> None:
        for trouble in (Trouble.NONE, Trouble.STALE):
            self.is_in_step(which)
            self.somebody_arrives(which, 1)
            self.pushes(which, trouble)

    @rule(which=which_tablet)
    def a_name_is_erased_that_spoilt_and_one_that_the_hub_knows(self, which: int) -> None:
        self.somebody_arrives(which, 1)
        self.is_in_step(which)
        self.somebody_arrives(which, 1)
        self.an_event_spoils(len(self.saved) - 1, SPOILT)
        for _ in range(2):
            self.a_name_is_erased(len(self.names) - 1)

    def teardown(self) -> None:
        try:
            for _ in range(2):
                # A restored hub asks for what it lacks by the first push, so that there must be one.
                for number, tablet in enumerate(self.tablets):
                    visit = (number, uuid4())
                    self.under_way[visit] = 0
                    self._go_on(visit, 1)
                    tablet.drain()
            for tablet in self.tablets:
                tablet.listen()
            self._judge()
        finally:
            self.practice.close()
            self._folder.cleanup()

    def _judge(self) -> None:
        rows = self.practice.rows("SELECT id, cursor FROM event ORDER BY cursor")
        assert [row["cursor"] for row in rows] == list(range(1, len(rows) + 1)), "a gap among the cursors"
        ids = Counter(UUID(row["id"]) for row in rows)
        assert not [event for event, times in ids.items() if times > 1], "doubled"
        place = {event: number for number, event in enumerate(ids)}
        for (number, _), events in self.saved.items():
            set_aside = self._set_aside(self.tablets[number])
            assert set_aside <= self.poisoned, "set aside without a reason"
            assert not [event for event in events if event not in ids and event not in set_aside], "lost"
            # What spoilt at one may come later from its copy.
            places = [place[event] for event in events if event in ids and event not in self.poisoned]
            assert places == sorted(places), "out of order"
        for tablet in self.tablets:
            assert tablet.store.unsent() == 0
            assert tablet.store.cursor == f"{tablet.store.hub_epoch}-{len(rows)}", "not heard to the end"
            compared = tablet.store.compared
            assert compared is not None
            assert compared.agrees or tablet in self.doubtful, "another receipt"
        gone = set(self.erased.values())
        assert not found(gone, self.practice.data), "an erased name is at the hub"
        assert not found(gone, self.practice.folder / "backups"), "an erased name is in a backup"
        for (number, _), name in self.erased.items():
            assert not found({name}, self.tablets[number].folder), "an erased name is there"

    def _go_on(self, visit: Visit, facts: int) -> None:
        done = self.under_way[visit]
        for fact in FACTS[done : done + facts]:
            maker = make(fact, visit[1], self.names.get(visit, ""), len(self.saved))
            self._note(visit, self.tablets[visit[0]].store.append(maker).result(WAIT_S))
        self.under_way[visit] += facts
        if self.under_way[visit] >= len(FACTS):
            del self.under_way[visit]

    def _note(self, visit: Visit, events: tuple[Event, ...]) -> None:
        self.saved[visit] += [event.id for event in events]

    def _tablet(self, which: int) -> Tablet:
        return self.tablets[which % len(self.tablets)]

    def _backups(self) -> list[Path]:
        """Those that are not older than what tablets keep for them."""
        return [file for at, file in self.backups if self.practice.now - at < KEEP_CONFIRMED_MS]

    @staticmethod
    def _set_aside(tablet: Tablet) -> set[UUID]:
        return {UUID(row["id"]) for row in tablet.rows("SELECT id FROM event WHERE rejected IS NOT NULL")}


Machine.TestCase.settings = settings(
    max_examples=EXAMPLES or 12,
    stateful_step_count=STEPS,
    derandomize=not EXAMPLES,
    database=None,
    deadline=None,
    # Shortening what was found takes minutes: only where there is time for it.
    phases=(Phase.generate,),
    suppress_health_check=list(HealthCheck),
)
TestEverythingAtOnce = Machine.TestCase


@pytest.mark.parametrize(
    "rule",
    [
        Machine.the_hub_forgets_what_was_done_since_the_backup,
        Machine.an_old_answer_is_given_to_another_push,
        Machine.a_name_is_erased_that_spoilt_and_one_that_the_hub_knows,
    ],
)
def test_what_chance_seldom_puts_together(rule: Callable[[Machine, int], None]) -> None:
    machine = Machine()
    try:
        rule(machine, 0)
    finally:
        machine.teardown()
