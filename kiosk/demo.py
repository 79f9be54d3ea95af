"""`kiosk demo`: a hub and a tablet side by side, as two real programs on one machine."""

import hashlib
import json
import os
import secrets
import signal
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import FrameType

import click

from kiosk.config import Config, ConfigError, load

STAFF = "Maria"
HOUR_MS = 3_600_000
_READY_S = 30.0
_END_S = 10.0


class DemoFault(Exception):
    """The demo cannot run; the message is one sentence."""


def run(data: Path | None, *, with_a_day: bool, port: int, windowed: bool) -> int:
    """Runs until SIGINT, SIGTERM, or the tablet's end; returns the exit code. Raises DemoFault."""
    with _folder(data) as folder:
        passcode = _secret(folder / "passcode", 9)
        tokens = {device: _secret(folder / f"{device}.token", 32) for device in ("front-door", "simulator")}
        path, config = _configure(folder, port, tokens, windowed=windowed)

        from kiosk.hub.desk import accounts
        from kiosk.hub.desk.roles import Role

        accounts.create(config, STAFF, passcode, Role.IT)
        with _program("hub", path) as hub:
            url = _address(hub, folder / "hub.log")
            path, config = _configure(folder, port, tokens, windowed=windowed, hub=url)
            if with_a_day:
                _play(url, tokens["simulator"])
            with _program("tablet", path, token=tokens["front-door"]) as tablet:
                display = os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")
                click.echo(f"Desk:    {url}/desk\nSign in: {STAFF}, passcode {passcode}")
                click.echo(
                    "Tablet:  on this display" if display else "Tablet:  off screen, as there is no display here"
                )
                click.echo("Ctrl+C ends the demo.")
                return _wait(hub, tablet)


@contextmanager
def _folder(data: Path | None) -> Iterator[Path]:
    if data is None:
        with tempfile.TemporaryDirectory(prefix="kiosk-demo-") as folder:
            yield Path(folder)
        return
    try:
        data.mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError as error:
        raise DemoFault(f"{data}: cannot be used for the demo's data: {error.strerror}.") from None
    yield data


def _secret(file: Path, size: int) -> str:
    """The secret kept in `file`, made at the first call."""
    try:
        if file.exists():
            return file.read_text(encoding="ascii")
        descriptor = os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except OSError as error:
        raise DemoFault(f"{file}: cannot be used: {error.strerror}.") from None
    with os.fdopen(descriptor, "w", encoding="ascii") as opened:
        secret = secrets.token_urlsafe(size)
        opened.write(secret)
    return secret


def _configure(
    folder: Path, port: int, tokens: dict[str, str], *, windowed: bool, hub: str = "http://127.0.0.1:8484"
) -> tuple[Path, Config]:
    quoted = {name: json.dumps(str(folder / name)) for name in ("hub", "tablet")}
    names = {"front-door": "Front door", "simulator": "Simulator"}
    tablets = "".join(
        f'[hub.tablets.{device}]\nname = "{names[device]}"\ntoken_sha256 = "{_sha256(token)}"\n'
        for device, token in tokens.items()
    )
    path = folder / "demo.toml"
    text = f"""\
[practice]
name = "Cedar Street Family Practice"
review_link = "https://example.org/reviews/cedar-street"

[hub]
port = {port}
data = {quoted["hub"]}

{tablets}
[tablet]
device = "front-door"
hub = "{hub}"
data = {quoted["tablet"]}
fullscreen = {str(not windowed).lower()}
"""
    try:
        path.write_text(text, encoding="utf-8")
        return path, load(path, {})
    except OSError as error:
        raise DemoFault(f"{path}: cannot be written: {error.strerror}.") from None
    except ConfigError as error:
        raise DemoFault(str(error)) from None


def _sha256(token: str) -> str:
    return hashlib.sha256(token.encode()).hexdigest()


@contextmanager
def _program(name: str, config: Path, *, token: str = "") -> Iterator[subprocess.Popen[str]]:
    environment = {**os.environ, "KIOSK_TABLET_TOKEN": token} if token else dict(os.environ)
    log = (config.parent / f"{name}.log").open("ab")
    process = subprocess.Popen(
        [sys.executable, "-m", "kiosk", name, "--config", str(config)],
        stdout=subprocess.PIPE,
        stderr=log,
        text=True,
        env=environment,
        # Ctrl+C is for the demo, which then ends its programs in order.
        start_new_session=True,
    )
    try:
        yield process
    finally:
        process.terminate()
        try:
            process.wait(_END_S)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()
        if process.stdout:
            process.stdout.close()
        log.close()


def _address(hub: subprocess.Popen[str], log: Path) -> str:
    """Waits for the line with the desk's address. Raises DemoFault with the hub's own last words."""
    giving_up = threading.Timer(_READY_S, hub.kill)
    giving_up.start()
    try:
        for line in hub.stdout or ():
            if line.startswith("Desk: "):
                return line.removeprefix("Desk: ").strip().removesuffix("/desk")
    finally:
        giving_up.cancel()
    hub.wait()
    words = log.read_text(encoding="utf-8").splitlines()
    raise DemoFault(words[-1] if words else "The hub did not start.")


def _play(url: str, token: str) -> None:
    from kiosk.simulate import SimulateFault, play

    now = int(time.time() * 1000)
    try:
        play(
            url,
            token,
            "simulator",
            seed=1,
            opens_ms=now - 5 * HOUR_MS,
            closes_ms=now + 2 * HOUR_MS,
            until_ms=now,
        )
    except SimulateFault as fault:
        raise DemoFault(str(fault)) from None


def _wait(*programs: subprocess.Popen[str]) -> int:
    """Until one of the programs ends by itself or a signal asks for the end."""
    asked = threading.Event()

    def ask(_number: int, _frame: FrameType | None) -> None:
        asked.set()

    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, ask)

    def watch(program: subprocess.Popen[str]) -> None:
        program.wait()
        asked.set()

    for program in programs:
        threading.Thread(target=watch, args=(program,), daemon=True).start()
    asked.wait()
    codes = [program.poll() for program in programs]
    return next((1 for code in codes if code not in (None, 0)), 0)
