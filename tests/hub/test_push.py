"""What becomes of pushed events: an answer for each, in order, and only once it is durable."""

import gzip
import json
import threading
from uuid import uuid4

import httpx2
from msgspec.structs import replace

from kiosk.visits.events import Arrived, NamesErased, Rated, RatingSettled, encode
from kiosk.visits.wire import EVENTS_PATH, MAX_BYTES, STREAM_PATH
from tests.hub.device import Device
from tests.hubs import HubProcess


def test_an_event_is_stored_once_and_a_repeat_is_a_duplicate(hub: HubProcess) -> None:
    tablet = Device(hub.url)
    arrived = tablet.mint(Arrived, visit=uuid4(), ticket="K7", name="Rosa")
    assert tablet.results(arrived) == ["stored"]
    assert tablet.results(arrived) == ["duplicate"]
    assert tablet.results(arrived, arrived) == ["duplicate", "duplicate"]
    (row,) = hub.rows("SELECT * FROM event")
    assert json.loads(row["body"]) == json.loads(encode(arrived))
    assert row["id"] == str(arrived.id)


def test_answers_come_in_the_order_sent_and_a_bad_event_fails_alone(hub: HubProcess) -> None:
    tablet = Device(hub.url)
    first, second = (tablet.mint(Arrived, visit=uuid4(), ticket=t) for t in ("K1", "K2"))
    bad = encode(tablet.mint(Rated, visit=uuid4(), rating=uuid4(), stars=5)).replace(b'"stars":5', b'"stars":6')
    answers = tablet.push(first, bad, b'{"kind":"arrived"}', first, second)
    assert [a.result for a in answers] == ["stored", "rejected", "rejected", "duplicate", "stored"]
    assert "stars" in answers[1].reason
    assert "Expected `int` <= 5" in answers[1].reason
    assert [row["cursor"] for row in hub.rows("SELECT cursor FROM event ORDER BY cursor")] == [1, 2]


def test_the_same_id_with_another_content_is_refused_and_logged(hub: HubProcess) -> None:
    tablet = Device(hub.url)
    arrived = tablet.mint(Arrived, visit=uuid4(), ticket="K1", name="Rosa")
    tablet.push(arrived)
    (answer,) = tablet.push(replace(arrived, ticket="K2"))
    assert answer.result == "rejected"
    assert "another content" in answer.reason
    assert [row["ticket"] for row in hub.rows("SELECT ticket FROM visit")] == ["K1"]
    hub.stop()
    assert str(arrived.id) in hub.log.read_text()
    assert "Rosa" not in hub.log.read_text()


def test_a_name_that_was_erased_on_one_side_is_no_other_content(hub: HubProcess) -> None:
    tablet = Device(hub.url)
    arrived = tablet.mint(Arrived, visit=uuid4(), ticket="K1", name="Rosa")
    tablet.push(arrived)
    assert tablet.results(replace(arrived, name="")) == ["duplicate"]


def test_an_unknown_kind_is_kept_whole(hub: HubProcess) -> None:
    tablet = Device(hub.url)
    known = json.loads(encode(tablet.mint(NamesErased, visit=uuid4())))
    later = {**known, "kind": "weather_noted", "sky": "blue\nand wide"}
    spaced = json.dumps(later, indent=2).encode()
    assert tablet.results(spaced) == ["stored"]
    assert tablet.results(json.dumps(later).encode()) == ["duplicate"]
    (row,) = hub.rows("SELECT kind, body FROM event")
    assert row["kind"] == "weather_noted"
    assert json.loads(row["body"]) == later


def test_a_token_speaks_for_its_own_device_alone(hub: HubProcess) -> None:
    front, side = Device(hub.url), Device(hub.url, "side-door")
    theirs = side.mint(Arrived, visit=uuid4(), ticket="M1")
    (answer,) = front.push(theirs)
    assert answer.result == "rejected"
    assert "front-door" in answer.reason
    mine = front.mint(Arrived, visit=uuid4(), ticket="K1")
    assert [a.result for a in front.push(mine, device="side-door")] == ["rejected"]
    assert hub.rows("SELECT count(*) c FROM event") == [{"c": 0}]
    assert side.results(theirs) == ["stored"]


def test_without_a_known_token_nothing_is_said(hub: HubProcess) -> None:
    for token in ("wrong", "front-door-token-and-more", "a" * 64):
        stranger = Device(hub.url, token=token)
        for response in (
            stranger.post(stranger.body()),
            stranger.http.get(STREAM_PATH),
            httpx2.post(hub.url + EVENTS_PATH, content=b"x"),
        ):
            assert response.status_code == 401
            assert "token" in response.json()["error"]
            assert response.headers["Kiosk-Protocol"] == "1"


