"""Who does not look at the page: the chime, the title and the browser's notifications."""

from collections.abc import Callable
from uuid import uuid4

from playwright.sync_api import Page, expect

from kiosk.visits.events import Acknowledged, Arrived, HelpRequested
from tests.browsers import Browsers
from tests.hub.device import Device
from tests.hubs import HubProcess

MINUTE = 60_000

Desk = Callable[..., Page]

# Notes what is played, and lets it play.
LISTEN = """
window.played = [];
const start = AudioBufferSourceNode.prototype.start;
AudioBufferSourceNode.prototype.start = function (...args) {
  played.push({ rate: this.playbackRate.value, seconds: this.buffer.duration });
  return start.apply(this, args);
};
const Gain = window.GainNode;
window.GainNode = class extends Gain {
  constructor(context, options) { super(context, options); (window.gains ??= []).push(options.gain); }
};
"""

NOTIFIED = """
window.notified = [];
window.Notification = class {
  static permission = "granted";
  constructor(title, options) { notified.push({ title, ...options }); }
  close() {}
};
Object.defineProperty(document, "hasFocus", { value: () => false });
"""


def listening(desk: Desk, *, scripts: str = LISTEN) -> Page:
    """Maria's page, reloaded with ears, and touched once, as browsers want it before they sound."""
    page = desk()
    page.add_init_script(scripts)
    page.reload()
    expect(page.locator("#live")).to_contain_text("Live ·")
    page.get_by_role("heading", level=1).click()
    page.wait_for_function("() => document.getElementById('sound-blocked').hidden")
    return page


def test_arrivals_and_concerns_ring_differently(tablet: Device, desk: Desk) -> None:
    page = listening(desk)
    tablet.push(tablet.mint(Arrived, visit=uuid4(), ticket="K1"))
    page.wait_for_function("() => played.length === 1")
    assert page.evaluate("played[0].rate") == 1
    assert page.evaluate("played[0].seconds") > 1
    tablet.push(tablet.mint(HelpRequested, visit=uuid4(), concern=uuid4()))
    page.wait_for_function("() => played.length === 3")
    assert page.evaluate("played.map((note) => note.rate)") == [1, 1.5, 1.5]
    assert page.evaluate("gains") == [1, 1, 1]


def test_a_late_arrival_and_one_that_was_seen_ring_no_bell(tablet: Device, desk: Desk) -> None:
    page = listening(desk)
    seen = uuid4()
    tablet.push(
        tablet.mint(Arrived, ago_ms=10 * MINUTE, visit=uuid4(), ticket="K1"),
        tablet.mint(Arrived, visit=seen, ticket="K2"),
        tablet.mint(Acknowledged, visit=seen, by="Sam"),
    )
    expect(page.get_by_role("region", name="Just arrived")).to_contain_text("K1")
    tablet.push(tablet.mint(Arrived, visit=uuid4(), ticket="K3"))
    page.wait_for_function("() => played.length > 0")
    assert page.evaluate("played.length") == 1


def test_it_repeats_quietly_until_somebody_is_seen(tablet: Device, desk: Desk) -> None:
    page = listening(desk)
    tablet.push(tablet.mint(Arrived, visit=uuid4(), ticket="K1"))
    page.wait_for_function("() => played.length === 1")
    page.wait_for_function("() => played.length === 2", timeout=30_000)
    loud, quiet = page.evaluate("gains")
    assert quiet < loud / 2
    page.get_by_role("button", name="Seen K1", exact=True).click()
    expect(page.get_by_role("region", name="Waiting")).to_contain_text("K1")
    expect(page.locator("[data-rings]")).to_have_count(0)


def test_muted_is_shown_and_remembered(tablet: Device, desk: Desk) -> None:
    page = listening(desk)
    expect(page.locator("#sound")).to_contain_text("Sound on")
    page.locator("#sound").click()
    expect(page.locator("#sound")).to_contain_text("Sound off")
    tablet.push(tablet.mint(Arrived, visit=uuid4(), ticket="K1"))
    expect(page).to_have_title("(1) Today · Cedar Street")
    assert page.evaluate("played.length") == 0
    page.reload()
    expect(page.locator("#live")).to_contain_text("Live ·")
    expect(page.locator("#sound")).to_contain_text("Sound off")
    page.keyboard.press("m")
    expect(page.locator("#sound")).to_contain_text("Sound on")
    page.wait_for_function("() => played.length === 1")


def test_a_browser_that_keeps_it_silent_is_told_of(desk: Desk) -> None:
    page = desk()
    page.add_init_script(
        """
        // As a browser does until somebody touches the page.
        let touched = false;
        Object.defineProperty(AudioContext.prototype, "state", { get() { return touched ? "running" : "suspended"; } });
        AudioContext.prototype.resume = function () {
          touched = true;
          this.dispatchEvent(new Event("statechange"));
          return Promise.resolve();
        };
        """
    )
    page.reload()
    expect(page.locator("#live")).to_contain_text("Live ·")
    blocked = page.get_by_role("button", name="Sound is off until you click here")
    expect(blocked).to_be_visible()
    blocked.click()
    expect(blocked).to_be_hidden()


def test_notifications_name_the_ticket_and_never_the_patient(tablet: Device, desk: Desk) -> None:
    page = listening(desk, scripts=LISTEN + NOTIFIED)
    visit = uuid4()
    tablet.push(tablet.mint(Arrived, visit=visit, ticket="K1", name="Rosalind"))
    page.wait_for_function("() => notified.length === 1")
    tablet.push(tablet.mint(HelpRequested, visit=visit, concern=uuid4()))
    page.wait_for_function("() => notified.length === 2")
    told = page.evaluate("JSON.stringify(notified)")
    assert "K1 has arrived" in told
    assert "Help is wanted by K1" in told
    assert "Rosalind" not in told
    expect(page).to_have_title("(2) Today · Cedar Street")
    # What was told is not told again.
    page.get_by_role("button", name="Seen K1", exact=True).click()
    expect(page).to_have_title("(1) Today · Cedar Street")
    assert page.evaluate("notified.length") == 2


def test_notifications_are_asked_for_by_a_button(hub: HubProcess, browser: Browsers, desk: Desk) -> None:
    page = desk()
    page.evaluate("() => { Notification.requestPermission = async () => { window.asked = true; return 'default'; } }")
    button = page.locator("#notify")
    if page.evaluate("Notification.permission") == "default":
        button.click()
        assert page.evaluate("window.asked")
    page.context.grant_permissions(["notifications"], origin=hub.url)
    page.reload()
    expect(page.locator("#live")).to_contain_text("Live ·")
    expect(button).to_be_hidden()
