"""The Today page beyond the common clicks: undo, arrivals at the desk, notes, keys; and what is typed is text."""

from collections.abc import Callable
from uuid import uuid4

import pytest
from playwright.sync_api import Page, expect

from kiosk.visits.events import Acknowledged, Arrived, ConcernClaimed, HelpRequested
from tests.browser.test_today import facts, wait_for
from tests.browsers import Browsers
from tests.hub.device import Device
from tests.hubs import HubProcess

MINUTE = 60_000

CANARY = "<b id=x>{{7*7}}=1|\"'&lt;"
"""24 characters that HTML, a template, a spreadsheet or a shell might take for more than letters."""

Desk = Callable[..., Page]


def settle(page: Page) -> None:
    """Waits until the cards have stood still for long enough that keys count again."""
    page.wait_for_function("() => { window.calm ??= performance.now(); return performance.now() - window.calm > 700 }")
    page.evaluate("() => { delete window.calm }")


def test_a_slip_is_undone_by_click_and_by_key(hub: HubProcess, tablet: Device, desk: Desk) -> None:
    page = desk()
    visit = uuid4()
    with tablet.listen() as stream:
        stream.until_caught_up()
        tablet.push(tablet.mint(Arrived, visit=visit, ticket="K7", name="Rosa"))
        page.get_by_role("button", name="Seen K7", exact=True).click()
        heard = stream.until(lambda h: h.kind == "entry" and h.data["event"]["kind"] == "acknowledged")
        page.get_by_role("button", name="Undo").click()
        expect(page.get_by_role("region", name="Just arrived")).to_contain_text("Rosa")
        expect(page.locator("#notice")).to_have_text("Undone. K7 is as before.")
        undone = stream.until(lambda h: h.kind == "entry" and h.data["event"]["kind"] == "undone")
        assert undone.data["event"]["event"] == heard.data["event"]["id"]
    page.get_by_role("button", name="Seen K7, wait about 10 minutes").click()
    expect(page.get_by_role("button", name="Undo")).to_be_visible()
    settle(page)
    page.keyboard.press("u")
    expect(page.get_by_role("region", name="Just arrived")).to_contain_text("Rosa")
    assert len(facts(hub, "undone")) == 2


def test_undo_is_offered_for_ten_seconds(tablet: Device, desk: Desk) -> None:
    page = desk()
    tablet.push(tablet.mint(Arrived, visit=uuid4(), ticket="K7"))
    page.get_by_role("button", name="Seen K7", exact=True).click()
    undo = page.get_by_role("button", name="Undo")
    expect(undo).to_be_visible()
    began = page.evaluate("performance.now()")
    expect(undo).to_have_count(0, timeout=15_000)
    assert page.evaluate("performance.now()") - began > 9_000


def test_what_the_other_has_built_on_is_not_undone(tablet: Device, desk: Desk) -> None:
    maria, sam = desk("Maria"), desk("Sam")
    tablet.push(tablet.mint(Arrived, visit=uuid4(), ticket="K7"))
    maria.get_by_role("button", name="Seen K7", exact=True).click()
    expect(maria.get_by_role("button", name="Undo")).to_be_visible()
    sam.get_by_role("button", name="Call K7 to a place").click()
    sam.get_by_role("button", name="Call K7 to Room 2").click()
    expect(maria.get_by_role("region", name="Waiting")).to_contain_text("called to Room 2")
    maria.get_by_role("button", name="Undo").click()
    expect(maria.locator("#notice")).to_have_text("Nothing was undone: Sam has already gone on from there.")


def test_the_rarer_ends_of_a_visit(hub: HubProcess, tablet: Device, desk: Desk) -> None:
    page = desk()
    twice, gone = uuid4(), uuid4()
    tablet.push(
        tablet.mint(Arrived, visit=twice, ticket="K1"),
        tablet.mint(Arrived, visit=gone, ticket="K2"),
        tablet.mint(Acknowledged, visit=gone, by="Sam", minutes=10),
    )
    page.get_by_role("button", name="More for K1").click()
    page.get_by_role("button", name="K1 arrived twice").click()
    expect(page.locator("#notice")).to_contain_text("K1 is noted as arrived twice.")
    page.get_by_role("button", name="More for K2").click()
    page.get_by_role("button", name="K2 left", exact=True).click()
    expect(page.locator("#notice")).to_contain_text("K2 is noted as having left.")
    assert {row["closed_how"] for row in hub.rows("SELECT closed_how FROM visit")} == {"duplicate", "left"}


