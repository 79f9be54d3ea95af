"""The Today page in a real browser: live, true, and never acting on what has changed meanwhile."""

import time
from collections.abc import Callable
from uuid import uuid4

from playwright.sync_api import Page, expect

from kiosk.visits.events import (
    Acknowledged,
    Arrived,
    Called,
    ConcernClaimed,
    ConcernRaised,
    HelpRequested,
    Rated,
    RatingExplained,
    Shown,
)
from tests.hub.device import Device
from tests.hubs import HubProcess

MINUTE = 60_000

Desk = Callable[..., Page]


def wait_for(condition: Callable[[], object], seconds: float = 5.0) -> None:
    """Waits until something is so, looking often."""
    deadline = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < deadline, "it did not become so"
        time.sleep(0.01)  # the condition is in another process's database


def facts(hub: HubProcess, kind: str) -> list[dict[str, object]]:
    return hub.rows("SELECT * FROM event WHERE kind = ? ORDER BY cursor", kind)


def test_a_visit_from_arrival_to_check_out(hub: HubProcess, tablet: Device, desk: Desk) -> None:
    page = desk()
    expect(page.get_by_text("Nobody is waiting to be seen.")).to_be_visible()
    visit = uuid4()
    with tablet.listen() as stream:
        expect(page.locator("#live")).to_have_text("Live · 1 tablet")
        stream.until_caught_up()
        tablet.push(tablet.mint(Arrived, visit=visit, ticket="K7", name="Rosa", place="Front door"))
        arrivals = page.get_by_role("region", name="Just arrived")
        card = arrivals.get_by_role("listitem")
        expect(card).to_contain_text("Rosa")
        expect(card).to_contain_text("Front door")
        expect(page).to_have_title("(1) Today · Cedar Street")
        wait_for(lambda: facts(hub, "shown"))

        page.get_by_role("button", name="Seen K7, wait about 10 minutes").click()
        waiting = page.get_by_role("region", name="Waiting")
        expect(waiting.get_by_role("listitem")).to_contain_text("seen by Maria")
        expect(waiting.get_by_role("listitem")).to_contain_text("of 10")
        expect(arrivals.get_by_role("listitem")).to_have_count(0)
        expect(page.locator("#notice")).to_contain_text("Maria has seen you, about 10 minutes")
        heard = stream.until(lambda h: h.kind == "entry" and h.data["event"]["kind"] == "acknowledged")
        assert heard.data["event"]["by"] == "Maria"
        assert heard.data["event"]["minutes"] == 10
        assert heard.data["event"]["device"] == "hub"

        page.get_by_role("button", name="+5 min for K7").click()
        expect(waiting.get_by_role("listitem")).to_contain_text("of 15")
        page.get_by_role("button", name="Call K7 to a place").click()
        page.get_by_role("button", name="Call K7 to Room 2").click()
        expect(waiting.get_by_role("listitem")).to_contain_text("called to Room 2")
        expect(page.locator("#places-" + str(visit))).to_be_hidden()
        page.get_by_role("button", name="Checked out: K7").click()
        expect(page.get_by_text("Nobody is waiting.", exact=False).first).to_be_visible()
        stream.until(lambda h: h.kind == "entry" and h.data["event"]["kind"] == "closed")
    kinds = [row["kind"] for row in hub.rows("SELECT kind FROM event ORDER BY cursor")]
    assert kinds == ["arrived", "shown", "acknowledged", "requoted", "called", "closed"]
    own = hub.rows("SELECT n, epoch FROM event WHERE device = 'hub' ORDER BY cursor")
    assert [row["n"] for row in own] == [1, 2, 3, 4, 5]
    expect(page.locator("#live")).to_have_text("Live · 0 tablets")
    expect(page.locator(".figures")).to_contain_text("1 of 1")


def test_left_without_being_seen(hub: HubProcess, tablet: Device, desk: Desk) -> None:
    page = desk()
    tablet.push(tablet.mint(Arrived, visit=uuid4(), ticket="K1"))
    page.get_by_role("button", name="More for K1").click()
    page.get_by_role("button", name="K1 left without being seen").click()
    expect(page.locator("#notice")).to_contain_text("K1 is noted as having left.")
    (row,) = hub.rows("SELECT closed_how, closed_by, seen_at FROM visit")
    assert row == {"closed_how": "left", "closed_by": "Maria", "seen_at": None}