def test_the_hash_of_a_token_is_no_token(hub: HubProcess) -> None:
    stolen = hub.config.hub.tablets["front-door"].token_sha256
    stranger = Device(hub.url, token=stolen)
    assert stranger.post(stranger.body()).status_code == 401


def test_every_answer_below_the_api_carries_the_protocol(hub: HubProcess) -> None:
    tablet = Device(hub.url)
    responses = [
        tablet.post(b"no json"),
        tablet.post(b"[]"),
        tablet.post(b"\xff\xfe"),
        tablet.post(b"not gzip", Content_Encoding="gzip"),
        tablet.post(b"x", Content_Encoding="br"),
        tablet.http.get("/api/v1/nothing"),
        tablet.http.get(EVENTS_PATH),
        tablet.post(tablet.body()),
    ]
    assert [r.status_code for r in responses] == [400, 400, 400, 400, 415, 404, 405, 200]
    for response in responses:
        assert response.headers["Kiosk-Protocol"] == "1"
        assert response.headers["Content-Type"].startswith("application/json")


def test_too_much_at_once_is_413(hub: HubProcess) -> None:
    tablet = Device(hub.url)
    event = encode(tablet.mint(Arrived, visit=uuid4(), ticket="K1"))
    head, tail = tablet.body(event).split(event)
    too_many = head + b",".join([event] * 501) + tail
    assert len(too_many) < MAX_BYTES
    assert tablet.post(too_many).status_code == 413
    assert tablet.post(b" " * (MAX_BYTES + 1)).status_code == 413
    assert tablet.post(gzip.compress(b" " * (MAX_BYTES + 1)), Content_Encoding="gzip").status_code == 413
    assert hub.rows("SELECT count(*) c FROM event") == [{"c": 0}]


def test_a_gzip_bomb_costs_nothing(hub: HubProcess) -> None:
    before = _memory(hub.pid)
    bomb = gzip.compress(b" " * (300 << 20), 9)
    assert len(bomb) < MAX_BYTES
    assert Device(hub.url).post(bomb, Content_Encoding="gzip").status_code == 413
    assert _memory(hub.pid) - before < 20 << 20


def test_a_gzip_that_is_cut_is_refused(hub: HubProcess) -> None:
    tablet = Device(hub.url)
    assert tablet.post(gzip.compress(tablet.body())[:-9], Content_Encoding="gzip").status_code == 400


def test_cursors_have_no_gap_when_many_push_at_once(hub: HubProcess) -> None:
    def work(device: str) -> None:
        tablet = Device(hub.url, device)
        for _ in range(20):
            visit = uuid4()
            events = [tablet.mint(Rated, visit=visit, rating=visit, stars=s) for s in (3, 4, 5)]
            assert tablet.results(*events, b"{}", events[0]) == ["stored"] * 3 + ["rejected", "duplicate"]

    threads = [threading.Thread(target=work, args=(d,)) for d in ("front-door", "side-door") * 4]
    with Device(hub.url).listen() as stream:
        stream.until_caught_up()
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
    cursors = [row["cursor"] for row in hub.rows("SELECT cursor FROM event ORDER BY cursor")]
    assert cursors == list(range(1, 8 * 20 * 3 + 1))
    assert hub.rows("SELECT cursor FROM practice") == [{"cursor": len(cursors)}]


def test_what_was_answered_survives_a_kill(hub: HubProcess) -> None:
    tablet = Device(hub.url)
    answered: list[str] = []
    offered = [tablet.mint(RatingSettled, visit=uuid4(), rating=uuid4()) for _ in range(2000)]

    def push_on() -> None:
        try:
            for event in offered:
                assert tablet.results(event) == ["stored"]
                answered.append(str(event.id))
        except httpx2.HTTPError:
            pass

    thread = threading.Thread(target=push_on)
    thread.start()
    while len(answered) < 100:
        thread.join(0.001)
    hub.kill()
    thread.join()
    hub.start()
    stored = [row["id"] for row in hub.rows("SELECT id FROM event ORDER BY cursor")]
    assert stored[: len(answered)] == answered
    assert len(stored) - len(answered) <= 1
    results = tablet.results(*offered[: len(stored) + 5])
    assert results == ["duplicate"] * len(stored) + ["stored"] * 5
    cursors = [row["cursor"] for row in hub.rows("SELECT cursor FROM event ORDER BY cursor")]
    assert cursors == list(range(1, len(cursors) + 1))


def _memory(pid: int) -> int:
    """Resident bytes of a process."""
    with open(f"/proc/{pid}/status", encoding="ascii") as status:  # noqa: PTH123
        line = next(line for line in status if line.startswith("VmRSS"))
    return int(line.split()[1]) * 1024