def test_another_wait_is_told_with_an_apology_if_it_is_longer(hub: HubProcess, tablet: Device, desk: Desk) -> None:
    page = desk()
    visit = uuid4()
    tablet.push(
        tablet.mint(Arrived, ago_ms=6 * MINUTE, visit=visit, ticket="K1"),
        tablet.mint(Acknowledged, ago_ms=5 * MINUTE, visit=visit, by="Sam", minutes=20),
    )
    card = page.locator(f"#waiting-{visit}")
    for minutes, said in ((10, "K1 is told: about 10 minutes"), (30, "K1 is told: sorry, about 30 minutes")):
        page.get_by_role("button", name="More for K1").click()
        page.get_by_role("button", name=f"Tell K1 about {minutes} minutes from now").click()
        expect(page.locator("#notice")).to_contain_text(said)
        expect(card).to_contain_text(f"of {minutes}")
        expect(page.locator(f"#more-{visit}")).to_be_hidden()
    assert [b'"apology":true' in str(fact["body"]).encode() for fact in facts(hub, "requoted")] == [False, True]


def test_a_double_click_in_a_menu_presses_nothing_below_it(hub: HubProcess, tablet: Device, desk: Desk) -> None:
    page = desk()
    visit = uuid4()
    tablet.push(
        tablet.mint(Arrived, ago_ms=MINUTE, visit=visit, ticket="K1"),
        tablet.mint(Acknowledged, visit=visit, by="Sam", minutes=10),
        *(
            fact
            for n in range(2, 5)
            for other in (uuid4(),)
            for fact in (
                tablet.mint(Arrived, visit=other, ticket=f"K{n}"),
                tablet.mint(Acknowledged, visit=other, by="Sam", minutes=20),
            )
        ),
    )
    page.get_by_role("button", name="Call K1 to a place").click()
    page.get_by_role("button", name="Call K1 to Room 2").dblclick()
    expect(page.get_by_role("region", name="Waiting")).to_contain_text("called to Room 2")
    expect(page.locator(f"#places-{visit}")).to_be_hidden()
    kinds = [row["kind"] for row in hub.rows("SELECT kind FROM event WHERE device = 'hub'")]
    assert kinds == ["called"]


def test_an_arrival_is_entered_at_the_desk(hub: HubProcess, desk: Desk) -> None:
    page = desk()
    page.get_by_role("button", name="Enter an arrival").click()
    dialog = page.get_by_role("dialog", name="Enter an arrival")
    expect(dialog.get_by_label("First name")).to_be_focused()
    dialog.get_by_label("First name").fill("Rosa M.")
    dialog.get_by_label("Language").select_option(label="Español")
    dialog.get_by_role("button", name="Enter, wait about 15 minutes").dblclick()
    waiting = page.get_by_role("region", name="Waiting").get_by_role("listitem")
    expect(waiting).to_have_count(1)
    expect(waiting).to_contain_text("D1")
    expect(waiting).to_contain_text("Rosa M.")
    expect(waiting).to_contain_text("of 15")
    expect(dialog).to_be_hidden()
    # The next patient finds an empty form, and the next ticket.
    settle(page)
    page.keyboard.press("n")
    expect(dialog.get_by_label("First name")).to_have_value("")
    dialog.get_by_role("button", name="Enter", exact=True).click()
    expect(waiting).to_have_count(2)
    assert [row["ticket"] for row in hub.rows("SELECT ticket FROM visit ORDER BY ticket")] == ["D1", "D2"]
    assert len(facts(hub, "acknowledged")) == 2


def test_a_note_survives_what_happens_meanwhile_and_is_kept(hub: HubProcess, tablet: Device, desk: Desk) -> None:
    page = desk()
    concern, visit = uuid4(), uuid4()
    tablet.push(
        tablet.mint(HelpRequested, visit=visit, concern=concern, place="Front door"),
        tablet.mint(ConcernClaimed, visit=visit, concern=concern, by="Maria"),
    )
    note = page.get_by_label("Note on the patient at Front door")
    note.fill("Wheelchair was")
    tablet.push(tablet.mint(Arrived, visit=uuid4(), ticket="K1"))
    expect(page.get_by_role("region", name="Just arrived")).to_contain_text("K1")
    expect(note).to_be_focused()
    page.keyboard.type(" missing;\nfetched one")
    # Out of the field, too, and keys typed into it were no commands.
    page.get_by_role("heading", name="Help at Front door").click()
    tablet.push(tablet.mint(Arrived, visit=uuid4(), ticket="K2"))
    expect(page.get_by_role("region", name="Just arrived")).to_contain_text("K2")
    expect(note).to_have_value("Wheelchair was missing;\nfetched one")
    page.get_by_role("button", name="Could not").click()
    expect(page.locator("#notice")).to_contain_text("Noted: could not be put right.")
    assert hub.rows("SELECT outcome, note FROM concern") == [
        {"outcome": "could_not", "note": "Wheelchair was missing;\nfetched one"}
    ]
    page.get_by_role("button", name="Undo").click()
    expect(page.locator(f"#concern-{concern}")).to_contain_text("Maria is on it since")


