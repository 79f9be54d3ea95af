"""What root's programs on a tablet decide: when an update may be taken, whether it is well, whose settings are used."""

import importlib.util
import json
import sys
from datetime import datetime
from pathlib import Path
from types import ModuleType

import pytest

from kiosk.tablet.occupancy import ALWAYS_OPEN, CLOSED, EXPECTED, SOMEBODY, occupancy

TABLET = Path(__file__).parent.parent / "packaging/tablet"
DOCTOR = (sys.executable, "-m", "kiosk", "doctor")


def program(name: str) -> ModuleType:
    """It is no module of a package, so it is loaded as a file."""
    spec = importlib.util.spec_from_file_location(name, TABLET / f"{name}.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="module")
def update() -> ModuleType:
    return program("update")


@pytest.fixture(scope="module")
def provision() -> ModuleType:
    return program("provision")


@pytest.mark.parametrize(
    ("window", "time", "within"),
    [
        ("01:00-05:00", "00:59", False),
        ("01:00-05:00", "01:00", True),
        ("01:00-05:00", "05:00", False),
        ("22:00-05:00", "23:30", True),
        ("22:00-05:00", "04:59", True),
        ("22:00-05:00", "12:00", False),
        ("00:00-24:00", "23:59", True),
    ],
)
def test_the_window_is_a_span_that_may_pass_midnight(update: ModuleType, window: str, time: str, within: bool) -> None:
    assert update.in_window(window, datetime.fromisoformat(f"2026-11-26T{time}")) is within


@pytest.mark.parametrize("window", ["", "1:00-5:00", "01:00", "01:00-25:00", "24:00-05:00", "at night"])
def test_a_window_that_is_none_is_told(update: ModuleType, window: str) -> None:
    with pytest.raises(ValueError, match="expected a span like 01:00-05:00"):
        update.in_window(window, datetime(2026, 11, 26))


@pytest.mark.parametrize("always_open", [True, False])
@pytest.mark.parametrize("shut", [True, False])
@pytest.mark.parametrize("at_screen", [True, False])
def test_nothing_is_changed_while_somebody_is_there_or_expected(
    update: ModuleType, at_screen: bool, shut: bool, always_open: bool
) -> None:
    status = occupancy(at_screen=at_screen, shut=shut, always_open=always_open)
    may = not update.hindrance("00:00-24:00", datetime(2026, 11, 26, 12), status)
    assert may is (not at_screen and (shut or always_open))


def test_all_that_the_screen_says_is_told_apart() -> None:
    assert len({SOMEBODY, EXPECTED, CLOSED, ALWAYS_OPEN}) == 4


def test_outside_the_window_nothing_is_changed_either(update: ModuleType) -> None:
    assert "01:00-05:00" in update.hindrance("01:00-05:00", datetime(2026, 11, 26, 12), CLOSED)


def checks(**states: str) -> str:
    return "\n".join(json.dumps({"check": name, "state": state, "text": f"{name}!"}) for name, state in states.items())


def test_a_version_is_not_well_if_its_doctor_finds_what_was_no_fault_before(update: ModuleType) -> None:
    told = checks(fonts="fault", hub="fault", clock="fine")
    assert update.newly_faulty({"hub"}, told, 1) == "fonts!"
    assert update.newly_faulty({"hub", "fonts"}, told, 1) == ""
    assert update.newly_faulty(set(), "Traceback", 2) == "the doctor does not run"


def test_settings_that_cannot_be_used_are_told_and_not_taken(
    provision: ModuleType, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    stick, target = tmp_path / "stick.toml", tmp_path / "tablet.toml"
    target.write_text("before")
    stick.write_text("[tablet]\nhubb = 3\n")
    assert provision.take(stick, target, DOCTOR) is False
    assert target.read_text() == "before"
    assert "hubb" in capsys.readouterr().out
    stick.write_bytes(b"#" * (provision.LARGEST + 1))
    assert "too large" in provision.refusal(stick, DOCTOR)


def test_settings_that_can_be_used_are_taken_for_the_tablet_alone_to_read(
    provision: ModuleType, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    owned: list[tuple[Path, str, str]] = []
    # The tablet's own user is made by the package, and there is none here.
    monkeypatch.setattr("shutil.chown", lambda path, user, group: owned.append((path, user, group)))
    stick, target = tmp_path / "stick.toml", tmp_path / "tablet.toml"
    stick.write_text(f'[tablet]\nhub = "http://127.0.0.1:9"\ndata = "{tmp_path}/data"\n')
    assert provision.take(stick, target, DOCTOR) is True
    assert target.read_bytes() == stick.read_bytes()
    assert target.stat().st_mode & 0o777 == 0o640
    assert owned == [(target.with_name("tablet.toml.new"), "root", "front-desk-kiosk")]


def test_a_machine_without_storage_on_its_usb_has_no_stick(provision: ModuleType, tmp_path: Path) -> None:
    for device, kind in (("1-1:1.0", "03\n"), ("1-2:1.0", "08\n")):
        (tmp_path / device).mkdir()
        (tmp_path / device / "bInterfaceClass").write_text("03\n")
        assert not provision.has_stick(tmp_path)
        (tmp_path / device / "bInterfaceClass").write_text(kind)
    assert provision.has_stick(tmp_path)