def test_two_receptionists_do_not_act_on_the_same_card_twice(hub: HubProcess, tablet: Device, desk: Desk) -> None:
    sam, maria = desk("Sam"), desk("Maria")
    tablet.push(tablet.mint(Arrived, visit=uuid4(), ticket="K7"))
    seen = maria.get_by_role("button", name="Seen K7", exact=True)
    expect(seen).to_be_visible()
    # Maria's line drops unnoticed: her page still shows the card as it was.
    maria.route("**/desk/live", lambda route: route.abort())
    maria.evaluate("document.getElementById('board')._htmx.sse.abortController.abort()")
    sam.get_by_role("button", name="Seen K7", exact=True).click()
    expect(sam.get_by_role("region", name="Waiting").get_by_role("listitem")).to_have_count(1)
    seen.click()
    expect(maria.locator("#notice")).to_have_text("Sam has already seen K7.")
    (fact,) = facts(hub, "acknowledged")
    assert '"by":"Sam"' in str(fact["body"])


def test_two_desks_and_two_tablets_at_once(hub: HubProcess, tablet: Device, desk: Desk) -> None:
    maria, sam = desk("Maria"), desk("Sam")
    side = Device(hub.url, "side-door")
    with tablet.listen() as front_hears, side.listen() as side_hears:
        for page in (maria, sam):
            expect(page.locator("#live")).to_have_text("Live · 2 tablets")
        front_hears.until_caught_up()
        side_hears.until_caught_up()
        tablet.push(*(tablet.mint(Arrived, ago_ms=90 - n, visit=uuid4(), ticket=f"K{n}") for n in range(1, 4)))
        side.push(*(side.mint(Arrived, ago_ms=80 - n, visit=uuid4(), ticket=f"M{n}") for n in range(1, 4)))
        for page in (maria, sam):
            cards = page.get_by_role("region", name="Just arrived").locator(".ticket")
            expect(cards).to_have_text(["K1", "K2", "K3", "M1", "M2", "M3"])
        for n in range(1, 4):
            maria.get_by_role("button", name=f"Seen K{n}, wait about 5 minutes").click()
            sam.get_by_role("button", name=f"Seen M{n}, wait about 10 minutes").click()
        for page in (maria, sam):
            waiting = page.get_by_role("region", name="Waiting")
            expect(waiting.get_by_text("seen by Maria")).to_have_count(3)
            expect(waiting.get_by_text("seen by Sam")).to_have_count(3)
        for stream in (front_hears, side_hears):
            heard = [
                stream.until(lambda h: h.kind == "entry" and h.data["event"]["kind"] == "acknowledged")
                for _ in range(6)
            ]
            assert sorted(entry.data["event"]["by"] for entry in heard) == ["Maria"] * 3 + ["Sam"] * 3


def test_a_double_click_counts_once(hub: HubProcess, tablet: Device, desk: Desk) -> None:
    page = desk()
    visit = uuid4()
    tablet.push(
        tablet.mint(Arrived, visit=visit, ticket="K7"),
        tablet.mint(Acknowledged, visit=visit, by="Sam", minutes=10),
    )
    page.get_by_role("button", name="+5 min for K7").dblclick()
    expect(page.get_by_role("region", name="Waiting")).to_contain_text("of 15")
    page.wait_for_function("() => !document.querySelector('.htmx-request')")
    assert len(facts(hub, "requoted")) == 1


def test_a_card_is_reported_as_shown_only_when_it_was_really_drawn(hub: HubProcess, tablet: Device, desk: Desk) -> None:
    page = desk()
    hidden = "Object.defineProperty(document, 'visibilityState', {value: '%s', configurable: true})"
    page.evaluate(hidden % "hidden")
    first, concern = uuid4(), uuid4()
    tablet.push(
        tablet.mint(Arrived, visit=first, ticket="K1"),
        tablet.mint(HelpRequested, visit=uuid4(), concern=concern),
    )
    expect(page.locator(f"#arrival-{first}")).to_be_visible()
    page.evaluate("() => new Promise(r => requestAnimationFrame(() => requestAnimationFrame(r)))")
    assert not facts(hub, "shown")
    page.evaluate(hidden % "visible")
    page.evaluate("document.dispatchEvent(new Event('visibilitychange'))")
    wait_for(lambda: len(facts(hub, "shown")) == 2)

    # Below the fold nothing is seen by anybody.
    below = uuid4()
    many = [tablet.mint(Arrived, ago_ms=1_000, visit=uuid4(), ticket=f"K{n}") for n in range(2, 20)]
    tablet.push(*many, tablet.mint(Arrived, visit=below, ticket="K99"))
    card = page.locator(f"#arrival-{below}")
    expect(card).to_be_attached()
    wait_for(lambda: len(facts(hub, "shown")) > 3)
    assert not [row for row in facts(hub, "shown") if row["visit"] == str(below)]
    card.scroll_into_view_if_needed()
    wait_for(lambda: [row for row in facts(hub, "shown") if row["visit"] == str(below)])

    # A second page, and a reload, add nothing.
    before = len(facts(hub, "shown"))
    again = desk("Sam")
    expect(again.locator(f"#arrival-{first}")).to_be_visible()
    assert "data-report" not in (again.locator(f"#arrival-{first}").evaluate("e => e.outerHTML"))
    assert len([row for row in facts(hub, "shown") if row["visit"] == str(first)]) == 1
    assert len(facts(hub, "shown")) >= before