def test_a_ticket_is_found_by_slash(tablet: Device, desk: Desk) -> None:
    page = desk()
    tablet.push(
        *(tablet.mint(Arrived, visit=uuid4(), ticket=f"K{n}", name="Rosa" if n == 12 else "") for n in range(1, 15))
    )
    expect(page.get_by_role("listitem")).to_have_count(14)
    page.keyboard.press("/")
    find = page.get_by_role("searchbox", name="Find a ticket")
    expect(find).to_be_focused()
    page.keyboard.type("k12")
    card = page.locator(".card.found")
    expect(card).to_have_count(1)
    expect(card).to_contain_text("Rosa")
    expect(card).to_be_in_viewport()
    # Stays found when something else changes.
    tablet.push(tablet.mint(Arrived, visit=uuid4(), ticket="K15"))
    expect(page.get_by_role("listitem")).to_have_count(15)
    expect(card).to_contain_text("Rosa")
    page.keyboard.press("Enter")
    expect(page.get_by_role("button", name="Seen K12", exact=True)).to_be_focused()
    expect(card).to_have_count(0)
    find.fill("rosa")
    expect(card).to_have_count(1)
    find.fill("Z9")
    expect(page.locator("#found")).to_have_text("Z9 is not on this page")
    find.press("Escape")
    expect(find).to_have_value("")


def test_keys_are_shown_and_can_be_turned_off(hub: HubProcess, tablet: Device, desk: Desk) -> None:
    page = desk()
    tablet.push(tablet.mint(Arrived, visit=uuid4(), ticket="K1"))
    expect(page.get_by_role("button", name="Seen K1", exact=True)).to_be_visible()
    settle(page)
    page.keyboard.press("?")
    dialog = page.get_by_role("dialog", name="Keys")
    expect(dialog).to_contain_text("Find a ticket")
    page.keyboard.press("1")
    dialog.get_by_label("Use these keys on this computer").uncheck()
    page.keyboard.press("Escape")
    expect(dialog).to_be_hidden()
    page.keyboard.press("1")
    page.keyboard.press("/")
    expect(page.get_by_role("searchbox")).not_to_be_focused()
    page.reload()
    expect(page.locator("#live")).to_contain_text("Live ·")
    settle(page)
    page.keyboard.press("1")
    page.get_by_role("button", name="Keyboard keys").click()
    dialog.get_by_label("Use these keys on this computer").check()
    dialog.get_by_role("button", name="Close").click()
    assert not facts(hub, "acknowledged")
    page.keyboard.press("1")
    wait_for(lambda: facts(hub, "acknowledged"))


def test_undo_and_arrivals_without_scripts(hub: HubProcess, tablet: Device, desk: Desk) -> None:
    tablet.push(tablet.mint(Arrived, visit=uuid4(), ticket="K1", name="Rosa"))
    page = desk(scripts=False)
    page.get_by_role("button", name="Seen K1", exact=True).click()
    expect(page.get_by_role("region", name="Waiting")).to_contain_text("Rosa")
    page.get_by_role("button", name="Undo").click()
    expect(page.get_by_role("region", name="Just arrived")).to_contain_text("Rosa")
    expect(page.get_by_role("button", name="Undo")).to_have_count(0)
    expect(page.locator("#tools")).to_be_hidden()
    page.get_by_role("button", name="Enter an arrival").click()
    page.get_by_role("dialog").get_by_role("button", name="Enter", exact=True).click()
    expect(page.get_by_role("region", name="Waiting")).to_contain_text("D1")


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_whatever_a_patient_is_called_is_text(
    hub: HubProcess, tablet: Device, desk: Desk, browser: Browsers, scheme: str
) -> None:
    page = desk()
    page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
    visit = uuid4()
    assert len(CANARY) == 24
    tablet.push(tablet.mint(Arrived, visit=visit, ticket="K1", name=CANARY, place="';alert(1)//<svg onload=x>"))
    expect(page.get_by_role("heading", name=CANARY)).to_be_visible()
    page.get_by_role("button", name="Seen K1", exact=True).click()
    expect(page.get_by_role("region", name="Waiting").get_by_role("heading", name=CANARY)).to_be_visible()
    page.get_by_role("button", name="Enter an arrival").click()
    page.get_by_role("dialog").get_by_label("First name").fill(CANARY)
    page.get_by_role("dialog").get_by_role("button", name="Enter", exact=True).click()
    expect(page.get_by_role("region", name="Waiting").get_by_role("heading", name=CANARY)).to_have_count(2)
    concern = uuid4()
    tablet.push(tablet.mint(HelpRequested, visit=visit, concern=concern, place="<i>here</i>"))
    expect(page.locator(f"#concern-{concern}")).to_contain_text("Help at <i>here</i>")
    expect(page.locator(f"#concern-{concern}")).to_contain_text(CANARY)
    page.locator("#find-ticket").fill("{{7*7}}")
    expect(page.locator(".card.found")).to_have_count(3)
    assert page.locator("#x, #board svg, #board i").count() == 0
    expect(page.locator("body")).not_to_contain_text("49=1")
    hub.stop()
    assert CANARY not in hub.log.read_text()
