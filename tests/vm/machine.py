"""A machine in QEMU without KVM: its screen, hands, power switch, and a way in for the test."""

import base64
import json
import secrets
import select
import socket
import subprocess
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtGui import QColor, QImage

WIDTH, HEIGHT = 1280, 800
_AXIS = 0x7FFF
MEMORY_MB = 1_500
PROCESSOR = "Nehalem"
"""The oldest on which Qt runs (SSE 4.2): what came later takes longer to emulate."""
_EMULATED = "mitigations=off"
"""What Linux does against the leaks of real processors takes long to emulate, too."""
BOOT_S = 900.0
"""Software emulation on a busy machine is slow."""


class MachineError(Exception):
    """The machine does not do what it should; the message says what was waited for."""


class Lines:
    """A socket of JSON lines, with an answer for each request."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._socket: socket.socket | None = None
        self._unread = b""

    def open(self) -> None:
        """Raises OSError while nobody listens."""
        self._socket = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
        self._socket.connect(str(self._path))
        self._unread = b""

    def close(self) -> None:
        """May be called twice."""
        if self._socket is not None:
            self._socket.close()
            self._socket = None

    def ask(self, request: dict[str, Any], patience_s: float) -> Any:
        """What is returned for a command. Raises MachineError."""
        self._send(request)
        deadline = time.monotonic() + patience_s
        while True:
            answer = json.loads(self._line(deadline))
            if "return" in answer:
                return answer["return"]
            if "error" in answer:
                raise MachineError(f"{request.get('execute')}: {answer['error']}")

    def meet(self, patience_s: float) -> None:
        """Passes over what an agent still answers to questions that were given up. Raises MachineError."""
        token = secrets.randbits(31)
        self._send({"execute": "guest-sync", "arguments": {"id": token}})
        deadline = time.monotonic() + patience_s
        while json.loads(self._line(deadline)).get("return") != token:
            pass

    def _send(self, request: dict[str, Any]) -> None:
        if self._socket is None:
            raise MachineError("the machine is off")
        try:
            self._socket.sendall(json.dumps(request).encode() + b"\n")
        except OSError as error:
            raise MachineError(f"the machine is gone: {error}") from None

    def _line(self, deadline: float) -> bytes:
        assert self._socket is not None
        while b"\n" not in self._unread:
            ready, _, _ = select.select([self._socket], [], [], max(0.0, deadline - time.monotonic()))
            piece = self._socket.recv(1 << 16) if ready else b""
            if not piece:
                raise MachineError("the machine does not answer")
            self._unread += piece
        line, self._unread = self._unread.split(b"\n", 1)
        return line.lstrip(b"\xff")


class Machine:
    """One disk that is started, cut off and started again; everything it leaves is in `folder`."""

    def __init__(
        self, folder: Path, disk: Path, kernel: Path, initrd: Path, command_line: str, deadline: float
    ) -> None:
        """`command_line`: the kernel's, as the package gives it to grub. `deadline`: when waiting ends at last."""
        self._folder = folder
        self._disk = disk
        self._kernel = kernel
        self._initrd = initrd
        self._command_line = command_line
        self._deadline = deadline
        self._process: subprocess.Popen[bytes] | None = None
        self._monitor = Lines(folder / "monitor.sock")
        self._agent = Lines(folder / "agent.sock")
        self.stick: Path | None = None
        """The image of a USB stick that is plugged in at the next start."""

    @property
    def witnessed(self) -> Path:
        """What the witness in the guest has told, over all starts."""
        return self._folder / "witness.log"

    def start(self) -> None:
        """Switches it on, and returns when there is power, not when it has booted."""
        assert self._process is None
        stick = []
        if self.stick is not None:
            stick = ["-device", "qemu-xhci", "-device", "usb-storage,drive=stick"]
            stick += ["-drive", f"file={self.stick},format=raw,if=none,id=stick,readonly=on"]
        command = [
            *("qemu-system-x86_64", "-nodefaults", "-display", "none", "-m", str(MEMORY_MB), "-smp", "2"),
            *("-machine", "q35", "-accel", "tcg,thread=multi", "-cpu", PROCESSOR, "-no-reboot"),
            *("-kernel", str(self._kernel), "-initrd", str(self._initrd)),
            *("-append", f"root=/dev/vda rw console=ttyS0 console=tty0 {_EMULATED} {self._command_line}"),
            *("-drive", f"file={self._disk},format=raw,if=virtio,cache=writeback"),
            *("-vga", "none", "-device", f"virtio-vga,xres={WIDTH},yres={HEIGHT}"),
            *("-device", "virtio-keyboard-pci", "-device", "virtio-tablet-pci", "-device", "virtio-rng-pci"),
            *("-netdev", "user,id=net", "-device", "virtio-net-pci,netdev=net"),
            *("-device", "i6300esb", "-action", "watchdog=reset"),
            *(
                "-chardev",
                f"file,id=console,path={self._folder / 'console.log'},append=on",
                "-serial",
                "chardev:console",
            ),
            *("-qmp", f"unix:{self._folder / 'monitor.sock'},server=on,wait=off"),
            *("-device", "virtio-serial"),
            *("-chardev", f"socket,id=agent,path={self._folder / 'agent.sock'},server=on,wait=off"),
            *("-device", "virtserialport,chardev=agent,name=org.qemu.guest_agent.0"),
            *("-chardev", f"file,id=witness,path={self.witnessed},append=on"),
            *("-device", "virtserialport,chardev=witness,name=witness"),
            *stick,
        ]
        with (self._folder / "qemu.log").open("ab") as log:
            self._process = subprocess.Popen(command, stdout=log, stderr=log)
        self.until(self._connects, "QEMU", 20.0)
        self._monitor.ask({"execute": "qmp_capabilities"}, 10.0)

    def cut(self) -> None:
        """The power is gone at once: what the guest has not flushed is lost."""
        self._end(kill=True)

    def off(self, *command: str) -> None:
        """The guest goes down by itself, at this command; it may not live to answer."""
        path, *arguments = command
        self._agent.ask({"execute": "guest-exec", "arguments": {"path": path, "arg": arguments}}, 60.0)
        assert self._process is not None
        self._process.wait(BOOT_S)
        self._end(kill=True)

    def _end(self, *, kill: bool) -> None:
        self._monitor.close()
        self._agent.close()
        if self._process is not None and kill:
            self._process.kill()
            self._process.wait()
        self._process = None

    def close(self) -> None:
        """Whatever it does. May be called twice."""
        self._end(kill=True)

    def _connects(self) -> bool:
        try:
            self._monitor.open()
        except OSError:
            if self._process is not None and self._process.poll() is not None:
                raise MachineError(f"QEMU ended: {(self._folder / 'qemu.log').read_text()[-500:]}") from None
            return False
        return True

    def picture(self, name: str) -> QImage:
        """What the screen shows, also kept as a PNG."""
        return self._dump(self._folder / f"{name}.png")

    def _dump(self, file: Path) -> QImage:
        wanted = {"filename": str(file), "format": file.suffix.removeprefix(".")}
        self._monitor.ask({"execute": "screendump", "arguments": wanted}, 60.0)
        image = QImage(str(file))
        if image.isNull():
            raise MachineError("no picture of the screen")
        return image

    def colour(self, x: int, y: int) -> QColor:
        """Of one pixel, now; none before there is a screen of that size."""
        # Without the compression of a picture that is kept: this is asked for twice a second.
        image = self._dump(self._folder / "now.ppm")
        return image.pixelColor(x, y) if image.valid(x, y) else QColor()

    def tap(self, x: int, y: int) -> None:
        """A finger, down and up."""
        place = [
            {"type": "abs", "data": {"axis": "x", "value": x * _AXIS // WIDTH}},
            {"type": "abs", "data": {"axis": "y", "value": y * _AXIS // HEIGHT}},
        ]
        for down in (True, False):
            button = {"type": "btn", "data": {"button": "left", "down": down}}
            events = [*place, button] if down else [button]
            self._monitor.ask({"execute": "input-send-event", "arguments": {"events": events}}, 60.0)

    def press(self, keys: str) -> None:
        """Keys held down together, like `ctrl-alt-f2`."""
        named = [{"type": "qcode", "data": key} for key in keys.split("-")]
        self._monitor.ask({"execute": "send-key", "arguments": {"keys": named}}, 60.0)

    def booted(self) -> bool:
        """Whether the agent in the guest answers."""
        self._agent.close()
        try:
            self._agent.open()
            self._agent.meet(10.0)
        except (OSError, MachineError):
            return False
        return True

    def run(self, *command: str, patience_s: float = 120.0, check: bool = True) -> str:
        """What a command prints that root runs in the guest. Raises MachineError if it fails, unless not `check`."""
        path, *arguments = command
        asked = {"path": path, "arg": arguments, "capture-output": True}
        pid = self._agent.ask({"execute": "guest-exec", "arguments": asked}, 60.0)["pid"]
        status: dict[str, Any] = {}

        def ended() -> bool:
            nonlocal status
            status = self._agent.ask({"execute": "guest-exec-status", "arguments": {"pid": pid}}, 60.0)
            return bool(status["exited"])

        self.until(ended, " ".join(command), patience_s)
        told = b"".join(base64.b64decode(status.get(part, "")) for part in ("out-data", "err-data")).decode()
        if check and status.get("exitcode") != 0:
            raise MachineError(f"{' '.join(command)}: {told[-2000:]}")
        return told

    def write(self, path: str, content: bytes) -> None:
        """A file of the guest, with its folder. Raises MachineError."""
        told = base64.b64encode(content).decode()
        self.run("sh", "-c", f"mkdir -p $(dirname {path}); echo {told} | base64 -d >{path}")

    def until(self, holds: Callable[[], bool], what: str, patience_s: float = BOOT_S) -> float:
        """Waits for a condition of a machine that cannot be subscribed to; after how many seconds it held.

        Raises MachineError.
        """
        began = time.monotonic()
        while not holds():
            now = time.monotonic()
            if now > self._deadline:
                raise MachineError(f"the time was up while it was waited for {what}; --longest gives more")
            if now - began > patience_s:
                raise MachineError(f"waited {patience_s:.0f} s in vain for {what}")
            time.sleep(0.5)
        return time.monotonic() - began