def test_the_page_says_at_once_that_it_is_not_live_and_recovers(hub: HubProcess, tablet: Device, desk: Desk) -> None:
    page = desk()
    hub.kill()
    expect(page.locator("#live")).to_contain_text("Not live since", timeout=2_000)
    expect(page.locator("#live")).to_have_class("tag hurry")
    hub.start()
    expect(page.locator("#live")).to_contain_text("Live ·")
    tablet.push(tablet.mint(Arrived, visit=uuid4(), ticket="K7", name="Rosa"))
    expect(page.get_by_role("region", name="Just arrived")).to_contain_text("Rosa")
    hub.stop()
    expect(page.locator("#live")).to_contain_text("Not live since", timeout=2_000)
    page.get_by_role("button", name="Seen K7", exact=True).click()
    expect(page.locator("#notice")).to_contain_text("The hub does not answer.")
    hub.start()
    expect(page.locator("#notice")).to_contain_text("Not recorded: the hub was away just then.", timeout=15_000)
    assert not facts(hub, "acknowledged")
    expect(page.locator("#live")).to_contain_text("Live ·")
    page.get_by_role("button", name="Seen K7", exact=True).click()
    expect(page.get_by_role("region", name="Waiting")).to_contain_text("seen by Maria")


def test_a_page_that_opens_as_the_hub_goes_away_recovers_too(hub: HubProcess, desk: Desk) -> None:
    page = desk()
    page.route("**/desk/live", lambda route: route.abort())
    page.reload()
    expect(page.locator("#live")).to_contain_text("Not live since")
    page.unroute("**/desk/live")
    expect(page.locator("#live")).to_contain_text("Live ·")


def test_help_and_concerns_are_claimed_and_resolved(hub: HubProcess, tablet: Device, desk: Desk) -> None:
    sam, maria = desk("Sam"), desk("Maria")
    rating, concern, visit = uuid4(), uuid4(), uuid4()
    tablet.push(
        tablet.mint(Rated, visit=visit, rating=rating, stars=2),
        tablet.mint(RatingExplained, visit=visit, rating=rating, topics=("waiting",), comment="Too <b>long</b>"),
        tablet.mint(ConcernRaised, visit=visit, rating=rating, concern=concern, place="Front door"),
    )
    card = maria.locator(f"#concern-{concern}")
    expect(card).to_contain_text("Fair")
    expect(card).to_contain_text("“The waiting”")
    expect(card).to_contain_text("Too <b>long</b>")
    maria.get_by_role("button", name="I’m going").click()
    expect(sam.locator(f"#concern-{concern}")).to_contain_text("Maria is on it since")
    sam.get_by_role("button", name="Could not").click()
    expect(card).to_have_count(0)
    (row,) = hub.rows("SELECT claimed_by, resolved_by, outcome FROM concern")
    assert row == {"claimed_by": "Maria", "resolved_by": "Sam", "outcome": "could_not"}


def test_a_broken_promise_turns_hot_by_itself_and_can_be_apologised_for(
    hub: HubProcess, tablet: Device, desk: Desk
) -> None:
    page = desk()
    visit = uuid4()
    tablet.push(
        tablet.mint(Arrived, ago_ms=11 * MINUTE, visit=visit, ticket="H3"),
        tablet.mint(Acknowledged, ago_ms=10 * MINUTE - 3_000, visit=visit, by="Sam", minutes=10),
    )
    card = page.locator(f"#waiting-{visit}")
    expect(card.get_by_role("button", name="+5 min for H3")).to_be_visible()
    expect(card).not_to_have_class("card hot")
    expect(card).to_have_class("card hot")
    expect(card).to_contain_text("late by 1 min")
    card.get_by_role("button", name="Tell them: sorry, +10 min").click()
    expect(card).to_contain_text("of 10")
    expect(card).not_to_have_class("card hot")
    (fact,) = facts(hub, "requoted")
    assert '"minutes":10,"apology":true' in str(fact["body"])


