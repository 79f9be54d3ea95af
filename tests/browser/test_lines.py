"""Lines that drop, hubs that are killed: what the page says is so, and no click is lost without a word."""

import os
import random
import signal
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from uuid import UUID, uuid4

from playwright.sync_api import Page, expect

from kiosk.visits.events import Arrived
from tests.browser.test_today import facts, wait_for
from tests.hub.device import Device
from tests.hubs import HubProcess

Desk = Callable[..., Page]

SAID_WITHIN_S = 5.0


@contextmanager
def hung(hub: HubProcess) -> Iterator[None]:
    """The hub holds its connections and says nothing, like a cable that was pulled."""
    os.kill(hub.pid, signal.SIGSTOP)
    try:
        yield
    finally:
        os.kill(hub.pid, signal.SIGCONT)


def test_a_line_that_hangs_is_told_within_five_seconds_and_catches_up(
    hub: HubProcess, tablet: Device, desk: Desk
) -> None:
    page = desk()
    live = page.locator("#live")
    with hung(hub):
        since = time.strftime("%H:%M")
        began = time.monotonic()
        expect(live).to_contain_text("Not live since", timeout=SAID_WITHIN_S * 1000)
        assert time.monotonic() - began < SAID_WITHIN_S
        assert page.evaluate("document.getElementById('live').textContent") in {
            f"Not live since {moment}" for moment in (since, time.strftime("%H:%M"))
        }
    expect(live).to_contain_text("Live ·")
    tablet.push(tablet.mint(Arrived, visit=uuid4(), ticket="K1"))
    expect(page.get_by_role("region", name="Just arrived")).to_contain_text("K1")


def test_an_idle_line_is_not_taken_for_a_dropped_one(desk: Desk) -> None:
    page = desk()
    page.evaluate(
        """() => {
          window.fell = 0;
          new MutationObserver(() => { fell += document.getElementById("live").className.includes("hurry"); })
            .observe(document.getElementById("live"), { attributes: true });
          window.began = performance.now();
        }"""
    )
    page.wait_for_function("() => performance.now() - began > 9000")
    assert page.evaluate("fell") == 0


def test_an_answer_that_was_lost_is_told_once_the_hub_is_back(hub: HubProcess, tablet: Device, desk: Desk) -> None:
    """The worst moment: the click is recorded, and its answer never comes."""
    page = desk()
    tablet.push(tablet.mint(Arrived, visit=uuid4(), ticket="K7"))
    page.route("**/seen", lambda route: (route.fetch(), route.abort("connectionreset")))
    page.get_by_role("button", name="Seen K7", exact=True).click()
    expect(page.locator("#notice")).to_contain_text("K7 is told: Maria has seen you.")
    assert len(facts(hub, "acknowledged")) == 1


def is_seen(hub: HubProcess, visit: UUID) -> bool:
    """Whether somebody's Seen is in the log."""
    return any(row["visit"] == str(visit) for row in facts(hub, "acknowledged"))


def is_past(at: int) -> bool:
    """Whether the clock has reached `at`, ms UTC."""
    return time.time() * 1000 >= at


COLLECT = """() => {
  window.said = [];
  new MutationObserver((changes) => {
    for (const { addedNodes } of changes)
      for (const node of addedNodes) {
        const text = node.querySelector?.("p")?.textContent;
        if (text && node.id !== "unanswered") said.push(text);
      }
  }).observe(document.getElementById("notice"), { childList: true });
  window.pressSeen = (visit, at) => setTimeout(() => {
    const button = document.querySelector(`#arrival-${visit} [data-seen]`);
    if (button) button.click();
    else said.push("the card was gone");
  }, at - Date.now());
}"""


def test_kills_lose_no_click_of_two_receptionists(hub: HubProcess, tablet: Device, desk: Desk) -> None:
    """Both press Seen on every card while the hub is killed and started; each press is answered for, truthfully."""
    pages = {"Maria": desk("Maria"), "Sam": desk("Sam")}
    for page in pages.values():
        page.evaluate(COLLECT)
    chance = random.Random(7)
    visits = {round_: uuid4() for round_ in range(8)}
    for round_, visit in visits.items():
        tablet.push(tablet.mint(Arrived, visit=visit, ticket=f"K{round_ + 1}"))
        # Both at one moment; the hub dies before, in or after the commit.
        at = int(time.time() * 1000) + 400
        for page in pages.values():
            expect(page.locator(f"#arrival-{visit}")).to_be_visible()
            page.evaluate("([visit, at]) => pressSeen(visit, at)", [str(visit), at])
        if round_ % 2:
            wait_for(partial(is_seen, hub, visit))
        else:
            wait_for(partial(is_past, at + chance.randint(-3, 25)))
        hub.kill()
        hub.start()
        for page in pages.values():
            expect(page.locator("#live")).to_contain_text("Live ·")
            page.wait_for_function("(n) => said.length >= n", arg=round_ + 1, timeout=15_000)
            assert page.evaluate("said.length") == round_ + 1, page.evaluate("said")
    recorded = {UUID(str(row["visit"])): str(row["body"]) for row in facts(hub, "acknowledged")}
    assert len(recorded) == len(facts(hub, "acknowledged")), "a visit was seen twice"
    for round_, visit in visits.items():
        said = {who: str(page.evaluate(f"said[{round_}]")) for who, page in pages.items()}
        ticket = f"K{round_ + 1}"
        winners = [who for who, text in said.items() if text == f"{ticket} is told: {who} has seen you."]
        if visit in recorded:
            (winner,) = winners
            assert f'"by":"{winner}"' in recorded[visit]
        else:
            assert winners == []
        for who in set(said) - set(winners):
            elsewise = ("Not recorded: ", "the card was gone", f"{winners[0] if winners else '?'} has already seen")
            assert said[who].startswith(elsewise), said