def test_an_arrival_that_came_late_says_so(tablet: Device, desk: Desk) -> None:
    page = desk()
    tablet.push(
        tablet.mint(Arrived, ago_ms=2 * MINUTE, visit=uuid4(), ticket="K1"),
        tablet.mint(Arrived, visit=uuid4(), ticket="K2"),
    )
    cards = page.get_by_role("region", name="Just arrived").get_by_role("listitem")
    expect(cards.nth(0)).to_contain_text("K1")
    expect(cards.nth(0).get_by_text("late", exact=True)).to_be_visible()
    expect(cards.nth(0)).to_have_class("card hot")
    expect(cards.nth(1).get_by_text("late", exact=True)).to_have_count(0)


def test_what_a_patient_typed_is_text_and_nothing_else(tablet: Device, desk: Desk) -> None:
    page = desk()
    name = "<img src=x onerror=al>"
    tablet.push(tablet.mint(Arrived, visit=uuid4(), ticket="K1", name=name, place="\"'><script>"))
    expect(page.get_by_role("heading", name=name)).to_be_visible()
    assert page.locator("#board img").count() == 0


def test_focus_stays_where_the_keyboard_is(tablet: Device, desk: Desk) -> None:
    page = desk()
    tablet.push(*(tablet.mint(Arrived, ago_ms=9_000 - n, visit=uuid4(), ticket=f"K{n}") for n in (1, 2)))
    ten = page.get_by_role("button", name="Seen K2, wait about 10 minutes")
    ten.focus()
    tablet.push(tablet.mint(Arrived, ago_ms=30_000, visit=uuid4(), ticket="K9"))
    expect(page.get_by_role("region", name="Just arrived").get_by_role("listitem")).to_have_count(3)
    expect(ten).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.get_by_role("region", name="Waiting").get_by_role("listitem")).to_have_count(1)
    page.wait_for_function("() => document.activeElement.closest('.card')")
    assert page.evaluate("document.activeElement.closest('section').getAttribute('aria-labelledby')") == "arrived-h"


def test_a_number_key_greets_that_card(tablet: Device, hub: HubProcess, desk: Desk) -> None:
    page = desk()
    tablet.push(*(tablet.mint(Arrived, ago_ms=9_000 - n, visit=uuid4(), ticket=f"K{n}") for n in (1, 2)))
    expect(page.get_by_role("button", name="Seen K2", exact=True)).to_be_visible()
    wait_for(lambda: len(facts(hub, "shown")) == 2)
    page.wait_for_function("() => { window.calm ??= performance.now(); return performance.now() - window.calm > 700 }")
    page.keyboard.press("2")
    expect(page.get_by_role("region", name="Waiting")).to_contain_text("K2")
    assert len(facts(hub, "acknowledged")) == 1


def test_without_scripts_everything_works_by_forms(hub: HubProcess, tablet: Device, desk: Desk) -> None:
    first, second = uuid4(), uuid4()
    tablet.push(
        tablet.mint(Arrived, visit=first, ticket="K1", name="Rosa"),
        tablet.mint(Arrived, visit=second, ticket="K2"),
    )
    page = desk(scripts=False)
    expect(page.get_by_text("Not live: reload")).to_be_visible()
    page.get_by_role("button", name="Seen K1, wait about 15 minutes").click()
    expect(page.get_by_role("region", name="Waiting")).to_contain_text("Rosa")
    tablet.push(tablet.mint(Acknowledged, visit=second, by="Sam"))
    page.get_by_role("button", name="Seen K2", exact=True).click()
    expect(page.locator("#notice")).to_have_text("Sam has already seen K2.")
    page.get_by_role("button", name="Call K1 to a place").click()
    page.get_by_role("button", name="Call K1 to Room 3").click()
    expect(page.get_by_role("region", name="Waiting")).to_contain_text("called to Room 3")
    assert len(facts(hub, "acknowledged")) == 2


def test_signing_out(desk: Desk) -> None:
    page = desk()
    page.get_by_role("button", name="Maria").click()
    page.get_by_role("button", name="Sign out").click()
    expect(page.get_by_label("Your name")).to_be_visible()


def test_shown_by_a_tablet_is_not_doubled(hub: HubProcess, tablet: Device, desk: Desk) -> None:
    visit = uuid4()
    tablet.push(
        tablet.mint(Arrived, visit=visit, ticket="K1"),
        tablet.mint(Shown, visit=visit),
        tablet.mint(Called, visit=visit, by="Sam", place="Room 1"),
        tablet.mint(ConcernClaimed, visit=visit, concern=uuid4(), by="Sam"),
    )
    page = desk()
    expect(page.get_by_role("region", name="Waiting")).to_contain_text("called to Room 1")
    assert len(facts(hub, "shown")) == 1
